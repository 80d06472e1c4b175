"""Taps on inline buttons that wait for the bot's answer."""

import asyncio
import secrets
from dataclasses import dataclass, field

from bot.sandbox.chats import Chat, Message
from bot.sandbox.errors import bad_request
from bot.sandbox.limits import Limits
from bot.sandbox.world import World

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ANSWER_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What answerCallbackQuery showed: a line at the top, or a window to be closed (`modal`)."""

    text: str
    modal: bool


@dataclass(slots=True)
class Tap:
    """One tap and, later, its answer."""

    id: str
    update_id: int
    chat: Chat
    at: float
    answer: Answer | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)


class Callbacks:
    """Keeps the taps until they are answered or too old."""

    def __init__(self, world: World, limits: Limits) -> None:
        self._world = world
        self._limits = limits
        self._waiting: dict[str, Tap] = {}
        self.answers: dict[int, list[Answer]] = {}

    def tap(self, chat: Chat, message: Message, data: str) -> Tap:
        """A person taps; the update is queued."""
        query_id = str(secrets.randbits(62))
        assert chat.user is not None, "only people tap"  # noqa: S101 - groups have no person's side here
        event = {
            "id": query_id,
            "from": chat.user.view(),
            "message": message.view(),
            "chat_instance": str(abs(hash(chat.id))),
            "data": data,
        }
        update_id = self._world.updates.put("callback_query", chat.id, event)
        tap = Tap(query_id, update_id, chat, self._world.monotonic())
        self._waiting[query_id] = tap
        return tap

    def answer(self, query_id: str, text: str, modal: bool) -> Tap:
        """The bot answers a tap, once and in time.

        :raises ApiError: 400 for an unknown, answered or old tap, or a text above 200 characters
        """
        tap = self._waiting.get(query_id)
        if tap is None or self._world.monotonic() - tap.at > self._limits.callback_answer:
            self._waiting.pop(query_id, None)
            raise bad_request(TOO_OLD)
        if len(text) > ANSWER_LENGTH:
            raise bad_request("MESSAGE_TOO_LONG")
        del self._waiting[query_id]
        tap.answer = Answer(text, modal)
        if text:
            self.answers.setdefault(tap.chat.id, []).append(tap.answer)
        tap.answered.set()
        self._world.changes.touch(tap.chat.id)
        return tap
