"""The state of the sandbox: chats, files, what waits for the bot. Plain objects, no network."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.changes import Changes
from bot.sandbox.chats import Chat, Message, User
from bot.sandbox.updates import UpdateQueue
from models.clock import Clock


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
