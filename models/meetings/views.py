"""What a use case and a screen know of a meeting. Texts are not in it: who may read them asks for the details."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from models.access import Actor
from models.meetings.shown import SHOWN, MeetingFields, ShownMeeting
from models.meetings.states import AHEAD
from models.meetings.tables import Meeting
from models.mentorships.shown import ShownPair
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship
from models.mentorships.views import names, official_names
from models.people.names import Both
from models.terms import MentoringType


@dataclass(frozen=True)
class MeetingView(MeetingFields):
    """A meeting as one viewer sees it."""

    partner: str
    """The other side by имя и отчество; for whoever is not of the pair both by family name (R-23)."""
    side: Side | None
    """The viewer's side."""
    type: MentoringType
    """A pair, a group or two teams: only in a pair does the meeting hang on each of its people."""

    @classmethod
    def of(cls, meeting: Meeting | ShownMeeting, viewer: Actor) -> "MeetingView":
        """The view for `viewer`; the members' persons are loaded, or can be."""
        pair = meeting.mentorship
        said = {name: getattr(meeting, name) for name in SHOWN}
        return cls(**said, partner=partner_of(pair, viewer), side=pair.side_of(viewer.person_id), type=pair.type)

    @property
    def ends_at(self) -> datetime:
        """When it is over by plan, in UTC."""
        return self.starts_at + timedelta(minutes=self.duration_min)

    @property
    def is_led(self) -> bool:
        """Whether the viewer may plan, move and cancel: in a group that is its mentor's, and the curator's."""
        return self.type is not MentoringType.GROUP or self.side is not Side.MENTEE

    @property
    def may_stay_away(self) -> bool:
        """Whether it takes place without the viewer, too."""
        return self.type is not MentoringType.PERSONAL and self.side is not None

    def is_ahead(self, now: datetime) -> bool:
        """Whether it is still to begin."""
        return self.state in AHEAD and now < self.starts_at

    def is_to_log(self, now: datetime) -> bool:
        """Whether it has begun by plan and nobody has said yet that it took place."""
        return self.state in AHEAD and now >= self.starts_at


@dataclass(frozen=True)
class Recorded:
    """A record, and whether it is new: the same meeting told twice, or by both sides, is one."""

    meeting: MeetingView
    is_new: bool


def partner_of(pair: Mentorship | ShownPair, viewer: Actor) -> str:
    """Whom the viewer meets; «Лебедева И. В. — Кузнецова О. С.» for a curator."""
    mentors, mentees = pair.on(Side.MENTOR), pair.on(Side.MENTEE)
    side = pair.side_of(viewer.person_id)
    if side is None:
        return Both(official_names(mentors, viewer), official_names(mentees, viewer))
    return names(mentees if side is Side.MENTOR else mentors)
