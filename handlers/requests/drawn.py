"""Plain messages about requests that both notices and answers draw."""

from markupsafe import Markup

from handlers.mentorships.reasons import reasons_line
from handlers.requests.buttons import DecideOn, MyRequestButton, OfferTo, Step
from handlers.requests.phrases import said
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.matching.reasons import Reason
from models.mentorships.candidates import Suggestion
from models.mentorships.views import PairView
from models.requests.queries import Decision
from models.requests.views import RequestView


def arrived(words: Words, curator: str) -> Drawn:
    """After sending: with whom it lies, and what comes next."""
    return Drawn(words.text("requests-sent", curator=curator, known=int(bool(curator))), (mine_row(words),))


def mine_row(words: Words) -> tuple[Key, ...]:
    """[Где мой запрос?] [Меню]."""
    return (Key(words.label("requests-mine-button"), MyRequestButton().pack()), menu_key(words))


def decision_text(words: Words, facts: Decision) -> Markup:
    """Who waits, for what, and who suits: names with reasons in words."""
    request = facts.request
    return words.text(
        "requests-decide",
        mentee=request.mentee_official,
        days=facts.days,
        **said(words, request.topics, request.goal, request.intensity, request.slots),
        answer=request.question_answer,
        answered=int(bool(request.question_answer)),
        proposer=facts.proposer,
        proposed=int(bool(facts.proposer)),
        candidates=candidates_text(words, facts.candidates),
    )


def candidates_text(words: Words, candidates: tuple[Suggestion, ...]) -> Markup:
    """A line for each candidate; a kind word where there is none."""
    if not candidates:
        return words.text("requests-decide-nobody")
    return Markup("\n").join(_candidate(words, one.official_name, one.reasons) for one in candidates)


def decision(words: Words, facts: Decision) -> Drawn:
    """The decision as a message with buttons that work whenever they are pressed."""
    request_id = facts.request.id
    names = tuple(
        Key(one.official_name, OfferTo(request_id=request_id, mentor_id=one.mentor_id).pack())
        for one in facts.candidates
    )
    others = (
        Key(words.label("requests-other"), DecideOn(step=Step.OTHER, request_id=request_id).pack()),
        Key(words.label("requests-agreed"), DecideOn(step=Step.AGREED, request_id=request_id).pack()),
    )
    rest = (
        Key(words.label("requests-later"), DecideOn(step=Step.LATER, request_id=request_id).pack()),
        Key(words.label("requests-open"), DecideOn(step=Step.OPEN, request_id=request_id).pack()),
    )
    return Drawn(decision_text(words, facts), tuple(row for row in (names, others, rest) if row))


def offered(words: Words, pair: PairView) -> Drawn:
    """What came of the curator's choice."""
    facts = {"mentor": pair.mentor_official, "mentee": pair.mentee_official, "across": int(pair.awaits_lender)}
    key = "requests-paired" if pair.approved_at else "requests-offered"
    return Drawn(words.text(key, **facts), (queue_row(words),))


def queue_row(words: Words) -> tuple[Key, ...]:
    """[К очереди] [Меню]."""
    return (Key(words.label("requests-queue-button"), DecideOn(step=Step.QUEUE, request_id=0).pack()), menu_key(words))


def put_off(words: Words, request: RequestView) -> Drawn:
    """«Позже» is done, and until when."""
    until = words.near_day(request.postponed_until.astimezone(words.zone).date()) if request.postponed_until else ""
    return Drawn(words.text("requests-put-off", mentee=request.mentee_official, until=until), (queue_row(words),))


def _candidate(words: Words, name: str, reasons: tuple[Reason, ...]) -> Markup:
    return words.text("requests-candidate", mentor=name, reasons=reasons_line(words, reasons))
