"""Two teams, which the curator above approves (R-06), within a school and across two."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.errors import ProgrammeError
from models.mentorships import across, answers, groups, queries, silence, teams
from models.mentorships.across import Awaited
from models.mentorships.group_picks import chosen_people, people_to_group
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship
from models.mentorships.views import PairView
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.oversight.area import area_of
from models.oversight.lines import LineKind
from models.people.names import Nameless, official
from models.people.sharing import Visibility, share
from models.people.tables import Organisation, Person, RoleGrant
from models.terms import MentoringType, OrgKind, PersonKind, Role
from tests.mentorships.refused import refused
from tests.town import Town

DAY = timedelta(days=1)


async def told(town: Town, person: int, kind: NoticeKind) -> int:
    """How often a person was posted a kind of notice."""
    return len(await town.rows(Notice, Notice.person_id == person, Notice.kind == kind.value))


async def two_teams(town: Town, **fields: Any) -> PairView:
    """Two teams of school № 25 on whom everybody has agreed aloud."""
    mentors, mentees = [await town.mentor() for _ in range(2)], [await town.mentee() for _ in range(2)]
    act = await town.act(fields.pop("by", town.curator))
    return await act(groups.make_group, MentoringType.TEAM, mentors, mentees, agreed=True, **fields)


@pytest.fixture
async def regional(town: Town) -> int:
    """The curator of the region above the municipality."""
    region = await town.organisation("Ярославская область", OrgKind.REGION)
    await town.change(Organisation, town.municipality, parent_id=region)
    return await town.person("Громова Инна Олеговна", Role.CURATOR_REGIONAL, organisation=region)


async def card_for(town: Town, person: int, pair_id: int) -> queries.PairCard:
    """The card as the person sees it."""
    async with town.database.read() as session:
        return await queries.pair_card(session, await town.actor(person), pair_id)


async def test_it_says_which_of_the_mentors_cannot_be_asked(town: Town) -> None:
    mentors = [await town.mentor(), await town.mentor(card={"no_offers_before": date(2027, 1, 1)})]
    mentees = [await town.mentee() for _ in range(2)]
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-mentor-paused") as refusal:
        await act(groups.make_group, MentoringType.TEAM, mentors, mentees)
    assert refusal.value.values == {"mentor": official(await town.row(Person, mentors[1]))}


async def test_it_leaves_out_of_the_list_who_asks_for_no_offers_yet_until_that_very_day(town: Town) -> None:
    today = town.clock.now().date()
    asked = [None, today - DAY, today, today + DAY]
    mentors = [await town.mentor(card={"no_offers_before": day}) for day in asked]
    async with town.database.read() as session:
        actor = await town.actor(town.curator)
        for now, listed in ((town.clock.now(), mentors[:3]), (town.clock.now() + DAY, mentors)):
            page = await people_to_group(session, actor, Side.MENTOR, now, 0, town.school)
            assert sorted(one.id for one in page.items) == listed


async def test_it_waits_for_the_municipality_and_tells_the_region(town: Town, regional: int) -> None:
    pair = await two_teams(town)
    assert pair.state is MentorshipState.AGREED
    assert await told(town, town.municipal_curator, NoticeKind.PAIR_TO_APPROVE) == 1
    seen = [await card_for(town, one, pair.id) for one in (town.curator, town.municipal_curator)]
    assert [(one.decides, one.decider) for one in seen] == [(False, "Фомина Е. Ю."), (True, "Фомина Е. Ю.")]
    for person, key in ((town.curator, "error-no-access"), (town.other_curator, "error-no-access")):
        assert await refused(town, person, teams.approve_teams, pair.id) == key
    assert await refused(town, town.curator, answers.approve, pair.id) == "error-above-awaited"
    municipal = await town.act(town.municipal_curator)

    async def waiting() -> tuple[list[int], int, int]:
        async with town.database.read() as session:
            page = await queries.pairs_awaiting(session, municipal.actor, town.municipality, Awaited.ABOVE)
            week = await session.run_sync(area_of, town.municipality, town.clock.now())
            menus = [
                (await queries.menu_facts(session, await town.actor(one), town.clock.now())).to_approve
                for one in (town.municipal_curator, town.curator)
            ]
        assert menus[1] == 0
        return [one.id for one in page.items], sum(one.kind is LineKind.TEAMS for one in week.wait), menus[0]

    assert await waiting() == ([pair.id], 1, 1)
    approved = await municipal(teams.approve_teams, pair.id)
    assert approved.state is MentorshipState.APPROVED
    assert await municipal(teams.approve_teams, pair.id) == approved
    assert await waiting() == ([], 0, 0)
    assert [await told(town, one, NoticeKind.PAIR_ACROSS) for one in (regional, town.municipal_curator)] == [1, 0]
    assert [await told(town, one.person_id, NoticeKind.PAIR_APPROVED) for one in pair.members] == [1] * 4
    async with town.database.read() as session:
        lacking = await queries.without_order(session, await town.actor(town.curator))
    assert lacking is not None and [one.id for one in lacking.pairs] == [pair.id]


async def test_it_comes_back_with_a_reason_and_goes_up_again_with_the_schools_answer(town: Town) -> None:
    pair = await two_teams(town)
    municipal, curator = await town.act(town.municipal_curator), await town.act(town.curator)
    assert await refused(town, town.municipal_curator, teams.send_back, pair.id, " ") == "error-request-words-none"
    await municipal(teams.send_back, pair.id, "Нужен ещё один наставник")
    for case, *more in ((teams.approve_teams,), (teams.send_back, "И ещё")):
        assert await refused(town, town.municipal_curator, case, pair.id, *more) == "error-offer-closed"
    assert await told(town, town.curator, NoticeKind.OFFER_QUESTION) == 1
    card = await card_for(town, town.curator, pair.id)
    assert (card.is_returned, card.question, card.answer) == (True, "Нужен ещё один наставник", "")
    member = pair.members[0].person_id
    assert await refused(town, member, answers.answer, card.question_id, "Готово") == "error-no-access"
    town.clock.moment += DAY
    await curator(answers.answer, card.question_id, "Пригласили Орлову")
    assert await told(town, town.municipal_curator, NoticeKind.PAIR_TO_APPROVE) == 2
    assert await told(town, member, NoticeKind.OFFER_QUESTION_ANSWERED) == 0
    assert (await card_for(town, town.municipal_curator, pair.id)).answer == "Пригласили Орлову"
    await municipal(teams.send_back, pair.id, "Пока нет")
    await curator(answers.cancel, pair.id)
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.CANCELLED
    assert await refused(town, town.municipal_curator, teams.approve_teams, pair.id) == "error-offer-closed"


async def test_it_reminds_the_municipality_and_then_asks_the_region(town: Town, regional: int) -> None:
    pair, monday = await two_teams(town), town.clock.now()
    for days, counts in ((1, (2, 0)), (2, (2, 0)), (3, (2, 1)), (4, (2, 1))):
        town.clock.moment = monday + days * DAY
        await town.act_as_system()(silence.chase_silence)
        asked = (town.municipal_curator, regional)
        assert tuple([await told(town, one, NoticeKind.PAIR_TO_APPROVE) for one in asked]) == counts
    assert (await (await town.act(regional))(teams.approve_teams, pair.id)).state is MentorshipState.APPROVED


async def test_it_is_the_regions_matter_or_the_schools_own_where_nobody_is_between(town: Town, regional: int) -> None:
    by_municipality = await two_teams(town, by=town.municipal_curator)
    assert by_municipality.state is MentorshipState.APPROVED, "the proposal is the approval"
    waiting = await two_teams(town)
    [post] = await town.rows(RoleGrant, RoleGrant.person_id == town.municipal_curator)
    await town.change(RoleGrant, post.id, ended_at=town.clock.now())
    assert (await two_teams(town)).state is MentorshipState.AGREED
    assert await told(town, regional, NoticeKind.PAIR_TO_APPROVE) == 1
    [post] = await town.rows(RoleGrant, RoleGrant.person_id == regional)
    await town.change(RoleGrant, post.id, ended_at=town.clock.now())
    assert (await two_teams(town)).state is MentorshipState.APPROVED
    curator = await town.act(town.curator)
    assert (await curator(teams.approve_teams, waiting.id)).state is MentorshipState.APPROVED


async def lent_team(town: Town, count: int = 2, **fields: Any) -> list[int]:
    """Mentors of school № 37 whom the schools of the municipality may ask."""
    mentors = [await town.mentor(organisation=town.other_school, **fields) for _ in range(count)]
    for one in mentors:
        await (await town.act(one))(share, Visibility.MUNICIPAL)
    return mentors


async def test_it_takes_a_team_of_another_school_with_both_curators(town: Town, regional: int) -> None:
    mentors, mentees = await lent_team(town), [await town.mentee() for _ in range(2)]
    alien, own = await town.mentor(organisation=town.other_school), await town.mentor()
    form = (groups.make_group, MentoringType.TEAM)
    assert await refused(town, town.curator, *form, [mentors[0], own], mentees) == "error-team-schools"
    assert await refused(town, town.curator, *form, [mentors[0], alien], mentees) == "error-gone"
    curator, lender = await town.act(town.curator), await town.act(town.other_curator)
    pair = await curator(*form, mentors, mentees)
    assert (pair.state, pair.awaits_lender) == (MentorshipState.PROPOSED, True)
    assert await told(town, town.other_curator, NoticeKind.PAIR_TO_LEND) == 1
    for person in (*mentors, *mentees):
        await (await town.act(person))(answers.accept, pair.id)
    assert await told(town, town.municipal_curator, NoticeKind.PAIR_TO_APPROVE) == 0
    assert await refused(town, town.municipal_curator, teams.approve_teams, pair.id) == "error-offer-closed"
    assert (await lender(across.lend, pair.id)).state is MentorshipState.AGREED
    assert await told(town, town.municipal_curator, NoticeKind.PAIR_TO_APPROVE) == 1
    card = await card_for(town, town.municipal_curator, pair.id)
    assert (card.school, card.lender, card.decides) == ("Школа № 25", "Школа № 37", True)
    assert await refused(town, town.curator, groups.invite, pair.id, own, Side.MENTOR) == "error-team-schools"
    municipal = await town.act(town.municipal_curator)
    assert (await municipal(teams.approve_teams, pair.id)).state is MentorshipState.APPROVED
    assert await told(town, regional, NoticeKind.PAIR_ACROSS) == 1


async def test_it_lets_the_school_that_lends_a_team_enlarge_it(town: Town) -> None:
    [*mentors, third], own = await lent_team(town, 3), await town.mentor()
    alien = await town.mentor(organisation=town.other_school)
    pupils = [await town.mentee(kind=PersonKind.STUDENT, class_label="7 кл.") for _ in range(2)]
    curator, lender = await town.act(town.curator), await town.act(town.other_curator)
    pair = await curator(groups.make_group, MentoringType.TEAM, mentors, pupils, agreed=True)
    assert (await card_for(town, town.other_curator, pair.id)).lent_by is None
    await lender(across.lend, pair.id)
    card = await card_for(town, town.other_curator, pair.id)
    assert (card.lent_by, card.is_curator) == (town.other_school, False)
    async with town.database.read() as session:
        shown = (lender.actor, Side.MENTOR, town.clock.now(), 0, town.school, mentors)
        page = await people_to_group(session, *shown, beyond=True, of=card.lent_by)
    assert [one.id for one in page.items] == [third]
    invite = (groups.invite, pair.id)
    for person, whom, side, key in (
        (town.other_curator, alien, Side.MENTOR, "error-gone"),
        (town.other_curator, own, Side.MENTOR, "error-no-access"),
        (town.other_curator, third, Side.MENTEE, "error-no-access"),
        (town.curator, third, Side.MENTOR, "error-no-access"),
    ):
        assert await refused(town, person, *invite, whom, side) == key
    invited = await lender(*invite, third, Side.MENTOR)
    assert [isinstance(one.official, Nameless) for one in invited.members if one.side is Side.MENTEE] == [True] * 2
    assert await told(town, third, NoticeKind.OFFER) == 1
    await (await town.act(third))(answers.accept, pair.id)
    assert await told(town, town.curator, NoticeKind.GROUP_CHANGED) == 1
    assert len((await town.row(Mentorship, pair.id)).on(Side.MENTOR)) == 3


async def test_it_lies_with_the_municipality_of_those_who_lead(town: Town, regional: int) -> None:
    [region] = await town.rows(Organisation, Organisation.kind == OrgKind.REGION)
    far = await town.organisation("г. Рыбинск", OrgKind.MUNICIPALITY, region.id)
    there = await town.person("Зайцева Нина Павловна", Role.CURATOR_MUNICIPAL, organisation=far)
    await town.change(Organisation, town.other_school, parent_id=far)
    mentors, mentees = await lent_team(town), [await town.mentee() for _ in range(2)]
    for one in mentors:
        await (await town.act(one))(share, Visibility.REGIONAL)
    act = await town.act(town.curator)
    pair = await act(groups.make_group, MentoringType.TEAM, mentors, mentees, agreed=True)
    await (await town.act(town.other_curator))(across.lend, pair.id)
    asked = [await told(town, one, NoticeKind.PAIR_TO_APPROVE) for one in (there, town.municipal_curator)]
    assert asked == [1, 0]
    assert await refused(town, town.municipal_curator, teams.approve_teams, pair.id) == "error-no-access"
    assert (await (await town.act(there))(teams.approve_teams, pair.id)).state is MentorshipState.APPROVED
    informed = [await told(town, one, NoticeKind.PAIR_ACROSS) for one in (town.municipal_curator, regional, there)]
    assert informed == [1, 1, 0]


async def test_it_shows_beyond_the_school_who_agrees_and_no_pupils(town: Town) -> None:
    mentors, own = await lent_team(town), await town.mentor()
    await lent_team(town, 1, kind=PersonKind.STUDENT, class_label="9 кл.")
    pupils = [await town.mentee(kind=PersonKind.STUDENT, class_label="7 кл.") for _ in range(2)]
    curator = await town.act(town.curator)
    async with town.database.read() as session:
        pages = [
            await people_to_group(
                session, curator.actor, Side.MENTOR, town.clock.now(), 0, town.school, beyond=True, of=of
            )
            for of in (None, town.other_school, town.school)
        ]
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await chosen_people(session, curator.actor, mentors)
        assert list(await chosen_people(session, curator.actor, mentors, town.school)) == mentors
    assert [sorted(one.id for one in page.items) for page in pages] == [sorted([own, *mentors]), mentors, [own]]
    assert [one.school for one in pages[0].items] == ["", "Школа № 37", "Школа № 37"]
    pair = await curator(groups.make_group, MentoringType.TEAM, mentors, pupils)
    for person, hidden in ((town.curator, False), (town.other_curator, True), (mentors[0], False)):
        led = [one for one in (await card_for(town, person, pair.id)).pair.members if one.side is Side.MENTEE]
        assert [isinstance(one.official, Nameless) for one in led] == [hidden] * 2
