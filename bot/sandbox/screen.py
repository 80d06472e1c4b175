"""A person's screen: the chat with the bot as they see it, and waiting for what comes."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.sandbox.chats import Chat, Message
from bot.sandbox.core import Core
from bot.sandbox.errors import PersonError

Found = TypeVar("Found")


class Screen:
    """What somebody sees of their chat with the bot."""

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


def data_of(message: Message, label: str) -> str | None:
    """The data of the button that the label means: exactly, or its only beginning, or the only one that contains it.

    :raises PersonError: if the label could mean several buttons of the message
    """
    buttons = [(b.text, b.data) for row in message.keyboard for b in row if b.data is not None]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [data for text, data in buttons if fits(text, label)]
        if len(found) == 1 or (found and fits is str.__eq__):
            return found[0]
        if found:
            raise PersonError(f"«{label}» could mean several of {message.buttons}")
    return None
