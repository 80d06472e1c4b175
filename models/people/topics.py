"""The catalogue of topics: what a mentor offers and a mentee asks for (YAR-1). Words live in `locales/*/topics.ftl`."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from models.errors import ProgrammeError
from models.terms import MentoringForm

GOALS = 3
"""Ready-made sayings of the goal that each topic has, in the mentee's own voice."""
STRONG = 3
"""How many of the topics chosen first are a mentor's strong ones."""

_STAFF = frozenset({MentoringForm.TEACHER_TEACHER})
_HEADS = frozenset({MentoringForm.HEAD_HEAD})
_LEARNERS = frozenset(
    {
        MentoringForm.STUDENT_STUDENT,
        MentoringForm.UNISTUDENT_STUDENT,
        MentoringForm.TEACHER_STUDENT,
        MentoringForm.EMPLOYER_STUDENT,
        MentoringForm.EMPLOYER_UNISTUDENT,
    }
)


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic and the forms of mentoring in which it is met."""

    code: str
    forms: frozenset[MentoringForm]

    @property
    def key(self) -> str:
        """The text with its name: «разбор уроков»."""
        return f"topics-{self.code.lower().replace('_', '-')}"

    @property
    def goal_keys(self) -> tuple[str, ...]:
        """The texts with its sayings: «Хочу удерживать внимание класса»."""
        return tuple(f"{self.key}-goal-{number}" for number in range(1, GOALS + 1))


CATALOGUE: tuple[Topic, ...] = (
    Topic("CLASSROOM", _STAFF),
    Topic("LESSON_ANALYSIS", _STAFF),
    Topic("METHODS", _STAFF),
    Topic("DIGITAL", _STAFF),
    Topic("PARENTS", _STAFF),
    Topic("DOCUMENTS", _STAFF),
    Topic("ASSESSMENT", _STAFF),
    Topic("MOTIVATION", _STAFF),
    Topic("PROJECTS", _STAFF),
    Topic("GIFTED", _STAFF),
    Topic("STRUGGLING", _STAFF),
    Topic("EXAM", _STAFF),
    Topic("TEAM", _HEADS),
    Topic("MANAGEMENT", _HEADS),
    Topic("STUDY_HELP", _LEARNERS),
    Topic("ADAPTATION", _LEARNERS),
    Topic("OWN_PROJECT", _LEARNERS),
    Topic("CAREER", _LEARNERS),
)
TOPICS: dict[str, Topic] = {topic.code: topic for topic in CATALOGUE}


def topics_of(forms: Iterable[MentoringForm]) -> tuple[Topic, ...]:
    """The topics that are met in any of the forms, in the catalogue's order."""
    wanted = frozenset(forms)
    return tuple(topic for topic in CATALOGUE if topic.forms & wanted)


def topic_key(code: str) -> str:
    """The text with the topic's name. Raises KeyError for a code outside the catalogue."""
    return TOPICS[code].key


def checked_topics(codes: Collection[str], forms: Iterable[MentoringForm]) -> list[str]:
    """The codes in the order of choice, each once.

    Raises ProgrammeError `error-topics-none` where nothing was chosen, `error-gone` for a topic that is not offered.
    """
    offered = {topic.code for topic in topics_of(forms)}
    chosen = list(dict.fromkeys(codes))
    if not chosen:
        raise ProgrammeError("error-topics-none")
    if not offered.issuperset(chosen):
        raise ProgrammeError("error-gone")
    return chosen
