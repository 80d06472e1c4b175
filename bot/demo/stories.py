"""What else happened in the sample's past: a request that still waits, and what the programme did by itself."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.demo.days import Days
from bot.demo.lives import ask
from bot.demo.pairs import ASKING, WAITING, Group
from bot.demo.people import BELOVA, FOMINA, ILYINA, KUZNETSOVA, ROMANOVA, VORONOVA, ZAKHAROV, curator_of
from bot.demo.stage import CHANNEL, Stage, Story
from bot.timetable import EVERY_NIGHT, EVERY_ROUND
from models.matching.assign import assign
from models.meetings.additions import add_text
from models.meetings.attendance import mark
from models.meetings.log import record
from models.meetings.plan import plan
from models.mentorships.answers import accept, decline
from models.mentorships.cohort_draft import keep
from models.mentorships.cohort_facts import facts_of
from models.mentorships.groups import make_group
from models.mentorships.propose import propose
from models.mentorships.states import DeclineUntil
from models.people.actor import load_actor
from models.people.codes import hash_of
from models.people.invitations import invite
from models.people.opening import accept_invitation
from models.people.sharing import Visibility, share, stay_in_reserve
from models.requests.review import mark_read
from models.terms import MentoringType, Role

WAITING_DAYS = 8
_NIGHTS = 4
"""So many nights are swept: in them the silent pair was asked. What earlier ones had found is settled by now."""
_NIGHT, _MORNING = time(3, 10), time(8)
_DAY = timedelta(days=1)
_STEP = timedelta(minutes=25)
_ASKING_DAYS, _LINK_DAYS = 4, 7


async def waiting(stage: Stage, days: Days) -> Story:
    """A mentee asks, the curator offers, the mentor cannot: since then the request lies with the curator."""
    curator = stage.act(curator_of(KUZNETSOVA))
    moment = days.at(days.waiting_for(WAITING_DAYS), time(15, 5))
    yield moment
    request = await ask(stage.act(KUZNETSOVA), WAITING)
    moment = days.at_work_after(moment, time(9, 50))
    yield moment
    await curator(mark_read, request.id)
    pair = await curator(propose, request.id, stage.persons[BELOVA])
    yield moment + timedelta(hours=5)
    await stage.act(BELOVA)(decline, pair.id, DeclineUntil.SEPTEMBER)


async def asking(stage: Stage, days: Days) -> Story:
    """Two teachers of the other school ask for a mentor; their curator has read it, and waits for a place."""
    moment = days.at(days.waiting_for(_ASKING_DAYS), time(13, 15))
    yield moment
    requests = [await ask(stage.act(account), wanted) for account, wanted in ASKING.items()]
    yield days.at_work_after(moment, time(9, 20))
    for request in requests:
        await stage.act(VORONOVA)(mark_read, request.id)


async def beyond_the_school(stage: Stage, days: Days, opening: datetime, other_school: int) -> Story:
    """One mentor may be asked by the whole town, one works in both schools, one may be called again after a pause."""
    moment = days.after(opening, time(8, 30))
    yield moment
    await stage.act(ROMANOVA)(share, Visibility.MUNICIPAL)
    yield moment + _STEP
    await stage.act(ILYINA)(stay_in_reserve, True)
    yield moment + 2 * _STEP
    link = await stage.act(VORONOVA)(invite, Role.MENTOR, other_school, 1, _LINK_DAYS)
    yield moment + 3 * _STEP
    await stage.act(ZAKHAROV)(accept_invitation, hash_of(link.code))


async def together(stage: Stage, days: Days, opening: datetime, group: Group) -> Story:
    """The curator forms a group, each member agrees alone, and they meet; not everybody could come last time."""
    mentor, people = stage.act(group.mentor), (group.mentor, *group.mentees)
    moment = days.after(opening, time(13, 10), 2)
    yield moment
    mentees = [stage.persons[one] for one in group.mentees]
    made = await stage.act(curator_of(group.mentor))(
        make_group, MentoringType.GROUP, [stage.persons[group.mentor]], mentees
    )
    for account in people:
        moment += _STEP
        yield moment
        await stage.act(account)(accept, made.id)
    moments = days.weekly(group.weekday, group.clock, len(group.meetings))
    ahead = days.next_weekly(group.weekday, group.clock, moments[-1])
    meeting = await mentor(plan, made.id, moments[0], place=group.place)
    for text, starts_at, following in zip(group.meetings, moments, (*moments[1:], ahead), strict=True):
        yield starts_at + timedelta(hours=1)
        await mentor(record, meeting.id)
        await mentor(add_text, meeting.id, text)
        if following is ahead:
            await mentor(mark, meeting.id, stage.persons[group.absent], False)
        meeting = await mentor(plan, made.id, following, place=group.place)


async def drafted(stage: Stage, days: Days, town: int) -> Story:
    """The day before, the town's curator has paired everybody who waits; of the draft nothing is published yet."""
    moment = days.at(days.before(days.today, 1), time(16, 40))
    yield moment
    facts = await stage.arrange(
        lambda tx: facts_of(tx.session, load_actor(tx.session, CHANNEL, str(FOMINA)), town, moment)
    )
    await stage.act(FOMINA)(keep, town, facts.version, assign(facts.cohort))


async def nights(stage: Stage, days: Days, schools: Sequence[int]) -> Story:
    """The sweeps of the last nights, and the digest of this week's Monday."""
    monday = days.today - days.today.weekday() * _DAY
    nights = [days.today - back * _DAY for back in range(_NIGHTS)]
    for day in sorted({monday, *nights}):
        if day in nights:
            yield days.at(day, _NIGHT)
            for nightly in EVERY_NIGHT:
                for school in schools:
                    await stage.programme(nightly, school)
        if day == monday:
            yield days.at(day, _MORNING)
            for regular in EVERY_ROUND:
                await stage.programme(regular)
