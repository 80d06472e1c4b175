"""The score of many mentors for many needs at once, as a grid of whole numbers: what `score` says of each pair.

A cohort has millions of pairs and few kinds of them. Everything here needs numpy, which belongs to a process of its
own (handlers/workshop.py), so that it is imported where it is used.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from models.matching import score as points
from models.matching.need import Candidate, Need

if TYPE_CHECKING:
    from numpy.typing import NDArray

K = TypeVar("K", str, int)


def scores_of(needs: Sequence[Need], mentors: Sequence[Candidate]) -> "NDArray[Any]":
    """`score(need, mentor)` for needs (rows) and mentors (columns) who all carry the forms that are asked for."""
    grid: NDArray[Any] = _topics(needs, mentors) + _times(needs, mentors) - _away(needs, mentors)
    grid += points.FORM + _row([points.of_mentor(one) for one in mentors])
    column = {one.mentor_id: number for number, one in enumerate(mentors)}
    for row, need in enumerate(needs):
        for wished, weight in zip(need.wished_mentor_ids, points.WISHES, strict=False):
            if wished in column:
                grid[row, column[wished]] += weight
    return grid


def _away(needs: Sequence[Need], mentors: Sequence[Candidate]) -> "NDArray[Any]":
    import numpy as np

    schools = {one: place for place, one in enumerate(sorted({need.organisation_id for need in needs}))}
    at_home = _table([dict.fromkeys(one.organisation_ids, 1) for one in mentors], schools) > 0
    at_home |= np.array([not one.visible_organisation_ids for one in mentors])[:, None]
    away: NDArray[Any] = points.AWAY * ~at_home.T[[schools[need.organisation_id] for need in needs]]
    return away


def _topics(needs: Sequence[Need], mentors: Sequence[Candidate]) -> "NDArray[Any]":
    import numpy as np

    codes = {code: place for place, code in enumerate(sorted({topic for need in needs for topic in need.topics}))}
    wanted = _table([dict.fromkeys(need.topics, 1) for need in needs], codes)
    worth = _table([_worth(one) for one in mentors], codes)
    known, covered = _product(wanted, worth), _product(wanted, worth > 0)
    length = np.array([len(need.topics) for need in needs], dtype=np.int32)[:, None]
    part: NDArray[Any] = points.TOPICS * known // (points.STRONG * np.maximum(length, 1))
    part += np.where((covered == length) & (length > 0), points.EVERY_TOPIC, 0)
    return part


def _worth(one: Candidate) -> dict[str, int]:
    return dict.fromkeys(one.topics, points.PLAIN) | dict.fromkeys(one.strong_topics, points.STRONG)


def _times(needs: Sequence[Need], mentors: Sequence[Candidate]) -> "NDArray[Any]":
    import numpy as np

    codes = {code: place for place, code in enumerate(sorted({slot for need in needs for slot in need.slots}))}
    wanted = _table([dict.fromkeys(need.slots, 1) for need in needs], codes)
    free = _table([dict.fromkeys(one.slots, 1) for one in mentors], codes)
    length = np.array([len(need.slots) for need in needs], dtype=np.int32)[:, None]
    shared = points.TIMES * _product(wanted, free) // np.maximum(length, 1)
    both_said = (length > 0) & _row([bool(one.slots) for one in mentors]).astype(bool)
    return np.where(both_said, shared, points.TIMES // 2)


def _table(rows: Sequence[Mapping[K, int]], codes: Mapping[K, int]) -> "NDArray[Any]":
    """As real numbers: their product is quick, and exact for numbers as small as these."""
    import numpy as np

    cells = [
        (number, codes[code], worth) for number, row in enumerate(rows) for code, worth in row.items() if code in codes
    ]
    table = np.zeros((len(rows), len(codes)), dtype=np.float32)
    if cells:
        down, across, values = zip(*cells, strict=True)
        table[down, across] = values
    return table


def _product(one: "NDArray[Any]", other: "NDArray[Any]") -> "NDArray[Any]":
    import numpy as np

    return (one @ other.T.astype(np.float32)).astype(np.int32)


def _row(values: list[Any]) -> "NDArray[Any]":
    import numpy as np

    return np.array(values, dtype=np.int32)[None, :]
