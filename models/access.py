"""Who acts, what they may do, and how far they reach. What is not granted here is refused (R-21)."""

import logging
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import ClassVar, Protocol

from sqlalchemy.orm.interfaces import ORMOption

from models.errors import ProgrammeError
from models.terms import Role

log = logging.getLogger(__name__)


class Permission(StrEnum):
    """One thing a use case may ask for; `GRANTED` says whose it is."""

    JOIN = auto()
    """Come in, give or refuse consent: open to whoever writes to the bot."""
    OWN = auto()
    """One's own settings, data and consents."""
    ASK = auto()
    """Ask for a mentor, agree to a pair."""
    MENTOR = auto()
    """Keep one's mentor's card, answer offers."""
    PLAN = auto()
    """Plan, move, cancel and log meetings of one's own pairs."""
    FEEDBACK = auto()
    """Say how a meeting was."""
    GUARD = auto()
    """Speak for one's own child, and see the child's part of the programme."""
    CURATE = auto()
    """Run the programme of the organisations in one's scope."""
    SWEEP = auto()
    """What the programme does by itself, by the timetable."""


PARTICIPANTS = frozenset({Role.MENTEE, Role.MENTOR})
CURATORS = frozenset(role for role in Role if role.is_curator)

GRANTED: dict[Permission, frozenset[Role]] = {
    Permission.ASK: PARTICIPANTS,
    Permission.MENTOR: frozenset({Role.MENTOR}),
    Permission.PLAN: PARTICIPANTS | CURATORS,
    Permission.FEEDBACK: PARTICIPANTS,
    Permission.GUARD: frozenset({Role.GUARDIAN}),
    Permission.CURATE: CURATORS,
}


@dataclass(frozen=True)
class Grant:
    """A role in an organisation that is in force."""

    role: Role
    organisation_id: int


@dataclass(frozen=True)
class Actor:
    """Whoever acts: a person with an account, a stranger (no person yet), or the programme itself."""

    channel: str
    external_id: str
    person_id: int | None = None
    organisation_id: int | None = None
    locale: str = "ru"
    zone: str = "Europe/Moscow"
    grants: tuple[Grant, ...] = ()
    curates: frozenset[int] = frozenset()
    """The organisations in the person's scope as a curator, those below in the tree included."""
    has_blocked_bot: bool = False
    """Whether the account they act through was last heard of as closed to the bot."""
    is_system: bool = False

    @property
    def me(self) -> int:
        """The person's id. Raises ProgrammeError for a stranger, who may have pressed what was shown before leaving."""
        if self.person_id is None:
            raise ProgrammeError("error-no-access")
        return self.person_id

    @property
    def roles(self) -> frozenset[Role]:
        """All roles in force."""
        return frozenset(grant.role for grant in self.grants)

    @property
    def own(self) -> frozenset[int]:
        """The organisations whose own curator the person is, and not the level above (R-20)."""
        return frozenset(grant.organisation_id for grant in self.grants if grant.role.is_curator)

    @property
    def only_guards(self) -> bool:
        """Whether the person is here for a child alone, and so no colleague of anybody."""
        return self.roles == {Role.GUARDIAN}

    def may(self, permission: Permission) -> bool:
        """Whether the permission is granted; scope is a second question, asked of each row."""
        if self.is_system or permission is Permission.JOIN:
            return True
        if permission is Permission.OWN:
            return self.person_id is not None
        return bool(self.roles & GRANTED.get(permission, frozenset()))


SYSTEM = Actor(channel="", external_id="", is_system=True)


class Scoped(Protocol):
    """A row that knows who may reach it."""

    at_once: ClassVar[tuple[ORMOption, ...]]

    def is_open_to(self, actor: Actor) -> bool:
        """Whether the row lies in the actor's scope (R-20, R-21)."""
        ...


def outside(actor: Actor, what: str, row_id: int) -> ProgrammeError:
    """The refusal `error-no-access` for whoever reads beyond their scope, written down by ids alone (R-21)."""
    log.warning("refused: person %s reached for %s %s", actor.person_id, what, row_id)
    return ProgrammeError("error-no-access")
