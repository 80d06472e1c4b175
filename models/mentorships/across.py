"""Pairs and teams across schools: the curator of those who lead approves as well (reference.md §5, YAR-12, R-06).

They are asked at once with the offer, so that nobody waits twice; the mentee's school leads the pair.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select

from models.access import Permission
from models.errors import ProgrammeError
from models.mentorships.agreement import conclude
from models.mentorships.deciders import awaiting_above
from models.mentorships.offers import close_offer, request_of, subject_of, tell, tell_curators
from models.mentorships.places import lock_card
from models.mentorships.states import CloseReason, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.mentorships.views import PairView
from models.notices.kinds import NoticeKind
from models.notices.post import void
from models.people.actor import parent_of
from models.people.curators import curators_of, present_curators
from models.use_case import MAX_ID, Tx, use_case

OPEN = (MentorshipState.PROPOSED, MentorshipState.AGREED)


@use_case(Permission.CURATE)
def lend(tx: Tx, mentorship_id: int) -> PairView:
    """The curator of the mentor's school approves; once both sides have agreed, too, the pair goes on.

    A second press changes nothing. Raises ProgrammeError `error-offer-closed` where the offer is over,
    `error-no-access` for anybody else.
    """
    mentorship = lent(tx, mentorship_id)
    if not mentorship.awaits_lender:
        return PairView.of(mentorship, tx.actor)
    _check_open(mentorship)
    mentorship.lent_at = tx.now
    void(tx, subject_of(mentorship), NoticeKind.PAIR_TO_LEND)
    if mentorship.state is MentorshipState.AGREED and mentorship.proposed_by is not None:
        conclude(tx, mentorship)
    return PairView.of(mentorship, tx.actor)


@use_case(Permission.CURATE)
def keep_at_home(tx: Tx, mentorship_id: int) -> PairView:
    """«Сейчас не получится»: the offer closes without a reason, the request keeps its place in the queue.

    Raises ProgrammeError as `lend`; once approved it is the mentee's school that ends the pair.
    """
    mentorship = lent(tx, mentorship_id)
    _check_open(mentorship)
    if not mentorship.awaits_lender:
        raise ProgrammeError("error-offer-closed")
    close_offer(tx, mentorship, "cancel", CloseReason.REFUSED)
    tell_curators(tx, mentorship, NoticeKind.OFFER_DECLINED)
    return PairView.of(mentorship, tx.actor)


class Awaited(StrEnum):
    """For whom a proposal waits, as schools see it."""

    LENDER = Side.MENTEE.value
    """Theirs wait for the curator of the mentor's school."""
    LENDING = Side.MENTOR.value
    """Those of other schools wait for theirs."""
    ABOVE = "ABOVE"
    """Two teams wait for the curator above."""


def awaiting(schools: Collection[int], whom: Awaited) -> ColumnElement[bool]:
    """Proposals of these schools that wait for another curator."""
    if whom is Awaited.ABOVE:
        return awaiting_above(schools)
    school = Mentorship.lender_id if whom is Awaited.LENDING else Mentorship.organisation_id
    return and_(
        school.in_(schools), Mentorship.lender_id.is_not(None), Mentorship.lent_at.is_(None), Mentorship.state.in_(OPEN)
    )


def awaiting_count(schools: Collection[int], whom: Awaited) -> Select[*tuple[Any, ...]]:
    """How many they are, below the school: that of the mentor where it is asked, that of the mentee otherwise."""
    school = Mentorship.lender_id if whom is Awaited.LENDING else Mentorship.organisation_id
    return select(school, func.count()).where(awaiting(schools, whom)).group_by(school)


def ask_lender(tx: Tx, mentorship: Mentorship, version: str = "", *, above: bool = False) -> None:
    """Asks the curators of the mentor's school, or the level `above` it; each once for a version.

    Where whoever proposes would be asked themselves, the proposal is their approval.
    """
    lender_id = mentorship.lender_id
    if lender_id is None or not mentorship.awaits_lender:
        return
    node = parent_of(tx.session, lender_id) if above else lender_id
    if node is None:
        return
    members = {member.person_id for member in mentorship.members}
    if tx.actor.person_id in {one.id for one in curators_of(tx.session, node, members)}:
        mentorship.lent_at = tx.now
        return
    for curator in present_curators(tx.session, node, tx.now, besides=members):
        tell(tx, mentorship, curator, NoticeKind.PAIR_TO_LEND, version)


def lent(tx: Tx, mentorship_id: int) -> Mentorship:
    """A pair whose mentor the actor's school lends, locked in the order of `lock_card`.

    Raises ProgrammeError `error-gone`, `error-no-access` for anybody else.
    """
    known = select(MentorshipMember.person_id).where(
        MentorshipMember.mentorship_id == mentorship_id, MentorshipMember.side == Side.MENTOR
    )
    mentor_id = tx.session.scalar(known) if 0 < mentorship_id <= MAX_ID else None
    if mentor_id is None:
        raise ProgrammeError("error-gone")
    lock_card(tx, mentor_id)
    mentorship = tx.session.get_one(Mentorship, mentorship_id, with_for_update=True)
    if mentorship.lender_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    request_of(tx, mentorship)
    return mentorship


def _check_open(mentorship: Mentorship) -> None:
    if mentorship.state not in OPEN:
        raise ProgrammeError("error-offer-closed")
