"""The table of indicators as a file: all pages, now or as a snapshot has frozen them."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from handlers.kit import act_of, reading, words_of
from handlers.oversight.figures_getters import place_of, table_shown
from handlers.papers import own, yearly_facts
from handlers.sending import Paper, deliver
from handlers.sheets import make_xlsx
from handlers.telling import Drawn
from models.papers.states import PaperName
from models.papers.yearly.queries import year_of


async def on_table(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """As a paper."""
    words, shown = words_of(manager), await table_shown(manager, None)
    async with reading(manager) as session:
        curators = (await year_of(session, act_of(manager).actor, place_of(manager), words.now)).curators
    told = yearly_facts.indicators(shown, words, words.zone.key, words.now, curators, "")
    named = _named(manager, shown.name, "docx")
    await own.send(query, manager, await own.paper(manager, place_of(manager), PaperName.INDICATORS, told, *named))


async def on_sheet(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """As a spreadsheet."""
    words, shown = words_of(manager), await table_shown(manager, None)
    sheet = yearly_facts.indicator_sheet(shown, words, words.zone.key, words.now)
    await _deliver(query, manager, Paper(make_xlsx, (sheet,), *_named(manager, shown.name, "xlsx")))


def _named(manager: DialogManager, school: str, form: str) -> tuple[str, Drawn]:
    words = words_of(manager)
    name = words.label("yearly-indicators-file", school=school, date=words.short_date(words.today), form=form)
    return name, Drawn(words.text("yearly-indicators-caption", school=school))


async def _deliver(query: CallbackQuery, manager: DialogManager, paper: Paper) -> None:
    await deliver(query, words_of(manager), paper)
    manager.show_mode = ShowMode.SEND
