"""Parents: linked by the school's one-time code alone, they give the consent for a child (OMS-45, reference.md §13)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from models.access import Permission
from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.people.consents import (
    MAX_EVIDENCE,
    PARENT_VERSION,
    expire,
    give_for_child,
    give_in_bot,
    give_on_paper,
    has_consent,
    take_back,
)
from models.people.curators import curators_at, present_curators
from models.people.grants import GrantView, close, give, view_of
from models.people.names import official, polite
from models.people.opening import redeem
from models.people.states import PersonState
from models.people.tables import GuardianLink, Invitation, Person, RoleGrant
from models.terms import PersonKind, Role
from models.use_case import Tx, use_case

MAX_WISH = 500


@dataclass(frozen=True)
class ChildName:
    """A child whose parent has done something, as both the parent and the curator read it: «Маша К., 7 кл.»."""

    person_id: int
    name: str


def guardians_of(session: Session, child_id: int) -> Sequence[GuardianLink]:
    """The parents of a child who are linked now, as they came."""
    return linked_to(session, [child_id])


def linked_to(session: Session, child_ids: Collection[int]) -> Sequence[GuardianLink]:
    """The same of several children."""
    links = select(GuardianLink).where(GuardianLink.child_person_id.in_(child_ids), GuardianLink.ended_at.is_(None))
    return session.scalars(links.options(joinedload(GuardianLink.guardian)).order_by(GuardianLink.id)).all()


def children_of(session: Session, guardian_id: int) -> Sequence[GuardianLink]:
    """The children to whom a parent is linked now, as they came."""
    links = select(GuardianLink).where(GuardianLink.guardian_person_id == guardian_id, GuardianLink.ended_at.is_(None))
    return session.scalars(links.order_by(GuardianLink.id)).all()


def only_guards() -> ColumnElement[bool]:
    """Whether a person is here as a parent alone: their name is for the school's own curators (as they were told)."""
    others = RoleGrant.ended_at.is_(None) & (RoleGrant.role != Role.GUARDIAN)
    return Person.grants.any(RoleGrant.role == Role.GUARDIAN) & ~Person.grants.any(others)


def pupil_of(tx: Tx, person_id: int) -> Person:
    """A pupil of the curator's own school. Raises ProgrammeError `error-no-access` for anybody else (R-20)."""
    child = tx.get(Person, person_id)
    if child.kind is not PersonKind.STUDENT or child.organisation_id not in tx.actor.own:
        raise ProgrammeError("error-no-access")
    if child.state is not PersonState.ACTIVE:
        raise ProgrammeError("error-gone")
    return child


def own_link(tx: Tx, link_id: int) -> GuardianLink:
    """The actor's own link to a child. Raises ProgrammeError `error-no-access` for another's or one that has ended."""
    link = tx.get(GuardianLink, link_id)
    if link.guardian_person_id != tx.actor.person_id or link.ended_at is not None:
        raise ProgrammeError("error-no-access")
    return link


def link_child(tx: Tx, guardian: Person, invitation: Invitation) -> RoleGrant:
    """Ties a parent to the child of a link that has just been redeemed, with the consent for it; admitted at once.

    Raises ProgrammeError `error-link-spent` for a child who has left, `error-minor` for a pupil who opened the link.
    """
    child = tx.session.get(Person, invitation.person_id) if invitation.person_id else None
    if child is None or child.state is not PersonState.ACTIVE:
        raise ProgrammeError("error-link-spent")
    if guardian.kind is PersonKind.STUDENT:
        raise ProgrammeError("error-minor")
    ids = {"guardian_person_id": guardian.id, "child_person_id": child.id}
    link = tx.session.scalar(select(GuardianLink).filter_by(**ids).with_for_update()) or GuardianLink(**ids)
    link.verified_by, link.verified_at, link.ended_at = invitation.created_by, tx.now, None
    tx.add(link)
    give_for_child(tx, child, guardian)
    payload, version = {"link_id": link.id}, f"{tx.now:%Y%m%d%H%M%S}"
    for curator in _curators(tx, child, guardian.id):
        post(tx, curator, NoticeKind.GUARDIAN_LINKED, subject(link), payload=payload, version=version)
    return give(tx, guardian, Role.GUARDIAN, child.organisation_id, by=invitation.created_by)


def unlink(tx: Tx, link: GuardianLink, event: str = "expire") -> None:
    """Ends a link, and by `event` the consents that this parent gave for the child; with the last child the role.

    The parent's own data stay: whoever ends the link says what becomes of them.
    """
    link.ended_at = tx.now
    take_back(tx, link.child, event, given_by=link.guardian_person_id)
    tx.session.flush()
    school_id = link.child.organisation_id
    if any(one.child.organisation_id == school_id for one in children_of(tx.session, link.guardian_person_id)):
        return
    for grant in tx.session.get_one(Person, link.guardian_person_id).grants:
        if grant.role is Role.GUARDIAN and grant.organisation_id == school_id and grant.ended_at is None:
            close(tx, grant)


def _curators(tx: Tx, child: Person, guardian_id: int) -> list[Person]:
    """Those of the school who are there: the level above reads no pupil's name (R-20)."""
    school_id = child.organisation_id
    own = {one.id for one in curators_at(tx.session, school_id)}
    return [one for one in present_curators(tx.session, school_id, tx.now, {guardian_id}) if one.id in own]


def subject(link: GuardianLink) -> str:
    """What notices about a parent and a child call it."""
    return f"guardian:{link.id}"


@use_case(Permission.OWN, renews_actor=True)
def become_guardian(tx: Tx, code_hash: str, consent_version: str) -> GrantView:
    """Somebody who is in opens a parent's link and gives the consent: a teacher is a parent, too.

    Raises ProgrammeError `error-consent-changed` for another text than today's, `error-no-access` for another link,
    and as `redeem` and `link_child`.
    """
    if consent_version != PARENT_VERSION:
        raise ProgrammeError("error-consent-changed")
    invitation = redeem(tx, code_hash)
    if invitation.role is not Role.GUARDIAN:
        raise ProgrammeError("error-no-access")
    return view_of(tx, link_child(tx, tx.get(Person, tx.actor.me), invitation))


@use_case(Permission.GUARD)
def consent_again(tx: Tx, link_id: int, consent_version: str) -> ChildName:
    """«Даю согласие» once more, for the school year ahead: about the child, and about whoever is here as a parent.

    Raises ProgrammeError `error-consent-changed`, `error-no-access`.
    """
    link = own_link(tx, link_id)
    if consent_version != PARENT_VERSION:
        raise ProgrammeError("error-consent-changed")
    me = tx.get(Person, tx.actor.me)
    give_for_child(tx, link.child, me)
    if tx.actor.only_guards:
        expire(tx, me)
        give_in_bot(tx, me, PARENT_VERSION)
    return ChildName(link.child_person_id, polite(link.child))


@use_case(Permission.GUARD)
def wish(tx: Tx, link_id: int, text: str) -> ChildName:
    """A parent's wish goes to the curators of the school at once; nobody else reads it (OMS-45).

    It is kept with the notice, and as long. Raises ProgrammeError `error-wish-none`, `error-too-long`,
    `error-no-access`, and `error-wish-nobody` where no curator can be written to.
    """
    link = own_link(tx, link_id)
    words = text.strip()
    if not words:
        raise ProgrammeError("error-wish-none")
    if len(words) > MAX_WISH:
        raise ProgrammeError("error-too-long", limit=MAX_WISH)
    curators = _curators(tx, link.child, link.guardian_person_id)
    if not any(one.accounts for one in curators):
        raise ProgrammeError("error-wish-nobody")
    payload, version = {"link_id": link.id, "text": words}, f"{tx.now:%Y%m%d%H%M%S}"
    for curator in curators:
        post(tx, curator, NoticeKind.GUARDIAN_WISH, subject(link), payload=payload, version=version)
    return ChildName(link.child_person_id, polite(link.child))


@use_case(Permission.CURATE)
def record_parents_paper(tx: Tx, person_id: int, paper: str) -> ChildName:
    """The parents' consent for a pupil lies at the school; `paper` is its number and date, in one line (§13).

    It takes the place of an earlier paper. Raises ProgrammeError `error-parents-paper` where there is no number in it,
    `error-too-long`, `error-no-access`, `error-gone`.
    """
    child, evidence = pupil_of(tx, person_id), " ".join(paper.split())
    if not any(letter.isdigit() for letter in evidence):
        raise ProgrammeError("error-parents-paper")
    if len(evidence) > MAX_EVIDENCE:
        raise ProgrammeError("error-too-long", limit=MAX_EVIDENCE)
    take_back(tx, child, "expire")
    give_on_paper(tx, child, evidence)
    return ChildName(child.id, official(child))


@use_case(Permission.CURATE)
def end_link(tx: Tx, link_id: int) -> ChildName:
    """The school ends a parent's link: they see and decide nothing more of the child, and their consent is void.

    What runs goes on; a missing consent stands in «Чего не хватает». Raises ProgrammeError `error-no-access`.
    """
    link = tx.get(GuardianLink, link_id)
    child = pupil_of(tx, link.child_person_id)
    if link.ended_at is None:
        unlink(tx, link)
    return ChildName(child.id, official(child))


def refusal_for(tx: Tx, member: Person, by: int | None) -> str:
    """Why a person's yes may not be given by `by`: the key of a text, empty where it may (OMS-8, §5 «Approvals»).

    For a pupil the parents in the chat answer, and nobody in their place; where none is, the consent must be there: on
    paper, or the pupil's own, once of age.
    """
    if member.kind is not PersonKind.STUDENT:
        return ""
    parents = {link.guardian_person_id for link in guardians_of(tx.session, member.id)}
    if parents and by not in parents:
        return "error-parents-answer"
    return "" if has_consent(tx, member) else "error-parents-consent"
