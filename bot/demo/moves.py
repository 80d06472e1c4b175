"""Moving the demo's clock: through everything that is due on the way."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.application import Application
from models.clock import Clock, MovableClock
from models.local_time import utc_at
from models.notices.rules import next_monday
from models.school_year import Holidays, is_school_day, school_year_of, usual_holidays

ZONE = ZoneInfo("Europe/Moscow")
STEP = timedelta(hours=6)
"""So often, at least, the timetable looks at a clock that is moved over days."""
OPENING, CLOSING = time(8), time(19)
MORNING = time(10)


class Moves:
    """The four buttons of the page's clock."""

    def __init__(self, clock: MovableClock, machine: Clock) -> None:
        """`application` is set as soon as there is one: the sandbox, which needs the moves, comes before it."""
        self.application: Application
        self._clock = clock
        self._machine = machine

    async def move(self, step: str) -> datetime:
        """Moves by «hour», «day», to the next «monday» 08:00, or back to the machine's own «now»."""
        now = self._clock.now()
        targets = {
            "hour": now + timedelta(hours=1),
            "day": now + timedelta(days=1),
            "monday": next_monday(now, ZONE),
            "now": self._machine.now(),
        }
        await self._advance(targets[step])
        return self._clock.now()

    async def _advance(self, target: datetime) -> None:
        """Whatever becomes due on the way happens at its own time, so that the chats read like life.

        What is due already leaves first: as long as it waits, nobody can say what comes next.
        """
        await self.application.timetable.tick()
        while self._clock.now() < target:
            due = await self.application.outbox.next_due()
            stop = min(target, self._clock.now() + STEP)
            if due is not None and self._clock.now() < due < stop:
                stop = due
            self._clock.move_to(stop)
            await self.application.timetable.tick()
        self._clock.move_to(target)
        await self.application.timetable.tick()


def start_of_demo(now: datetime) -> datetime:
    """The present where it is a school day's working time; otherwise 10:00 of the last school day before.

    So a newcomer who looks on a Sunday night meets no quiet hours and no holidays.
    """
    local = now.astimezone(ZONE)
    if is_school_day(local.date(), _holidays(local)) and OPENING <= local.time() < CLOSING:
        return now
    day = local.date() if local.time() >= OPENING else local.date() - timedelta(days=1)
    while not is_school_day(day, usual_holidays(school_year_of(day))):
        day -= timedelta(days=1)
    return utc_at(day, MORNING, ZONE)


def _holidays(local: datetime) -> Holidays:
    return usual_holidays(school_year_of(local.date()))
