"""Who may look at an organisation's numbers, and who may mark its schools."""

from sqlalchemy.orm import Session

from models.access import Actor
from models.errors import ProgrammeError
from models.people.actor import parent_of
from models.people.tables import Organisation
from models.use_case import Tx


def curated(tx: Tx, organisation_id: int) -> Organisation:
    """An organisation in the actor's scope as a curator. Raises ProgrammeError `error-gone`, `error-no-access`."""
    organisation = tx.get(Organisation, organisation_id)
    if organisation.id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    return organisation


def check_curates(actor: Actor, organisation_id: int) -> None:
    """Raises ProgrammeError `error-no-access` for an organisation outside the actor's scope (R-21)."""
    if organisation_id not in actor.curates:
        raise ProgrammeError("error-no-access")


def is_above(session: Session, actor: Actor, organisation_id: int) -> bool:
    """Whether the actor curates a node above the organisation: its municipality or its region."""
    granted = {grant.organisation_id for grant in actor.grants if grant.role.is_curator}
    node = parent_of(session, organisation_id)
    while node is not None:
        if node in granted:
            return True
        node = parent_of(session, node)
    return False


def own_schools(actor: Actor) -> frozenset[int]:
    """The organisations that the actor curates themselves: only there names of minors are shown (R-20)."""
    return actor.own
