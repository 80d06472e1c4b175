"""Numbers entered by hand: with a comment, beside what was counted; nothing is overwritten (reference.md §6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.access import Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.oversight.indicators.access import curated
from models.oversight.indicators.codes import Code, Moment
from models.oversight.indicators.frame import Frame, Window
from models.oversight.indicators.tables import HandValue
from models.people.names import official
from models.use_case import Tx, use_case

MAX_NUMBER = 1_000_000
MAX_COMMENT = 300
MIN_COMMENT = 3


@dataclass(frozen=True)
class Hand:
    """A hand value as people are told of it."""

    number: int
    comment: str
    by: str
    at: datetime
    by_id: int


@use_case(Permission.CURATE)
def enter_value(
    tx: Tx, organisation_id: int, code: Code, moment: Moment, number: int | None, comment: str = ""
) -> int | None:
    """Puts a number by hand into a column of the present cycle; None takes the former one back. Gives the number.

    Raises ProgrammeError `error-figure-number` beyond 0…1,000,000, `error-figure-comment` where a number comes without
    3 to 300 characters that say where it is from, `error-no-access`.
    """
    organisation = curated(tx, organisation_id)
    words = " ".join(comment.split())
    if number is not None:
        check_number(number)
        if not MIN_COMMENT <= len(words) <= MAX_COMMENT:
            raise ProgrammeError("error-figure-comment", limit=MAX_COMMENT)
    today = to_local(tx.now, ZoneInfo(organisation.zone)).date()
    tx.add(
        HandValue(
            organisation_id=organisation.id,
            code=code,
            moment=moment,
            cycle=Window.until(today, tx.now).first,
            day=today,
            number=number,
            comment=words,
            entered_by=tx.actor.me,
            entered_at=tx.now,
        )
    )
    return number


def check_number(number: int) -> None:
    """Raises ProgrammeError `error-figure-number` beyond 0…1,000,000."""
    if not 0 <= number <= MAX_NUMBER:
        raise ProgrammeError("error-figure-number")


def hands(session: Session, frame: Frame, codes: Iterable[Code], moment: Moment) -> dict[tuple[int, Code], Hand]:
    """The hand values of the frame's organisation and schools as they stood on the day, by organisation and code.

    The newest entry of a column counts. That of the beginning is known on every day of the cycle.
    """
    wanted = [
        HandValue.organisation_id.in_([frame.root_id, *(place.id for place in frame.places)]),
        HandValue.code.in_(list(codes)),
        HandValue.moment == moment,
        HandValue.cycle == frame.window.first,
    ]
    if moment is Moment.RESULT:
        wanted.append(HandValue.day <= frame.window.day)
    newest = select(func.max(HandValue.id)).where(*wanted).group_by(HandValue.organisation_id, HandValue.code)
    rows = session.scalars(select(HandValue).where(HandValue.id.in_(newest)))
    return {
        (row.organisation_id, row.code): Hand(
            row.number, row.comment, official(row.author), row.entered_at, row.entered_by
        )
        for row in rows
        if row.number is not None
    }
