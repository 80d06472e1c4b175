"""A parent answers a proposal for the child, who has no account, and agrees with that for both (§5 «Approvals»)."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, Permission, outside
from models.errors import ProgrammeError
from models.mentorships.answers import lock_mentors, take_no, take_yes
from models.mentorships.offers import requests_of
from models.mentorships.states import RUNNING, Answer, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.families import link_of, mentor_of
from models.people.guardians import own_link
from models.people.names import polite
from models.people.tables import GuardianLink
from models.terms import Intensity, MentoringType
from models.use_case import MAX_ID, Tx, use_case


@dataclass(frozen=True)
class ChildOffer:
    """A proposal, or what came of it, as a parent reads it: the mentor, and no other child."""

    mentorship_id: int
    link_id: int
    child: str
    mentor: str
    """Empty where the child is to be the mentor."""
    position: str
    """What the mentor does, where it is one."""
    type: MentoringType
    is_awaited: bool
    """Whether the answer is still to be given."""
    begins: bool
    """Whether it is approved, and the child belongs to it."""
    has_begun: bool
    """Whether it had ever been approved."""
    topics: tuple[str, ...]
    intensity: Intensity
    slots: tuple[str, ...]

    @classmethod
    def of(cls, link: GuardianLink, pair: Mentorship, member: MentorshipMember) -> Self:
        """The view of the child's place in a pair or a group."""
        takes_part = member.left_at is None and member.answer is Answer.YES
        is_open = pair.state in (MentorshipState.PROPOSED, *RUNNING) and member.left_at is None
        mentors = pair.on(Side.MENTOR)
        is_pair = pair.type is MentoringType.PERSONAL
        return cls(
            mentorship_id=pair.id,
            link_id=link.id,
            child=polite(link.child),
            mentor=mentor_of(pair, member),
            position=mentors[0].person.position if len(mentors) == 1 and member not in mentors else "",
            type=pair.type,
            is_awaited=is_open and member.answer is Answer.PENDING,
            begins=takes_part and pair.state in RUNNING and pair.state is not MentorshipState.AGREED,
            has_begun=pair.approved_at is not None and member.answer is Answer.YES,
            topics=tuple(pair.topics) if is_pair else (),
            intensity=pair.intensity,
            slots=tuple(pair.slots),
        )


@use_case(Permission.GUARD)
def agree_for_child(tx: Tx, mentorship_id: int, link_id: int) -> ChildOffer:
    """[Согласны]: the child's side agrees, by the parent. A second press, or the other parent's, changes nothing.

    Raises ProgrammeError `error-no-access` for another's child or a pair that is not the child's, `error-gone`,
    `error-offer-closed`, `error-no-place`, `error-parents-consent` where the parent's consent has run out.
    """
    link, pair, member = _asked(tx, mentorship_id, link_id)
    take_yes(tx, pair, member)
    return ChildOffer.of(link, pair, member)


@use_case(Permission.GUARD)
def refuse_for_child(tx: Tx, mentorship_id: int, link_id: int) -> ChildOffer:
    """[Не согласны]: the same as any side's no (YAR-11), also after a yes while the others are asked.

    A parent's counts as much as the other's. Raises ProgrammeError as `agree_for_child`.
    """
    link, pair, member = _asked(tx, mentorship_id, link_id)
    take_no(tx, pair, member)
    return ChildOffer.of(link, pair, member)


async def child_offer(session: AsyncSession, actor: Actor, mentorship_id: int, link_id: int) -> ChildOffer:
    """The same to be read. Raises ProgrammeError `error-gone`, `error-no-access`."""
    return await session.run_sync(_offer, actor, mentorship_id, link_id)


def _offer(session: Session, actor: Actor, mentorship_id: int, link_id: int) -> ChildOffer:
    link = link_of(session, actor, link_id)
    member = _place_of(session, link, mentorship_id)
    if member is None:
        raise outside(actor, "Mentorship", mentorship_id)
    return ChildOffer.of(link, member.mentorship, member)


def _asked(tx: Tx, mentorship_id: int, link_id: int) -> tuple[GuardianLink, Mentorship, MentorshipMember]:
    """The child's place, with everything locked as for any answer."""
    link = own_link(tx, link_id)
    if _place_of(tx.session, link, mentorship_id) is None:
        raise ProgrammeError("error-no-access")
    lock_mentors(tx, mentorship_id)
    pair = tx.session.get_one(Mentorship, mentorship_id, with_for_update={"of": Mentorship}, populate_existing=True)
    requests_of(tx, pair)
    member = pair.membership(link.child_person_id)
    if member is None:
        raise ProgrammeError("error-offer-closed")
    return link, pair, member


def _place_of(session: Session, link: GuardianLink, mentorship_id: int) -> MentorshipMember | None:
    """The child's row in it, also once they have left."""
    if not 0 < mentorship_id <= MAX_ID:
        return None
    theirs = select(MentorshipMember).where(
        MentorshipMember.mentorship_id == mentorship_id, MentorshipMember.person_id == link.child_person_id
    )
    return session.scalar(theirs)
