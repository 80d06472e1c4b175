"""Messages: sending, changing, deleting, answering taps."""

from datetime import timedelta
from typing import Any

from aiogram.client.default import Default
from aiogram.enums import ChatAction
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    DeleteMessage,
    DeleteMessages,
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    SendChatAction,
    SendMessage,
)

from bot.sandbox.chats import Chat, Message
from bot.sandbox.core import Core, method
from bot.sandbox.errors import bad_request
from bot.sandbox.request import Call
from bot.sandbox.tags import Entity
from bot.sandbox.text import CAPTION_LENGTH, TEXT_LENGTH, formatted

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DELETABLE_SECONDS = int(timedelta(hours=48).total_seconds())
MOST_DELETED = 100
ACTIONS = {action.value for action in ChatAction}


def given(value: Any) -> Any:
    """A field's value, or None for aiogram's «use the bot's default»."""
    return None if isinstance(value, Default) else value


def _dumped(entities: Any) -> list[Entity] | None:
    return [entity.model_dump(exclude_none=True) for entity in entities] if entities else None


def text_content(query: SendMessage | EditMessageText) -> dict[str, Any]:
    """The content of a text message.

    :raises ApiError: 400 for an empty, long or wrongly written text
    """
    if not query.text:
        raise bad_request("message text is empty")
    text, entities = formatted(query.text, given(query.parse_mode), _dumped(query.entities), TEXT_LENGTH)
    if not text:
        raise bad_request("text must be non-empty")
    return {"text": text, **({"entities": entities} if entities else {})}


def caption_content(query: Any) -> dict[str, Any]:
    """The caption's part of a message with media; empty without a caption."""
    text, entities = formatted(
        query.caption or "", given(query.parse_mode), _dumped(query.caption_entities), CAPTION_LENGTH
    )
    return {**({"caption": text} if text else {}), **({"caption_entities": entities} if entities else {})}


def send(core: Core, query: Any, call: Call, content: dict[str, Any]) -> dict[str, Any]:
    """Puts the bot's message into a chat, as every `send…` method does."""
    keyboard = call.keyboard
    chat = core.writable(query.chat_id)
    reply_to = _replied_to(chat, query)
    core.limits.spend(chat.id)
    if keyboard.other is not None:
        chat.reply_keyboard = keyboard.other.get("keyboard")
    message = core.world.new_message(
        chat, core.world.bot, content, inline=keyboard.inline, other_markup=keyboard.other, reply_to=reply_to
    )
    core.world.log(call.method, chat.id, message.text, message.id)
    return message.view()


def _replied_to(chat: Chat, query: Any) -> Message | None:
    parameters = query.reply_parameters
    message_id = parameters.message_id if parameters else query.reply_to_message_id
    if message_id is None:
        return None
    optional = given(parameters.allow_sending_without_reply) if parameters else query.allow_sending_without_reply
    if message_id not in chat.messages and not optional:
        raise bad_request("message to be replied not found")
    return chat.messages.get(message_id)


@method(SendMessage)
def send_message(core: Core, query: SendMessage, call: Call) -> dict[str, Any]:
    """Sends a text."""
    return send(core, query, call, text_content(query))


@method(CopyMessage)
def copy_message(core: Core, query: CopyMessage, call: Call) -> dict[str, Any]:
    """Sends a copy of a message, with another caption if one is given."""
    original = core.chat(query.from_chat_id).messages.get(query.message_id)
    if original is None:
        raise bad_request("message to copy not found")
    content = dict(original.content)
    if query.caption is not None:
        content = {k: v for k, v in content.items() if not k.startswith("caption")} | caption_content(query)
    return {"message_id": send(core, query, call, content)["message_id"]}


@method(SendChatAction)
def send_chat_action(core: Core, query: SendChatAction, call: Call) -> bool:
    """Shows «typing…»."""
    if query.action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = core.writable(query.chat_id)
    chat.actions.append(query.action)
    core.world.log(call.method, chat.id, query.action)
    return True


def editable(core: Core, query: Any) -> Message:
    """The bot's message that an edit means.

    :raises ApiError: 400 as Telegram words it
    """
    if query.chat_id is None:
        raise bad_request("chat_id is empty")
    if query.message_id is None:
        raise bad_request("message identifier is not specified")
    message = core.writable(query.chat_id).messages.get(query.message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.other_markup is not None:
        raise bad_request("message can't be edited")
    return message


def edit(core: Core, message: Message, call: Call, content: dict[str, Any]) -> dict[str, Any]:
    """Changes content and inline keyboard; without `reply_markup` the keyboard goes.

    :raises ApiError: 400 `message is not modified…`
    """
    inline = call.keyboard.inline
    if message.content == content and message.inline == inline:
        raise bad_request(NOT_MODIFIED)
    core.limits.spend(message.chat.id)
    message.content, message.inline = content, inline
    core.world.edited(message)
    core.world.log(call.method, message.chat.id, message.text, message.id)
    return message.view()


@method(EditMessageText)
def edit_message_text(core: Core, query: EditMessageText, call: Call) -> dict[str, Any]:
    """Replaces the text."""
    content = text_content(query)
    message = editable(core, query)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return edit(core, message, call, content)


@method(EditMessageCaption)
def edit_message_caption(core: Core, query: EditMessageCaption, call: Call) -> dict[str, Any]:
    """Replaces the caption of a message with media."""
    caption = caption_content(query)
    message = editable(core, query)
    if "text" in message.content:
        raise bad_request("there is no caption in the message to edit")
    kept = {key: value for key, value in message.content.items() if not key.startswith("caption")}
    return edit(core, message, call, kept | caption)


@method(EditMessageReplyMarkup)
def edit_message_reply_markup(core: Core, query: EditMessageReplyMarkup, call: Call) -> dict[str, Any]:
    """Replaces the inline keyboard."""
    message = editable(core, query)
    return edit(core, message, call, message.content)


@method(DeleteMessage)
def delete_message(core: Core, query: DeleteMessage, call: Call) -> bool:
    """Deletes one message that is not older than 48 hours."""
    chat = core.writable(query.chat_id)
    message = chat.messages.get(query.message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if not _deletable(core, message):
        raise bad_request("message can't be deleted")
    core.world.delete(message)
    core.world.log(call.method, chat.id, message_id=message.id)
    return True


@method(DeleteMessages)
def delete_messages(core: Core, query: DeleteMessages, call: Call) -> bool:
    """Deletes what can be deleted of up to 100 messages and passes over the rest."""
    if not 1 <= len(query.message_ids) <= MOST_DELETED:
        raise bad_request(
            "too many messages specified" if query.message_ids else "message identifiers are not specified"
        )
    chat = core.writable(query.chat_id)
    for message_id in query.message_ids:
        message = chat.messages.get(message_id)
        if message is not None and _deletable(core, message):
            core.world.delete(message)
    core.world.log(call.method, chat.id)
    return True


def _deletable(core: Core, message: Message) -> bool:
    return core.world.now() - message.date <= DELETABLE_SECONDS


@method(AnswerCallbackQuery)
def answer_callback_query(core: Core, query: AnswerCallbackQuery, call: Call) -> bool:
    """Ends the waiting of a button, with or without a text."""
    tap = core.callbacks.answer(query.callback_query_id, query.text or "", bool(query.show_alert))
    core.world.log(call.method, tap.chat.id, query.text or "")
    return True
