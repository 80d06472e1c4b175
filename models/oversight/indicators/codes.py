"""What is counted, where it stands, and where the number comes from (reference.md §6–8)."""

from enum import StrEnum


class Code(StrEnum):
    """The indicators: coverage (YKT-2), the 23 of Omsk (OMS-24), our own row of pupils, and the May set (NTG-4)."""

    COV_STUDENTS = "COV-STUDENTS"
    COV_STAFF = "COV-STAFF"
    I_1_1 = "OMS-I-1.1"
    I_1_2 = "OMS-I-1.2"
    I_2_1 = "OMS-I-2.1"
    I_2_2 = "OMS-I-2.2"
    I_2_3 = "OMS-I-2.3"
    I_2_4 = "OMS-I-2.4"
    I_2_5 = "OMS-I-2.5"
    I_2_6 = "OMS-I-2.6"
    X_2_S = "X-2.S"
    I_3_1 = "OMS-I-3.1"
    I_3_2 = "OMS-I-3.2"
    I_3_3 = "OMS-I-3.3"
    I_3_4 = "OMS-I-3.4"
    I_3_5 = "OMS-I-3.5"
    I_3_6 = "OMS-I-3.6"
    I_3_7 = "OMS-I-3.7"
    I_3_8 = "OMS-I-3.8"
    I_3_9 = "OMS-I-3.9"
    I_3_10 = "OMS-I-3.10"
    I_4_1 = "OMS-I-4.1"
    I_4_2 = "OMS-I-4.2"
    I_4_3 = "OMS-I-4.3"
    I_4_4 = "OMS-I-4.4"
    I_4_5 = "OMS-I-4.5"
    S_1 = "NTG-S-1"
    S_2 = "NTG-S-2"
    S_2_FREE = "NTG-S-2-FREE"
    S_3 = "NTG-S-3"
    S_4 = "NTG-S-4"


class Block(StrEnum):
    """The pages of the table."""

    COVERAGE = "COVERAGE"
    REQUESTS = "REQUESTS"
    MENTORS = "MENTORS"
    RESULTS = "RESULTS"
    EVENTS = "EVENTS"
    MAY = "MAY"


class Mode(StrEnum):
    """Where a number comes from. A hand value with its comment may stand beside any of them."""

    AUTO = "AUTO"
    HAND = "HAND"
    """The programme keeps nothing yet that it could be counted from: `Awaits` says what is lacking."""


class Awaits(StrEnum):
    """The data whose tables a number by hand waits for (reference.md §3)."""

    TRAINING_RECORD = "TRAINING_RECORD"
    CAREER_OUTCOME = "CAREER_OUTCOME"
    RESULT_RECORD = "RESULT_RECORD"
    ACADEMIC_PROGRESS = "ACADEMIC_PROGRESS"
    TEAM_TRANSITION = "TEAM_TRANSITION"
    EVENT = "EVENT"
    PRACTICE = "PRACTICE"
    TEACHING_START = "TEACHING_START"
    """The birth date and the first day of teaching, from which a young teacher is known (R-07): of nobody yet."""
    CATEGORY = "CATEGORY"
    """The same dates and the qualification category: of nobody yet."""


class Subject(StrEnum):
    """What a number counts, and so what the list behind it holds."""

    PEOPLE = "PEOPLE"
    MEETINGS = "MEETINGS"


class Moment(StrEnum):
    """To which of the two columns of the table a hand value belongs."""

    START = "START"
    RESULT = "RESULT"


class SnapshotKind(StrEnum):
    """The snapshots of a cycle (OMS-24)."""

    BASELINE = "BASELINE"
    INTERIM = "INTERIM"
    FINAL = "FINAL"
    SENT = "SENT"
    """What a school handed in to the level above (models/papers/yearly); taken with it and never by itself."""


class Heads(StrEnum):
    """Whose number a school enters (reference.md §8): pupils from 10 years on, and staff."""

    STUDENTS = "STUDENTS"
    STAFF = "STAFF"
