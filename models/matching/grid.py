"""The score of many mentors for many needs at once, as a grid of whole numbers: what `score` says of each pair.

A cohort has millions of pairs and few kinds of them. Everything here needs numpy, which belongs to a process of its
own (handlers/workshop.py), so that it is imported where it is used.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from models.matching import score as points
from models.matching.need import Candidate, Need

if TYPE_CHECKING:
    from numpy.typing import NDArray

H = TypeVar("H", bound=Hashable)


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
    schools, at = _kinds([need.organisation_id for need in needs])
    homes, of = _kinds([one.organisation_ids if one.visible_organisation_ids else None for one in mentors])
    away = [[points.AWAY * (home is not None and school not in home) for home in homes] for school in schools]
    return _spread(away, at, of)


def _topics(needs: Sequence[Need], mentors: Sequence[Candidate]) -> "NDArray[Any]":
    import numpy as np

    wishes, at = _kinds([need.topics for need in needs])
    cards, of = _kinds([(one.topics, one.strong_topics) for one in mentors])
    codes = _codes(wishes)
    wanted = _table(wishes, codes)
    strong = _table([strong for _, strong in cards], codes)
    covers = np.maximum(strong, _table([topics for topics, _ in cards], codes))
    known = _product(wanted, points.PLAIN * covers + (points.STRONG - points.PLAIN) * strong)
    length = _lengths(wishes)
    part = points.TOPICS * known // (points.STRONG * np.maximum(length, 1))
    part += np.where((_product(wanted, covers) == length) & (length > 0), points.EVERY_TOPIC, 0)
    return _spread(part, at, of)


def _times(needs: Sequence[Need], mentors: Sequence[Candidate]) -> "NDArray[Any]":
    import numpy as np

    wishes, at = _kinds([need.slots for need in needs])
    offers, of = _kinds([one.slots for one in mentors])
    codes, length = _codes(wishes), _lengths(wishes)
    shared = points.TIMES * _product(_table(wishes, codes), _table(offers, codes)) // np.maximum(length, 1)
    both_said = (length > 0) & (_lengths(offers) > 0).T
    return _spread(np.where(both_said, shared, points.TIMES // 2), at, of)


def _kinds(values: Sequence[H]) -> tuple[list[H], list[int]]:
    """The different values, and which of them each one is: what is said of a kind is worked out once."""
    places: dict[H, int] = {}
    at = [places.setdefault(value, len(places)) for value in values]
    return list(places), at


def _spread(of_kinds: Any, rows: Sequence[int], columns: Sequence[int]) -> "NDArray[Any]":
    """A grid of kinds as one of needs and mentors."""
    import numpy as np

    wide: NDArray[Any] = np.asarray(of_kinds, dtype=np.int32)[:, columns]
    return wide[rows]


def _codes(values: Iterable[Iterable[str]]) -> dict[str, int]:
    return {code: place for place, code in enumerate(dict.fromkeys(chain.from_iterable(values)))}


def _lengths(values: Sequence[Collection[str]]) -> "NDArray[Any]":
    import numpy as np

    return np.array([len(value) for value in values], dtype=np.int32)[:, None]


def _table(rows: Sequence[Collection[str]], codes: Mapping[str, int]) -> "NDArray[Any]":
    """1 where a row has a code. As real numbers: their product is quick, and exact for numbers as small as these."""
    import numpy as np

    width = len(codes)
    table = np.zeros(len(rows) * width, dtype=np.float32)
    table[[number * width + codes[one] for number, row in enumerate(rows) for one in row if one in codes]] = 1
    return table.reshape(len(rows), width)


def _product(one: "NDArray[Any]", other: "NDArray[Any]") -> "NDArray[Any]":
    import numpy as np

    product: NDArray[Any] = (one @ other.T).astype(np.int32)
    return product


def _row(values: list[Any]) -> "NDArray[Any]":
    import numpy as np

    return np.array(values, dtype=np.int32)[None, :]
