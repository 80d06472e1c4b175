"""Somebody who comes in by themselves, for tests."""

from dataclasses import dataclass
from typing import Any

from models.people import opening, registration
from models.people.consents import VERSION
from models.people.opening import Invited
from models.people.registration import Joined
from models.use_case import Act
from tests.town import Town


@dataclass
class Newcomer:
    """A stranger who has opened a link, or has none."""

    act: Act
    opened: Invited

    @classmethod
    async def invited(cls, town: Town, code: str, external_id: str) -> "Newcomer":
        """Opens the link."""
        act = town.act_as_stranger(external_id)
        return cls(act, await act(opening.open_invitation, code))

    async def join(self, **changes: Any) -> Joined:
        """Comes in with the usual answers; `changes` replaces some of them."""
        usual = {
            "name": "Новикова Дарья Ильинична",
            "is_adult": True,
            "consent_version": VERSION,
            "locale": "ru",
            "code_hash": self.opened.code_hash or None,
        }
        return await self.act(registration.join, **(usual | changes))
