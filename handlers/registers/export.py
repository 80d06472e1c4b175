"""«Выгрузить»: a filtered register as a file. It is made beside the bot, so that nobody's press waits for it."""

from collections.abc import Callable

from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import act_of, clock_of, reading, words_of
from handlers.registers import columns, saying
from handlers.registers.getters import chosen_of, register_of
from handlers.registers.states import Registers
from handlers.sending import put_in_place
from handlers.sheets import Cell, Sheet, make_csv, make_xlsx
from handlers.telling import Drawn, acknowledge
from handlers.words import Words
from handlers.workshop import make
from models.errors import ProgrammeError
from models.registers import queries
from models.registers.terms import Facet, Register

MAKERS: dict[str, Callable[[Sheet], bytes]] = {"xlsx": make_xlsx, "csv": make_csv}


async def on_export(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A line at once, then the table in its place, then the window below it."""
    words, kind = words_of(manager), button.widget_id or "xlsx"
    if not isinstance(query.message, Message):
        raise ProgrammeError("error-gone")
    await acknowledge(query)
    progress = await query.message.answer(words.text("menu-making"))
    sheet = await sheet_of(manager)
    content = await make(MAKERS[kind], sheet)
    name = words.label("registers-file", title=sheet.name, date=words.short_date(words.today), kind=kind)
    caption = words.text("registers-file-caption", title=sheet.name, count=len(sheet.rows))
    await put_in_place(progress, BufferedInputFile(content, name), Drawn(caption))
    await manager.switch_to(Registers.list, show_mode=ShowMode.SEND)


async def sheet_of(manager: DialogManager) -> Sheet:
    """The register as it is filtered, with its scope, filter, moment and number of rows."""
    words, register, chosen = words_of(manager), register_of(manager), chosen_of(manager)
    actor, now = act_of(manager).actor, clock_of(manager).now()
    rows: list[tuple[Cell, ...]] = []
    async with reading(manager) as session:
        scope = await queries.scope_of(session, actor)
        async for some in queries.register_rows(session, actor, register, chosen, now):
            rows += columns.cells(words, register, some)
    school = saying.value(words, register, Facet.SCHOOL, chosen[Facet.SCHOOL], scope) if Facet.SCHOOL in chosen else ""
    facts = _facts(words, register, school or scope.name, saying.filters(words, register, chosen, scope), len(rows))
    return Sheet(saying.title(words, register), facts, columns.titles(words, register), tuple(rows))


def _facts(words: Words, register: Register, scope: str, filters: str, count: int) -> tuple[tuple[str, str], ...]:
    said = {
        "registers-fact-register": saying.title(words, register),
        "registers-fact-scope": scope,
        "registers-fact-filter": filters or words.label("registers-no-filter"),
        "registers-fact-made": words.label(
            "registers-made-at", date=words.short_date(words.today), time=words.time(words.now), zone=words.zone.key
        ),
        "registers-fact-rows": str(count),
    }
    return tuple((words.label(key), value) for key, value in said.items())
