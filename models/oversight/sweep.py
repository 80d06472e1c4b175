"""The nightly sweep of an organisation: opens, updates and resolves its signals (§12)."""

from datetime import timedelta

from sqlalchemy import bindparam, select

from models.access import Permission
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.oversight.conditions.registry import CONDITIONS, found, standing
from models.oversight.finding import Finding, School
from models.oversight.signals import end, raise_signal, renew
from models.oversight.states import FOR_MENTOR, LIVE, PRIVATE, SignalCode
from models.oversight.tables import RiskSignal
from models.people.curators import curators_of, present_curators
from models.people.tables import Organisation
from models.terms import OrgKind
from models.use_case import Tx, use_case

_LIVE = select(RiskSignal).where(RiskSignal.organisation_id == bindparam("school"), RiskSignal.state.in_(LIVE))
ASKED_FIRST = timedelta(days=3)
"""A silent pair is asked before the curator sees it."""


@use_case(Permission.SWEEP)
def sweep_organisation(tx: Tx, organisation_id: int) -> int:
    """Brings the signals of a school up to date; gives the number of live ones.

    Safe to repeat: the second sweep of a moment changes nothing. Only schools have pairs; elsewhere it does nothing.
    """
    if tx.session.get_one(Organisation, organisation_id).kind is not OrgKind.SCHOOL:
        return 0
    refresh(tx, School.at(tx.session, organisation_id, tx.now))
    return len(_live(tx, organisation_id))


def refresh(tx: Tx, school: School) -> None:
    """Opens what is found, resolves what is gone; also called before a digest, so that it says what is true now."""
    live = _live(tx, school.organisation_id)
    for code in CONDITIONS:
        for finding in found(school, code):
            _raise(tx, school, code, finding, live.get((code, finding.subject_id)))
        lasting = standing(school, code)
        for (known, subject_id), signal in live.items():
            if known is code and subject_id not in lasting:
                end(tx, signal, "condition_gone")


def ask_both(tx: Tx, mentorship: Mentorship, kind: NoticeKind, version: str) -> None:
    """Asks both sides how their meetings go: [Встреча была] [Назначить] [Нужна помощь]."""
    payload = {"mentorship_id": mentorship.id, "asked_by": tx.actor.person_id}
    for member in mentorship.members:
        post(tx, member.person, kind, f"pair:{mentorship.id}", payload=payload, version=version)


def _live(tx: Tx, organisation_id: int) -> dict[tuple[SignalCode, int], RiskSignal]:
    """The live signals by code and subject."""
    signals = tx.session.scalars(_LIVE, {"school": organisation_id})
    return {(signal.code, signal.subject_id): signal for signal in signals}


def _raise(tx: Tx, school: School, code: SignalCode, finding: Finding, known: RiskSignal | None) -> None:
    """A silent pair is asked at the first finding; what goes up is told to the level above once."""
    besides = _concerned(tx, school, code, finding) if known is None or finding.goes_up else set()
    has_gone_up = known is not None and known.goes_up
    if known is not None:
        signal = renew(known, finding.severity, finding.evidence, goes_up=bool(besides))
    else:
        opened = _open(tx, school, code, finding, goes_up=bool(besides))
        if opened is None:
            return
        signal = opened
    if signal.goes_up and not has_gone_up:
        for reader in present_curators(tx.session, school.organisation_id, tx.now, besides):
            post(tx, reader, NoticeKind.SIGNAL_RAISED, f"signal:{signal.id}", payload={"signal_id": signal.id})


def _open(tx: Tx, school: School, code: SignalCode, finding: Finding, *, goes_up: bool) -> RiskSignal | None:
    """None where the same signal was dismissed not long ago."""
    is_silent_pair = code is SignalCode.PAIR_NO_MEETING
    signal = raise_signal(
        tx,
        code,
        school.organisation_id,
        finding.subject_id,
        severity=finding.severity,
        evidence=finding.evidence,
        shown_from=tx.now + ASKED_FIRST if is_silent_pair else None,
        goes_up=goes_up,
    )
    if signal is not None and is_silent_pair:
        pair = tx.session.get_one(Mentorship, finding.subject_id)
        ask_both(tx, pair, NoticeKind.PAIR_ASKED, f"asked-{signal.id}")
    if signal is not None and code is FOR_MENTOR:
        pair = tx.session.get_one(Mentorship, finding.subject_id)
        payload = {"mentorship_id": pair.id}
        post(tx, pair.member(Side.MENTOR).person, NoticeKind.PLAN_NUDGE, f"plan:{signal.id}", payload=payload)
    return signal


def _concerned(tx: Tx, school: School, code: SignalCode, finding: Finding) -> set[int]:
    """The school's curators whom a signal passes over: members of a badly rated pair (R-03), or all who did not read.

    Nobody is passed over as a rule, and then the signal does not go up.
    """
    if not finding.goes_up and code not in PRIVATE:
        return set()
    curators = {person.id for person in curators_of(tx.session, school.organisation_id)}
    if finding.goes_up:
        return curators
    return curators & {member.person_id for member in tx.session.get_one(Mentorship, finding.subject_id).members}
