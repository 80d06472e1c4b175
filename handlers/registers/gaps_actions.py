"""What the buttons of missing data do: ask whoever lacks it, or open the window in which it can be filled in."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import finish, number, typed
from handlers.kit import act_of, words_of
from handlers.mentorships.pair_getters import mentorship_id_of
from handlers.mentorships.states import Orders
from handlers.people.states import Card, Parents, Staff
from handlers.registers.gaps_getters import gap_shown, line_shown
from handlers.registers.states import Gaps, PairGoal
from handlers.telling import Drawn, acknowledge, menu_key
from models.errors import ProgrammeError
from models.people.consents import MAX_EVIDENCE
from models.registers import ask
from models.registers.gaps import Gap


async def on_gap(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """The lines of one kind."""
    if chosen not in list(Gap):
        raise ProgrammeError("error-gone")
    manager.dialog_data.update(gap=chosen, page=0)
    await manager.switch_to(Gaps.list)


async def on_line(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """What only the curator can settle opens at once; for the rest the person may be asked."""
    manager.dialog_data["subject_id"] = number(chosen)
    line, gap = await line_shown(manager), gap_shown(manager)
    if gap in (Gap.CARD_WAITS, Gap.ACCOUNT_NONE):
        await manager.start(Staff.person, data={"person_id": line.subject_id, "returns": True})
    elif gap is Gap.PARENTS_NONE:
        await manager.start(Parents.main, data={"person_id": line.subject_id})
    elif gap is Gap.ORDER_NONE:
        await manager.start(Orders.list, data={"organisation_id": line.organisation_id})
    else:
        await manager.switch_to(Gaps.paper if gap is Gap.CONSENT_NONE else Gaps.line)


async def on_ask(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Asks; the same is not asked twice in a week."""
    line, gap, act = await line_shown(manager), gap_shown(manager), act_of(manager)
    asked = await act(ask.ask_pair if gap.is_of_pair else ask.ask_person, gap, line.subject_id)
    key = "registers-asked-done" if asked.is_new else "registers-asked-before"
    await acknowledge(query, words_of(manager).label(key, name=asked.official), alert=True)
    await manager.switch_to(Gaps.list)


async def on_ask_all(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Asks everybody of the list."""
    told = await act_of(manager)(ask.ask_all, gap_shown(manager))
    await acknowledge(query, words_of(manager).label("registers-ask-all-done", count=told.new), alert=True)
    await manager.switch_to(Gaps.list)


async def on_fill(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The window in which the curator fills it in «со слов»."""
    line, gap = await line_shown(manager), gap_shown(manager)
    match gap:
        case Gap.CARD_NONE:
            await manager.start(Card.topics, data={"person_id": line.subject_id})
        case Gap.TIMES_NONE:
            await manager.start(Card.view, data={"person_id": line.subject_id})
        case Gap.GOAL_NONE:
            await manager.start(PairGoal.text, data={"mentorship_id": line.subject_id})
        case Gap.POSITION_NONE:
            await manager.switch_to(Gaps.position)
        case _:
            raise ProgrammeError("error-gone")


async def on_paper(message: Message, _: Any, manager: DialogManager) -> None:
    """Number and date of the consent on paper."""
    await _record(manager, typed(message)[:MAX_EVIDENCE])


async def on_at_school(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Оформлено в школе»."""
    await _record(manager, "")


async def on_position(message: Message, _: Any, manager: DialogManager) -> None:
    """What the person does."""
    await act_of(manager)(ask.describe, (await line_shown(manager)).subject_id, typed(message))
    await manager.switch_to(Gaps.list)


async def on_goal(message: Message, _: Any, manager: DialogManager) -> None:
    """The goal of a pair; both sides see it in the pair's window."""
    words = words_of(manager)
    goal = await act_of(manager)(ask.set_goal, mentorship_id_of(manager), typed(message))
    await finish(message, manager, Drawn(words.text("registers-goal-done", goal=goal), ((menu_key(words),),)))


async def _record(manager: DialogManager, paper: str) -> None:
    await act_of(manager)(ask.record_paper, (await line_shown(manager)).subject_id, paper)
    await manager.switch_to(Gaps.list)
