"""Bringing a database to the schema of this version."""

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.schema import metadata

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(database_url: str, revision: str = "head") -> None:
    """Moves the schema to `revision`, up or down; a new database gets all tables at once."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url)
        with engine.begin() as connection:
            bring(connection, revision)
        engine.dispose()
    else:
        asyncio.run(_migrate_async(database_url, revision))


async def _migrate_async(database_url: str, revision: str) -> None:
    engine = create_async_engine(database_url)
    async with engine.begin() as connection:
        await connection.run_sync(bring, revision)
    await engine.dispose()


def bring(connection: Connection, revision: str = "head") -> None:
    """The same inside a transaction that has begun."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    if revision == "base" or revision.startswith("-"):
        command.downgrade(config, revision)
    elif revision == "head" and not inspect(connection).get_table_names():
        metadata.create_all(connection)  # step by step it would take five times as long
        command.stamp(config, revision)
    else:
        command.upgrade(config, revision)


def is_current(connection: Connection) -> bool:
    """Whether a database has just this version's schema."""
    newest = ScriptDirectory(str(SCRIPTS)).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() == newest
