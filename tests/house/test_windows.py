"""Every window of every dialog, drawn with its real getter in both languages and sent to a strict server."""

import re
from collections.abc import Iterator

import pytest
from aiogram import Dispatcher, Router
from aiogram_dialog import Dialog

from bot.sandbox.chats import Message
from bot.sandbox.person import Person
from handlers import routers
from handlers.words import LOCALES
from tests.access.school import School
from tests.house.plans import questions, read_through
from tests.house.stage import GROUPS, Stage, scene_of, somebody
from tests.play import Play
from tests.security.hostile import faults, hostile_school

AREAS = sorted({group.__module__.split(".")[1] for group in GROUPS})
TEXT_LIMIT = 3500
LABEL_LIMIT = 64
ODD = re.compile(r".{0,20}(?:\.\.|\s[.,;:]|None|Markup|\{|«»|\(\)).{0,10}")
"""What a gap in a sentence looks like."""


def dialogs(router: Router) -> Iterator[Dialog]:
    for inner in router.sub_routers:
        if isinstance(inner, Dialog):
            yield inner
        yield from dialogs(inner)


def test_it_has_a_window_for_every_state() -> None:
    dispatcher = Dispatcher()
    routers.setup(dispatcher)
    drawn = {
        state.state for dialog in dialogs(dispatcher) if dialog.states_group() in GROUPS for state in dialog.windows
    }
    assert {state.state for group in GROUPS for state in group.__states__} == drawn


def look(shown: Message) -> list[str]:
    """What is wrong with a window."""
    wrong = [f"{len(shown.text)} characters"] if not 0 < len(shown.text) <= TEXT_LIMIT else []
    return [*wrong, *gaps(shown)] + [
        f"button «{label}»" for label in shown.buttons if not label.strip() or len(label) > LABEL_LIMIT or "</" in label
    ]


def gaps(shown: Message) -> list[str]:
    """What is missing in a window: a way on, or a word."""
    wrong = ["no way on"] if not shown.buttons else []
    return wrong + [f"«{odd}»" for odd in ODD.findall(shown.text)]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("area", AREAS)
async def test_it_draws_every_window(play: Play, area: str, locale: str) -> None:
    """The first window of a dialog is drawn for every state of what it shows, the others once.

    In one language people have typed what is usual, in the other whatever could break a message or grow too long. What
    a window shows is found by an index: it is drawn as fast for the largest programme.
    """
    is_hostile = locale != LOCALES[0]
    school = await (hostile_school if is_hostile else School.build)(play.town)
    stage = Stage(play, school, (lambda shown: gaps(shown) + faults(shown)) if is_hostile else look)
    people: dict[str, Person] = {}
    wrong: list[str] = []
    with questions() as asked:
        for group in (group for group in GROUPS if group.__module__.split(".")[1] == area):
            for state in group.__states__:
                scene = scene_of(group, state)
                for who in scene.who.split():
                    if who not in people:
                        people[who] = await somebody(play, school, who, locale)
                    every = locale == LOCALES[0] and state is group.__states__[0]
                    found = await stage.draw_any(people[who], state, scene, every=every)
                    wrong += [f"{who}: {one}" for one in found]
    stage.leave()
    assert wrong == []
    assert read_through(play.town.database.url.database or "", asked) == []
