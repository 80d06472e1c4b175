"""Mentors of several schools, and pairs across schools, which need the curators of both (YAR-12, KHK-15)."""

import logging
from datetime import timedelta

import pytest

from models.errors import ProgrammeError
from models.matching.reasons import ReasonKind
from models.mentorships import across, answers, closing, groups, picks, propose, queries, silence
from models.mentorships.across import Awaited
from models.mentorships.candidates import candidates_of
from models.mentorships.states import CloseReason, MentorshipState
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.oversight.lines import Line, LineKind
from models.oversight.queries import week_of
from models.people import grants, invitations, opening
from models.people.codes import hash_of
from models.people.sharing import POOL, Visibility, expire_sharing, my_sharing, share
from models.people.staff import staff_member
from models.people.states import ConsentState, MentorState
from models.people.tables import Consent, MentorProfile, Organisation, RoleGrant
from models.registers import queries as registers
from models.registers.terms import Register
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import MentoringType, OrgKind, Role
from tests.town import Town

DAY = timedelta(days=1)


async def told(town: Town, person: int) -> list[str]:
    """The kinds of notice that a person was posted, in order."""
    return [notice.kind for notice in await town.rows(Notice, Notice.person_id == person)]


async def seen_by(town: Town, school: int) -> list[int]:
    """The mentors whom a school's curator may ask."""
    async with town.database.read() as session:
        found = await session.run_sync(lambda sync: candidates_of(sync, school, beyond=True))
    return [one.mentor_id for one in found if one.is_seen_in(school)]


@pytest.fixture
async def lent(town: Town) -> int:
    """A mentor of school № 37 with one place whom the schools of the municipality may ask."""
    mentor = await town.mentor("Лебедева Ирина Викторовна", organisation=town.other_school, card={"capacity": 1})
    await (await town.act(mentor))(share, Visibility.MUNICIPAL)
    return mentor


async def test_it_lets_other_schools_see_a_mentor_as_far_as_the_mentor_agrees(town: Town) -> None:
    mentor = await town.mentor(organisation=town.other_school)
    region = await town.organisation("Ярославская область", OrgKind.REGION)
    act = await town.act(mentor)
    with pytest.raises(ProgrammeError, match="error-gone"):
        await act(share, Visibility.REGIONAL)
    assert await seen_by(town, town.school) == []
    assert (await act(share, Visibility.MUNICIPAL)).levels == (Visibility.ORG, Visibility.MUNICIPAL)
    assert await seen_by(town, town.school) == [mentor]
    await town.change(Organisation, town.municipality, parent_id=region)
    rybinsk = await town.organisation("г. Рыбинск", OrgKind.MUNICIPALITY, region)
    far = await town.organisation("Школа № 3", parent=rybinsk)
    assert await seen_by(town, far) == []
    sharing = await act(share, Visibility.REGIONAL)
    assert (sharing.visibility, sharing.since) == (Visibility.REGIONAL, town.clock.now())
    assert await seen_by(town, far) == await seen_by(town, town.school) == [mentor]
    await act(share, Visibility.ORG)
    assert await seen_by(town, far) == await seen_by(town, town.school) == []
    given = await town.rows(Consent, Consent.person_id == mentor, Consent.purpose.in_(POOL.values()))
    assert [one.state for one in given] == [ConsentState.WITHDRAWN] * 2
    await act(share, Visibility.MUNICIPAL)
    town.clock.moment += 365 * DAY
    assert await town.act_as_system()(expire_sharing) == 1
    assert await seen_by(town, town.school) == []
    async with town.database.read() as session:
        assert (await my_sharing(session, act.actor, town.clock.now())).visibility is Visibility.ORG


async def test_it_needs_the_curators_of_both_schools(town: Town, ask, lent: int) -> None:
    mentee = await town.mentee()
    request = await ask(mentee)
    curator, lender = await town.act(town.curator), await town.act(town.other_curator)
    async with town.database.read() as session:
        [found] = (await picks.mentors_to_pair(session, curator.actor, mentee, town.clock.now())).items
    assert (found.mentor_id, found.reasons[0].kind) == (lent, ReasonKind.OTHER_SCHOOL)
    assert found.reasons[0].facts == {"school": "Школа № 37"}
    pair = await curator(propose.propose, request.id, lent)
    assert pair.awaits_lender
    assert await told(town, town.other_curator) == [NoticeKind.PAIR_TO_LEND]
    await (await town.act(lent))(answers.accept, pair.id)
    agreed = await (await town.act(mentee))(answers.accept, pair.id)
    assert agreed.state is MentorshipState.AGREED
    with pytest.raises(ProgrammeError, match="error-lender-awaited"):
        await curator(answers.approve, pair.id)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await curator(across.lend, pair.id)
    approved = await lender(across.lend, pair.id)
    assert approved.state is MentorshipState.APPROVED
    assert await lender(across.lend, pair.id) == approved
    assert (await town.row(MentoringRequest, request.id)).state is RequestState.MATCHED
    assert (await told(town, town.curator))[-1] == NoticeKind.PAIR_MADE
    assert await told(town, town.municipal_curator) == [NoticeKind.PAIR_ACROSS]
    async with town.database.read() as session:
        for act in (curator, lender):
            assert [one.id for one in await queries.pairs_of_schools(session, act.actor)] == [pair.id]
        card = await queries.pair_card(session, lender.actor, pair.id)
    assert (card.lender, card.school, card.is_curator, card.lends) == ("Школа № 37", "Школа № 25", False, False)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await lender(closing.terminate, pair.id, CloseReason.OTHER, False)


async def test_it_stands_in_the_week_of_each_school_and_above_until_both_approve(town: Town, ask, lent: int) -> None:
    pair = await (await town.act(town.curator))(propose.propose, (await ask(await town.mentee())).id, lent)
    places = (
        (town.curator, town.school, Awaited.LENDER, LineKind.AWAITED),
        (town.other_curator, town.other_school, Awaited.LENDING, LineKind.TO_LEND),
        (town.municipal_curator, town.municipality, Awaited.LENDER, LineKind.AWAITED),
    )

    async def lines() -> list[tuple[list[Line], list[int]]]:
        found = []
        async with town.database.read() as session:
            for person, place, whom, kind in places:
                actor = await town.actor(person)
                week = await week_of(session, actor, place, town.clock.now())
                page = await queries.pairs_awaiting(session, actor, place, whom)
                found.append(([one for one in week.wait if one.kind is kind], [one.id for one in page.items]))
        return found

    assert await lines() == [([Line(kind, count=1)], [pair.id]) for *_, kind in places]
    async with town.database.read() as session:
        with pytest.raises(ProgrammeError, match="error-no-access"):
            actor = await town.actor(town.curator)
            await queries.pairs_awaiting(session, actor, town.other_school, Awaited.LENDING)
    await (await town.act(town.other_curator))(across.lend, pair.id)
    assert await lines() == [([], [])] * 3


async def test_it_may_be_approved_before_the_sides_have_answered(town: Town, ask, lent: int) -> None:
    mentee = await town.mentee()
    pair = await (await town.act(town.curator))(propose.propose, (await ask(mentee)).id, lent)
    lender = await town.act(town.other_curator)
    async with town.database.read() as session:
        assert (await queries.menu_facts(session, lender.actor, town.clock.now())).to_approve == 1
    assert (await lender(across.lend, pair.id)).state is MentorshipState.PROPOSED
    await (await town.act(lent))(answers.accept, pair.id)
    assert (await (await town.act(mentee))(answers.accept, pair.id)).state is MentorshipState.APPROVED


async def test_it_closes_neutrally_when_the_mentors_school_cannot(town: Town, ask, lent: int) -> None:
    request = await ask(await town.mentee())
    pair = await (await town.act(town.curator))(propose.propose, request.id, lent)
    lender = await town.act(town.other_curator)
    assert (await lender(across.keep_at_home, pair.id)).state is MentorshipState.CANCELLED
    assert (await town.row(MentoringRequest, request.id)).state is RequestState.QUEUED
    assert (await told(town, lent))[-1] == NoticeKind.OFFER_CLOSED
    assert (await told(town, town.curator))[-1] == NoticeKind.OFFER_DECLINED
    with pytest.raises(ProgrammeError, match="error-offer-closed"):
        await lender(across.lend, pair.id)


async def test_it_reminds_the_mentors_school_and_then_asks_the_level_above(town: Town, ask, lent: int) -> None:
    mentee = await town.mentee()
    pair = await (await town.act(town.curator))(propose.already_agreed, mentee, lent)
    assert pair.state is MentorshipState.AGREED
    monday = town.clock.now()
    for days, counts in ((1, (2, 0)), (2, (2, 0)), (3, (2, 1)), (4, (2, 1))):
        town.clock.moment = monday + days * DAY
        await town.act_as_system()(silence.chase_silence)
        asked = [await told(town, one) for one in (town.other_curator, town.municipal_curator)]
        assert tuple(kinds.count(NoticeKind.PAIR_TO_LEND) for kinds in asked) == counts
    approved = await (await town.act(town.municipal_curator))(across.lend, pair.id)
    assert approved.state is MentorshipState.APPROVED


async def test_it_asks_nobody_twice_where_the_proposer_would_be_asked(town: Town, lent: int) -> None:
    [post] = await town.rows(RoleGrant, RoleGrant.person_id == town.other_curator)
    await town.change(RoleGrant, post.id, ended_at=town.clock.now())
    act = await town.act(town.municipal_curator)
    pair = await act(propose.already_agreed, await town.mentee(), lent)
    assert pair.state is MentorshipState.APPROVED


async def test_it_refuses_a_mentor_who_has_not_agreed_and_writes_it_down(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    mentor, mentee = await town.mentor(organisation=town.other_school), await town.mentee()
    with caplog.at_level(logging.WARNING), pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(town.curator))(propose.make_pair, mentee, mentor)
    assert f"refused: person {town.curator} in mentorships.propose.make_pair" in caplog.text
    assert await town.rows(Mentorship) == []


async def test_it_counts_a_mentors_places_over_all_schools(town: Town, lent: int) -> None:
    here, there = await town.mentee(), await town.mentee(organisation=town.other_school)
    pair = await (await town.act(town.curator))(propose.make_pair, here, lent)
    other = await (await town.act(town.other_curator))(propose.make_pair, there, lent)
    mentor = await town.act(lent)
    await mentor(answers.accept, pair.id)
    with pytest.raises(ProgrammeError, match="error-"):
        await mentor(answers.accept, other.id)
    assert (await town.row(Mentorship, other.id)).state is MentorshipState.CANCELLED


async def test_it_admits_a_confirmed_mentor_to_a_second_school(town: Town) -> None:
    mentor = await town.mentor(organisation=town.other_school)
    applicant = await town.mentor(organisation=town.other_school, card={"state": MentorState.APPLICANT})
    curator = await town.act(town.curator)
    link = await curator(invitations.invite, Role.MENTOR, town.school, 5, 7)
    code = hash_of(link.code)
    with pytest.raises(ProgrammeError, match="error-other-school"):
        await (await town.act(applicant))(opening.accept_invitation, code)
    grant = await (await town.act(mentor))(opening.accept_invitation, code)
    assert grant.is_admitted
    mentee = await town.mentee()
    pair = await (await town.act(town.curator))(propose.already_agreed, mentee, mentor)
    assert (pair.state, pair.awaits_lender) == (MentorshipState.APPROVED, False)
    async with town.database.read() as session:
        page = await registers.register_page(session, curator.actor, Register.MENTORS, {}, town.clock.now())
        here = (await registers.person_card(session, curator.actor, mentor, town.clock.now())).staff
        home = await town.actor(town.other_curator)
        there = await staff_member(session, home, mentor)
    assert ([row.id for row in page.page.items], [one.grant_id for one in here.grants]) == ([mentor], [grant.grant_id])
    assert (here.is_guest, there.is_guest) == (True, False)
    assert grant.grant_id not in [one.grant_id for one in there.grants]
    with pytest.raises(ProgrammeError, match="error-role-has-pairs"):
        await curator(grants.end_role, grant.grant_id)
    await curator(closing.terminate, pair.id, CloseReason.OTHER, False)
    await curator(grants.end_role, grant.grant_id)
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == mentor)
    assert card.state is MentorState.APPROVED
    assert await seen_by(town, town.school) == []


async def test_it_lends_no_mentor_to_a_group(town: Town, lent: int) -> None:
    """A group has one curator: nobody would ask the mentor's own school."""
    mentees = [await town.mentee(), await town.mentee()]
    with pytest.raises(ProgrammeError, match="error-group-lent"):
        await (await town.act(town.curator))(groups.make_group, MentoringType.GROUP, [lent], mentees)
    assert await town.rows(Mentorship) == []
