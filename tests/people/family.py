"""Pupils and their parents, for tests."""

from typing import Any

from models.people import invitations
from models.people.consents import PARENT_VERSION
from models.people.registration import Joined
from models.people.states import ConsentState
from models.people.tables import Consent, GuardianLink
from models.terms import PersonKind
from tests.people.newcomer import Newcomer
from tests.town import Town

MOTHER = "Кузнецова Алла Игоревна"


async def pupil(town: Town, name: str = "Кузнецова Мария Ильинична", **fields: Any) -> int:
    """«Мария К., 7 кл.», without an account and with no consent but what the test gives."""
    person = await town.mentee(name, kind=PersonKind.STUDENT, class_label="7 кл.", account=False, **fields)
    for consent in await town.rows(Consent, Consent.person_id == person):
        await town.change(Consent, consent.id, state=ConsentState.EXPIRED)
    return person


async def parent(town: Town, child: int, number: str = "801", name: str = MOTHER) -> Joined:
    """Comes in by a link of the school's curator."""
    issued = await (await town.act(town.curator))(invitations.invite_guardian, child)
    newcomer = await Newcomer.invited(town, issued.code, number)
    return await newcomer.join(name=name, consent_version=PARENT_VERSION)


async def link_of(town: Town, guardian: int) -> int:
    """The link of a parent with one child."""
    [link] = await town.rows(GuardianLink, GuardianLink.guardian_person_id == guardian)
    return int(link.id)
