"""A pair as a meeting shows it: read without the ORM's objects, and no more of its people than their names."""

from dataclasses import dataclass
from typing import NamedTuple

from models.mentorships.sides import Sides
from models.mentorships.states import Answer, Side
from models.terms import MentoringType, PersonKind


class ShownMember(NamedTuple):
    """A member of the pair, and by what name they are shown."""

    person_id: int
    side: Side
    answer: Answer
    organisation_id: int
    family_name: str
    given_name: str
    patronymic: str
    kind: PersonKind
    class_label: str

    @property
    def person(self) -> "ShownMember":
        """Themselves: of the person no more is read than a name."""
        return self


@dataclass(frozen=True)
class ShownPair(Sides[ShownMember]):
    """The pair that meets."""

    organisation_id: int
    type: MentoringType
    members: tuple[ShownMember, ...]
