"""The bot itself: who it is, its commands and texts, where its updates go."""

import re
from typing import Any

from aiogram.methods import (
    DeleteMyCommands,
    DeleteWebhook,
    GetChat,
    GetMe,
    GetMyCommands,
    GetUpdates,
    GetWebhookInfo,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
    SetWebhook,
)

from bot.sandbox.core import Core, method
from bot.sandbox.errors import bad_request, conflict, too_many_requests
from bot.sandbox.polling import BY_WEBHOOK, WEBHOOK_ACTIVE
from bot.sandbox.request import Call

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100
TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}

Commands = list[dict[str, str]]


@method(GetMe)
def get_me(core: Core, query: GetMe, call: Call) -> dict[str, Any]:
    """Who the bot is."""
    return {
        **core.world.bot.view(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method(GetUpdates)
async def get_updates(core: Core, query: GetUpdates, call: Call) -> list[dict[str, object]]:
    """What happened since the last time."""
    if core.webhook.target is not None:
        raise conflict(WEBHOOK_ACTIVE)
    return await core.polling.get_updates(query)


@method(SetWebhook)
async def set_webhook(core: Core, query: SetWebhook, call: Call) -> bool:
    """Sends updates to an address from now on; an empty address ends it."""
    if not call.fields.get("url"):
        return await delete_webhook(core, DeleteWebhook(drop_pending_updates=query.drop_pending_updates), call)
    target = core.webhook.checked(query.url, query.secret_token or "", min(max(query.max_connections or 40, 1), 100))
    if core.limits.flood and core.limits.webhook_set_lately():
        raise too_many_requests(1)
    core.polling.terminate(conflict(BY_WEBHOOK))
    if query.drop_pending_updates:
        core.world.updates.clear()
    if query.allowed_updates is not None:
        core.world.updates.allowed = frozenset(query.allowed_updates)
    await core.webhook.set(target)
    return True


@method(DeleteWebhook)
async def delete_webhook(core: Core, query: DeleteWebhook, call: Call) -> bool:
    """Back to getUpdates."""
    await core.webhook.set(None)
    if query.drop_pending_updates:
        core.world.updates.clear()
    return True


@method(GetWebhookInfo)
def get_webhook_info(core: Core, query: GetWebhookInfo, call: Call) -> dict[str, Any]:
    """Where updates go and how many wait."""
    target = core.webhook.target
    info: dict[str, Any] = {
        "url": target.url if target else "",
        "has_custom_certificate": False,
        "pending_update_count": len(core.world.updates.pending()),
    }
    if target:
        info["max_connections"] = target.connections
    if core.webhook.last_error:
        info |= {"last_error_message": core.webhook.last_error, "last_error_date": core.world.now()}
    if core.world.updates.allowed:
        info["allowed_updates"] = sorted(core.world.updates.allowed)
    return info


def _scope(query: SetMyCommands | GetMyCommands | DeleteMyCommands) -> tuple[str, int | None, str]:
    kind = query.scope.type if query.scope else "default"
    chat_id = getattr(query.scope, "chat_id", None)
    return str(kind), int(chat_id) if chat_id is not None else None, query.language_code or ""


def _stored(core: Core) -> dict[tuple[str, int | None, str], Commands]:
    stored: dict[tuple[str, int | None, str], Commands] = core.world.settings.setdefault("commands", {})
    return stored


def _tell_chats(core: Core) -> None:
    """A page that is open shows other commands at once."""
    for chat_id in core.world.chats:
        core.world.changes.touch(chat_id)


@method(SetMyCommands)
def set_my_commands(core: Core, query: SetMyCommands, call: Call) -> bool:
    """The list behind the «menu» button, for a scope and a language."""
    if len(query.commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = []
    for item in query.commands:
        name = item.command.removeprefix("/")
        if not COMMAND.fullmatch(name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(item.description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        commands.append({"command": name, "description": item.description})
    _stored(core)[_scope(query)] = commands
    _tell_chats(core)
    core.world.log(call.method, None)
    return True


@method(GetMyCommands)
def get_my_commands(core: Core, query: GetMyCommands, call: Call) -> Commands:
    """The commands of exactly this scope and language."""
    return _stored(core).get(_scope(query), [])


@method(DeleteMyCommands)
def delete_my_commands(core: Core, query: DeleteMyCommands, call: Call) -> bool:
    """Forgets the commands of this scope and language."""
    _stored(core).pop(_scope(query), None)
    _tell_chats(core)
    return True


def commands_for(core: Core, chat_id: int, language: str | None) -> Commands:
    """What a person finds behind the «menu» button: the narrowest scope that has commands, own language first."""
    for scope in (("chat", chat_id), ("all_private_chats", None), ("default", None)):
        for code in (language or "", ""):
            found = _stored(core).get((*scope, code))
            if found:
                return found
    return []


def _store_text(core: Core, kind: str, text: str | None, language: str | None) -> bool:
    if len(text or "") > TEXT_LIMITS[kind]:
        raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
    core.world.settings.setdefault(kind, {})[language or ""] = text or ""
    return True


@method(SetMyName)
def set_my_name(core: Core, query: SetMyName, call: Call) -> bool:
    """The bot's name in a language."""
    return _store_text(core, "name", query.name, query.language_code)


@method(SetMyDescription)
def set_my_description(core: Core, query: SetMyDescription, call: Call) -> bool:
    """What a person reads before pressing «Start»."""
    return _store_text(core, "description", query.description, query.language_code)


@method(SetMyShortDescription)
def set_my_short_description(core: Core, query: SetMyShortDescription, call: Call) -> bool:
    """What a person reads on the bot's profile."""
    return _store_text(core, "short_description", query.short_description, query.language_code)


@method(SetChatMenuButton)
def set_chat_menu_button(core: Core, query: SetChatMenuButton, call: Call) -> bool:
    """What the button beside the input line does."""
    button = query.menu_button.model_dump(exclude_none=True) if query.menu_button else {"type": "default"}
    core.world.settings.setdefault("menu_buttons", {})[query.chat_id] = button
    return True


@method(GetChat)
def get_chat(core: Core, query: GetChat, call: Call) -> dict[str, Any]:
    """A chat in full."""
    chat = core.chat(query.chat_id)
    return {**chat.view(), "accent_color_id": chat.id % 7, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}


NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}
