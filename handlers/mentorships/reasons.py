"""Why a mentor suits, in words: facts of models.matching as people say them, never points (R-05)."""

from collections.abc import Iterable

from babel.dates import get_day_names

from handlers.people.picking import listed
from handlers.words import Words
from models.availability import Slot
from models.matching.reasons import Reason, ReasonKind

KEYS = {
    ReasonKind.OTHER_SCHOOL: "mentorships-reason-other-school",
    ReasonKind.ALL_TOPICS_STRONG: "mentorships-reason-all-strong",
    ReasonKind.TOPICS_COVERED: "mentorships-reason-covered",
    ReasonKind.NO_TOPIC: "mentorships-reason-no-topic",
    ReasonKind.WISHED: "mentorships-reason-wished",
    ReasonKind.SHARED_TIMES: "mentorships-reason-times",
    ReasonKind.OTHER_TIMES: "mentorships-reason-other-times",
    ReasonKind.FREE_PLACES: "mentorships-reason-places",
    ReasonKind.OFFERS_OPEN: "mentorships-reason-offers",
    ReasonKind.LEVEL: "mentorships-reason-level",
    ReasonKind.SUPERIOR: "mentorships-reason-superior",
}
"""That training is recorded is the rule and not worth a word."""
TO_THE_MENTOR = (ReasonKind.ALL_TOPICS_STRONG, ReasonKind.TOPICS_COVERED, ReasonKind.WISHED, ReasonKind.SHARED_TIMES)
"""What a mentor is told of why they are asked; the rest is the curator's matter."""


def reasons_line(words: Words, reasons: Iterable[Reason]) -> str:
    """«обе темы сильные, общие дни: вт, чт, место есть», as the curator reads it."""
    return listed(words, (_said(words, reason) for reason in reasons if reason.kind in KEYS))


def why_you(words: Words, reasons: Iterable[Reason]) -> str:
    """The same for the mentor who is asked; empty where there is nothing to say."""
    return listed(words, (_said(words, reason) for reason in reasons if reason.kind in TO_THE_MENTOR))


def _said(words: Words, reason: Reason) -> str:
    if reason.kind is ReasonKind.SHARED_TIMES:
        return words.label(KEYS[reason.kind], days=_days(words, reason.facts["slots"]))
    return words.label(KEYS[reason.kind], **reason.facts)


def _days(words: Words, codes: object) -> str:
    names = get_day_names("abbreviated", locale=words.locale)
    slots = sorted(Slot.parse(str(code)) for code in codes) if isinstance(codes, tuple) else []
    return listed(words, dict.fromkeys(names[slot.weekday] for slot in slots))
