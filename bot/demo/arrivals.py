"""How the people of the sample come in: by invitations, from the town's curator down, all on one day."""

from datetime import time, timedelta

from sqlalchemy import select

from bot.demo.days import Days
from bot.demo.people import CURATORS, MENTEES, MENTORS, SCHOOLS, TOWN, Card, Somebody
from bot.demo.stage import Stage, Story
from models.people import cards, settings
from models.people.codes import hash_of
from models.people.consents import VERSION, give_in_bot
from models.people.invitations import invite, invite_first
from models.people.organisations import add_organisation
from models.people.registration import join
from models.people.tables import MentorProfile, Person
from models.school_year import consent_end
from models.terms import OrgKind, Role
from models.use_case import Act, Tx

_DAYS_OPEN = 14
_APART = timedelta(minutes=9)
_MORNING = time(8)
_CURATOR_OF = {TOWN: CURATORS[0].account, **{school.short_name: school.curator for school in SCHOOLS}}


class Arrivals:
    """Founds the schools and lets their people in."""

    def __init__(self, stage: Stage, days: Days) -> None:
        self._stage = stage
        self._days = days
        self._organisations: dict[str, int] = {}

    async def found(self) -> None:
        """The town and its two schools: the only rows that no person's own step brings about."""
        self._organisations = await self._stage.arrange(_found)

    @property
    def schools(self) -> tuple[int, ...]:
        """The ids of the two schools."""
        return tuple(self._organisations[school.short_name] for school in SCHOOLS)

    @property
    def town(self) -> int:
        """The id of the town."""
        return self._organisations[TOWN]

    async def story(self) -> Story:
        """Curators first, then mentors with their cards, then mentees; the curators confirm the cards at the end."""
        moment = self._stage.clock.now()
        for one in (*CURATORS, *MENTORS, *MENTEES):
            moment += _APART
            yield moment
            await self._come_in(one)
        for mentor in MENTORS:
            moment += _APART
            yield moment
            await self._confirm(mentor)

    async def renewals(self) -> Story:
        """Consents end with the school year: whoever came in before a summer gives theirs anew after it."""
        last_day = consent_end(self._stage.clock.now().date())
        yield self._days.after(self._days.at(last_day, _MORNING), _MORNING)
        await self._stage.arrange(_renew)

    async def _come_in(self, one: Somebody) -> None:
        act, code = self._stage.act(one.account), await self._invitation(one)
        joined = await act(
            join, name=one.name, is_adult=True, consent_version=VERSION, locale="ru", code_hash=hash_of(code)
        )
        self._stage.persons[one.account] = joined.person_id
        if one.position:
            await act(settings.set_position, one.position)
        if one.card is not None:
            await _fill(act, joined.person_id, one.card)

    async def _invitation(self, one: Somebody) -> str:
        """The secret of a link: from the command line for the first curator, from whoever stands above for others."""
        if one.role is Role.CURATOR_MUNICIPAL:
            return (await self._stage.programme(invite_first, one.role, one.school)).code
        inviting = CURATORS[0].account if one.role.is_curator else _CURATOR_OF[one.school]
        act = self._stage.act(inviting)
        return (await act(invite, one.role, self._organisations[one.school], 1, _DAYS_OPEN)).code

    async def _confirm(self, mentor: Somebody) -> None:
        person_id = self._stage.persons[mentor.account]
        card_id = await self._stage.one(select(MentorProfile.id).where(MentorProfile.person_id == person_id))
        await self._stage.act(_CURATOR_OF[mentor.school])(cards.confirm_card, card_id)
        if mentor.card is not None and mentor.card.is_paused:
            await self._stage.act(mentor.account)(cards.pause, person_id)


async def _fill(act: Act, person_id: int, card: Card) -> None:
    await act(cards.fill_card, card.topics)
    await act(cards.set_times, person_id, tuple(card.times))
    if card.places is not None:
        await act(cards.set_places, person_id, card.places)
    if card.about:
        await act(cards.set_about, person_id, card.about)


def _found(tx: Tx) -> dict[str, int]:
    town = add_organisation(tx, TOWN, kind=OrgKind.MUNICIPALITY)
    schools = [add_organisation(tx, one.name, short_name=one.short_name, parent_id=town.id) for one in SCHOOLS]
    return {row.short_name: row.id for row in (town, *schools)}


def _renew(tx: Tx) -> None:
    for person in tx.session.scalars(select(Person).order_by(Person.id)):
        give_in_bot(tx, person)
