"""Telling the optimum what the database knows of a whole cohort: a handful of statements, however many people.

What is said of one need and one mentor here is what models/mentorships/candidates.py says of them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, or_, select
from sqlalchemy.orm import Session, aliased

from models.access import Actor
from models.errors import ProgrammeError
from models.matching.cohort import Cohort
from models.matching.need import Need
from models.mentorships.candidates import LIVE, NOT_ANEW, candidates_in
from models.mentorships.cohort_tables import CohortDraft, CohortLine
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.actor import below
from models.people.states import PersonState
from models.people.tables import Organisation, Person, RoleGrant
from models.requests.queries import TO_DECIDE
from models.requests.tables import MentoringRequest
from models.terms import MentoringForm, Role


@dataclass(frozen=True)
class Facts:
    """A cohort with what its draft keeps, and the draft's version (0 where there is none yet)."""

    cohort: Cohort
    version: int


def facts_of(session: Session, actor: Actor, organisation_id: int, now: datetime) -> Facts:
    """The open requests and the mentors of a node of the tree and all below.

    Raises ProgrammeError `error-no-access` for a node outside the actor's scope.
    """
    if organisation_id not in actor.curates:
        raise ProgrammeError("error-no-access")
    draft = session.scalar(select(CohortDraft).where(CohortDraft.organisation_id == organisation_id))
    fixed: dict[int, int] = {}
    left_out: set[int] = set()
    if draft is not None:
        kept = select(CohortLine.request_id, CohortLine.mentor_id, CohortLine.is_grouped).where(
            CohortLine.draft_id == draft.id, CohortLine.is_fixed | CohortLine.is_grouped
        )
        for request_id, mentor_id, is_grouped in session.execute(kept):
            if mentor_id is None or is_grouped:  # a group takes none of the places that a plan gives away
                left_out.add(request_id)
            else:
                fixed[request_id] = mentor_id
    cohort = cohort_of(session, below(session, [organisation_id]), now, fixed=fixed, besides=left_out)
    return Facts(cohort, draft.version if draft is not None else 0)


def cohort_of(
    session: Session,
    organisation_ids: Collection[int],
    now: datetime,
    *,
    fixed: Mapping[int, int] | None = None,
    besides: Collection[int] = (),
) -> Cohort:
    """All that waits in these organisations for a curator's decision, the requests in `besides` excepted."""
    ties = _Ties.read(session, organisation_ids)
    rows = session.execute(_open_requests(organisation_ids))
    needs = tuple(ties.need(row) for row in rows if row.id not in besides)
    return Cohort(
        needs, tuple(candidates_in(session, organisation_ids)), days_of(session, organisation_ids, now), fixed or {}
    )


def days_of(session: Session, organisation_ids: Collection[int], now: datetime) -> dict[int, date]:
    """The local day of each organisation."""
    rows = session.execute(select(Organisation.id, Organisation.zone).where(Organisation.id.in_(organisation_ids)))
    return {organisation_id: now.astimezone(ZoneInfo(zone)).date() for organisation_id, zone in rows}


def is_open(organisation_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    """What lies with the curators of these organisations."""
    return MentoringRequest.organisation_id.in_(organisation_ids), MentoringRequest.state.in_(TO_DECIDE)


def are_beside(line: CohortLine, request: MentoringRequest) -> tuple[ColumnElement[bool], ...]:
    """The lines of the draft, joined with their requests, that give the same mentor in this form and school."""
    return (
        CohortLine.draft_id == line.draft_id,
        CohortLine.mentor_id == line.mentor_id,
        MentoringRequest.form == request.form,
        MentoringRequest.organisation_id == request.organisation_id,
    )


def _open_requests(organisation_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    asked = MentoringRequest
    return (
        select(
            asked.id,
            asked.mentee_id,
            asked.organisation_id,
            asked.form,
            asked.topics,
            asked.slots,
            asked.wished_mentor_ids,
            Person.kind,
        )
        .join(Person, Person.id == asked.mentee_id)
        .where(*is_open(organisation_ids), Person.state == PersonState.ACTIVE)
        .order_by(asked.id)
    )


@dataclass
class _Ties:
    """Who is bound to whom already."""

    curators: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    asked: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    mentors_of: dict[tuple[int, MentoringForm], set[int]] = field(default_factory=lambda: defaultdict(set))
    mentees_of: dict[tuple[int, MentoringForm], set[int]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def read(cls, session: Session, organisation_ids: Collection[int]) -> "_Ties":
        ties = cls()
        for organisation_id, person_id in session.execute(_curators(organisation_ids)):
            ties.curators[organisation_id].add(person_id)
        for request_id, mentor_id in session.execute(_asked_before(organisation_ids)):
            ties.asked[request_id].add(mentor_id)
        for side, person_id, form, other_id in session.execute(_partners(organisation_ids)):
            partners = ties.mentors_of if side is Side.MENTEE else ties.mentees_of
            partners[person_id, form].add(other_id)
        return ties

    def need(self, row: Row[*tuple[Any, ...]]) -> Need:
        mentors = self.mentors_of.get((row.mentee_id, row.form), set())
        return Need(
            request_id=row.id,
            mentee_id=row.mentee_id,
            organisation_id=row.organisation_id,
            form=row.form,
            topics=tuple(row.topics),
            slots=frozenset(row.slots),
            wished_mentor_ids=tuple(row.wished_mentor_ids),
            mentee_kind=row.kind,
            superior_ids=frozenset(self.curators.get(row.organisation_id, ())),
            refused_mentor_ids=frozenset(self.asked.get(row.id, set()) | mentors),
            mentoring_whom=frozenset(self.mentees_of.get((row.mentee_id, row.form), ())),
        )


def _curators(organisation_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    return select(RoleGrant.organisation_id, RoleGrant.person_id).where(
        RoleGrant.organisation_id.in_(organisation_ids),
        RoleGrant.role == Role.CURATOR_SCHOOL,
        RoleGrant.admitted_at.is_not(None),
        RoleGrant.ended_at.is_(None),
    )


def _asked_before(organisation_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(Mentorship.request_id, MentorshipMember.person_id)
        .join(MentorshipMember)
        .join(MentoringRequest, MentoringRequest.id == Mentorship.request_id)
        .where(
            *is_open(organisation_ids),
            MentorshipMember.side == Side.MENTOR,
            or_(Mentorship.closed_at.is_(None), Mentorship.close_reason.not_in(NOT_ANEW)),
        )
    )


def _partners(organisation_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    other, me = aliased(MentorshipMember), aliased(MentorshipMember)
    asking = select(MentoringRequest.mentee_id).where(*is_open(organisation_ids))
    return (
        select(me.side, me.person_id, Mentorship.form, other.person_id)
        .select_from(Mentorship)
        .join(me, me.mentorship_id == Mentorship.id)
        .join(other, other.mentorship_id == Mentorship.id)
        .where(me.person_id.in_(asking), other.person_id != me.person_id, Mentorship.state.in_(LIVE))
    )
