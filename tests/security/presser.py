"""Pressing what was never shown: somebody at their phone with a forged client, and what must come of it."""

import logging
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select

from bot.inbox import InboxRow
from bot.sandbox.callbacks import Tap
from bot.sandbox.person import Person
from models.audit import AuditEntry
from tests.access.test_outsiders import everything
from tests.play import Play

AT_ONCE = 25
"""So many presses wait together; more would grow too old to be answered."""
PLUMBING = ("audit_entry", "effect", "inbox", "dialog")
"""What is kept of every press, whoever made it, and of the windows that somebody has open."""
OURS = ("bot", "handlers", "models", "asyncio")
"""Whose log lines count; the framework says of every refusal that it could not draw its window."""
Rows = dict[tuple[str, Any], dict[str, Any]]


@dataclass
class Presser:
    """Whoever presses, and every press of theirs."""

    play: Play
    person: Person
    person_id: int | None = None
    kind: str = ""
    taps: list[tuple[str, Tap]] = field(default_factory=list)

    async def press(self, *forged: str) -> None:
        """Sends forged data from the newest message with buttons, and waits until all of it is handled."""
        for start in range(0, len(forged), AT_ONCE):
            shown = next((one for one in reversed(self.person.messages) if one.inline), self.person.last)
            some = forged[start : start + AT_ONCE]
            self.taps += [(data, self.person.tapped(data, shown)) for data in some]
            await self.play.settle()

    async def done(self) -> list[str]:
        """What was pressed and has done something."""
        statement = select(InboxRow.update_id).join(AuditEntry, AuditEntry.inbox_id == InboxRow.id)
        async with self.play.town.database.read() as session:
            effective = set(await session.scalars(statement))
        return [data for data, tap in self.taps if tap.update_id in effective]

    @property
    def unanswered(self) -> list[str]:
        """What was pressed and has kept its hourglass."""
        return [data for data, tap in self.taps if not tap.answered.is_set()]

    @property
    def read(self) -> str:
        """All that the person could read."""
        labels = [label for message in self.person.messages for label in message.buttons]
        return "\n".join([*(message.text for message in self.person.messages), *labels, *self.person.alerts])


async def rows(play: Play) -> Rows:
    """All rows but those that say only that somebody pressed."""
    return {key: row for key, row in (await everything(play.town.database)).items() if key[0] not in PLUMBING}


def changed(before: Rows, after: Rows, person_id: int | None = None) -> list[tuple[tuple[str, Any], Any, Any]]:
    """What differs and is not the person's own."""
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return [
        (key, before.get(key), after.get(key))
        for key in keys
        if not _is_of(key, after.get(key) or before[key], person_id)
    ]


def _is_of(key: tuple[str, Any], row: dict[str, Any], person_id: int | None) -> bool:
    return person_id is not None and (row.get("person_id") == person_id or key == ("person", (person_id,)))


def failures(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the bot itself wrote down as a failure; a refusal is none."""
    ours = [record for record in caplog.records if record.name.split(".")[0] in OURS]
    return [record.getMessage() for record in ours if record.levelno >= logging.ERROR]
