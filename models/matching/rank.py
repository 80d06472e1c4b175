"""The best mentors for one need, in an order that does not depend on how they were read (R-05)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.matching.need import Candidate, Need
from models.matching.reasons import Reason
from models.matching.rules import refusals
from models.matching.score import reasons, score


@dataclass(frozen=True, slots=True)
class Match:
    """A mentor who may be suggested. `score` is for the order alone; people are told the reasons."""

    mentor_id: int
    score: int
    reasons: tuple[Reason, ...]


def rank(need: Need, candidates: Iterable[Candidate], today: date, limit: int | None = None) -> tuple[Match, ...]:
    """The mentors whom no hard rule forbids, best first, at most `limit` of them; each mentor is given once.

    `today` is the local day of the mentee's organisation. Equal scores stand by the lowest load, then by id.
    """
    allowed = [(score(need, candidate), candidate) for candidate in candidates if not refusals(need, candidate, today)]
    allowed.sort(key=lambda scored: (-scored[0], scored[1].load, scored[1].mentor_id))
    return tuple(Match(one.mentor_id, points, reasons(need, one)) for points, one in allowed[:limit])
