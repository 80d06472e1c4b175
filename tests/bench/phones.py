"""People who press: the load of a benchmark, on the sandbox's side of the wire."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import inf

from bot.sandbox.chats import Message
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from models.clock import FixedClock
from tests.bench.region import NOW

REQUESTS = 2
"""A press is over when it is acknowledged and its message is changed."""
Rows = Sequence[Sequence[tuple[str, str]]]
"""Buttons: label and data."""


class Phones:
    """Telegram for one bot, and people with the bot's chat open."""

    def __init__(self, token: str, accounts: Iterable[int]) -> None:
        self.sandbox = Sandbox(token, FixedClock(NOW))
        self.sandbox.limits.callback_answer = inf  # on a busy machine a late answer is a figure, not a refusal
        self.settings = {"bot_token": token}
        self.people = {account: self.sandbox.person("Ольга Кузнецова", user_id=account) for account in accounts}
        self._carried_out = asyncio.Event()
        self._requests = Counter[int]()
        self._log = self.sandbox.world.log
        self.sandbox.world.log = self._note  # the load must hear of each request

    async def start(self) -> None:
        """Listens; everybody has known the bot for weeks."""
        await self.sandbox.start()
        self.settings["bot_api_url"] = self.sandbox.url
        for account in self.people:
            self.sandbox.world.chats[account].state = "active"

    def place(self, account: int, text: str, keys: Rows) -> Message:
        """A message of the bot that stands in the chat already."""
        inline = [[{"text": label, "callback_data": data} for label, data in row] for row in keys]
        world = self.sandbox.world
        return world.new_message(world.chats[account], world.bot, {"text": text}, inline=inline)

    async def together(self, presses: Iterable[tuple[Person, Message, str]]) -> int:
        """Everybody presses at once; returns when all are answered, with the number of presses."""
        made, before = Counter[int](), self._requests.copy()
        for person, message, data in presses:
            person.tapped(data, message)
            made[person.id] += REQUESTS
        await self._carry_out(before + made, made)
        return made.total() // REQUESTS

    async def paced(self, presses: Iterable[tuple[Person, Message, str]], per_second: float) -> list[float]:
        """One press after another at a pace, whether answered or not; the milliseconds that each took, sorted."""
        loop = asyncio.get_running_loop()
        made, before, sent = Counter[int](), self._requests.copy(), len(self.sandbox.sent)
        taps, began = defaultdict(list), loop.time()
        for number, (person, message, data) in enumerate(presses, 1):
            await asyncio.sleep(max(0.0, began + number / per_second - loop.time()))
            taps[person.id].append(person.tapped(data, message).at)
            made[person.id] += REQUESTS
        await self._carry_out(before + made, made)
        return sorted(self._waits(taps, sent))

    async def _carry_out(self, expected: Mapping[int, int], chats: Iterable[int]) -> None:
        """Waits until the bot has made the requests that answer these chats."""
        while any(self._requests[chat] < expected[chat] for chat in chats):
            self._carried_out.clear()
            await self._carried_out.wait()

    def _waits(self, taps: dict[int, list[float]], before: int) -> Iterable[float]:
        """A chat's presses are answered in order, each with as many requests."""
        times = defaultdict(list)
        for sent in self.sandbox.sent[before:]:
            times[sent.chat_id].append(sent.time)
        for chat, pressed in taps.items():
            for number, at in enumerate(pressed):
                yield (max(times[chat][number * REQUESTS : (number + 1) * REQUESTS]) - at) * 1000

    def _note(self, method: str, chat_id: int | None, text: str = "", message_id: int | None = None) -> None:
        self._log(method, chat_id, text, message_id)
        self._requests[chat_id or 0] += 1
        self._carried_out.set()


def data_ending(message: Message, end: str) -> str:
    """The data of the button that a dialog's widget of this id drew."""
    found = (button.data for row in message.keyboard for button in row if button.data and button.data.endswith(end))
    return next(found)
