"""One database of each kind for all tests of a worker, put back before each.

Making a database anew, opening it, preparing all statements and founding the town costs as much as a test of a use
case itself.
"""

import asyncio
import atexit
import sqlite3
from abc import ABC, abstractmethod
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import make_url

from bot.schema import metadata
from models.clock import FixedClock
from models.database import Database
from tests.town import Town

if TYPE_CHECKING:
    import asyncpg

    from tests.postgres import Postgres

TABLES = [table.name for table in metadata.sorted_tables]
COUNTED = [table.name for table in metadata.sorted_tables if "id" in table.c]
"""The tables whose ids are given by a counter."""
DELETE = "".join(map('DELETE FROM "{0}";'.format, TABLES))
HAS_ROWS = 'SELECT EXISTS (SELECT 1 FROM "{0}")'
COPY = 'CREATE TABLE kept."{0}" AS SELECT * FROM "{0}";'
BRING_BACK = 'INSERT INTO "{0}" SELECT * FROM kept."{0}";'
COUNT_FROM = "PERFORM setval('{0}_id_seq', {1});"


class KeptLoop(asyncio.SelectorEventLoop):
    """An event loop that goes on after the test that it ran: a connection to PostgreSQL belongs to its loop."""

    async def shutdown_asyncgens(self) -> None:
        """Not yet: the next test needs them."""

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """Not yet: the next test needs it."""

    def close(self) -> None:
        """Not yet: the next test needs it."""

    def end(self) -> None:
        """Closes it, when no test is left."""
        self.run_until_complete(super().shutdown_asyncgens())
        self.run_until_complete(super().shutdown_default_executor())
        super().close()


@cache
def kept_loop() -> KeptLoop:
    """The worker's."""
    loop = KeptLoop()
    atexit.register(loop.end)
    return loop


class KeptDatabase(ABC):
    """What both kinds have in common: they are emptied, and the town's rows come back from a copy beside them."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.database = Database(url)
        self._town: Town | None = None

    async def town(self, clock: FixedClock) -> Town:
        """The town, as `Town.build` founds it; call it where nobody lives yet."""
        if self._town is None:
            self._town = await Town.build(self.database, clock)
            await self._keep()
        else:
            await self._found_again()
        return self._town.again(clock)

    @abstractmethod
    async def empty(self) -> None:
        """Leaves nothing of the test before."""

    def close(self) -> None:
        """Closes all connections."""
        kept_loop().run_until_complete(self.database.close())

    @abstractmethod
    async def _keep(self) -> None:
        """Copies what is there."""

    @abstractmethod
    async def _found_again(self) -> None:
        """Brings the copy back."""


class KeptSqlite(KeptDatabase):
    """In a file."""

    def __init__(self, path: Path, empty_file: Path) -> None:
        path.write_bytes(empty_file.read_bytes())
        super().__init__(f"sqlite:///{path}")
        self._wiper = sqlite3.connect(path, isolation_level=None)
        self._wiper.execute("ATTACH ':memory:' AS kept")
        self._back = ""

    async def empty(self) -> None:
        """Leaves nothing of the test before."""
        self._wiper.executescript(f"BEGIN; {DELETE} COMMIT")

    async def _keep(self) -> None:
        filled = [name for name in TABLES if self._wiper.execute(HAS_ROWS.format(name)).fetchone()[0]]
        self._wiper.executescript("".join(map(COPY.format, filled)))
        self._back = f"BEGIN; {''.join(map(BRING_BACK.format, filled))} COMMIT"

    async def _found_again(self) -> None:
        self._wiper.executescript(self._back)

    def close(self) -> None:
        """Closes all connections."""
        self._wiper.close()
        super().close()


class KeptPostgres(KeptDatabase):
    """On the run's server, by functions of its own: what they do is planned once."""

    def __init__(self, server: "Postgres") -> None:
        super().__init__(server.url(server.new_database(server.template)))
        self._wiper: asyncpg.Connection[Any]
        kept_loop().run_until_complete(self._open())

    async def empty(self) -> None:
        """Leaves nothing of the test before; ids begin anew."""
        await self._wiper.execute("SELECT kept.empty()")

    async def _open(self) -> None:
        import asyncpg

        address = make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._wiper = await asyncpg.connect(address)
        # Foreign keys need no checking of what goes.
        await self._wiper.execute("SET session_replication_role = replica; CREATE SCHEMA kept")
        await self._define("empty", DELETE + "".join(map(COUNT_FROM.format, COUNTED, repeat("1, false"))))

    async def _keep(self) -> None:
        filled = [name for name in TABLES if await self._wiper.fetchval(HAS_ROWS.format(name))]
        await self._wiper.execute("".join(map(COPY.format, filled)))
        highest = [COUNT_FROM.format(name, f'(SELECT max(id) FROM "{name}")') for name in filled if name in COUNTED]
        await self._define("found", "".join((*map(BRING_BACK.format, filled), *highest)))

    async def _found_again(self) -> None:
        await self._wiper.execute("SELECT kept.found()")

    async def _define(self, name: str, body: str) -> None:
        await self._wiper.execute(
            f"CREATE FUNCTION kept.{name}() RETURNS void LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
        )

    def close(self) -> None:
        """Closes all connections."""
        kept_loop().run_until_complete(self._wiper.close())
        super().close()
