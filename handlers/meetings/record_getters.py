"""What the windows of a fresh record, of one meeting and of the diary show."""

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, reading, words_of
from handlers.meetings.log_getters import day_items, length_items, method_items
from handlers.meetings.saying import day_and_time, facts, method
from handlers.paging import page_number, turning
from handlers.words import Words
from models.meetings import queries
from models.meetings.attendance import Attendee, attendance
from models.meetings.diary import diary
from models.meetings.queries import MeetingDetails
from models.meetings.rules import EDIT_TIME
from models.meetings.states import MeetingState, Obstacle
from models.meetings.views import MeetingView
from models.mentorships.states import Side
from models.people.names import together

_EXCERPT, _NOTES = 2000, 1000


def meeting_id(manager: DialogManager) -> int:
    """The meeting the dialog was opened for."""
    value: int = start_data(manager).get("meeting_id") or 0
    return value


async def get_record(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The record, what has been added to it, and when the pair may meet next."""
    words, actor = words_of(dialog_manager), act_of(dialog_manager).actor
    async with reading(dialog_manager) as session:
        found = await queries.details(session, actor, meeting_id(dialog_manager))
        usual = await queries.suggestion(session, actor, found.meeting.mentorship_id, words.now)
        came = await attendance(session, actor, found.meeting.id)
    is_member = found.meeting.side is not None
    has_more = bool(found.text or found.attachments)
    return facts(found.meeting, words) | {
        "usual": day_and_time(usual, words) if usual and found.meeting.is_led else "",
        "unusual": usual is None and found.meeting.is_led,
        "to_mark": bool(came) and (may_edit(found.meeting, words) or not is_member),
        "attendees": [_attendee(one, words) for one in came],
        **_counted(came),
        "known": bool(start_data(dialog_manager).get("known")),
        "fresh": not start_data(dialog_manager).get("known"),
        "asking": is_member and not has_more,
        "kept": is_member and has_more,
        "member": is_member,
        "excerpt": _cut(found.text),
        "files": len(found.attachments),
        "may_edit": may_edit(found.meeting, words),
        "noted": bool(dialog_manager.dialog_data.get("noted")),
    }


async def get_edit(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The record and what can be changed of it."""
    words, actor = words_of(dialog_manager), act_of(dialog_manager).actor
    async with reading(dialog_manager) as session:
        view = await queries.current(session, actor, meeting_id(dialog_manager))
    return facts(view, words) | {
        **day_items(dialog_manager, is_curator=view.side is None),
        "lengths": length_items(words, view.duration_min),
        "methods": [item for item in method_items(words) if item["title"] != method(view.method, words)],
    }


async def get_meeting(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One meeting as it has become, and what can be done about it now."""
    words, actor = words_of(dialog_manager), act_of(dialog_manager).actor
    async with reading(dialog_manager) as session:
        now = await queries.current(session, actor, meeting_id(dialog_manager))
        found = await queries.details(session, actor, now.id)
        came = await attendance(session, actor, now.id)
    nested = len(dialog_manager.current_stack().intents) > 1
    is_ahead = now.is_ahead(words.now)
    away = [one.name for one in came if not one.present] if is_ahead else []
    present = {"attended": bool(came) and now.state is MeetingState.HELD, "away": together(away), **_counted(came)}
    actions = _actions(found, words, actor.me)
    if is_ahead and any(one.person_id == actor.me and not one.present for one in came):
        actions |= {"to_say": True, "may_stay_away": False}
    return facts(now, words) | _standing(found, words) | actions | present | {"nested": nested}


async def get_why(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What can have got in the way."""
    words, data = words_of(dialog_manager), await get_meeting(dialog_manager)
    items = [{"id": one.value, "title": words.label("meetings-obstacle", obstacle=one.value)} for one in Obstacle]
    return data | {"items": items}


async def get_diary(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the diary."""
    words, actor = words_of(dialog_manager), act_of(dialog_manager).actor
    async with reading(dialog_manager) as session:
        shown = await diary(
            session, actor, page_number(dialog_manager), start_data(dialog_manager).get("mentorship_id")
        )
    return {
        "held": shown.held,
        "items": [_line(view, words) for view in shown.meetings],
        "none": not shown.meetings,
        **turning(dialog_manager, shown.page, shown.pages),
    }


def may_edit(view: MeetingView, words: Words) -> bool:
    """Whether the reader is offered to change the record; the use case decides."""
    is_fresh = view.logged_at is not None and words.now <= view.logged_at + EDIT_TIME
    return view.side is Side.MENTOR and view.state is MeetingState.HELD and is_fresh


def _standing(found: MeetingDetails, words: Words) -> dict[str, Any]:
    view = found.meeting
    standing = "BEGUN" if view.is_to_log(words.now) else view.state.value
    return {
        "state": words.label("meetings-state", state=standing),
        "obstacle": words.label("meetings-obstacle", obstacle=view.obstacle.value) if view.obstacle else "",
        "by_mentee": view.from_mentee,
        "late": view.entered_late,
        "excerpt": _cut(found.text),
        "notes": "\n".join(found.notes)[:_NOTES],
        "files": len(found.attachments),
    }


def _actions(found: MeetingDetails, words: Words, me: int) -> dict[str, bool]:
    view = found.meeting
    is_ahead, is_held = view.is_ahead(words.now), view.state is MeetingState.HELD
    is_over = view.state in (MeetingState.NO_SHOW, MeetingState.CANCELLED)
    return {
        "ahead": is_ahead and view.is_led,
        "may_stay_away": is_ahead and view.may_stay_away,
        "to_say": is_ahead and view.state is MeetingState.PLANNED and view.planned_by != me,
        "to_log": view.is_to_log(words.now),
        "held": is_held,
        "to_add": is_held and view.side is not None,
        "to_check": is_held and view.from_mentee and view.side is Side.MENTOR,
        "may_edit": may_edit(view, words),
        "may_correct": view.state is MeetingState.NO_SHOW and view.side is not Side.MENTEE,
        "may_amend": is_held and view.side is None,
        "again": is_over and view.is_led,
        "long": len(found.text) > _EXCERPT,
    }


def _line(view: MeetingView, words: Words) -> dict[str, Any]:
    standing = "BEGUN" if view.is_to_log(words.now) else view.state.value
    return {"id": view.id, "title": words.label("meetings-diary-line", state=standing, **facts(view, words))}


def _attendee(one: Attendee, words: Words) -> dict[str, Any]:
    key = "meetings-present-button" if one.present else "meetings-absent-button"
    return {"id": one.person_id, "title": words.label(key, name=one.name)}


def _counted(came: Sequence[Attendee]) -> dict[str, int]:
    return {"present": sum(one.present for one in came), "invited": len(came)}


def _cut(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
