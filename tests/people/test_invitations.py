"""Invitations: who may issue which, what a link opens, and that no more people come in than it has uses."""

import asyncio
from datetime import timedelta

import pytest

from models.audit import Effect
from models.errors import ProgrammeError
from models.people import invitations, opening
from models.people.codes import hash_of
from models.people.tables import Invitation, Organisation, Person, RoleGrant, WrongCode
from models.terms import OrgKind, Role
from models.use_case import Act
from tests.people.newcomer import Newcomer
from tests.security.guesses import Guessed, guess
from tests.town import Town


async def test_it_keeps_only_a_hash_of_a_code_that_nobody_guesses(town: Town) -> None:
    act = await town.act(town.curator)
    issued = await act(invitations.invite, Role.MENTOR, town.school, 1, 14)
    [row] = await town.rows(Invitation)
    assert len(issued.code) * 6 >= 128
    assert row.code_hash == hash_of(issued.code) != issued.code
    assert row.expires_at == town.clock.now() + timedelta(days=14)


async def test_it_stores_no_code_with_the_effect_and_gives_a_new_one_when_the_update_runs_again(town: Town) -> None:
    actor = await town.actor(town.curator)
    first = await Act(town.database, town.clock, actor, inbox_id=5)(invitations.invite, Role.MENTEE, town.school, 1, 14)
    again = Act(town.database, town.clock, actor, inbox_id=5)
    replayed = await again(invitations.invite, Role.MENTEE, town.school, 1, 14)
    async with town.database.read() as session:
        stored = await session.get_one(Effect, (5, 1))
    assert first.code not in stored.result
    assert (replayed.invitation_id, replayed.code) == (first.invitation_id, "")
    fresh = await again(invitations.reissue, replayed.invitation_id)
    opened = await town.act_as_stranger()(opening.open_invitation, fresh.code)
    assert opened.role is Role.MENTEE


@pytest.mark.parametrize(("role", "fits"), [(Role.CURATOR_SCHOOL, True), (Role.CURATOR_MUNICIPAL, False)])
async def test_it_binds_a_curators_role_to_its_level(town: Town, role: Role, fits: bool) -> None:
    act = await town.act(town.municipal_curator)
    if fits:
        issued = await act(invitations.invite, role, town.school, 1, 14)
        assert issued.organisation == "Школа № 25"
    else:
        with pytest.raises(ProgrammeError, match="error-invite-level"):
            await act(invitations.invite, role, town.school, 1, 14)


async def test_it_lets_no_curator_invite_for_another_school_or_the_level_above(town: Town) -> None:
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(invitations.invite, Role.MENTEE, town.other_school, 1, 14)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(invitations.invite, Role.CURATOR_MUNICIPAL, town.municipality, 1, 14)


@pytest.mark.parametrize(("uses", "days"), [(0, 14), (501, 14), (1, 0), (1, 91), (-1, 5)])
async def test_it_refuses_links_without_an_end(town: Town, uses: int, days: int) -> None:
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-invite-limits"):
        await act(invitations.invite, Role.MENTEE, town.school, uses, days)


async def test_it_founds_the_first_school_once(town: Town) -> None:
    act = town.act_as_system()
    await act(invitations.invite_first, Role.CURATOR_SCHOOL, "МОУ «Лицей № 1»", "Asia/Omsk")
    await act(invitations.invite_first, Role.CURATOR_SCHOOL, "моу  «лицей № 1»")
    [school] = await town.rows(Organisation, Organisation.name == "МОУ «Лицей № 1»")
    assert (school.kind, school.zone) == (OrgKind.SCHOOL, "Asia/Omsk")
    with pytest.raises(ProgrammeError, match="error-zone"):
        await act(invitations.invite_first, Role.CURATOR_SCHOOL, "Другая", "Mars/Olympus")


async def test_it_lets_exactly_one_of_twenty_in_by_a_one_time_link(town: Town) -> None:
    issued = await (await town.act(town.curator))(invitations.invite, Role.MENTOR, town.school, 1, 14)
    crowd = [await Newcomer.invited(town, issued.code, f"70{number}") for number in range(20)]
    results = await asyncio.gather(*(one.join() for one in crowd), return_exceptions=True)
    errors = [result.key for result in results if isinstance(result, ProgrammeError)]
    assert errors == ["error-link-spent"] * 19
    assert len(await town.rows(RoleGrant, RoleGrant.role == Role.MENTOR)) == 1


async def test_it_counts_the_uses_of_a_link_for_many(town: Town) -> None:
    issued = await (await town.act(town.curator))(invitations.invite, Role.MENTEE, town.school, 2, 14)
    for number in ("701", "702"):
        await (await Newcomer.invited(town, issued.code, number)).join()
    late = await town.act_as_stranger("703")(opening.open_invitation, issued.code)
    assert late.problem == "error-link-spent"


async def test_it_says_when_a_link_has_expired(town: Town) -> None:
    issued = await (await town.act(town.curator))(invitations.invite, Role.MENTEE, town.school, 1, 1)
    town.clock.moment += timedelta(days=1)
    opened = await town.act_as_stranger()(opening.open_invitation, issued.code)
    assert opened.problem == "error-link-expired"


async def test_it_looks_at_no_code_after_five_wrong_ones_until_an_hour_has_passed(town: Town) -> None:
    issued = await (await town.act(town.curator))(invitations.invite, Role.MENTEE, town.school, 1, 14)
    guesser = town.act_as_stranger("666")
    problems = [(await guesser(opening.open_invitation, f"wrong{number}")).problem for number in range(6)]
    assert problems == ["error-link-unknown"] * 5 + ["error-link-too-many"]
    assert (await guesser(opening.open_invitation, issued.code)).problem == "error-link-too-many"
    assert (await town.act_as_stranger("667")(opening.open_invitation, issued.code)).problem == ""
    assert all("666" not in row.account_hash for row in await town.rows(WrongCode))
    town.clock.moment += timedelta(hours=1)
    assert (await guesser(opening.open_invitation, issued.code)).problem == ""


async def test_it_is_guessed_by_nobody_and_keeps_next_to_nothing_of_who_tries(town: Town) -> None:
    """`python -m tests.security --guesses 10000` tries longer."""
    assert await guess(town, 100) == Guessed(successes=0, looked_at=5, rows=5)


async def test_it_adds_the_role_of_a_link_to_somebody_who_is_in(town: Town) -> None:
    issued = await (await town.act(town.curator))(invitations.invite, Role.MENTOR, town.school, 1, 14)
    mentee = await town.mentee()
    act = await town.act(mentee)
    await act(opening.accept_invitation, hash_of(issued.code))
    await act(opening.accept_invitation, hash_of(issued.code))
    assert act.actor.roles == {Role.MENTEE, Role.MENTOR}


async def test_it_keeps_somebody_of_another_school_from_a_participants_link(town: Town) -> None:
    issued = await (await town.act(town.curator))(invitations.invite, Role.MENTOR, town.school, 1, 14)
    act = await town.act(await town.mentee(organisation=town.other_school))
    with pytest.raises(ProgrammeError, match="error-other-school"):
        await act(opening.accept_invitation, hash_of(issued.code))


async def test_it_hands_an_account_to_somebody_entered_before_and_only_by_the_latest_link(town: Town) -> None:
    person = await town.mentee("Белова Ирина Олеговна", account=False)
    act = await town.act(town.curator)
    first = await act(invitations.hand_link, person)
    second = await act(invitations.hand_link, person)
    stranger = town.act_as_stranger()
    assert (await stranger(opening.open_invitation, first.code)).problem == "error-link-spent"
    newcomer = await Newcomer.invited(town, second.code, "705")
    assert newcomer.opened.person == "Ирина Олеговна"
    joined = await newcomer.join(name="")
    assert (joined.person_id, joined.is_admitted) == (person, True)
    assert len(await town.rows(Person, Person.family_name == "Белова")) == 1
    with pytest.raises(ProgrammeError, match="error-has-account"):
        await act(invitations.hand_link, person)
