"""What goes on while bots are killed: pairs plan, confirm and cancel by their buttons, and notices fall due."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle

from sqlalchemy.orm import Session

from bot.sandbox.callbacks import Tap
from bot.sandbox.chats import Message
from bot.sandbox.person import Person
from bot.sandbox.screen import data_of
from bot.sandbox.server import Sandbox
from handlers.entrance import CHANNEL
from handlers.words import fluent
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.people.tables import Account
from models.people.tables import Person as Somebody
from models.terms import PersonKind
from tests.faults.process import SOON
from tests.meetings.couple import couple_of
from tests.town import Town

EVERY_FIFTH = 5
"""So often a notice is a nudge, which is not said twice when nobody knows whether it arrived."""
READERS = 1_000_000
"""The accounts of readers are the multiples of it."""
CONFIRMS = "Буду"
WRITES = {
    "В школе": "meetings.plan.plan",
    CONFIRMS: "meetings.plan.confirm",
    "Отменить": "meetings.plan.cancel",
}
"""The presses that change something, and the use case that each must run once."""


@dataclass(frozen=True)
class Press:
    """One press of a button."""

    label: str
    tap: Tap
    message: Message

    @property
    def was_overtaken(self) -> bool:
        """Whether the other side was quicker: the pressed invitation says how things stand, and asks no longer."""
        return self.label == CONFIRMS and not any(button.startswith(CONFIRMS) for button in self.message.buttons)

    @property
    def came_too_late(self) -> bool:
        """Whether the bot has said that the window is too old.

        A window that was drawn by a bot that died before its done-mark is drawn anew by the next one; whoever presses
        the first in between is told so and gets the menu.
        """
        return self.tap.answer is not None and self.tap.answer.text == fluent().get("error-stale-window", "ru")


class Load:
    """People of a town, and what they press and are told."""

    def __init__(self, town: Town, sandbox: Sandbox) -> None:
        self.presses: dict[int, Press] = {}
        """Every press by its update's id."""
        self.posted = 0
        self._town = town
        self._sandbox = sandbox
        sandbox.limits.callback_answer = 24 * 3600.0  # a press that waited for the next bot may be answered as well
        self.readers: list[Person] = []
        """Those who are only told things."""
        self._owed: list[int] = []
        self._pairs: list[tuple[Person, Person]] = []
        self._stopping = False
        self._planning: list[asyncio.Task[None]] = []
        self._confirming: list[asyncio.Task[None]] = []

    async def gather(self, pairs: int, readers: int) -> None:
        """Makes the people: pairs who press, and readers who are only told things."""
        self._owed = await self._town.database.write(lambda session: self._made(session, readers))
        for person_id in self._owed:
            self.readers.append(self._sandbox.person(f"reader {person_id}", user_id=person_id * READERS))
            await self.readers[-1].start()
        # That they have come was long ago.
        self._sandbox.world.updates.clear()
        for number in range(pairs):
            mentor = await self._town.mentor(f"Лебедева Ирина{number} Викторовна")
            mentee = await self._town.mentee(f"Кузнецова Ольга{number} Сергеевна")
            await couple_of(self._town, mentor, mentee)
            self._pairs.append((await self._at_the_phone(mentor), await self._at_the_phone(mentee)))

    def begin(self) -> None:
        """Everybody begins to press."""
        self._planning = [asyncio.create_task(self._plan_and_cancel(mentor)) for mentor, _ in self._pairs]
        self._confirming = [asyncio.create_task(self._confirm(mentee)) for _, mentee in self._pairs]

    async def end(self) -> None:
        """Everybody finishes the round that they have begun."""
        self._stopping = True
        _, hanging = await asyncio.wait(self._planning, timeout=SOON)
        assert not hanging, "\n".join(mentor.transcript() for mentor, _ in self._pairs)

    def drop(self) -> None:
        """Everybody goes away, whatever they are doing."""
        for task in (*self._planning, *self._confirming):
            task.cancel()

    async def tell(self, notices: int) -> None:
        """Posts so many notices that are due now."""
        first, self.posted = self.posted, self.posted + notices
        numbers = zip(range(first, self.posted), cycle(self._owed), strict=False)
        rows = [_notice(number, person_id, self._town.clock.now()) for number, person_id in numbers]
        await self._town.database.write(lambda session: session.add_all(rows))

    def _made(self, session: Session, readers: int) -> list[int]:
        """Readers by the dozen: every notice has another chat, so that no chat's pace keeps it back."""
        names = {"family_name": "Титова", "given_name": "Анна", "created_at": self._town.clock.now()}
        rows = [Somebody(organisation_id=self._town.school, kind=PersonKind.STAFF, **names) for _ in range(readers)]
        session.add_all(rows)
        session.flush()
        chats = [Account(person_id=row.id, channel=CHANNEL, external_id=str(row.id * READERS)) for row in rows]
        session.add_all(chats)
        return [row.id for row in rows]

    async def _plan_and_cancel(self, mentor: Person) -> None:
        """Round after round; whoever is told that a window is too old begins anew from the menu, as people do.

        So does whoever has opened a meeting that is cancelled already, from a message of the round before.
        """
        while not self._stopping:
            for label in ("Назначить", "15", "15:30", "В школе", "Открыть встречу", "Отменить"):
                before = _cancelled(mentor)
                if not await self._press(mentor, await self._button(mentor, label), label):
                    break
                if label == "Открыть встречу" and await self._is_over(mentor, before):
                    break

    async def _is_over(self, mentor: Person, before: set[tuple[int, int]]) -> bool:
        """Whether the meeting that opens is cancelled; `before` are the windows that said so of others."""
        while _with_button(mentor, "Отменить", 0) is None:
            if _cancelled(mentor) - before:
                return True
            await self._sandbox.world.changes.next()
        return False

    async def _confirm(self, mentee: Person) -> None:
        """Says «Буду» to every invitation."""
        answered = 0
        while True:
            invitation = await self._button(mentee, "Буду", answered)
            answered = invitation.id
            await self._press(mentee, invitation, "Буду")

    async def _button(self, person: Person, label: str, after: int = 0) -> Message:
        """Waits for a button that stands on a newer message than `after`."""
        while (found := _with_button(person, label, after)) is None:
            await self._sandbox.world.changes.next()
        return found

    async def _press(self, person: Person, message: Message, label: str) -> bool:
        """Taps a button and waits until the bot has answered; whether it did what the button says."""
        tap = person.tapped(data_of(message, label) or "", message)
        self.presses[tap.update_id] = Press(label, tap, message)
        await tap.answered.wait()
        return not self.presses[tap.update_id].came_too_late

    async def _at_the_phone(self, person_id: int) -> Person:
        actor = await self._town.actor(person_id)
        person = self._sandbox.person(str(person_id), user_id=int(actor.external_id))
        await person.start()
        return person


def _notice(number: int, person_id: int, now: datetime) -> Notice:
    """What a use case would post: an answer to somebody's step, or a nudge in a bundle of its own."""
    kind, payload = NoticeKind.CARD_CONFIRMED, {"number": number}
    if number % EVERY_FIFTH == 0:
        kind, payload = NoticeKind.BUNDLE, {"items": [{"kind": kind.value, "payload": payload, "key": ""}]}
    told = {"person_id": person_id, "subject": f"fault:{number}", "key": f"fault:{number}"}
    return Notice(kind=kind.value, payload=payload, due_at=now, created_at=now, **told)


def _with_button(person: Person, label: str, after: int) -> Message | None:
    for message in reversed(person.messages):
        if message.id > after and any(button.startswith(label) for button in message.buttons):
            return message
    return None


def _cancelled(person: Person) -> set[tuple[int, int]]:
    """The windows of cancelled meetings, as they stand."""
    return {
        (message.id, message.version)
        for message in person.messages
        if any(button.startswith("Назначить другую") for button in message.buttons)
    }
