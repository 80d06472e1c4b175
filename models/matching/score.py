"""How well a mentor suits a need (R-05): an internal number for the order, and reasons for people.

Weights are in thousandths of a point and whole numbers throughout, so that the same input gives the same order.
"""

from models.availability import overlap
from models.matching.need import Candidate, Need
from models.matching.reasons import Reason, ReasonKind

_POINT = 1000
TOPICS, FORM, _FREE_PLACES, TIMES = 50 * _POINT, 15 * _POINT, 10 * _POINT, 5 * _POINT
WISHES = (15 * _POINT, 12 * _POINT, 9 * _POINT)
_LEVEL, _TRAINED, _HIGHEST_LEVEL = 1 * _POINT, 2 * _POINT, 3
AWAY = 5 * _POINT
"""What a mentor of another school lacks of one's own: it takes a second curator's yes, and longer ways (YAR-12)."""
STRONG, PLAIN = 10, 7
"""A plain topic counts seven tenths of a strong one."""
EVERY_TOPIC = 100 * _POINT
"""More than all the rest together: who covers every topic comes before who does not (OMS-12)."""


def score(need: Need, candidate: Candidate) -> int:
    """The number by which mentors are ordered for a need, higher is better. Nobody is ever shown it."""
    return of_mentor(candidate) + sum(part(need, candidate) for part in (_topics, _form, _wish, _times, _away))


def of_mentor(candidate: Candidate) -> int:
    """The part of the score that is the same for every need."""
    return _free_places(candidate) + _experience(candidate)


def reasons(need: Need, candidate: Candidate) -> tuple[Reason, ...]:
    """What speaks for this mentor and what to mind, in the order of `ReasonKind`."""
    return (
        *_about_school(need, candidate),
        *_about_topics(need, candidate),
        *_about_wish(need, candidate),
        *_about_times(need, candidate),
        *_about_places(candidate),
        *_about_experience(candidate),
        *_about_superior(need, candidate),
    )


def _topics(need: Need, candidate: Candidate) -> int:
    if not need.topics:
        return 0
    known = [STRONG if topic in candidate.strong_topics else PLAIN for topic in _covered(need, candidate)]
    every = EVERY_TOPIC if len(known) == len(need.topics) else 0
    return every + TOPICS * sum(known) // (STRONG * len(need.topics))


def _form(need: Need, candidate: Candidate) -> int:
    return FORM if need.form in candidate.forms else 0


def _wish(need: Need, candidate: Candidate) -> int:
    wishes = zip(need.wished_mentor_ids, WISHES, strict=False)
    return next((weight for wished, weight in wishes if wished == candidate.mentor_id), 0)


def _free_places(candidate: Candidate) -> int:
    """Open offers may yet take places: a mentor with many comes later, and offers spread."""
    likely_free = max(candidate.free_places - candidate.pending, 0)
    return _FREE_PLACES * likely_free // max(candidate.capacity, 1)


def _times(need: Need, candidate: Candidate) -> int:
    """«Договоримся» of either side stands half-way between times that meet and times that do not."""
    if not need.slots or not candidate.slots:
        return TIMES // 2
    return TIMES * len(need.slots & candidate.slots) // len(need.slots)


def _away(need: Need, candidate: Candidate) -> int:
    return -AWAY if _is_away(need, candidate) else 0


def _is_away(need: Need, candidate: Candidate) -> bool:
    """Whether the mentor is of another school and agrees to be asked elsewhere."""
    return bool(candidate.visible_organisation_ids) and need.organisation_id not in candidate.organisation_ids


def _experience(candidate: Candidate) -> int:
    return _LEVEL * min(candidate.level, _HIGHEST_LEVEL) + (_TRAINED if candidate.ready else 0)


def _covered(need: Need, candidate: Candidate) -> list[str]:
    return [topic for topic in need.topics if topic in candidate.topics or topic in candidate.strong_topics]


def _about_school(need: Need, candidate: Candidate) -> tuple[Reason, ...]:
    is_away = _is_away(need, candidate)
    return (Reason.of(ReasonKind.OTHER_SCHOOL, school=candidate.school),) if is_away else ()


def _about_topics(need: Need, candidate: Candidate) -> tuple[Reason, ...]:
    wanted, covered = len(need.topics), _covered(need, candidate)
    strong = len([topic for topic in covered if topic in candidate.strong_topics])
    if not wanted:
        return ()
    if not covered:
        return (Reason.of(ReasonKind.NO_TOPIC, wanted=wanted),)
    if strong == wanted:
        return (Reason.of(ReasonKind.ALL_TOPICS_STRONG, wanted=wanted),)
    return (Reason.of(ReasonKind.TOPICS_COVERED, covered=len(covered), wanted=wanted, strong=strong),)


def _about_wish(need: Need, candidate: Candidate) -> tuple[Reason, ...]:
    if candidate.mentor_id not in need.wished_mentor_ids:
        return ()
    return (Reason.of(ReasonKind.WISHED, place=need.wished_mentor_ids.index(candidate.mentor_id) + 1),)


def _about_times(need: Need, candidate: Candidate) -> tuple[Reason, ...]:
    if not need.slots or not candidate.slots:
        return ()
    shared = overlap(need.slots, candidate.slots)
    return (Reason.of(ReasonKind.SHARED_TIMES, slots=shared) if shared else Reason.of(ReasonKind.OTHER_TIMES),)


def _about_places(candidate: Candidate) -> tuple[Reason, ...]:
    places = Reason.of(ReasonKind.FREE_PLACES, places=candidate.free_places)
    return (places, Reason.of(ReasonKind.OFFERS_OPEN, offers=candidate.pending)) if candidate.pending else (places,)


def _about_experience(candidate: Candidate) -> tuple[Reason, ...]:
    level = (Reason.of(ReasonKind.LEVEL, level=candidate.level),) if candidate.level else ()
    return (*level, Reason.of(ReasonKind.TRAINED)) if candidate.ready else level


def _about_superior(need: Need, candidate: Candidate) -> tuple[Reason, ...]:
    return (Reason.of(ReasonKind.SUPERIOR),) if candidate.mentor_id in need.superior_ids else ()
