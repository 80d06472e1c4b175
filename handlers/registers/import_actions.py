"""What happens to a list that a curator sends: it is read beside the bot, shown, and loaded as a whole or not at all.

Nothing of it is kept in between but where Telegram has the file, and which lines are faulty: it is read once more when
it is loaded, and what was shown is forgotten with the window (R-12).
"""

import asyncio
import hashlib
import io
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from handlers.flow import finish
from handlers.kit import act_of, clock_of, reading, words_of
from handlers.people.staff_getters import role_key
from handlers.registers import meaning
from handlers.registers.person_getters import CATEGORY
from handlers.registers.reading import ReadFile, read_file
from handlers.registers.states import Import
from handlers.registers.template import Template, TemplateSheet, make_template
from handlers.sending import put_in_place
from handlers.telling import Drawn, acknowledge, menu_key, say
from handlers.words import Words
from handlers.workshop import make
from models.errors import ProgrammeError
from models.people.topics import topics_of
from models.registers import check
from models.registers.incoming import Checked, PairLine, PersonLine, Table
from models.registers.load import load_list
from models.registers.queries import Scope, scope_of
from models.terms import QualificationCategory

LARGEST = 20 * 1024 * 1024
"""What Telegram lets a bot download."""
SECONDS = 60
KEPT_FAULTS = 60
"""Faults that are named; whoever has more of them has a list of another kind."""
PROBLEMS = {
    "foreign": "error-registers-foreign",
    "broken": "error-registers-broken",
    "password": "error-registers-password",
    "old": "error-registers-old",
    "bomb": "error-registers-bomb",
    "rows": "error-registers-rows",
    "merged": "error-registers-merged",
    "columns": "error-registers-columns",
}


@dataclass(frozen=True)
class Listed:
    """The lines of a file, and the file's own mark."""

    people: tuple[PersonLine, ...]
    pairs: tuple[PairLine, ...]
    mark: str


async def on_template(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The template with the words of this very scope."""
    words = words_of(manager)
    async with reading(manager) as session:
        scope = await scope_of(session, act_of(manager).actor)
    if not isinstance(query.message, Message):
        raise ProgrammeError("error-gone")
    await acknowledge(query)
    progress = await query.message.answer(words.text("menu-making"))
    content = await make(make_template, template_of(words, scope))
    name = words.label("registers-import-file")
    caption = Drawn(words.text("registers-import-template-caption"))
    await put_in_place(progress, BufferedInputFile(content, name), caption)
    await manager.switch_to(Import.file, show_mode=ShowMode.SEND)


async def on_file(message: Message, _: Any, manager: DialogManager) -> None:
    """A file was sent: what it would do."""
    document, words = message.document, words_of(manager)
    if document is None:
        raise ProgrammeError("error-registers-no-file")
    if (document.file_size or 0) > LARGEST:
        raise ProgrammeError("error-registers-large")
    await say(message, Drawn(words.text("registers-import-reading")))
    listed = await _listed(manager, document.file_id)
    found = await _checked(manager, listed)
    if not (found.ready or found.same or found.faults):
        raise ProgrammeError("error-registers-empty")
    manager.dialog_data.update(
        file_id=document.file_id,
        file_name=(document.file_name or "")[:60],
        mark=listed.mark,
        ready=found.ready,
        same=found.same,
        fills=len(found.fillings),
        faulty=len(found.faults),
        faults=[[one.table.value, one.row, one.code.value, one.value] for one in found.faults[:KEPT_FAULTS]],
        page=0,
    )
    await manager.switch_to(Import.check)


async def on_cancel(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Forgets what was shown."""
    manager.dialog_data.clear()
    await manager.switch_to(Import.file)


async def on_load(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Loads all that was shown as ready, or nothing."""
    words, data = words_of(manager), manager.dialog_data
    listed = await _listed(manager, data.get("file_id", ""))
    if listed.mark != data.get("mark"):
        raise ProgrammeError("error-registers-changed")
    loaded = await act_of(manager)(load_list, listed.people, listed.pairs, data["ready"])
    said = words.text("registers-import-done", people=loaded.people, pairs=loaded.pairs, filled=loaded.filled)
    await finish(query, manager, Drawn(said, ((menu_key(words),),)))


async def _listed(manager: DialogManager, file_id: str) -> Listed:
    """The file's lines. Raises ProgrammeError that says in a sentence why it cannot be read."""
    words, content = words_of(manager), await _content(manager, file_id)
    try:
        async with asyncio.timeout(SECONDS):
            found = await make(read_file, content, meaning.heads(), meaning.REQUIRED, meaning.examples())
    except TimeoutError:
        raise ProgrammeError("error-registers-bomb") from None
    if found.problem:
        raise ProgrammeError(PROBLEMS[found.problem], columns=_columns(words, found))
    mark = hashlib.sha256(content).hexdigest()
    return Listed(meaning.people(found.lines, words), meaning.pairs(found.lines, words), mark)


async def _content(manager: DialogManager, file_id: str) -> bytes:
    bot: Bot = manager.middleware_data["bot"]
    held = io.BytesIO()
    try:
        await bot.download(file_id, held)
    except TelegramAPIError:
        raise ProgrammeError("error-registers-download") from None
    return held.getvalue()


async def _checked(manager: DialogManager, listed: Listed) -> Checked:
    actor, now = act_of(manager).actor, clock_of(manager).now()
    async with reading(manager) as session:
        return await session.run_sync(check.check, actor, listed.people, listed.pairs, now)


def _columns(words: Words, found: ReadFile) -> str:
    keys = {field: key for titles in meaning.TITLES.values() for field, key in titles.items()}
    return ", ".join(words.label(keys[field]) for field in found.missing)


def template_of(words: Words, scope: Scope) -> Template:
    """The template: two tables with an example, and the words that may stand in them."""
    topics = tuple(words.label(topic.key) for topic in topics_of(scope.forms)) or ("",)
    roles = tuple(words.label(role_key(role)) for role in meaning.ROLES)
    categories = tuple(words.label(CATEGORY, category=one.value) for one in QualificationCategory)
    schools = tuple(name for _, name in scope.schools) or ("",)
    people = TemplateSheet(
        words.label("registers-import-people-sheet"),
        _titles(words, Table.PEOPLE),
        _example(
            words,
            "registers-import-people-example",
            {"school": schools[0], "role": roles[0], "topic": topics[0], "category": categories[1]},
        ),
        ((0, 0), (2, 1), (10, 3)),
    )
    pairs = TemplateSheet(
        words.label("registers-import-pairs-sheet"),
        _titles(words, Table.PAIRS),
        _example(
            words, "registers-import-pairs-example", {"school": schools[0], "date": words.short_date(words.today)}
        ),
        ((0, 0),),
    )
    heads = (
        words.label("registers-import-school"),
        words.label("registers-import-role"),
        words.label("registers-import-topics"),
        words.label("registers-category-button"),
    )
    return Template(
        (people, pairs),
        words.label("registers-import-words-sheet"),
        tuple(zip(heads, (schools, roles, topics, categories), strict=True)),
    )


def _titles(words: Words, table: Table) -> tuple[str, ...]:
    return tuple(words.label(key) for key in meaning.TITLES[table].values())


def _example(words: Words, key: str, values: dict[str, str]) -> tuple[str, ...]:
    """The cells of an example, written in the locales with a stroke between them."""
    return tuple(cell.strip() for cell in words.label(key, **values).split("|"))
