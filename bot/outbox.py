"""The outbox's bookkeeping: claiming due notices and marking what became of them, each mark committed at once."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Connection, Table, Update, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from bot.clock import SystemClock
from bot.marks import Marks
from models.clock import Clock
from models.database import Database
from models.notices.kinds import NoticeKind, is_repeated
from models.notices.tables import Notice, NoticeState

LEASE = timedelta(minutes=2)
BATCH = 100
WAITING = NoticeState.WAITING
log = logging.getLogger(__name__)
_TABLE = cast(Table, Notice.__table__)
_NOTICE = _TABLE.c


def _marking(*conditions: Any, **values: Any) -> Update:
    """A mark on one notice. What is made for every notice is built once and makes no objects."""
    return update(_TABLE).where(_NOTICE.id == bindparam("notice"), *conditions).values(**values)


_HELD = _NOTICE.state == NoticeState.CLAIMED
_IN_TIME = or_(_NOTICE.expires_at.is_(None), _NOTICE.expires_at > bindparam("now"))
_START = (
    update(_TABLE)
    .where(_NOTICE.id.in_(bindparam("ids", expanding=True)), _HELD, _IN_TIME)
    .values(state=NoticeState.STARTED, started_at=bindparam("machine_now"), lease_until=bindparam("until"))
    .returning(_NOTICE.id)
)
_RELEASE = _marking(_HELD, state=WAITING, lease_until=None)
_DUE = (_NOTICE.state == WAITING, _NOTICE.due_at <= bindparam("now"))
_IS_DUE = select(_NOTICE.id).where(*_DUE).limit(1)
_EXPIRE = update(_TABLE).where(*_DUE, _NOTICE.expires_at <= bindparam("now")).values(state=NoticeState.EXPIRED)
_IN_HANDS = select(_NOTICE.person_id).where(_NOTICE.state.in_((NoticeState.CLAIMED, NoticeState.STARTED))).subquery()
_NEXT = (
    select(_NOTICE.id)
    .where(*_DUE, _NOTICE.person_id.not_in(select(_IN_HANDS.c.person_id)))
    .order_by(_NOTICE.due_at, _NOTICE.id)
    .limit(BATCH)
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(_TABLE)
    .where(_NOTICE.id.in_(_NEXT.scalar_subquery()))
    .values(state=NoticeState.CLAIMED, lease_until=bindparam("until"))
    .returning(
        _NOTICE.id,
        _NOTICE.person_id,
        _NOTICE.kind,
        _NOTICE.payload,
        _NOTICE.attempts,
        _NOTICE.repeated,
        _NOTICE.due_at,
    )
)
_SENT = _marking(state=NoticeState.SENT, sent_at=bindparam("now"), message_id=bindparam("message"), lease_until=None)


@dataclass(frozen=True)
class Claimed:
    """A notice that this process has taken to send."""

    id: int
    person_id: int
    kind: NoticeKind
    payload: dict[str, Any]
    attempts: int
    repeated: bool


class Outbox:
    """The notices of the programme's database.

    Leases go by the machine's clock: whoever moves the programme's clock must not take a notice from a living sender.
    """

    def __init__(self, database: Database, clock: Clock, lease: timedelta = LEASE) -> None:
        """`lease` is how long a process may hold a notice before it is taken for dead."""
        self.lease = lease
        self._database = database
        self._marks = Marks(database)
        self._clock = clock
        self._machine = SystemClock()

    async def claim(self) -> list[Claimed]:
        """Takes up to a hundred due notices, oldest first; those that come too late are marked as expired.

        While any of a person's notices is in a sender's hands the others wait: nobody gets them from two processes at
        once, so that they come in order and at one pace.
        """
        if not await self._database.look(self._is_any_due):
            return []
        return await self._database.write(self._claim)

    async def next_due(self) -> datetime | None:
        """When the next waiting notice is due."""
        async with self._database.read() as session:
            moment: datetime | None = await session.scalar(
                select(func.min(Notice.due_at)).where(Notice.state == WAITING)
            )
            return moment

    async def started(self, notice: Claimed) -> bool:
        """The durable mark just before the request; False where the notice was voided or expired since the claim."""
        now = self._machine.now()
        until = now + self.lease
        return await self._marks.among(_START, notice.id, now=self._clock.now(), machine_now=now, until=until)

    async def release(self, notice: Claimed) -> None:
        """Gives back what was claimed and not begun: it waits as before."""
        await self._marks.make(_RELEASE, notice=notice.id)

    async def sent(self, notice: Claimed, message_id: int) -> None:
        """It has arrived."""
        await self._marks.make(_SENT, notice=notice.id, now=self._clock.now(), message=message_id)

    async def close(self, notice: Claimed, state: NoticeState, problem: str = "") -> None:
        """It will not be sent any more, for the reason that the state names."""
        await self._mark(notice, state=state, problem=problem[:500])

    async def postpone(self, notice: Claimed, seconds: float, problem: str, *, repeated: bool = False) -> None:
        """It waits for another try; `repeated` says that the first one may have arrived."""
        values: dict[str, Any] = {"state": WAITING, "attempts": notice.attempts + 1, "problem": problem[:500]}
        values["due_at"] = self._clock.now() + timedelta(seconds=seconds)
        values["repeated"] = repeated or notice.repeated
        await self._mark(notice, **values)

    async def recover(self, *, alone: bool) -> None:
        """Takes up what a dead process left: claimed ones are safe to send, started ones are unknown.

        `alone` says that no other process can hold a lease, so that none has to run out first.
        """
        await self._database.write(lambda session: self._recover(session, alone=alone))

    async def _mark(self, notice: Claimed, **values: Any) -> None:
        await self._marks.make(_marking(**values, lease_until=None), notice=notice.id)

    def _is_any_due(self, connection: Connection) -> bool:
        """Asked before the writer is: mostly there is nothing, and nobody shall wait for that."""
        return connection.scalar(_IS_DUE, {"now": self._clock.now()}) is not None

    def _claim(self, session: Session) -> list[Claimed]:
        _one_claim_at_a_time(session)
        connection, now = session.connection(), self._clock.now()
        connection.execute(_EXPIRE, {"now": now})
        rows = connection.execute(_CLAIM, {"now": now, "until": self._machine.now() + self.lease}).all()
        ordered = sorted(rows, key=lambda row: (row.due_at, row.id))
        return [
            Claimed(row.id, row.person_id, NoticeKind(row.kind), row.payload, row.attempts, row.repeated)
            for row in ordered
        ]

    def _recover(self, session: Session, *, alone: bool) -> None:
        over = Notice.id > 0 if alone else or_(Notice.lease_until.is_(None), Notice.lease_until < self._machine.now())
        release = update(Notice).where(Notice.state == NoticeState.CLAIMED, over)
        session.execute(release.values(state=WAITING, lease_until=None))
        for notice in session.scalars(select(Notice).where(Notice.state == NoticeState.STARTED, over)):
            notice.lease_until = None
            repeats = is_repeated(NoticeKind(notice.kind)) and not notice.repeated
            # Said before the commit: a process that dies in between must not leave a repetition without its reason.
            words = "will be repeated once" if repeats else "is not repeated"
            log.warning("notice %s (%s): its sender died while it left: %s", notice.id, notice.kind, words)
            if repeats:
                notice.state, notice.repeated = WAITING, True
            else:
                notice.state = NoticeState.UNKNOWN


def _one_claim_at_a_time(session: Session) -> None:
    """On PostgreSQL two claims side by side would not see what the other takes; SQLite has but one writer."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtext("notice claim"))))
