"""A person's side of a chat with the bot: what they do and what they see."""

from typing import Any

from bot.sandbox.callbacks import Tap
from bot.sandbox.chats import Message
from bot.sandbox.errors import PersonError
from bot.sandbox.methods_media import person_file
from bot.sandbox.screen import Screen, data_of
from bot.sandbox.text import formatted
from bot.sandbox.updates import NOT_QUEUED

PERSON_TEXT_LENGTH = 4096


class Person(Screen):
    """Somebody with a phone.

    What they do is queued for the bot and returns the update's id, 0 if the bot does not ask for such updates.
    """

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
            data = data_of(one, label)
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
            self._world.changes.touch(None)

    def deactivate(self) -> None:
        """Deletes the account."""
        self._chat.state = "deactivated"

    @property
    def _user(self) -> Any:
        return self._chat.user

    def _must_be_able_to_write(self) -> None:
        if self._chat.state != "active":
            raise PersonError(f"{self.name} cannot write: the chat is {self._chat.state}")


def _membership(bot: dict[str, Any], status: str) -> dict[str, Any]:
    return {"user": bot, "status": status, **({"until_date": 0} if status == "kicked" else {})}
