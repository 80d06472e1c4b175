"""What the buttons of «Подобрать всем» do."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.flow import finish, number
from handlers.kit import act_of, clock_of, reading, words_of
from handlers.mentorships.cohort_getters import kept
from handlers.mentorships.states import Cohort
from handlers.telling import Drawn, acknowledge, menu_key
from handlers.workshop import make
from models.errors import ProgrammeError
from models.matching.assign import assign
from models.mentorships import cohort_draft, cohort_queries
from models.mentorships.cohort_draft import DraftView
from models.mentorships.cohort_facts import facts_of
from models.mentorships.cohort_groups import unite
from models.mentorships.cohort_publish import publish
from models.mentorships.cohort_queries import Part
from models.use_case import Tx

P = ParamSpec("P")
CHANGED = "error-draft-changed"


async def on_scope(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """The place whose people are paired."""
    async with reading(manager) as session:
        found = await cohort_queries.outlook(session, act_of(manager).actor, number(chosen))
    manager.dialog_data["organisation_id"] = found.organisation_id


async def on_make(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The plan for everybody, made in another process while this window says so."""
    came_from = manager.current_context().state
    organisation_id = kept(manager, "organisation_id")
    await acknowledge(query)
    await manager.switch_to(Cohort.working)
    await manager.show()
    try:
        draft = await _made(manager, organisation_id)
    except ProgrammeError as error:
        await _tell(manager, query, error)
        await manager.switch_to(came_from)
        return
    except Exception:
        await manager.switch_to(came_from)
        await manager.show()
        raise
    _seen(manager, draft)
    await _open_part(manager, Part.PAIRS)


async def on_open(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The draft that is there already."""
    kept(manager, "draft_id")
    manager.dialog_data.pop("since", None)
    await _open_part(manager, Part.PAIRS)


async def on_part(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From the pairs to those who have nobody, and back."""
    await _open_part(manager, Part.LEFT if button.widget_id == "left" else Part.PAIRS)


async def on_line(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Opens a line of the draft."""
    request_id, data = number(chosen), manager.dialog_data
    async with reading(manager) as session:
        await cohort_queries.line(session, act_of(manager).actor, kept(manager, "draft_id"), request_id)
    data.update(request_id=request_id, draft_page=data.get("page", 0), page=0)
    await manager.switch_to(Cohort.line)


async def on_mentors(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Whom else the request could have."""
    manager.dialog_data["page"] = 0
    await manager.switch_to(Cohort.mentor)


async def on_resting(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The mentors without a pair."""
    manager.dialog_data.update(draft_page=manager.dialog_data.get("page", 0), page=0)
    await manager.switch_to(Cohort.resting)


async def on_back(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """To the page of the draft from which the line was opened."""
    manager.dialog_data["page"] = manager.dialog_data.get("draft_page", 0)
    await manager.switch_to(Cohort.draft)


async def on_mentor(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
    """Another mentor for the request."""
    request_id, mentor_id = kept(manager, "request_id"), number(chosen)
    if await _edited(query, manager, cohort_draft.choose, request_id, mentor_id):
        await manager.switch_to(Cohort.line)


async def on_fix(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Keeps the line when the plan is made anew, or lets it go."""
    await _edited(query, manager, cohort_draft.fix, kept(manager, "request_id"), button.widget_id == "fix")


async def on_unite(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """All requests of this mentor as one group, or as pairs again."""
    await _edited(query, manager, unite, kept(manager, "request_id"), button.widget_id == "unite")


async def on_take_out(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Takes the request out of the plan."""
    await _edited(query, manager, cohort_draft.take_out, kept(manager, "request_id"))


async def on_publish(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """All pairs at once; or none, and the lines that have changed come first."""
    words = words_of(manager)
    try:
        done = await act_of(manager)(publish, kept(manager, "draft_id"), kept(manager, "version"))
    except ProgrammeError as error:
        await _refused(query, manager, error)
        return
    if done.published:
        counts = {"count": done.published - done.groups, "groups": done.groups}
        text = words.text("mentorships-cohort-published", **counts)
        await finish(query, manager, Drawn(text, ((menu_key(words),),)))
        return
    await acknowledge(query, words.label("mentorships-cohort-not-published", count=done.changed), alert=True)
    manager.dialog_data.update(version=done.version, since=done.version)
    await _open_part(manager, Part.PAIRS)


async def on_discard(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The draft goes, and everything can begin anew."""
    try:
        await act_of(manager)(cohort_draft.discard, kept(manager, "draft_id"), kept(manager, "version"))
    except ProgrammeError as error:
        await _refused(query, manager, error)
        return
    await manager.switch_to(Cohort.begin)


async def _made(manager: DialogManager, organisation_id: int) -> DraftView:
    act, now = act_of(manager), clock_of(manager).now()
    async with reading(manager) as session:
        facts = await session.run_sync(facts_of, act.actor, organisation_id, now)
    plan = await make(assign, facts.cohort)
    return await act(cohort_draft.keep, organisation_id, facts.version, plan)


async def _edited(
    query: CallbackQuery,
    manager: DialogManager,
    use_case: Callable[Concatenate[Tx, int, int, P], DraftView],
    *args: P.args,
    **kwargs: P.kwargs,
) -> bool:
    """Changes the draft that the curator has seen; where it is another by now, shows what has changed."""
    try:
        draft = await act_of(manager)(use_case, kept(manager, "draft_id"), kept(manager, "version"), *args, **kwargs)
    except ProgrammeError as error:
        await _refused(query, manager, error)
        return False
    _seen(manager, draft)
    return True


async def _refused(query: CallbackQuery, manager: DialogManager, error: ProgrammeError) -> None:
    """Somebody was faster: the draft is shown as it is now, with a mark on what is not as it was seen."""
    if error.key != CHANGED:
        raise error
    await _tell(manager, query, error)
    manager.dialog_data["since"] = kept(manager, "version")
    await on_back(query, None, manager)


async def _tell(manager: DialogManager, query: CallbackQuery, error: ProgrammeError) -> None:
    await acknowledge(query, words_of(manager).label(error.key, **error.values), alert=True)


async def _open_part(manager: DialogManager, part: Part) -> None:
    manager.dialog_data.update(part=part.value, page=0, draft_page=0)
    await manager.switch_to(Cohort.draft)


def _seen(manager: DialogManager, draft: DraftView) -> None:
    manager.dialog_data.update(draft_id=draft.id, version=draft.version, since=draft.version)
