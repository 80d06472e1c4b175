"""The menu: the next useful thing first, a greeting by the person's own clock."""

from datetime import timedelta

import pytest
from aiogram_dialog.api.entities import Stack

from handlers.menu.states import Menu
from models.forms.calls import ask_help, call_curator
from models.forms.states import CallKind
from models.mentorships import propose
from models.use_case import Tx
from tests.play import Play


async def test_it_begins_with_finding_a_mentor_only_while_there_is_none(play: Play) -> None:
    mentee, mentor = await play.town.mentee(), await play.town.mentor()
    olga = await play.person(mentee)
    assert olga.buttons == ["Найти наставника", "Нужна помощь", "Коллеге нужен наставник", "Настройки"]
    await (await play.town.act(play.town.curator))(propose.already_agreed, mentee, mentor)
    await play.settle()
    await olga.say("/menu")
    await play.settle()
    assert olga.buttons == [
        "Записать встречу",
        "Назначить",
        "Мои пары · 1",
        "Дневник",
        "Найти наставника",
        "Нужна помощь",
        "Коллеге нужен наставник",
        "Настройки",
    ]


async def test_it_counts_on_the_way_to_the_signals_as_many_as_stand_there(play: Play) -> None:
    town = play.town
    await (await town.act(await town.mentee()))(ask_help, "Не успеваю")
    wants_to_talk = await town.actor(await town.mentee())
    await town.database.write(
        lambda session: call_curator(Tx(session, wants_to_talk, town.clock.now()), CallKind.TALK, None)
    )
    marina = await play.person(play.town.curator)
    await marina.say("/menu")
    await play.settle()
    [way] = [label for label in marina.buttons if label.startswith("Сигналы")]
    await marina.tap(way)
    await play.settle()
    assert way == "Сигналы · 2"
    assert marina.last.text == "Просят внимания: 2"


@pytest.mark.parametrize(
    ("hours", "greeting"),
    [(-6, "здравствуйте"), (-5, "доброе утро"), (0, "доброе утро"), (1, "добрый день"), (7, "добрый вечер")],
)
async def test_it_greets_by_the_local_time(play: Play, hours: int, greeting: str) -> None:
    play.clock.moment += timedelta(hours=hours)  # from 10:00 in Moscow
    marina = await play.person(play.town.curator)
    assert marina.last.text.startswith(f"Марина Петровна, {greeting}!")


def test_it_gives_windows_that_are_opened_within_one_second_ids_of_their_own() -> None:
    """Two of one id are one window in the storage: the one below was lost, and the next press led to the menu."""
    stack = Stack()
    ids = {stack.push(Menu.main, None).id for _ in range(50)}
    assert len(ids) == 50
    assert max(map(len, ids)) <= 6
