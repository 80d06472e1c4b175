"""Which copies stay: 7 daily, 4 weekly, none older than 30 days."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.keeping.folder import SQLITE, alone_in, copies, made_at, name_of, rotate, worth_keeping

NOW = datetime(2026, 10, 12, 0, 0, 7, tzinfo=UTC)
DAY = timedelta(days=1)
moments = st.integers(0, 90 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))


def test_it_reads_the_moment_from_a_name() -> None:
    assert name_of(NOW, SQLITE) == "nastavnik-2026-10-12T00-00-07Z.sqlite"
    assert made_at(Path(name_of(NOW, SQLITE))) == NOW
    assert made_at(Path("nastavnik-old.sqlite")) is None
    assert made_at(Path(name_of(NOW, SQLITE) + ".part")) is None


def test_it_keeps_seven_days_and_the_ends_of_four_weeks() -> None:
    nightly = [NOW - DAY * days for days in range(60)]
    kept = sorted(moment.date() for moment in worth_keeping(nightly, NOW))
    assert kept == [date(2026, 9, 27), date(2026, 10, 4), *(date(2026, 10, 6) + DAY * days for days in range(7))]


@settings(max_examples=30)
@given(st.sets(moments))
def test_it_keeps_the_newest_and_nothing_beyond_thirty_days(known: set[datetime]) -> None:
    known |= {NOW}
    kept = worth_keeping(known, NOW)
    assert NOW in kept <= known
    assert len(kept) <= 7 + 3
    assert min(kept) > NOW - 30 * DAY


@settings(max_examples=30)
@given(st.sets(moments))
def test_it_keeps_the_same_when_asked_again(known: set[datetime]) -> None:
    kept = worth_keeping(known, NOW)
    assert worth_keeping(kept, NOW) == kept


def test_it_deletes_copies_only(tmp_path: Path) -> None:
    for days in range(60):
        (tmp_path / name_of(NOW - DAY * days, SQLITE)).touch()
    (tmp_path / "nastavnik-notes.txt").touch()
    rotate(tmp_path, NOW)
    assert len(copies(tmp_path)) == 9
    assert (tmp_path / "nastavnik-notes.txt").exists()


def test_it_lets_one_in_at_a_time(tmp_path: Path) -> None:
    with alone_in(tmp_path / "new") as first, alone_in(tmp_path / "new") as second:
        assert (first, second) == (True, False)
    with alone_in(tmp_path / "new") as later:
        assert later
