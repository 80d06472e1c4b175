"""«Дневник»: the meetings of a person or of a pair, newest first, in pages."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor
from models.meetings.queries import MEMBERS, MINE, pair_line
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.meetings.views import MeetingView
from models.paging import nearest

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
    if mentorship_id is not None:
        mentorship_id = (await pair_line(session, actor, mentorship_id)).id
    whose, asked = _OF_ALL if mentorship_id is None else _OF_ONE, {"me": actor.person_id, "pair": mentorship_id}
    counted: dict[MeetingState, int] = dict((await session.execute(whose.counts, asked)).all())
    page, pages = nearest(page, sum(counted.get(state, 0) for state in _SHOWN), PAGE)
    rows = await session.scalars(whose.meetings, asked | {"skipped": page * PAGE})
    found = tuple(MeetingView.of(row, actor) for row in rows)
    return DiaryPage(found, page, pages, counted.get(MeetingState.HELD, 0))


class _Whose:
    """The questions about somebody's meetings, built once: the diary is what is opened most."""

    def __init__(self, mine: ColumnElement[bool]) -> None:
        self.counts = select(Meeting.state, func.count()).where(mine).group_by(Meeting.state)
        self.meetings = (
            select(Meeting)
            .where(mine, Meeting.state.in_(_SHOWN))
            .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
            .offset(bindparam("skipped"))
            .limit(PAGE)
            .options(*MEMBERS)
        )


_OF_ALL, _OF_ONE = _Whose(MINE), _Whose(Meeting.mentorship_id == bindparam("pair"))
