"""What the buttons of inviting do."""

from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from handlers.flow import finish, number
from handlers.kit import act_of, words_of
from handlers.people.buttons import OpenStaff
from handlers.people.invite_getters import DAYS, USES, targets
from handlers.people.links import link_to
from handlers.people.qr_sheet import Code, QrSheet, make_qr_sheet
from handlers.people.states import Invite
from handlers.sending import Paper, deliver
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.errors import ProgrammeError
from models.people.invitations import MAX_DAYS, Issued, invite, reissue
from models.terms import Role
from models.use_case import Act

SHEET_USES, SHEET_DAYS = 100, MAX_DAYS
"""A sheet hangs for a while, and a whole staff room passes it."""


async def on_start(_: Any, manager: DialogManager) -> None:
    """With one organisation in scope it is not asked for."""
    found = await targets(manager)
    if len(found) == 1:
        manager.dialog_data["organisation_id"] = found[0].organisation_id
        await manager.switch_to(Invite.role)


async def on_target(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers the organisation."""
    organisation_id = number(chosen)
    if all(one.organisation_id != organisation_id for one in await targets(manager)):
        raise ProgrammeError("error-gone")
    manager.dialog_data["organisation_id"] = organisation_id
    await manager.switch_to(Invite.role)


async def on_role(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
    """A curator's link is for one person; the others may be for many."""
    if chosen not in list(Role):
        raise ProgrammeError("error-gone")
    manager.dialog_data["role"] = chosen
    if Role(chosen).is_curator:
        await _make(query, manager, 1)
    else:
        await manager.switch_to(Invite.uses)


async def on_uses(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
    """Makes the link."""
    uses = number(chosen)
    if uses not in USES:
        raise ProgrammeError("error-gone")
    await _make(query, manager, uses)


async def on_sheet(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """A link for mentees and one for mentors on a sheet with QR codes, then the window below it."""
    act, words = act_of(manager), words_of(manager)
    bot: Bot = manager.middleware_data["bot"]
    organisation_id = manager.dialog_data["organisation_id"]
    codes = []
    for role in (Role.MENTEE, Role.MENTOR):
        issued = await _with_code(act, await act(invite, role, organisation_id, SHEET_USES, SHEET_DAYS))
        title, text = (words.label(key, role=role.value) for key in ("people-sheet-title", "people-sheet-text"))
        codes.append(Code(await link_to(bot, issued.code), title, text))
    until = words.day(issued.expires_at)
    sheet = QrSheet(
        words.label("people-sheet"),
        issued.organisation,
        tuple(codes),
        words.label("people-sheet-foot", until=until, uses=SHEET_USES),
    )
    caption = Drawn(words.text("people-sheet-caption", until=until, uses=SHEET_USES))
    await deliver(query, words, Paper(make_qr_sheet, (sheet,), words.label("people-sheet-file"), caption))
    await manager.switch_to(Invite.role, show_mode=ShowMode.SEND)


async def show_link(query: CallbackQuery, manager: DialogManager, bot: Bot, issued: Issued) -> None:
    """Ends the flow with the link."""
    act = act_of(manager)
    words = words_of(manager)
    await finish(query, manager, await link_drawn(bot, act, words, issued))


async def link_drawn(bot: Bot, act: Act, words: Words, issued: Issued) -> Drawn:
    """The link, ready to be forwarded; it can be seen this once."""
    issued = await _with_code(act, issued)
    said = words.text(
        "people-invite-link",
        link=await link_to(bot, issued.code),
        role=issued.role.value,
        organisation=issued.organisation,
        person=issued.person,
        has_person=int(bool(issued.person)),
        uses=issued.uses,
        until=words.day(issued.expires_at),
    )
    people = Key(words.label("people-staff-button"), OpenStaff().pack())
    return Drawn(said, ((people, menu_key(words)),))


async def _make(query: CallbackQuery, manager: DialogManager, uses: int) -> None:
    act = act_of(manager)
    bot: Bot = manager.middleware_data["bot"]
    draft = manager.dialog_data
    issued = await act(invite, Role(draft["role"]), draft["organisation_id"], uses, DAYS)
    await show_link(query, manager, bot, issued)


async def _with_code(act: Act, issued: Issued) -> Issued:
    """The invitation with a code: an update that runs again after a crash has lost the first one."""
    while not issued.code:
        issued = await act(reissue, issued.invitation_id)
    return issued
