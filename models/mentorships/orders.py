"""The head's order that forms pairs: its number comes when it comes, one entry for many pairs (§4.3, YKT-23)."""

import re
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select

from models.access import Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.mentorships.states import MEETING, MentorshipState
from models.mentorships.tables import Mentorship
from models.people.tables import Organisation
from models.school_year import school_year_of
from models.use_case import Tx, use_case

_AUGUST = 8
_TYPED = re.compile(
    r"(?:приказ\w*|order)?\s*(?:№|n[oо]?\b\.?|#)?\s*(?P<number>[\w/.\-–]{1,40}?)"
    r"\s*,?\s+(?:(?:от|of|from|dated)\s+)?(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d{2})"
    r"\s*(?:г(?:ода|\.)?)?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Order:
    """An order as it is written down: number and the day it bears."""

    number: str
    day: date


@dataclass(frozen=True)
class RecordedOrder:
    """What was entered, and for which pairs."""

    order: Order
    mentorship_ids: tuple[int, ...]


def awaiting_order(*organisation_ids: int) -> Select[Mentorship]:
    """The approved and running pairs of schools that have no order's number."""
    return select(Mentorship).where(
        Mentorship.organisation_id.in_(organisation_ids),
        Mentorship.state.in_((*MEETING, MentorshipState.PAUSED)),
        Mentorship.order_ref == "",
    )


def read_order(text: str) -> Order:
    """The order out of «№ 45 от 12.10.2026». Raises ProgrammeError `error-order-text` for anything else."""
    found = _TYPED.fullmatch(text.strip())
    if found is None or not any(sign.isdigit() for sign in found["number"]):
        raise ProgrammeError("error-order-text")
    year = int(found["year"]) if len(found["year"]) == len("2026") else 2000 + int(found["year"])
    try:
        return Order(found["number"], date(year, int(found["month"]), int(found["day"])))
    except ValueError:
        raise ProgrammeError("error-order-text") from None


def check_order_date(day: date, today: date) -> None:
    """Raises ProgrammeError `error-order-future`, `error-order-early`.

    The school year's orders begin in August: that is when most pairs are appointed.
    """
    first = date(school_year_of(today), _AUGUST, 1)
    if day > today:
        raise ProgrammeError("error-order-future")
    if day < first:
        raise ProgrammeError("error-order-early", first=f"{first:%d.%m.%Y}")


@use_case(Permission.CURATE)
def record_order(
    tx: Tx, organisation_id: int, number: str, order_date: date, mentorship_ids: tuple[int, ...] | None = None
) -> RecordedOrder:
    """One number and date for the school's pairs that have none: for those named, or for all (YKT-23).

    A number that somebody has entered meanwhile stays. Raises ProgrammeError `error-no-access` for another school,
    `error-order-text`, what `check_order_date` raises, and `error-order-none` where no pair waits for a number.
    """
    school = tx.get(Organisation, organisation_id)
    if organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    order = read_order(f"{number} {order_date:%d.%m.%Y}")
    check_order_date(order.day, to_local(tx.now, ZoneInfo(school.zone)).date())
    waiting = tx.session.scalars(awaiting_order(organisation_id).order_by(Mentorship.id).with_for_update()).all()
    covered = [pair for pair in waiting if mentorship_ids is None or pair.id in mentorship_ids]
    if not covered:
        raise ProgrammeError("error-order-none")
    for pair in covered:
        pair.order_ref, pair.order_date = order.number, order.day
    return RecordedOrder(order, tuple(pair.id for pair in covered))
