"""The year's reports as files: made beside the bot, with «Готовлю…» meanwhile."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from handlers.kit import act_of, reading, words_of
from handlers.papers import compared_facts, facts, own, yearly_drawn, yearly_facts
from handlers.papers.filling import fill
from handlers.papers.yearly_getters import desk_shown, table_shown, year_shown
from handlers.sending import Paper, deliver
from handlers.sheets import Sheet, make_xlsx
from handlers.telling import Drawn
from handlers.words import Words
from models.errors import ProgrammeError
from models.oversight.indicators.codes import Block
from models.oversight.indicators.table import Table
from models.papers.states import PaperName
from models.papers.yearly.compared import Compared, compared
from models.papers.yearly.kinds import ReportKind
from models.papers.yearly.queries import Desk

TEMPLATES = {
    ReportKind.PAIRS: PaperName.PAIR_LIST,
    ReportKind.MAY: PaperName.INDICATORS,
    ReportKind.NOTE: PaperName.YEAR_NOTE,
}


async def on_word(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The open report as a paper; once handed in it is the same for ever."""
    words, desk = words_of(manager), await desk_shown(manager)
    said = facts.on_paper(words, desk.zone)
    standing, made_at = yearly_facts.standing(desk, said), desk.sent_at or words.now
    if desk.kind is ReportKind.PAIRS:
        pairs = yearly_facts.pairs_of(desk, words.now)
        told = yearly_facts.pair_list(pairs, words, desk.curators, standing)
    elif desk.kind is ReportKind.MAY:
        table = await _table(manager, desk)
        told = yearly_facts.indicators(table, words, desk.zone, made_at, desk.curators, standing)
    else:
        told = yearly_facts.note(desk, await _table(manager, desk), words, words.now)
    name, caption = _name(desk, words, "docx"), _caption(desk, words)
    paper = await own.paper(manager, desk.organisation_id, TEMPLATES[desk.kind], told, name, caption)
    await own.send(query, manager, paper)


async def on_excel(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The open report as a spreadsheet: the pairs, or the indicators, with a note also the meetings by month."""
    words, desk = words_of(manager), await desk_shown(manager)
    if desk.kind is ReportKind.PAIRS:
        sheets: tuple[Sheet, ...] = (facts.pair_sheet(yearly_facts.pairs_of(desk, words.now), words),)
    else:
        sheets = yearly_facts.note_book(desk, await _table(manager, desk), words, desk.sent_at or words.now)
    await _deliver(query, manager, Paper(make_xlsx, sheets, _name(desk, words, "xlsx"), _caption(desk, words)))


async def on_report(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The yearly report of a municipality or region as a paper."""
    view, words = await _compared(manager), words_of(manager)
    curators = (await year_shown(manager)).curators
    materials = ("year_report", compared_facts.year_report(view, words, curators))
    name = words.label("yearly-report-file", year=str(view.first.year), form="docx")
    await _deliver(query, manager, Paper(fill, materials, name, _about(view, words)))


async def on_book(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The same as a spreadsheet with charts."""
    view, words = await _compared(manager), words_of(manager)
    name = words.label("yearly-report-file", year=str(view.first.year), form="xlsx")
    sheets = compared_facts.year_book(view, words)
    await _deliver(query, manager, Paper(make_xlsx, sheets, name, _about(view, words)))


async def _compared(manager: DialogManager) -> Compared:
    place = (await year_shown(manager)).organisation_id
    async with reading(manager) as session:
        return await compared(session, act_of(manager).actor, place, words_of(manager).now)


async def _table(manager: DialogManager, desk: Desk) -> Table:
    """The indicators that go with the report: the May page of May statistics, all of them with a note."""
    table = await table_shown(manager, desk, Block.MAY if desk.kind is ReportKind.MAY else None)
    if table is None:
        raise ProgrammeError("error-gone")
    return table


def _name(desk: Desk, words: Words, form: str) -> str:
    kind = yearly_drawn.kind_name(words, desk.kind)
    return words.label("yearly-file", kind=kind, school=desk.school, version=desk.version, form=form)


def _caption(desk: Desk, words: Words) -> Drawn:
    is_sent = int(desk.sent_at is not None and not desk.may_write)
    kind = yearly_drawn.kind_name(words, desk.kind)
    return Drawn(words.text("yearly-caption", kind=kind, school=desk.school, sent=is_sent, version=desk.version))


def _about(view: Compared, words: Words) -> Drawn:
    return Drawn(words.text("yearly-report-caption", school=view.name, count=len(view.missing)))


async def _deliver(query: CallbackQuery, manager: DialogManager, paper: Paper) -> None:
    await deliver(query, words_of(manager), paper)
    manager.show_mode = ShowMode.SEND
