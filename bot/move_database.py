"""`nastavnik move-database`: a programme moves from its SQLite file into an empty PostgreSQL database.

All is copied in one transaction and compared before it is committed: the new database holds all of it or nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, create_engine, func, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError, StatementError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.migrate import bring, is_current
from bot.reach import told
from bot.rows import Tally, batches, insert_rows, link_rows, tally
from bot.schema import metadata
from bot.unusable import UnusableError

HISTORY = "alembic_version"
PATIENCE = 1.0
"""So many seconds somebody else may still hold the file."""


@dataclass(frozen=True)
class Moved:
    """What became of a table: how it was there and how it is here."""

    table: str
    there: Tally
    here: Tally

    @property
    def is_same(self) -> bool:
        """Whether every row arrived as it was."""
        return self.there == self.here


async def move(source_url: str, target_url: str) -> list[Moved]:
    """Copies the programme; when a table differs afterwards, nothing is kept.

    Raises UnusableError where it cannot begin or go on.
    """
    with told(target_url):
        if make_url(target_url).drivername != "postgresql+asyncpg":
            raise UnusableError("the programme moves to PostgreSQL: --to postgresql+asyncpg://user:password@host/name")
        target = create_async_engine(target_url, poolclass=NullPool)
    with _opened(source_url) as source, told(target_url):
        async with target.connect() as connection, connection.begin() as transaction:
            moved = await connection.run_sync(_move, source)
            if not all(one.is_same for one in moved):
                await transaction.rollback()
            return moved


def report(moved: list[Moved]) -> Iterator[str]:
    """A line for each table."""
    for one in moved:
        yield f"{one.table:<20} {one.there.rows:>9}  {'same' if one.is_same else 'DIFFERS'}"


def _move(target: Connection, source: Connection) -> list[Moved]:
    _check_empty(target)
    bring(target)
    there = {table: _copied(source, target, table) for table in metadata.sorted_tables}
    for table in metadata.sorted_tables:
        _go_on_counting(source, target, table)
    return [Moved(table.name, known, tally(target, table)) for table, known in there.items()]


def _check_empty(target: Connection) -> None:
    present = set(inspect(target).get_table_names()) - {HISTORY}
    known = [table for table in metadata.sorted_tables if table.name in present]
    filled = [table for table in known if target.execute(select(table).limit(1)).first() is not None]
    if filled or len(known) < len(present):
        raise UnusableError("the new database is not empty; create one of its own for the programme")


def _copied(source: Connection, target: Connection, table: Table) -> Tally:
    """Copies the rows; what they were."""
    seen = Tally()
    try:
        for rows in batches(source, table):
            seen = seen.plus(rows)
            insert_rows(target, table, rows)
        link_rows(source, target, table)
    except (StatementError, LookupError, ValueError) as error:
        cause = getattr(error, "orig", None) or error
        raise UnusableError(f"table {table.name} holds what cannot be copied ({type(cause).__name__})") from error
    return seen


def _go_on_counting(source: Connection, target: Connection, table: Table) -> None:
    """The next row gets a number that no row has had."""
    column = table.autoincrement_column
    if column is None:
        return
    last = source.scalar(select(func.max(column))) or 0
    if table.dialect_options["sqlite"]["autoincrement"]:
        counted = source.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).scalar()
        last = max(last, counted or 0)
    if last:
        target.execute(select(func.setval(func.pg_get_serial_sequence(f'"{table.name}"', column.name), last)))


@contextmanager
def _opened(source_url: str) -> Iterator[Connection]:
    """The SQLite file, held against everybody else as long as it is read."""
    with told(source_url):
        url = make_url(source_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise UnusableError("the programme moves from a SQLite file: --from sqlite:///folder/file.sqlite")
    if not Path(url.database).is_file():
        raise UnusableError(f"there is no file {url.database}")
    with told(source_url), _alone(url) as connection:
        if not is_current(connection):
            raise UnusableError(
                f"{url.database} has another version's schema; `nastavnik migrate` brings it to this one"
            )
        yield connection


@contextmanager
def _alone(url: URL) -> Iterator[Connection]:
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": PATIENCE}, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        try:
            # A file leaves WAL mode only when nobody else has it open; the bot puts it back when it starts.
            connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
        except OperationalError as error:
            raise UnusableError(f"{url.database} is in use; stop the bot first") from error
        yield connection
        connection.exec_driver_sql("ROLLBACK")
