"""Answers to people's notices: stateless, safe to press twice and months later."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.commands import show_commands
from handlers.flow import open_window
from handlers.people.buttons import (
    AdmissionAnswer,
    BecomeMentor,
    CardAnswer,
    ConsentButton,
    HandLink,
    Language,
    OpenCard,
    OpenChild,
    OpenEnter,
    OpenPerson,
    OpenRequest,
    OpenReserve,
    OpenStaff,
    Rest,
    TakeUp,
)
from handlers.people.card_getters import own_card_state
from handlers.people.consenting import on_consent
from handlers.people.invite_actions import link_drawn
from handlers.people.settings_actions import speak_as
from handlers.people.states import Card, Child, Enter, Join, Staff
from handlers.requests.states import AskMentor
from handlers.telling import Drawn, Key, menu_key, retell
from handlers.words import LOCALES, Words
from models.database import Database
from models.errors import ProgrammeError
from models.mentorships.afterwards import may_become_mentor
from models.people import cards, grants
from models.people.invitations import hand_link
from models.people.settings import set_language
from models.people.staff import Which
from models.people.states import MentorState
from models.terms import Role
from models.use_case import Act


async def on_admission(query: CallbackQuery, callback_data: AdmissionAnswer, act: Act, words: Words) -> None:
    """The curator admits, or does not."""
    if callback_data.yes:
        view = await act(grants.admit, callback_data.grant_id)
        key = "people-admission-done"
    else:
        view = await act(grants.refuse_admission, callback_data.grant_id)
        key = "people-admission-refused"
    await retell(
        query, Drawn(words.text(key, name=view.official), (_person_keys(words, view.person_id, view.official),))
    )


async def on_card_answer(query: CallbackQuery, callback_data: CardAnswer, act: Act, words: Words) -> None:
    """The curator confirms a card, or does not."""
    if callback_data.yes:
        view = await act(cards.confirm_card, callback_data.profile_id)
    else:
        view = await act(cards.reject_card, callback_data.profile_id)
    key = "people-card-confirm-done" if view.state is not MentorState.REJECTED else "people-card-reject-done"
    await retell(
        query, Drawn(words.text(key, name=view.official), (_person_keys(words, view.person_id, view.official),))
    )


async def on_hand_link(query: CallbackQuery, callback_data: HandLink, act: Act, words: Words, bot: Bot) -> None:
    """A link of their own for somebody who was entered."""
    issued = await act(hand_link, callback_data.person_id)
    await retell(query, await link_drawn(bot, act, words, issued))


async def on_language(
    query: CallbackQuery, callback_data: Language, act: Act, bot: Bot, dialog_manager: DialogManager
) -> None:
    """Speaks another language from now on; whoever is not in yet begins in it."""
    if callback_data.locale not in LOCALES:
        raise ProgrammeError("error-gone")
    if act.actor.person_id is None:
        await open_window(dialog_manager, Join.hello, {"locale": callback_data.locale})
        return
    await act(set_language, callback_data.locale)
    words = speak_as(dialog_manager, act)
    await show_commands(bot, query.from_user.id, act.actor.roles, words)
    await retell(query, Drawn(words.text("people-language-set"), ((menu_key(words),),)))


async def on_open_person(query: CallbackQuery, callback_data: OpenPerson, dialog_manager: DialogManager) -> None:
    """A curator opens somebody's screen."""
    data = {"person_id": callback_data.person_id}
    await open_window(dialog_manager, Staff.person, data)


async def on_open_staff(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    """A curator opens the register."""
    data = {"which": Which.ALL.value}
    await open_window(dialog_manager, Staff.list, data)


async def on_open_enter(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    """A curator enters one more person."""
    await open_window(dialog_manager, Enter.school)


async def on_open_card(query: CallbackQuery, act: Act, db: Database, dialog_manager: DialogManager) -> None:
    """A mentor opens their own card, or fills it."""
    state = await own_card_state(db, act)
    await open_window(dialog_manager, state)


async def on_take_up(query: CallbackQuery, callback_data: TakeUp, act: Act, words: Words) -> None:
    """Offers may come again, or the pause goes on."""
    if callback_data.yes:
        await act(cards.resume, act.actor.person_id or 0)
    text = words.text("people-called-done", yes=int(callback_data.yes))
    card = Key(words.label("people-card-open"), OpenCard().pack())
    await retell(query, Drawn(text, ((card, menu_key(words)),)))


async def on_rest(query: CallbackQuery, act: Act, words: Words) -> None:
    """No new offers for now; whoever likes may be called again later (OMS-41)."""
    await act(cards.pause, act.actor.person_id or 0)
    again = Key(words.label("people-rest-call-again"), OpenReserve().pack())
    await retell(query, Drawn(words.text("people-rest-done"), ((again, menu_key(words)),)))


async def on_open_reserve(query: CallbackQuery, act: Act, db: Database, dialog_manager: DialogManager) -> None:
    """The consent to the long-term reserve, for whoever has a card."""
    state = await own_card_state(db, act)
    await open_window(dialog_manager, Card.reserve if state is Card.view else state)


async def on_become_mentor(query: CallbackQuery, act: Act, db: Database, dialog_manager: DialogManager) -> None:
    """The curator is asked, once, and the card begins with its topics."""
    state = await own_card_state(db, act)
    async with db.read() as session:
        is_new = await may_become_mentor(session, act.actor)
    if is_new:
        await act(grants.ask_role, Role.MENTOR)
    await open_window(dialog_manager, state)


async def on_open_child(query: CallbackQuery, callback_data: OpenChild, dialog_manager: DialogManager) -> None:
    """A parent opens a child's window."""
    await open_window(dialog_manager, Child.view, {"link_id": callback_data.link_id})


async def on_open_request(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    """A mentee asks for a mentor."""
    await open_window(dialog_manager, AskMentor.topics)


def _person_keys(words: Words, person_id: int, name: str) -> tuple[Key, ...]:
    person = Key(words.label("people-open-person", name=name), OpenPerson(person_id=person_id).pack())
    return (person, menu_key(words))


def setup() -> Router:
    """Each button with its answer."""
    router = Router(name="people-answers")
    router.callback_query.register(on_admission, AdmissionAnswer.filter())
    router.callback_query.register(on_card_answer, CardAnswer.filter())
    router.callback_query.register(on_hand_link, HandLink.filter())
    router.callback_query.register(on_language, Language.filter())
    router.callback_query.register(on_open_person, OpenPerson.filter())
    router.callback_query.register(on_open_staff, OpenStaff.filter())
    router.callback_query.register(on_open_enter, OpenEnter.filter())
    router.callback_query.register(on_open_card, OpenCard.filter())
    router.callback_query.register(on_open_child, OpenChild.filter())
    router.callback_query.register(on_open_request, OpenRequest.filter())
    router.callback_query.register(on_take_up, TakeUp.filter())
    router.callback_query.register(on_consent, ConsentButton.filter())
    router.callback_query.register(on_rest, Rest.filter())
    router.callback_query.register(on_open_reserve, OpenReserve.filter())
    router.callback_query.register(on_become_mentor, BecomeMentor.filter())
    return router
