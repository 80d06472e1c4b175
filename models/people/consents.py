"""The consent to the processing of personal data: a document of its own, with its version and its term (§13)."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from models.local_time import to_local
from models.people.states import CONSENT
from models.people.tables import Consent, Organisation, Person
from models.school_year import consent_end
from models.use_case import Tx

PURPOSE = "PD_PROCESSING"
VERSION = "2026-09"
"""Changes with every change of the consent's text in `locales/*/people.ftl`; what is stored names what was read."""
AT_SCHOOL = "AT_SCHOOL"
"""The evidence of a paper that lies at the school and whose number nobody typed."""
MAX_EVIDENCE = 100


def consent_term(tx: Tx, organisation: Organisation) -> date:
    """The last day of a consent given on the organisation's present day."""
    return consent_end(to_local(tx.now, ZoneInfo(organisation.zone)).date())


def give_in_bot(tx: Tx, person: Person) -> Consent:
    """The consent that a person gave by a button; the audit knows the update."""
    return _granted(tx, person, "BOT", "")


def give_on_paper(tx: Tx, person: Person, evidence: str) -> Consent:
    """The consent that lies at the school; `evidence` is its number and date, empty for «оформлено в школе»."""
    return _granted(tx, person, "PAPER", " ".join(evidence.split())[:MAX_EVIDENCE] or AT_SCHOOL)


def paper_values(tx: Tx, person_id: int, organisation: Organisation, evidence: str) -> dict[str, Any]:
    """The same as the values of a row: a list of people is stored in few statements."""
    return _values(tx, person_id, organisation, "PAPER", " ".join(evidence.split())[:MAX_EVIDENCE] or AT_SCHOOL)


def _granted(tx: Tx, person: Person, form: str, evidence: str) -> Consent:
    organisation = tx.session.get_one(Organisation, person.organisation_id)
    consent = Consent(**_values(tx, person.id, organisation, form, evidence))
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
