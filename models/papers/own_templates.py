"""Templates of a school's own: replaced by its curator, set back at any time (OMS-35, NTG-16)."""

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor, Permission
from models.errors import ProgrammeError
from models.oversight.indicators.access import own_schools
from models.papers.states import PaperName
from models.papers.tables import OwnTemplate
from models.people.tables import Organisation
from models.use_case import Tx, use_case

MAX_SIZE = 1024 * 1024
"""Bytes."""


@use_case(Permission.CURATE)
def replace_template(tx: Tx, organisation_id: int, name: PaperName, content: bytes) -> PaperName:
    """From now on the school's papers of this name are made by its own template.

    What stands in it was checked where documents are opened, and is checked there whenever it is filled. Raises
    ProgrammeError `error-no-access` for another than the school's own curator, `error-template-large`.
    """
    school = _own(tx, organisation_id)
    if not 0 < len(content) <= MAX_SIZE:
        raise ProgrammeError("error-template-large")
    row = tx.session.scalar(_of(school.id, name))
    if row is None:
        kept = {"organisation_id": school.id, "name": name, "content": content}
        tx.add(OwnTemplate(**kept, replaced_at=tx.now, replaced_by=tx.actor.me))
    else:
        row.content, row.replaced_at, row.replaced_by = content, tx.now, tx.actor.me
    return name


@use_case(Permission.CURATE)
def reset_template(tx: Tx, organisation_id: int, name: PaperName) -> PaperName:
    """Back to the house's template. Raises ProgrammeError `error-no-access`."""
    school = _own(tx, organisation_id)
    row = tx.session.scalar(_of(school.id, name))
    if row is not None:
        tx.session.delete(row)
    return name


async def template_of(session: AsyncSession, organisation_id: int, name: PaperName) -> bytes | None:
    """The school's own template, for whoever makes its papers; None for the house's."""
    row = await session.scalar(_of(organisation_id, name))
    return row.content if row else None


async def replaced(session: AsyncSession, actor: Actor, organisation_id: int) -> frozenset[PaperName]:
    """Which templates the school has replaced. Raises ProgrammeError `error-no-access`."""
    if organisation_id not in own_schools(actor):
        raise ProgrammeError("error-no-access")
    return frozenset(
        await session.scalars(select(OwnTemplate.name).where(OwnTemplate.organisation_id == organisation_id))
    )


def _own(tx: Tx, organisation_id: int) -> Organisation:
    school = tx.get(Organisation, organisation_id)
    if school.id not in own_schools(tx.actor):
        raise ProgrammeError("error-no-access")
    return school


def _of(organisation_id: int, name: PaperName) -> Select[OwnTemplate]:
    return select(OwnTemplate).where(OwnTemplate.organisation_id == organisation_id, OwnTemplate.name == name)
