"""Forged presses in dialogs: widgets are found by walking the windows, so that a new one is there by itself."""

from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import Dialog
from aiogram_dialog.widgets.kbd import Button

from tests.access.school import School
from tests.house.stage import GROUPS, Stage, scene_of, somebody
from tests.play import Play
from tests.security.buttons import dispatched
from tests.security.presser import Presser, changed, rows
from tests.security.updates import SEPARATOR

NEVER_SHOWN = (
    "7777",
    "-1",
    " 5",
    "1_000",
    "9" * 20,
    "",
    "HELP",
    "2020-01-01",
    "9999-12-31",
    "-62135596800",
    "True",
    "٣",
)
"""Choices that no list has offered."""
UNKNOWN = ("abcdef", "", "0")
"""Windows that nobody has opened."""


def widgets(part: Any) -> Iterator[Any]:
    """All widgets with an id in a keyboard, whatever groups them."""
    if getattr(part, "widget_id", None):
        yield part
    for name in ("buttons", "widgets"):
        inner = getattr(part, name, None)
        for one in inner.values() if isinstance(inner, dict) else inner or ():
            yield from widgets(one)


def pressable() -> Iterator[tuple[State, Any]]:
    """Every widget of every window; whoever adds one finds it here."""
    for router in dispatched().chain_tail:
        if isinstance(router, Dialog) and router.states_group() in GROUPS:
            for state, window in router.windows.items():
                yield from ((state, widget) for widget in widgets(window.keyboard))


class Windows:
    """School № 25, whose people press in their own windows what these never showed."""

    def __init__(self, play: Play, school: School) -> None:
        self.play, self.school = play, school
        self.stage = Stage(play, school, lambda _: [])
        self.pressers: dict[str, Presser] = {}
        self.problems: list[str] = []

    @classmethod
    async def build(cls, play: Play) -> "Windows":
        """The school in full life."""
        return cls(play, await School.build(play.town))

    async def choices(self, step: int = 1) -> None:
        """Every list, or one in so many, with people of another school and with nonsense in place of its items."""
        chosen = cycle([str(self.play.town.other_curator), *NEVER_SHOWN])
        lists = [(state, widget) for state, widget in pressable() if not isinstance(widget, Button)]
        for state, widget in lists[::step]:
            presser = await self._presser(state)
            before = await rows(self.play)
            some = islice(chosen, 2 if step > 1 else len(NEVER_SHOWN) + 1)
            await self._press(presser, state, *(f"{widget.widget_id}:{one}" for one in some))
            wrong = changed(before, await rows(self.play))
            self.problems += [f"{state.state} {widget.widget_id}: {one}" for one in wrong]

    async def button(self, state: State, widget: Button) -> None:
        """A button, whether the window shows it or not: what may not be done is refused, in words."""
        await self._press(await self._presser(state), state, widget.widget_id or "")

    async def _press(self, presser: Presser, state: State, *widgets: str) -> None:
        """Presses what the window does not show as an item of its lists."""
        offered = shown(presser)
        intent = next((data.split(SEPARATOR)[0] for data in offered if SEPARATOR in data), UNKNOWN[0])
        forged = [SEPARATOR.join((intent, widget)) for widget in widgets]
        await presser.press(*(data for data in forged if ":" not in data or data not in offered))
        self.problems += [f"{state.state} {one!r}: no answer" for one in presser.unanswered]

    async def _presser(self, state: State) -> Presser:
        """Somebody with the window open."""
        scene = scene_of(state.group, state)
        who = scene.who.split()[0]
        if who not in self.pressers:
            self.pressers[who] = Presser(self.play, await somebody(self.play, self.school, who, "ru"))
        self.problems += await self.stage.draw_any(self.pressers[who].person, state, scene, every=False)
        return self.pressers[who]


def dialog_buttons() -> list[tuple[State, Button]]:
    """Every button of every window."""
    return [(state, widget) for state, widget in pressable() if isinstance(widget, Button)]


def shown(presser: Presser) -> list[str]:
    """The data of the buttons of the newest message."""
    return [button.data or "" for row in presser.person.last.keyboard for button in row]
