"""Coming in: what is written, when, and what refuses."""

from datetime import date

import pytest

from models.errors import ProgrammeError
from models.notices.tables import Notice
from models.people import grants, registration
from models.people.consents import VERSION
from models.people.grants import subject
from models.people.states import ConsentState
from models.people.tables import Account, Consent, Person, RoleGrant
from models.terms import PersonKind, Role
from tests.people.newcomer import Newcomer
from tests.town import Town

CHOICE = {"school_id": 0, "role": Role.MENTEE}


async def joined(town: Town, role: Role = Role.MENTEE, external_id: str = "9001") -> registration.Joined:
    """Somebody who chose the first school from the list."""
    newcomer = await newcomer_of(town, external_id)
    return await newcomer.join(school_id=town.school, role=role)


async def newcomer_of(town: Town, external_id: str = "9001") -> Newcomer:
    """A stranger without a link."""
    return await Newcomer.invited(town, "no such code", external_id)


async def test_it_writes_person_account_consent_and_role_together(town: Town) -> None:
    view = await joined(town)
    person = await town.row(Person, view.person_id)
    [account] = await town.rows(Account, Account.person_id == person.id)
    [consent] = await town.rows(Consent, Consent.person_id == person.id)
    assert (person.family_name, person.kind, person.locale) == ("Новикова", PersonKind.STAFF, "ru")
    assert (account.channel, account.external_id) == ("TELEGRAM", "9001")
    assert (consent.form, consent.text_version, consent.given_at) == ("BOT", VERSION, town.clock.now())
    assert (consent.state, consent.expires_on) == (ConsentState.GRANTED, date(2027, 8, 31))


@pytest.mark.parametrize(
    ("month", "day", "year"), [(5, 31, 2026), (6, 1, 2027), (8, 24, 2027), (8, 31, 2027), (9, 1, 2027)]
)
async def test_it_takes_a_consent_of_summer_for_the_school_year_ahead(town: Town, month, day, year) -> None:
    town.clock.moment = town.clock.moment.replace(month=month, day=day)
    view = await joined(town)
    [consent] = await town.rows(Consent, Consent.person_id == view.person_id)
    assert consent.expires_on == date(year, 8, 31)


async def test_it_lets_whoever_chose_from_the_list_wait_for_the_curator(town: Town) -> None:
    view = await joined(town)
    [grant] = await town.rows(RoleGrant, RoleGrant.person_id == view.person_id)
    [notice] = await town.rows(Notice)
    assert (view.is_admitted, view.curator) == (False, "Марина Петровна")
    assert (notice.kind, notice.person_id, notice.payload) == (
        "people-admission-asked",
        town.curator,
        {"grant_id": grant.id},
    )
    assert (await town.actor(view.person_id)).roles == frozenset()


@pytest.mark.parametrize("name", ["😀", "<b>Анна</b>", "Анна", "Новикова " * 600, "Новикова Дарья 7", ""])
async def test_it_stores_nothing_where_the_name_is_none(town: Town, name: str) -> None:
    newcomer = await newcomer_of(town)
    with pytest.raises(ProgrammeError, match="error-name"):
        await newcomer.join(name=name, school_id=town.school, role=Role.MENTEE)
    assert not await town.rows(Account, Account.external_id == "9001")
    assert not await town.rows(Person, Person.family_name == "Новикова")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"is_adult": False}, "error-minor"),
        ({"consent_version": "older"}, "error-consent-changed"),
        ({"role": Role.CURATOR_SCHOOL}, "error-gone"),
        ({"role": None}, "error-gone"),
        ({"school_id": 10**20}, "error-gone"),
        ({"school_id": None}, "error-gone"),
    ],
)
async def test_it_refuses_whoever_cannot_come_in(town: Town, changes: dict[str, object], error: str) -> None:
    newcomer = await newcomer_of(town)
    with pytest.raises(ProgrammeError, match=error):
        await newcomer.join(**({"school_id": town.school, "role": Role.MENTEE} | changes))


async def test_it_does_not_take_a_municipality_for_a_school(town: Town) -> None:
    newcomer = await newcomer_of(town)
    with pytest.raises(ProgrammeError, match="error-gone"):
        await newcomer.join(school_id=town.municipality, role=Role.MENTEE)


async def test_it_lets_nobody_in_twice(town: Town) -> None:
    newcomer = await newcomer_of(town)
    await newcomer.join(school_id=town.school, role=Role.MENTEE)
    with pytest.raises(ProgrammeError, match="error-already-in"):
        await newcomer.join(school_id=town.school, role=Role.MENTEE)
    assert len(await town.rows(Account, Account.external_id == "9001")) == 1


async def test_it_admits_by_one_tap_and_finds_the_second_one_done(town: Town) -> None:
    view = await joined(town)
    [grant] = await town.rows(RoleGrant, RoleGrant.person_id == view.person_id)
    act = await town.act(town.curator)
    first = await act(grants.admit, grant.id)
    assert first == await act(grants.admit, grant.id)
    assert first.is_admitted
    told = await town.rows(Notice, Notice.person_id == view.person_id)
    assert [notice.kind for notice in told] == ["people-admitted"]
    assert [one.state for one in await town.rows(Notice, Notice.person_id == town.curator)] == ["VOID"]
    assert (await town.actor(view.person_id)).roles == {Role.MENTEE}


async def test_it_lets_somebody_ask_again_who_was_not_admitted(town: Town) -> None:
    view = await joined(town)
    [grant] = await town.rows(RoleGrant, RoleGrant.person_id == view.person_id)
    act = await town.act(town.curator)
    await act(grants.refuse_admission, grant.id)
    await act(grants.refuse_admission, grant.id)
    with pytest.raises(ProgrammeError, match="error-state"):
        await act(grants.admit, grant.id)
    town.clock.moment = town.clock.moment.replace(hour=9)
    again = await (await town.act(view.person_id))(grants.ask_role, Role.MENTEE)
    assert (again.grant_id, again.is_over, again.is_admitted) == (grant.id, False, False)
    asked = await town.rows(Notice, Notice.subject == subject(grant), Notice.kind == "people-admission-asked")
    assert [notice.state for notice in asked] == ["VOID", "WAITING"]


async def test_it_keeps_a_curator_from_admitting_into_another_school(town: Town) -> None:
    view = await joined(town)
    [grant] = await town.rows(RoleGrant, RoleGrant.person_id == view.person_id)
    act = await town.act(town.other_curator)
    for use_case in (grants.admit, grants.refuse_admission, grants.end_role):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await act(use_case, grant.id)
