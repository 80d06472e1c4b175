"""How the parts of a request are said: topics, goal, rhythm, times."""

from collections.abc import Iterable, Sequence

from handlers.people.picking import slot_names, topic_names
from handlers.words import Words
from models.availability import ReadyTimes, ready_times_of
from models.people.topics import topics_of
from models.requests.states import RequestState
from models.terms import Intensity, MentoringForm

INTENSITIES = {
    Intensity.WEEKLY: "requests-weekly",
    Intensity.FORTNIGHTLY: "requests-fortnightly",
    Intensity.MONTHLY: "requests-monthly",
    Intensity.ONCE: "requests-once",
}
TIMES = {
    ReadyTimes.AFTER_LESSONS: "requests-after-lessons",
    ReadyTimes.MON_WED: "requests-mon-wed",
    ReadyTimes.TUE_THU: "requests-tue-thu",
    ReadyTimes.SATURDAY: "requests-saturday",
    ReadyTimes.BY_AGREEMENT: "requests-by-agreement",
}
SAID_TIMES = {
    ReadyTimes.AFTER_LESSONS: "requests-said-after-lessons",
    ReadyTimes.MON_WED: "requests-said-mon-wed",
    ReadyTimes.TUE_THU: "requests-said-tue-thu",
    ReadyTimes.SATURDAY: "requests-said-saturday",
    ReadyTimes.BY_AGREEMENT: "requests-said-by-agreement",
}
"""The same inside a sentence."""
FORMS = {
    MentoringForm.STUDENT_STUDENT: "requests-form-student-student",
    MentoringForm.TEACHER_TEACHER: "requests-form-teacher-teacher",
    MentoringForm.UNISTUDENT_STUDENT: "requests-form-unistudent-student",
    MentoringForm.EMPLOYER_STUDENT: "requests-form-employer-student",
    MentoringForm.EMPLOYER_UNISTUDENT: "requests-form-employer-unistudent",
    MentoringForm.HEAD_HEAD: "requests-form-head-head",
    MentoringForm.TEAM_TEAM: "requests-form-team-team",
    MentoringForm.TEACHER_STUDENT: "requests-form-teacher-student",
}
STATES = {
    RequestState.SUBMITTED: "requests-state-submitted",
    RequestState.RETURNED: "requests-state-returned",
    RequestState.QUEUED: "requests-state-queued",
    RequestState.PROPOSED: "requests-state-proposed",
}


def goal_phrase(words: Words, goal: str) -> str:
    """The goal in quotation marks, or «обсудим при встрече»."""
    return words.label("requests-goal-said", goal=goal) if goal else words.label("requests-goal-later")


def rhythm_phrase(words: Words, intensity: Intensity, slots: Iterable[str]) -> str:
    """«Раз в неделю, вт или чт после 15:00»."""
    often = words.label(INTENSITIES[intensity])
    return words.label("requests-rhythm-said", often=often, times=times_phrase(words, slots))


def times_phrase(words: Words, slots: Iterable[str]) -> str:
    """The ready-made times by name; anything else day by day."""
    codes = tuple(slots)
    ready = ready_times_of(frozenset(codes))
    return words.label(SAID_TIMES[ready]) if ready is not None else slot_names(words, codes)


def said(words: Words, topics: Iterable[str], goal: str, intensity: Intensity, slots: Iterable[str]) -> dict[str, str]:
    """The three lines in which every screen says a request: `topics`, `goal`, `rhythm`."""
    return {
        "topics": topic_names(words, topics),
        "goal": goal_phrase(words, goal),
        "rhythm": rhythm_phrase(words, intensity, slots),
    }


def topic_buttons(words: Words, form: MentoringForm, chosen: Sequence[str]) -> list[dict[str, str]]:
    """The topics of a form; a mentee's have no strong ones, so that all chosen carry the same tick."""
    return [
        {"id": topic.code, "title": ticked(words, words.label(topic.key), topic.code in chosen)}
        for topic in topics_of([form])
    ]


def ticked(words: Words, label: str, is_chosen: bool) -> str:
    """The label of a button that can be chosen, with its tick."""
    return words.label("requests-ticked", label=label) if is_chosen else label
