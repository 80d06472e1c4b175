"""Faults that a test can put between the bot and Telegram."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal[
    "error",  # an error code with a description and parameters; nothing is carried out
    "delay",  # carried out after `seconds`
    "cut",  # the connection is closed before anything is carried out
    "cut_after",  # carried out, then the connection is closed without an answer
    "reset",  # the connection is reset before anything is carried out
    "hang",  # no answer, nothing is carried out, until `release()` or the client goes
    "hang_after",  # carried out, then as `hang`
    "bad_gateway",  # 502 as a page of HTML; nothing is carried out
    "page",  # the same with the status `code`
    "shape",  # carried out, 200 with JSON that is no result of this method
    "truncated",  # carried out, half of the answer arrives
    "garbage",  # carried out, 200 with something that is no JSON
    "flood",  # 429 without parameters
]


@dataclass(slots=True, eq=False)
class Fault:
    """One injected fault. It lets `after` matching requests pass, then strikes `times` times."""

    kind: Kind
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    after: int = 0
    code: int = 500
    description: str = "Internal Server Error"
    parameters: dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0
    hits: int = 0
    _struck: asyncio.Event = field(default_factory=asyncio.Event)
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Whether the request is one of those that the fault waits for."""
        same_method = self.method is None or self.method.lower() == method.lower()
        return self.times > 0 and same_method and (self.chat_id is None or self.chat_id == chat_id)

    async def happened(self) -> None:
        """Waits until the fault has struck."""
        await self._struck.wait()

    def release(self) -> None:
        """Lets hanging requests go (their connection is closed)."""
        self._released.set()

    async def released(self) -> None:
        """Waits for `release()`."""
        await self._released.wait()

    def strike(self) -> None:
        """Counts one strike."""
        self.hits += 1
        self.times -= 1
        self._struck.set()


class Faults:
    """The faults that wait for their request, in the order they were added."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, kind: Kind, method: str | None = None, **options: Any) -> Fault:
        """Adds a fault; the options are the fields of Fault. Without a method every request is meant."""
        fault = Fault(kind, method, **options)
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        """Forgets all faults and lets hanging requests go."""
        for fault in self._faults:
            fault.release()
        self._faults.clear()

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that strikes this request, if any."""
        for fault in self._faults:
            if not fault.matches(method, chat_id):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.strike()
            return fault
        return None
