"""Use cases: one thing that a person can do is one plain function, run by `Act` inside one transaction."""

import inspect
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, cached_property, partial
from typing import Any, Concatenate, ParamSpec, TypeVar, cast, get_type_hints

from pydantic import TypeAdapter
from sqlalchemy import Select, Table, bindparam, insert, select
from sqlalchemy.orm import Session

from models.access import Actor, Permission, Scoped
from models.audit import AuditEntry, Effect
from models.clock import Clock
from models.database import Writer
from models.errors import ProgrammeError
from models.people.actor import load_actor
from models.people.register import NOW

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound=Scoped)
MAX_ID = 2**63 - 1
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Tx:
    """What a use case works with: the session, whoever acts, and the moment. It lives as long as the transaction."""

    session: Session
    actor: Actor
    now: datetime

    def get(self, model: type[S], row_id: int) -> S:
        """The row in the actor's scope, locked on PostgreSQL.

        Raises ProgrammeError `error-gone` where there is none, `error-no-access` where it lies outside the scope.
        """
        if not 0 < row_id <= MAX_ID:
            raise ProgrammeError("error-gone")
        row = self.locked(model, row_id)
        if row is None:
            raise ProgrammeError("error-gone")
        self.check_scope(row)
        return row

    def locked(self, model: type[S], row_id: int) -> S | None:
        """The row whose id the programme itself knows, locked on PostgreSQL; None where there is none."""
        row: S | None = self.session.scalars(_locked(model), {"row": row_id}).unique().one_or_none()
        return row

    def check_scope(self, row: Scoped) -> None:
        """Raises ProgrammeError `error-no-access` where `row` lies outside the actor's scope; `Act` logs it (R-21)."""
        if not (self.actor.is_system or row.is_open_to(self.actor)):
            raise ProgrammeError("error-no-access")

    def add(self, row: Any) -> None:
        """Adds the row and flushes, so that its id exists."""
        self.session.add(row)
        self.session.flush()


@cache
def _locked(model: type[S]) -> Select[S]:
    """The row with what is read at once with it."""
    by_id: Any = cast(Any, model).id == bindparam("row")
    return select(model).where(by_id).options(*model.at_once).with_for_update(of=model)


@dataclass(frozen=True)
class UseCase:
    """What the registry knows of a use case."""

    function: Callable[..., Any]
    permission: Permission
    renews_actor: bool

    @property
    def name(self) -> str:
        """`area.module.function`, as the audit writes it."""
        return f"{self.function.__module__.removeprefix('models.')}.{self.function.__name__}"

    @cached_property
    def signature(self) -> inspect.Signature:
        """The parameters, for naming the arguments in the audit."""
        return inspect.signature(self.function)

    @cached_property
    def result(self) -> TypeAdapter[Any]:
        """Turns a result into text and back, for `Effect`."""
        return TypeAdapter(get_type_hints(self.function).get("return", type(None)))


USE_CASES: dict[Callable[..., Any], UseCase] = {}


def use_case(
    permission: Permission, *, renews_actor: bool = False
) -> Callable[[Callable[Concatenate[Tx, P], R]], Callable[Concatenate[Tx, P], R]]:
    """Registers a function as a use case that needs `permission`.

    `renews_actor` says that it changes who the actor is (comes in, gets a role): `Act` looks them up anew after it.
    """

    def register(function: Callable[Concatenate[Tx, P], R]) -> Callable[Concatenate[Tx, P], R]:
        USE_CASES[function] = UseCase(function, permission, renews_actor)
        return function

    return register


class Act:
    """Runs use cases for one actor: `view = await act(meetings.move, meeting_id, starts_at)`."""

    def __init__(self, database: Writer, clock: Clock, actor: Actor, inbox_id: int | None = None) -> None:
        """`inbox_id` is the stored update that is being handled; its steps are then kept as `Effect`."""
        self.actor = actor
        self._database = database
        self._clock = clock
        self._inbox_id = inbox_id
        self._step = 0

    async def __call__(self, function: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Runs the use case in a transaction of its own.

        Raises ProgrammeError where a rule or the access refuses; nothing is changed then.
        """
        case = USE_CASES[function]
        self._step += 1
        job = partial(self._perform, case=case, step=self._step, args=args, kwargs=kwargs)
        result, self.actor = await self._database.write(job)
        return result  # type: ignore[no-any-return]  # the registry keeps functions of every shape

    def _perform(
        self, session: Session, case: UseCase, step: int, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[Any, Actor]:
        stored = self._stored(session, step)
        if stored is not None:
            return case.result.validate_json(stored), self._renewed(session, case)
        self._check(case)
        tx = Tx(session, self.actor, self._clock.now())
        session.info[NOW] = tx.now
        bound = case.signature.bind(tx, *args, **kwargs).arguments
        try:
            result = case.function(tx, *args, **kwargs)
        except ProgrammeError as refusal:
            if refusal.key == "error-no-access":
                log.warning("refused: person %s in %s %s", self.actor.person_id, case.name, _written(bound))
            raise
        self._remember(session, case, step, tx.now, bound, result)
        return result, self._renewed(session, case)

    def _stored(self, session: Session, step: int) -> str | None:
        """The result of this step, where an earlier run of the update had committed it."""
        if self._inbox_id is None:
            return None
        found: str | None = session.scalar(_EFFECT, {"of": self._inbox_id, "at": step})
        return found

    def _check(self, case: UseCase) -> None:
        if not self.actor.may(case.permission):
            log.warning("refused: person %s called %s", self.actor.person_id, case.name)
            raise ProgrammeError("error-no-access")

    def _renewed(self, session: Session, case: UseCase) -> Actor:
        if not case.renews_actor:
            return self.actor
        session.flush()
        return load_actor(session, self.actor.channel, self.actor.external_id, self.actor.locale)

    def _remember(
        self, session: Session, case: UseCase, step: int, now: datetime, arguments: dict[str, Any], result: Any
    ) -> None:
        entry = {
            "at": now,
            "person_id": self.actor.person_id,
            "use_case": case.name,
            "arguments": _written(arguments),
            "inbox_id": self._inbox_id,
        }
        session.execute(_AUDIT, entry)
        if self._inbox_id is not None:
            text = case.result.dump_json(result).decode()
            effect = {"inbox_id": self._inbox_id, "step": step, "use_case": case.name, "result": text}
            session.execute(_REMEMBER, effect)


_ENTRIES, _EFFECTS = cast(Table, AuditEntry.__table__), cast(Table, Effect.__table__)
_AUDIT, _REMEMBER = insert(_ENTRIES), insert(_EFFECTS)
_EFFECT = select(_EFFECTS.c.result).where(_EFFECTS.c.inbox_id == bindparam("of"), _EFFECTS.c.step == bindparam("at"))
"""Built once and without objects: every use case runs them."""


def _written(arguments: dict[str, Any]) -> dict[str, Any]:
    """What of a call's arguments may stand in the audit and in the log."""
    return {name: _plain(value) for name, value in arguments.items() if _is_plain(value)}


def _is_plain(value: Any) -> bool:
    """Ids, codes and dates may be written down; free text may not."""
    return isinstance(value, int | Enum | date)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
