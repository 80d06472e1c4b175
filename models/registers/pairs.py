"""The registers of pairs (NTG-3) and of requests."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session, aliased

from models.local_time import days_between
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import RUNNING, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.names import official
from models.people.tables import Organisation, Person
from models.registers.reach import Reach, full_name, has_code, in_order
from models.registers.rows import PairRow, RequestRow
from models.registers.terms import CLOSED, ENDED, Chosen, Facet
from models.requests.states import OPEN, WAITING, RequestState
from models.requests.tables import MentoringRequest
from models.terms import MentoringForm, MentoringType

_LIVE = (MentorshipState.PROPOSED, *RUNNING)
_OVER = (MentorshipState.COMPLETED, MentorshipState.TERMINATED)
_CLOSED = tuple(state for state in RequestState if state not in (*OPEN, RequestState.MATCHED))
_OFFERED = (MentorshipState.PROPOSED, MentorshipState.AGREED)
_MENTEE_NAME = (
    select(func.min(Person.family_name))
    .join(MentorshipMember, MentorshipMember.person_id == Person.id)
    .where(
        MentorshipMember.mentorship_id == Mentorship.id,
        MentorshipMember.side == Side.MENTEE,
        MentorshipMember.left_at.is_(None),
    )
    .correlate(Mentorship)
    .scalar_subquery()
)


def pairs(reach: Reach, chosen: Chosen) -> Select[int]:
    """The ids of the pairs that the filter leaves, by the mentee's name; without a state those that live."""
    state = chosen.get(Facet.STATE)
    states = _OVER if state == ENDED else (MentorshipState(state),) if state else _LIVE
    others = (_of(Mentorship, facet, value) for facet, value in chosen.items() if facet in (Facet.TOPIC, Facet.FORM))
    is_linked = exists().where(MentorshipMember.mentorship_id == Mentorship.id)
    return (
        select(Mentorship.id)
        .where(reach.is_in(Mentorship.organisation_id), Mentorship.state.in_(states), is_linked, *others)
        .order_by(_MENTEE_NAME, Mentorship.id)
    )


def pair_is_named(reach: Reach) -> ColumnElement[bool]:
    """Whether no member is a pupil whose name the reader may not see."""
    member = select(MentorshipMember.id).join(Person, Person.id == MentorshipMember.person_id)
    hidden = member.where(
        MentorshipMember.mentorship_id == Mentorship.id, MentorshipMember.left_at.is_(None), ~reach.is_named()
    )
    return ~hidden.correlate(Mentorship).exists()


def pair_rows(session: Session, ids: Sequence[int]) -> list[PairRow]:
    """The lines of these pairs, with how often they have met."""
    held = (
        select(Meeting.mentorship_id, func.count().label("times"), func.max(Meeting.starts_at).label("last"))
        .where(Meeting.mentorship_id.in_(ids), Meeting.state == MeetingState.HELD)
        .group_by(Meeting.mentorship_id)
        .subquery()
    )
    found = session.execute(
        select(Mentorship, Organisation, func.coalesce(held.c.times, 0), held.c.last)
        .join(Organisation, Organisation.id == Mentorship.organisation_id)
        .outerjoin(held, held.c.mentorship_id == Mentorship.id)
        .where(Mentorship.id.in_(ids))
    )
    rows = []
    for pair, school, times, last in found:
        sides = {side: [one.person for one in pair.members if one.side is side] for side in Side}
        rows.append(
            PairRow(
                id=pair.id,
                mentors=tuple(map(official, sides[Side.MENTOR])),
                mentees=tuple(map(official, sides[Side.MENTEE])),
                full_mentors=tuple(map(full_name, sides[Side.MENTOR])),
                full_mentees=tuple(map(full_name, sides[Side.MENTEE])),
                school=school.short_name,
                form=MentoringForm(pair.form),
                type=MentoringType(pair.type),
                state=MentorshipState(pair.state),
                topics=tuple(pair.topics),
                began_at=pair.approved_at,
                order_ref=pair.order_ref,
                order_date=pair.order_date,
                held=times,
                last_held_at=last,
                zone=school.zone,
            )
        )
    return in_order(rows, ids)


def requests(reach: Reach, chosen: Chosen) -> Select[int]:
    """The ids of the requests that the filter leaves, the longest waiting first; without a state those that wait."""
    state = chosen.get(Facet.STATE)
    states = _CLOSED if state == CLOSED else (RequestState(state),) if state else WAITING
    since = func.coalesce(MentoringRequest.waiting_since, MentoringRequest.created_at)
    wanted = (
        select(MentoringRequest.id)
        .join(Organisation, Organisation.id == MentoringRequest.organisation_id)
        .join(Person, Person.id == MentoringRequest.mentee_id)
        .where(reach.is_in(MentoringRequest.organisation_id), MentoringRequest.state.in_(states))
        .order_by(since, MentoringRequest.id)
    )
    for facet, value in chosen.items():
        if facet is Facet.WAIT:
            wanted = wanted.where(MentoringRequest.state.in_(WAITING), reach.waits_longer(since, int(value)))
        elif facet in (Facet.TOPIC, Facet.FORM):
            wanted = wanted.where(_of(MentoringRequest, facet, value))
    return wanted


def request_rows(session: Session, ids: Sequence[int], reach: Reach) -> list[RequestRow]:
    """The lines of these requests, with the mentor who is asked just now."""
    found = session.execute(
        select(MentoringRequest, Person, Organisation)
        .join(Person, Person.id == MentoringRequest.mentee_id)
        .join(Organisation, Organisation.id == MentoringRequest.organisation_id)
        .where(MentoringRequest.id.in_(ids))
    ).all()
    asked = session.execute(
        select(Mentorship.request_id, Person)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .join(Person, Person.id == MentorshipMember.person_id)
        .where(Mentorship.request_id.in_(ids), Mentorship.state.in_(_OFFERED), MentorshipMember.side == Side.MENTOR)
    )
    joins = aliased(MentorshipMember)
    of_groups = session.execute(
        select(joins.request_id, Person)
        .join(Mentorship, Mentorship.id == joins.mentorship_id)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .join(Person, Person.id == MentorshipMember.person_id)
        .where(joins.request_id.in_(ids), joins.left_at.is_(None), Mentorship.state.in_(_OFFERED))
        .where(MentorshipMember.side == Side.MENTOR, MentorshipMember.left_at.is_(None))
    )
    offered = {request_id: official(mentor) for request_id, mentor in (*asked, *of_groups)}
    rows = [
        RequestRow(
            id=request.id,
            official=official(mentee),
            full_name=full_name(mentee),
            school=school.short_name,
            form=MentoringForm(request.form),
            state=RequestState(request.state),
            topics=tuple(request.topics),
            days=days_between(request.waiting_since or request.created_at, reach.now, ZoneInfo(school.zone)),
            offered_to=offered.get(request.id, ""),
            submitted_at=request.submitted_at,
            zone=school.zone,
        )
        for request, mentee, school in found
    ]
    return in_order(rows, ids)


def _of(table: type[Mentorship] | type[MentoringRequest], facet: Facet, value: str) -> ColumnElement[bool]:
    return has_code(table.topics, value) if facet is Facet.TOPIC else table.form == value
