"""What «Документы» of a curator does: which pairs, and the file."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from handlers.flow import number
from handlers.kit import act_of, clock_of, reading, words_of
from handlers.papers import drawn, facts, own, yearly_facts
from handlers.papers.buttons import NumberButton
from handlers.papers.getters import KINDS, order_pairs, school_id
from handlers.papers.states import Papers
from handlers.sending import Paper, deliver
from handlers.sheets import make_xlsx
from handlers.telling import Drawn, Key, say
from models.errors import ProgrammeError
from models.papers import queries, report
from models.papers.orders import draw_up_order
from models.papers.period import months_until
from models.papers.states import OrderKind, PaperName


async def on_school(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """Another school; whether it is in the scope is checked by whatever reads it."""
    manager.dialog_data["organisation_id"] = number(item)
    manager.dialog_data.pop("chosen", None)
    await manager.switch_to(Papers.main)


async def on_kind(query: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """A kind of order: with a list of pairs these are asked for, otherwise the file comes at once."""
    if item not in set(OrderKind):
        raise ProgrammeError("error-gone")
    manager.dialog_data["kind"] = item
    manager.dialog_data["chosen"] = []
    if OrderKind(item).names_pairs:
        await manager.switch_to(Papers.which)
        return
    await _order(query, manager, ())


async def on_waiting(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """All pairs whose order has no number."""
    pairs = await order_pairs(manager)
    await _order(query, manager, tuple(pair.id for pair in pairs if not pair.has_order))


async def on_all(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """All standing pairs."""
    await _order(query, manager, tuple(pair.id for pair in await order_pairs(manager)))


async def on_pair(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """Puts a pair on the list, or takes it off."""
    pair_id, chosen = number(item), list(manager.dialog_data.get("chosen", []))
    is_in = pair_id in chosen
    manager.dialog_data["chosen"] = [one for one in chosen if one != pair_id] if is_in else [*chosen, pair_id]


async def on_chosen(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The chosen pairs."""
    await _order(query, manager, tuple(manager.dialog_data.get("chosen", [])))


async def on_form(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """A paper, or a spreadsheet."""
    manager.dialog_data["sheet"] = not manager.dialog_data.get("sheet", False)


async def on_month(query: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """The report of a month."""
    words, actor = words_of(manager), act_of(manager).actor
    if item not in {month.isoformat() for month in months_until(words.today)}:
        raise ProgrammeError("error-gone")
    school = await school_id(manager)
    async with reading(manager) as session:
        view = await report.month_report(session, actor, school, date.fromisoformat(item), clock_of(manager).now())
        curators = await queries.curators(session, actor, school)
    month = facts.month_name(view.period.first, facts.on_paper(words, view.zone))
    is_sheet = manager.dialog_data.get("sheet", False)
    name = words.label("papers-report-file", month=month, form="xlsx" if is_sheet else "docx")
    caption = Drawn(words.text("papers-report-caption", month=month, n=view.pairs, school=view.school))
    if is_sheet:
        paper = Paper(make_xlsx, facts.report_book(view, words), name, caption)
    else:
        told = facts.report(view, words, curators)
        paper = await own.paper(manager, school, PaperName.REPORT, told, name, caption)
    await own.send(query, manager, paper)


async def on_list(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The list of pairs as a table."""
    words, school = words_of(manager), await school_id(manager)
    async with reading(manager) as session:
        view = await report.pair_list(session, act_of(manager).actor, school, clock_of(manager).now())
    name = words.label("papers-list-file", date=words.short_date(words.today))
    caption = words.text("papers-list-caption", school=view.school, n=len(view.rows))
    await deliver(query, words, Paper(make_xlsx, (facts.pair_sheet(view, words),), name, Drawn(caption)))
    manager.show_mode = ShowMode.SEND


async def on_list_paper(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The list of pairs as a paper."""
    words, school, actor = words_of(manager), await school_id(manager), act_of(manager).actor
    async with reading(manager) as session:
        view = await report.pair_list(session, actor, school, clock_of(manager).now())
        curators = await queries.curators(session, actor, school)
    name = words.label("papers-list-paper-file", date=words.short_date(words.today))
    caption = Drawn(words.text("papers-list-caption", school=view.school, n=len(view.rows)))
    told = yearly_facts.pair_list(view, words, curators)
    await own.send(query, manager, await own.paper(manager, school, PaperName.PAIR_LIST, told, name, caption))


async def on_statement(query: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """A statement that waits, as the message with its buttons; the list follows."""
    async with reading(manager) as session:
        view = await queries.statement(session, act_of(manager).actor, number(item))
    if isinstance(query.message, Message):
        await say(query.message, drawn.asked(view, words_of(manager)))
    manager.show_mode = ShowMode.SEND


async def _order(query: CallbackQuery, manager: DialogManager, pair_ids: tuple[int, ...]) -> None:
    """The order as a file, with the button for its number where it forms pairs."""
    words, kind, school = words_of(manager), OrderKind(manager.dialog_data["kind"]), await school_id(manager)
    told = await act_of(manager)(draw_up_order, school, kind, pair_ids)
    title = words.label(KINDS[kind])
    is_numbered = kind is OrderKind.ORDER_PAIRS
    key = "papers-order-caption-pairs" if is_numbered else "papers-order-caption"
    enter = Key(words.label("papers-number-button"), NumberButton(order_draft_id=told.id).pack())
    caption = Drawn(words.text(key, title=title, n=len(told.pairs)), ((enter,),) if is_numbered else ())
    name = words.label("papers-order-file", title=title, date=words.short_date(told.made_on))
    made = await own.paper(manager, school, PaperName(kind.value), facts.order(told, words), name, caption)
    await own.send(query, manager, made)
    await manager.switch_to(Papers.orders, show_mode=ShowMode.SEND)
