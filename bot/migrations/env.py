"""Alembic's entrance: it works on the connection that `bot.migrate` hands over."""

from alembic import context
from sqlalchemy import Connection

from bot.schema import metadata


def run(connection: Connection) -> None:
    """Migrates inside one transaction, on SQLite by copying tables where it must."""
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
