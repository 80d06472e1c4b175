"""What the page shows: people, messages and the clock as JSON."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.sandbox.chats import Chat, Message
from bot.sandbox.core import Core
from bot.sandbox.methods_bot import commands_for

Json = dict[str, Any]


class PageView:
    """Turns the world into the page's JSON; times are shown in one zone."""

    def __init__(self, core: Core, zone: str, movable: bool) -> None:
        self._world = core.world
        self._core = core
        self._zone = ZoneInfo(zone)
        self._movable = movable

    def state(self) -> Json:
        """Bot, clock and people."""
        bot = self._world.bot
        people = [self.person(chat) for chat in self._world.chats.values() if chat.user is not None]
        return {
            "bot": {"name": bot.name, "username": bot.username},
            "clock": {"now": self.time(self._world.clock.now()), "zone": self._zone.key, "movable": self._movable},
            "people": people,
            "version": self._world.changes.version,
        }

    def person(self, chat: Chat) -> Json:
        """One person in the list."""
        return {
            "id": chat.id,
            "name": chat.title,
            "note": chat.note,
            "unread": chat.unread,
            "blocked": chat.state == "blocked",
            "language": chat.user.language_code if chat.user else None,
        }

    def chat(self, chat: Chat) -> Json:
        """One chat with its messages, oldest first."""
        language = chat.user.language_code if chat.user else None
        return {
            "messages": [self.message(message) for message in chat.messages.values()],
            "commands": commands_for(self._core, chat.id, language),
            "version": self._world.changes.version,
        }

    def message(self, message: Message) -> Json:
        """One message."""
        content = message.content
        return {
            "id": message.id,
            "from": "bot" if message.from_bot else "person",
            "date": self.time(datetime.fromtimestamp(message.date, UTC)),
            "edited": message.edited,
            "html": message.html,
            "photo": _file_url(content["photo"][-1]) if "photo" in content else None,
            "voice": _file_url(content["voice"]) if "voice" in content else None,
            "document": _document(content["document"]) if "document" in content else None,
            "contact": _contact(content["contact"]) if "contact" in content else None,
            "sticker": content["sticker"]["emoji"] if "sticker" in content else None,
            "keyboard": _keyboard(message),
            "reply_keyboard": _reply_keyboard(message),
        }

    def time(self, moment: datetime) -> str:
        """A time in the page's zone, ISO 8601 with its offset."""
        return moment.astimezone(self._zone).isoformat(timespec="seconds")


def _file_url(file: Json) -> str:
    return f"/page/files/{file['file_id']}"


def _document(document: Json) -> Json:
    return {"name": document["file_name"], "url": _file_url(document), "size": document["file_size"]}


def _contact(contact: Json) -> Json:
    name = f"{contact['first_name']} {contact.get('last_name', '')}".strip()
    return {"name": name, "phone": contact["phone_number"]}


def _keyboard(message: Message) -> list[list[Json]] | None:
    rows = [[{"text": b.text, "data": b.data, "url": b.url} for b in row] for row in message.keyboard]
    return rows or None


def _reply_keyboard(message: Message) -> list[list[Json]] | None:
    """The keyboard that came with the message, as long as it is the one that shows."""
    rows: list[list[Json]] | None = (message.other_markup or {}).get("keyboard")
    if rows is None or rows is not message.chat.reply_keyboard:
        return None
    return [[{"text": b["text"], "request_contact": bool(b.get("request_contact"))} for b in row] for row in rows]
