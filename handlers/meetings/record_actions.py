"""What the buttons of a record, of one meeting and of the diary do, and where typed texts and files go."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from handlers.flow import number, typed
from handlers.kit import act_of, reading, words_of
from handlers.meetings.log_actions import method_of
from handlers.meetings.moments import day_of, held_on
from handlers.meetings.plan_actions import mode_of
from handlers.meetings.record_getters import meeting_id
from handlers.meetings.states import MeetingRecord, MeetingView, PlanMeeting
from models.errors import ProgrammeError
from models.local_time import to_local
from models.meetings import additions, amend, attendance, log, plan, queries
from models.meetings.additions import AttachmentKind
from models.meetings.states import MeetingState, Obstacle
from models.meetings.views import MeetingView as View

_CHUNK = 3500


async def on_addition(message: Message, _: Any, manager: DialogManager) -> None:
    """A text, a voice note, a photo or a file is kept at once; a caption is a text.

    Raises ProgrammeError for a sticker and whatever else cannot be kept.
    """
    act, record = act_of(manager), meeting_id(manager)
    file = _file_of(message)
    text = message.text or message.caption
    if file is None and not text:
        raise ProgrammeError("error-meetings-addition")
    if file is not None:
        await act(additions.add_attachment, record, *file)
    if text:
        await act(additions.add_text, record, text)


async def on_note(message: Message, _: Any, manager: DialogManager) -> None:
    """Keeps a private note."""
    await act_of(manager)(additions.add_note, meeting_id(manager), typed(message))
    manager.dialog_data["noted"] = True
    await manager.switch_to(MeetingRecord.main)


async def on_next(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Следующая: …»: the usual day, hour and place, in one tap."""
    words, act = words_of(manager), act_of(manager)
    async with reading(manager) as session:
        view = await queries.meeting_view(session, act.actor, meeting_id(manager))
        starts_at = await queries.suggestion(session, act.actor, view.mentorship_id, words.now)
    if starts_at is None:
        raise ProgrammeError("error-meetings-planned-already")
    planned = await act(plan.plan, view.mentorship_id, starts_at, view.mode, view.place, elsewhere=view.elsewhere)
    await open_meeting(manager, planned.id)


async def on_other_time(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Another day for the pair's next meeting."""
    view = await shown(manager)
    await manager.start(PlanMeeting.day, data={"mentorship_id": view.mentorship_id}, mode=StartMode.RESET_STACK)


async def on_edit_length(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Another length."""
    await act_of(manager)(amend.edit, meeting_id(manager), duration_min=number(chosen))
    await manager.switch_to(MeetingRecord.main)


async def on_edit_method(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Something else was done."""
    await act_of(manager)(amend.edit, meeting_id(manager), method=method_of(chosen))
    await manager.switch_to(MeetingRecord.main)


async def on_edit_day(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """It was on another day, at the same hour."""
    held_at = await other_day(manager, chosen)
    await act_of(manager)(amend.edit, meeting_id(manager), starts_at=held_at)
    await manager.switch_to(MeetingRecord.main)


async def on_coming(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Буду»."""
    await act_of(manager)(plan.confirm, (await shown(manager)).id)


async def on_away(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Не смогу»: the group meets all the same."""
    await act_of(manager)(attendance.cannot_come, (await shown(manager)).id)


async def on_attendee(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Was there, or was not: a press turns it."""
    act, record, person_id = act_of(manager), meeting_id(manager), number(chosen)
    async with reading(manager) as session:
        came = await attendance.attendance(session, act.actor, record)
    was_there = any(one.present for one in came if one.person_id == person_id)
    await act(attendance.mark, record, person_id, not was_there)


async def on_move(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Another time for this meeting."""
    view = await shown(manager)
    data = {"mentorship_id": view.mentorship_id, "meeting_id": view.id}
    await manager.start(PlanMeeting.day, data=data, mode=StartMode.RESET_STACK)


async def on_cancel(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Cancels and asks why."""
    await act_of(manager)(plan.cancel, (await shown(manager)).id)
    await manager.switch_to(MeetingView.why)


async def on_held(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Да, состоялась»; also the mentor's «Верно» to a mentee's record."""
    view = await act_of(manager)(log.record, (await shown(manager)).id)
    await open_record(manager, view.id)


async def on_not_held(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Нет»: stands at once, then asks why."""
    await act_of(manager)(log.not_held, (await shown(manager)).id)
    await manager.switch_to(MeetingView.why)


async def on_why(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """What got in the way."""
    if chosen not in list(Obstacle):
        raise ProgrammeError("error-gone")
    view = await shown(manager)
    use_case = plan.cancel if view.state is MeetingState.CANCELLED else log.not_held
    await act_of(manager)(use_case, view.id, Obstacle(chosen))
    await manager.switch_to(MeetingView.main)


async def on_correct(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Всё-таки была»."""
    view = await act_of(manager)(log.correct, (await shown(manager)).id)
    await open_record(manager, view.id)


async def on_add(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Opens the record for texts, files and notes."""
    await open_record(manager, (await shown(manager)).id)


async def on_place(message: Message, _: Any, manager: DialogManager) -> None:
    """A room, an address, or a link."""
    text = typed(message)
    await act_of(manager)(plan.set_place, (await shown(manager)).id, mode_of(text), text)
    await manager.switch_to(MeetingView.main)


async def on_void(message: Message, _: Any, manager: DialogManager) -> None:
    """The curator's reason: the record does not count any more."""
    await act_of(manager)(amend.void, (await shown(manager)).id, typed(message))
    await manager.switch_to(MeetingView.main)


async def on_files(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Sends the record's files and its whole text below the window, and the window once more."""
    async with reading(manager) as session:
        now = await queries.current(session, act_of(manager).actor, meeting_id(manager))
        found = await queries.details(session, act_of(manager).actor, now.id)
    if not isinstance(query.message, Message):
        raise ProgrammeError("error-gone")
    for start in range(0, len(found.text), _CHUNK):
        await query.message.answer(found.text[start : start + _CHUNK], parse_mode=None)
    for file in found.attachments:
        await _SENDERS[AttachmentKind(file.kind)](query.message, file.file_ref)
    manager.show_mode = ShowMode.SEND


async def on_line(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Opens a meeting of the diary; «Назад» comes back to the page."""
    await manager.start(MeetingView.main, data={"meeting_id": number(chosen)})


async def open_record(manager: DialogManager, record_id: int) -> None:
    """The window of a record, where texts and files are added."""
    await manager.start(MeetingRecord.main, data={"meeting_id": record_id}, mode=StartMode.RESET_STACK)


async def open_meeting(manager: DialogManager, shown_id: int) -> None:
    """The window of a meeting."""
    await manager.start(MeetingView.main, data={"meeting_id": shown_id}, mode=StartMode.RESET_STACK)


async def other_day(manager: DialogManager, chosen: str) -> datetime:
    """The hour of the meeting on another day; today no later than that it is over by now."""
    view, words = await shown(manager), words_of(manager)
    return held_on(day_of(chosen), to_local(view.starts_at, words.zone).time(), view.duration_min, words)


async def shown(manager: DialogManager) -> View:
    """The meeting that the window shows: what it has become by being moved."""
    async with reading(manager) as session:
        return await queries.current(session, act_of(manager).actor, meeting_id(manager))


def _file_of(message: Message) -> tuple[AttachmentKind, str] | None:
    if message.voice is not None:
        return AttachmentKind.VOICE, message.voice.file_id
    if message.photo:
        return AttachmentKind.PHOTO, message.photo[-1].file_id
    if message.document is not None:
        return AttachmentKind.DOCUMENT, message.document.file_id
    return None


async def _send_voice(message: Message, file_ref: str) -> None:
    await message.answer_voice(file_ref)


async def _send_photo(message: Message, file_ref: str) -> None:
    await message.answer_photo(file_ref)


async def _send_document(message: Message, file_ref: str) -> None:
    await message.answer_document(file_ref)


_SENDERS = {
    AttachmentKind.VOICE: _send_voice,
    AttachmentKind.PHOTO: _send_photo,
    AttachmentKind.DOCUMENT: _send_document,
}
