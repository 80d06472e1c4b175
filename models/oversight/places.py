"""The place whose desk a curator looks at, and how whoever has done something there is named."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor, outside
from models.oversight.indicators.queries import ERASED, home_of
from models.people.names import official
from models.people.tables import Organisation, Person


async def place_of(session: AsyncSession, actor: Actor, organisation_id: int | None) -> Organisation:
    """The place in the actor's scope, by default their own. Raises ProgrammeError `error-no-access`."""
    wanted = organisation_id or home_of(actor)
    if wanted not in actor.curates:
        raise outside(actor, "Organisation", wanted)
    return await session.get_one(Organisation, wanted)


def who(person: Person) -> str:
    """«Кузнецова О. С.»; empty for whoever is erased."""
    return "" if person.family_name == ERASED else official(person)
