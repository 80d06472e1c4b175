"""The withdrawal of a consent: what ends with it, who hears of it, and the way back."""

from datetime import timedelta

import pytest

from models.errors import ProgrammeError
from models.mentorships import answers, propose
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.tables import Notice, NoticeState
from models.people import cards, privacy
from models.people.staff import staff
from models.people.states import ConsentState, MentorState, PersonState
from models.people.tables import Account, Consent, MentorProfile, Person
from models.terms import Role
from models.use_case import Tx
from tests.people.newcomer import Newcomer
from tests.town import Town


async def test_it_blocks_at_once_and_tells_the_curator(town: Town) -> None:
    mentor = await town.mentor("Титов Павел Львович")
    act = await town.act(mentor)
    await act(privacy.withdraw_consent)
    person = await town.row(Person, mentor)
    [consent] = await town.rows(Consent, Consent.person_id == mentor)
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == mentor)
    [told] = await town.rows(Notice, Notice.person_id == town.curator)
    assert (person.state, consent.state, card.state) == (
        PersonState.BLOCKED,
        ConsentState.WITHDRAWN,
        MentorState.LEFT,
    )
    assert (told.kind, told.payload) == ("people-consent-withdrawn", {"person_id": mentor})
    assert not await town.rows(Account, Account.person_id == mentor)
    assert act.actor.person_id is None
    async with town.database.read() as session:
        assert mentor not in [line.person_id for line in (await staff(session, await town.actor(town.curator))).lines]


async def test_it_takes_back_what_had_not_left_yet(town: Town) -> None:
    mentee = await town.mentee()

    def remind(session) -> None:
        later = town.clock.now() + timedelta(days=1)
        tx = Tx(session, town.act_as_system().actor, town.clock.now())
        post(tx, session.get_one(Person, mentee), NoticeKind.REMINDER_24H, "meeting:1", due_at=later)

    await town.database.write(remind)
    await (await town.act(mentee))(privacy.withdraw_consent)
    [notice] = await town.rows(Notice, Notice.person_id == mentee)
    assert notice.state is NoticeState.VOID


async def test_it_ends_the_pairs_of_whoever_leaves(town: Town) -> None:
    mentor, mentee, other = await town.mentor(), await town.mentee(), await town.mentee()
    curator = await town.act(town.curator)
    running = await curator(propose.already_agreed, mentee, mentor)
    offered = await curator(propose.make_pair, other, mentor)
    left = await (await town.act(mentor))(privacy.withdraw_consent)
    assert left.pairs == 2
    for pair in (running, offered):
        row = await town.row(Mentorship, pair.id)
        assert (row.state, row.close_reason) == (MentorshipState.CANCELLED, "CONSENT_WITHDRAWN")
    assert {notice.state for notice in await town.rows(Notice, Notice.person_id == mentor)} <= {NoticeState.VOID}


async def test_it_lets_somebody_come_back_as_somebody_new(town: Town) -> None:
    mentor = await town.mentor()
    actor = await town.actor(mentor)
    act = await town.act(mentor)
    await act(privacy.withdraw_consent)
    newcomer = await Newcomer.invited(town, "no link", actor.external_id)
    joined = await newcomer.join(school_id=town.school, role=Role.MENTOR)
    assert joined.person_id != mentor
    card = await newcomer.act(cards.fill_card, ["METHODS"])
    assert card.state is MentorState.APPLICANT


async def test_it_cannot_be_undone_by_an_answer_that_was_on_its_way(town: Town) -> None:
    mentor, mentee = await town.mentor(), await town.mentee()
    offered = await (await town.act(town.curator))(propose.make_pair, mentee, mentor)
    late = await town.act(mentee)
    await (await town.act(mentor))(privacy.withdraw_consent)
    with pytest.raises(ProgrammeError, match="error-offer-closed"):
        await late(answers.accept, offered.id)
    assert (await town.row(Mentorship, offered.id)).state is MentorshipState.CANCELLED
