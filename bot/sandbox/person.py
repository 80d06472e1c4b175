"""A person's side of a chat with the bot: what they do and what they see."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from bot.sandbox.callbacks import Tap
from bot.sandbox.core import Core
from bot.sandbox.errors import PersonError
from bot.sandbox.methods_media import person_file
from bot.sandbox.text import formatted
from bot.sandbox.updates import NOT_QUEUED
from bot.sandbox.world import Chat, Message

PERSON_TEXT_LENGTH = 4096
Found = TypeVar("Found")


class Person:
    """Somebody with a phone.

    What they do is queued for the bot and returns the update's id, 0 if the bot does not ask for such updates.
    """

    def __init__(self, core: Core, chat: Chat) -> None:
        self._core = core
        self._world = core.world
        self._chat = chat
        self._acted_at = 0

    @property
    def id(self) -> int:
        """The person's id, which is the private chat's id as well."""
        return self._chat.id

    @property
    def name(self) -> str:
        """The full name."""
        return self._chat.title

    @property
    def messages(self) -> list[Message]:
        """What stands in the chat now, oldest first."""
        return list(self._chat.messages.values())

    @property
    def last(self) -> Message:
        """The bot's newest message.

        :raises PersonError: if the bot has not written
        """
        for message in reversed(self.messages):
            if message.from_bot:
                return message
        raise PersonError(f"the bot has not written to {self.name}")

    @property
    def buttons(self) -> list[str]:
        """The labels of the newest message that has inline buttons."""
        return next((message.buttons for message in reversed(self.messages) if message.inline), [])

    @property
    def reply_buttons(self) -> list[str]:
        """The labels of the keyboard that stands in place of the phone's own."""
        return [button["text"] for row in self._chat.reply_keyboard or [] for button in row]

    @property
    def alerts(self) -> list[str]:
        """The texts that taps were answered with."""
        return [answer.text for answer in self._core.callbacks.answers.get(self.id, [])]

    async def start(self, payload: str | None = None) -> int:
        """Presses «Start», or follows a link with a payload; unblocks the bot if need be."""
        if self._chat.state == "blocked":
            await self.unblock()
        self._chat.state = "active"
        return self._send_text(f"/start {payload}" if payload else "/start")

    async def say(self, text: str) -> int:
        """Writes a text (up to 4096 characters, as the app lets one write)."""
        self._must_be_able_to_write()
        if len(text) > PERSON_TEXT_LENGTH:
            raise PersonError(f"the app does not send {len(text)} characters at once")
        return self._send_text(text)

    def _send_text(self, text: str) -> int:
        visible, entities = formatted(text, None, None, PERSON_TEXT_LENGTH)
        if not visible:
            raise PersonError("there is nothing to send")
        return self._send({"text": visible, **({"entities": entities} if entities else {})})

    async def send_contact(self, phone: str = "+79000000000") -> int:
        """Shares the own phone number."""
        first, _, last = self.name.partition(" ")
        contact = {"phone_number": phone, "first_name": first, "user_id": self.id}
        return self._send({"contact": {**contact, **({"last_name": last} if last else {})}})

    async def send_photo(self, content: bytes, caption: str = "") -> int:
        """Sends a photo."""
        return self._send_file("photo", content, "photo.jpg", "image/jpeg", caption)

    async def send_voice(self, content: bytes) -> int:
        """Sends a voice note."""
        return self._send_file("voice", content, "voice.ogg", "audio/ogg")

    async def send_document(
        self, content: bytes, name: str, mime_type: str = "application/octet-stream", caption: str = ""
    ) -> int:
        """Sends a file."""
        return self._send_file("document", content, name, mime_type, caption)

    async def send_sticker(self, emoji: str = "👍") -> int:
        """Sends a sticker."""
        file = self._world.add_file("sticker", b"RIFF", "sticker.webp", "image/webp")
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._send({"sticker": {**file.view(), **shape, "emoji": emoji}})

    def _send_file(self, kind: str, content: bytes, name: str, mime_type: str, caption: str = "") -> int:
        self._must_be_able_to_write()
        shown = person_file(self._world, kind, content, name, mime_type)
        return self._send(shown | ({"caption": caption} if caption else {}))

    def _send(self, content: dict[str, Any]) -> int:
        self._must_be_able_to_write()
        message = self._world.new_message(self._chat, self._user, content)
        self._acted_at = message.version
        self._chat.read_up_to = message.id
        return self._world.updates.put("message", self.id, message.view())

    async def tap(self, label: str, message: Message | None = None) -> int:
        """Taps an inline button by its label: exactly, or its only beginning, or the only one that contains it.

        The newest message with such a button is meant unless one is given.

        :raises PersonError: if no such button can be seen; it lists those that can
        """
        shown = [message] if message is not None else [one for one in reversed(self.messages) if one.inline]
        for one in shown:
            data = _data_of(one, label)
            if data is not None:
                return self.tapped(data, one).update_id
        raise PersonError(f"{self.name} sees no button «{label}»; the buttons are {[one.buttons for one in shown]}")

    async def tap_data(self, data: str, message: Message | None = None) -> int:
        """Sends any callback data, as a forged client can; without a message from the newest with buttons."""
        if message is None:
            message = next((one for one in reversed(self.messages) if one.inline), None) or self.last
        return self.tapped(data, message).update_id

    def tapped(self, data: str, message: Message) -> Tap:
        """Taps a button of a message; the tap can be waited for."""
        self._acted_at = self._world.changes.version
        self._chat.read_up_to = max(self._chat.read_up_to, message.id)
        return self._core.callbacks.tap(self._chat, message, data)

    async def block(self) -> int:
        """Blocks the bot."""
        return self._set_state("blocked", "member", "kicked")

    async def unblock(self) -> int:
        """Lets the bot write again."""
        return self._set_state("active", "kicked", "member")

    def _set_state(self, state: Any, old: str, new: str) -> int:
        if self._chat.state == state:
            return NOT_QUEUED
        self._chat.state = state
        self._acted_at = self._world.changes.touch(self.id)
        event = {
            "chat": self._chat.view(),
            "from": self._user.view(),
            "date": self._world.now(),
            "old_chat_member": _membership(self._world.bot.view(), old),
            "new_chat_member": _membership(self._world.bot.view(), new),
        }
        return self._world.updates.put("my_chat_member", self.id, event)

    def read(self) -> None:
        """Has seen everything."""
        if self._chat.unread:
            self._chat.read_up_to = max(self._chat.messages)
            self._world.changes.touch(self.id)

    def deactivate(self) -> None:
        """Deletes the account."""
        self._chat.state = "deactivated"

    @property
    def _user(self) -> Any:
        return self._chat.user

    def _must_be_able_to_write(self) -> None:
        if self._chat.state != "active":
            raise PersonError(f"{self.name} cannot write: the chat is {self._chat.state}")

    async def sees(self, part: str, timeout: float = 10, *, anywhere: bool = False) -> Message:
        """Waits until a message of the bot contains the text and returns the newest such message.

        Only messages that are new or were changed since the person's last action count, unless `anywhere`.

        :raises AssertionError: after `timeout` seconds, with the transcript of the chat
        """
        since = -1 if anywhere else self._acted_at
        return await self._wait(lambda: self._find(part, since), timeout, f"{self.name} does not see «{part}»")

    async def alerted(self, part: str = "", timeout: float = 10) -> str:
        """Waits until the newest answer to a tap contains the text and returns it.

        :raises AssertionError: after `timeout` seconds
        """
        return await self._wait(
            lambda: next((text for text in reversed(self.alerts) if part in text), None),
            timeout,
            f"{self.name} was not told «{part}» but {self.alerts}",
        )

    async def _wait(self, find: Callable[[], Found | None], timeout: float, complaint: str) -> Found:
        try:
            async with asyncio.timeout(timeout):
                while (found := find()) is None:
                    await self._world.changes.next()
                return found
        except TimeoutError:
            raise AssertionError(f"{complaint}\n{self.transcript()}") from None

    def _find(self, part: str, since: int) -> Message | None:
        for message in reversed(self.messages):
            if message.from_bot and message.version > since and part in message.text:
                return message
        return None

    def transcript(self) -> str:
        """The chat as lines of text, for reading when a test fails."""
        lines = [f"--- {self.name} ({self._chat.state})"]
        for message in self.messages:
            who = "bot" if message.from_bot else "  >"
            kinds = [key for key in message.content if key in {"photo", "voice", "document", "contact", "sticker"}]
            lines.append(f"{who} {message.id}: {' '.join([*kinds, message.text])}")
            lines += ["        " + " ".join(f"[{button.text}]" for button in row) for row in message.keyboard]
        return "\n".join(lines)


def _data_of(message: Message, label: str) -> str | None:
    """The data of the button that the label means; None if none or several could be meant."""
    buttons = [(b.text, b.data) for row in message.keyboard for b in row if b.data is not None]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [data for text, data in buttons if fits(text, label)]
        if len(found) == 1 or (found and fits is str.__eq__):
            return found[0]
    return None


def _membership(bot: dict[str, Any], status: str) -> dict[str, Any]:
    return {"user": bot, "status": status, **({"until_date": 0} if status == "kicked" else {})}
