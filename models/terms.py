"""Enumerations of the field that several areas share (reference.md §2). Codes are stored, words live in `locales/`."""

from enum import StrEnum


class MentoringForm(StrEnum):
    """Who mentors whom (reference.md §2.1)."""

    STUDENT_STUDENT = "STUDENT_STUDENT"
    TEACHER_TEACHER = "TEACHER_TEACHER"
    UNISTUDENT_STUDENT = "UNISTUDENT_STUDENT"
    EMPLOYER_STUDENT = "EMPLOYER_STUDENT"
    EMPLOYER_UNISTUDENT = "EMPLOYER_UNISTUDENT"
    HEAD_HEAD = "HEAD_HEAD"
    TEAM_TEAM = "TEAM_TEAM"
    TEACHER_STUDENT = "TEACHER_STUDENT"


class MentoringType(StrEnum):
    """How contact is arranged (reference.md §2.2)."""

    PERSONAL = "PERSONAL"
    GROUP = "GROUP"
    TEAM = "TEAM"


class PersonKind(StrEnum):
    """What a person is to the school (reference.md §2.6)."""

    STUDENT = "STUDENT"
    UNISTUDENT = "UNISTUDENT"
    STAFF = "STAFF"
    EXTERNAL = "EXTERNAL"


class QualificationCategory(StrEnum):
    """A teacher's official attestation, never told by the level as a mentor (reference.md §2.8)."""

    NONE = "NONE"
    FIRST = "FIRST"
    HIGHEST = "HIGHEST"
    MENTOR = "MENTOR"
    METHODIST = "METHODIST"


class MentorSource(StrEnum):
    """Where a mentor comes from (reference.md §2.6, OMS-10)."""

    TEACHER = "TEACHER"
    GRADUATE = "GRADUATE"
    ENTERPRISE = "ENTERPRISE"
    BUSINESS_PUBLIC = "BUSINESS_PUBLIC"
    NGO_SOCIAL = "NGO_SOCIAL"
    STUDENT = "STUDENT"
    UNISTUDENT = "UNISTUDENT"
    OTHER_ORG = "OTHER_ORG"


class Intensity(StrEnum):
    """How often a pair means to meet (YAR-4)."""

    WEEKLY = "WEEKLY"
    FORTNIGHTLY = "FORTNIGHTLY"
    MONTHLY = "MONTHLY"
    ONCE = "ONCE"


class Severity(StrEnum):
    """How urgent a risk signal is (reference.md §2.17)."""

    INFO = "INFO"
    WARN = "WARN"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"


class Role(StrEnum):
    """What a person does in the programme; each grant is bound to an organisation (reference.md §2.5)."""

    MENTEE = "MENTEE"
    MENTOR = "MENTOR"
    CURATOR_SCHOOL = "CURATOR_SCHOOL"
    CURATOR_MUNICIPAL = "CURATOR_MUNICIPAL"
    CURATOR_REGIONAL = "CURATOR_REGIONAL"
    GUARDIAN = "GUARDIAN"
    """A parent, or whoever else stands for a child: linked by the school's code alone (§13)."""

    @property
    def is_curator(self) -> bool:
        """Whether the role runs a programme on some level."""
        return self.value.startswith("CURATOR_")


class OrgKind(StrEnum):
    """The kinds of organisation in the tree region → municipality → school (reference.md §2.16)."""

    REGION = "REGION"
    MUNICIPALITY = "MUNICIPALITY"
    SCHOOL = "SCHOOL"


class OrgFlag(StrEnum):
    """What marks a school: support programmes, a pilot, and the wave in which it joined (reference.md §2.16, KHK-5)."""

    SHANS = "SHANS"
    SHNOR = "SHNOR"
    P500 = "P500"
    PILOT = "PILOT"
    STAGE_SITE = "STAGE_SITE"
    WAVE_1 = "WAVE_1"
    WAVE_2 = "WAVE_2"
    WAVE_3 = "WAVE_3"
    WAVE_4 = "WAVE_4"
    WAVE_5 = "WAVE_5"
