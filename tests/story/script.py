"""The story that everybody must be able to play: from a request to the Monday digest.

A label that begins with «@» is the key of a text with its arguments, so that one script is played in every language.
"""

from dataclasses import dataclass
from typing import Protocol

from handlers.words import fluent
from models.forms.tables import FeedbackForm
from models.meetings.tables import Meeting
from models.mentorships.tables import Mentorship
from models.oversight.tables import Digest
from models.requests.tables import MentoringRequest

MENTEE, MENTOR, CURATOR, CLOCK = "mentee", "mentor", "curator", "clock"


@dataclass(frozen=True)
class Step:
    """One thing that somebody does, and what they, or somebody else, then read."""

    who: str
    does: str
    """tap, say, or the clock's move: hour, day, monday."""
    what: str = ""
    then: str = ""
    reader: str = ""
    """Whoever reads `then`; the one who did it where it is empty."""


STORY = (
    Step(MENTEE, "tap", "@menu-ask"),
    Step(MENTEE, "tap", "@topics-classroom"),
    Step(MENTEE, "tap", "@topics-lesson-analysis"),
    Step(MENTEE, "tap", "@requests-ready"),
    Step(MENTEE, "tap", "@requests-tue-thu"),
    Step(MENTEE, "tap", "@requests-goal-later-button"),
    Step(MENTEE, "tap", "@requests-send"),
    Step(CURATOR, "tap", "{mentor_official}"),
    Step(MENTOR, "tap", "@mentorships-yes"),
    Step(MENTEE, "tap", "@mentorships-suits"),
    Step(MENTOR, "tap", "@mentorships-plan"),
    Step(MENTOR, "tap", "13"),
    Step(MENTOR, "tap", "15:30"),
    Step(MENTOR, "tap", "@meetings-plan-school"),
    Step(MENTEE, "tap", "@meetings-step step=coming"),
    Step(CLOCK, "day", then="⏰", reader=MENTOR),
    *(Step(CLOCK, "hour") for _ in range(6)),
    Step(CLOCK, "hour", then="15:30", reader=MENTOR),
    Step(MENTOR, "tap", "@meetings-step step=held"),
    Step(MENTOR, "say", "Правило тишины: пробуем неделю", then="Правило тишины"),
    Step(CLOCK, "hour"),
    Step(MENTEE, "tap", "@forms-usefulness-mark mark=5"),
    Step(CLOCK, "monday", then="25", reader=CURATOR),
    Step(CURATOR, "tap", "@oversight-numbers-button"),
)
"""Monday, 12 October 2026, 10:00 in Moscow, is where it begins."""


class Stage(Protocol):
    """Where the story is played: in one process, against processes that die, or on the page."""

    locale: str

    async def tap(self, who: str, label: str) -> None:
        """Presses the button with this label."""
        ...

    async def say(self, who: str, text: str) -> None:
        """Writes a message."""
        ...

    async def move(self, by: str) -> None:
        """Moves the clock: hour, day, monday."""
        ...

    async def reads(self, who: str, part: str) -> None:
        """Waits until the person reads it."""
        ...


async def perform(stage: Stage, step: Step, names: dict[str, str]) -> None:
    """Plays one step on a stage."""
    if step.who == CLOCK:
        await stage.move(step.does)
    elif step.does == "tap":
        await stage.tap(step.who, spell(step.what, stage.locale, names))
    else:
        await stage.say(step.who, step.what)
    if step.then:
        await stage.reads(step.reader or step.who, step.then)


def spell(what: str, locale: str, names: dict[str, str]) -> str:
    """The label as it stands on the button."""
    if not what.startswith("@"):
        return what.format(**names)
    key, *arguments = what[1:].split()
    values = (argument.split("=") for argument in arguments)
    return fluent().get(key, locale, **{name: int(value) if value.isdigit() else value for name, value in values})


LEFT_BY_THE_STORY = {MentoringRequest: 1, Mentorship: 1, Meeting: 1, FeedbackForm: 2, Digest: 6}
"""Rows by table; the curators of both schools and of the municipality get the digest of two Mondays."""
