"""What matching is told: the mentee's need and the mentors who might meet it. Facts only, read elsewhere."""

from dataclasses import dataclass
from datetime import date

from models.terms import MentoringForm, PersonKind


@dataclass(frozen=True, slots=True)
class Need:
    """A mentee's open request as matching sees it.

    `topics` stand in the mentee's order, `wished_mentor_ids` (three at most) in the order of the wish; `slots` are
    codes of `models.availability`, empty when times are agreed later. `superior_ids` only warn (R-03).
    `refused_mentor_ids` were asked for this request already and declined or stayed silent. `mentoring_whom` are the
    persons whom the mentee mentors now in this form (R-01).
    """

    request_id: int
    mentee_id: int
    organisation_id: int
    form: MentoringForm
    topics: tuple[str, ...] = ()
    slots: frozenset[str] = frozenset()
    wished_mentor_ids: tuple[int, ...] = ()
    mentee_kind: PersonKind = PersonKind.STAFF
    mentee_is_minor: bool = False
    superior_ids: frozenset[int] = frozenset()
    refused_mentor_ids: frozenset[int] = frozenset()
    mentoring_whom: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor's card as matching sees it.

    `state` is a MentorState. `visible_organisation_ids` are further organisations that may see the card, `None` when
    only the mentor's own do. `home_id` is the school whose curator lends the mentor, `school` what it is called where
    others may see the card. `load` counts running pairs and accepted offers, `pending` the offers still open. `level`
    runs from 0 (none) to 3 (platinum), `ready` says that training is recorded (YAR-9). No new offers come before
    the day `not_before`.
    """

    mentor_id: int
    organisation_ids: frozenset[int]
    state: str
    forms: frozenset[MentoringForm]
    topics: frozenset[str] = frozenset()
    strong_topics: tuple[str, ...] = ()
    capacity: int = 2
    load: int = 0
    pending: int = 0
    slots: frozenset[str] = frozenset()
    level: int = 0
    ready: bool = False
    has_consent: bool = False
    not_before: date | None = None
    visible_organisation_ids: frozenset[int] | None = None
    home_id: int = 0
    school: str = ""

    @property
    def free_places(self) -> int:
        """Places that nobody has yet; open offers do not take any."""
        return max(self.capacity - self.load, 0)

    def is_seen_in(self, organisation_id: int) -> bool:
        """Whether people of this organisation may be offered this mentor."""
        wider = self.visible_organisation_ids or frozenset()
        return organisation_id in self.organisation_ids or organisation_id in wider
