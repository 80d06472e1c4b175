"""The outbox's bookkeeping: claimed once, voided and expired in time, taken up after a death."""

import asyncio
from datetime import timedelta

import pytest

from bot.outbox import BATCH, LEASE, Outbox
from models.access import SYSTEM
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.notices.tables import Notice, NoticeState
from models.people.tables import Person
from models.use_case import Tx
from tests.town import Town

pytestmark = pytest.mark.both_databases
KIND = NoticeKind.ADMITTED


@pytest.fixture
def outbox(town: Town) -> Outbox:
    return Outbox(town.database, town.clock)


async def tell(town: Town, person_id: int, subject: str = "meeting:42", kind: NoticeKind = KIND, **fields) -> None:
    """Posts a notice as a use case would."""

    def job(session) -> None:
        post(Tx(session, SYSTEM, town.clock.now()), session.get_one(Person, person_id), kind, subject, **fields)

    await town.database.write(job)


async def take_back(town: Town, subject: str, *kinds: NoticeKind) -> None:
    await town.database.write(lambda session: void(Tx(session, SYSTEM, town.clock.now()), subject, *kinds))


async def states(town: Town) -> list[NoticeState]:
    return [row.state for row in await town.rows(Notice)]


async def test_it_posts_the_same_thing_once(town: Town) -> None:
    await tell(town, town.curator)
    await tell(town, town.curator)
    assert len(await town.rows(Notice)) == 1


async def test_it_posts_a_new_version_and_to_another_person_as_well(town: Town) -> None:
    await tell(town, town.curator)
    await tell(town, town.curator, version="v2")
    await tell(town, town.other_curator)
    assert len(await town.rows(Notice)) == 3


async def test_it_posts_once_when_two_want_to_at_once(town: Town) -> None:
    await asyncio.gather(*(tell(town, town.curator) for _ in range(5)))
    assert len(await town.rows(Notice)) == 1


async def test_it_posts_nothing_to_somebody_without_an_account(town: Town) -> None:
    await tell(town, await town.mentee(account=False))
    assert await town.rows(Notice) == []


async def test_it_claims_what_is_due_oldest_first(town: Town, outbox: Outbox) -> None:
    now = town.clock.now()
    for minutes in (3, 1, 2, -60):
        await tell(town, town.curator, f"meeting:{minutes}", due_at=now - timedelta(minutes=minutes))
    due = {row.id: row.due_at for row in await town.rows(Notice)}
    claimed = await outbox.claim()
    assert [due[notice.id] for notice in claimed] == sorted(moment for moment in due.values() if moment <= now)
    assert await outbox.claim() == []


async def test_it_claims_each_notice_once_when_two_outboxes_claim_at_once(town: Town) -> None:
    people = [town.curator, town.other_curator, town.municipal_curator]
    for number in range(150):
        await tell(town, people[number % 3], f"meeting:{number}")
    outboxes = [Outbox(town.database, town.clock) for _ in range(4)]
    claimed = [notice.id for batch in await asyncio.gather(*(one.claim() for one in outboxes)) for notice in batch]
    assert len(claimed) == len(set(claimed)) == BATCH


async def test_it_leaves_a_persons_notices_alone_while_one_is_in_a_senders_hands(town: Town, outbox: Outbox) -> None:
    await tell(town, town.curator, "meeting:1")
    [first] = await outbox.claim()
    await tell(town, town.curator, "meeting:2")
    await tell(town, town.other_curator, "meeting:2")
    assert [notice.person_id for notice in await outbox.claim()] == [town.other_curator]
    assert await outbox.started(first)
    assert await outbox.claim() == []
    await outbox.sent(first, 5)
    assert [notice.person_id for notice in await outbox.claim()] == [town.curator]


async def test_it_says_when_the_next_notice_is_due(town: Town, outbox: Outbox) -> None:
    assert await outbox.next_due() is None
    moment = town.clock.now() + timedelta(hours=2)
    await tell(town, town.curator, due_at=moment + timedelta(hours=1))
    await tell(town, town.curator, "meeting:7", due_at=moment)
    assert await outbox.next_due() == moment


async def test_it_never_sends_what_was_taken_back_before_its_time(town: Town, outbox: Outbox) -> None:
    await tell(town, town.curator)
    await take_back(town, "meeting:42")
    assert await outbox.claim() == []
    assert await states(town) == [NoticeState.VOID]


async def test_it_lets_nothing_leave_that_is_taken_back_after_it_was_claimed(town: Town, outbox: Outbox) -> None:
    await tell(town, town.curator)
    [claimed] = await outbox.claim()
    await take_back(town, "meeting:42")
    assert not await outbox.started(claimed)
    assert await states(town) == [NoticeState.VOID]


async def test_it_takes_back_only_the_kinds_that_are_named(town: Town) -> None:
    await tell(town, town.curator)
    await tell(town, town.curator, kind=NoticeKind.DIGEST)
    await take_back(town, "meeting:42", NoticeKind.DIGEST)
    assert await states(town) == [NoticeState.WAITING, NoticeState.VOID]


async def test_it_leaves_alone_what_has_left_already(town: Town, outbox: Outbox) -> None:
    await tell(town, town.curator)
    [claimed] = await outbox.claim()
    assert await outbox.started(claimed)
    await outbox.sent(claimed, 5)
    await take_back(town, "meeting:42")
    assert await states(town) == [NoticeState.SENT]


async def test_it_drops_what_comes_too_late_and_says_so(town: Town, outbox: Outbox) -> None:
    await tell(town, town.curator, expires_at=town.clock.now() + timedelta(hours=1))
    town.clock.moment += timedelta(hours=1)
    assert await outbox.claim() == []
    assert await states(town) == [NoticeState.EXPIRED]


async def test_it_lets_nothing_leave_that_expired_after_it_was_claimed(town: Town, outbox: Outbox) -> None:
    await tell(town, town.curator, expires_at=town.clock.now() + timedelta(hours=1))
    [claimed] = await outbox.claim()
    town.clock.moment += timedelta(hours=1)
    assert not await outbox.started(claimed)


async def test_it_gives_back_what_it_could_not_begin(town: Town, outbox: Outbox) -> None:
    await tell(town, town.curator)
    [claimed] = await outbox.claim()
    await outbox.release(claimed)
    assert [notice.id for notice in await outbox.claim()] == [claimed.id]
    assert [(row.attempts, row.repeated) for row in await town.rows(Notice)] == [(0, False)]


async def test_it_gives_nothing_back_that_was_taken_back(town: Town, outbox: Outbox) -> None:
    await tell(town, town.curator)
    [claimed] = await outbox.claim()
    await take_back(town, "meeting:42")
    await outbox.release(claimed)
    assert await states(town) == [NoticeState.VOID]


async def test_it_postpones_by_seconds_and_counts(town: Town, outbox: Outbox) -> None:
    await tell(town, town.curator)
    [claimed] = await outbox.claim()
    assert await outbox.started(claimed)
    await outbox.postpone(claimed, 30, "TelegramRetryAfter")
    assert await outbox.claim() == []
    town.clock.moment += timedelta(seconds=30)
    [again] = await outbox.claim()
    assert (again.id, again.attempts, again.repeated) == (claimed.id, 1, False)


class Dead:
    """A process that died with a notice in some state."""

    def __init__(self, town: Town, outbox: Outbox) -> None:
        self.town, self.outbox = town, outbox

    async def with_claimed(self, kind: NoticeKind = KIND) -> int:
        await tell(self.town, self.town.curator, kind=kind)
        [claimed] = await self.outbox.claim()
        return claimed.id

    async def with_started(self, kind: NoticeKind = KIND, *, repeated: bool = False) -> int:
        await tell(self.town, self.town.curator, kind=kind)
        [claimed] = await self.outbox.claim()
        await self.outbox.started(claimed)
        await self.town.change(Notice, claimed.id, repeated=repeated)
        return claimed.id

    async def whose_lease_is_over(self, notice_id: int) -> None:
        row = await self.town.row(Notice, notice_id)
        await self.town.change(Notice, notice_id, lease_until=row.lease_until - 2 * LEASE)


@pytest.fixture
def dead(town: Town, outbox: Outbox) -> Dead:
    return Dead(town, outbox)


async def test_it_sends_after_a_death_what_was_only_claimed(town: Town, outbox: Outbox, dead: Dead) -> None:
    await dead.with_claimed()
    await outbox.recover(alone=True)
    [again] = await outbox.claim()
    assert not again.repeated


async def test_it_repeats_after_a_death_what_had_begun_and_says_so(town: Town, outbox: Outbox, dead: Dead) -> None:
    await dead.with_started()
    await outbox.recover(alone=True)
    [again] = await outbox.claim()
    assert again.repeated


async def test_it_repeats_nothing_twice(town: Town, outbox: Outbox, dead: Dead) -> None:
    await dead.with_started(repeated=True)
    await outbox.recover(alone=True)
    assert await states(town) == [NoticeState.UNKNOWN]


async def test_it_does_not_repeat_a_bundle_of_nudges(town: Town, outbox: Outbox, dead: Dead) -> None:
    await dead.with_started(NoticeKind.BUNDLE)
    await outbox.recover(alone=True)
    assert await states(town) == [NoticeState.UNKNOWN]


@pytest.mark.parametrize(
    "state", [state for state in NoticeState if state not in (NoticeState.CLAIMED, NoticeState.STARTED)]
)
async def test_it_leaves_alone_what_no_process_held(town: Town, outbox: Outbox, dead: Dead, state: NoticeState) -> None:
    await town.change(Notice, await dead.with_claimed(), state=state, lease_until=None)
    await outbox.recover(alone=True)
    assert await states(town) == [state]


async def test_it_takes_nothing_from_a_living_sender(town: Town, outbox: Outbox, dead: Dead) -> None:
    await dead.with_started()
    town.clock.moment += timedelta(days=1)
    await outbox.recover(alone=False)
    assert await states(town) == [NoticeState.STARTED]


async def test_it_takes_up_another_process_work_when_the_lease_is_over(town: Town, outbox: Outbox, dead: Dead) -> None:
    await dead.whose_lease_is_over(await dead.with_claimed())
    await outbox.recover(alone=False)
    assert await states(town) == [NoticeState.WAITING]
