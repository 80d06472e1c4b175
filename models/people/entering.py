"""People whom the curator enters without an account, and for whom the curator then acts («со слов»)."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.access import PARTICIPANTS, Permission
from models.errors import ProgrammeError
from models.people.consents import give_on_paper
from models.people.grants import give
from models.people.names import official
from models.people.profile import confirm, write_topics
from models.people.registration import new_person
from models.people.settings import checked_position
from models.people.tables import Organisation, Person
from models.terms import OrgKind, PersonKind, Role
from models.use_case import Tx, use_case

MAX_CLASS = 20


@dataclass(frozen=True)
class Entered:
    """Whom the curator has entered."""

    person_id: int
    official: str
    role: Role
    organisation: str
    is_pupil: bool = False


@use_case(Permission.CURATE)
def enter_person(
    tx: Tx,
    organisation_id: int,
    role: Role,
    name: str,
    position: str = "",
    consent_paper: str = "",
    topics: Sequence[str] = (),
    class_label: str = "",
) -> Entered:
    """Enters a mentee or a mentor of a school in scope; the consent lies at the school on paper.

    `name` is «Фамилия Имя Отчество», `consent_paper` the number and date, empty for «оформлено в школе»; `topics` are
    those of a mentor, who is confirmed by being entered. Somebody with a class («7 А») is a pupil, and the paper that
    of the parents (§13). Raises ProgrammeError `error-name`, `error-topics-none`, and as `checked_class`.
    """
    organisation = tx.get(Organisation, organisation_id)
    if organisation.id not in tx.actor.curates or organisation.kind is not OrgKind.SCHOOL:
        raise ProgrammeError("error-no-access")
    if role not in PARTICIPANTS:
        raise ProgrammeError("error-no-access")
    person = enter(tx, organisation, role, name, position, consent_paper, topics)
    if class_label:
        person.kind, person.class_label = PersonKind.STUDENT, checked_class(class_label)
    return Entered(person.id, official(person), role, organisation.name, is_pupil=bool(class_label))


def checked_class(text: str) -> str:
    """«7 А», in one line. Raises ProgrammeError `error-class` for anything without a figure or beyond 20 characters."""
    label = " ".join(text.split())
    if len(label) > MAX_CLASS or not any(sign.isdigit() for sign in label):
        raise ProgrammeError("error-class")
    return label


def enter(
    tx: Tx,
    organisation: Organisation,
    role: Role,
    name: str,
    position: str = "",
    consent_paper: str = "",
    topics: Sequence[str] = (),
) -> Person:
    """The same without asking who acts; the person has no account yet."""
    person = new_person(tx, organisation, name, position=checked_position(position))
    give_on_paper(tx, person, consent_paper)
    grant = give(tx, person, role, organisation.id, by=tx.actor.person_id)
    if role is Role.MENTOR:
        confirm(tx, write_topics(tx, person, topics), grant)
    return person
