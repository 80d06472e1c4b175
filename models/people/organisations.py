"""Schools and what stands above them."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select

from models.errors import ProgrammeError
from models.people.tables import Organisation
from models.terms import MentoringForm, OrgKind, Role
from models.use_case import Tx

DEFAULT_ZONE = "Europe/Moscow"
MAX_NAME = 200
DEFAULT_FORMS = (MentoringForm.TEACHER_TEACHER,)
LEVELS = {
    Role.CURATOR_SCHOOL: OrgKind.SCHOOL,
    Role.CURATOR_MUNICIPAL: OrgKind.MUNICIPALITY,
    Role.CURATOR_REGIONAL: OrgKind.REGION,
}
"""Which kind of organisation a curator's role belongs to."""
BELOW = {OrgKind.REGION: OrgKind.MUNICIPALITY, OrgKind.MUNICIPALITY: OrgKind.SCHOOL}
"""What stands directly under a node of the tree."""
ZONES = {
    "kaliningrad": "Europe/Kaliningrad",
    "moscow": "Europe/Moscow",
    "samara": "Europe/Samara",
    "yekaterinburg": "Asia/Yekaterinburg",
    "omsk": "Asia/Omsk",
    "krasnoyarsk": "Asia/Krasnoyarsk",
    "irkutsk": "Asia/Irkutsk",
    "yakutsk": "Asia/Yakutsk",
    "vladivostok": "Asia/Vladivostok",
    "magadan": "Asia/Magadan",
    "kamchatka": "Asia/Kamchatka",
}
"""The zones of Russia from west to east, MSK−1 to MSK+9, as they are offered for a new organisation."""


def add_organisation(
    tx: Tx,
    name: str,
    *,
    kind: OrgKind = OrgKind.SCHOOL,
    short_name: str = "",
    parent_id: int | None = None,
    zone: str = DEFAULT_ZONE,
    forms: tuple[MentoringForm, ...] = DEFAULT_FORMS,
) -> Organisation:
    """A new node of the tree; `zone` is an IANA name.

    Raises ProgrammeError `error-zone` for an unknown zone, `error-organisation-name` for an empty or endless name.
    """
    name = " ".join(name.split())
    if not 0 < len(name) <= MAX_NAME:
        raise ProgrammeError("error-organisation-name")
    row = Organisation(
        kind=kind,
        name=name,
        short_name=" ".join(short_name.split()) or name,
        parent_id=parent_id,
        zone=checked_zone(zone),
        forms=[form.value for form in forms],
    )
    tx.add(row)
    return row


def organisation_named(tx: Tx, name: str, kind: OrgKind) -> Organisation | None:
    """The organisation that is called so, in full or in short, whatever the case of the letters."""
    wanted = " ".join(name.split()).casefold()
    rows = tx.session.scalars(select(Organisation).where(Organisation.kind == kind).order_by(Organisation.id))
    return next((row for row in rows if wanted in (row.name.casefold(), row.short_name.casefold())), None)


def organisation_under(tx: Tx, parent_id: int, name: str) -> Organisation | None:
    """The organisation of that name directly under a node, whatever the case of the letters."""
    wanted = " ".join(name.split()).casefold()
    rows = tx.session.scalars(select(Organisation).where(Organisation.parent_id == parent_id).order_by(Organisation.id))
    return next((row for row in rows if wanted in (row.name.casefold(), row.short_name.casefold())), None)


def checked_zone(zone: str) -> str:
    """The zone's name. Raises ProgrammeError `error-zone` where no such zone is known."""
    try:
        return ZoneInfo(zone).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ProgrammeError("error-zone") from None
