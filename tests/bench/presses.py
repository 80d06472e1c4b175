"""What people press, for the bot and for the echo beside it: endless supplies of presses."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import cycle, islice

from bot.sandbox.chats import Message
from bot.sandbox.person import Person
from tests.bench.phones import Phones, Rows, data_ending
from tests.bench.region import NOW, Pair, Region, plan

Press = tuple[Person, Message, str]
TEXT = "Отлично, ждём вас: завтра, вт 13 октября, 10:00, кабинет 214. Вторая сторона узнает об этом от меня."
TOMORROW = NOW + timedelta(days=1)


def rows(meeting_id: int) -> Rows:
    """The buttons below an invitation to a meeting."""
    steps = (("Буду", "coming"), ("Перенести", "move"), ("Отменить", "cancel"))
    return [[(label, f"t-do:{step}:{meeting_id}") for label, step in steps]]


class Writes:
    """«Буду» under an invitation: each press is about another meeting, so that each of them writes."""

    def __init__(self, phones: Phones, region: Region, pairs: Sequence[Pair], meetings: int) -> None:
        self._phones = phones
        self._accounts = [pair.mentee for pair in pairs]
        planned = plan(region, meetings, pairs, TOMORROW)
        self._left = ((account, own[turn]) for turn in range(meetings) for account, own in self._by_person(planned))

    def take(self, number: int) -> list[Press]:
        """The next presses, of as many people as there are."""
        return [self._press(*one) for one in islice(self._left, number)]

    def _by_person(self, planned: list[list[int]]) -> Iterator[tuple[int, list[int]]]:
        return zip(self._accounts, planned, strict=True)

    def _press(self, account: int, meeting_id: int) -> Press:
        message = self._phones.place(account, "Встреча назначена.", rows(meeting_id))
        return self._phones.people[account], message, rows(meeting_id)[0][0][1]


class Opens:
    """From the menu to the diary and back, in the same message."""

    def __init__(self, phones: Phones, pairs: Sequence[Pair]) -> None:
        self._people = cycle([phones.people[pair.mentor] for pair in pairs])

    def take(self, number: int) -> Iterator[Press]:
        """The next presses; whoever stands in the menu goes to the diary."""
        for person in islice(self._people, number):
            message = person.last
            in_menu = any((button.data or "").endswith("diary") for row in message.keyboard for button in row)
            yield person, message, data_ending(message, "diary" if in_menu else "menu")


class Echoes:
    """The same for the echo: a message with three buttons."""

    def __init__(self, phones: Phones) -> None:
        self._people = cycle(phones.people.values())
        self._messages = {account: phones.place(account, "Встреча назначена.", rows(1)) for account in phones.people}

    def take(self, number: int) -> list[Press]:
        """The next presses."""
        return [(one, self._messages[one.id], "t-do:coming:1") for one in islice(self._people, number)]
