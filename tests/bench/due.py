"""Notices that wait in the outbox, written straight into the table."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import cycle, islice

from sqlalchemy import Engine, create_engine, func, insert, select, text, update

from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from tests.bench.region import NOW, Pair

FILL = """
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :rows)
INSERT INTO notice (person_id, kind, payload, subject, key, due_at, state, attempts, repeated, problem, created_at)
SELECT 1, 'meetings-reminder-24h', '{}', 'meeting:' || n, 'far:' || n,
       datetime(:first, '+' || (n % 500000) || ' minutes'), 'WAITING', 0, 0, '', :now
FROM numbers
"""


def post(url: str, pairs: Sequence[Pair], meetings: Sequence[int], number: int) -> list[int]:
    """So many reminders that are due now, for one person after another; the accounts in order."""
    told = [one for pair, meeting in zip(pairs, meetings, strict=True) for one in _sides(pair, meeting)]
    chosen = list(islice(cycle(told), number))
    engine = create_engine(url)
    with engine.begin() as connection:
        first = (connection.scalar(select(func.max(Notice.id))) or 0) + 1
        rows = [_row(first + turn, person, meeting) for turn, (person, _, meeting) in enumerate(chosen)]
        connection.execute(insert(Notice), rows)
    engine.dispose()
    return [account for _, account, _ in chosen]


def fill(engine: Engine, rows: int) -> None:
    """So many notices that are due in the coming year."""
    with engine.begin() as connection:
        connection.execute(
            text(FILL), {"rows": rows, "first": f"{NOW + timedelta(days=1):%F %T}", "now": f"{NOW:%F %T}"}
        )


def wait_again(engine: Engine) -> None:
    """Undoes a claim."""
    with engine.begin() as connection:
        claimed = update(Notice).where(Notice.state == NoticeState.CLAIMED)
        connection.execute(claimed.values(state=NoticeState.WAITING, lease_until=None))


def _sides(pair: Pair, meeting: int) -> tuple[tuple[int, int, int], ...]:
    return (pair.mentor_id, pair.mentor, meeting), (pair.mentee_id, pair.mentee, meeting)


def _row(number: int, person_id: int, meeting: int) -> dict[str, object]:
    return {
        "id": number,
        "person_id": person_id,
        "kind": NoticeKind.REMINDER_24H.value,
        "payload": {"meeting_id": meeting},
        "subject": f"meeting:{meeting}",
        "key": f"due:{number}",
        "due_at": NOW - timedelta(minutes=1),
        "created_at": NOW - timedelta(days=1),
    }
