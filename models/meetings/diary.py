"""«Дневник»: the meetings of a person or of a pair, newest first, in pages."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor
from models.meetings.queries import MEMBERS, own_pairs, pair_line
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.meetings.views import MeetingView

PAGE = 6
_SHOWN = (MeetingState.PLANNED, MeetingState.CONFIRMED, MeetingState.HELD, MeetingState.NO_SHOW)


@dataclass(frozen=True)
class DiaryPage:
    """One page of a diary; pages are counted from nought."""

    meetings: tuple[MeetingView, ...]
    page: int
    pages: int
    held: int
    """How many records it holds in all."""


async def diary(session: AsyncSession, actor: Actor, page: int = 0, mentorship_id: int | None = None) -> DiaryPage:
    """Planned, held and missed meetings of all one's own pairs, or of one pair in the reader's scope (OMS-18).

    A page that does not exist is answered with the nearest. Raises ProgrammeError for a pair outside the scope.
    """
    pairs = own_pairs(actor) if mentorship_id is None else [(await pair_line(session, actor, mentorship_id)).id]
    mine = Meeting.mentorship_id.in_(pairs)
    counts = await session.execute(select(Meeting.state, func.count()).where(mine).group_by(Meeting.state))
    counted: dict[MeetingState, int] = dict(counts.all())
    pages = max(1, -(-sum(counted.get(state, 0) for state in _SHOWN) // PAGE))
    page = min(max(page, 0), pages - 1)
    rows = await session.scalars(
        select(Meeting)
        .where(mine, Meeting.state.in_(_SHOWN))
        .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
        .offset(page * PAGE)
        .limit(PAGE)
        .options(*MEMBERS)
    )
    found = tuple(MeetingView.of(row, actor) for row in rows)
    return DiaryPage(found, page, pages, counted.get(MeetingState.HELD, 0))
