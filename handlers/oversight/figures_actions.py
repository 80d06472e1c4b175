"""What the windows of numbers do."""

from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.flow import number, typed
from handlers.kit import act_of, reading, words_of
from handlers.oversight import figures_drawn as drawn
from handlers.oversight.figures_getters import COMMENTS, block_of, flag_of, place_of, table_shown
from handlers.oversight.states import Figures
from handlers.telling import acknowledge, say_below
from models.errors import ProgrammeError
from models.oversight.indicators import flags, hand, heads, queries, snapshots
from models.oversight.indicators.codes import Block, Code, Heads, Moment, SnapshotKind
from models.terms import OrgFlag

E = TypeVar("E", bound=StrEnum)
MAX_DIGITS = 9


async def on_block(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """To the page of the table before or after this one, in a circle."""
    step = 1 if button.widget_id == "next" else -1
    place = list(Block).index(block_of(manager)) + step
    manager.dialog_data["block"] = list(Block)[place % len(Block)].value


async def on_number(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """What stands behind a number."""
    manager.dialog_data.update(code=_code(Code, item).value, page=0)
    await manager.switch_to(Figures.one)


async def on_school(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """The same indicator of a school below; whether it is in the scope is checked by the query."""
    _go_to(manager, number(item))


async def on_place(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """The table of a school."""
    _go_to(manager, number(item))
    await manager.switch_to(Figures.table)


async def on_home(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Back to all schools."""
    _go_to(manager, queries.home_of(act_of(manager).actor))


async def on_calls(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Whom of the schools to call first."""
    manager.dialog_data["page"] = 0
    await manager.switch_to(Figures.calls)


async def on_copy(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The whole table as a message of its own."""
    shown = await table_shown(manager, None)
    await say_below(query, drawn.as_text(shown, words_of(manager), flag_of(manager)))


async def on_enter(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A number by hand into one of the two columns."""
    moment = Moment.START if button.widget_id == "enter_start" else Moment.RESULT
    manager.dialog_data["moment"] = moment.value
    await manager.switch_to(Figures.value)


async def on_value(message: Message, _: Any, manager: DialogManager) -> None:
    """The number; where it comes from is asked next."""
    manager.dialog_data["number"] = _whole(typed(message))
    await manager.switch_to(Figures.comment)


async def on_comment(query: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """One of the usual sources."""
    if item not in COMMENTS:
        raise ProgrammeError("error-gone")
    await _enter(manager, manager.dialog_data["number"], words_of(manager).label("figures-comment", comment=item))
    await acknowledge(query, words_of(manager).label("figures-saved"))


async def on_comment_text(message: Message, _: Any, manager: DialogManager) -> None:
    """Where the number comes from, in own words."""
    await _enter(manager, manager.dialog_data["number"], typed(message))


async def on_take_back(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The number by hand no longer counts; it is kept, as every entry is."""
    await _enter(manager, None, "")
    await acknowledge(query, words_of(manager).label("figures-taken-back"))


async def on_kind(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """A snapshot is to be taken: asked once more, since nothing changes it."""
    manager.dialog_data["kind"] = _code(SnapshotKind, item).value
    await manager.switch_to(Figures.freeze)


async def on_freeze(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Takes the snapshot and shows it."""
    kind = SnapshotKind(manager.dialog_data.get("kind", SnapshotKind.INTERIM))
    view = await act_of(manager)(snapshots.take_snapshot, place_of(manager), kind)
    _open(manager, view.id)
    await acknowledge(query, words_of(manager).label("figures-frozen" if view.is_new else "figures-frozen-before"))
    await manager.switch_to(Figures.table)


async def on_snapshot(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """The table as it was frozen."""
    async with reading(manager) as session:
        taken = await queries.snapshots(session, act_of(manager).actor, place_of(manager), words_of(manager).now)
    if number(item) not in {view.id for view in taken}:
        raise ProgrammeError("error-gone")
    _open(manager, number(item))
    await manager.switch_to(Figures.table)


async def on_now(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Back from what was frozen to how it is now."""
    manager.dialog_data.pop("snapshot_id", None)


async def on_heads(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """Whose number is entered."""
    manager.dialog_data["heads"] = _code(Heads, item).value
    await manager.switch_to(Figures.headcount)


async def on_day(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """On which day it holds."""
    if item not in ("FIRST", "TODAY"):
        raise ProgrammeError("error-gone")
    manager.dialog_data["day"] = item


async def on_headcount(message: Message, _: Any, manager: DialogManager) -> None:
    """The number of pupils or staff."""
    shown = await table_shown(manager, Block.COVERAGE, now=True)
    kind = Heads(manager.dialog_data.get("heads", Heads.STAFF))
    day: date = shown.day if manager.dialog_data.get("day") == "TODAY" else shown.first
    await act_of(manager)(heads.enter_headcount, shown.organisation_id, kind, _whole(typed(message)), day)
    await manager.switch_to(Figures.heads)


async def on_flag(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """Above a school: only schools with this mark. At a school: puts the mark on it, or takes it off."""
    flag = _code(OrgFlag, item)
    async with reading(manager) as session:
        marks = await queries.marks(session, act_of(manager).actor, place_of(manager), words_of(manager).now)
    if marks.may_set:
        await act_of(manager)(flags.set_flag, marks.organisation_id, flag, flag not in marks.flags)
        return
    manager.dialog_data["flag"] = flag.value
    manager.dialog_data.pop("snapshot_id", None)
    await manager.switch_to(Figures.table)


async def on_all(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """All schools again."""
    manager.dialog_data.pop("flag", None)
    await manager.switch_to(Figures.table)


def _go_to(manager: DialogManager, organisation_id: int) -> None:
    manager.dialog_data.update(organisation_id=organisation_id, page=0)
    manager.dialog_data.pop("flag", None)
    manager.dialog_data.pop("snapshot_id", None)


def _open(manager: DialogManager, snapshot_id: int) -> None:
    manager.dialog_data["snapshot_id"] = snapshot_id
    manager.dialog_data.pop("flag", None)


async def _enter(manager: DialogManager, value: int | None, comment: str) -> None:
    code = Code(manager.dialog_data["code"])
    moment = Moment(manager.dialog_data.get("moment", Moment.RESULT))
    await act_of(manager)(hand.enter_value, place_of(manager), code, moment, value, comment)
    await manager.switch_to(Figures.one)


def _whole(text: str) -> int:
    """«1 250» and «1250». Raises ProgrammeError `error-figure-number` for anything else."""
    digits = "".join(text.split())
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MAX_DIGITS):
        raise ProgrammeError("error-figure-number")
    return int(digits)


def _code(codes: type[E], text: str) -> E:
    """The code out of a button, which may be forged."""
    try:
        return codes(text)
    except ValueError:
        raise ProgrammeError("error-gone") from None
