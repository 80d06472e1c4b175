"""All tables at once: for migrations, for tests, and for whoever must see the whole schema."""

from models.audit import AuditEntry, Effect
from models.base import Base
from models.forms.tables import FeedbackForm, HelpCall, HelpReply
from models.meetings.tables import Meeting, MeetingAttachment, MeetingAttendance, MeetingNote, MeetingVersion
from models.mentorships.cohort_tables import CohortDraft, CohortLine, CohortRest
from models.mentorships.tables import Mentorship, MentorshipMember, OfferQuestion
from models.notices.tables import Notice
from models.oversight.indicators.tables import HandValue, Headcount, OrganisationFlag, Snapshot, SnapshotValue
from models.oversight.tables import ChecklistMark, CouncilDecision, Digest, DigestSetting, RiskSignal
from models.papers.tables import ActivityStatement, OrderDraft, OwnTemplate
from models.papers.yearly.tables import Campaign, ReportText, YearReport
from models.people.register import MentorTerm
from models.people.tables import (
    Account,
    Consent,
    Invitation,
    MentorProfile,
    Organisation,
    Person,
    RoleGrant,
    SchoolHoliday,
    WrongCode,
)
from models.requests.tables import MentoringRequest

__all__ = [
    "Account",
    "ActivityStatement",
    "AuditEntry",
    "Base",
    "Campaign",
    "ChecklistMark",
    "CohortDraft",
    "CohortLine",
    "CohortRest",
    "Consent",
    "CouncilDecision",
    "Digest",
    "DigestSetting",
    "Effect",
    "FeedbackForm",
    "HandValue",
    "Headcount",
    "HelpCall",
    "HelpReply",
    "Invitation",
    "Meeting",
    "MeetingAttachment",
    "MeetingAttendance",
    "MeetingNote",
    "MeetingVersion",
    "MentorProfile",
    "MentorTerm",
    "MentoringRequest",
    "Mentorship",
    "MentorshipMember",
    "Notice",
    "OfferQuestion",
    "OrderDraft",
    "Organisation",
    "OrganisationFlag",
    "OwnTemplate",
    "Person",
    "ReportText",
    "RiskSignal",
    "RoleGrant",
    "SchoolHoliday",
    "Snapshot",
    "SnapshotValue",
    "WrongCode",
    "YearReport",
]
