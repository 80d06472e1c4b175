"""What a rule of retention is, and the two ways in which something ends, a few rows at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Select, delete, select, update
from sqlalchemy.orm import Session

from models.base import Base, Keyed

BATCH = 200
"""So many rows of a kind in one night's transaction; the others have their turn in the next night."""


@dataclass(frozen=True, eq=False)
class Rule:
    """What has had its time, and how it is forgotten."""

    due: Select[int]
    """The ids, for the values of `terms.values_of`."""
    forget: Callable[[Session, list[int]], int]
    """Forgets the rows with these ids; gives their number."""


def rule(due: Select[int]) -> Callable[[Callable[[Session, list[int]], int]], Rule]:
    """Makes a rule of the function that forgets."""
    return lambda forget: Rule(due, forget)


def due(model: type[Keyed], *conditions: ColumnElement[bool]) -> Select[int]:
    """The ids of the next rows that meet the conditions."""
    return select(model.id).where(*conditions).order_by(model.id).limit(BATCH)


def blank(session: Session, model: type[Base], ids: Any, **values: Any) -> int:
    """Sets fields of the rows whose ids are given (or selected); gives their number."""
    key: Any = model.__table__.c.id
    return _count(session.execute(update(model).where(key.in_(ids)).values(**values)))


def drop_rows(session: Session, model: type[Base], ids: list[int]) -> int:
    """Deletes the rows with these ids; gives their number."""
    key: Any = model.__table__.c.id
    return drop(session, model, key.in_(ids))


def drop(session: Session, model: type[Base], *conditions: ColumnElement[bool]) -> int:
    """Deletes the rows that meet the conditions; gives their number."""
    return _count(session.execute(delete(model).where(*conditions)))


def _count(result: Any) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0
