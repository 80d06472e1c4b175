"""People, their chats with the bot, groups, and the messages in them."""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.sandbox.tags import Entity
from bot.sandbox.text import to_html

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
