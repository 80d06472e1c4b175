"""Every kind of notice, drawn with hostile words in all that people can type, on a strict server.

The windows are drawn so in tests/house/test_windows.py.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.exceptions import TelegramBadRequest

from bot.sandbox.person import Person as Phone
from handlers.notices import Telling, render
from handlers.telling import Drawn
from handlers.words import Words
from models.access import Actor
from models.errors import ProgrammeError
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import Answer, GroupChange, MentorshipState
from models.mentorships.tables import Mentorship, MentorshipMember, OfferQuestion
from models.notices.kinds import NoticeKind
from models.people.states import MentorState, PersonState
from models.people.tables import Account, Consent, GuardianLink, MentorProfile, Person, RoleGrant
from models.registers.gaps import Gap
from tests.access.school import School
from tests.play import Play
from tests.security.hostile import PAYLOADS, faults, hostile_school

NOW = datetime(2026, 10, 12, 7, tzinfo=UTC)
STAGED: dict[NoticeKind, tuple[Any, dict[str, Any]]] = {
    NoticeKind.OFFER_QUESTION: (OfferQuestion, {"answer": ""}),
    NoticeKind.CONTACT_SHOWN: (MentorshipMember, {"contact_at": NOW}),
    NoticeKind.LOG_PROMPT: (Meeting, {"state": MeetingState.PLANNED, "starts_at": NOW - timedelta(hours=20)}),
    NoticeKind.LOG_NUDGE: (Meeting, {"state": MeetingState.CONFIRMED}),
    NoticeKind.DATA_ASKED: (Mentorship, {"goal": ""}),
    NoticeKind.CARD_CONFIRMED: (MentorProfile, {"state": MentorState.APPROVED}),
    NoticeKind.CARD_NOT_CONFIRMED: (MentorProfile, {"state": MentorState.REJECTED}),
    NoticeKind.CALLED_AGAIN: (MentorProfile, {"state": MentorState.PAUSED}),
    NoticeKind.NOT_ADMITTED: (RoleGrant, {"ended_at": NOW}),
    NoticeKind.CURATOR_ENDED: (RoleGrant, {"ended_at": NOW}),
    NoticeKind.ACCOUNT_BLOCKED: (Account, {"blocked_bot": True}),
    NoticeKind.CONSENT_ASKED: (Consent, {"expires_on": date(2026, 8, 31)}),
    NoticeKind.PAIR_ACROSS: (Mentorship, {"state": MentorshipState.ACTIVE}),
    NoticeKind.CHILD_PAIR: (MentorshipMember, {"answer": Answer.YES}),
    NoticeKind.CHILD_LEFT: (GuardianLink, {"ended_at": NOW}),
    NoticeKind.CONSENT_WITHDRAWN: (Person, {"state": PersonState.BLOCKED}),
}
"""Kinds about what has not happened in the school: what must become of all rows of a table first, in this order."""


class Desk:
    """Draws notices at once for whoever could get them, and sends them."""

    def __init__(self, play: Play, school: School, people: dict[int, Phone]) -> None:
        self.play, self.school, self.people = play, school, people
        self.actors: dict[int, Actor] = {}

    async def tell(self, kind: NoticeKind) -> list[str]:
        """Sends a kind to the first reader who could get it, about the first row that allows it; what is wrong."""
        for reader in self.people:
            told = await self._tell_one(kind, reader)
            if told is not None:
                return [f"{kind}: {wrong}" for wrong in told]
        return [f"{kind}: drawn for nobody"]

    async def _tell_one(self, kind: NoticeKind, reader: int) -> list[str] | None:
        for row in range(max(map(len, self.school.ids.values()))):
            drawn = await self._drawn(kind, reader, self._payload(row))
            if drawn is not None:
                return await self._send(self.people[reader], drawn)
        return None

    async def _drawn(self, kind: NoticeKind, reader: int, payload: dict[str, Any]) -> Drawn | None:
        town = self.play.town
        actor = self.actors.get(reader) or await town.actor(reader)
        self.actors[reader] = actor
        async with town.database.read() as session:
            words = Words("ru", ZoneInfo(actor.zone), town.clock.now())
            try:
                return await render(Telling(session, words, actor, payload), kind)
            except ProgrammeError:
                return None

    async def _send(self, person: Phone, drawn: Drawn) -> list[str]:
        bot = self.play.application.bot
        try:
            await bot.send_message(person.id, drawn.text, reply_markup=drawn.keyboard())
        except TelegramBadRequest as refusal:
            return [refusal.message]
        return faults(person.last)

    def _payload(self, row: int) -> dict[str, Any]:
        """All ids that a notice could name: the row-th of each kind, the last where there are fewer."""
        ids: dict[str, Any] = {name: some[min(row, len(some) - 1)] for name, some in self.school.ids.items()}
        others = {
            "made_at": self.play.clock.moment.isoformat(),
            "items": [{"kind": NoticeKind.FEEDBACK_NUDGE.value, "payload": ids}],
            "gap": Gap.GOAL_NONE.value,
            "change": GroupChange.LEFT.value,
            "subject_id": ids["mentorship_id"],
            "giver_id": ids["mentor_id"],
            "month": "2026-10-01",
            "text": PAYLOADS[0],
            "asked_by": self.play.town.municipal_curator,
            "organisation_ids": [ids["school_id"]],
            **dict.fromkeys(("requests", "signals", "calls"), 1),
        }
        return others | ids


async def test_it_shows_hostile_words_in_every_notice_as_typed(play: Play) -> None:
    town = play.town
    school = await hostile_school(town)
    ids = (town.curator, school.mentor, school.mentee)
    desk = Desk(play, school, {one: await play.person(one) for one in ids})
    wrong = [one for kind in NoticeKind if kind not in STAGED for one in await desk.tell(kind)]
    for kind, (model, values) in STAGED.items():
        for row in await town.rows(model):
            await town.change(model, row.id, **values)
        wrong += await desk.tell(kind)
    assert wrong == []
