"""Presses under forms and under calls: stateless, right a second time, right months later."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from markupsafe import Markup

from handlers.flow import open_window
from handlers.forms import call_drawn, drawn
from handlers.forms.buttons import (
    CallButton,
    CallStep,
    FormButton,
    HelpButton,
    ItemButton,
    RateButton,
    Step,
    WishButton,
)
from handlers.forms.states import Call, Comment, Help
from handlers.mentorships.states import Pair
from handlers.telling import Drawn, retell
from handlers.words import Words
from models.database import Database
from models.errors import ProgrammeError
from models.forms import answer, calls, queries
from models.forms.queries import Asked
from models.forms.questions import Question
from models.forms.states import Wish
from models.use_case import Act


@dataclass(frozen=True)
class Press:
    """One press and what its answer needs."""

    query: CallbackQuery
    act: Act
    words: Words
    db: Database

    async def asked(self, form_id: int) -> Asked:
        """The form as it stands now."""
        async with self.db.read() as session:
            return await queries.asked(session, self.act.actor, form_id, self.words.now)

    async def go_on(self, form_id: int, said: Markup | None = None) -> None:
        """Turns the message into the next question, or into thanks."""
        await retell(self.query, drawn.following(await self.asked(form_id), self.words, said))


async def on_rate(query: CallbackQuery, callback_data: RateButton, act: Act, words: Words, db: Database) -> None:
    """The first tap counts at once."""
    await act(answer.rate, callback_data.form_id, callback_data.usefulness)
    await Press(query, act, words, db).go_on(callback_data.form_id)


async def on_item(query: CallbackQuery, callback_data: ItemButton, act: Act, words: Words, db: Database) -> None:
    """An optional answer."""
    press = Press(query, act, words, db)
    await act(answer.item, callback_data.form_id, callback_data.question, callback_data.value)
    calls_curator = callback_data.question is Question.SUPPORT and callback_data.value != "NO"
    said = drawn.heard((await press.asked(callback_data.form_id)).reader, words) if calls_curator else None
    await press.go_on(callback_data.form_id, said)


async def on_wish(query: CallbackQuery, callback_data: WishButton, act: Act, words: Words, db: Database) -> None:
    """What is to be done about a low answer."""
    press = Press(query, act, words, db)
    await act(answer.wish, callback_data.form_id, callback_data.wish)
    is_call = callback_data.wish is not Wish.NOTHING
    said = drawn.heard((await press.asked(callback_data.form_id)).reader, words) if is_call else None
    await press.go_on(callback_data.form_id, said)


async def on_form(
    query: CallbackQuery,
    callback_data: FormButton,
    act: Act,
    words: Words,
    db: Database,
    dialog_manager: DialogManager,
) -> None:
    """Everything else about a form."""
    press, form_id = Press(query, act, words, db), callback_data.form_id
    match callback_data.step:
        case Step.COMMENT:
            await open_window(dialog_manager, Comment.text, {"form_id": form_id})
        case Step.CHANGE:
            await _change(press, form_id)
        case Step.PART:
            await retell(query, drawn.parting(await press.asked(form_id), words))
        case Step.SKIP:
            await act(answer.skip, form_id)
            await retell(query, drawn.skipped(words))
        case Step.SURE:
            await act(answer.go_on, form_id, False)
            await retell(query, drawn.parted(words))
        case Step.GO_ON:
            await act(answer.go_on, form_id, True)
            await press.go_on(form_id)
        case Step.ENOUGH:
            await act(answer.finish, form_id)
            await retell(query, drawn.done(await press.asked(form_id), words))
        case Step.BACK:
            await press.go_on(form_id)


async def on_help(query: CallbackQuery, callback_data: HelpButton, dialog_manager: DialogManager) -> None:
    """«Нужна помощь»: a window that says who reads it."""
    data = {"mentorship_id": callback_data.mentorship_id} if callback_data.mentorship_id else {}
    await open_window(dialog_manager, Help.text, data)


async def on_call(
    query: CallbackQuery,
    callback_data: CallButton,
    act: Act,
    words: Words,
    db: Database,
    dialog_manager: DialogManager,
) -> None:
    """A curator's step about a call."""
    call_id = callback_data.call_id
    async with db.read() as session:
        card = await queries.call_card(session, act.actor, call_id)
    match callback_data.step:
        case CallStep.REPLY:
            await open_window(dialog_manager, Call.reply, {"call_id": call_id})
        case CallStep.PAIR if card.mentorship_id is not None:
            await open_window(dialog_manager, Pair.view, {"mentorship_id": card.mentorship_id})
        case CallStep.TAKE:
            await act(calls.take, call_id)
            await retell(query, await _told(db, act, call_id, words))
        case CallStep.CLOSE:
            await act(calls.close, call_id)
            await retell(query, await _told(db, act, call_id, words))
        case _:
            raise ProgrammeError("error-gone")


async def _change(press: Press, form_id: int) -> None:
    asked = await press.asked(form_id)
    if not asked.form.is_open:
        raise ProgrammeError("error-form-closed")
    await retell(press.query, drawn.first(asked, press.words))


async def _told(db: Database, act: Act, call_id: int, words: Words) -> Drawn:
    async with db.read() as session:
        return call_drawn.call(await queries.call_card(session, act.actor, call_id), words)


def setup() -> Router:
    """The answers' router."""
    router = Router(name="forms-answers")
    router.callback_query.register(on_rate, RateButton.filter())
    router.callback_query.register(on_item, ItemButton.filter())
    router.callback_query.register(on_wish, WishButton.filter())
    router.callback_query.register(on_form, FormButton.filter())
    router.callback_query.register(on_help, HelpButton.filter())
    router.callback_query.register(on_call, CallButton.filter())
    return router
