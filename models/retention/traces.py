"""What the programme itself writes down: notices, signals, digests, decisions, links, and who did what."""

from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, or_, select
from sqlalchemy.orm import Session

from models.audit import AuditEntry
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.oversight.tables import CouncilDecision, Digest, RiskSignal
from models.people.tables import Invitation, Person, WrongCode
from models.retention.erase import blank, drop_rows, due, rule
from models.retention.terms import SCHOOL, cycles_ago, days_ago, years_ago

AUDIT_YEARS = 3
"""§13: «audit 3 y»."""
CYCLES = 1
"""§13: «cycle end + 1 y», for what was told as for what it was told about."""
PAYLOAD_DAYS = 30
"""§13, «Minimum»: once sent, a notice is kept so that it is not sent twice, and for that its payload is not needed."""
INVITATION_DAYS = 90
"""§13, «Minimum»: so long an expired link is answered by «Срок этой ссылки прошёл», then «Такой ссылки нет»."""
CODE_DAYS = 1
"""§13, «Minimum»: wrong codes count within an hour."""
_UNFINISHED = (NoticeState.WAITING, NoticeState.CLAIMED, NoticeState.STARTED, NoticeState.HELD)


_OF_SCHOOL = Notice.person_id.in_(select(Person.id).where(Person.organisation_id == SCHOOL))
_SAID_ALONE = Notice.kind != NoticeKind.BUNDLE.value
_OVER = (RiskSignal.organisation_id == SCHOOL, RiskSignal.resolved_at < cycles_ago(CYCLES))


def _is_filled(value: Any) -> ColumnElement[bool]:
    """Whether an object or a list in a JSON column has anything in it: written out it is longer than its brackets."""
    return func.length(cast(value, String)) > len("{}")


_HAS_LINES = or_(*(_is_filled(Digest.payload[part]) for part in ("decide", "wait")))


@rule(
    due(
        Notice,
        _OF_SCHOOL,
        Notice.state.not_in(_UNFINISHED),
        Notice.due_at < days_ago(PAYLOAD_DAYS),
        _SAID_ALONE,
        _is_filled(Notice.payload),
    )
)
def forget_payloads(session: Session, ids: list[int]) -> int:
    """What a notice was about, once it is through. A bundle's payload is what keeps nudges from being said twice."""
    return blank(session, Notice, ids, payload={})


@rule(due(Notice, _OF_SCHOOL, Notice.due_at < cycles_ago(CYCLES), Notice.state.not_in(_UNFINISHED)))
def forget_notices(session: Session, ids: list[int]) -> int:
    """That somebody was told something."""
    return drop_rows(session, Notice, ids)


@rule(due(RiskSignal, *_OVER, RiskSignal.resolution != ""))
def forget_signals(session: Session, ids: list[int]) -> int:
    """A curator's words about a signal that is over."""
    return blank(session, RiskSignal, ids, resolution="", evidence={})


@rule(due(CouncilDecision, CouncilDecision.organisation_id == SCHOOL, CouncilDecision.closed_at < cycles_ago(CYCLES)))
def forget_decisions(session: Session, ids: list[int]) -> int:
    """Decisions that are closed, with whoever answered for them: the minutes lie with the council."""
    return drop_rows(session, CouncilDecision, ids)


@rule(due(Digest, Digest.organisation_id == SCHOOL, Digest.made_at < cycles_ago(CYCLES), _HAS_LINES))
def forget_names_in_digests(session: Session, ids: list[int]) -> int:
    """The lines of a week, which name people; its numbers stay."""
    named = session.scalars(select(Digest).where(Digest.id.in_(ids))).all()
    for digest in named:
        digest.payload = {**digest.payload, "decide": [], "wait": []}
    session.flush()
    return len(named)


@rule(due(Invitation, Invitation.organisation_id == SCHOOL, Invitation.expires_at < days_ago(INVITATION_DAYS)))
def forget_invitations(session: Session, ids: list[int]) -> int:
    """Links that have long expired."""
    return drop_rows(session, Invitation, ids)


@rule(due(WrongCode, WrongCode.at < days_ago(CODE_DAYS)))
def forget_wrong_codes(session: Session, ids: list[int]) -> int:
    """Tries with codes that there are none of; they belong to no organisation."""
    return drop_rows(session, WrongCode, ids)


@rule(due(AuditEntry, AuditEntry.at < years_ago(AUDIT_YEARS)))
def forget_audit(session: Session, ids: list[int]) -> int:
    """Who did what; the entries belong to no organisation."""
    return drop_rows(session, AuditEntry, ids)
