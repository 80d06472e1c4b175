"""One database of each kind for all tests of a worker, put back before each.

Making a database anew, opening it, preparing all statements and founding the town costs as much as a test of a use
case itself.
"""

import asyncio
import atexit
import sqlite3
from functools import cache
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

EMPTY = "".join(f'DELETE FROM "{table.name}";' for table in metadata.sorted_tables)


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


class KeptDatabase:
    """What both kinds have in common: they are emptied, and the town's rows come back from a copy beside them."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.database = Database(url)
        self._town: Town | None = None
        self._found = ""

    async def empty(self) -> None:
        """Leaves nothing of the test before."""
        await self.run(f"BEGIN; {EMPTY} COMMIT")

    async def town(self, clock: FixedClock) -> Town:
        """The town, as `Town.build` founds it; call it where nobody lives yet."""
        if self._town is None:
            self._town = await Town.build(self.database, clock)
            await self._keep()
        else:
            await self.run(self._found)
        return self._town.again(clock)

    def close(self) -> None:
        """Closes all connections."""
        kept_loop().run_until_complete(self.database.close())

    async def run(self, script: str) -> None:
        """Runs statements on a connection of its own."""
        raise NotImplementedError

    async def has_rows(self, table: str) -> bool:
        """Whether anything is in a table."""
        raise NotImplementedError

    async def _keep(self) -> None:
        filled = [table for table in metadata.sorted_tables if await self.has_rows(table.name)]
        await self.run("".join(f'CREATE TABLE kept."{table}" AS SELECT * FROM "{table}";' for table in filled))
        back = "".join(f'INSERT INTO "{table}" SELECT * FROM kept."{table}";' for table in filled)
        self._found = f"BEGIN; {back} {self.after(*(table.name for table in filled))} COMMIT"

    def after(self, *tables: str) -> str:
        """What must be told to the database when rows came with their ids."""
        return ""


class KeptSqlite(KeptDatabase):
    """In a file."""

    def __init__(self, path: Path, empty_file: Path) -> None:
        path.write_bytes(empty_file.read_bytes())
        super().__init__(f"sqlite:///{path}")
        self._wiper = sqlite3.connect(path, isolation_level=None)
        self._wiper.execute("ATTACH ':memory:' AS kept")

    async def run(self, script: str) -> None:
        self._wiper.executescript(script)

    async def has_rows(self, table: str) -> bool:
        return bool(self._wiper.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}")').fetchone()[0])

    def close(self) -> None:
        self._wiper.close()
        super().close()


class KeptPostgres(KeptDatabase):
    """On the run's server."""

    def __init__(self, server: "Postgres") -> None:
        super().__init__(server.url(server.new_database(server.template)))
        self._wiper: asyncpg.Connection[Any] = kept_loop().run_until_complete(self._connect())

    async def _connect(self) -> Any:
        import asyncpg

        address = make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)
        wiper = await asyncpg.connect(address)
        await wiper.execute("SET session_replication_role = replica")  # foreign keys need no checking of what goes
        await wiper.execute("CREATE SCHEMA kept")
        return wiper

    async def empty(self) -> None:
        """Its counters begin anew, too."""
        await self.run(
            f"BEGIN; {EMPTY} SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) "
            "FROM pg_sequences WHERE last_value IS NOT NULL; COMMIT"
        )

    async def run(self, script: str) -> None:
        await self._wiper.execute(script)

    async def has_rows(self, table: str) -> bool:
        return bool(await self._wiper.fetchval(f'SELECT EXISTS (SELECT 1 FROM "{table}")'))

    def after(self, *tables: str) -> str:
        """The next id comes after theirs."""
        counted = (table for table in tables if "id" in metadata.tables[table].c)
        return "".join(f"SELECT setval('{name}_id_seq', (SELECT max(id) FROM \"{name}\"));" for name in counted)

    def close(self) -> None:
        kept_loop().run_until_complete(self._wiper.close())
        super().close()
