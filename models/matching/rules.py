"""The hard rules of matching: who may not be suggested at all, and why (R-01, R-05; OMS-12)."""

from datetime import date
from enum import StrEnum

from models.matching.need import Candidate, Need
from models.people.states import MentorState


class Refusal(StrEnum):
    """Why a mentor cannot be suggested for a need, in the order in which it is said."""

    STATE = "STATE"
    PAUSED = "PAUSED"
    SCOPE = "SCOPE"
    FORM = "FORM"
    CAPACITY = "CAPACITY"
    CONSENT = "CONSENT"
    SELF = "SELF"
    RECIPROCAL = "RECIPROCAL"
    ASKED_BEFORE = "ASKED_BEFORE"


def refusals(need: Need, candidate: Candidate, today: date) -> tuple[Refusal, ...]:
    """Every rule that forbids this mentor for this need, in the order of `Refusal`; empty when none does.

    `today` is the local day of the mentee's organisation. Open offers are no refusal: places are guarded by the
    transaction that accepts.
    """
    rules = (
        (Refusal.STATE, candidate.state != MentorState.APPROVED),
        (Refusal.PAUSED, candidate.not_before is not None and candidate.not_before > today),
        (Refusal.SCOPE, not candidate.is_seen_in(need.organisation_id)),
        (Refusal.FORM, need.form not in candidate.forms),
        (Refusal.CAPACITY, candidate.free_places == 0),
        (Refusal.CONSENT, not candidate.has_consent),
        (Refusal.SELF, candidate.mentor_id == need.mentee_id),
        (Refusal.RECIPROCAL, candidate.mentor_id in need.mentoring_whom),
        (Refusal.ASKED_BEFORE, candidate.mentor_id in need.refused_mentor_ids),
    )
    return tuple([refusal for refusal, forbids in rules if forbids])
