"""The nightly use case: every rule of the house's retention, for one organisation and a bounded number of rows."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from models.access import Permission
from models.people.tables import Organisation
from models.retention import meetings, papers, people, requests, traces
from models.retention.terms import Terms
from models.use_case import Tx, use_case

Rule = Callable[[Session, int, Terms], int]
RULES: tuple[Rule, ...] = (
    people.erase_withdrawn,
    meetings.forget_records,
    meetings.forget_additions,
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
    traces.forget_names_in_digests,
    traces.forget_invitations,
    traces.forget_wrong_codes,
    traces.forget_audit,
)


@use_case(Permission.SWEEP)
def forget(tx: Tx, organisation_id: int) -> int:
    """Forgets what has had its time, by the organisation's own calendar; gives the number of rows.

    Safe to repeat: what is left over has its turn in the next night.
    """
    zone = ZoneInfo(tx.session.get_one(Organisation, organisation_id).zone)
    terms = Terms(tx.now, zone)
    return sum(rule(tx.session, organisation_id, terms) for rule in RULES)
