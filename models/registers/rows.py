"""What one line of a register holds, for the screen as well as for a sheet. Names as their reader may read them."""

from dataclasses import dataclass
from datetime import date, datetime

from models.mentorships.states import MentorshipState
from models.people.states import MentorState
from models.registers.terms import Standing
from models.requests.states import RequestState
from models.terms import MentoringForm, MentoringType, MentorSource


@dataclass(frozen=True)
class MentorRow:
    """A mentor with the card, if there is one. `id` is the person's."""

    id: int
    official: str
    full_name: str
    school: str
    position: str
    has_account: bool
    state: MentorState | None
    source: MentorSource | None
    forms: tuple[MentoringForm, ...]
    topics: tuple[str, ...]
    strong_topics: tuple[str, ...]
    places: int
    load: int
    no_offers_before: date | None
    may_be_called: bool
    """Rests, and has agreed to be called again (OMS-41)."""

    @property
    def free(self) -> int:
        """Places that are left; never below nought."""
        return max(self.places - self.load, 0)


@dataclass(frozen=True)
class MenteeRow:
    """A mentee, the open request and the mentors. `id` is the person's."""

    id: int
    official: str
    full_name: str
    school: str
    position: str
    has_account: bool
    standing: Standing
    request_id: int | None
    topics: tuple[str, ...]
    """Of the open request."""
    days: int
    """Calendar days of the school since the waiting clock began; nought where nobody waits."""
    mentors: tuple[str, ...]


@dataclass(frozen=True)
class PairRow:
    """A pair or an offer."""

    id: int
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    full_mentors: tuple[str, ...]
    full_mentees: tuple[str, ...]
    school: str
    form: MentoringForm
    type: MentoringType
    state: MentorshipState
    topics: tuple[str, ...]
    began_at: datetime | None
    """When it was approved, UTC."""
    order_ref: str
    order_date: date | None
    held: int
    """Meetings held (R-13)."""
    last_held_at: datetime | None
    zone: str


@dataclass(frozen=True)
class RequestRow:
    """A request for a mentor."""

    id: int
    official: str
    full_name: str
    school: str
    form: MentoringForm
    state: RequestState
    topics: tuple[str, ...]
    days: int
    offered_to: str
    submitted_at: datetime | None
    zone: str


Row = MentorRow | MenteeRow | PairRow | RequestRow
