"""The week of a school on one screen (§10): computed by queries, so that it says what they say at that moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, zip_longest
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.mentorships.across import Awaited
from models.mentorships.states import MEETING, MentorshipState
from models.mentorships.tables import Mentorship
from models.oversight.decisions import decision_line
from models.oversight.finding import School
from models.oversight.lines import (
    Line,
    LineKind,
    across_line,
    call_lines,
    log_line,
    offer_line,
    order_line,
    overload_line,
    pair_lines,
    request_lines,
    signal_line,
    talk_line,
    with_solution,
)
from models.oversight.numbers import Numbers, numbers_of
from models.oversight.period import Period
from models.oversight.together import Here
from models.oversight.weeks import WeekCount, weeks_at
from models.people.tables import Organisation
from models.school_year import holidays_between

TODAY = 3
"""At most so many decisions a day."""
_ACROSS = (Awaited.LENDER, Awaited.LENDING)


@dataclass(frozen=True)
class DigestView:
    """A week as it is told to a curator: facts without words."""

    organisation_id: int
    school: str
    day: date
    """The local day on which it was made."""
    monday: date
    sunday: date
    decide: tuple[Line, ...]
    wait: tuple[Line, ...]
    pairs: int
    fine: int
    to_log: int
    above: int
    numbers: Numbers
    is_holiday: bool
    """The day lies in school holidays."""
    weeks: tuple[WeekCount, ...] = ()
    """Empty in digests that were stored before there were pictures."""

    @property
    def is_quiet(self) -> bool:
        """Nothing to decide and nothing that waits: two lines are enough."""
        return not self.decide and not self.wait

    @property
    def is_worth_telling(self) -> bool:
        """In holidays only if something happened (R-09)."""
        return not self.is_holiday or not self.is_quiet or self.numbers.held > 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """All numbered lines in their order: the first is number 1."""
        return (*self.decide, *self.wait)


def digest_of(
    session: Session, organisation_id: int, now: datetime, reader_id: int | None = None, *, from_above: bool = False
) -> DigestView:
    """The week of a school as `reader_id` may see it: its own curator, or one `from_above`.

    Members of a pair see neither calls about it nor that its marks are low (R-20).
    """
    return digest_at(School.at(session, organisation_id, now), reader_id, from_above=from_above)


def digest_at(school: School, reader_id: int | None = None, *, from_above: bool = False) -> DigestView:
    """The same of a school that was just looked at."""
    period = Period.at(school)
    calls = call_lines(school, reader_id, from_above=from_above)
    matters = (calls, *_by_urgency(pair_lines(school, reader_id)), request_lines(school))
    decide = tuple(with_solution(school, line) for line in _most_pressing(matters))
    left = [line for line in chain.from_iterable(matters) if not _is_among(line, decide)]
    logs = log_line(school)
    others = (*_papers(school), signal_line(school, reader_id), None if from_above else talk_line(school))
    offers = (offer_line(school), *(across_line(school, one) for one in _ACROSS))
    wait = tuple(line for line in (*_sums(left), *offers, logs, *others) if line is not None)
    pairs = {pair_id for (pair_id,) in school.rows(_pairs)}
    above = pairs & set(chain.from_iterable(line.pair_ids for line in (*decide, *left)))
    weeks = weeks_at(school, period)
    to_log = (pairs & set(logs.pair_ids if logs else ())) - above
    return DigestView(
        organisation_id=school.organisation_id,
        school=school.session.get_one(Organisation, school.organisation_id).short_name,
        day=school.today,
        monday=period.monday,
        sunday=period.sunday,
        decide=decide,
        wait=wait,
        pairs=len(pairs),
        fine=len(pairs - above - to_log),
        to_log=len(to_log),
        above=len(above),
        numbers=numbers_of(school, period, weeks),
        is_holiday=school.today in holidays_between(school.today, school.today, school.own_holidays),
        weeks=weeks,
    )


def _by_urgency(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Badly rated pairs, then silent ones; pairs that only fade can wait."""
    low = [line for line in lines if line.kind is LineKind.LOW_RATING]
    return low, [line for line in lines if line.kind is not LineKind.LOW_RATING]


def _most_pressing(matters: Iterable[Sequence[Line]]) -> list[Line]:
    """Three lines, in turn the first of each kind, so that no kind crowds out another; said in the order of kinds."""
    of_today = ([line for line in lines if line.kind is not LineKind.FADING] for lines in matters)
    in_turn = (line for row in zip_longest(*of_today) for line in row if line is not None)
    chosen = [line for line, _ in zip(in_turn, range(TODAY), strict=False)]
    return sorted(chosen, key=lambda line: list(LineKind).index(line.kind))


def _is_among(line: Line, decide: Iterable[Line]) -> bool:
    return any((line.kind, line.subject_id) == (other.kind, other.subject_id) for other in decide)


def _sums(left: Sequence[Line]) -> tuple[Line | None, ...]:
    """What found no place among today's decisions, as sums."""
    requests = [line for line in left if line.kind is LineKind.REQUEST]
    calls = [line for line in left if line.kind is LineKind.CALL]
    pairs = [line for line in left if line.kind not in (LineKind.REQUEST, LineKind.CALL)]
    sums = ((LineKind.REQUESTS, requests), (LineKind.CALLS, calls), (LineKind.PAIRS, pairs))
    return tuple(Line(kind, count=len(lines)) if lines else None for kind, lines in sums)


def _papers(school: School) -> tuple[Line | None, ...]:
    return order_line(school), overload_line(school), decision_line(school)


def _pairs(here: Here) -> Select[*tuple[Any, ...]]:
    return select(Mentorship.organisation_id, Mentorship.id).where(
        Mentorship.organisation_id.in_(here.ids), Mentorship.state.in_((*MEETING, MentorshipState.PAUSED))
    )
