"""What the other floors and areas see of a pair."""

from dataclasses import dataclass
from datetime import date, datetime

from models.mentorships.states import Answer, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import Mentorship
from models.people.names import official, polite
from models.terms import Intensity, MentoringForm


@dataclass(frozen=True)
class PairView:
    """A pair as it stands. Moments are UTC; `slots` are codes of models.availability."""

    id: int
    state: MentorshipState
    form: MentoringForm
    origin: ProposalOrigin
    organisation_id: int
    awaits_lender: bool
    """Whether the curator of the mentor's school, another than the mentee's, has yet to approve."""
    request_id: int | None
    mentor_id: int
    mentor_name: str
    """As colleagues say it: «Ирина Викторовна»."""
    mentor_official: str
    """As the curator reads it: «Лебедева И. В.»."""
    mentor_answer: Answer
    mentee_id: int
    mentee_name: str
    mentee_official: str
    mentee_position: str
    mentee_answer: Answer
    topics: tuple[str, ...]
    goal: str
    intensity: Intensity
    slots: tuple[str, ...]
    proposed_at: datetime
    approved_at: datetime | None
    trial_since: datetime | None
    paused_until: date | None
    close_reason: str
    order_ref: str

    @classmethod
    def of(cls, mentorship: Mentorship) -> "PairView":
        """The view of a row whose members are loaded."""
        mentor, mentee = mentorship.member(Side.MENTOR), mentorship.member(Side.MENTEE)
        return cls(
            id=mentorship.id,
            state=mentorship.state,
            form=mentorship.form,
            origin=mentorship.origin,
            organisation_id=mentorship.organisation_id,
            awaits_lender=mentorship.awaits_lender,
            request_id=mentorship.request_id,
            mentor_id=mentor.person_id,
            mentor_name=polite(mentor.person),
            mentor_official=official(mentor.person),
            mentor_answer=mentor.answer,
            mentee_id=mentee.person_id,
            mentee_name=polite(mentee.person),
            mentee_official=official(mentee.person),
            mentee_position=mentee.person.position,
            mentee_answer=mentee.answer,
            topics=tuple(mentorship.topics),
            goal=mentorship.goal,
            intensity=mentorship.intensity,
            slots=tuple(mentorship.slots),
            proposed_at=mentorship.proposed_at,
            approved_at=mentorship.approved_at,
            trial_since=mentorship.trial_since,
            paused_until=mentorship.paused_until,
            close_reason=mentorship.close_reason,
            order_ref=mentorship.order_ref,
        )

    def partner_of(self, person_id: int) -> str:
        """How the other side is called by this one."""
        return self.mentee_name if person_id == self.mentor_id else self.mentor_name
