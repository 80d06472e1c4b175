"""Raising and settling risk signals (§12): at most one live signal for each code and subject."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select

from models.access import Permission
from models.errors import ProgrammeError
from models.oversight.states import LIVE, SIGNAL, SignalCode, SignalState
from models.oversight.tables import RiskSignal
from models.terms import Severity
from models.use_case import Tx, use_case

MUTED_FOR = timedelta(days=14)
MAX_REASON = 500


def raise_signal(
    tx: Tx,
    code: SignalCode,
    organisation_id: int,
    subject_id: int,
    *,
    severity: Severity = Severity.WARN,
    evidence: dict[str, Any] | None = None,
    shown_from: datetime | None = None,
    goes_up: bool = False,
) -> RiskSignal | None:
    """Opens a signal, or brings the live one up to date; None while a dismissed one keeps it quiet (14 days).

    `shown_from` is when the curator sees it, at once by default. `goes_up` hands it to the level above for good.
    """
    signal = live_signal(tx, code, subject_id)
    if signal is not None:
        return renew(signal, severity, evidence or {}, goes_up=goes_up)
    if _is_muted(tx, code, subject_id):
        return None
    signal = RiskSignal(
        code=code,
        organisation_id=organisation_id,
        subject_id=subject_id,
        severity=severity,
        evidence=evidence or {},
        opened_at=tx.now,
        shown_from=shown_from or tx.now,
        goes_up=goes_up,
    )
    tx.add(signal)
    return signal


def renew(signal: RiskSignal, severity: Severity, evidence: dict[str, Any], *, goes_up: bool) -> RiskSignal:
    """Brings a live signal up to date; what has gone up stays there."""
    signal.severity, signal.evidence, signal.goes_up = severity, evidence, signal.goes_up or goes_up
    return signal


def settle_signal(tx: Tx, code: SignalCode, subject_id: int) -> None:
    """The condition is gone: the live signal resolves itself; without one nothing happens."""
    signal = live_signal(tx, code, subject_id)
    if signal is not None:
        end(tx, signal, "condition_gone")


def live_signal(tx: Tx, code: SignalCode, subject_id: int) -> RiskSignal | None:
    """The signal of this code and subject that is not over yet."""
    return tx.session.scalar(_LIVE, {"code": code, "subject": subject_id})


@use_case(Permission.CURATE)
def take(tx: Tx, signal_id: int) -> SignalState:
    """«Взять в работу». A signal that is over already stays so."""
    signal = tx.get(RiskSignal, signal_id)
    if signal.state is SignalState.OPEN:
        signal.state = SIGNAL.after(signal.state, "ack")
    if signal.state is SignalState.ACKNOWLEDGED:
        signal.state = SIGNAL.after(signal.state, "take")
    return signal.state


@use_case(Permission.CURATE)
def resolve(tx: Tx, signal_id: int) -> SignalState:
    """«Решено»: the curator has dealt with it. It may open anew when the condition is still there next night."""
    signal = tx.get(RiskSignal, signal_id)
    if signal.state in LIVE:
        take(tx, signal_id)
        end(tx, signal, "resolve")
    return signal.state


@use_case(Permission.CURATE)
def dismiss(tx: Tx, signal_id: int, reason: str) -> SignalState:
    """«Это не проблема»: the same signal keeps quiet for 14 days.

    Raises ProgrammeError `error-reason` without a reason or with one above 500 characters.
    """
    if not 0 < len(reason.strip()) <= MAX_REASON:
        raise ProgrammeError("error-reason", limit=MAX_REASON)
    signal = tx.get(RiskSignal, signal_id)
    if signal.state in LIVE:
        signal.resolution = reason.strip()
        signal.muted_until = tx.now + MUTED_FOR
        end(tx, signal, "dismiss")
    return signal.state


def end(tx: Tx, signal: RiskSignal, event: str) -> None:
    """Ends a live signal by an event of its machine."""
    signal.state = SIGNAL.after(signal.state, event)
    signal.resolved_at = tx.now
    tx.session.flush()


def _is_muted(tx: Tx, code: SignalCode, subject_id: int) -> bool:
    return tx.session.scalar(_MUTED, {"code": code, "subject": subject_id, "now": tx.now}) is not None


_ABOUT = (RiskSignal.code == bindparam("code"), RiskSignal.subject_id == bindparam("subject"))
_LIVE = select(RiskSignal).where(*_ABOUT, RiskSignal.state.in_(LIVE))
_MUTED = select(RiskSignal.id).where(*_ABOUT, RiskSignal.muted_until > bindparam("now")).limit(1)
