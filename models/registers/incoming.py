"""A list of people and pairs that comes in from a spreadsheet: its lines, and what each of them would do (OMS-11)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from models.people.names import FullName
from models.terms import MentoringForm, PersonKind, QualificationCategory, Role


class Table(StrEnum):
    """What a sheet lists."""

    PEOPLE = "PEOPLE"
    PAIRS = "PAIRS"


class FaultCode(StrEnum):
    """Why a line cannot be loaded."""

    FORMULA = auto()
    SCHOOL_NONE = auto()
    SCHOOL_UNKNOWN = auto()
    SCHOOL_OUTSIDE = auto()
    NAME = auto()
    ROLE = auto()
    CONSENT = auto()
    POSITION = auto()
    CLASS = auto()
    TOPIC = auto()
    TOPICS_NONE = auto()
    PLACES = auto()
    BORN = auto()
    SINCE = auto()
    CATEGORY = auto()
    BORN_OTHER = auto()
    SINCE_OTHER = auto()
    CATEGORY_OTHER = auto()
    TWICE = auto()
    NAMESAKES = auto()
    OTHER_ROLE = auto()
    PERSON_UNKNOWN = auto()
    PERSON_ROLE = auto()
    PAIR_SELF = auto()
    PAIR_RECIPROCAL = auto()
    PAIR_FORM = auto()
    PAIR_REQUEST = auto()
    PAIR_FULL = auto()
    DATE = auto()
    FUTURE = auto()
    ORDER = auto()
    GOAL = auto()


@dataclass(frozen=True)
class PersonLine:
    """A line of people as it was read: text, with role and topics as codes where their words are known."""

    row: int
    school: str
    name: str
    role: str
    position: str = ""
    class_label: str = ""
    topics: tuple[str, ...] = ()
    unknown_topic: str = ""
    places: str = ""
    consent: str = ""
    born: str = ""
    since: str = ""
    """The first day of teaching; both dates as text, however they were written."""
    category: str = ""
    """A code of QualificationCategory; where there is none such, the word as it was written."""
    formula: str = ""
    """The title of a column in which a formula stands where a text should."""


@dataclass(frozen=True)
class PairLine:
    """A line of pairs as it was read; dates as text, however they were written."""

    row: int
    school: str
    mentee: str
    mentor: str
    began: str
    order: str = ""
    order_date: str = ""
    goal: str = ""
    formula: str = ""


@dataclass(frozen=True)
class Fault:
    """A line that stays outside: where it stands, why, and the word that is meant."""

    table: Table
    row: int
    code: FaultCode
    value: str = ""


Key = tuple[int, str]
"""A person of a school by name, whatever the case of the letters."""


@dataclass(frozen=True)
class Record:
    """What is written down of a teacher alone, by the columns of Person (models/people/young.py)."""

    born_on: date | None = None
    teaching_since: date | None = None
    qualification_category: QualificationCategory | None = None


@dataclass(frozen=True)
class NewPerson:
    """Somebody who would come in."""

    row: int
    organisation_id: int
    name: FullName
    role: Role
    kind: PersonKind
    position: str
    class_label: str
    topics: tuple[str, ...]
    places: int
    consent: str
    record: Record

    @property
    def key(self) -> Key:
        """How pairs of the same list name them."""
        return self.organisation_id, folded(f"{self.name.family_name} {self.name.given_name} {self.name.patronymic}")


@dataclass(frozen=True)
class Filling:
    """Somebody who is there already, and of whom more would be known: the record as it would stand."""

    row: int
    organisation_id: int
    person_id: int
    record: Record


@dataclass(frozen=True)
class NewPair:
    """A pair that works already and would come in."""

    row: int
    organisation_id: int
    mentee: Key
    mentor: Key
    form: MentoringForm
    began: date
    order: str
    order_date: date | None
    goal: str


@dataclass(frozen=True)
class Checked:
    """What a list would do."""

    people: tuple[NewPerson, ...]
    fillings: tuple[Filling, ...]
    pairs: tuple[NewPair, ...]
    same: int
    """Lines that stand in the registers already."""
    faults: tuple[Fault, ...]

    @property
    def ready(self) -> int:
        """Lines that can be loaded."""
        return len(self.people) + len(self.fillings) + len(self.pairs)


class Faulty(Exception):  # noqa: N818  it never leaves the check
    """A line that cannot be loaded."""

    def __init__(self, code: FaultCode, value: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.value = value[:60]


def folded(text: str) -> str:
    """A name or a school for comparing: «ё» is «е», the case of the letters and needless space do not count."""
    return " ".join(text.split()).casefold().replace("ё", "е")
