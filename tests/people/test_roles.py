"""Roles given and ended, and people whom a curator enters."""

import pytest

from models.errors import ProgrammeError
from models.people import entering, grants
from models.people.curators import curators_of
from models.people.families import family
from models.people.staff import Which, staff, staff_member
from models.people.states import MentorState, PersonState
from models.people.tables import Consent, MentorProfile, Person, RoleGrant
from models.terms import PersonKind, Role
from tests.town import Town


async def test_it_enters_a_mentor_with_a_paper_consent_and_a_confirmed_card(town: Town) -> None:
    act = await town.act(town.curator)
    entered = await act(
        entering.enter_person,
        town.school,
        Role.MENTOR,
        "титов павел львович",
        "физика",
        "№ 7 от 01.09.2026",
        ["CLASSROOM", "METHODS", "EXAM", "GIFTED"],
    )
    person = await town.row(Person, entered.person_id)
    [consent] = await town.rows(Consent, Consent.person_id == person.id)
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == person.id)
    assert (entered.official, person.position, person.created_by) == ("Титов П. Л.", "физика", town.curator)
    assert (consent.form, consent.evidence) == ("PAPER", "№ 7 от 01.09.2026")
    assert (card.state, card.strong_topics) == (MentorState.APPROVED, ["CLASSROOM", "METHODS", "EXAM"])


async def test_it_enters_a_pupil_with_the_class_and_the_parents_paper(town: Town) -> None:
    act = await town.act(town.curator)
    who = (town.school, Role.MENTEE, "козлова мария ильинична")
    entered = await act(entering.enter_person, *who, consent_paper="№ 9 от 01.09.2026", class_label=" 7  А ")
    pupil = await town.row(Person, entered.person_id)
    assert (entered.is_pupil, pupil.kind, pupil.class_label) == (True, PersonKind.STUDENT, "7 А")
    async with town.database.read() as session:
        stands = await family(session, act.actor, pupil.id, town.clock.now())
    assert (stands.agrees, stands.paper) == (True, "№ 9 от 01.09.2026")
    for no_class in ("седьмой", "7" * 21):
        with pytest.raises(ProgrammeError, match="error-class"):
            await act(entering.enter_person, *who, class_label=no_class)


async def test_it_enters_nobody_into_another_school_or_as_a_curator(town: Town) -> None:
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(entering.enter_person, town.other_school, Role.MENTEE, "Белова Анна Олеговна")
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(entering.enter_person, town.school, Role.CURATOR_SCHOOL, "Белова Анна Олеговна")


async def test_it_wants_topics_of_a_mentor(town: Town) -> None:
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-topics-none"):
        await act(entering.enter_person, town.school, Role.MENTOR, "Белова Анна Олеговна")
    assert not await town.rows(Person, Person.patronymic == "Олеговна")


async def test_it_appoints_a_deputy_who_stands_behind_the_principal(town: Town) -> None:
    deputy = await town.mentor()
    view = await (await town.act(town.curator))(grants.make_deputy, deputy)
    assert (view.role, view.is_deputy) == (Role.CURATOR_SCHOOL, True)
    found = await town.database.write(lambda session: [one.id for one in curators_of(session, town.school)])
    assert found == [town.curator, deputy]


async def test_it_never_leaves_a_school_without_a_curator_by_a_tap(town: Town) -> None:
    [grant] = await town.rows(RoleGrant, RoleGrant.person_id == town.curator)
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-last-curator"):
        await act(grants.end_role, grant.id)
    await act(grants.make_deputy, await town.mentor())
    ended = await act(grants.end_role, grant.id)
    assert ended.is_over
    assert act.actor.roles == frozenset()


async def test_it_takes_the_card_out_of_the_register_with_the_role(town: Town) -> None:
    mentor = await town.mentor()
    [grant] = await town.rows(RoleGrant, RoleGrant.person_id == mentor)
    act = await town.act(town.curator)
    await act(grants.end_role, grant.id)
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == mentor)
    assert card.state is MentorState.LEFT


async def test_it_lists_people_by_name_page_after_page(town: Town) -> None:
    for number in range(10):
        await town.mentee(f"Аб{'абвгдежзик'[number]}ова Анна Олеговна")
    await town.mentee("Яшина Анна Олеговна", state=PersonState.BLOCKED)
    await town.mentee("Чужая Анна Олеговна", organisation=town.other_school)
    actor = await town.actor(town.curator)
    async with town.database.read() as session:
        first = await staff(session, actor, Which.ALL)
        last = await staff(session, actor, Which.ALL, 99)
        mentees = await staff(session, actor, Which.MENTEES)
        waiting = await staff(session, actor, Which.WAITING)
    assert (first.total, first.pages, len(first.lines)) == (11, 2, 8)
    assert (last.page, [line.official for line in last.lines][-1]) == (1, "Соколова М. П.")
    assert (mentees.total, waiting.total) == (10, 0)


async def test_it_shows_a_person_to_their_curators_only(town: Town) -> None:
    mentor = await town.mentor("Титов Павел Львович")
    async with town.database.read() as session:
        view = await staff_member(session, await town.actor(town.municipal_curator), mentor)
        assert (view.official, view.grant(Role.MENTOR) is not None) == ("Титов П. Л.", True)
        for outsider in (town.other_curator, mentor):
            with pytest.raises(ProgrammeError, match="error-no-access"):
                await staff_member(session, await town.actor(outsider), mentor)
