"""Guessing the code of an invitation, as one person can."""

from dataclasses import dataclass

from models.people import invitations, opening
from models.people.codes import new_code
from models.people.tables import WrongCode
from models.terms import Role
from tests.town import Town


@dataclass(frozen=True)
class Guessed:
    """What came of it."""

    successes: int
    looked_at: int
    """Guesses that were compared with the invitations at all."""
    rows: int


async def guess(town: Town, number: int) -> Guessed:
    """Tries codes of the right shape, one after the other, while an invitation is open."""
    await (await town.act(town.curator))(invitations.invite, Role.MENTOR, town.school, 500, 14)
    guesser = town.act_as_stranger("666")
    problems = [(await guesser(opening.open_invitation, new_code())).problem for _ in range(number)]
    return Guessed(
        successes=problems.count(""),
        looked_at=problems.count("error-link-unknown"),
        rows=len(await town.rows(WrongCode)),
    )
