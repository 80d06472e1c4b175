"""Alembic's entrance: it works on the connection that `bot.migrate` hands over, or, on the command line, on its own.

A new migration: `uv run nastavnik migrate`, change the tables, `uv run alembic revision --autogenerate -m "…"`.
"""

from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON, Connection, Enum, create_engine

from bot.schema import metadata
from bot.settings import DatabaseSettings
from models.base import UtcDateTime


def run(connection: Connection) -> None:
    """Migrates inside one transaction, on SQLite by copying tables where it must."""
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, render_item=render_item)
    with context.begin_transaction():
        context.run_migrations()


def render_item(kind: str, item: Any, autogenerate: Any) -> str | Literal[False]:
    """Migrations speak SQL types only, so that they stay true when our own classes change."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    if kind == "type" and isinstance(item, JSON):
        autogenerate.imports.add("from sqlalchemy.dialects import postgresql")
        return "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')"
    return False


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with create_engine(DatabaseSettings().database_url.get_secret_value()).begin() as own:
        run(own)
