"""Every window of every dialog, drawn with its real getter in both languages and sent to a strict server."""

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from aiogram import Dispatcher, Router
from aiogram_dialog import Dialog

from bot.sandbox.chats import Message
from bot.sandbox.person import Person
from handlers import routers
from handlers.words import LOCALES
from models.clock import FixedClock
from tests.access.school import School
from tests.house.plans import questions, read_through
from tests.house.stage import GROUPS, Stage, scene_of, somebody
from tests.kept import KeptDatabase
from tests.play import Play
from tests.security.hostile import faults, hostile_school

AREAS = sorted({group.__module__.split(".")[1] for group in GROUPS})
MONDAY = datetime(2026, 10, 12, 7, 0, tzinfo=UTC)
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


@dataclass
class Opened:
    """A stage on which everybody speaks one language, and those who are at their phones."""

    stage: Stage
    locale: str
    people: dict[str, Person]

    async def person(self, who: str) -> Person:
        """Somebody of the school, who comes when they are first asked for."""
        if who not in self.people:
            self.people[who] = await somebody(self.stage.play, self.stage.school, who, self.locale)
        return self.people[who]


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=LOCALES)
async def opened(request: pytest.FixtureRequest, kept_sqlite: KeptDatabase) -> AsyncIterator[Opened]:
    """One stage for the windows of all areas, which only look at what is there.

    In one language people have typed what is usual, in the other whatever could break a message or grow too long.
    """
    is_hostile = request.param != LOCALES[0]
    await kept_sqlite.empty()
    play = await Play.begin(await kept_sqlite.town(FixedClock(MONDAY)))
    school = await (hostile_school if is_hostile else School.build)(play.town)
    stage = Stage(play, school, (lambda shown: gaps(shown) + faults(shown)) if is_hostile else look)
    yield Opened(stage, request.param, {})
    stage.leave()
    await play.end()


@pytest.mark.xdist_group("windows")
@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("area", AREAS)
async def test_it_draws_every_window(opened: Opened, area: str) -> None:
    """The first window of a dialog is drawn for every state of what it shows, the others once.

    What a window shows is found by an index: it is drawn as fast for the largest programme.
    """
    wrong: list[str] = []
    with questions() as asked:
        for group in (group for group in GROUPS if group.__module__.split(".")[1] == area):
            for state in group.__states__:
                scene = scene_of(group, state)
                for who in scene.who.split():
                    every = opened.locale == LOCALES[0] and state is group.__states__[0]
                    found = await opened.stage.draw_any(await opened.person(who), state, scene, every=every)
                    wrong += [f"{who}: {one}" for one in found]
    assert wrong == []
    assert read_through(opened.stage.play.town.database.url.database or "", asked) == []
