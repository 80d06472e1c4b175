"""The buttons of offers and pairs: stateless, and as good after months as at once."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.flow import open_window
from handlers.meetings.states import PlanMeeting
from handlers.mentorships import drawn
from handlers.mentorships.buttons import (
    AnswerQuestion,
    Chase,
    ChaseInvited,
    ChaseOffer,
    MorePairs,
    OfferAnswer,
    OfferUntil,
    PairButton,
    PairStep,
    Say,
    Settle,
    SettlePair,
)
from handlers.mentorships.states import MakePair, OfferTalk, Pair
from handlers.telling import Drawn, acknowledge, menu_key, retell, say_below
from handlers.words import Words
from models.database import Database
from models.errors import ProgrammeError
from models.mentorships import across, answers, closing, contact, parting, queries, silence, teams
from models.mentorships.states import RUNNING, Answer, DeclineUntil, MentorshipState
from models.use_case import Act

CLOSED = frozenset({"error-no-place", "error-offer-closed"})
"""Refusals that end the message, too: its buttons are of no use any more."""


async def on_offer_answer(
    query: CallbackQuery,
    callback_data: OfferAnswer,
    act: Act,
    words: Words,
    db: Database,
    dialog_manager: DialogManager,
) -> None:
    """Yes, a question, or not now."""
    mentorship_id = callback_data.mentorship_id
    match callback_data.say:
        case Say.YES:
            await _accept(query, act, words, mentorship_id)
        case Say.NO:
            await _decline(query, act, words, mentorship_id, None)
        case Say.NOT_NOW:
            await retell(query, drawn.decline_choice(words, mentorship_id))
        case Say.BACK:
            async with db.read() as session:
                card = await queries.pair_card(session, act.actor, mentorship_id)
            own = card.pair.member(act.actor.me)
            if own is None or own.answer is Answer.NO or card.pair.state not in (MentorshipState.PROPOSED, *RUNNING):
                raise ProgrammeError("error-offer-closed")
            await retell(query, drawn.offer(words, card))
        case Say.ASK:
            await open_window(dialog_manager, OfferTalk.question, {"mentorship_id": mentorship_id})


async def on_until(query: CallbackQuery, callback_data: OfferUntil, act: Act, words: Words) -> None:
    """Until when the mentor cannot."""
    await _decline(query, act, words, callback_data.mentorship_id, callback_data.until)


async def on_answer_question(
    query: CallbackQuery, callback_data: AnswerQuestion, dialog_manager: DialogManager
) -> None:
    """Opens the window in which the answer is typed."""
    await open_window(dialog_manager, OfferTalk.answer, {"question_id": callback_data.question_id})


async def on_chase(query: CallbackQuery, callback_data: ChaseOffer, act: Act, words: Words) -> None:
    """Reminds, waits, or asks the next candidate."""
    mentorship_id = callback_data.mentorship_id
    match callback_data.chase:
        case Chase.REMIND:
            pair, key = await act(silence.remind, mentorship_id), "mentorships-reminded"
        case Chase.WAIT:
            pair, key = await act(silence.wait, mentorship_id), "mentorships-waiting"
        case Chase.NEXT:
            pair, key = await act(silence.ask_next, mentorship_id), "mentorships-next-asked"
    text = words.text(key, mentor=pair.mentor_official, mentee=pair.mentee_official)
    await retell(query, Drawn(text, ((drawn.card_key(words, pair.id), menu_key(words)),)))


async def on_chase_invited(
    query: CallbackQuery, callback_data: ChaseInvited, act: Act, words: Words, db: Database
) -> None:
    """The same about somebody invited into a group; instead of asking another one, the group goes on without them."""
    mentorship_id, person_id = callback_data.mentorship_id, callback_data.person_id
    async with db.read() as session:
        one = (await queries.pair_card(session, act.actor, mentorship_id)).pair.member(person_id)
    if one is None:
        raise ProgrammeError("error-offer-closed")
    match callback_data.chase:
        case Chase.REMIND:
            pair, key = await act(silence.remind, mentorship_id, person_id), "mentorships-reminded"
        case Chase.WAIT:
            pair, key = await act(silence.wait, mentorship_id, person_id), "mentorships-waiting"
        case Chase.NEXT:
            pair, key = await act(parting.release, mentorship_id, person_id, True), "mentorships-closed-curator"
    text = words.text(key, mentor=pair.mentor_official, mentee=one.official)
    await retell(query, Drawn(text, ((drawn.card_key(words, pair.id), menu_key(words)),)))


async def on_settle(query: CallbackQuery, callback_data: SettlePair, act: Act, words: Words) -> None:
    """The curator approves, takes back, finishes, or lets the pair go on."""
    mentorship_id = callback_data.mentorship_id
    match callback_data.settle:
        case Settle.APPROVE:
            pair, key = await act(answers.approve, mentorship_id), "mentorships-approved-curator"
        case Settle.CANCEL:
            pair, key = await act(answers.cancel, mentorship_id), "mentorships-cancelled"
        case Settle.FINISH:
            pair, key = await act(closing.finish, mentorship_id), "mentorships-finishing"
        case Settle.LEND:
            pair, key = await act(across.lend, mentorship_id), "mentorships-lent"
        case Settle.KEEP:
            pair, key = await act(across.keep_at_home, mentorship_id), "mentorships-kept"
        case Settle.TEAMS:
            pair, key = await act(teams.approve_teams, mentorship_id), "mentorships-approved-curator"
        case Settle.GO_ON:
            await retell(query, Drawn(words.text("mentorships-goes-on"), ((menu_key(words),),)))
            return
    names = {"mentor": pair.mentor_official, "mentee": pair.mentee_official}
    text = words.text(key, kind=drawn.what(words, pair), approved=drawn.standing(pair), **names)
    await retell(query, Drawn(text, ((drawn.card_key(words, pair.id), menu_key(words)),)))


async def on_pair(
    query: CallbackQuery, callback_data: PairButton, act: Act, words: Words, dialog_manager: DialogManager
) -> None:
    """Opens the planning or the pair, shows one's contact, says the five questions, or asks why teams are returned."""
    data: dict[str, object] = {"mentorship_id": callback_data.mentorship_id}
    match callback_data.step:
        case PairStep.CONTACT:
            username = query.from_user.username
            pair = await act(contact.show_contact, callback_data.mentorship_id, f"@{username}" if username else "")
            partner = pair.partner_of(act.actor.me)
            await acknowledge(query, words.label("mentorships-contact-done", partner=partner), alert=True)
        case PairStep.QUESTIONS:
            await say_below(query, Drawn(words.text("mentorships-five"), ((menu_key(words),),)))
        case PairStep.SEND_BACK:
            await open_window(dialog_manager, OfferTalk.question, data | {"sends_back": True})
        case PairStep.PLAN:
            await open_window(dialog_manager, PlanMeeting.day, data)
        case PairStep.OPEN:
            await open_window(dialog_manager, Pair.view, data)


async def on_more_pairs(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    """«Создать пару»."""
    await open_window(dialog_manager, MakePair.mentee)


def setup() -> Router:
    """The router of these buttons."""
    router = Router(name="mentorships-answers")
    router.callback_query.register(on_offer_answer, OfferAnswer.filter())
    router.callback_query.register(on_until, OfferUntil.filter())
    router.callback_query.register(on_answer_question, AnswerQuestion.filter())
    router.callback_query.register(on_chase, ChaseOffer.filter())
    router.callback_query.register(on_chase_invited, ChaseInvited.filter())
    router.callback_query.register(on_settle, SettlePair.filter())
    router.callback_query.register(on_pair, PairButton.filter())
    router.callback_query.register(on_more_pairs, MorePairs.filter())
    return router


async def _accept(query: CallbackQuery, act: Act, words: Words, mentorship_id: int) -> None:
    try:
        pair = await act(answers.accept, mentorship_id)
    except ProgrammeError as error:
        await _close(query, words, error)
        return
    await retell(query, drawn.after_yes(words, pair, act.actor.me))


async def _decline(
    query: CallbackQuery, act: Act, words: Words, mentorship_id: int, until: DeclineUntil | None
) -> None:
    try:
        pair = await act(answers.decline, mentorship_id, until)
    except ProgrammeError as error:
        await _close(query, words, error)
        return
    goes_on = int(pair.member(act.actor.me) is None)
    await retell(query, Drawn(words.text("mentorships-no-thanks", goes_on=goes_on), ((menu_key(words),),)))


async def _close(query: CallbackQuery, words: Words, error: ProgrammeError) -> None:
    """The offer is over: its message says so and loses its buttons."""
    if error.key not in CLOSED:
        raise error
    await retell(query, Drawn(words.text(error.key, **error.values), ((menu_key(words),),)))
