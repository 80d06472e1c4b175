"""The sample programme: two schools, their people, and what has happened in the weeks before the demo starts."""

from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.demo.arrivals import Arrivals
from bot.demo.days import ZONE, Days
from bot.demo.lives import Life
from bot.demo.pairs import REGULAR, SILENT, TOGETHER
from bot.demo.people import SHOWN, curator_of, everybody
from bot.demo.stage import Stage, Story, played
from bot.demo.stories import asking, beyond_the_school, drafted, nights, together, waiting
from models.database import Database
from models.local_time import to_local
from models.notices.tables import Notice, NoticeState

__all__ = ["SHOWN", "SamplePerson", "load_sample"]
SILENT_DAYS = 24
"""A pair that meets every two weeks is asked after 21 days; the curator sees it three days later."""
_MORNING = time(8)


@dataclass(frozen=True)
class SamplePerson:
    """Somebody of the sample with a phone: what the page says of them."""

    account: int
    name: str
    note: str


async def load_sample(database: Database, now: datetime) -> list[SamplePerson]:
    """Fills an empty database with a programme that has run until `now` (aware), and gives its people.

    Everything comes about by the people's own use cases, at the times at which they would have acted. The chats begin
    with what becomes due after `now`.
    """
    await database.write(lambda session: played(_past(session, Days(now))))
    return [SamplePerson(one.account, one.called, one.note) for one in everybody()]


async def _past(session: Session, days: Days) -> None:
    silent_since = days.at(days.silent_for(SILENT_DAYS), SILENT.clock)
    begins = [silent_since, *(days.weekly(one.weekday, one.clock, len(one.meetings))[0] for one in REGULAR)]
    begins.append(days.weekly(TOGETHER.weekday, TOGETHER.clock, len(TOGETHER.meetings))[0])
    opening = days.at(days.before(to_local(min(begins), ZONE).date(), 6), _MORNING)
    stage = Stage(session, opening)
    arrivals = Arrivals(stage, days)
    await arrivals.found()
    lives = [Life(stage, days, pair, curator_of(pair.mentee), number) for number, pair in enumerate((*REGULAR, SILENT))]
    stories: list[Story] = [life.weekly(opening) for life in lives[:-1]]
    stories.append(lives[-1].silent(opening, silent_since))
    stories += [arrivals.story(), arrivals.renewals(), waiting(stage, days), asking(stage, days)]
    stories += [together(stage, days, opening, TOGETHER), drafted(stage, days, arrivals.town)]
    stories.append(beyond_the_school(stage, days, opening, arrivals.schools[1]))
    await stage.play([*stories, nights(stage, days, arrivals.schools)], days.now)
    _call_told(session, days.now)


def _call_told(session: Session, now: datetime) -> None:
    """Counts all that was due before `now` as sent: nobody had a phone then, and a chat of old news helps nobody."""
    due = (Notice.state == NoticeState.WAITING, Notice.due_at <= now)
    session.execute(update(Notice).where(*due).values(state=NoticeState.SENT, sent_at=Notice.due_at))
