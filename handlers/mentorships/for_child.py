"""What parents are told of a child's pairs, and their two answers: stateless, and as good after months as at once."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.mentorships.buttons import ParentAnswer
from handlers.notices import Telling, renders
from handlers.people.buttons import OpenChild
from handlers.people.picking import topic_names
from handlers.requests.phrases import rhythm_phrase
from handlers.telling import Drawn, Key, menu_key, retell
from handlers.words import Words
from models.errors import ProgrammeError
from models.mentorships.for_child import ChildOffer, agree_for_child, child_offer, refuse_for_child
from models.notices.kinds import NoticeKind
from models.use_case import Act


@renders(NoticeKind.OFFER_TO_PARENT)
async def offer_to_parent(telling: Telling) -> Drawn | None:
    """The parent is asked, for the child as well."""
    offer = await _offer(telling)
    return offer_drawn(telling.words, offer) if offer.is_awaited else None


@renders(NoticeKind.CHILD_PAIR)
async def child_pair(telling: Telling) -> Drawn | None:
    """What came of it; nothing while the answer is still awaited."""
    offer = await _offer(telling)
    return None if offer.is_awaited else _outcome(telling.words, offer)


def offer_drawn(words: Words, offer: ChildOffer) -> Drawn:
    """The proposal with its two answers."""
    said = words.text(
        "parents-offer",
        child=offer.child,
        mentor=offer.mentor,
        position=offer.position,
        has_position=int(bool(offer.position)),
        role="MENTEE" if offer.mentor else "MENTOR",
        kind=offer.type.value,
        has_topics=int(bool(offer.topics)),
        topics=topic_names(words, offer.topics),
        rhythm=rhythm_phrase(words, offer.intensity, offer.slots),
    )
    return Drawn(said, (tuple(_answer(words, offer, yes=yes) for yes in (True, False)), (_open(words, offer),)))


async def on_parents_answer(query: CallbackQuery, callback_data: ParentAnswer, act: Act, words: Words) -> None:
    """The parent agrees, or does not."""
    use_case = agree_for_child if callback_data.yes else refuse_for_child
    try:
        offer = await act(use_case, callback_data.mentorship_id, callback_data.link_id)
    except ProgrammeError as error:
        if error.key not in {"error-offer-closed", "error-no-place"}:
            raise
        await retell(query, Drawn(words.text(error.key, **error.values), ((menu_key(words),),)))
        return
    if offer.begins:
        await retell(query, _outcome(words, offer))
        return
    key = "parents-agreed" if callback_data.yes else "parents-refused"
    await retell(query, Drawn(words.text(key, child=offer.child), ((_open(words, offer), menu_key(words)),)))


def _outcome(words: Words, offer: ChildOffer) -> Drawn:
    outcome = "BEGINS" if offer.begins else "ENDED" if offer.has_begun else "CLOSED"
    role = "MENTEE" if offer.mentor else "MENTOR"
    said = words.text("parents-pair", outcome=outcome, role=role, child=offer.child, mentor=offer.mentor)
    return Drawn(said, ((_open(words, offer), menu_key(words)),))


def _answer(words: Words, offer: ChildOffer, *, yes: bool) -> Key:
    label = words.label("parents-agree" if yes else "parents-agree-not")
    return Key(label, ParentAnswer(mentorship_id=offer.mentorship_id, link_id=offer.link_id, yes=yes).pack())


def _open(words: Words, offer: ChildOffer) -> Key:
    return Key(words.label("parents-menu-button"), OpenChild(link_id=offer.link_id).pack())


async def _offer(telling: Telling) -> ChildOffer:
    facts = telling.payload
    return await child_offer(telling.session, telling.actor, facts["mentorship_id"], facts["link_id"])


def setup() -> Router:
    """The router of the two answers."""
    router = Router(name="mentorships-for-child")
    router.callback_query.register(on_parents_answer, ParentAnswer.filter())
    return router
