"""Plain messages about offers and pairs that both notices and answers draw."""

from collections.abc import Iterable

from markupsafe import Markup

from handlers.mentorships.buttons import (
    AnswerQuestion,
    Chase,
    ChaseInvited,
    ChaseOffer,
    OfferAnswer,
    OfferUntil,
    PairButton,
    PairStep,
    Say,
    Settle,
    SettlePair,
)
from handlers.mentorships.reasons import why_you
from handlers.people.buttons import BecomeMentor, Rest, TakeUp
from handlers.requests.buttons import DecideOn, SayOutcome, Step
from handlers.requests.phrases import said
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.mentorships.queries import GroupChanged, PairCard
from models.mentorships.states import RUNNING, Answer, DeclineUntil, GroupChange, MentorshipState, Side
from models.mentorships.views import MemberView, PairView
from models.people.names import Nameless
from models.requests.states import Outcome
from models.terms import MentoringType

UNTIL = {
    DeclineUntil.HOLIDAYS: "mentorships-until-holidays",
    DeclineUntil.JANUARY: "mentorships-until-january",
    DeclineUntil.SEPTEMBER: "mentorships-until-september",
    DeclineUntil.NOT_MY_TOPIC: "mentorships-until-topic",
}
OUTCOMES = {
    Outcome.YES: "mentorships-outcome-yes",
    Outcome.PARTLY: "mentorships-outcome-partly",
    Outcome.NO: "mentorships-outcome-no",
}


def offer(words: Words, card: PairCard, headline: Markup | None = None) -> Drawn:
    """The offer as the side that reads it is asked; `headline` says why it comes once more."""
    if card.pair.type is not MentoringType.PERSONAL:
        text = _to_member(words, card)
    else:
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
    is_group = pair.type is not MentoringType.PERSONAL
    if pair.state is MentorshipState.AGREED and pair.type is MentoringType.TEAM:
        return Drawn(words.text("mentorships-yes-teams"), ((menu_key(words),),))
    if pair.state is MentorshipState.APPROVED or (is_group and pair.state in RUNNING):
        return approved(words, pair, person_id)
    if is_group:
        answers = [one.answer for one in pair.members]
        facts = {"agreed": answers.count(Answer.YES), "count": len(answers)}
        return Drawn(words.text("mentorships-yes-group", **facts), ((menu_key(words),),))
    key = "mentorships-yes-mentor" if pair.side_of(person_id) is Side.MENTOR else "mentorships-yes-mentee"
    if pair.state is MentorshipState.AGREED and pair.awaits_lender:
        key = "mentorships-yes-lender"
    return Drawn(words.text(key, partner=pair.partner_of(person_id)), ((menu_key(words),),))


def approved(words: Words, pair: PairView, person_id: int) -> Drawn:
    """The pair may begin: how to, and the next step as a button (R-15)."""
    is_mentor = pair.side_of(person_id) is Side.MENTOR
    last = (_step(words, "mentorships-contact-button", PairStep.CONTACT, pair.id), menu_key(words))
    rows = (
        (_step(words, "mentorships-plan", PairStep.PLAN, pair.id),),
        (_step(words, "mentorships-five-button", PairStep.QUESTIONS, pair.id),),
        last,
    )
    if pair.type is not MentoringType.PERSONAL:
        leads = is_mentor or pair.type is MentoringType.TEAM
        facts = {"kind": pair.type.value, "partner": pair.partner_of(person_id), "leads": int(leads)}
        return Drawn(words.text("mentorships-approved-group", **facts), rows if leads else (last,))
    key = "mentorships-approved-mentor" if is_mentor else "mentorships-approved-mentee"
    return Drawn(words.text(key, partner=pair.partner_of(person_id)), rows)


def standing(pair: PairView) -> int:
    """How far a proposal has come: 0 the sides are asked, 2 all of them agree and a curator is asked, 1 it begins."""
    if pair.state is MentorshipState.AGREED:
        return 2
    return int(pair.approved_at is not None)


def what(words: Words, pair: PairView) -> str:
    """«Пара», «Группа» or «Пара команд», as it begins a sentence."""
    return words.label("mentorships-kind", kind=pair.type.value)


def changed(words: Words, change: GroupChange, told: GroupChanged) -> Drawn | None:
    """Who came into a group, or went while the others go on; whoever went may say what became of the request."""
    pair = told.pair
    if not told.is_reader:
        name = told.official if told.is_curator else told.name
        facts = {"kind": pair.type.value, "change": change.value, "name": name, "mentor": pair.mentor_official}
        return Drawn(words.text("mentorships-group-changed", **facts), ((card_key(words, pair.id), menu_key(words)),))
    if change is GroupChange.JOINED:
        return None
    if change is GroupChange.DECLINED:
        return Drawn(words.text("mentorships-closed-mentor", mentee=pair.mentor_name), ((menu_key(words),),))
    rows = outcome_rows(words, told.request_id) if told.request_id is not None else ((menu_key(words),),)
    key = "mentorships-group-out-outcome" if told.request_id is not None else "mentorships-group-out"
    return Drawn(words.text(key, mentor=pair.mentor_name), rows)


def outcome_rows(words: Words, request_id: int) -> tuple[tuple[Key, ...], ...]:
    """«Запрос решён?» (OMS-27)."""
    return tuple(
        (Key(words.label(key), SayOutcome(request_id=request_id, outcome=outcome.value).pack()),)
        for outcome, key in OUTCOMES.items()
    )


def more_rows(words: Words) -> tuple[tuple[Key, ...], ...]:
    """Two equal answers of a mentor whose pair is done."""
    yes = Key(words.label("mentorships-more-yes"), TakeUp(yes=True).pack())
    return ((yes, Key(words.label("mentorships-more-no"), Rest().pack())), (menu_key(words),))


def grown_rows(words: Words) -> tuple[tuple[Key, ...], ...]:
    """[Хочу стать наставником] (OMS-26)."""
    return ((Key(words.label("mentorships-grown"), BecomeMentor().pack()),), (menu_key(words),))


def choose_anew(words: Words, pair: PairView) -> tuple[Key, ...]:
    """[Выбрать другого] where a request waits, and the way to the menu."""
    if pair.request_id is None:
        return (menu_key(words),)
    data = DecideOn(step=Step.OPEN, request_id=pair.request_id).pack()
    return (Key(words.label("mentorships-choose-anew"), data), menu_key(words))


def question(words: Words, card: PairCard) -> Drawn:
    """A mentor's question, for whoever answers it; or why two teams come back, with the way to take them back."""
    if card.is_returned:
        return _returned(words, card)
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


def silent_invited(words: Words, pair: PairView, member: MemberView) -> Drawn:
    """What a curator may do about an invitation into a group that nobody answers."""

    def key(label: str, chase: Chase) -> Key:
        data = ChaseInvited(chase=chase, mentorship_id=pair.id, person_id=member.person_id)
        return Key(words.label(label), data.pack())

    text = words.text("mentorships-silent-invited", name=member.official, mentor=pair.mentor_official)
    first = (key("mentorships-remind", Chase.REMIND), key("mentorships-wait", Chase.WAIT))
    return Drawn(text, (first, (key("mentorships-let-go", Chase.NEXT),)))


def card_key(words: Words, mentorship_id: int) -> Key:
    """[Открыть пару]."""
    return _step(words, "mentorships-open", PairStep.OPEN, mentorship_id)


def to_approve_teams(words: Words, card: PairCard) -> Drawn:
    """Two teams before the curator above; when they come once more, with what was asked and said."""
    pair = card.pair
    text = words.text(
        "mentorships-to-approve-teams",
        mentor=pair.mentor_official,
        mentee=pair.mentee_official,
        school=card.school,
        lender=card.lender or card.school,
        question=card.question,
        answer=card.answer,
        answered=int(bool(card.answer)),
    )
    approve = Key(words.label("mentorships-approve"), SettlePair(settle=Settle.TEAMS, mentorship_id=pair.id).pack())
    send_back = _step(words, "mentorships-send-back", PairStep.SEND_BACK, pair.id)
    return Drawn(text, ((approve, send_back), (card_key(words, pair.id), menu_key(words))))


def listed(words: Words, names: Iterable[str]) -> str:
    """Names one after the other, those of pupils left out where the reader may not see them (R-20)."""
    return ", ".join(words.label("words-pupil") if isinstance(name, Nameless) else name for name in names)


def _returned(words: Words, card: PairCard) -> Drawn:
    pair = card.pair
    names = {"mentor": pair.mentor_official, "mentee": pair.mentee_official}
    text = words.text("mentorships-returned", decider=card.decider, question=card.question, **names)
    answer = Key(words.label("mentorships-answer"), AnswerQuestion(question_id=card.question_id or 0).pack())
    cancel = Key(words.label("mentorships-cancel"), SettlePair(settle=Settle.CANCEL, mentorship_id=pair.id).pack())
    return Drawn(text, ((answer,), (cancel,), (card_key(words, pair.id), menu_key(words))))


def _to_mentor(words: Words, card: PairCard) -> Markup:
    pair = card.pair
    why = why_you(words, card.reasons)
    return words.text(
        "mentorships-offer",
        mentee=pair.mentee_name,
        pupil=int(pair.is_for_pupil),
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


def _to_member(words: Words, card: PairCard) -> Markup:
    """An offer of a group or of teams: who else would be in it, by the names that colleagues use."""
    pair = card.pair
    sides = {
        side: ", ".join(one.name for one in pair.members if one.side is side and one.answer is not Answer.NO)
        for side in Side
    }
    return words.text(
        "mentorships-offer-group",
        kind=pair.type.value,
        side=card.side.value if card.side else "",
        mentors=sides[Side.MENTOR],
        mentees=sides[Side.MENTEE],
        school=card.school,
        lender=card.lender,
        across=int(bool(card.lender)),
    )


def _offer_rows(words: Words, card: PairCard) -> tuple[tuple[Key, ...], ...]:
    def key(label: str, say: Say) -> Key:
        return Key(words.label(label), OfferAnswer(say=say, mentorship_id=card.pair.id).pack())

    if card.side is Side.MENTOR:
        asks = (key("mentorships-ask", Say.ASK),) if card.pair.state is MentorshipState.PROPOSED else ()
        return ((key("mentorships-yes", Say.YES), *asks), (key("mentorships-not-now", Say.NOT_NOW),))
    return ((key("mentorships-suits", Say.YES), key("mentorships-suits-not", Say.NO)),)


def _step(words: Words, label: str, step: PairStep, mentorship_id: int) -> Key:
    return Key(words.label(label), PairButton(step=step, mentorship_id=mentorship_id).pack())
