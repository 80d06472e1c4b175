"""Sending hostile updates to the whole bot, and looking at what they left."""

import secrets
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.sandbox.person import Person
from tests.access.school import School
from tests.play import Play
from tests.security.buttons import Forger
from tests.security.presser import Rows, rows
from tests.security.updates import OPEN, SEPARATOR, Body, short, updates

BATCH = 25


def drawn(batches: SearchStrategy[list[tuple[str, Body]]], number: int, seed: int = 0) -> list[list[tuple[str, Body]]]:
    """As many updates as wanted, the same for the same seed."""
    found: list[list[tuple[str, Body]]] = []

    @seeded(seed)
    @settings(
        max_examples=number // BATCH, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(batches)
    def draw(batch: list[tuple[str, Body]]) -> None:
        found.append(batch)

    draw()
    return found


class Fuzz:
    """A school in full life, and a stranger and a mentee of another school who send whatever they like."""

    def __init__(self, play: Play, school: School, people: list[Person], before: Rows) -> None:
        self.play, self.people, self.before = play, people, before
        self.sent = 0
        self.known = [short(data) for data in Forger(school.ids).all()]

    @classmethod
    async def begin(cls, play: Play) -> "Fuzz":
        """Sets the stage."""
        school = await School.build(play.town)
        stranger = play.stranger()
        await stranger.start()
        mentee = await play.person(await play.town.mentee(organisation=play.town.other_school))
        return cls(play, school, [stranger, mentee], await rows(play))

    def batches(self) -> SearchStrategy[list[tuple[str, Body]]]:
        """So many updates at once."""
        return st.lists(updates(self.known), min_size=BATCH, max_size=BATCH)

    async def send(self, batch: list[tuple[str, Body]]) -> None:
        """Sends the updates, from one and from the other, and waits until all are handled."""
        for number, (kind, content) in enumerate(batch):
            person = self.people[number % len(self.people)]
            put = self._press if kind == "callback_query" else self._write
            put(person, kind, dict(content))
        self.sent += len(batch)
        await self.play.settle()

    async def harm(self) -> list[Any]:
        """What existed before and is not as it was, the mentee's own rows excepted."""
        now, own = await rows(self.play), self.people[1].id
        mine = {key for key, row in self.before.items() if row.get("external_id") == str(own)}
        return [(key, row, now.get(key)) for key, row in self.before.items() if now.get(key) != row and key not in mine]

    def forget(self) -> None:
        """What the sandbox keeps of the chats is not the bot's memory."""
        for person in self.people:
            newest = {person.last.id, *list(person._chat.messages)[-5:]}
            for message_id in set(person._chat.messages) - newest:
                del person._chat.messages[message_id]
        self.play.sandbox.core.callbacks.answers.clear()
        self.play.sandbox.world.sent.clear()

    def _intent(self, person: Person) -> str:
        """The id of the window that the person has open; a forged press may well know it."""
        data = [button.data or "" for row in person.last.keyboard for button in row]
        return next((one.split(SEPARATOR)[0] for one in data if SEPARATOR in one), "")

    def _put(self, kind: str, person: Person, event: Body) -> None:
        queue = self.play.sandbox.world.updates
        queue.allowed |= {kind}
        queue.put(kind, person.id, event)

    def _write(self, person: Person, kind: str, content: Body) -> None:
        world = self.play.sandbox.world
        anonymous, chat = content.pop("anonymous", False), content.pop("chat", None)
        event = {**world.new_message(person._chat, person._user, {"text": "…"}).view(), "text": None, **content}
        event = {name: value for name, value in event.items() if value is not None}
        if anonymous:
            del event["from"]
        self._put(kind, person, {**event, **({"chat": chat} if chat else {})})

    def _press(self, person: Person, kind: str, content: Body) -> None:
        """On a message, on one that is too old to be seen, on one sent through an inline query, or without data."""
        how, shown = content.pop("how"), person.last
        content["data"] = short(content["data"].replace(OPEN, self._intent(person)))
        if how == 0:
            person.tapped(content["data"], shown)
            return
        old = {"chat": shown.chat.view(), "message_id": 1, "date": 0}
        where: Body = {"message": old} if how == 1 else {"inline_message_id": "abc"}
        sender = {"id": str(secrets.randbits(60)), "from": person._user.view(), "chat_instance": "1"}
        self._put(kind, person, sender | where | (content if how < 3 else {"game_short_name": "x"}))
