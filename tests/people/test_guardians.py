"""Parents: they come in by the school's one-time code alone, and see and decide nothing but of their own child."""

from datetime import timedelta
from typing import Any

import pytest

from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.people import guardians, invitations, opening
from models.people.codes import hash_of
from models.people.consents import PARENT_VERSION, VERSION
from models.people.grants import end_role
from models.people.guardians import become_guardian, consent_again, end_link, record_parents_paper
from models.people.privacy import withdraw_consent, withdraw_for_child
from models.people.states import ConsentState, PersonState
from models.people.tables import Consent, GuardianLink, Person, RoleGrant
from models.terms import PersonKind, Role
from models.use_case import Act
from tests.people.family import MOTHER, parent, pupil
from tests.people.newcomer import Newcomer
from tests.town import Town


async def consents(town: Town, child: int) -> list[tuple[str, ConsentState]]:
    return [(one.form, one.state) for one in await town.rows(Consent, Consent.person_id == child) if one.given_by]


async def refused(act: Act, key: str, *call: Any) -> None:
    with pytest.raises(ProgrammeError, match=key):
        await act(*call)


async def test_it_ties_a_parent_by_the_schools_code_alone_with_the_consent_for_the_child(town: Town) -> None:
    child, curator = await pupil(town), await town.act(town.curator)
    issued = await curator(invitations.invite_guardian, child)
    newcomer = await Newcomer.invited(town, issued.code, "801")
    assert (newcomer.opened.role, newcomer.opened.person) == (Role.GUARDIAN, "")
    assert newcomer.opened.child == "Мария К., 7 кл."
    with pytest.raises(ProgrammeError, match="error-consent-changed"):
        await newcomer.join(consent_version=VERSION)
    assert await town.rows(GuardianLink) == []
    joined = await newcomer.join(name=MOTHER, consent_version=PARENT_VERSION)
    assert (joined.role, joined.is_admitted) == (Role.GUARDIAN, True)
    [link] = await town.rows(GuardianLink)
    assert (link.guardian_person_id, link.child_person_id, link.verified_by) == (joined.person_id, child, town.curator)
    [given] = await town.rows(Consent, Consent.given_by == joined.person_id)
    assert (given.person_id, given.form, given.text_version) == (child, "BOT", PARENT_VERSION)
    assert [one.kind for one in await town.rows(Notice)] == [NoticeKind.GUARDIAN_LINKED.value]
    late = await town.act_as_stranger("802")(opening.open_invitation, issued.code)
    assert late.problem == "error-link-spent"
    second = await curator(invitations.invite_guardian, child)
    town.clock.moment += timedelta(days=15)
    late = await town.act_as_stranger("803")(opening.open_invitation, second.code)
    assert late.problem == "error-link-expired"
    await refused(town.act_as_stranger("804"), "error-no-access", guardians.wish, link.id, "Хочу видеть")


async def test_it_ties_both_parents_and_a_teacher_who_is_one(town: Town) -> None:
    child, teacher = await pupil(town), await town.mentor()
    await parent(town, child)
    issued = await (await town.act(town.curator))(invitations.invite_guardian, child)
    act = await town.act(teacher)
    await refused(act, "error-has-account", opening.accept_invitation, hash_of(issued.code))
    await refused(act, "error-consent-changed", become_guardian, hash_of(issued.code), VERSION)
    await act(become_guardian, hash_of(issued.code), PARENT_VERSION)
    assert act.actor.roles == {Role.MENTOR, Role.GUARDIAN}
    assert await consents(town, child) == [("BOT", ConsentState.GRANTED)] * 2
    await refused(act, "error-link-spent", become_guardian, hash_of(issued.code), PARENT_VERSION)


async def test_it_takes_no_pupil_for_a_parent_and_no_other_link_for_a_parents(town: Town) -> None:
    child, curator = await pupil(town), await town.act(town.curator)
    other = await town.act(await town.mentee(kind=PersonKind.STUDENT))
    issued = await curator(invitations.invite_guardian, child)
    await refused(other, "error-minor", become_guardian, hash_of(issued.code), PARENT_VERSION)
    for_mentors = await curator(invitations.invite, Role.MENTOR, town.school, 1, 14)
    await refused(other, "error-no-access", become_guardian, hash_of(for_mentors.code), PARENT_VERSION)
    await refused(curator, "error-invite-level", invitations.invite, Role.GUARDIAN, town.school, 1, 14)
    elsewhere = await pupil(town, organisation=town.other_school)
    for person in (elsewhere, await town.mentee()):
        await refused(curator, "error-no-access", invitations.invite_guardian, person)
    await refused(await town.act(town.municipal_curator), "error-no-access", invitations.invite_guardian, child)


async def test_it_lets_a_parent_reach_no_child_but_their_own(town: Town) -> None:
    mine, other = await pupil(town), await pupil(town, "Титов Пётр Олегович")
    mother = await town.act((await parent(town, mine)).person_id)
    await parent(town, other, "802", "Титова Анна Ивановна")
    [own, foreign] = await town.rows(GuardianLink)
    for call in ((guardians.wish, foreign.id, "Хочу"), (consent_again, foreign.id, PARENT_VERSION)):
        await refused(mother, "error-no-access", *call)
    await refused(mother, "error-no-access", withdraw_for_child, foreign.id)
    await refused(mother, "error-no-access", end_link, foreign.id)
    await refused(mother, "error-gone", guardians.wish, 10**9, "Хочу")
    for words, key in ((" ", "error-wish-none"), ("х" * 501, "error-too-long")):
        await refused(mother, key, guardians.wish, own.id, words)
    told = await mother(guardians.wish, own.id, " Пусть встречи будут по вторникам ")
    assert told.name == "Мария К., 7 кл."
    [notice] = await town.rows(Notice, Notice.kind == NoticeKind.GUARDIAN_WISH.value)
    assert (notice.person_id, notice.payload["text"]) == (town.curator, "Пусть встречи будут по вторникам")
    for grant in await town.rows(RoleGrant, RoleGrant.person_id == town.curator):
        await town.change(RoleGrant, grant.id, ended_at=town.clock.now())
    await refused(mother, "error-wish-nobody", guardians.wish, own.id, "Хочу")


async def test_it_marks_the_paper_by_its_number_and_only_for_a_pupil_of_the_school(town: Town) -> None:
    child, curator = await pupil(town), await town.act(town.curator)
    for words, key in (("лежит в школе", "error-parents-paper"), ("1" * 101, "error-too-long")):
        await refused(curator, key, record_parents_paper, child, words)
    await curator(record_parents_paper, child, "№ 12 от  01.09.2026")
    await curator(record_parents_paper, child, "№ 14 от 05.09.2026")
    papers = await town.rows(Consent, Consent.person_id == child, Consent.state == ConsentState.GRANTED)
    assert [(one.form, one.evidence) for one in papers] == [("PAPER", "№ 14 от 05.09.2026")]
    await refused(await town.act(town.other_curator), "error-no-access", record_parents_paper, child, "№ 1")


async def test_it_ends_a_link_with_the_consent_and_the_role_that_came_by_it(town: Town) -> None:
    child, brother = await pupil(town), await pupil(town, "Кузнецов Иван Ильич")
    mother = (await parent(town, child)).person_id
    issued = await (await town.act(town.curator))(invitations.invite_guardian, brother)
    await (await town.act(mother))(become_guardian, hash_of(issued.code), PARENT_VERSION)
    curator, [first, second] = await town.act(town.curator), await town.rows(GuardianLink)
    [grant] = await town.rows(RoleGrant, RoleGrant.role == Role.GUARDIAN)
    await refused(curator, "error-guardian-role", end_role, grant.id)
    await curator(end_link, first.id)
    await curator(end_link, first.id)
    assert await consents(town, child) == [("BOT", ConsentState.EXPIRED)]
    assert (await town.actor(mother)).roles == {Role.GUARDIAN}
    await refused(await town.act(mother), "error-no-access", guardians.wish, first.id, "Хочу")
    await curator(end_link, second.id)
    assert (await town.actor(mother)).roles == frozenset()
    assert (await town.row(Person, child)).state is PersonState.ACTIVE


async def test_it_ends_the_childs_part_when_a_parent_takes_the_consent_back(town: Town) -> None:
    child = await pupil(town)
    mother, father = (await parent(town, child)).person_id, await town.mentor()
    issued = await (await town.act(town.curator))(invitations.invite_guardian, child)
    await (await town.act(father))(become_guardian, hash_of(issued.code), PARENT_VERSION)
    [link, _] = await town.rows(GuardianLink)
    left = await (await town.act(mother))(withdraw_for_child, link.id)
    assert (left.name, left.is_gone) == ("Мария К., 7 кл.", True)
    assert [(await town.row(Person, one)).state for one in (child, mother, father)] == [
        *[PersonState.BLOCKED] * 2,
        PersonState.ACTIVE,
    ]
    assert {one.state for one in await town.rows(Consent, Consent.given_by.is_not(None))} == {ConsentState.WITHDRAWN}
    told = await town.rows(Notice, Notice.kind == NoticeKind.CHILD_LEFT.value)
    assert [one.person_id for one in told] == [father]
    gone = await town.rows(Notice, Notice.kind == NoticeKind.CONSENT_WITHDRAWN.value)
    assert sorted(one.payload["person_id"] for one in gone) == sorted((child, mother))
    assert (await town.actor(father)).roles == {Role.MENTOR}


@pytest.mark.parametrize(("paper", "state"), [(True, PersonState.ACTIVE), (False, PersonState.BLOCKED)])
async def test_it_keeps_a_child_whose_parent_leaves_only_by_another_consent(
    town: Town, paper: bool, state: PersonState
) -> None:
    child = await pupil(town)
    mother = await town.act((await parent(town, child)).person_id)
    if paper:
        await (await town.act(town.curator))(record_parents_paper, child, "№ 14")
    await mother(withdraw_consent)
    assert (await town.row(Person, child)).state is state
    assert [one.ended_at for one in await town.rows(GuardianLink)] == [town.clock.now()]


async def test_it_renews_the_consent_for_the_child_and_for_the_parent(town: Town) -> None:
    child = await pupil(town)
    mother = await parent(town, child)
    town.clock.moment += timedelta(days=400)
    [link] = await town.rows(GuardianLink)
    act = await town.act(mother.person_id)
    await refused(act, "error-consent-changed", consent_again, link.id, VERSION)
    await act(consent_again, link.id, PARENT_VERSION)
    for person in (child, mother.person_id):
        [_, new] = (await town.rows(Consent, Consent.person_id == person))[-2:]
        assert (new.state, new.given_at) == (ConsentState.GRANTED, town.clock.now())
