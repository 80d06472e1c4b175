"""What SQLAlchemy compiles is kept for a kind of database, whatever its address: a run has hundreds of addresses."""

from collections.abc import MutableMapping
from functools import wraps
from typing import Any

from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache

STATEMENTS = 5_000
"""More than the program has."""
KEPT: dict[type, MutableMapping[Any, Any]] = {
    dialect: LRUCache(STATEMENTS) for dialect in (SQLiteDialect_pysqlite, PGDialect_asyncpg)
}


def _hash(dialect: Any) -> int:
    return hash(type(dialect))


def _is_alike(dialect: Any, other: Any) -> bool:
    return type(dialect) is type(other)


def _keeping(begin: Any) -> Any:
    @wraps(begin)
    def begun(engine: Any, pool: Any, dialect: Any, *arguments: Any, **options: Any) -> None:
        begin(engine, pool, dialect, *arguments, **options)
        engine._compiled_cache = KEPT.get(type(dialect), engine._compiled_cache)

    return begun


def keep_compiled() -> None:
    """From here on; a statement is known by its dialect, and each engine has one of its own."""
    for kind in KEPT:
        kind.__hash__, kind.__eq__ = _hash, _is_alike
    Engine.__init__ = _keeping(Engine.__init__)
