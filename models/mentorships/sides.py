"""Who stands on which side of a pair, and whom it is open to: of its row, and of what is read of it without objects."""

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from models.access import Actor
from models.mentorships.states import Answer, Side
from models.terms import MentoringType

M = TypeVar("M", bound=Any)
"""A member: `person_id`, `side`, and the `answer` to being asked."""
M_co = TypeVar("M_co", bound=Any, covariant=True)


class Paired(Protocol[M_co]):
    """A pair, a group or two teams."""

    @property
    def organisation_id(self) -> int:
        """The school whose curator leads it."""
        ...

    @property
    def type(self) -> MentoringType:
        """Which of the three."""
        ...

    @property
    def members(self) -> Sequence[M_co]:
        """Who belongs to it now, as they were asked; nobody once it is but a count (models/retention)."""
        ...


class Sides(Generic[M]):
    """What follows from the members alone."""

    def on(self: Paired[M], side: Side) -> list[M]:
        """The members on a side: one in a pair, several in a group or a team."""
        return [member for member in self.members if member.side is side]

    def membership(self: Paired[M], person_id: int | None) -> M | None:
        """A person's own place in it, if there is one."""
        return next((member for member in self.members if member.person_id == person_id), None)

    def side_of(self: Paired[M], person_id: int | None) -> Side | None:
        """On which side a person stands, if on any."""
        return next((member.side for member in self.members if member.person_id == person_id), None)

    def is_open_to(self: Paired[M], actor: Actor) -> bool:
        """Its members and the curators of its school; nobody once it is but a count (models/retention)."""
        is_member = any(member.person_id == actor.person_id for member in self.members)
        return bool(self.members) and (is_member or self.organisation_id in actor.curates)

    def is_shared_with(self: Paired[M], actor: Actor) -> bool:
        """The same for its meetings: whoever is but invited into a group has no part in them yet."""
        if not self.members:
            return False
        if self.organisation_id in actor.curates:
            return True
        is_personal = self.type is MentoringType.PERSONAL
        return any(
            member.person_id == actor.person_id and (is_personal or member.answer is Answer.YES)
            for member in self.members
        )
