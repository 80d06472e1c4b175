"""Coming in: person, account, consent and role are written in one transaction, after the consent and the name."""

from dataclasses import dataclass

from sqlalchemy import select

from models.access import PARTICIPANTS, Permission
from models.errors import ProgrammeError
from models.people.consents import PARENT_VERSION, VERSION, give_in_bot
from models.people.curators import principal_curator
from models.people.grants import ask, give
from models.people.guardians import link_child
from models.people.names import parse_name, polite
from models.people.opening import redeem
from models.people.states import PersonState
from models.people.tables import Account, Invitation, Organisation, Person, RoleGrant
from models.terms import OrgKind, PersonKind, Role
from models.use_case import Tx, use_case

LOCALES = ("ru", "en")


@dataclass(frozen=True)
class Joined:
    """Who came in, and with whom the admission lies where it is still asked for."""

    person_id: int
    polite: str
    role: Role
    is_admitted: bool
    organisation: str
    curator: str | None
    card_is_wanted: bool
    """A mentor without a card fills it next."""


@use_case(Permission.JOIN, renews_actor=True)
def join(
    tx: Tx,
    *,
    name: str,
    is_adult: bool,
    consent_version: str,
    locale: str,
    code_hash: str | None = None,
    school_id: int | None = None,
    role: Role | None = None,
) -> Joined:
    """Brings a stranger in, by an invitation (`code_hash`) or by a school and a participant's role of their choice.

    `name` is «Фамилия Имя Отчество»; it is not looked at where the curator had entered the person before. An
    invitation admits at once; otherwise the school's curator is asked. A parent's has a consent text of its own, about
    the child as well. Raises ProgrammeError `error-minor`, `error-consent-changed`, `error-name`, `error-already-in`,
    and what `redeem` raises; nothing is stored then.
    """
    if tx.actor.person_id is not None:
        raise ProgrammeError("error-already-in")
    if not is_adult:
        raise ProgrammeError("error-minor")
    if code_hash is None:
        grant = _by_choice(tx, name, school_id, role)
    else:
        grant = _by_invitation(tx, name, redeem(tx, code_hash))
    if consent_version != (PARENT_VERSION if grant.role is Role.GUARDIAN else VERSION):
        raise ProgrammeError("error-consent-changed")
    person = grant.person
    person.locale = locale if locale in LOCALES else LOCALES[0]
    give_in_bot(tx, person, consent_version)
    return _joined(tx, grant)


def bind_account(tx: Tx, person: Person, channel: str, external_id: str) -> None:
    """Ties a messenger's identity to the person. Raises ProgrammeError `error-already-in` where it is somebody's."""
    known = select(Account.id).where(Account.channel == channel, Account.external_id == external_id)
    if tx.session.scalar(known) is not None:
        raise ProgrammeError("error-already-in")
    tx.add(Account(person=person, channel=channel, external_id=external_id))


def new_person(
    tx: Tx, organisation: Organisation, name: str, *, kind: PersonKind = PersonKind.STAFF, position: str = ""
) -> Person:
    """A new person of the organisation. Raises ProgrammeError `error-name` where `name` is none."""
    full = parse_name(name)
    person = Person(
        organisation=organisation,
        family_name=full.family_name,
        given_name=full.given_name,
        patronymic=full.patronymic,
        kind=kind,
        position=position,
        created_at=tx.now,
        created_by=tx.actor.person_id,
    )
    tx.add(person)
    return person


def _by_choice(tx: Tx, name: str, school_id: int | None, role: Role | None) -> RoleGrant:
    school = tx.session.get(Organisation, school_id) if school_id and 0 < school_id < 2**63 else None
    if school is None or school.kind is not OrgKind.SCHOOL or role not in PARTICIPANTS:
        raise ProgrammeError("error-gone")
    person = new_person(tx, school, name)
    bind_account(tx, person, tx.actor.channel, tx.actor.external_id)
    return ask(tx, person, role, school.id)


def _by_invitation(tx: Tx, name: str, invitation: Invitation) -> RoleGrant:
    if invitation.role is Role.GUARDIAN:
        parent = new_person(
            tx, tx.session.get_one(Organisation, invitation.organisation_id), name, kind=PersonKind.EXTERNAL
        )
        bind_account(tx, parent, tx.actor.channel, tx.actor.external_id)
        return link_child(tx, parent, invitation)
    person = tx.session.get(Person, invitation.person_id) if invitation.person_id else None
    if person is None:
        person = new_person(tx, tx.session.get_one(Organisation, invitation.organisation_id), name)
    elif person.accounts or person.state is not PersonState.ACTIVE:
        raise ProgrammeError("error-link-spent")
    bind_account(tx, person, tx.actor.channel, tx.actor.external_id)
    return give(tx, person, invitation.role, invitation.organisation_id, by=invitation.created_by)


def _joined(tx: Tx, grant: RoleGrant) -> Joined:
    curator = principal_curator(tx.session, grant.organisation_id, tx.now, {grant.person_id})
    return Joined(
        person_id=grant.person_id,
        polite=polite(grant.person),
        role=grant.role,
        is_admitted=grant.admitted_at is not None,
        organisation=grant.person.organisation.name,
        curator=polite(curator) if curator else None,
        card_is_wanted=grant.role is Role.MENTOR and grant.person.mentor is None,
    )
