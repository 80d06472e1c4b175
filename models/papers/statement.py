"""«Моя справка» (YKT-10): the mentor asks for it, the curator confirms it in one tap, from then on it is frozen."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from models.access import Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.papers.figures import STORED, Figures, figures_of
from models.papers.period import checked
from models.papers.states import REPORT, ReportState
from models.papers.tables import ActivityStatement
from models.people.curators import curators_of
from models.people.names import official, polite
from models.people.tables import Organisation, Person
from models.school_year import Period, school_year_of
from models.use_case import Tx, use_case

MAX_QUESTION = 300


@dataclass(frozen=True)
class StatementView:
    """A statement as it stands. Moments are UTC, days are those of the school."""

    id: int
    state: ReportState
    person_id: int
    organisation_id: int
    first: date
    last: date
    figures: Figures
    zone: str
    mentor: str
    """As the curator reads it."""
    made_at: datetime
    number: int | None
    signed_at: datetime | None
    signer: str
    """Who confirmed it: «Соколова М. П.»; empty before."""
    question: str

    @property
    def made(self) -> int:
        """Which figures these are: the second at which they were counted, since 1970."""
        return _seconds(self.made_at)

    @classmethod
    def of(cls, statement: ActivityStatement, signer: Person | None) -> "StatementView":
        """The view of a row."""
        return cls(
            id=statement.id,
            state=statement.state,
            person_id=statement.person_id,
            organisation_id=statement.organisation_id,
            first=statement.first,
            last=statement.last,
            figures=STORED.validate_python(statement.figures),
            zone=statement.person.organisation.zone,
            mentor=official(statement.person),
            made_at=statement.made_at,
            number=statement.number,
            signed_at=statement.signed_at,
            signer=official(signer) if signer else "",
            question=statement.question,
        )


@dataclass(frozen=True)
class AskedStatement:
    """A statement that waits for the curator, or one that was confirmed with the same figures before."""

    statement: StatementView
    curator: str
    """With whom it lies, politely; empty where it lies with nobody any more, or nobody is there."""


@dataclass(frozen=True)
class SignedStatement:
    """What came of the curator's tap: with `changed` nothing was signed, the figures are others than shown."""

    statement: StatementView
    changed: bool


@use_case(Permission.MENTOR)
def ask_statement(tx: Tx, first: date, last: date) -> AskedStatement:
    """Sends the mentor's own statement for these days to the curator.

    Asking again brings the figures of the one that waits up to date; a confirmed one stays, and with the same figures
    it is the answer. Raises ProgrammeError `error-paper-period`, `error-statement-empty` without a held meeting.
    """
    mentor = tx.get(Person, tx.actor.me)
    period = checked(first, last, _today(tx, mentor))
    figures = figures_of(tx.session, mentor, period)
    if not figures.meetings:
        raise ProgrammeError("error-statement-empty")
    known = _latest(tx, mentor, period)
    if known is not None and known.state is ReportState.ACCEPTED and _stored(known) == figures:
        return AskedStatement(_view(tx, known), "")
    statement = known if known is not None and known.state is ReportState.SENT else _new(tx, mentor, period, figures)
    statement.figures, statement.made_at = STORED.dump_python(figures, mode="json"), tx.now
    curators = curators_of(tx.session, mentor.organisation_id, {mentor.id})
    for curator in curators:
        payload = {"statement_id": statement.id}
        post(tx, curator, NoticeKind.STATEMENT_ASKED, _subject(statement), payload=payload)
    return AskedStatement(_view(tx, statement), polite(curators[0]) if curators else "")


@use_case(Permission.CURATE)
def sign_statement(tx: Tx, statement_id: int, made: int) -> SignedStatement:
    """Confirms the statement as the curator has read it: it gets its number and is frozen.

    `made` says which figures were read (StatementView.made). Where the records say something else by now, nothing is
    signed: the new figures are stored and shown. A statement that is confirmed already is the answer to a second tap.
    Raises ProgrammeError `error-no-access`, `error-statement-own` for one's own, `error-state` for a returned one.
    """
    statement = _curated(tx, statement_id)
    if statement.state is ReportState.ACCEPTED:
        return SignedStatement(_view(tx, statement), changed=False)
    state = REPORT.after(statement.state, "accept")
    period = Period(statement.first, statement.last)
    figures = figures_of(tx.session, statement.person, period)
    if _stored(statement) != figures:
        statement.figures, statement.made_at = STORED.dump_python(figures, mode="json"), tx.now
        return SignedStatement(_view(tx, statement), changed=True)
    if _seconds(statement.made_at) != made:
        return SignedStatement(_view(tx, statement), changed=True)
    statement.state, statement.signed_at, statement.signed_by = state, tx.now, tx.actor.me
    statement.school_year = school_year_of(_today(tx, statement.person))
    statement.number = _next_number(tx, statement.organisation_id, statement.school_year)
    tx.session.flush()
    _settle(tx, statement, NoticeKind.STATEMENT_SIGNED)
    return SignedStatement(_view(tx, statement), changed=False)


@use_case(Permission.CURATE)
def return_statement(tx: Tx, statement_id: int, question: str) -> StatementView:
    """«Вопрос наставнику»: the statement goes back with the curator's words; the mentor's next one is a new version.

    Raises ProgrammeError `error-no-access`, `error-statement-own`, `error-state`, `error-statement-question`.
    """
    statement = _curated(tx, statement_id)
    text = " ".join(question.split())
    if not 0 < len(text) <= MAX_QUESTION:
        raise ProgrammeError("error-statement-question", most=MAX_QUESTION)
    statement.state, statement.question = REPORT.after(statement.state, "return"), text
    _settle(tx, statement, NoticeKind.STATEMENT_RETURNED)
    return _view(tx, statement)


def _curated(tx: Tx, statement_id: int) -> ActivityStatement:
    statement = tx.get(ActivityStatement, statement_id)
    if statement.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    if statement.person_id == tx.actor.me:
        raise ProgrammeError("error-statement-own")
    return statement


def _latest(tx: Tx, mentor: Person, period: Period) -> ActivityStatement | None:
    mine = (ActivityStatement.person_id == mentor.id, ActivityStatement.organisation_id == mentor.organisation_id)
    same = (ActivityStatement.first == period.first, ActivityStatement.last == period.last)
    latest = select(ActivityStatement).where(*mine, *same).order_by(ActivityStatement.id.desc()).limit(1)
    return tx.session.scalar(latest.with_for_update())


def _new(tx: Tx, mentor: Person, period: Period, figures: Figures) -> ActivityStatement:
    statement = ActivityStatement(
        person_id=mentor.id,
        organisation_id=mentor.organisation_id,
        first=period.first,
        last=period.last,
        state=REPORT.after(REPORT.initial, "send"),
        figures=STORED.dump_python(figures, mode="json"),
        made_at=tx.now,
    )
    tx.add(statement)
    return statement


def _next_number(tx: Tx, organisation_id: int, year: int) -> int:
    """Counted within the school and its year; the school's row is locked, so that no two get the same."""
    tx.session.execute(select(Organisation.id).where(Organisation.id == organisation_id).with_for_update())
    given = select(func.max(ActivityStatement.number)).where(
        ActivityStatement.organisation_id == organisation_id, ActivityStatement.school_year == year
    )
    return (tx.session.scalar(given) or 0) + 1


def _settle(tx: Tx, statement: ActivityStatement, kind: NoticeKind) -> None:
    """Nobody else is asked any more, and the mentor hears of it."""
    void(tx, _subject(statement), NoticeKind.STATEMENT_ASKED)
    post(tx, statement.person, kind, _subject(statement), payload={"statement_id": statement.id})


def _view(tx: Tx, statement: ActivityStatement) -> StatementView:
    signer = tx.session.get(Person, statement.signed_by) if statement.signed_by else None
    return StatementView.of(statement, signer)


def _stored(statement: ActivityStatement) -> Figures:
    return STORED.validate_python(statement.figures)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _subject(statement: ActivityStatement) -> str:
    return f"statement:{statement.id}"


def _today(tx: Tx, person: Person) -> date:
    return to_local(tx.now, ZoneInfo(person.organisation.zone)).date()
