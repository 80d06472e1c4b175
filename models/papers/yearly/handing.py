"""A school hands in what is asked of it; the level above accepts it, or returns it with one sentence (NTG-3, NTG-9)."""

from dataclasses import dataclass
from datetime import datetime

from models.access import Permission
from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.oversight.indicators.access import is_above, own_schools
from models.oversight.indicators.codes import SnapshotKind
from models.oversight.indicators.frame import frame_of
from models.oversight.indicators.snapshots import freeze
from models.papers.states import REPORT, ReportState
from models.papers.yearly.contents import STORED, contents_of
from models.papers.yearly.kinds import NotePart, ReportKind
from models.papers.yearly.place import Term, municipality_of, terms_of, today_at, versions
from models.papers.yearly.tables import ReportText, YearReport
from models.people.curators import present_curators
from models.people.tables import Organisation
from models.terms import OrgKind
from models.use_case import Tx, use_case

MAX_TEXT = 1500
"""Characters of a part of a note."""
MAX_REMARK = 300
LOCKED = (ReportState.SENT, ReportState.ACCEPTED)


@dataclass(frozen=True)
class ReportLine:
    """Where a report stands."""

    id: int
    organisation_id: int
    kind: ReportKind
    school_year: int
    version: int
    state: ReportState
    sent_at: datetime | None
    remark: str

    @classmethod
    def of(cls, row: YearReport) -> "ReportLine":
        """The line of a row."""
        about = (row.id, row.organisation_id, row.kind, row.school_year, row.version)
        return cls(*about, row.state, row.sent_at, row.remark)


@use_case(Permission.CURATE)
def hand_in(tx: Tx, organisation_id: int, kind: ReportKind, school_year: int) -> ReportLine:
    """«Данные верны», or «Сдать»: what the records and the indicators say now is frozen and lies with the level above.

    A second tap gives what lies there. Late is possible until the school year is over. Raises ProgrammeError
    `error-no-access` for whoever is not the school's own curator, `error-campaign-early` before its first day,
    `error-gone` for another school year than this one: old messages keep their buttons.
    """
    school = _own_school(tx, organisation_id)
    term = _term(tx, school, kind)
    if term.school_year != school_year:
        raise ProgrammeError("error-gone")
    if not term.is_open(today_at(school, tx.now)):
        raise ProgrammeError("error-campaign-early", day=f"{term.days.first:%d.%m.%Y}")
    report = _latest(tx, school, term)
    if report is not None and report.state in LOCKED:
        return ReportLine.of(report)
    report = _draft(tx, school, term, report)
    state = REPORT.after(report.state, "send")
    frame = frame_of(tx.session, school.id, tx.now)
    report.snapshot_id = freeze(tx, frame, SnapshotKind.SENT, report.id).id
    report.contents = STORED.dump_python(contents_of(tx.session, frame, kind), mode="json")
    report.state, report.sent_at, report.sent_by = state, tx.now, tx.actor.me
    tx.session.flush()
    if term.campaign_id is not None:
        void(tx, subject(term.campaign_id, school.id))
    return ReportLine.of(report)


@use_case(Permission.CURATE)
def write_part(tx: Tx, organisation_id: int, part: NotePart, text: str) -> ReportLine:
    """Words of the school's curator in the yearly note; a returned note begins its next version with what it said.

    Raises ProgrammeError `error-no-access`, `error-report-text` for nothing or too much, `error-report-locked` once it
    is handed in.
    """
    school = _own_school(tx, organisation_id)
    words = text.strip()
    if not 0 < len(words) <= MAX_TEXT:
        raise ProgrammeError("error-report-text", most=MAX_TEXT)
    term = _term(tx, school, ReportKind.NOTE)
    known = _latest(tx, school, term)
    if known is not None and known.state in LOCKED:
        raise ProgrammeError("error-report-locked")
    report = _draft(tx, school, term, known)
    row = next((one for one in report.texts if one.part is part), None)
    if row is None:
        report.texts.append(ReportText(part=part, text=words))
    else:
        row.text = words
    tx.session.flush()
    return ReportLine.of(report)


@use_case(Permission.CURATE)
def accept_report(tx: Tx, report_id: int) -> ReportLine:
    """The level above accepts; twice is once. Raises ProgrammeError `error-no-access`, `error-state`."""
    report = _from_below(tx, report_id)
    if report.state is not ReportState.ACCEPTED:
        report.state = REPORT.after(report.state, "accept")
        report.decided_at, report.decided_by = tx.now, tx.actor.me
    return ReportLine.of(report)


@use_case(Permission.CURATE)
def return_report(tx: Tx, report_id: int, remark: str) -> ReportLine:
    """The level above returns it with one sentence, which the school reads; what follows is the next version.

    Raises ProgrammeError `error-no-access`, `error-state` where it does not lie there, `error-report-remark`.
    """
    report = _from_below(tx, report_id)
    words = " ".join(remark.split())
    if not 0 < len(words) <= MAX_REMARK:
        raise ProgrammeError("error-report-remark", most=MAX_REMARK)
    report.state, report.remark = REPORT.after(report.state, "return"), words
    report.decided_at, report.decided_by = tx.now, tx.actor.me
    for curator in present_curators(tx.session, report.organisation_id, tx.now):
        payload = {"report_id": report.id}
        post(tx, curator, NoticeKind.REPORT_RETURNED, f"year-report:{report.id}", payload=payload)
    return ReportLine.of(report)


def subject(campaign_id: int, organisation_id: int) -> str:
    """What the notices of a campaign to a school are about."""
    return f"campaign:{campaign_id}:{organisation_id}"


def _own_school(tx: Tx, organisation_id: int) -> Organisation:
    """Locked, so that no two make the same version."""
    school = tx.get(Organisation, organisation_id)
    if school.id not in own_schools(tx.actor) or school.kind is not OrgKind.SCHOOL:
        raise ProgrammeError("error-no-access")
    return school


def _from_below(tx: Tx, report_id: int) -> YearReport:
    report = tx.get(YearReport, report_id)
    if not is_above(tx.session, tx.actor, report.organisation_id):
        raise ProgrammeError("error-no-access")
    return report


def _term(tx: Tx, school: Organisation, kind: ReportKind) -> Term:
    terms = terms_of(tx.session, municipality_of(tx.session, school.id), today_at(school, tx.now))
    return next(term for term in terms if term.kind is kind)


def _latest(tx: Tx, school: Organisation, term: Term) -> YearReport | None:
    return tx.session.scalar(versions(school.id, term.kind, term.school_year).limit(1))


def _draft(tx: Tx, school: Organisation, term: Term, known: YearReport | None) -> YearReport:
    """The draft that there is, or the next version with the words of the last one."""
    if known is not None and known.state is ReportState.DRAFT:
        return known
    report = YearReport(
        organisation_id=school.id,
        kind=term.kind,
        school_year=term.school_year,
        version=known.version + 1 if known else 1,
        state=REPORT.initial,
        contents={},
        texts=[ReportText(part=one.part, text=one.text) for one in (known.texts if known else ())],
    )
    tx.add(report)
    return report
