"""The state of the sandbox: people, chats, messages, files. Plain objects, no network."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from bot.sandbox.changes import Changes
from bot.sandbox.html import Entity
from bot.sandbox.text import to_html
from bot.sandbox.updates import UpdateQueue
from models.clock import Clock

ChatState = Literal["new", "active", "blocked", "deactivated", "kicked", "upgraded"]


@dataclass(slots=True)
class User:
    """A person or the bot."""

    id: int
    name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def view(self) -> dict[str, Any]:
        """As the Bot API shows a user."""
        first, _, last = self.name.partition(" ") if not self.is_bot else (self.name, "", "")
        optional = {"last_name": last, "username": self.username, "language_code": self.language_code}
        shown = {key: value for key, value in optional.items() if value}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": first, **shown}


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a message as a person sees it."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Message:
    """A message in a chat. `content` holds the Bot API's fields of text, caption and media."""

    id: int
    chat: "Chat"
    sender: User
    date: int
    content: dict[str, Any]
    inline: list[list[dict[str, Any]]] | None = None
    other_markup: dict[str, Any] | None = None
    reply_to: "Message | None" = None
    edit_date: int | None = None
    version: int = 0

    @property
    def from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return self.sender.is_bot

    @property
    def edited(self) -> bool:
        """Whether it was changed after it was sent."""
        return self.edit_date is not None

    @property
    def text(self) -> str:
        """The visible text or caption, without tags."""
        return str(self.content.get("text", self.content.get("caption", "")))

    @property
    def entities(self) -> list[Entity]:
        """The entities of the text or caption."""
        return list(self.content.get("entities", self.content.get("caption_entities", [])))

    @property
    def html(self) -> str:
        """The text or caption as safe HTML."""
        return to_html(self.text, self.entities)

    @property
    def keyboard(self) -> list[list[Button]]:
        """The inline buttons, row by row."""
        rows = self.inline or []
        return [[Button(b["text"], b.get("callback_data"), b.get("url")) for b in row] for row in rows]

    @property
    def buttons(self) -> list[str]:
        """The labels of the inline buttons."""
        return [button.text for row in self.keyboard for button in row]

    def view(self) -> dict[str, Any]:
        """As the Bot API shows a message."""
        body = {
            "message_id": self.id,
            "from": self.sender.view(),
            "chat": self.chat.view(),
            "date": self.date,
            **self.content,
        }
        if self.edit_date is not None:
            body["edit_date"] = self.edit_date
        if self.inline:
            body["reply_markup"] = {"inline_keyboard": self.inline}
        if self.reply_to:
            body["reply_to_message"] = {k: v for k, v in self.reply_to.view().items() if k != "reply_to_message"}
        return body


@dataclass(slots=True)
class Chat:
    """A private chat with a person, or a group."""

    id: int
    title: str
    user: User | None = None
    state: ChatState = "new"
    note: str = ""
    messages: dict[int, Message] = field(default_factory=dict)
    reply_keyboard: list[list[dict[str, Any]]] | None = None
    read_up_to: int = 0
    upgraded_to: int | None = None
    last_message_id: int = 0
    actions: list[str] = field(default_factory=list)

    def view(self) -> dict[str, Any]:
        """As the Bot API shows a chat."""
        if self.user is None:
            kind = "supergroup" if str(self.id).startswith("-100") else "group"
            return {"id": self.id, "type": kind, "title": self.title}
        user = self.user.view()
        names: dict[str, Any] = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
        return {"id": self.id, "type": "private", **names}

    @property
    def unread(self) -> int:
        """How many of the bot's messages the person has not seen."""
        return sum(1 for message in self.messages.values() if message.from_bot and message.id > self.read_up_to)


@dataclass(frozen=True, slots=True)
class File:
    """A stored file. `kind` is photo, document, voice or sticker; `extra` what Telegram tells about such a file."""

    id: str
    unique_id: str
    kind: str
    name: str
    mime_type: str
    content: bytes
    path: str
    extra: dict[str, Any]

    def view(self) -> dict[str, Any]:
        """What every kind of file has in the Bot API."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


@dataclass(frozen=True, slots=True)
class Sent:
    """One request of the bot that was carried out; time in seconds of the monotonic clock."""

    method: str
    chat_id: int | None
    time: float
    text: str = ""
    message_id: int | None = None


class World:
    """Everything that Telegram would remember."""

    def __init__(self, bot: User, clock: Clock, monotonic: Callable[[], float]) -> None:
        self.bot = bot
        self.clock = clock
        self.monotonic = monotonic
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.updates = UpdateQueue(monotonic)
        self.changes = Changes()
        self.sent: list[Sent] = []
        self.settings: dict[str, Any] = {}
        self._last_private_id = 0

    def now(self) -> int:
        """Seconds since the epoch by the injected clock."""
        return int(self.clock.now().timestamp())

    def moment(self, seconds: int) -> datetime:
        """A message's date as an aware time."""
        return datetime.fromtimestamp(seconds, UTC)

    def add_chat(self, chat: Chat) -> Chat:
        """Registers a person's private chat or a group."""
        if chat.id in self.chats:
            raise ValueError(f"chat {chat.id} exists already")
        self.chats[chat.id] = chat
        self.changes.touch(None)
        return chat

    def new_message(self, chat: Chat, sender: User, content: dict[str, Any], **rest: Any) -> Message:
        """Puts a message into a chat. Private chats share one counter of ids, a group has its own."""
        if chat.user is not None:
            self._last_private_id += 1
            chat.last_message_id = self._last_private_id
        else:
            chat.last_message_id += 1
        message = Message(chat.last_message_id, chat, sender, self.now(), content, **rest)
        chat.messages[message.id] = message
        message.version = self.changes.touch(chat.id)
        return message

    def edited(self, message: Message) -> None:
        """Notes that the message was changed."""
        message.edit_date = self.now()
        message.version = self.changes.touch(message.chat.id)

    def delete(self, message: Message) -> None:
        """Takes a message out of its chat for everybody."""
        del message.chat.messages[message.id]
        self.changes.touch(message.chat.id)

    def add_file(self, kind: str, content: bytes, name: str, mime_type: str, **extra: Any) -> File:
        """Stores a file and gives it Telegram's two ids and a path."""
        folder = {"photo": "photos", "voice": "voice", "sticker": "stickers"}.get(kind, "documents")
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        path = f"{folder}/file_{len(self.files)}.{suffix}"
        file_id = f"AgAC{secrets.token_urlsafe(32)}"
        file = File(file_id, secrets.token_urlsafe(11), kind, name, mime_type, content, path, extra)
        self.files[file.id] = file
        return file

    def log(self, method: str, chat_id: int | None, text: str = "", message_id: int | None = None) -> None:
        """Notes a request that was carried out."""
        self.sent.append(Sent(method, chat_id, self.monotonic(), text, message_id))
