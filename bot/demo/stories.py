"""What else happened in the sample's past: a request that still waits, and what the programme did by itself."""

from collections.abc import Sequence
from datetime import time, timedelta

from bot.demo.days import Days
from bot.demo.lives import ask
from bot.demo.pairs import WAITING
from bot.demo.people import BELOVA, KUZNETSOVA, curator_of
from bot.demo.stage import Stage, Story
from bot.timetable import EVERY_NIGHT, EVERY_ROUND
from models.mentorships.answers import decline
from models.mentorships.propose import propose
from models.mentorships.states import DeclineUntil
from models.requests.review import mark_read

WAITING_DAYS = 8
_NIGHTS = 4
"""So many nights are swept: in them the silent pair was asked. What earlier ones had found is settled by now."""
_NIGHT, _MORNING = time(3, 10), time(8)
_DAY = timedelta(days=1)


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
