"""The table: for each indicator what was counted, what was entered, and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models.oversight.indicators.codes import Awaits, Block, Code, Mode, Moment
from models.oversight.indicators.counting import Counts, count
from models.oversight.indicators.definition import Indicator
from models.oversight.indicators.frame import Frame
from models.oversight.indicators.hand import Hand, hands
from models.oversight.indicators.heads import COVERED, Coverage, coverage_of, headcounts
from models.oversight.indicators.may import SHARES
from models.oversight.indicators.registry import of_block


@dataclass(frozen=True)
class Reading:
    """One number. `number` is what the table says: what was entered, else what was counted with what schools corrected.

    None is «нет данных»: nothing can be counted, and nobody has entered anything.
    """

    number: int | None
    auto: int | None
    hand: Hand | None = None
    schools: int | None = None
    """Above a school: of how many schools a sum of hand values knows a number."""
    by_school: tuple[tuple[int, int | None], ...] = ()
    """Above a school: what each of them says, by its id."""


@dataclass(frozen=True)
class Figure:
    """A line of the table: the number at the beginning of the cycle, and that of the day."""

    code: Code
    mode: Mode
    awaits: Awaits | None
    base: Reading
    now: Reading


@dataclass(frozen=True)
class Share:
    """A derived share; None where one of its numbers is not known or nobody is in the whole."""

    part: Code
    whole: Code
    percent: int | None
    n: int | None


@dataclass(frozen=True)
class Table:
    """A page of the table."""

    organisation_id: int
    name: str
    is_school: bool
    schools: int
    first: date
    day: date
    figures: tuple[Figure, ...]
    coverage: tuple[Coverage, ...] = ()
    shares: tuple[Share, ...] = ()


def readings(session: Session, frame: Frame, indicators: Sequence[Indicator], moment: Moment) -> dict[Code, Reading]:
    """What each indicator says at the end of the frame's window."""
    entered = hands(session, frame, [one.code for one in indicators], moment)
    return {one.code: _reading(one, frame, count(session, one, frame), entered) for one in indicators}


def table_of(session: Session, frame: Frame, block: Block | None, base: dict[Code, Reading]) -> Table:
    """The table of a frame beside the beginning of its cycle."""
    indicators = of_block(block)
    now = readings(session, frame, indicators, Moment.RESULT)
    return Table(
        organisation_id=frame.root_id,
        name=frame.name,
        is_school=frame.is_school,
        schools=len(frame.places),
        first=frame.window.first,
        day=frame.window.day,
        figures=figures_of(indicators, base, now),
        coverage=coverages(session, frame, now) if block in (None, Block.COVERAGE) else (),
        shares=shares_of(now) if block in (None, Block.MAY) else (),
    )


def figures_of(
    indicators: Sequence[Indicator], base: dict[Code, Reading], now: dict[Code, Reading]
) -> tuple[Figure, ...]:
    """The lines; what a frozen table does not know is «нет данных»."""
    nothing = Reading(None, None)
    return tuple(
        Figure(one.code, one.mode, one.awaits, base.get(one.code, nothing), now.get(one.code, nothing))
        for one in indicators
    )


def coverages(session: Session, frame: Frame, now: dict[Code, Reading]) -> tuple[Coverage, ...]:
    """Pupils and staff."""
    return tuple(
        coverage_of(frame, kind, _by_school(frame, now[code]), headcounts(session, frame, kind))
        for kind, code in COVERED.items()
    )


def shares_of(now: dict[Code, Reading]) -> tuple[Share, ...]:
    """The derived shares of the May set."""
    return tuple(_share(part, whole, now[part].number, now[whole].number) for part, whole in SHARES)


def _share(part: Code, whole: Code, number: int | None, n: int | None) -> Share:
    is_known = number is not None and n
    return Share(part, whole, round(100 * (number or 0) / (n or 1)) if is_known else None, n)


def _by_school(frame: Frame, reading: Reading) -> dict[int, int]:
    if frame.is_school:
        return {frame.root_id: reading.number or 0}
    return {school: number or 0 for school, number in reading.by_school}


def _reading(
    indicator: Indicator, frame: Frame, counts: Counts | None, entered: dict[tuple[int, Code], Hand]
) -> Reading:
    own = entered.get((frame.root_id, indicator.code))
    known = counts.known if counts else frozenset()
    auto = counts.total if counts and known != frozenset() else None
    if frame.is_school:
        return Reading(own.number if own else auto, auto, own)
    theirs = {place.id: entered.get((place.id, indicator.code)) for place in frame.places}
    told = {school: hand.number for school, hand in theirs.items() if hand is not None}
    counted = counts.by_school if counts else {}
    by_school = tuple((place.id, told.get(place.id, counts.at(place.id) if counts else None)) for place in frame.places)
    return Reading(
        number=own.number if own else _sum(auto, counted, told),
        auto=auto,
        hand=own,
        schools=None if known is None else len(known | told.keys()),
        by_school=by_school,
    )


def _sum(auto: int | None, counted: dict[int, int], told: dict[int, int]) -> int | None:
    """What was counted, each person once, with the difference that the schools' corrections make."""
    if auto is None:
        return sum(told.values()) if told else None
    return auto + sum(number - counted.get(school, 0) for school, number in told.items())
