"""An offer: how it is opened, whom it is told, and how it closes without a pair."""

from collections.abc import Collection

from sqlalchemy import Select, or_, select

from models.errors import ProgrammeError
from models.mentorships.places import IS_OPEN_OFFER
from models.mentorships.shape import LEAST
from models.mentorships.states import MENTORSHIP, Answer, CloseReason, GroupChange, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.people.curators import present_curators
from models.people.guardians import guardians_of
from models.people.tables import Person
from models.requests.queue import offer_failed, rematch
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import MentoringType, PersonKind
from models.use_case import Tx

OFFER_KINDS = (
    NoticeKind.OFFER,
    NoticeKind.OFFER_TO_MENTEE,
    NoticeKind.OFFER_TO_PARENT,
    NoticeKind.OFFER_REMINDER,
    NoticeKind.OFFER_SILENT,
    NoticeKind.OFFER_QUESTION,
    NoticeKind.OFFER_QUESTION_ANSWERED,
    NoticeKind.PAIR_TO_APPROVE,
    NoticeKind.PAIR_TO_LEND,
)
TO_PARENTS = {
    NoticeKind.OFFER: NoticeKind.OFFER_TO_PARENT,
    NoticeKind.OFFER_TO_MENTEE: NoticeKind.OFFER_TO_PARENT,
    NoticeKind.OFFER_REMINDER: NoticeKind.OFFER_TO_PARENT,
    NoticeKind.OFFER_CLOSED: NoticeKind.CHILD_PAIR,
    NoticeKind.PAIR_APPROVED: NoticeKind.CHILD_PAIR,
    NoticeKind.PAIR_ENDED: NoticeKind.CHILD_PAIR,
    NoticeKind.GROUP_CHANGED: NoticeKind.CHILD_PAIR,
}
"""What a parent hears where the child is told something."""


def subject_of(mentorship: Mentorship) -> str:
    """What notices about the pair are filed under."""
    return f"mentorship:{mentorship.id}"


def send_offers(tx: Tx, mentorship: Mentorship) -> None:
    """Asks each member who has not agreed yet."""
    for member in mentorship.members:
        if member.answer is Answer.PENDING:
            send_offer(tx, mentorship, member)


def send_offer(tx: Tx, mentorship: Mentorship, member: MentorshipMember, version: str = "") -> None:
    """Asks one member; another `version` asks them once more."""
    kind = NoticeKind.OFFER if member.side is Side.MENTOR else NoticeKind.OFFER_TO_MENTEE
    tell(tx, mentorship, member.person, kind, version)


def tell(
    tx: Tx, mentorship: Mentorship, person: Person, kind: NoticeKind, version: str = "", **payload: object
) -> None:
    """Posts a notice about the pair, unless it is the person's own press; of a pupil the parents hear in their way."""
    _tell_parents(tx, mentorship, person, kind, version, payload.get("person_id", person.id))
    if person.id == tx.actor.person_id:
        return
    facts = {"mentorship_id": mentorship.id, **payload}
    post(tx, person, kind, subject_of(mentorship), payload=facts, version=version)


def _tell_parents(tx: Tx, mentorship: Mentorship, child: Person, kind: NoticeKind, version: str, about: object) -> None:
    """Nothing about other members of a group, and nothing that is no decision about the child."""
    told = TO_PARENTS.get(kind)
    if told is None or child.kind is not PersonKind.STUDENT or about != child.id:
        return
    for link in guardians_of(tx.session, child.id):
        if link.guardian_person_id != tx.actor.person_id:
            facts = {"mentorship_id": mentorship.id, "link_id": link.id}
            which = f"{link.id}:{kind.value}:{version}"
            post(tx, link.guardian, told, subject_of(mentorship), payload=facts, version=which)


def tell_curators(tx: Tx, mentorship: Mentorship, kind: NoticeKind, version: str = "", **payload: object) -> None:
    """Tells the curators of the school, the members of the pair excepted (R-03)."""
    members = {member.person_id for member in mentorship.members}
    for curator in present_curators(tx.session, mentorship.organisation_id, tx.now, besides=members):
        tell(tx, mentorship, curator, kind, version, **payload)


def close_offer(
    tx: Tx, mentorship: Mentorship, event: str, reason: CloseReason, *, untold: Collection[int] = ()
) -> None:
    """Ends an offer by `event`: its requests go back into the queue, all members read a neutral line.

    `untold` are the persons who need not hear it, besides whoever pressed. Raises ProgrammeError `error-state`.
    """
    mentorship.state = MENTORSHIP.after(mentorship.state, event)
    mentorship.closed_at, mentorship.close_reason = tx.now, reason
    mentorship.silent_since = None
    void(tx, subject_of(mentorship), *OFFER_KINDS)
    for request in requests_of(tx, mentorship):
        if request.state is RequestState.PROPOSED:
            offer_failed(tx, request)
    for member in mentorship.members:
        if member.person_id not in untold:
            tell(tx, mentorship, member.person, NoticeKind.OFFER_CLOSED)


def lapse_open_offers(tx: Tx, mentor_id: int, kind: MentoringType) -> None:
    """The mentor's last place is taken: the other open offers of this kind close, and the curators choose anew."""
    waiting = tx.session.scalars(
        select(Mentorship)
        .join(MentorshipMember)
        .where(MentorshipMember.person_id == mentor_id, MentorshipMember.side == Side.MENTOR, IS_OPEN_OFFER)
        .where(Mentorship.override_reason == "", Mentorship.type == kind)
        .order_by(Mentorship.id)
    ).all()
    for mentorship in waiting:
        requests_of(tx, mentorship)
        close_offer(tx, mentorship, "offer_lapsed", CloseReason.NO_PLACE)
        tell_curators(tx, mentorship, NoticeKind.OFFER_CLOSED)


def offers_for(request_id: int) -> Select[Mentorship]:
    """What is offered for a request just now: one offer at most, a pair or a place in a group."""
    joins = select(MentorshipMember.mentorship_id).where(
        MentorshipMember.request_id == request_id, MentorshipMember.left_at.is_(None)
    )
    return select(Mentorship).where(
        or_(Mentorship.request_id == request_id, Mentorship.id.in_(joins)),
        Mentorship.state.in_((MentorshipState.PROPOSED, MentorshipState.AGREED)),
    )


def goes_on_without(mentorship: Mentorship, member: MentorshipMember) -> bool:
    """Whether the others are enough: a group needs its mentor, and while it forms as many as R-06 says."""
    if mentorship.type is MentoringType.PERSONAL:
        return False
    others = [one for one in mentorship.on(member.side) if one is not member]
    if mentorship.state in (MentorshipState.PROPOSED, MentorshipState.AGREED):
        return len(others) >= LEAST
    return any(one.answer is Answer.YES for one in others)


def drop_out(tx: Tx, mentorship: Mentorship, member: MentorshipMember, *, look_again: bool = False) -> None:
    """A member declines or leaves and the others go on (§4.3): their offer, request and notices end for them alone.

    An offered request goes back into the queue; a matched one only where another mentor is to be looked for.
    """
    member.left_at = tx.now
    void(tx, subject_of(mentorship), person_id=member.person_id)
    request = _locked(tx, member.request_id)
    if request is not None and request.state is RequestState.PROPOSED:
        offer_failed(tx, request)
    elif request is not None and look_again and request.state is RequestState.MATCHED:
        rematch(tx, request, mentorship)
    tx.session.flush()
    tx.session.expire(mentorship, ["members"])
    change = GroupChange.LEFT if member.answer is Answer.YES else GroupChange.DECLINED
    tell_change(tx, mentorship, member, change)


def tell_change(tx: Tx, mentorship: Mentorship, member: MentorshipMember, change: GroupChange) -> None:
    """Tells the mentors, the curators and the person themselves who came or went."""
    facts = {"person_id": member.person_id, "change": change.value}
    version = f"{member.person_id}:{change.value}:{tx.now.isoformat()}"
    kind = NoticeKind.GROUP_CHANGED
    tell_curators(tx, mentorship, kind, version, **facts)
    told = {one.person_id: one.person for one in mentorship.on(Side.MENTOR)} | {member.person_id: member.person}
    for person in told.values():
        tell(tx, mentorship, person, kind, version, **facts)


def request_of(tx: Tx, mentorship: Mentorship) -> MentoringRequest | None:
    """The request that the pair answers, locked; None where there was none."""
    return _locked(tx, mentorship.request_id)


def requests_of(tx: Tx, mentorship: Mentorship) -> list[MentoringRequest]:
    """The requests that a pair, a group or a team answers, locked in the order of their ids."""
    ids = {mentorship.request_id, *(member.request_id for member in mentorship.members)}
    found = (_locked(tx, request_id) for request_id in sorted(one for one in ids if one is not None))
    return [request for request in found if request is not None]


def _locked(tx: Tx, request_id: int | None) -> MentoringRequest | None:
    return None if request_id is None else tx.locked(MentoringRequest, request_id)


def open_offer(tx: Tx, mentorship_id: int) -> Mentorship:
    """A pair to which the answers are still awaited. Raises ProgrammeError `error-offer-closed` for any other."""
    mentorship = tx.get(Mentorship, mentorship_id)
    if mentorship.state is not MentorshipState.PROPOSED:
        raise ProgrammeError("error-offer-closed")
    return mentorship
