"""Forged and repeated presses of every button that a plain message can have, by everybody whose business it is not."""

import pytest

from handlers.forms.buttons import HelpButton
from tests.play import Play
from tests.security.buttons import answered, buttons, dispatched
from tests.security.matrix import Matrix
from tests.security.presser import Presser, failures
from tests.security.typed import OWN, TYPED, text_columns


def test_it_has_an_answer_for_every_button_and_a_button_for_every_answer() -> None:
    handled = list(answered(dispatched()))
    assert len(handled) == len(set(handled))
    assert set(handled) == set(buttons())


def test_it_knows_of_every_column_who_writes_it() -> None:
    assert set(text_columns()) == TYPED.keys() | OWN
    assert not TYPED.keys() & OWN


async def test_it_gives_forged_presses_nothing_of_another_school(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    matrix = await Matrix.build(play)
    await matrix.outsiders()
    assert matrix.problems == []
    assert failures(caplog) == []


async def test_it_does_nothing_when_a_press_is_repeated_months_later(
    play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    matrix = await Matrix.build(play)
    await matrix.insiders()
    assert matrix.problems == []
    assert failures(caplog) == []


async def test_it_tells_whoever_has_no_part_in_the_programme_why_a_button_does_nothing(
    play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    stranger = play.stranger()
    await stranger.start()
    await play.settle()
    await Presser(play, stranger).press(HelpButton(mentorship_id=0).pack())
    assert "Это видят только участники и куратор" in stranger.alerts[-1]
    assert failures(caplog) == []
