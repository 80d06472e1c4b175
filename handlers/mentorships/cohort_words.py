"""The lines of a cohort's draft in words: pairs with their reasons, and why somebody has nobody."""

from collections.abc import Iterable

from markupsafe import Markup

from handlers.mentorships.reasons import reasons_line
from handlers.words import Words
from models.matching.cohort import MentorLeft, NeedLeft
from models.mentorships.cohort_queries import Choice, Line, Resting
from models.mentorships.cohort_tables import LineProblem

NEEDS_LEFT = {
    NeedLeft.NO_MENTOR: "mentorships-cohort-left-no-mentor",
    NeedLeft.ALL_FULL: "mentorships-cohort-left-full",
    NeedLeft.ONLY_PAUSED: "mentorships-cohort-left-paused",
    NeedLeft.NOT_CONFIRMED: "mentorships-cohort-left-not-confirmed",
    NeedLeft.NO_CONSENT: "mentorships-cohort-left-no-consent",
    NeedLeft.ALL_ASKED: "mentorships-cohort-left-asked",
    NeedLeft.NO_TOPIC: "mentorships-cohort-left-no-topic",
    NeedLeft.OUTBID: "mentorships-cohort-left-outbid",
    NeedLeft.BY_HAND: "mentorships-cohort-left-by-hand",
}
MENTORS_LEFT = {
    MentorLeft.FREE: "mentorships-cohort-rest-free",
    MentorLeft.NOBODY_ASKS: "mentorships-cohort-rest-nobody-asks",
    MentorLeft.FULL: "mentorships-cohort-rest-full",
    MentorLeft.PAUSED: "mentorships-cohort-rest-paused",
    MentorLeft.NOT_CONFIRMED: "mentorships-cohort-rest-not-confirmed",
    MentorLeft.NO_CONSENT: "mentorships-cohort-rest-no-consent",
}
PROBLEMS = {
    LineProblem.REQUEST: "mentorships-cohort-problem-request",
    LineProblem.STATE: "mentorships-cohort-problem-state",
    LineProblem.PAUSED: "mentorships-cohort-problem-paused",
    LineProblem.SCOPE: "mentorships-cohort-problem-scope",
    LineProblem.FORM: "mentorships-cohort-problem-form",
    LineProblem.CAPACITY: "mentorships-cohort-problem-capacity",
    LineProblem.CONSENT: "mentorships-cohort-problem-consent",
    LineProblem.SELF: "mentorships-cohort-problem-self",
    LineProblem.RECIPROCAL: "mentorships-cohort-problem-reciprocal",
    LineProblem.ASKED_BEFORE: "mentorships-cohort-problem-asked",
}


def why(words: Words, line: Line) -> str:
    """Why this mentor; where there is none, why not."""
    if line.left_why is not None:
        return words.label(NEEDS_LEFT[line.left_why], count=line.left_count)
    return reasons_line(words, line.reasons)


def problem(words: Words, line: Line) -> str:
    """What has changed since, empty for nothing."""
    return words.label(PROBLEMS[line.problem]) if line.problem is not None else ""


def line_texts(words: Words, lines: Iterable[Line], first: int, since: int) -> Markup:
    """The lines of a page, numbered from `first`; what came to be after the version `since` names who did it."""
    return Markup("\n").join(
        words.text(
            "mentorships-cohort-line" if one.mentor else "mentorships-cohort-line-left",
            number=number,
            mentee=one.mentee,
            mentor=one.mentor,
            why=why(words, one),
            problem=problem(words, one),
            broken=int(one.problem is not None),
            fixed=int(one.is_fixed and bool(one.mentor) and not one.is_grouped),
            grouped=int(one.is_grouped),
            changed=int(one.version > since),
            person=one.changed_by,
        )
        for number, one in enumerate(lines, first)
    )


def resting_texts(words: Words, mentors: Iterable[Resting]) -> Markup:
    """A line for each mentor without a pair."""
    return Markup("\n").join(
        words.text(
            "mentorships-cohort-resting-line",
            mentor=one.name,
            why=words.label(MENTORS_LEFT[one.why], places=one.places),
        )
        for one in mentors
    )


def choice_texts(words: Words, choices: Iterable[Choice]) -> Markup:
    """A line for each mentor whom a request could have."""
    return Markup("\n").join(
        words.text(
            "mentorships-cohort-choice",
            mentor=one.name,
            reasons=reasons_line(words, one.reasons),
            full=int(one.is_full),
        )
        for one in choices
    )
