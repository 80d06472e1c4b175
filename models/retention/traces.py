"""What the programme itself writes down: notices, signals, digests, links, and who did what."""

from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, or_, select
from sqlalchemy.orm import Session

from models.audit import AuditEntry
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.oversight.tables import Digest, RiskSignal
from models.people.tables import Invitation, Person, WrongCode
from models.retention.erase import BATCH, blank, drop_rows, due
from models.retention.terms import Terms

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


def forget_payloads(session: Session, organisation_id: int, terms: Terms) -> int:
    """What a notice was about, once it is through. A bundle's payload is what keeps nudges from being said twice."""
    through = Notice.state.not_in(_UNFINISHED) & (Notice.due_at < terms.days_ago(PAYLOAD_DAYS))
    said_alone = Notice.kind != NoticeKind.BUNDLE.value
    ids = session.scalars(due(Notice, _is_of(organisation_id), through, said_alone, _is_filled(Notice.payload)))
    return blank(session, Notice, list(ids), payload={})


def forget_notices(session: Session, organisation_id: int, terms: Terms) -> int:
    """That somebody was told something."""
    old = Notice.due_at < terms.cycles_ago(CYCLES)
    ids = due(Notice, _is_of(organisation_id), old, Notice.state.not_in(_UNFINISHED))
    return drop_rows(session, Notice, list(session.scalars(ids)))


def forget_signals(session: Session, organisation_id: int, terms: Terms) -> int:
    """A curator's words about a signal that is over."""
    over = (RiskSignal.organisation_id == organisation_id, RiskSignal.resolved_at < terms.cycles_ago(CYCLES))
    ids = session.scalars(due(RiskSignal, *over, RiskSignal.resolution != ""))
    return blank(session, RiskSignal, list(ids), resolution="", evidence={})


def forget_names_in_digests(session: Session, organisation_id: int, terms: Terms) -> int:
    """The lines of a week, which name people; its numbers stay."""
    old = (Digest.organisation_id == organisation_id, Digest.made_at < terms.cycles_ago(CYCLES))
    has_lines = or_(*(_is_filled(Digest.payload[part]) for part in ("decide", "wait")))
    named = session.scalars(select(Digest).where(*old, has_lines).order_by(Digest.id).limit(BATCH)).all()
    for digest in named:
        digest.payload = {**digest.payload, "decide": [], "wait": []}
    session.flush()
    return len(named)


def forget_invitations(session: Session, organisation_id: int, terms: Terms) -> int:
    """Links that have long expired."""
    old = Invitation.expires_at < terms.days_ago(INVITATION_DAYS)
    ids = due(Invitation, Invitation.organisation_id == organisation_id, old)
    return drop_rows(session, Invitation, list(session.scalars(ids)))


def forget_wrong_codes(session: Session, _organisation_id: int, terms: Terms) -> int:
    """Tries with codes that there are none of; they belong to no organisation."""
    ids = due(WrongCode, WrongCode.at < terms.days_ago(CODE_DAYS))
    return drop_rows(session, WrongCode, list(session.scalars(ids)))


def forget_audit(session: Session, _organisation_id: int, terms: Terms) -> int:
    """Who did what; the entries belong to no organisation."""
    ids = due(AuditEntry, AuditEntry.at < terms.years_ago(AUDIT_YEARS))
    return drop_rows(session, AuditEntry, list(session.scalars(ids)))


def _is_of(organisation_id: int) -> Any:
    return Notice.person_id.in_(select(Person.id).where(Person.organisation_id == organisation_id))


def _is_filled(value: Any) -> ColumnElement[bool]:
    """Whether an object or a list in a JSON column has anything in it: written out it is longer than its brackets."""
    return func.length(cast(value, String)) > len("{}")
