"""Statements of mentors' activity, drawn-up orders, and people in yearly reports: kept for a cycle, as records are."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models.mentorships.states import Side
from models.mentorships.tables import MentorshipMember
from models.papers.tables import ActivityStatement, OrderDraft
from models.papers.yearly.tables import YearReport
from models.retention.erase import BATCH, drop, drop_rows, due, rule
from models.retention.terms import SCHOOL, cycles_ago, day_cycles_ago

CYCLES = 1
"""§13: «logs, forms: cycle end + 1 y»: a statement is made of them, and the paper itself lies with the commission."""
NOBODY = "—"


_S, _O, _Y = ActivityStatement, OrderDraft, YearReport


@rule(due(_S, _S.organisation_id == SCHOOL, _S.last < day_cycles_ago(CYCLES)))
def forget_statements(session: Session, ids: list[int]) -> int:
    """Whole statements, with the names of the pairs: what they count stays in the meetings themselves."""
    return drop_rows(session, ActivityStatement, ids)


@rule(due(_O, _O.organisation_id == SCHOOL, _O.made_at < cycles_ago(CYCLES)))
def forget_order_drafts(session: Session, ids: list[int]) -> int:
    """For which pairs an order was drawn up; the orders themselves lie with the school."""
    return drop_rows(session, OrderDraft, ids)


@rule(select(_Y.id).where(_Y.organisation_id == SCHOOL, _Y.sent_at < cycles_ago(CYCLES)).order_by(_Y.id))
def forget_people_in_reports(session: Session, ids: list[int]) -> int:
    """Who stood in a pair that was handed in, and which mentors were named: the pairs and the numbers stay."""
    rows = session.scalars(select(YearReport).where(YearReport.id.in_(ids)).order_by(YearReport.id)).all()
    named = [row for row in rows if _names_people(row.contents)][:BATCH]
    for row in named:
        # not through the row, which nothing changes once it is handed in
        bare = update(YearReport).where(YearReport.id == row.id).values(contents=_without_people(row.contents))
        session.execute(bare, execution_options={"synchronize_session": False})
        session.expire(row)
    return len(named)


def strike_from_statements(session: Session, persons: Sequence[int]) -> None:
    """Whoever has withdrawn the consent: their own statements go, in those of their mentors a dash stands for them."""
    drop(session, ActivityStatement, ActivityStatement.person_id.in_(persons))
    pairs = select(MentorshipMember.mentorship_id).where(MentorshipMember.person_id.in_(persons))
    mentors = select(MentorshipMember.person_id).where(
        MentorshipMember.mentorship_id.in_(pairs), MentorshipMember.side == Side.MENTOR
    )
    for statement in session.scalars(select(ActivityStatement).where(ActivityStatement.person_id.in_(mentors))):
        named = [_without(pair, persons) for pair in statement.figures["pairs"]]
        statement.figures = {**statement.figures, "pairs": named}
    session.flush()


def _names_people(contents: dict[str, Any]) -> bool:
    pairs = any(pair["mentor_ids"] or pair["mentee_ids"] for pair in contents.get("pairs", ()))
    return pairs or bool((contents.get("note") or {}).get("recognised"))


def _without_people(contents: dict[str, Any]) -> dict[str, Any]:
    pairs = [{**pair, "mentor_ids": [], "mentee_ids": []} for pair in contents["pairs"]]
    note = contents["note"] and {**contents["note"], "recognised": []}
    return {**contents, "pairs": pairs, "note": note}


def _without(pair: dict[str, Any], persons: Sequence[int]) -> dict[str, Any]:
    both = zip(pair["mentee_ids"], pair["mentees"], strict=True)
    return {**pair, "mentees": [NOBODY if person in persons else name for person, name in both]}
