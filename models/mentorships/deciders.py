"""Who approves two teams: the curator above the school (reference.md §5 «Approvals», R-06).

It is the municipality of the leading team's school, also where the other team lies in another one: the order names
those who lead, and it is their time that is given away. Where the municipality has no curator the region's one
decides, and where there is none above either the school's own choice stands (R-03: nobody decides on their own team).
"""

from collections.abc import Collection

from sqlalchemy import BindParameter, ColumnElement, and_, or_
from sqlalchemy.orm import Session

from models.access import Actor
from models.mentorships.offers import tell
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.people.actor import parent_of
from models.people.curators import curators_of, present_curators
from models.people.sharing import ancestors
from models.people.tables import Person
from models.terms import MentoringType
from models.use_case import Tx


def deciders(session: Session, mentorship: Mentorship) -> list[Person]:
    """The curators who approve these teams, the principal one first; nobody where the school's choice stands."""
    node = parent_of(session, mentorship.leading_id)
    return curators_of(session, node, _members(mentorship)) if node is not None else []


def decides(session: Session, actor: Actor, mentorship: Mentorship) -> bool:
    """Whether the actor may approve: any level above the leading team's school, or the school itself below nobody."""
    if actor.own & set(ancestors(session, mentorship.leading_id)):
        return actor.person_id not in _members(mentorship)
    return mentorship.organisation_id in actor.curates and not deciders(session, mentorship)


def ask_above(tx: Tx, mentorship: Mentorship, version: str = "", *, higher: bool = False) -> None:
    """Asks those who decide, or the level `higher`; each once for a version of what was put before them."""
    node = parent_of(tx.session, mentorship.leading_id)
    if higher and node is not None:
        node = parent_of(tx.session, node)
    if node is None or mentorship.silent_since is None:
        return
    for curator in present_curators(tx.session, node, tx.now, besides=_members(mentorship)):
        put_at = mentorship.silent_since.isoformat()
        tell(tx, mentorship, curator, NoticeKind.PAIR_TO_APPROVE, f"{put_at}:{version}" if version else put_at)


def awaiting_above(schools: Collection[int] | BindParameter[int]) -> ColumnElement[bool]:
    """Teams that wait for the curator above, by the schools of those who lead."""
    leads = and_(Mentorship.lender_id.is_(None), Mentorship.organisation_id.in_(schools))
    return and_(or_(Mentorship.lender_id.in_(schools), leads), AWAITS_ABOVE)


AWAITS_ABOVE = and_(
    Mentorship.type == MentoringType.TEAM,
    Mentorship.state == MentorshipState.AGREED,
    Mentorship.silent_since.is_not(None),
)
"""`Mentorship.awaits_above` as a condition."""


def _members(mentorship: Mentorship) -> set[int]:
    return {member.person_id for member in mentorship.members}
