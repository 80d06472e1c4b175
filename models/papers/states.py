"""The machine of a report (reference.md §4.10) and the kinds of papers (§2.14)."""

from enum import StrEnum

from models.lifecycle import Lifecycle


class ReportState(StrEnum):
    """Where a statement stands; a returned one is followed by a new version, a row of its own."""

    DRAFT = "DRAFT"
    SENT = "SENT"
    ACCEPTED = "ACCEPTED"
    RETURNED = "RETURNED"


class OrderKind(StrEnum):
    """The six orders of a school's head (reference.md §2.14, the Yakutsk list), in the order of a year."""

    ORDER_INTRODUCE = "ORDER_INTRODUCE"
    ORDER_PLAN = "ORDER_PLAN"
    ORDER_REGULATION = "ORDER_REGULATION"
    ORDER_CURATOR_MENTORS = "ORDER_CURATOR_MENTORS"
    ORDER_PAIRS = "ORDER_PAIRS"
    ORDER_FINAL_EVENT = "ORDER_FINAL_EVENT"

    @property
    def names_pairs(self) -> bool:
        """Whether a list of pairs belongs to it, or of their mentors."""
        return self in (OrderKind.ORDER_CURATOR_MENTORS, OrderKind.ORDER_PAIRS, OrderKind.ORDER_FINAL_EVENT)


class PaperName(StrEnum):
    """Papers whose template a school may replace; a confirmed statement keeps the look that it was confirmed in."""

    ORDER_INTRODUCE = "ORDER_INTRODUCE"
    ORDER_PLAN = "ORDER_PLAN"
    ORDER_REGULATION = "ORDER_REGULATION"
    ORDER_CURATOR_MENTORS = "ORDER_CURATOR_MENTORS"
    ORDER_PAIRS = "ORDER_PAIRS"
    ORDER_FINAL_EVENT = "ORDER_FINAL_EVENT"
    REPORT = "REPORT"
    PAIR_LIST = "PAIR_LIST"
    INDICATORS = "INDICATORS"
    YEAR_NOTE = "YEAR_NOTE"


REPORT = Lifecycle(
    "Report",
    ReportState.DRAFT,
    {
        (ReportState.DRAFT, "send"): ReportState.SENT,
        (ReportState.SENT, "accept"): ReportState.ACCEPTED,
        (ReportState.SENT, "return"): ReportState.RETURNED,
    },
)
