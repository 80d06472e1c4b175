"""A stage on which any window of any dialog can be opened at once, with its real getter, on a strict server."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message as Written
from aiogram_dialog import DialogManager, ShowMode, StartMode

import handlers
from bot.sandbox.chats import Message
from bot.sandbox.person import Person
from models.errors import ProgrammeError
from models.mentorships.states import CloseReason
from models.people.tables import Person as Somebody
from models.terms import MentoringForm, Role
from tests.access.school import School
from tests.play import Play

for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
    importlib.import_module(found.name)

FORM = MentoringForm.TEACHER_TEACHER.value


def groups(of: type[StatesGroup] = StatesGroup) -> Iterator[type[StatesGroup]]:
    """All groups of states that the handlers name."""
    for group in of.__subclasses__():
        if group.__module__.startswith("handlers."):
            yield group
        yield from groups(group)


GROUPS = sorted(groups(), key=lambda group: (group.__module__, group.__name__))


@dataclass(frozen=True)
class Scene:
    """Who opens a window (several may), with what the dialog was started, and what it has gathered on the way."""

    who: str = "curator"
    start: dict[str, Any] = field(default_factory=dict)
    gathered: dict[str, Any] = field(default_factory=dict)


MORNING = 29_900_000
"""A moment as the planning dialog keeps it, in minutes; any will do."""
ID = "an id of this kind"
"""Stands for a row of the school: the name of the argument says which."""
SAME = {"saved_id": "meeting_id", "school": "organisation_id"}

SCENES: dict[str, Scene] = {
    "Menu": Scene("mentee mentor curator newcomer asking"),
    "Join": Scene("stranger", gathered={"school_id": ID, "is_adult": True}),
    "Card": Scene("mentor"),
    "Settings": Scene("mentee"),
    "Privacy": Scene("mentee"),
    "Child": Scene("mentee", start={"link_id": ID}),
    "Parents": Scene(start={"person_id": ID}),
    "Staff": Scene(gathered={"person_id": ID}),
    "Vacations": Scene(start={"organisation_id": ID}, gathered={"season": "AUTUMN", "first": "2026-10-14"}),
    "Tree": Scene(
        start={"organisation_id": ID},
        gathered={"grant_id": 1, "receiver_id": ID, "first": "2026-10-14", "name": "Школа № 41"},
    ),
    "Enter": Scene(
        gathered={
            "organisation_id": ID,
            "role": Role.MENTOR.value,
            "is_pupil": False,
            "name": "Новикова Дарья Ильинична",
            "position": "",
            "class_label": "",
            "paper": "",
        }
    ),
    "Invite": Scene(gathered={"organisation_id": ID, "role": Role.MENTEE.value}),
    "AskMentor": Scene("newcomer", gathered={"form": FORM, "topics": ["CLASSROOM"]}),
    "MyRequest": Scene("asking"),
    "MyRequest:answer": Scene("asked"),
    "ProposeMentee": Scene("mentor", gathered={"form": FORM, "person_id": ID}),
    "Requests": Scene(),
    "Decide": Scene(start={"request_id": ID}),
    "MakePair": Scene(gathered={"mentee_id": ID, "mentor_id": ID}),
    "MakeGroup": Scene(start={"kind": "TEAM"}, gathered={"MENTEE": [], "MENTOR": []}),
    "GroupMembers": Scene(start={"mentorship_id": ID, "person_id": ID}),
    "Cohort": Scene(
        gathered={"organisation_id": ID, "draft_id": ID, "request_id": ID, "version": 1, "since": 0, "part": "pairs"}
    ),
    "Pairs": Scene(),
    "Pair": Scene("curator mentor mentee", start={"mentorship_id": ID}, gathered={"reason": CloseReason.MOVED.value}),
    "Pair:talk": Scene(start={"mentorship_id": ID}),
    "Orders": Scene(
        start={"organisation_id": ID},
        gathered={"organisation_id": ID, "number": "45", "day": "2026-10-12", "pair_ids": []},
    ),
    "OfferTalk:question": Scene("mentor", start={"mentorship_id": ID}),
    "OfferTalk:answer": Scene("mentee", start={"mentorship_id": ID, "question_id": ID}),
    "PlanMeeting": Scene(
        "mentor mentee",
        start={"mentorship_id": ID},
        gathered={"day": "2026-10-14", "starts": MORNING, "saved_id": ID},
    ),
    "LogMeeting": Scene("mentor", gathered={"mentorship_id": ID, "day": "2026-10-10"}),
    "MeetingRecord": Scene("mentor mentee curator", start={"meeting_id": ID}),
    "MeetingView": Scene("mentor mentee curator", start={"meeting_id": ID}),
    "Diary": Scene("mentor mentee curator"),
    "Comment": Scene("mentee", start={"form_id": ID}),
    "Help": Scene("mentee", start={"mentorship_id": ID}),
    "Answers": Scene(start={"mentorship_id": ID}),
    "Call": Scene(start={"call_id": ID}),
    "Week": Scene("curator municipal"),
    "Checks": Scene(start={"organisation_id": ID}),
    "Decisions": Scene(
        start={"organisation_id": ID}, gathered={"text": "Обсудить итоги", "responsible": "Лебедева И. В."}
    ),
    "Signals": Scene(gathered={"signal_id": ID}),
    "Registers": Scene(gathered={"person_id": ID}),
    "Gaps": Scene(start={"person_id": ID}, gathered={"gap": "TIMES_NONE"}),
    "Import": Scene(
        gathered={"file_name": "Люди.xlsx", "ready": 47, "faulty": 2, "faults": [["PEOPLE", 5, "consent", "Ким А."]]}
    ),
    "PairGoal": Scene("mentee curator", start={"mentorship_id": ID}),
    "Figures": Scene("curator municipal", gathered={"code": "OMS-I-1.2", "number": 5}),
    "Statement": Scene("mentor", gathered={"first": "2026-09-01", "last": "2026-10-12", "months": ["2026-09-01"]}),
    "StatementQuestion": Scene(start={"statement_id": ID}),
    "Yearly": Scene("curator municipal", gathered={"school": ID, "kind": "NOTE"}),
    "Papers": Scene(gathered={"kind": "ORDER_PAIRS", "chosen": [], "template": "ORDER_PAIRS"}),
}


def scene_of(group: type[StatesGroup], state: State) -> Scene:
    """The scene of a window; most windows of a dialog share one."""
    return SCENES.get(state.state or "") or SCENES[group.__name__]


class Stage:
    """The application with a way to open any window at once."""

    def __init__(self, play: Play, school: School, look: Callable[[Message], list[str]]) -> None:
        """`look` says what is wrong with a window that was drawn."""
        self.play, self.school = play, school
        self._look = look
        self.failure: Exception | None = None
        self._wanted: tuple[State, Scene, int]
        router = Router(name="stage")
        router.message.register(self._open, Command("open"))
        play.application.dispatcher.include_router(router)
        self._before_all_others = play.application.dispatcher.sub_routers
        self._before_all_others.insert(0, self._before_all_others.pop())

    def leave(self) -> None:
        """Takes the way back: the dispatcher serves the tests after this one too."""
        del self._before_all_others[0]

    async def _open(self, _message: Written, dialog_manager: DialogManager) -> None:
        manager, (state, scene, row) = dialog_manager, self._wanted
        try:
            start = self._filled(scene.start, row)
            await manager.start(state, data=start, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
            manager.current_context().state = state
            manager.dialog_data.update(self._filled(scene.gathered, row))
            manager.show_mode = ShowMode.SEND
            await manager.show()
        except Exception as error:
            self.failure = error
            await manager.reset_stack()

    def _filled(self, values: dict[str, Any], row: int) -> dict[str, Any]:
        """The row-th id of each kind; the last where there are fewer."""
        ids = {name: self.school.ids[SAME.get(name, name)] for name, value in values.items() if value == ID}
        return values | {name: some[min(row, len(some) - 1)] for name, some in ids.items()}

    def rows(self, scene: Scene) -> int:
        """How many rows the dialog could have been started with."""
        return max((len(self.school.ids[name]) for name, value in scene.start.items() if value == ID), default=1)

    async def draw_any(self, person: Person, state: State, scene: Scene, *, every: bool) -> list[str]:
        """Opens the window for the rows that it could be about until one is drawn, or for `every` one; what is wrong.

        A rule may refuse some of the rows, yet not all of them.
        """
        wrong: list[str] = []
        drawn = False
        for row in range(self.rows(scene)):
            wrong += await self._draw(person, state, scene, row)
            drawn = drawn or not isinstance(self.failure, ProgrammeError)
            if drawn and not every:
                break
        return wrong if drawn else [f"{state.state}: refused: {self.failure!r}"]

    async def _draw(self, person: Person, state: State, scene: Scene, row: int) -> list[str]:
        self._wanted, self.failure = (state, scene, row), None
        before = person.last.id
        await person.say("/open")
        await self.play.settle()
        if self.failure is not None:
            return [] if isinstance(self.failure, ProgrammeError) else [f"{state.state}: {self.failure!r}"]
        shown = person.last
        if shown.id == before:
            return [f"{state.state}: nothing is shown"]
        return [f"{state.state}: {one}" for one in self._look(shown)]


async def somebody(play: Play, school: School, who: str, locale: str) -> Person:
    """A person of the school at their phone, in this language."""
    if who == "stranger":
        stranger = play.stranger(language_code=locale)
        await stranger.start()
        await play.settle()
        return stranger
    known = {"curator": play.town.curator, "mentor": school.mentor, "mentee": school.mentee, "asking": school.asking}
    known |= {"asked": school.asked, "municipal": play.town.municipal_curator}
    person_id = known[who] if who in known else await play.town.mentee()
    await play.town.change(Somebody, person_id, locale=locale)
    return await play.person(person_id)
