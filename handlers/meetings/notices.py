"""What the bot says by itself about meetings. Each notice reads how things stand when it is sent."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.meetings import drawn
from handlers.notices import Payload, Telling, renders
from handlers.telling import Drawn, menu_key
from models.errors import ProgrammeError
from models.meetings import month, queries
from models.meetings.shown import read_meetings
from models.meetings.states import MeetingMode, MeetingState
from models.meetings.views import MeetingView
from models.mentorships.states import Side
from models.notices.kinds import NoticeKind

_EXCERPT = 1500


async def _meetings(session: AsyncSession, payloads: Sequence[Payload]) -> None:
    await read_meetings(session, [payload["meeting_id"] for payload in payloads])


async def _meeting(telling: Telling) -> MeetingView | None:
    """The meeting; None where the reader may not see it any more."""
    try:
        return await queries.meeting_view(telling.session, telling.actor, telling.payload["meeting_id"])
    except ProgrammeError:
        return None


async def _ahead(telling: Telling) -> MeetingView | None:
    view = await _meeting(telling)
    return view if view is not None and view.is_ahead(telling.words.now) else None


@renders(NoticeKind.MEETING_PLANNED, ahead=_meetings)
async def planned(telling: Telling) -> Drawn | None:
    """«Назначена встреча»; nothing once it is moved, cancelled or begun."""
    view = await _ahead(telling)
    return drawn.invitation(view, telling.words) if view else None


@renders(NoticeKind.MEETING_MOVED, ahead=_meetings)
async def moved(telling: Telling) -> Drawn | None:
    """«Встречу перенесли», with both times."""
    view = await _ahead(telling)
    if view is None:
        return None
    was = await queries.moved_from(telling.session, telling.actor, view.id)
    return drawn.moved(view, telling.words.when(was or view.starts_at), telling.words)


@renders(NoticeKind.MEETING_CONFIRMED, ahead=_meetings)
async def confirmed(telling: Telling) -> Drawn | None:
    """«Подтверждено»."""
    view = await _ahead(telling)
    return drawn.confirmed(view, telling.words) if view else None


@renders(NoticeKind.MEETING_CANCELLED, ahead=_meetings)
async def cancelled(telling: Telling) -> Drawn | None:
    """«Встреча отменена»; nothing about a time that is past."""
    view = await _meeting(telling)
    is_news = view is not None and view.starts_at > telling.words.now
    return drawn.cancelled(view, telling.words) if view and is_news else None


@renders(NoticeKind.REMINDER_24H, ahead=_meetings)
async def reminder_24h(telling: Telling) -> Drawn | None:
    """A day before."""
    view = await _ahead(telling)
    return drawn.reminder(view, telling.words, telling.person_id) if view else None


@renders(NoticeKind.REMINDER_1H, ahead=_meetings)
async def reminder_1h(telling: Telling) -> Drawn | None:
    """An hour before, only where one has to get ready: online, elsewhere, or nobody has said «Буду» (R-09)."""
    view = await _ahead(telling)
    if view is None:
        return None
    is_needed = view.mode is MeetingMode.ONLINE or view.elsewhere or view.state is MeetingState.PLANNED
    return drawn.reminder(view, telling.words, telling.person_id) if is_needed else None


@renders(NoticeKind.LOG_PROMPT, ahead=_meetings)
async def log_prompt(telling: Telling) -> Drawn | None:
    """«Состоялась?»; nothing once somebody has answered."""
    view = await _meeting(telling)
    return drawn.prompt(view, telling.words) if view and view.is_to_log(telling.words.now) else None


@renders(NoticeKind.LOG_NUDGE, ahead=_meetings)
async def log_nudge(telling: Telling) -> Drawn | None:
    """The same on the next working day."""
    view = await _meeting(telling)
    return drawn.nudge(view, telling.words) if view and view.is_to_log(telling.words.now) else None


@renders(NoticeKind.MEETING_LOGGED, ahead=_meetings)
async def logged(telling: Telling) -> Drawn | None:
    """To the mentor a mentee's record to check, to either side what the other has written; else nothing is new."""
    view = await _meeting(telling)
    if view is None or view.state is not MeetingState.HELD:
        return None
    if view.from_mentee and view.side is Side.MENTOR:
        return drawn.to_check(view, telling.words)
    details = await queries.details(telling.session, telling.actor, view.id)
    if not details.text and not details.attachments:
        return None
    excerpt = details.text if len(details.text) <= _EXCERPT else f"{details.text[:_EXCERPT]}…"
    return drawn.shared(view, excerpt, telling.words)


@renders(NoticeKind.MY_MONTH)
async def my_month(telling: Telling) -> Drawn | None:
    """«Мой месяц»; nothing of a month without meetings."""
    words = telling.words
    found = await month.month_of(telling.session, telling.actor, date.fromisoformat(telling.payload["month"]))
    if found is None:
        return None
    name = format_date(found.first, "LLLL", locale=words.locale)
    hours, minutes = divmod(found.minutes, 60)
    text = words.text(
        "meetings-my-month",
        month=name[:1].upper() + name[1:],
        held=found.held,
        hours=hours,
        minutes=minutes,
    )
    return Drawn(text, ((menu_key(words),),))
