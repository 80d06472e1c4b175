"""What the buttons of asking do. The draft lives in the dialog until it is sent."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import finish, number, start_data, typed
from handlers.kit import act_of, database_of, words_of
from handlers.requests.ask_getters import form_of, often_of
from handlers.requests.drawn import arrived
from handlers.requests.states import AskMentor
from models.availability import ReadyTimes, in_week_order
from models.database import Database
from models.errors import ProgrammeError
from models.people.topics import TOPICS
from models.requests import picks, queries, submit
from models.requests.rules import MAX_WISHES, clean_goal
from models.terms import Intensity, MentoringForm
from models.use_case import Act


async def on_start(_: Any, manager: DialogManager) -> None:
    """With one form in the programme it is not asked; a request that is to be changed is laid open."""
    act, db = _tools(manager)
    data = start_data(manager)
    if "request_id" in data:
        await _lay_open(manager, act, db, data["request_id"])
        return
    async with db.read() as session:
        forms = await picks.askable_forms(session, act.actor)
    if not forms:
        raise ProgrammeError("error-request-form")
    manager.dialog_data["form"] = forms[0].value
    if len(forms) > 1:
        await manager.switch_to(AskMentor.form)


async def on_form(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers the form; its topics are others."""
    if chosen not in list(MentoringForm):
        raise ProgrammeError("error-gone")
    manager.dialog_data["form"] = chosen
    manager.dialog_data["topics"] = []
    await manager.switch_to(AskMentor.topics)


async def on_often(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers how often."""
    if chosen not in list(Intensity):
        raise ProgrammeError("error-gone")
    manager.dialog_data["intensity"] = chosen


async def on_times(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers the times and goes on: one tap for both."""
    if chosen not in list(ReadyTimes):
        raise ProgrammeError("error-gone")
    manager.dialog_data["slots"] = list(in_week_order(ReadyTimes(chosen).slots))
    await manager.switch_to(AskMentor.goal)


async def on_saying(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Takes a ready-made saying for the goal."""
    words = words_of(manager)
    topic = TOPICS.get(manager.dialog_data["topics"][0])
    place = number(chosen)
    if topic is None or place >= len(topic.goal_keys):
        raise ProgrammeError("error-gone")
    await _with_goal(manager, words.label(topic.goal_keys[place]))


async def on_goal_later(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Обсудим при встрече»."""
    await _with_goal(manager, "")


async def on_goal(message: Message, _: Any, manager: DialogManager) -> None:
    """The goal in the mentee's own words."""
    await _with_goal(manager, clean_goal(typed(message)))


async def on_wish(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Adds a mentor to the wishes, or takes them out."""
    mentor_id = number(chosen)
    wishes = list(manager.dialog_data.get("wishes", []))
    if mentor_id not in wishes and len(wishes) >= MAX_WISHES:
        raise ProgrammeError("error-request-wishes", limit=MAX_WISHES)
    manager.dialog_data["wishes"] = (
        [one for one in wishes if one != mentor_id] if mentor_id in wishes else [*wishes, mentor_id]
    )


async def on_send(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Sends the request, or the changed one."""
    act, db = _tools(manager)
    words = words_of(manager)
    data = manager.dialog_data
    content = (data["topics"], data.get("goal", ""), often_of(manager), data.get("slots", []), data.get("wishes", []))
    if "request_id" in start_data(manager):
        await act(submit.edit, start_data(manager)["request_id"], *content)
    else:
        await act(submit.submit, form_of(manager), *content)
    async with db.read() as session:
        where = await queries.whereabouts(session, act.actor, words.now)
    await finish(query, manager, arrived(words, where.name if where else ""))


async def _with_goal(manager: DialogManager, goal: str) -> None:
    manager.dialog_data["goal"] = goal
    await manager.switch_to(AskMentor.review)


async def _lay_open(manager: DialogManager, act: Act, db: Database, request_id: int) -> None:
    async with db.read() as session:
        request = await queries.one_request(session, act.actor, request_id)
    manager.dialog_data.update(
        form=request.form.value,
        topics=list(request.topics),
        goal=request.goal,
        intensity=request.intensity.value,
        slots=list(request.slots),
        wishes=list(request.wished_mentor_ids),
    )
    await manager.switch_to(AskMentor.review)


def _tools(manager: DialogManager) -> tuple[Act, Database]:
    return act_of(manager), database_of(manager)
