"""The dialog storage: aiogram's contract, and writes that wait for the update's end."""

import asyncio
from datetime import timedelta

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import func, select

from bot.fsm import KEPT, DialogRow, DialogStorage, forget_drafts, holding
from models.clock import FixedClock
from models.database import Database

pytestmark = pytest.mark.both_databases


class Draft(StatesGroup):
    name = State()


def key(chat: int = 7, *, bot: int = 42, destiny: str = "default") -> StorageKey:
    return StorageKey(bot_id=bot, chat_id=chat, user_id=chat, destiny=destiny)


@pytest.fixture
def storage(database: Database, clock: FixedClock) -> DialogStorage:
    return DialogStorage(database, clock)


async def rows(database: Database) -> int:
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(DialogRow))


async def test_it_knows_nothing_of_a_new_chat(storage: DialogStorage) -> None:
    assert await storage.get_state(key()) is None
    assert await storage.get_data(key()) == {}


async def test_it_remembers_state_and_data(storage: DialogStorage) -> None:
    await storage.set_state(key(), Draft.name)
    await storage.set_data(key(), {"pair": 5, "words": ["да", "😀"], "nothing": None})
    assert await storage.get_state(key()) == "Draft:name"
    assert await storage.get_data(key()) == {"pair": 5, "words": ["да", "😀"], "nothing": None}


async def test_it_takes_a_state_by_its_name(storage: DialogStorage) -> None:
    await storage.set_state(key(), "Draft:name")
    assert await storage.get_state(key()) == "Draft:name"


async def test_it_outlives_the_process(storage: DialogStorage, database: Database, clock: FixedClock) -> None:
    await storage.set_data(key(), {"pair": 5})
    assert await DialogStorage(database, clock).get_data(key()) == {"pair": 5}


async def test_it_adds_to_data_and_reads_one_value(storage: DialogStorage) -> None:
    await storage.set_data(key(), {"pair": 5})
    assert await storage.update_data(key(), {"day": "2026-10-13"}) == {"pair": 5, "day": "2026-10-13"}
    assert await storage.get_value(key(), "day") == "2026-10-13"
    assert await storage.get_value(key(), "none", "so") == "so"


@pytest.mark.parametrize("other", [key(8), key(bot=43), key(destiny="aiogd:stack:")], ids=["chat", "bot", "destiny"])
async def test_it_keeps_chats_bots_and_destinies_apart(storage: DialogStorage, other: StorageKey) -> None:
    await storage.set_state(key(), Draft.name)
    await storage.set_data(key(), {"pair": 5})
    assert await storage.get_state(other) is None
    assert await storage.get_data(other) == {}


async def test_it_hands_out_copies(storage: DialogStorage) -> None:
    given = {"names": ["Ольга"]}
    await storage.set_data(key(), given)
    given["names"].append("Анна")
    (await storage.get_data(key()))["names"].append("Ирина")
    assert await storage.get_data(key()) == {"names": ["Ольга"]}


async def test_it_hands_out_copies_of_what_it_holds_back(storage: DialogStorage) -> None:
    with holding():
        given = {"names": ["Ольга"]}
        await storage.set_data(key(), given)
        given["names"].append("Анна")
        (await storage.get_data(key()))["names"].append("Ирина")
        assert await storage.get_data(key()) == {"names": ["Ольга"]}


async def test_it_bears_big_values(storage: DialogStorage) -> None:
    long = "щ😀" * 500_000
    await storage.set_data(key(), {"text": long})
    assert (await storage.get_data(key()))["text"] == long


async def test_it_forgets_what_is_cleared(storage: DialogStorage, database: Database) -> None:
    await storage.set_state(key(), Draft.name)
    await storage.set_data(key(), {"pair": 5})
    await storage.set_state(key())
    await storage.set_data(key(), {})
    assert await storage.get_state(key()) is None
    assert await rows(database) == 0


async def test_it_stands_many_first_writes_at_once(storage: DialogStorage, database: Database) -> None:
    await asyncio.gather(*(storage.set_data(key(), {"number": number}) for number in range(40)))
    assert await rows(database) == 1
    assert set(await storage.get_data(key())) == {"number"}


async def test_it_loses_neither_of_a_state_and_data_written_at_once(storage: DialogStorage) -> None:
    await asyncio.gather(storage.set_state(key(), Draft.name), storage.set_data(key(), {"pair": 5}))
    assert await storage.get_state(key()) == "Draft:name"
    assert await storage.get_data(key()) == {"pair": 5}


async def test_it_shows_held_writes_to_the_update_that_made_them(storage: DialogStorage, database: Database) -> None:
    with holding():
        await storage.set_state(key(), Draft.name)
        await storage.set_data(key(), {"pair": 5})
        assert await storage.get_state(key()) == "Draft:name"
        assert await storage.get_data(key()) == {"pair": 5}
        assert await rows(database) == 0


async def test_it_stores_held_writes_when_they_are_committed(
    storage: DialogStorage, database: Database, clock: FixedClock
) -> None:
    with holding() as held:
        await storage.set_state(key(), Draft.name)
        await storage.set_data(key(), {"pair": 5})
    await database.note(lambda connection: held.commit(connection, clock.now()))
    assert await storage.get_state(key()) == "Draft:name"
    assert await storage.get_data(key()) == {"pair": 5}


async def test_it_drops_held_writes_that_are_not_committed(storage: DialogStorage) -> None:
    await storage.set_data(key(), {"pair": 5})
    with holding():
        await storage.set_state(key(), Draft.name)
        await storage.set_data(key(), {"pair": 6})
    assert await storage.get_state(key()) is None
    assert await storage.get_data(key()) == {"pair": 5}


async def test_it_keeps_held_writes_of_updates_side_by_side_apart(storage: DialogStorage) -> None:
    written = asyncio.Barrier(2)

    async def update(chat: int) -> dict:
        with holding():
            await storage.set_data(key(), {"pair": chat})
            await written.wait()
            return await storage.get_data(key())

    assert await asyncio.gather(update(1), update(2)) == [{"pair": 1}, {"pair": 2}]


async def test_it_forgets_drafts_that_nobody_touched_for_a_week(
    storage: DialogStorage, database: Database, clock: FixedClock
) -> None:
    await storage.set_data(key(1), {"pair": 1})
    clock.moment += KEPT - timedelta(minutes=1)
    await storage.set_data(key(2), {"pair": 2})
    clock.moment += timedelta(minutes=2)
    await database.note(lambda connection: forget_drafts(connection, clock.now() - KEPT))
    assert await storage.get_data(key(1)) == {}
    assert await storage.get_data(key(2)) == {"pair": 2}
