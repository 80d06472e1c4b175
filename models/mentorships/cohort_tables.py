"""The draft of a cohort: what «Подобрать всем» has found and a curator goes over before it is published."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.access import Actor
from models.base import Base, Json, Keyed
from models.matching.cohort import MentorLeft, NeedLeft


class LineProblem(StrEnum):
    """What has changed since the draft was made, so that a pair cannot be published; the rules' own words and one more.

    REQUEST – nobody waits by this request any more: it is withdrawn, offered or decided.
    """

    REQUEST = "REQUEST"
    STATE = "STATE"
    PAUSED = "PAUSED"
    SCOPE = "SCOPE"
    FORM = "FORM"
    CAPACITY = "CAPACITY"
    CONSENT = "CONSENT"
    SELF = "SELF"
    RECIPROCAL = "RECIPROCAL"
    ASKED_BEFORE = "ASKED_BEFORE"


class CohortDraft(Keyed, Base):
    """One draft for each node of the tree, shared by its curators; it vanishes when it is published or forgotten."""

    __tablename__ = "cohort_draft"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), unique=True)
    """A school, or a municipality or region with all schools below."""
    version: Mapped[int] = mapped_column(default=1)
    """Grows with every change: whoever changes what they have not seen is told so first."""
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    changed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))

    def is_open_to(self, actor: Actor) -> bool:
        """The curators of the node and those above."""
        return self.organisation_id in actor.curates


class CohortLine(Keyed, Base):
    """A request in a draft: with its mentor and why, or without one and why not."""

    __tablename__ = "cohort_line"
    __table_args__ = (UniqueConstraint("draft_id", "request_id"),)

    draft_id: Mapped[int] = mapped_column(ForeignKey("cohort_draft.id"), index=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("mentoring_request.id"), index=True)
    mentor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    """Why this mentor, as facts without words, at the moment of the choice."""
    is_fixed: Mapped[bool] = mapped_column(default=False)
    """Kept as it is when the plan is made anew; a fixed line without a mentor is left out of it."""
    is_grouped: Mapped[bool] = mapped_column(default=False)
    """Published as one group with the mentor's other lines of its form and school; a new plan keeps it, too."""
    left_why: Mapped[NeedLeft | None]
    left_count: Mapped[int] = mapped_column(default=0)
    problem: Mapped[LineProblem | None]
    """Found when somebody wanted to publish; the next change of the line settles it."""
    version: Mapped[int]
    """The draft's version by which the line came to be as it is."""
    changed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))


class CohortRest(Keyed, Base):
    """A mentor who has nobody in a draft, and why."""

    __tablename__ = "cohort_rest"
    __table_args__ = (UniqueConstraint("draft_id", "mentor_id"),)

    draft_id: Mapped[int] = mapped_column(ForeignKey("cohort_draft.id"), index=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    why: Mapped[MentorLeft]
    places: Mapped[int]
