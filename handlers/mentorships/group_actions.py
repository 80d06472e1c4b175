"""What the buttons of groups and teams do."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button

from handlers.flow import finish, number, start_data
from handlers.kit import act_of, words_of
from handlers.mentorships import drawn
from handlers.mentorships.group_getters import kind_of, member_id_of, picked, side_of
from handlers.mentorships.pair_getters import card_of, mentorship_id_of
from handlers.mentorships.states import GroupMembers, MakeGroup, MakePair, Pair
from handlers.telling import Drawn, acknowledge, menu_key
from models.errors import ProgrammeError
from models.mentorships import answers, groups, parting
from models.mentorships.states import Side
from models.terms import MentoringType


async def on_person(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Takes somebody in, or out again; the one mentor of a group is chosen by the tap, an invitation goes out."""
    person_id, side = number(chosen), side_of(manager)
    if "mentorship_id" in start_data(manager):
        await act_of(manager)(groups.invite, mentorship_id_of(manager), person_id, side)
        await _to_members(manager)
        return
    people = picked(manager, side)
    if side is Side.MENTOR and kind_of(manager) is MentoringType.GROUP:
        manager.dialog_data[side.value] = [person_id]
        await manager.switch_to(MakeGroup.sure)
        return
    is_in = person_id in people
    manager.dialog_data[side.value] = [one for one in people if one != person_id] if is_in else [*people, person_id]


async def on_next(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """From the mentees to the mentors, from both to the proposal."""
    if side_of(manager) is Side.MENTOR:
        await manager.switch_to(MakeGroup.sure)
        return
    manager.dialog_data.update(side=Side.MENTOR.value, page=0)


async def on_back(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Back to the mentees, and from there to where it began."""
    if "mentorship_id" in start_data(manager):
        await _to_members(manager)
    elif side_of(manager) is Side.MENTOR:
        manager.dialog_data.update(side=Side.MENTEE.value, page=0)
    else:
        await manager.start(MakePair.mentee, mode=StartMode.RESET_STACK)


async def on_make(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Everybody is asked, or has agreed already."""
    act, words, is_agreed = act_of(manager), words_of(manager), button.widget_id == "agreed"
    mentors, mentees = picked(manager, Side.MENTOR), picked(manager, Side.MENTEE)
    pair = await act(groups.make_group, kind_of(manager), mentors, mentees, agreed=is_agreed)
    facts = {"mentee": pair.mentee_official, "mentor": pair.mentor_official, "approved": drawn.standing(pair)}
    text = words.text("mentorships-group-made", kind=drawn.what(words, pair), **facts)
    await finish(query, manager, Drawn(text, ((drawn.card_key(words, pair.id), menu_key(words)),)))


async def on_member(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Opens one member."""
    manager.dialog_data["person_id"] = number(chosen)
    await manager.switch_to(GroupMembers.one)


async def on_invite(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Whom to ask into it."""
    card_side = Side.MENTOR if button.widget_id == "add_mentor" else Side.MENTEE
    data = {"mentorship_id": mentorship_id_of(manager), "side": card_side.value}
    await manager.start(MakeGroup.people, data=data, mode=StartMode.RESET_STACK)


async def on_answer(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Yes or no «со слов» of somebody without an account."""
    act, mentorship_id, person_id = act_of(manager), mentorship_id_of(manager), member_id_of(manager)
    member = (await card_of(manager)).pair.member(person_id)
    if member is None:
        raise ProgrammeError("error-gone")
    if button.widget_id == "yes_for":
        await act(answers.accept_for, mentorship_id, member.side, person_id)
    else:
        await act(answers.decline_for, mentorship_id, member.side, None, person_id)
    await _done(query, manager)


async def on_release(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Out of the group; the others go on."""
    await act_of(manager)(parting.release, mentorship_id_of(manager), member_id_of(manager))
    await _done(query, manager)


async def on_leave(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The reader leaves."""
    words = words_of(manager)
    pair = await act_of(manager)(parting.leave, mentorship_id_of(manager))
    is_out = pair.member(act_of(manager).actor.me) is None
    key = "mentorships-group-left" if is_out else "mentorships-group-closing"
    await finish(query, manager, Drawn(words.text(key, mentor=pair.mentor_name), ((menu_key(words),),)))


async def on_to_pair(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The card of the group."""
    data = {"mentorship_id": mentorship_id_of(manager)}
    await manager.start(Pair.view, data=data, mode=StartMode.RESET_STACK)


async def _done(query: CallbackQuery, manager: DialogManager) -> None:
    await acknowledge(query, words_of(manager).label("mentorships-done"))
    await _to_members(manager)


async def _to_members(manager: DialogManager) -> None:
    data = {"mentorship_id": mentorship_id_of(manager)}
    await manager.start(GroupMembers.list, data=data, mode=StartMode.RESET_STACK)
