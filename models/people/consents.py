"""The consent to the processing of personal data: a document of its own, with its version and its term (§13)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor, Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.people.states import CONSENT, ConsentState
from models.people.tables import Consent, Organisation, Person
from models.school_year import consent_end
from models.terms import PersonKind
from models.use_case import Tx, use_case

PURPOSE = "PD_PROCESSING"
VERSION = "2026-11-2"
"""Changes with every change of the consent's text in `locales/*/people.ftl`; what is stored names what was read."""
PARENT_VERSION = "2026-11-P"
"""The same of the text that parents read, about the child and themselves."""
AT_SCHOOL = "AT_SCHOOL"
"""The evidence of a paper that lies at the school and whose number nobody typed."""
MAX_EVIDENCE = 100


def consent_term(tx: Tx, organisation: Organisation) -> date:
    """The last day of a consent given on the organisation's present day."""
    return consent_end(to_local(tx.now, ZoneInfo(organisation.zone)).date())


@dataclass(frozen=True)
class Renewal:
    """A consent that can be given anew: to whom, until when it runs, None where it never did, and until when anew."""

    operator: str
    ends: date | None
    is_over: bool
    until: date


async def renewal(session: AsyncSession, actor: Actor, now: datetime) -> Renewal | None:
    """The actor's own; None where it runs that long already, and for pupils, whose consents are on paper (§13)."""
    person = await session.get(Person, actor.person_id) if actor.person_id is not None else None
    if person is None or person.kind is PersonKind.STUDENT:
        return None
    school = await session.get_one(Organisation, person.organisation_id)
    today = to_local(now, ZoneInfo(school.zone)).date()
    given = (await session.scalars(granted(Consent.person_id == person.id))).first()
    until, ends = consent_end(today), given.expires_on if given else None
    if given is not None and (ends is None or ends >= until):
        return None
    return Renewal(school.name, ends, is_over=ends is None or ends < today, until=until)


@use_case(Permission.OWN)
def renew_consent(tx: Tx, consent_version: str) -> date | None:
    """«Даю согласие» once more, for the school year ahead; gives its last day. A second tap changes nothing.

    Raises ProgrammeError `error-consent-changed` for another text than today's, `error-consent-paper` for pupils.
    """
    person = tx.get(Person, tx.actor.me)
    if consent_version != VERSION:
        raise ProgrammeError("error-consent-changed")
    if person.kind is PersonKind.STUDENT:
        raise ProgrammeError("error-consent-paper")
    term = consent_term(tx, tx.session.get_one(Organisation, person.organisation_id))
    longest = tx.session.scalar(granted(Consent.person_id == person.id).limit(1))
    if longest is not None and (longest.expires_on is None or longest.expires_on >= term):
        return longest.expires_on
    expire(tx, person)
    return give_in_bot(tx, person).expires_on


def granted(*conditions: ColumnElement[bool]) -> Select[Consent]:
    """Consents that were given and not taken back, the one that runs longest first, whether or not it is over."""
    given = (Consent.purpose == PURPOSE, Consent.state == ConsentState.GRANTED)
    return select(Consent).where(*given, *conditions).order_by(Consent.expires_on.desc().nulls_first(), Consent.id)


def runs_on(day: date) -> ColumnElement[bool]:
    """Whether a person has a consent in force on a day."""
    in_force = or_(Consent.expires_on.is_(None), Consent.expires_on >= day)
    return granted(Consent.person_id == Person.id, in_force).order_by(None).exists()


def expire(tx: Tx, person: Person) -> None:
    """A new consent takes the place of those before."""
    for old in tx.session.scalars(granted(Consent.person_id == person.id)):
        old.state = CONSENT.after(old.state, "expire")


def take_back(tx: Tx, child: Person, event: str, given_by: int | None = None) -> None:
    """Ends by `event` what a parent had given for a child in the chat; without `given_by` what stood on paper."""
    of = (Consent.given_by == given_by, Consent.form == ("PAPER" if given_by is None else "BOT"))
    for consent in tx.session.scalars(granted(Consent.person_id == child.id, *of)):
        consent.state = CONSENT.after(consent.state, event)
        consent.withdrawn_at = tx.now if consent.state is ConsentState.WITHDRAWN else None


def has_consent(tx: Tx, person: Person) -> bool:
    """Whether a consent about the person is in force on their school's present day."""
    school = tx.session.get_one(Organisation, person.organisation_id)
    today = to_local(tx.now, ZoneInfo(school.zone)).date()
    return tx.session.scalar(select(Person.id).where(Person.id == person.id, runs_on(today))) is not None


def give_in_bot(tx: Tx, person: Person, version: str = VERSION) -> Consent:
    """The consent that a person gave by a button, to the text of `version`; the audit knows the update."""
    return _granted(tx, person, "BOT", "", text_version=version)


def give_for_child(tx: Tx, child: Person, guardian: Person) -> Consent:
    """A parent's consent in the chat; it takes the place of their own former one, and of nobody else's."""
    take_back(tx, child, "expire", given_by=guardian.id)
    return _granted(tx, child, "BOT", "", given_by=guardian.id, text_version=PARENT_VERSION)


def give_on_paper(tx: Tx, person: Person, evidence: str) -> Consent:
    """The consent that lies at the school; `evidence` is its number and date, empty for «оформлено в школе»."""
    return _granted(tx, person, "PAPER", " ".join(evidence.split())[:MAX_EVIDENCE] or AT_SCHOOL)


def paper_values(tx: Tx, person_id: int, organisation: Organisation, evidence: str) -> dict[str, Any]:
    """The same as the values of a row: a list of people is stored in few statements."""
    return _values(tx, person_id, organisation, "PAPER", " ".join(evidence.split())[:MAX_EVIDENCE] or AT_SCHOOL)


def _granted(tx: Tx, person: Person, form: str, evidence: str, **others: Any) -> Consent:
    organisation = tx.session.get_one(Organisation, person.organisation_id)
    consent = Consent(**_values(tx, person.id, organisation, form, evidence) | others)
    tx.add(consent)
    return consent


def _values(tx: Tx, person_id: int, organisation: Organisation, form: str, evidence: str) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "purpose": PURPOSE,
        "text_version": VERSION,
        "form": form,
        "evidence": evidence,
        "state": CONSENT.after(CONSENT.initial, "grant"),
        "given_at": tx.now,
        "expires_on": consent_term(tx, organisation),
    }
