"""The story, played with three people over HTTP."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox.person import Person
from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.notices.rules import next_monday
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from tests.play import Play
from tests.story.cast import NAMES, Cast
from tests.story.script import STORY, perform

MOVES = {"hour": timedelta(hours=1), "day": timedelta(days=1)}


class PlayStage:
    """The story in one process."""

    def __init__(self, play: Play, people: dict[str, Person], locale: str) -> None:
        self.locale = locale
        self._play = play
        self._people = people

    async def tap(self, who: str, label: str) -> None:
        await self._people[who].tap(label)
        await self._play.settle()

    async def say(self, who: str, text: str) -> None:
        await self._people[who].say(text)
        await self._play.settle()

    async def move(self, by: str) -> None:
        now = self._play.clock.moment
        await self._play.move_to(now + MOVES[by] if by in MOVES else next_monday(now, ZoneInfo("Europe/Moscow")))

    async def reads(self, who: str, part: str) -> None:
        assert part in self._people[who].last.text, self._people[who].transcript()


@pytest.mark.parametrize("locale", ["ru", "en"])
async def test_it_leads_from_a_request_to_the_monday_digest(play: Play, locale: str) -> None:
    cast = await Cast.gather(play.town, locale)
    people = {part: await play.person(person_id) for part, person_id in cast.ids.items()}
    stage = PlayStage(play, people, locale)
    for step in STORY:
        await perform(stage, step, NAMES)
    [request] = await play.town.rows(MentoringRequest)
    [pair] = await play.town.rows(Mentorship)
    [meeting] = await play.town.rows(Meeting)
    forms = await play.town.rows(FeedbackForm)
    assert (request.state, pair.state, meeting.state) == (
        RequestState.MATCHED,
        MentorshipState.TRIAL,
        MeetingState.HELD,
    )
    assert meeting.log_text == "Правило тишины: пробуем неделю"
    assert sorted(form.usefulness or 0 for form in forms) == [0, 5]
    assert FormState.SENT in {form.state for form in forms}
