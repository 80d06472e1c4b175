"""The queue of updates that wait for the bot."""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

MESSAGE_SECONDS = 24 * 3600.0
CALLBACK_SECONDS = 150.0
NOT_QUEUED = 0

# What Telegram leaves out unless a bot asks for it.
OPTIONAL_KINDS = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True, slots=True)
class Update:
    """A queued update: `body` is what Telegram would send, `chat_id` the chat whose order it keeps."""

    id: int
    kind: str
    chat_id: int
    body: dict[str, Any]
    expires: float


class UpdateQueue:
    """Keeps updates until they are confirmed or too old. Ids grow by one from a random start."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.allowed: frozenset[str] = frozenset()
        self.on_put: Callable[[Update], None] = lambda update: None
        self._monotonic = monotonic
        self._next_id = secrets.randbelow(900_000_000) + 1_000
        self._items: OrderedDict[int, Update] = OrderedDict()

    def put(self, kind: str, chat_id: int, event: dict[str, Any]) -> int:
        """Queues an event; the update's id, or NOT_QUEUED if the bot did not ask for this kind."""
        if (self.allowed and kind not in self.allowed) or (not self.allowed and kind in OPTIONAL_KINDS):
            return NOT_QUEUED
        update_id, self._next_id = self._next_id, self._next_id + 1
        lifetime = CALLBACK_SECONDS if kind == "callback_query" else MESSAGE_SECONDS
        body = {"update_id": update_id, kind: event}
        update = Update(update_id, kind, chat_id, body, self._monotonic() + lifetime)
        self._items[update_id] = update
        self.on_put(update)
        return update_id

    def pending(self) -> list[Update]:
        """Everything that still waits, oldest first."""
        now = self._monotonic()
        return [update for update in self._items.values() if update.expires > now]

    def batch(self, limit: int) -> list[dict[str, Any]]:
        """The oldest updates as getUpdates returns them; expired ones are dropped on the way."""
        now = self._monotonic()
        bodies: list[dict[str, Any]] = []
        expired: list[int] = []
        for update in self._items.values():
            if len(bodies) == limit:
                break
            if update.expires > now:
                bodies.append(update.body)
            else:
                expired.append(update.id)
        self.remove(expired)
        return bodies

    def confirm_below(self, offset: int) -> None:
        """Forgets everything below the offset; a negative offset keeps that many of the newest."""
        if offset < 0:
            self.remove(list(self._items)[:offset])
            return
        while self._items and next(iter(self._items)) < offset:
            self._items.popitem(last=False)

    def remove(self, ids: Iterable[int]) -> None:
        """Forgets the given updates."""
        for update_id in ids:
            self._items.pop(update_id, None)

    def is_waiting(self, update: Update) -> bool:
        """Whether the update is neither delivered nor too old."""
        return update.id in self._items and update.expires > self._monotonic()

    def clear(self) -> None:
        """Forgets everything (`drop_pending_updates`)."""
        self._items.clear()
