"""Requests for a mentor: those that came to nothing, and those whose pair is past."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.mentorships.cohort_tables import CohortDraft, CohortLine, CohortRest
from models.mentorships.tables import Mentorship, MentorshipMember
from models.requests.states import OPEN, REQUEST, RequestState
from models.requests.tables import MentoringRequest
from models.retention.erase import blank, drop, drop_rows, due
from models.retention.terms import Terms

DECLINED_YEARS = 1
"""§13: «declined requests 1 y»; withdrawn and expired ones came to nothing, too."""
DRAFT_DAYS = 7
"""§13: «drafts 7 d»; what is not submitted yet lies in the dialogs, whose term is the same (bot/fsm.py)."""
CYCLES = 1
"""§13: «cycle end + 1 y», for a request as for the pair that it led to."""
_CAME_TO_NOTHING = (RequestState.REJECTED, RequestState.WITHDRAWN, RequestState.EXPIRED)
_LAPSED = REQUEST.after(RequestState.DRAFT, "timeout_7d")
_R = MentoringRequest
_WORDS = {"goal": "", "question": "", "question_answer": "", "reject_reason": "", "slots": [], "wished_mentor_ids": []}


def forget_declined(session: Session, organisation_id: int, terms: Terms) -> int:
    """Whose request came to nothing, and its words."""
    closed = func.coalesce(_R.closed_at, _R.created_at) < terms.years_ago(DECLINED_YEARS)
    return _forget(session, organisation_id, _R.state.in_(_CAME_TO_NOTHING), closed)


def forget_drafts(session: Session, organisation_id: int, terms: Terms) -> int:
    """Requests that were begun and not sent."""
    old = _R.created_at < terms.days_ago(DRAFT_DAYS)
    ids = list(session.scalars(due(_R, _R.organisation_id == organisation_id, _R.state == RequestState.DRAFT, old)))
    return blank(session, _R, ids, state=_LAPSED, mentee_id=None, proposed_by=None, **_WORDS)


def forget_cohort_drafts(session: Session, organisation_id: int, terms: Terms) -> int:
    """Drafts of a cohort that nobody has touched; a line of one says who might have become whose mentor."""
    old = CohortDraft.changed_at < terms.days_ago(DRAFT_DAYS)
    ids = list(session.scalars(due(CohortDraft, CohortDraft.organisation_id == organisation_id, old)))
    if not ids:
        return 0
    drop(session, CohortLine, CohortLine.draft_id.in_(ids))
    drop(session, CohortRest, CohortRest.draft_id.in_(ids))
    return drop_rows(session, CohortDraft, ids)


def forget_matched(session: Session, organisation_id: int, terms: Terms) -> int:
    """Requests that led to a pair, once nobody stands in that pair any more."""
    matched = func.coalesce(_R.closed_at, _R.matched_at, _R.created_at) < terms.cycles_ago(CYCLES)
    linked = select(Mentorship.request_id).join(MentorshipMember).where(Mentorship.request_id.is_not(None))
    joined = select(MentorshipMember.request_id).where(MentorshipMember.request_id.is_not(None))
    over = _R.state.not_in((*OPEN, *_CAME_TO_NOTHING))
    return _forget(session, organisation_id, over, matched, _R.id.not_in(linked), _R.id.not_in(joined))


def _forget(session: Session, organisation_id: int, *conditions: ColumnElement[bool]) -> int:
    ids = list(session.scalars(due(_R, _R.organisation_id == organisation_id, _R.mentee_id.is_not(None), *conditions)))
    return blank(session, _R, ids, mentee_id=None, proposed_by=None, **_WORDS)
