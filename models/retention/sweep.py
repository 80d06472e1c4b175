"""The nightly use case: every rule of the house's retention, for one organisation and a bounded number of rows."""

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.access import Permission
from models.people.tables import Organisation
from models.retention import meetings, papers, people, requests, traces
from models.retention.erase import Rule
from models.retention.terms import values_of
from models.use_case import Tx, use_case

RULES = (
    people.erase_withdrawn,
    people.forget_links,
    meetings.forget_records,
    meetings.forget_versions,
    meetings.forget_notes,
    meetings.forget_attachments,
    meetings.forget_comments,
    meetings.forget_calls,
    meetings.forget_talks,
    meetings.unlink_pairs,
    requests.forget_drafts,
    requests.forget_cohort_drafts,
    requests.forget_declined,
    requests.forget_matched,
    papers.forget_statements,
    papers.forget_order_drafts,
    papers.forget_people_in_reports,
    traces.forget_payloads,
    traces.forget_notices,
    traces.forget_signals,
    traces.forget_decisions,
    traces.forget_names_in_digests,
    traces.forget_invitations,
    traces.forget_wrong_codes,
    traces.forget_audit,
)

_WHAT_IS_DUE = select(*(rule.due.exists() for rule in RULES))
"""One look at all: on most nights nothing has had its time, and a look for each rule would be most of the night."""


@use_case(Permission.SWEEP)
def forget(tx: Tx, organisation_id: int) -> int:
    """Forgets what has had its time, by the organisation's own calendar; gives the number of rows.

    Safe to repeat: what is left over has its turn in the next night.
    """
    zone = ZoneInfo(tx.session.get_one(Organisation, organisation_id).zone)
    values = values_of(organisation_id, tx.now, zone)
    rows, waiting = 0, set(RULES)
    # What one rule forgets may be what another has waited for: a request goes with the pair that it led to.
    while due := waiting & _due(tx.session, values):
        for rule in sorted(due, key=RULES.index):
            rows += rule.forget(tx.session, list(tx.session.scalars(rule.due, values)))
        waiting -= due
    return rows


def _due(session: Session, values: dict[str, Any]) -> set[Rule]:
    return {rule for rule, is_due in zip(RULES, session.execute(_WHAT_IS_DUE, values).one(), strict=True) if is_due}
