"""Every automatic number against a plain count over the same rows: of region, towns and schools, on several days."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from models.access import SYSTEM
from models.clock import FixedClock
from models.database import Database
from models.oversight.digest import digest_of
from models.oversight.indicators.codes import Heads, Mode
from models.oversight.indicators.counting import count, untold, whom
from models.oversight.indicators.frame import Frame, frame_of
from models.oversight.indicators.heads import COVERED
from models.oversight.indicators.queries import behind
from models.oversight.indicators.registry import INDICATORS
from models.oversight.indicators.table import table_of
from models.oversight.sweep import sweep_organisation
from models.terms import OrgFlag
from models.use_case import Act
from tests.oversight.plain_week import Week, WeekRows, beside
from tests.oversight.plainly import Count, Rows, count_of
from tests.oversight.tier import FIRST, NOW, SMALL, Tier, draw
from tests.town import Town

DAYS = (FIRST, date(2027, 1, 31), date(2027, 2, 1), NOW.date())
"""The first day, a flag's last day and the day after, and today."""


def compared(session: Session, tier: Tier, *, in_turn: bool = False) -> tuple[int, list[str]]:
    """How many numbers of a region were compared, and which differ.

    `in_turn` looks at the region on all days, and at each other place and flag on one of them.
    """
    rows = Rows(session)
    numbers, wrong = 0, []
    for frame, plain, name in frames(session, rows, tier, in_turn):
        for said, counted, what in both(session, frame, plain):
            numbers += 1
            wrong += [f"{name}, {what}: {said} and not {counted}"] if said != counted else []
    return numbers, wrong


def frames(session: Session, rows: Rows, tier: Tier, in_turn: bool) -> Iterator[tuple[Frame, Count, str]]:
    others = [(tier.region, flag) for flag in (OrgFlag.WAVE_1, OrgFlag.WAVE_3, OrgFlag.SHANS)]
    others += [(place, None) for place in (*tier.municipalities, *tier.schools[:3])]
    for turn, day in enumerate(DAYS):
        for root, flag in [(tier.region, None), *(others[turn :: len(DAYS)] if in_turn else others)]:
            plain = count_of(rows, root, day, NOW, flag)
            yield frame_of(session, root, NOW, day, flag), plain, f"{root} {flag} {day}"


def both(session: Session, frame: Frame, plain: Count) -> Iterator[tuple[object, object, str]]:
    """What the query says and what the plain count does: the total, each school, and the people behind."""
    counted = plain.all()
    for code, indicator in INDICATORS.items():
        said = count(session, indicator, frame)
        if said is None:
            continue
        expected = counted[code.value]
        by_school = {school: sum(at == school for _, at in expected) for _, school in expected}
        yield said.total, len({who for who, _ in expected}), code.value
        yield {k: v for k, v in said.by_school.items() if v}, by_school, f"{code.value} by school"
        if indicator.told is not None:
            yield said.known, plain.told(code.value), f"{code.value} known"
            yield untold(session, indicator, frame), len(plain.undecided(code.value)), f"{code.value} untold"
        rows = whom(indicator, frame)
        if rows is not None and frame.places:
            listed = {tuple(row) for row in session.execute(rows.select())}
            yield listed, expected, f"{code.value} list"
    for kind, code in COVERED.items():
        heads = plain.heads(kind.value)
        covered = sum(at in heads for _, at in counted[code.value]) if heads else len(counted[code.value])
        [line] = [one for one in table_of(session, frame, INDICATORS[code].block, {}).coverage if one.kind is kind]
        whole = sum(heads.values()) if heads else None
        yield (line.covered, line.heads, line.known), (covered, whole, len(heads)), f"coverage of {kind.value}"


MONDAY = datetime(2027, 5, 17, 5, tzinfo=UTC)
"""The morning of a digest; the sweep four days before has asked the silent pairs."""
BEFORE = timedelta(days=4)


async def compared_weeks(database: Database, schools: Sequence[int]) -> tuple[int, list[str]]:
    """Sweeps the schools twice and compares every line of their digests with the plain count."""
    clock = FixedClock(MONDAY - BEFORE)
    act = Act(database, clock, SYSTEM)
    for moment in (MONDAY - BEFORE, MONDAY):
        clock.moment = moment
        for school in schools:
            await act(sweep_organisation, school)

    def compare_all(session: Session) -> tuple[int, list[str]]:
        rows = WeekRows(session)
        numbers, wrong = 0, []
        for school in schools:
            before, now = (Week(rows, school, moment) for moment in (MONDAY - BEFORE, MONDAY))
            for said, counted, what in beside(digest_of(session, school, MONDAY), before, now):
                numbers += 1
                wrong += [f"week of {school}, {what}: {said} and not {counted}"] if said != counted else []
        return numbers, wrong

    return await database.write(compare_all)


async def test_it_tells_the_week_as_a_plain_count_does(town: Town) -> None:
    tier = await town.database.write(lambda session: draw(session, SMALL, town.curator))
    numbers, wrong = await compared_weeks(town.database, tier.schools[:4])
    assert wrong == []
    assert numbers > 70


async def test_it_counts_as_a_plain_count_does(town: Town) -> None:
    tier = await town.database.write(lambda session: draw(session, SMALL, town.curator))
    numbers, wrong = await town.database.write(lambda session: compared(session, tier, in_turn=True))
    assert wrong == []
    assert numbers > 500


async def test_it_lists_behind_a_number_as_many_as_it_says(town: Town) -> None:
    tier = await town.database.write(lambda session: draw(session, SMALL, town.curator))

    def lengths(session: Session) -> list[str]:
        wrong = []
        frame = frame_of(session, tier.schools[0], NOW)
        for code, indicator in INDICATORS.items():
            said, pages = count(session, indicator, frame), 0
            first = behind(session, SYSTEM, indicator, frame, 0)
            if said is None or first is None:
                assert (said is None) == (indicator.mode is Mode.HAND)
                continue
            pages = range(first.pages)
            named = sum(len(behind(session, SYSTEM, indicator, frame, page).names) for page in pages)
            wrong += [f"{code}: {named} + {first.hidden} of {said.total}"] if named + first.hidden != said.total else []
        return wrong

    assert await town.database.write(lengths) == []


def test_it_has_every_indicator_of_the_omsk_table() -> None:
    blocks = {"1": 2, "2": 6, "3": 10, "4": 5}
    official = [code.value for code in INDICATORS if code.value.startswith("OMS-I-")]
    expected = [f"OMS-I-{block}.{n}" for block, size in blocks.items() for n in range(1, size + 1)]
    assert official == expected
    assert len(official) == 23
    assert all((one.rows is None or one.told is not None) == (one.awaits is not None) for one in INDICATORS.values())
    assert set(COVERED) == set(Heads)
