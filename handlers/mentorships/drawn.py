"""Plain messages about offers and pairs that both notices and answers draw."""

from markupsafe import Markup

from handlers.mentorships.buttons import (
    AnswerQuestion,
    Chase,
    ChaseOffer,
    OfferAnswer,
    OfferUntil,
    PairButton,
    PairStep,
    Say,
)
from handlers.mentorships.reasons import why_you
from handlers.requests.buttons import DecideOn, Step
from handlers.requests.phrases import said
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.mentorships.queries import PairCard
from models.mentorships.states import Answer, DeclineUntil, MentorshipState, Side
from models.mentorships.views import PairView

UNTIL = {
    DeclineUntil.HOLIDAYS: "mentorships-until-holidays",
    DeclineUntil.JANUARY: "mentorships-until-january",
    DeclineUntil.SEPTEMBER: "mentorships-until-september",
    DeclineUntil.NOT_MY_TOPIC: "mentorships-until-topic",
}


def offer(words: Words, card: PairCard, headline: Markup | None = None) -> Drawn:
    """The offer as the side that reads it is asked; `headline` says why it comes once more."""
    text = _to_mentor(words, card) if card.side is Side.MENTOR else _to_mentee(words, card)
    if headline is not None:
        text = Markup("\n\n").join((headline, text))
    return Drawn(text, _offer_rows(words, card))


def decline_choice(words: Words, mentorship_id: int) -> Drawn:
    """«Сейчас не могу»: until when."""
    keys = [
        Key(words.label(key), OfferUntil(until=until, mentorship_id=mentorship_id).pack())
        for until, key in UNTIL.items()
    ]
    back = Key(words.label("back-button"), OfferAnswer(say=Say.BACK, mentorship_id=mentorship_id).pack())
    return Drawn(words.text("mentorships-until"), (tuple(keys[:2]), tuple(keys[2:]), (back,)))


def after_yes(words: Words, pair: PairView, person_id: int) -> Drawn:
    """What follows one's own yes: the pair, or whose answer is awaited."""
    if pair.state is MentorshipState.APPROVED:
        return approved(words, pair, person_id)
    key = "mentorships-yes-mentor" if person_id == pair.mentor_id else "mentorships-yes-mentee"
    if pair.state is MentorshipState.AGREED and pair.awaits_lender:
        key = "mentorships-yes-lender"
    return Drawn(words.text(key, partner=pair.partner_of(person_id)), ((menu_key(words),),))


def approved(words: Words, pair: PairView, person_id: int) -> Drawn:
    """The pair may begin: how to, and the next step as a button (R-15)."""
    key = "mentorships-approved-mentor" if person_id == pair.mentor_id else "mentorships-approved-mentee"
    rows = (
        (_step(words, "mentorships-plan", PairStep.PLAN, pair.id),),
        (_step(words, "mentorships-five-button", PairStep.QUESTIONS, pair.id),),
        (_step(words, "mentorships-contact-button", PairStep.CONTACT, pair.id), menu_key(words)),
    )
    return Drawn(words.text(key, partner=pair.partner_of(person_id)), rows)


def choose_anew(words: Words, pair: PairView) -> tuple[Key, ...]:
    """[Выбрать другого] where a request waits, and the way to the menu."""
    if pair.request_id is None:
        return (menu_key(words),)
    data = DecideOn(step=Step.OPEN, request_id=pair.request_id).pack()
    return (Key(words.label("mentorships-choose-anew"), data), menu_key(words))


def question(words: Words, card: PairCard) -> Drawn:
    """A mentor's question, for whoever answers it."""
    key = "mentorships-question" if card.side is Side.MENTEE else "mentorships-question-curator"
    facts = {"mentor": card.pair.mentor_name, "mentee": card.pair.mentee_official, "question": card.question}
    data = AnswerQuestion(question_id=card.question_id or 0).pack()
    return Drawn(words.text(key, **facts), ((Key(words.label("mentorships-answer"), data),),))


def silent(words: Words, pair: PairView) -> Drawn:
    """Three ways for the curator when nobody answers."""

    def key(label: str, chase: Chase) -> Key:
        return Key(words.label(label), ChaseOffer(chase=chase, mentorship_id=pair.id).pack())

    moves_on = pair.request_id is not None and pair.mentor_answer is Answer.PENDING
    first = (key("mentorships-remind", Chase.REMIND), key("mentorships-wait", Chase.WAIT))
    following = ((key("mentorships-next", Chase.NEXT),),) if moves_on else ()
    names = {"mentor": pair.mentor_official, "mentee": pair.mentee_official}
    text = words.text("mentorships-silent", moves_on=int(moves_on), **names)
    return Drawn(text, (first, *following))


def card_key(words: Words, mentorship_id: int) -> Key:
    """[Открыть пару]."""
    return _step(words, "mentorships-open", PairStep.OPEN, mentorship_id)


def _to_mentor(words: Words, card: PairCard) -> Markup:
    pair = card.pair
    why = why_you(words, card.reasons)
    return words.text(
        "mentorships-offer",
        mentee=pair.mentee_name,
        position=pair.mentee_position,
        placed=int(bool(pair.mentee_position)),
        **said(words, pair.topics, pair.goal, pair.intensity, pair.slots),
        asked=int(bool(pair.topics)),
        why=why,
        reasoned=int(bool(why)),
        school=card.school,
        across=int(bool(card.school)),
    )


def _to_mentee(words: Words, card: PairCard) -> Markup:
    pair = card.pair
    facts = said(words, pair.topics, pair.goal, pair.intensity, pair.slots)
    return words.text(
        "mentorships-offer-mentee",
        mentor=pair.mentor_name,
        school=card.lender,
        across=int(bool(card.lender)),
        asked=int(bool(pair.topics)),
        **facts,
    )


def _offer_rows(words: Words, card: PairCard) -> tuple[tuple[Key, ...], ...]:
    def key(label: str, say: Say) -> Key:
        return Key(words.label(label), OfferAnswer(say=say, mentorship_id=card.pair.id).pack())

    if card.side is Side.MENTOR:
        first = (key("mentorships-yes", Say.YES), key("mentorships-ask", Say.ASK))
        return (first, (key("mentorships-not-now", Say.NOT_NOW),))
    return ((key("mentorships-suits", Say.YES), key("mentorships-suits-not", Say.NO)),)


def _step(words: Words, label: str, step: PairStep, mentorship_id: int) -> Key:
    return Key(words.label(label), PairButton(step=step, mentorship_id=mentorship_id).pack())
