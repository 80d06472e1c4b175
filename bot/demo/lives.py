"""How a pair of the sample came about and how it met, told by its people's own steps."""

from datetime import datetime, time, timedelta

from sqlalchemy import select

from bot.demo.days import Days
from bot.demo.feelings import tell_curator_only
from bot.demo.pairs import Ask, Met, Pair
from bot.demo.people import curator_of
from bot.demo.stage import Stage, Story
from models.forms.tables import FeedbackForm
from models.meetings import log, plan
from models.meetings.additions import add_text
from models.meetings.amend import edit
from models.mentorships import across, answers, propose
from models.mentorships.tables import OfferQuestion
from models.requests.review import mark_read
from models.requests.submit import submit
from models.requests.views import RequestView
from models.terms import Intensity, MentoringForm
from models.use_case import Act

FORM = MentoringForm.TEACHER_TEACHER
_MINUTE = timedelta(minutes=1)


async def ask(act: Act, wanted: Ask, wished: tuple[int, ...] = ()) -> RequestView:
    """Sends a request for a mentor as the mentee."""
    slots = tuple(wanted.times.slots)
    return await act(submit, FORM, wanted.topics, wanted.goal, wanted.intensity, slots, wished)


class Life:
    """The story of one pair; `number` keeps the pairs' steps apart."""

    def __init__(self, stage: Stage, days: Days, pair: Pair, curator: int, number: int) -> None:
        self._stage = stage
        self._days = days
        self._pair = pair
        self._late = number * 13 * _MINUTE
        self._mentor, self._mentee = stage.act(pair.mentor), stage.act(pair.mentee)
        self._curator, self._lender = stage.act(curator), stage.act(curator_of(pair.mentor))
        self._is_across = curator_of(pair.mentor) != curator
        self._pair_id = self._meeting_id = 0

    async def weekly(self, opening: datetime) -> Story:
        """They agree and meet every week at their usual hour; the next meeting is set where the last is recorded.

        By now those who meant to meet less often do so.
        """
        pair = self._pair
        moments = self._days.weekly(pair.weekday, pair.clock, len(pair.meetings))
        pause = timedelta() if pair.ask.intensity is Intensity.WEEKLY else timedelta(weeks=1)
        ahead = self._days.next_weekly(pair.weekday, pair.clock, moments[-1] + pause)
        async for moment in self._come_together(opening, moments[0]):
            yield moment
        for met, starts_at, following in zip(pair.meetings, moments, (*moments[1:], ahead), strict=True):
            async for moment in self._meet(met, starts_at, following):
                yield moment

    async def silent(self, opening: datetime, starts_at: datetime) -> Story:
        """They meet once; nobody says whether the second meeting took place, and no other is set."""
        second = self._days.after(starts_at, self._pair.clock, 5)
        async for moment in self._come_together(opening, starts_at):
            yield moment
        async for moment in self._meet(self._pair.meetings[0], starts_at, second):
            yield moment

    async def _come_together(self, opening: datetime, starts_at: datetime) -> Story:
        """Request, offer, a question perhaps, two yes: the curator's choice is the approval. Then the first plan."""
        pair, ids = self._pair, self._stage.persons
        moment = self._days.after(opening, time(12, 20)) + self._late
        yield moment
        request = await ask(self._mentee, pair.ask, (ids[pair.mentor],) if pair.is_wished else ())
        moment = self._days.after(moment, time(9, 30)) + self._late
        yield moment
        await self._curator(mark_read, request.id)
        self._pair_id = (await self._curator(propose.propose, request.id, ids[pair.mentor])).id
        async for later in self._question(moment):
            yield later
        yield moment + 160 * _MINUTE
        await self._mentor(answers.accept, self._pair_id)
        yield moment + 185 * _MINUTE
        await self._mentee(answers.accept, self._pair_id)
        if self._is_across:
            yield moment + 190 * _MINUTE
            await self._lender(across.lend, self._pair_id)
        yield moment + 200 * _MINUTE
        await self._plan(starts_at)
        yield moment + 290 * _MINUTE
        await self._mentee(plan.confirm, self._meeting_id)

    async def _question(self, moment: datetime) -> Story:
        if not self._pair.question:
            return
        yield moment + 40 * _MINUTE
        await self._mentor(answers.ask, self._pair_id, self._pair.question)
        asked = select(OfferQuestion.id).where(OfferQuestion.mentorship_id == self._pair_id)
        yield moment + 95 * _MINUTE
        await self._mentee(answers.answer, await self._stage.one(asked), self._pair.answer)

    async def _plan(self, starts_at: datetime) -> None:
        self._meeting_id = (await self._mentor(plan.plan, self._pair_id, starts_at, place=self._pair.place)).id

    async def _meet(self, met: Met, starts_at: datetime, following: datetime) -> Story:
        moment = starts_at + (met.minutes + 20) * _MINUTE
        yield moment
        meeting_id = self._meeting_id
        if met.obstacle is not None:
            await self._mentor(log.not_held, meeting_id, met.obstacle)
        else:
            await self._record(met)
        await self._plan(following)
        for account, after in ((self._pair.mentor, 8), (self._pair.mentee, 35)):
            yield moment + after * _MINUTE
            await self._answer(met, meeting_id, account)
        yield self._days.after(moment, time(8, 40)) + self._late
        await self._mentee(plan.confirm, self._meeting_id)

    async def _record(self, met: Met) -> None:
        recorded = await self._mentor(log.record, self._meeting_id)
        if (recorded.duration_min, recorded.method) != (met.minutes, met.method):
            await self._mentor(edit, self._meeting_id, duration_min=met.minutes, method=met.method)
        await self._mentor(add_text, self._meeting_id, met.text)

    async def _answer(self, met: Met, meeting_id: int, account: int) -> None:
        mark = met.mentee if account == self._pair.mentee else met.mentor
        person_id = self._stage.persons[account]
        asked = select(FeedbackForm.id).where(
            FeedbackForm.meeting_id == meeting_id, FeedbackForm.respondent_id == person_id
        )
        form_id = await self._stage.one(asked) if mark is not None else None
        if mark is not None and form_id is not None:
            await tell_curator_only(self._stage.act(account), form_id, mark, met.comment)
