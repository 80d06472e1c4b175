"""The machine of a request for a mentor (reference.md §4.1)."""

from enum import StrEnum

from models.lifecycle import Lifecycle


class RequestState(StrEnum):
    """Where a request stands."""

    DRAFT = "DRAFT"
    AWAITING_CONSENT = "AWAITING_CONSENT"
    SUBMITTED = "SUBMITTED"
    RETURNED = "RETURNED"
    QUEUED = "QUEUED"
    PROPOSED = "PROPOSED"
    MATCHED = "MATCHED"
    FULFILLED = "FULFILLED"
    PARTLY_FULFILLED = "PARTLY_FULFILLED"
    UNFULFILLED = "UNFULFILLED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"


class RequestOrigin(StrEnum):
    """Where a request comes from (reference.md §2.11)."""

    SELF = "SELF"
    PARENT = "PARENT"
    CLASS_TEACHER = "CLASS_TEACHER"
    PSYCHOLOGIST = "PSYCHOLOGIST"
    CURATOR_OBSERVATION = "CURATOR_OBSERVATION"
    SURVEY = "SURVEY"
    PERFORMANCE_DATA = "PERFORMANCE_DATA"
    INTERVIEW = "INTERVIEW"
    EMPLOYER = "EMPLOYER"


class Outcome(StrEnum):
    """«Запрос решён?» (OMS-27)."""

    YES = "YES"
    PARTLY = "PARTLY"
    NO = "NO"

    @property
    def event(self) -> str:
        """The event of the machine that this answer is."""
        return f"outcome_{self.value.lower()}"


_R = RequestState
WAITING = (_R.SUBMITTED, _R.RETURNED, _R.QUEUED, _R.PROPOSED)
"""A mentee without a mentor who has asked for one."""
OPEN = (_R.DRAFT, _R.AWAITING_CONSENT, *WAITING)
"""One of these for each mentee and form."""

REQUEST = Lifecycle(
    "MentoringRequest",
    _R.DRAFT,
    {
        (_R.DRAFT, "submit"): _R.SUBMITTED,
        (_R.DRAFT, "submit_needs_consent"): _R.AWAITING_CONSENT,
        (_R.DRAFT, "timeout_7d"): _R.EXPIRED,
        (_R.AWAITING_CONSENT, "consent_complete"): _R.SUBMITTED,
        (_R.AWAITING_CONSENT, "refused"): _R.WITHDRAWN,
        (_R.AWAITING_CONSENT, "timeout_30d"): _R.EXPIRED,
        (_R.SUBMITTED, "return"): _R.RETURNED,
        (_R.RETURNED, "resubmit"): _R.SUBMITTED,
        (_R.SUBMITTED, "accept"): _R.QUEUED,
        (_R.SUBMITTED, "reject"): _R.REJECTED,
        (_R.RETURNED, "reject"): _R.REJECTED,
        (_R.QUEUED, "offer"): _R.PROPOSED,
        (_R.QUEUED, "cycle_closed"): _R.EXPIRED,
        (_R.PROPOSED, "offer_failed"): _R.QUEUED,
        (_R.PROPOSED, "mentorship_approved"): _R.MATCHED,
        (_R.MATCHED, "outcome_yes"): _R.FULFILLED,
        (_R.MATCHED, "outcome_partly"): _R.PARTLY_FULFILLED,
        (_R.MATCHED, "outcome_no"): _R.UNFULFILLED,
        (_R.MATCHED, "rematch"): _R.QUEUED,
        **{(state, "withdraw"): _R.WITHDRAWN for state in OPEN},
    },
)
