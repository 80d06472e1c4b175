"""The score of many mentors for many needs at once, as a grid of whole numbers: what `score` says of each pair.

A cohort has millions of pairs and few kinds of them. Everything here needs numpy, which belongs to a process of its
own (handlers/workshop.py), so that it is imported where it is used.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from models.matching import score as points
from models.matching.need import Candidate, Need

if TYPE_CHECKING:
    from numpy.typing import NDArray


def scores_of(needs: Sequence[Need], mentors: Sequence[Candidate]) -> "NDArray[Any]":
    """`score(need, mentor)` for needs (rows) of one form and the mentors (columns) who carry that form."""
    grid: NDArray[Any] = _topics(needs, mentors) + _times(needs, mentors)
    grid += points.FORM + _row([points.of_mentor(one) for one in mentors])
    column = {one.mentor_id: number for number, one in enumerate(mentors)}
    for row, need in enumerate(needs):
        for wished, weight in zip(need.wished_mentor_ids, points.WISHES, strict=False):
            if wished in column:
                grid[row, column[wished]] += weight
    return grid


def _topics(needs: Sequence[Need], mentors: Sequence[Candidate]) -> "NDArray[Any]":
    import numpy as np

    codes = sorted({topic for need in needs for topic in need.topics})
    wanted = _table([[topic in need.topics for topic in codes] for need in needs], len(codes))
    worth = _table(
        [
            [points.STRONG if topic in one.strong_topics else points.PLAIN * (topic in one.topics) for topic in codes]
            for one in mentors
        ],
        len(codes),
    )
    known = _product(wanted, worth)
    covered = _product(wanted, worth > 0)
    length = np.array([len(need.topics) for need in needs], dtype=np.int64)[:, None]
    part: NDArray[Any] = points.TOPICS * known // (points.STRONG * np.maximum(length, 1))
    part += np.where((covered == length) & (length > 0), points.EVERY_TOPIC, 0)
    return part


def _times(needs: Sequence[Need], mentors: Sequence[Candidate]) -> "NDArray[Any]":
    import numpy as np

    codes = sorted({slot for need in needs for slot in need.slots})
    wanted = _table([[slot in need.slots for slot in codes] for need in needs], len(codes))
    free = _table([[slot in one.slots for slot in codes] for one in mentors], len(codes))
    length = np.array([len(need.slots) for need in needs], dtype=np.int64)[:, None]
    shared = points.TIMES * _product(wanted, free) // np.maximum(length, 1)
    both_said = (length > 0) & _row([bool(one.slots) for one in mentors]).astype(bool)
    return np.where(both_said, shared, points.TIMES // 2)


def _table(rows: list[list[Any]], width: int) -> "NDArray[Any]":
    """As real numbers: their product is quick, and exact for numbers as small as these."""
    import numpy as np

    return np.array(rows, dtype=np.float32).reshape(len(rows), width)


def _product(one: "NDArray[Any]", other: "NDArray[Any]") -> "NDArray[Any]":
    import numpy as np

    return (one @ other.T.astype(np.float32)).astype(np.int64)


def _row(values: list[Any]) -> "NDArray[Any]":
    import numpy as np

    return np.array(values, dtype=np.int64)[None, :]
