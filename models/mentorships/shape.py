"""Form, type and number of members: one rule for pairs, groups and teams (KHK-3, R-02, R-06). Pure."""

from collections.abc import Collection

from models.errors import ProgrammeError
from models.terms import MentoringForm, MentoringType, PersonKind

LEAST = 2
"""A group has two mentees or more, a team two members or more."""
MOST = 10
"""A group's mentees, where its mentor is grown up; a team's members, too."""
MOST_OF_STUDENT = 4
"""The mentees of a group that a pupil leads."""


def check_shape(form: MentoringForm, kind: MentoringType, mentors: Collection[int], mentees: Collection[int]) -> None:
    """Whether so many mentors and mentees may work together in this form and type.

    Raises ProgrammeError: `error-shape-team` where teams and the form «команда–команда» are not together,
    `error-shape-personal`, `error-shape-group`, `error-shape-teams` for a number of people that the type does not
    have, `error-mentor-self` for somebody on both sides (R-01).
    """
    if (form is MentoringForm.TEAM_TEAM) != (kind is MentoringType.TEAM):
        raise ProgrammeError("error-shape-team")
    if set(mentors) & set(mentees):
        raise ProgrammeError("error-mentor-self")
    led, leading = len(set(mentees)), len(set(mentors))
    match kind:
        case MentoringType.PERSONAL if (leading, led) != (1, 1):
            raise ProgrammeError("error-shape-personal")
        case MentoringType.GROUP if leading != 1 or led < LEAST:
            raise ProgrammeError("error-shape-group")
        case MentoringType.TEAM if min(leading, led) < LEAST:
            raise ProgrammeError("error-shape-teams")


def most_of(kind: MentoringType, leader: PersonKind) -> int:
    """How many people one side may have."""
    return MOST_OF_STUDENT if kind is MentoringType.GROUP and leader is PersonKind.STUDENT else MOST
