"""Counting: one statement for each indicator, whatever the number of schools."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import CTE, BigInteger, Select, cast, distinct, func, null, select, union_all
from sqlalchemy.orm import Session

from models.oversight.indicators.definition import Indicator, Rows
from models.oversight.indicators.frame import Frame


@dataclass(frozen=True)
class Counts:
    """How many in all, each once, and how many in each school; somebody in two schools counts in both (R-13)."""

    total: int
    by_school: dict[int, int] = field(default_factory=dict)
    """Schools with nobody are left out."""
    known: frozenset[int] | None = None
    """The schools where it can be counted; None: in all of them."""

    def at(self, school: int) -> int | None:
        """The number of a school."""
        return self.by_school.get(school, 0) if self.known is None or school in self.known else None


def count(session: Session, indicator: Indicator, frame: Frame) -> Counts | None:
    """The numbers of an indicator; None where nothing is kept from which they could be counted."""
    if indicator.rows is None:
        return None
    known = None if indicator.told is None else _known(session, indicator.told, frame)
    if not frame.places:
        return Counts(0, known=known)
    counted = session.execute(counting(indicator.rows(frame))).all()
    by_school = {row.school: row.number for row in counted if row.school is not None}
    return Counts(next(row.number for row in counted if row.school is None), by_school, known)


def _known(session: Session, told: Rows, frame: Frame) -> frozenset[int]:
    rows = told(frame).subquery()
    return frozenset(session.scalars(select(rows.c.school).distinct())) if frame.places else frozenset()


def counting(rows: Select[int, int]) -> Any:
    """The statement that gives a row for each school and one, without a school, for all together."""
    counted = rows.cte("counted")
    number = func.count(distinct(counted.c.who)).label("number")
    return union_all(
        select(counted.c.school.label("school"), number).group_by(counted.c.school),
        select(cast(null(), BigInteger).label("school"), number).select_from(counted),
    )


def whom(indicator: Indicator, frame: Frame) -> CTE | None:
    """The same rows, for the list behind the number."""
    return None if indicator.rows is None else indicator.rows(frame).cte("counted")


def untold(session: Session, indicator: Indicator, frame: Frame) -> int:
    """How many are counted apart, as «не определено»."""
    if indicator.untold is None or not frame.places:
        return 0
    return session.scalar(select(func.count()).select_from(indicator.untold(frame).subquery())) or 0
