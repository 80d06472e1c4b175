"""Requests for a mentor: those that came to nothing, and those whose pair is past."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.mentorships.cohort_tables import CohortDraft, CohortLine, CohortRest
from models.mentorships.tables import Mentorship, MentorshipMember
from models.requests.states import OPEN, REQUEST, RequestState
from models.requests.tables import MentoringRequest
from models.retention.erase import blank, drop, drop_rows, due, rule
from models.retention.terms import SCHOOL, cycles_ago, days_ago, years_ago

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


_OF_SCHOOL = (_R.organisation_id == SCHOOL, _R.mentee_id.is_not(None))
_LINKED = select(Mentorship.request_id).join(MentorshipMember).where(Mentorship.request_id.is_not(None))
_JOINED = select(MentorshipMember.request_id).where(MentorshipMember.request_id.is_not(None))
_DECLINED = func.coalesce(_R.closed_at, _R.created_at) < years_ago(DECLINED_YEARS)
_MATCHED = func.coalesce(_R.closed_at, _R.matched_at, _R.created_at) < cycles_ago(CYCLES)


@rule(due(_R, *_OF_SCHOOL, _R.state.in_(_CAME_TO_NOTHING), _DECLINED))
def forget_declined(session: Session, ids: list[int]) -> int:
    """Whose request came to nothing, and its words."""
    return _forget(session, ids)


@rule(
    due(
        _R,
        _R.organisation_id == SCHOOL,
        _R.state == RequestState.DRAFT,
        _R.created_at < days_ago(DRAFT_DAYS),
    )
)
def forget_drafts(session: Session, ids: list[int]) -> int:
    """Requests that were begun and not sent."""
    return _forget(session, ids, state=_LAPSED)


@rule(due(CohortDraft, CohortDraft.organisation_id == SCHOOL, CohortDraft.changed_at < days_ago(DRAFT_DAYS)))
def forget_cohort_drafts(session: Session, ids: list[int]) -> int:
    """Drafts of a cohort that nobody has touched; a line of one says who might have become whose mentor."""
    drop(session, CohortLine, CohortLine.draft_id.in_(ids))
    drop(session, CohortRest, CohortRest.draft_id.in_(ids))
    return drop_rows(session, CohortDraft, ids)


@rule(
    due(
        _R,
        *_OF_SCHOOL,
        _R.state.not_in((*OPEN, *_CAME_TO_NOTHING)),
        _MATCHED,
        _R.id.not_in(_LINKED),
        _R.id.not_in(_JOINED),
    )
)
def forget_matched(session: Session, ids: list[int]) -> int:
    """Requests that led to a pair, once nobody stands in that pair any more."""
    return _forget(session, ids)


def _forget(session: Session, ids: list[int], **values: Any) -> int:
    return blank(session, _R, ids, mentee_id=None, proposed_by=None, **_WORDS, **values)
