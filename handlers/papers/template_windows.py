"""«Шаблоны»: the house's template downloaded, edited in Word, sent back, checked, and set back again."""

import asyncio
import io
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import act_of, item_id, reading, words_of
from handlers.papers.filling import check_template, sample_of
from handlers.papers.getters import school_id
from handlers.papers.states import Papers
from handlers.sending import Paper, deliver
from handlers.telling import Drawn, acknowledge, say
from handlers.widgets import ITEM, MENU, L, Select, T
from handlers.words import Words
from handlers.workshop import make
from models.errors import ProgrammeError
from models.papers.own_templates import MAX_SIZE, replace_template, replaced, reset_template, template_of
from models.papers.states import PaperName

SECONDS = 30
"""A template that takes longer than this to be filled with a few words is none."""
PROBLEMS = {
    "field": "error-template-field",
    "construction": "error-template-construction",
    "active": "error-template-active",
    "large": "error-template-large",
    "broken": "error-template-broken",
    "foreign": "error-template-foreign",
}


def windows() -> tuple[Window, Window]:
    """The list of templates, and one of them."""
    return (
        Window(
            T("papers-templates"),
            Column(Select(ITEM, id="template", item_id_getter=item_id, items="items", on_click=on_name)),
            Row(SwitchTo(L("back-button"), id="to_main", state=Papers.main), MENU),
            TAP_ONLY,
            state=Papers.templates,
            getter=get_templates,
        ),
        Window(
            T("papers-template"),
            Button(L("papers-template-house-button"), id="house", on_click=on_download),
            Row(
                Button(L("papers-template-own-button"), id="own", on_click=on_download),
                Button(L("papers-template-reset-button"), id="reset", on_click=on_reset),
                when="is_own",
            ),
            Row(SwitchTo(L("back-button"), id="to_templates", state=Papers.templates), MENU),
            MessageInput(on_file),
            state=Papers.template,
            getter=get_template,
        ),
    )


async def get_templates(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The papers whose template may be replaced; those that are bear a tick."""
    own = await _replaced(dialog_manager)
    return {"items": [{"id": name.value, "title": _titled(words, name, name in own)} for name in PaperName]}


async def get_template(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One of them."""
    name = name_of(dialog_manager)
    is_own = name in await _replaced(dialog_manager)
    return {"title": _titled(words, name, is_own=False), "own": int(is_own), "is_own": is_own}


async def on_name(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """One of the papers."""
    if item not in set(PaperName):
        raise ProgrammeError("error-gone")
    manager.dialog_data["template"] = item
    await manager.switch_to(Papers.template)


async def on_download(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The house's template, or the school's own."""
    words, name = words_of(manager), name_of(manager)
    async with reading(manager) as session:
        own = await template_of(session, await school_id(manager), name) if button.widget_id == "own" else None
    file = words.label("papers-template-file", title=_titled(words, name, is_own=False))
    made = (
        Paper(bytes, (own,), file, _caption(words))
        if own
        else Paper(sample_of, (name.value.lower(),), file, _caption(words))
    )
    await deliver(query, words, made)
    manager.show_mode = ShowMode.SEND


async def on_file(message: Message, _: Any, manager: DialogManager) -> None:
    """A template was sent back: checked beside the bot, then used from now on."""
    document, words = message.document, words_of(manager)
    if document is None:
        raise ProgrammeError("error-template-foreign")
    if (document.file_size or 0) > MAX_SIZE:
        raise ProgrammeError("error-template-large")
    name, held = name_of(manager), io.BytesIO()
    bot: Bot = manager.middleware_data["bot"]
    try:
        await bot.download(document.file_id, held)
    except TelegramAPIError:
        raise ProgrammeError("error-registers-download") from None
    try:
        async with asyncio.timeout(SECONDS):
            problem, what = await make(check_template, name.value.lower(), held.getvalue())
    except TimeoutError:
        raise ProgrammeError("error-paper-slow") from None
    if problem:
        raise ProgrammeError(PROBLEMS[problem], field=what)
    await act_of(manager)(replace_template, await school_id(manager), name, held.getvalue())
    await say(message, Drawn(words.text("papers-template-replaced", title=_titled(words, name, is_own=False))))


async def on_reset(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Back to the house's template."""
    await act_of(manager)(reset_template, await school_id(manager), name_of(manager))
    await acknowledge(query, words_of(manager).label("papers-template-is-reset"))


def name_of(manager: DialogManager) -> PaperName:
    """The paper that is open."""
    return PaperName(manager.dialog_data.get("template", PaperName.ORDER_PAIRS))


async def _replaced(manager: DialogManager) -> frozenset[PaperName]:
    async with reading(manager) as session:
        return await replaced(session, act_of(manager).actor, await school_id(manager))


def _titled(words: Words, name: PaperName, is_own: bool) -> str:
    return words.label("papers-template-name", name=name.value, own=int(is_own))


def _caption(words: Words) -> Drawn:
    return Drawn(words.text("papers-template-caption"))
