"""What the other floors and areas see of a pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.access import Actor
from models.mentorships.shown import ShownMember
from models.mentorships.states import Answer, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.names import named_to, official, polite, together
from models.terms import Intensity, MentoringForm, MentoringType, PersonKind


@dataclass(frozen=True)
class MemberView:
    """One member as the others and the curator see them."""

    person_id: int
    side: Side
    name: str
    official: str
    answer: Answer
    request_id: int | None


@dataclass(frozen=True)
class PairView:
    """A pair, a group or two teams as they stand. Moments are UTC; `slots` are codes of models.availability.

    Names are those of a whole side; `mentor_id` and `mentee_id` are the first of it.
    """

    id: int
    state: MentorshipState
    form: MentoringForm
    type: MentoringType
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
    members: tuple[MemberView, ...]
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
    is_for_pupil: bool = False

    @classmethod
    def of(cls, mentorship: Mentorship, reader: Actor | None = None) -> "PairView":
        """The view of a row whose members are loaded.

        A `reader` who runs another school or a level above, and is no member, sees no names of pupils (R-20).
        """
        if reader is not None and mentorship.side_of(reader.person_id) is not None:
            reader = None
        mentors, mentees = mentorship.on(Side.MENTOR), mentorship.on(Side.MENTEE)
        return cls(
            id=mentorship.id,
            state=mentorship.state,
            form=mentorship.form,
            type=mentorship.type,
            origin=mentorship.origin,
            organisation_id=mentorship.organisation_id,
            awaits_lender=mentorship.awaits_lender,
            request_id=mentorship.request_id,
            mentor_id=mentors[0].person_id,
            mentor_name=names(mentors, reader),
            mentor_official=official_names(mentors, reader),
            mentor_answer=_joint(mentors),
            mentee_id=mentees[0].person_id,
            mentee_name=names(mentees, reader),
            mentee_official=official_names(mentees, reader),
            mentee_position=mentees[0].person.position if len(mentees) == 1 else "",
            mentee_answer=_joint(mentees),
            members=tuple(_member(member, reader) for member in mentorship.members),
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
            is_for_pupil=mentees[0].person.kind is PersonKind.STUDENT,
        )

    def partner_of(self, person_id: int) -> str:
        """How the other side is called by this one."""
        return self.mentee_name if self.side_of(person_id) is Side.MENTOR else self.mentor_name

    def side_of(self, person_id: int) -> Side | None:
        """On which side a person stands, if on any."""
        member = self.member(person_id)
        return member.side if member else None

    def member(self, person_id: int) -> MemberView | None:
        """A person's place in it, if there is one."""
        return next((member for member in self.members if member.person_id == person_id), None)


def names(members: Sequence[MentorshipMember | ShownMember], reader: Actor | None = None) -> str:
    """A side as colleagues say it: «Ирина Викторовна», and how many more."""
    return together([named_to(reader, member.person, polite(member.person)) for member in members])


def official_names(members: Sequence[MentorshipMember | ShownMember], reader: Actor | None = None) -> str:
    """A side as the curator reads it: «Лебедева И. В.», and how many more."""
    return together([named_to(reader, member.person, official(member.person)) for member in members])


def _member(member: MentorshipMember, reader: Actor | None) -> MemberView:
    return MemberView(
        member.person_id,
        member.side,
        named_to(reader, member.person, polite(member.person)),
        named_to(reader, member.person, official(member.person)),
        member.answer,
        member.request_id,
    )


def _joint(members: Sequence[MentorshipMember]) -> Answer:
    """What a side says: yes once all do, no where one does."""
    said = {member.answer for member in members}
    if Answer.NO in said:
        return Answer.NO
    return Answer.YES if said == {Answer.YES} else Answer.PENDING
