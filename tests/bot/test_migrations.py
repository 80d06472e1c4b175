"""The schema's history: it leads to just the tables that the code speaks of, on both databases, up and down."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect
from sqlalchemy.ext.asyncio import create_async_engine

from bot.migrate import SCRIPTS, migrate
from bot.schema import metadata

HISTORY = "alembic_version"


def differences(connection: Connection) -> list[Any]:
    """What alembic would have to change to reach the code's tables."""
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return compare_metadata(context, metadata)


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {HISTORY}


def looked_at(url: str, look: Callable[[Connection], Any]) -> Any:
    """What `look` sees in the database."""
    if url.startswith("sqlite"):
        engine = create_engine(url)
        with engine.connect() as connection:
            found = look(connection)
        engine.dispose()
        return found

    async def there() -> Any:
        engine = create_async_engine(url)
        async with engine.connect() as connection:
            found = await connection.run_sync(look)
        await engine.dispose()
        return found

    return asyncio.run(there())


def climb(url: str) -> None:
    """A new database gets the present at once; down to nothing from there, and up again step by step."""
    migrate(url)
    assert looked_at(url, differences) == []
    assert looked_at(url, tables) == set(metadata.tables)
    migrate(url, "base")
    assert looked_at(url, tables) == set()
    migrate(url)
    assert looked_at(url, differences) == []


def test_it_leads_to_the_tables_of_the_code_on_sqlite(tmp_path: Path) -> None:
    climb(f"sqlite:///{tmp_path / 'programme.sqlite'}")


def test_it_leads_to_the_tables_of_the_code_on_postgresql(postgres_url: str) -> None:
    climb(postgres_url)


def test_it_changes_nothing_when_it_is_asked_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'programme.sqlite'}"
    migrate(url)
    migrate(url)
    assert looked_at(url, differences) == []


def test_it_is_one_line_of_steps() -> None:
    assert len(ScriptDirectory(str(SCRIPTS)).get_heads()) == 1
