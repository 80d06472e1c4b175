"""From when on something is worth noticing: the usual numbers of days, or those that a programme has chosen (§12).

An organisation that has chosen none goes by what the level above has chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, Permission, outside
from models.errors import ProgrammeError
from models.oversight.states import SignalCode
from models.oversight.tables import SignalLimit
from models.people.tables import Organisation
from models.use_case import Tx, use_case

USUAL: Mapping[SignalCode, int] = MappingProxyType(
    {
        SignalCode.PAIR_NO_MEETING: 21,
        SignalCode.PAIR_NOT_STARTED: 10,
        SignalCode.NO_PLAN: 14,
        SignalCode.LOG_OVERDUE: 3,
        SignalCode.REQUEST_UNMATCHED: 14,
        SignalCode.OFFER_UNANSWERED: 3,
        SignalCode.CURATOR_SILENT: 21,
        SignalCode.CONSENT_EXPIRING: 30,
    }
)
"""In days; OFFER_UNANSWERED in working days. A silence's are for a pair that meets every other week."""
CHOICES: Mapping[SignalCode, tuple[int, ...]] = MappingProxyType(
    {
        SignalCode.PAIR_NO_MEETING: (14, 21, 28),
        SignalCode.PAIR_NOT_STARTED: (7, 10, 14),
        SignalCode.NO_PLAN: (10, 14, 18),
        SignalCode.LOG_OVERDUE: (3, 5, 7),
        SignalCode.REQUEST_UNMATCHED: (7, 14, 21),
        SignalCode.OFFER_UNANSWERED: (2, 3, 5),
        SignalCode.CURATOR_SILENT: (14, 21, 28),
        SignalCode.CONSENT_EXPIRING: (14, 30, 45),
    }
)
"""What may be chosen."""


@dataclass(frozen=True)
class LimitLine:
    """From how many days on a signal opens."""

    code: SignalCode
    days: int
    is_own: bool
    """Chosen by this very organisation; otherwise it comes from above, or is the usual number."""


def limits_of(session: Session, organisation_id: int) -> dict[SignalCode, int]:
    """The days of each signal at an organisation: one statement for the whole way up."""
    return dict(USUAL) | {row.code: row.days for row in _rows(session, organisation_id)}


async def limits(session: AsyncSession, actor: Actor, organisation_id: int) -> tuple[LimitLine, ...]:
    """The same as a curator sees it. Raises ProgrammeError `error-no-access`."""
    if organisation_id not in actor.curates:
        raise outside(actor, "Organisation", organisation_id)
    rows = await session.run_sync(_rows, organisation_id)
    own = {row.code for row in rows if row.organisation_id == organisation_id}
    days = dict(USUAL) | {row.code: row.days for row in rows}
    return tuple(LimitLine(code, days[code], code in own) for code in USUAL)


@use_case(Permission.CURATE)
def choose_limit(tx: Tx, organisation_id: int, code: SignalCode) -> LimitLine:
    """The next of the choices for an organisation and all below; after the last one what the level above says.

    It holds from the next sweep on. Raises ProgrammeError `error-no-access`, `error-gone` for a code without days.
    """
    organisation = tx.get(Organisation, organisation_id)
    if organisation.id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    if code not in CHOICES:
        raise ProgrammeError("error-gone")
    mine = {"organisation_id": organisation.id, "code": code}
    row = tx.session.scalar(select(SignalLimit).filter_by(**mine))
    later = [days for days in CHOICES[code] if row is None or days > row.days]
    if row is None:
        tx.add(SignalLimit(**mine, days=later[0]))
    elif later:
        row.days = later[0]
    else:
        tx.session.delete(row)
        tx.session.flush()
    return LimitLine(code, limits_of(tx.session, organisation.id)[code], is_own=bool(later))


_OF_WAY = select(SignalLimit).where(SignalLimit.organisation_id.in_(bindparam("way", expanding=True)))


def _rows(session: Session, organisation_id: int) -> list[SignalLimit]:
    """What was chosen on the way up, the topmost first: what is nearer overrules it."""
    way: list[int] = []
    node: Organisation | None = session.get_one(Organisation, organisation_id)
    while node is not None:
        way.append(node.id)
        node = session.get(Organisation, node.parent_id) if node.parent_id is not None else None
    rows = session.scalars(_OF_WAY, {"way": way})
    return sorted(rows, key=lambda row: -way.index(row.organisation_id))
