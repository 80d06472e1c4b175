"""What the bot says by itself about offers and pairs."""

from markupsafe import Markup

from handlers.mentorships import drawn
from handlers.mentorships.buttons import Settle, SettlePair
from handlers.mentorships.reasons import reasons_line
from handlers.notices import Telling, renders
from handlers.requests.phrases import said
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.mentorships import queries
from models.mentorships.afterwards import is_asked_to_go_on, may_become_mentor
from models.mentorships.queries import PairCard
from models.mentorships.states import MENTORSHIP, RUNNING, Answer, CloseReason, GroupChange, MentorshipState, Side
from models.notices.kinds import NoticeKind
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import MentoringType


@renders(NoticeKind.OFFER, NoticeKind.OFFER_TO_MENTEE)
async def offer(telling: Telling) -> Drawn | None:
    """The side is asked whether it agrees."""
    card = await _card(telling)
    return drawn.offer(telling.words, card) if _is_asked(telling, card) else None


@renders(NoticeKind.OFFER_REMINDER)
async def reminder(telling: Telling) -> Drawn | None:
    """The same once more, with a line that does not press."""
    card = await _card(telling)
    if not _is_asked(telling, card):
        return None
    return drawn.offer(telling.words, card, telling.words.text("mentorships-reminder"))


@renders(NoticeKind.OFFER_QUESTION)
async def question(telling: Telling) -> Drawn | None:
    """A mentor's question before the answer, and that of the curator above about two teams."""
    card = await _card(telling)
    is_open = card.is_returned or (card.pair.state is MentorshipState.PROPOSED and not card.answer)
    return drawn.question(telling.words, card) if is_open else None


@renders(NoticeKind.OFFER_QUESTION_ANSWERED)
async def answered(telling: Telling) -> Drawn | None:
    """The answer, and the offer with it."""
    card = await _card(telling)
    if not _is_asked(telling, card):
        return None
    facts = {"mentee": card.pair.mentee_name, "question": card.question, "answer": card.answer}
    return drawn.offer(telling.words, card, telling.words.text("mentorships-answered", **facts))


@renders(NoticeKind.OFFER_SILENT)
async def silent(telling: Telling) -> Drawn | None:
    """The curator has three ways, about an offer as about an invitation into a group that works."""
    card = await _card(telling)
    if "invited_id" in telling.payload:
        one = card.pair.member(telling.payload["invited_id"])
        is_awaited = one is not None and one.answer is Answer.PENDING and card.pair.state in RUNNING
        return drawn.silent_invited(telling.words, card.pair, one) if one and is_awaited else None
    return drawn.silent(telling.words, card.pair) if card.pair.state is MentorshipState.PROPOSED else None


@renders(NoticeKind.OFFER_DECLINED)
async def declined(telling: Telling) -> Drawn | None:
    """The curator hears the fact, and nobody hears a reason that was not given."""
    card, words = await _card(telling), telling.words
    pair = card.pair
    key = "mentorships-declined"
    if pair.trial_since is not None:
        key = "mentorships-declined-trial"
    elif pair.mentee_answer is Answer.NO:
        is_pair = pair.type is MentoringType.PERSONAL
        key = "mentorships-declined-mentee" if is_pair else "mentorships-declined-group"
    elif pair.awaits_lender and pair.mentor_answer is not Answer.NO:
        key = "mentorships-declined-school"
    facts = {"mentor": pair.mentor_official, "mentee": pair.mentee_official, "waits": int(pair.request_id is not None)}
    return Drawn(words.text(key, **facts), (drawn.choose_anew(words, pair),))


@renders(NoticeKind.OFFER_CLOSED)
async def closed(telling: Telling) -> Drawn | None:
    """A neutral line for each side; the curator chooses anew."""
    card, words = await _card(telling), telling.words
    pair = card.pair
    own = pair.member(telling.person_id)
    request_id = pair.request_id or (own.request_id if own else None)
    facts = {"mentor": pair.mentor_name, "mentee": pair.mentee_name, "waits": int(request_id is not None)}
    if card.side is Side.MENTOR:
        return Drawn(words.text("mentorships-closed-mentor", **facts), ((menu_key(words),),))
    if card.side is Side.MENTEE:
        text = words.text("mentorships-closed-mentee", kind=drawn.what(words, pair), **facts)
        return Drawn(text, ((menu_key(words),),))
    key = "mentorships-no-place" if pair.close_reason == CloseReason.NO_PLACE else "mentorships-closed-curator"
    facts |= {"mentor": pair.mentor_official, "mentee": pair.mentee_official}
    return Drawn(words.text(key, **facts), (drawn.choose_anew(words, pair),))


@renders(NoticeKind.PAIR_TO_APPROVE)
async def to_approve(telling: Telling) -> Drawn | None:
    """Both have agreed to a candidate that the programme asked by itself; or two teams lie with the curator above."""
    card, words = await _card(telling), telling.words
    if card.pair.type is MentoringType.TEAM:
        return drawn.to_approve_teams(words, card) if card.decides else None
    if card.pair.state is not MentorshipState.AGREED:
        return None
    text = words.text(
        "mentorships-to-approve",
        mentor=card.pair.mentor_official,
        mentee=card.pair.mentee_official,
        reasons=reasons_line(words, card.reasons),
    )
    return Drawn(text, (_settle_row(telling, card, Settle.APPROVE, Settle.CANCEL),))


@renders(NoticeKind.PAIR_TO_LEND)
async def to_lend(telling: Telling) -> Drawn | None:
    """Another school asks for a mentor; the curator of the mentor's own school approves, too."""
    card, words = await _card(telling), telling.words
    if not card.lends:
        return None
    pair = card.pair
    text = words.text(
        "mentorships-to-lend",
        kind=pair.type.value,
        mentor=pair.mentor_official,
        mentee=pair.mentee_official,
        school=card.school,
        **said(words, pair.topics, pair.goal, pair.intensity, pair.slots),
        asked=int(bool(pair.topics)),
    )
    return Drawn(text, (_settle_row(telling, card, Settle.LEND, Settle.KEEP),))


@renders(NoticeKind.PAIR_APPROVED)
async def approved(telling: Telling) -> Drawn | None:
    """The pair may begin."""
    card = await _card(telling)
    if card.pair.state is not MentorshipState.APPROVED:
        return None
    return drawn.approved(telling.words, card.pair, telling.person_id)


@renders(NoticeKind.PAIR_MADE)
async def made(telling: Telling) -> Drawn | None:
    """The curator who proposed the pair hears that both have agreed."""
    card, words = await _card(telling), telling.words
    if card.pair.state not in RUNNING:
        return None
    names = {"mentee": card.pair.mentee_official, "mentor": card.pair.mentor_official}
    text = words.text("mentorships-made", kind=drawn.what(words, card.pair), **names)
    return Drawn(text, ((drawn.card_key(words, card.pair.id), menu_key(words)),))


@renders(NoticeKind.PAIR_ACROSS)
async def across(telling: Telling) -> Drawn | None:
    """The level above hears of a pair across schools, or of two teams: the schools, and nobody's name (R-20)."""
    card, words = await _card(telling), telling.words
    if not card.school or card.pair.state not in RUNNING:
        return None
    facts = {"kind": card.pair.type.value, "lender": card.lender or card.school, "school": card.school}
    text = words.text("mentorships-across", **facts)
    return Drawn(text, ((drawn.card_key(words, card.pair.id), menu_key(words)),))


@renders(NoticeKind.PAIR_PAUSED)
async def paused(telling: Telling) -> Drawn | None:
    """The pair rests."""
    return await _line(telling, "mentorships-paused", MentorshipState.PAUSED)


@renders(NoticeKind.PAIR_RESUMED)
async def resumed(telling: Telling) -> Drawn | None:
    """The pair goes on."""
    return await _line(telling, "mentorships-resumed", MentorshipState.ACTIVE)


@renders(NoticeKind.PAIR_CLOSING)
async def closing(telling: Telling) -> Drawn | None:
    """The pair comes to its end."""
    return await _line(telling, "mentorships-closing", MentorshipState.CLOSING)


@renders(NoticeKind.PAIR_ENDED)
async def ended(telling: Telling) -> Drawn | None:
    """The pair is over; the mentee says whether the request is solved (OMS-27), the mentor whether more may come."""
    card, words = await _card(telling), telling.words
    session, actor = telling.session, telling.actor
    facts = {"kind": drawn.what(words, card.pair), "partner": card.pair.partner_of(telling.person_id)}
    if card.side is Side.MENTEE and (request_id := await _matched_request(telling, card)) is not None:
        return Drawn(words.text("mentorships-ended-outcome", **facts), drawn.outcome_rows(words, request_id))
    if card.pair.state is MentorshipState.COMPLETED:
        if card.side is Side.MENTOR and await is_asked_to_go_on(session, actor, card.pair.id):
            return Drawn(words.text("mentorships-ended-more", **facts), drawn.more_rows(words))
        if card.side is Side.MENTEE and await may_become_mentor(session, actor):
            return Drawn(words.text("mentorships-ended", **facts), drawn.grown_rows(words))
    return Drawn(words.text("mentorships-ended", **facts), ((menu_key(words),),))


@renders(NoticeKind.GROUP_CHANGED)
async def group_changed(telling: Telling) -> Drawn | None:
    """Somebody came into a group, or went while the others go on."""
    facts = telling.payload
    told = await queries.group_change(telling.session, telling.actor, facts["mentorship_id"], facts["person_id"])
    return drawn.changed(telling.words, GroupChange(facts["change"]), told)


@renders(NoticeKind.FINISH_ASKED)
async def finish_asked(telling: Telling) -> Drawn | None:
    """A side thinks that the work is done."""
    card, words = await _card(telling), telling.words
    if not MENTORSHIP.allows(card.pair.state, "finish"):
        return None
    facts = {"mentor": card.pair.mentor_official, "mentee": card.pair.mentee_official}
    row = _settle_row(telling, card, Settle.FINISH, Settle.GO_ON)
    return Drawn(words.text("mentorships-finish-asked", **facts), (row,))


@renders(NoticeKind.CONTACT_SHOWN)
async def contact_shown(telling: Telling) -> Drawn | None:
    """The other side has shown how they can be reached."""
    card, words = await _card(telling), telling.words
    if card.contact is None:
        return None
    text = words.text("mentorships-contact", partner=card.contact_name, contact=contact(card, words))
    return Drawn(text, ((drawn.card_key(words, card.pair.id), menu_key(words)),))


def contact(card: PairCard, words: Words) -> Markup:
    """«@name», or a link to the account itself."""
    if card.contact:
        return Markup.escape(card.contact)
    link = Markup('<a href="tg://user?id={}">{}</a>')
    return link.format(card.contact_account, words.label("mentorships-contact-link"))


async def _line(telling: Telling, key: str, state: MentorshipState) -> Drawn | None:
    card, words = await _card(telling), telling.words
    if card.pair.state is not state:
        return None
    facts = {"kind": drawn.what(words, card.pair), "partner": card.pair.partner_of(telling.person_id)}
    text = words.text(key, **facts)
    return Drawn(text, ((drawn.card_key(words, card.pair.id), menu_key(words)),))


async def _card(telling: Telling) -> PairCard:
    return await queries.pair_card(telling.session, telling.actor, telling.payload["mentorship_id"])


async def _matched_request(telling: Telling, card: PairCard) -> int | None:
    own = card.pair.member(telling.person_id)
    request_id = card.pair.request_id or (own.request_id if own else None)
    if request_id is None:
        return None
    request = await telling.session.get_one(MentoringRequest, request_id)
    return request.id if request.state is RequestState.MATCHED else None


def _is_asked(telling: Telling, card: PairCard) -> bool:
    own = card.pair.member(telling.person_id)
    is_awaited = card.pair.state in (MentorshipState.PROPOSED, *RUNNING)
    return is_awaited and own is not None and own.answer is Answer.PENDING


def _settle_row(telling: Telling, card: PairCard, *ways: Settle) -> tuple[Key, ...]:
    labels = {
        Settle.APPROVE: "mentorships-approve",
        Settle.CANCEL: "mentorships-cancel",
        Settle.FINISH: "mentorships-finish",
        Settle.GO_ON: "mentorships-go-on",
        Settle.LEND: "mentorships-lend",
        Settle.KEEP: "mentorships-keep",
    }
    return tuple(
        Key(telling.words.label(labels[way]), SettlePair(settle=way, mentorship_id=card.pair.id).pack()) for way in ways
    )
