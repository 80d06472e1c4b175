"""Forged presses in dialogs: windows that are not there, and choices that no list has offered."""

import pytest

from handlers.meetings.states import PlanMeeting
from tests.house.stage import GROUPS
from tests.play import Play
from tests.security.dialogs import UNKNOWN, Windows, pressable
from tests.security.presser import Presser, failures
from tests.security.updates import SEPARATOR

STEP = 7
"""One list in so many is pressed here; `python -m tests.security --buttons` presses all of them, and every button."""


def test_it_finds_the_widgets_of_every_dialog() -> None:
    found = list(pressable())
    assert {state.group for state, _ in found} == set(GROUPS)
    assert (PlanMeeting.day, "day") in {(state, widget.widget_id) for state, widget in found}


async def test_it_takes_no_choice_that_was_never_shown(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    windows = await Windows.build(play)
    await windows.choices(STEP)
    windows.stage.leave()
    assert windows.problems == []
    assert failures(caplog) == []


async def test_it_answers_presses_in_windows_that_nobody_has_opened(
    play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    presser = Presser(play, await play.person(play.town.curator))
    await presser.press(*(SEPARATOR.join((intent, "yes")) for intent in UNKNOWN), SEPARATOR, SEPARATOR * 30)
    assert presser.unanswered == []
    assert failures(caplog) == []
