"""What may stand in a request (OMS-7). Pure: nothing here reads the database."""

from collections.abc import Sequence

from models.availability import in_week_order
from models.errors import ProgrammeError

MAX_GOAL = 500
"""Characters of a goal, a question, an answer or a reason."""
MAX_WISHES = 3


def clean_goal(text: str) -> str:
    """The goal without space around it. Raises ProgrammeError `error-request-goal-long` beyond 500 characters."""
    goal = text.strip()
    if len(goal) > MAX_GOAL:
        raise ProgrammeError("error-request-goal-long", limit=MAX_GOAL, length=len(goal))
    return goal


def clean_words(text: str) -> str:
    """A question, an answer or a reason: not empty and not too long.

    Raises ProgrammeError `error-request-words-none` or `error-request-words-long`.
    """
    words = text.strip()
    if not words:
        raise ProgrammeError("error-request-words-none")
    if len(words) > MAX_GOAL:
        raise ProgrammeError("error-request-words-long", limit=MAX_GOAL, length=len(words))
    return words


def clean_slots(codes: Sequence[str]) -> list[str]:
    """Weekly times in the order of the week, each once. Raises ProgrammeError `error-gone` for an unknown code."""
    try:
        return list(in_week_order(set(codes)))
    except ValueError:
        raise ProgrammeError("error-gone") from None


def clean_wishes(mentor_ids: Sequence[int], mentee_id: int) -> list[int]:
    """The wished mentors in the order of the wish, each once.

    Raises ProgrammeError `error-request-wishes` for more than three, `error-mentor-self` for oneself (R-01).
    """
    wishes = list(dict.fromkeys(mentor_ids))
    if len(wishes) > MAX_WISHES:
        raise ProgrammeError("error-request-wishes", limit=MAX_WISHES)
    if mentee_id in wishes:
        raise ProgrammeError("error-mentor-self")
    return wishes
