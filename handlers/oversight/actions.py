"""What the curator's windows do."""

from enum import StrEnum
from typing import Any, TypeVar

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import number, typed
from handlers.forms.states import Answers, Call
from handlers.kit import act_of, database_of, words_of
from handlers.mentorships.states import Pair
from handlers.oversight import drawn
from handlers.oversight.getters import REASONS, chosen_place, signal_shown, week_shown
from handlers.oversight.lines import open_line
from handlers.oversight.picture import send_chart
from handlers.oversight.states import Checks, Decisions, Signals, Week
from handlers.requests.states import Decide
from handlers.telling import acknowledge, say_below
from models.errors import ProgrammeError
from models.oversight import curate, signals
from models.oversight.digest import DigestView
from models.oversight.indicators.queries import home_of
from models.oversight.limits import choose_limit
from models.oversight.lines import LineKind
from models.oversight.post import choose_time
from models.oversight.queries import SignalView
from models.oversight.states import DigestTime, SignalCode

E = TypeVar("E", bound=StrEnum)


async def on_line(query: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """A numbered line of the week."""
    kind, _colon, subject = item.partition(":")
    await open_line(query, _code(LineKind, kind), number(subject), manager)


async def on_head(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """«Для директора» as a message of its own."""
    words = words_of(manager)
    view, _schools = await week_shown(database_of(manager), act_of(manager), words, manager)
    if not isinstance(view, DigestView):
        raise ProgrammeError("error-gone")
    await say_below(query, drawn.for_head(view, words))


async def on_chart(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The meetings by week as a picture below the window."""
    view, _schools = await week_shown(database_of(manager), act_of(manager), words_of(manager), manager)
    await send_chart(query, view, words_of(manager))


async def on_why(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """«Почему столько?» below the window."""
    view, _schools = await week_shown(database_of(manager), act_of(manager), words_of(manager), manager)
    await say_below(query, drawn.why(view, words_of(manager)))


async def on_all(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Back to all schools of the curator."""
    manager.dialog_data["organisation_id"] = home_of(act_of(manager).actor)


async def on_checks(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The curator's checklist of the organisation whose week is shown."""
    await manager.start(Checks.main, data={"organisation_id": chosen_place(manager)})


async def on_decisions(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """What its councils have decided."""
    await manager.start(Decisions.list, data={"organisation_id": chosen_place(manager)})


async def on_school(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """Another school's week; whether it is in the scope is checked by the query."""
    manager.dialog_data["organisation_id"] = number(item)
    await manager.switch_to(Week.main)


async def on_time(query: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """When the digest shall come."""
    time = await act_of(manager)(choose_time, _code(DigestTime, item))
    await acknowledge(query, words_of(manager).label("oversight-time-chosen", time=time.value))
    await manager.switch_to(Week.main)


async def on_signal(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """A call opens its own window, a signal the next one."""
    kind, row_id = item[:1], number(item[1:])
    if kind == "c":
        await manager.start(Call.main, data={"call_id": row_id})
        return
    manager.dialog_data["signal_id"] = row_id
    await manager.switch_to(Signals.signal)


async def on_open(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The pair or the request behind a signal."""
    signal = await _signal(manager)
    if signal.request_id is not None:
        await manager.start(Decide.request, data={"request_id": signal.request_id})
    elif signal.mentorship_id is not None:
        await manager.start(Pair.view, data={"mentorship_id": signal.mentorship_id})


async def on_answers(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """What was answered in the pair; the query refuses whoever may not read it."""
    signal = await _signal(manager)
    await manager.start(Answers.main, data={"mentorship_id": signal.mentorship_id})


async def on_take(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Взять в работу»; the window shows it."""
    await act_of(manager)(signals.take, (await _signal(manager)).id)


async def on_ask(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """«Спросить пару», or above a school «Написать» to its curators."""
    signal = await _signal(manager)
    about_school = signal.mentorship_id is None
    kind, subject = LineKind.SILENT_SCHOOL, signal.organisation_id
    await open_line(query, kind if about_school else LineKind.NO_MEETING, signal.mentorship_id or subject, manager)


async def on_consents(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Asks all for their consent whose consent has run out, or soon will."""
    told = await act_of(manager)(curate.ask_consents, (await _signal(manager)).organisation_id)
    counts = {"count": told.new, "before": told.before, "paper": told.on_paper}
    await acknowledge(query, words_of(manager).label("oversight-consents-asked", **counts), alert=True)


async def on_limit(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """The next choice of days; the window shows it."""
    act = act_of(manager)
    await act(choose_limit, home_of(act.actor), _code(SignalCode, item))


async def on_due_pair(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """A pair with which a talk is due."""
    await manager.start(Pair.view, data={"mentorship_id": number(item)})


async def on_resolve(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """«Решено»."""
    await act_of(manager)(signals.resolve, (await _signal(manager)).id)
    await _settled(query, manager, "oversight-resolved")


async def on_reason(query: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """«Это не проблема» with one of the usual reasons."""
    if item not in REASONS:
        raise ProgrammeError("error-gone")
    await act_of(manager)(signals.dismiss, (await _signal(manager)).id, item)
    await _settled(query, manager, "oversight-dismissed")


async def on_reason_text(message: Message, _: Any, manager: DialogManager) -> None:
    """«Это не проблема» in own words."""
    await act_of(manager)(signals.dismiss, (await _signal(manager)).id, typed(message))
    await manager.switch_to(Signals.list)


def _code(codes: type[E], text: str) -> E:
    """The code out of a button, which may be forged."""
    try:
        return codes(text)
    except ValueError:
        raise ProgrammeError("error-gone") from None


async def _signal(manager: DialogManager) -> SignalView:
    return await signal_shown(database_of(manager), act_of(manager), words_of(manager), manager)


async def _settled(query: CallbackQuery, manager: DialogManager, key: str) -> None:
    await acknowledge(query, words_of(manager).label(key))
    await manager.switch_to(Signals.list)
