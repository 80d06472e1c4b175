"""Groups (1 : N) and two teams: the curator forms them, each member agrees alone (YAR-3, KHK-3, R-06)."""

from collections.abc import Sequence

from sqlalchemy import select

from models.access import Permission
from models.errors import ProgrammeError
from models.matching.rules import Refusal, refusals
from models.mentorships.across import lent
from models.mentorships.candidates import candidate, need_for, today_of
from models.mentorships.offers import send_offer
from models.mentorships.parting import curated_group
from models.mentorships.places import is_full, lock_card
from models.mentorships.propose import agree_all, check_refusals, pair_forms, put_forward, warn_of_overload
from models.mentorships.shape import check_shape, most_of
from models.mentorships.states import (
    RUNNING,
    Answer,
    MentorshipState,
    ProposalOrigin,
    Side,
)
from models.mentorships.tables import Mentorship, MentorshipMember
from models.mentorships.views import PairView
from models.people.states import PersonState
from models.people.tables import Person
from models.requests.content import open_request
from models.requests.queue import offer_made
from models.requests.rules import clean_words
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Intensity, MentoringForm, MentoringType
from models.use_case import MAX_ID, Tx, use_case

_FREE = (RequestState.SUBMITTED, RequestState.RETURNED, RequestState.QUEUED)
"""A request in another state waits for a consent, or for an answer to another offer: it stays as it is."""
_GROWS = tuple(state for state in (MentorshipState.PROPOSED, *RUNNING) if state is not MentorshipState.CLOSING)


@use_case(Permission.CURATE)
def make_group(
    tx: Tx,
    group_type: MentoringType,
    mentor_ids: Sequence[int],
    mentee_ids: Sequence[int],
    form: MentoringForm | None = None,
    agreed: bool = False,
    override_reason: str = "",
) -> PairView:
    """A group of a mentor and several mentees of one school, or two teams; each member is asked alone.

    The team that leads may be of another school, whose curator is asked like one who lends a mentor (R-06): its
    members agree to be asked beyond their school. The mentees' school forms the teams and runs them. Without a `form`
    teams take theirs, and a group the programme's first that its mentor serves. Open requests of the mentees come
    along. `agreed` records that everybody has agreed aloud. Raises ProgrammeError as `check_shape` and `propose` do,
    `error-shape-most`, `error-team-schools` for a leading team of several schools, and `error-pair-exists` where the
    very same people are together already.
    """
    if group_type is MentoringType.PERSONAL:
        raise ProgrammeError("error-shape-group")
    check_shape(form or _any_form(group_type), group_type, mentor_ids, mentee_ids)
    mentors = [lock_card(tx, one).person for one in sorted(set(mentor_ids))]
    mentees = [_person(tx, one) for one in dict.fromkeys(mentee_ids)]
    school_id = mentees[0].organisation_id
    if {one.organisation_id for one in mentees} != {school_id}:
        raise ProgrammeError("error-no-access")
    form = form or _form_of(tx, group_type, school_id, mentors[0])
    check_shape(form, group_type, mentor_ids, mentee_ids)
    check_most(group_type, mentors[0], max(len(mentees), len(mentors)))
    is_over = bool(override_reason)
    lenders = {check_mentor(tx, mentor, mentees, form, group_type, overrides=is_over) for mentor in mentors}
    if len(lenders) > 1:
        raise ProgrammeError("error-team-schools")
    _check_new(tx, group_type, {one.id for one in mentors}, {one.id for one in mentees})
    mentorship = draw_up_group(tx, group_type, form, mentors, mentees, override_reason, lenders.pop())
    if override_reason:
        warn_of_overload(tx, mentors[0].id)
    if agreed:
        agree_all(tx, mentorship)
    else:
        put_forward(tx, mentorship)
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def invite(tx: Tx, mentorship_id: int, person_id: int, side: Side = Side.MENTEE) -> PairView:
    """Asks one more person into a group or a team, which goes on meanwhile; they belong to it once they agree.

    A team of another school is enlarged by that school's own curator, whose approval the invitation is (R-06). Raises
    ProgrammeError `error-state` for a pair and for a group that closes, `error-group-member` for somebody who belongs
    to it, `error-shape-most`, `error-team-schools` beside a team of another school, what `propose` raises about a
    mentor, `error-no-access`, `error-gone`.
    """
    mentorship = _growing(tx, mentorship_id, side)
    if mentorship.state not in _GROWS or (mentorship.type is MentoringType.GROUP and side is Side.MENTOR):
        raise ProgrammeError("error-state")
    person = _person(tx, person_id)
    is_lent = mentorship.lender_id is not None and side is Side.MENTOR
    if person.organisation_id != (mentorship.lender_id if is_lent else mentorship.organisation_id):
        raise ProgrammeError("error-team-schools" if is_lent else "error-no-access")
    if mentorship.membership(person_id) is not None:
        raise ProgrammeError("error-group-member")
    check_most(mentorship.type, mentorship.member(Side.MENTOR).person, len(mentorship.on(side)) + 1)
    for mentor in [person] if side is Side.MENTOR else [one.person for one in mentorship.on(Side.MENTOR)]:
        mentees = [one.person for one in mentorship.on(Side.MENTEE)] if side is Side.MENTOR else [person]
        lender_id = check_mentor(tx, mentor, mentees, mentorship.form, mentorship.type, overrides=True)
        if lender_id != mentorship.lender_id:
            raise ProgrammeError("error-team-schools")
    member = _place_for(tx, mentorship, person, side)
    send_offer(tx, mentorship, member, tx.now.isoformat())
    return PairView.of(mentorship, tx.actor)


def _growing(tx: Tx, mentorship_id: int, side: Side) -> Mentorship:
    """The group or the teams, locked: of the actor's own school, or led by a team that it lends."""
    lender = select(Mentorship.lender_id).where(Mentorship.id == mentorship_id, Mentorship.type == MentoringType.TEAM)
    is_known = 0 < mentorship_id <= MAX_ID
    if side is Side.MENTOR and is_known and tx.session.scalar(lender) in tx.actor.curates:
        return lent(tx, mentorship_id)
    return curated_group(tx, mentorship_id)


def check_most(kind: MentoringType, leader: Person, count: int) -> None:
    """Raises ProgrammeError `error-shape-most` for a side with more people than R-02 allows."""
    most = most_of(kind, leader.kind)
    if count > most:
        raise ProgrammeError("error-shape-most", most=most)


def _person(tx: Tx, person_id: int) -> Person:
    """Somebody of the curator's schools who takes part."""
    person = tx.get(Person, person_id)
    if person.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    if person.state is not PersonState.ACTIVE:
        raise ProgrammeError("error-gone")
    return person


def _any_form(kind: MentoringType) -> MentoringForm:
    return MentoringForm.TEAM_TEAM if kind is MentoringType.TEAM else MentoringForm.TEACHER_TEACHER


def _form_of(tx: Tx, kind: MentoringType, school_id: int, mentor: Person) -> MentoringForm:
    if kind is MentoringType.TEAM:
        return MentoringForm.TEAM_TEAM
    forms, card = pair_forms(tx, school_id), lock_card(tx, mentor.id)
    return next((form for form in forms if form in card.mentoring_forms), forms[0])


def check_mentor(
    tx: Tx, mentor: Person, mentees: Sequence[Person], form: MentoringForm, kind: MentoringType, *, overrides: bool
) -> int | None:
    """What forbids a pair forbids the group as well; a team is the curator's choice, whatever forms a card names.

    Gives the school that would lend the mentor, if it is another. Raises ProgrammeError: what of `SAID` forbids a
    mentor, `error-group-lent` for a group's of another school, `error-gone`, and `error-mentor-full` unless the curator
    `overrides` it.
    """
    school_id = mentees[0].organisation_id
    known = candidate(tx.session, mentor.id, school_id)
    if known is None:
        raise ProgrammeError("error-gone")
    is_lent = school_id not in known.organisation_ids
    if is_lent and kind is MentoringType.GROUP:  # a group has one curator: nobody would ask the mentor's own school
        raise ProgrammeError("error-group-lent")
    today = today_of(tx.session, school_id, tx.now)
    for mentee in mentees:
        found = refusals(need_for(tx.session, mentee, form), known, today)
        said = [one for one in found if one is not Refusal.FORM or kind is not MentoringType.TEAM]
        check_refusals(tx, said, mentor.id)
    if not overrides and is_full(tx, mentor.id, kind):
        raise ProgrammeError("error-mentor-full")
    return known.home_id if is_lent else None


def _check_new(tx: Tx, kind: MentoringType, mentors: set[int], mentees: set[int]) -> None:
    """A second press makes no second group of the very same people."""
    theirs = select(MentorshipMember.mentorship_id).where(
        MentorshipMember.person_id.in_(mentors), MentorshipMember.side == Side.MENTOR
    )
    live = select(Mentorship).where(
        Mentorship.id.in_(theirs), Mentorship.type == kind, Mentorship.state.in_((MentorshipState.PROPOSED, *RUNNING))
    )
    for one in tx.session.scalars(live):
        sides = {side: {member.person_id for member in one.on(side)} for side in Side}
        if sides == {Side.MENTOR: mentors, Side.MENTEE: mentees}:
            raise ProgrammeError("error-pair-exists")


def draw_up_group(
    tx: Tx,
    kind: MentoringType,
    form: MentoringForm,
    mentors: Sequence[Person],
    mentees: Sequence[Person],
    override_reason: str = "",
    lender_id: int | None = None,
) -> Mentorship:
    """The row of a group or two teams that no rule forbids, with the requests that come along; nobody is told yet."""
    requests = {one.id: request for one in mentees if (request := _taken_along(tx, one, form)) is not None}
    mentorship = Mentorship(
        organisation_id=mentees[0].organisation_id,
        lender_id=lender_id,
        form=form,
        type=kind,
        origin=ProposalOrigin.CURATOR_CHOICE,
        intensity=next((one.intensity for one in requests.values()), Intensity.FORTNIGHTLY),
        topics=list(dict.fromkeys(topic for one in requests.values() for topic in one.topics)),
        slots=[],
        reasons=[],
        proposed_by=tx.actor.me,
        proposed_at=tx.now,
        silent_since=tx.now,
        override_reason=clean_words(override_reason) if override_reason else "",
        members=[
            *(MentorshipMember(person_id=one.id, side=Side.MENTOR) for one in mentors),
            *(MentorshipMember(person_id=one.id, side=Side.MENTEE, request_id=_id(requests, one)) for one in mentees),
        ],
    )
    tx.add(mentorship)
    return mentorship


def _place_for(tx: Tx, mentorship: Mentorship, person: Person, side: Side) -> MentorshipMember:
    """A new place, or the old one of somebody who comes back."""
    old = select(MentorshipMember).where(
        MentorshipMember.mentorship_id == mentorship.id, MentorshipMember.person_id == person.id
    )
    member = tx.session.scalar(old) or MentorshipMember(mentorship_id=mentorship.id, person_id=person.id)
    request = _taken_along(tx, person, mentorship.form) if side is Side.MENTEE else None
    member.side, member.answer, member.left_at = side, Answer.PENDING, None
    member.silent_since = tx.now if mentorship.state in RUNNING else None
    member.request_id = request.id if request else None
    tx.add(member)
    tx.session.expire(mentorship, ["members"])
    return member


def _taken_along(tx: Tx, mentee: Person, form: MentoringForm) -> MentoringRequest | None:
    """The mentee's open request, which this offer answers."""
    request = open_request(tx.session, mentee.id, form)
    if request is None or request.state not in _FREE:
        return None
    offer_made(tx, request)
    return request


def _id(requests: dict[int, MentoringRequest], person: Person) -> int | None:
    return requests[person.id].id if person.id in requests else None
