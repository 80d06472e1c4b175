"""What stands in the files: plain data in Russian, the language of a school's papers, whoever asks for them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from handlers.oversight.chart import draw_weeks
from handlers.papers.filling import Picture
from handlers.sheets import Cell, Chart, Sheet
from handlers.words import DEFAULT_LOCALE, Words
from models.forms.averages import Average
from models.mentorships.states import MentorshipState
from models.papers.figures import Figures
from models.papers.orders import DrawnOrder
from models.papers.report import MonthOfMeetings, MonthReport, PairList, Responses
from models.papers.statement import StatementView
from models.school_year import Period
from models.terms import MentoringForm

FORMS = {
    MentoringForm.STUDENT_STUDENT: "requests-form-student-student",
    MentoringForm.TEACHER_TEACHER: "requests-form-teacher-teacher",
    MentoringForm.UNISTUDENT_STUDENT: "requests-form-unistudent-student",
    MentoringForm.EMPLOYER_STUDENT: "requests-form-employer-student",
    MentoringForm.EMPLOYER_UNISTUDENT: "requests-form-employer-unistudent",
    MentoringForm.HEAD_HEAD: "requests-form-head-head",
    MentoringForm.TEAM_TEAM: "requests-form-team-team",
    MentoringForm.TEACHER_STUDENT: "requests-form-teacher-student",
}
STATES = {
    MentorshipState.PROPOSED: "mentorships-state-proposed",
    MentorshipState.AGREED: "mentorships-state-agreed",
    MentorshipState.APPROVED: "mentorships-state-approved",
    MentorshipState.TRIAL: "mentorships-state-trial",
    MentorshipState.ACTIVE: "mentorships-state-active",
    MentorshipState.PAUSED: "mentorships-state-paused",
    MentorshipState.CLOSING: "mentorships-state-closing",
}
COLUMNS = (
    "papers-list-mentee",
    "papers-list-mentor",
    "papers-list-form",
    "papers-list-state",
    "papers-list-began",
    "papers-list-order",
    "papers-list-order-date",
    "papers-list-held",
    "papers-list-last",
)
NONE = "—"
MONTHS_MM = 125
"""The width of the picture of the months."""


def on_paper(words: Words, zone: str) -> Words:
    """The words of a paper: Russian, by the school's clock."""
    return replace(words, locale=DEFAULT_LOCALE, zone=ZoneInfo(zone))


def statement(view: StatementView, words: Words) -> dict[str, Any]:
    """A statement of activity; signed it is the same for ever, since all of it is stored with it."""
    said = on_paper(words, view.zone)
    figures = view.figures
    signed = said.short_date(view.signed_at.astimezone(said.zone)) if view.signed_at else ""
    number = said.label("papers-statement-number", number=str(view.number), date=signed) if view.number else ""
    return {
        **_counted(figures, Period(view.first, view.last), said),
        "number": f" {number}" if number else "",
        "made": moment(view.made_at, said),
        "standing": said.label("papers-statement-signed-line", signer=view.signer, date=signed)
        if view.number
        else said.label("papers-statement-draft-line"),
        "signer": view.signer or "______________",
    }


def _counted(figures: Figures, days: Period, said: Words) -> dict[str, Any]:
    pairs = [
        {
            "mentee": ", ".join(pair.mentees),
            "form": said.label(FORMS[pair.form]),
            "began": _day(pair.began, said),
            "order": order_number(pair.order_ref, pair.order_date, said),
            "result": said.label("papers-completed", date=said.short_date(pair.completed)) if pair.completed else NONE,
            "meetings": pair.meetings,
            "hours": hours(pair.minutes, said),
        }
        for pair in figures.pairs
    ]
    months = [
        {"month": month_name(one.month, said), "meetings": one.meetings, "hours": hours(one.minutes, said)}
        for one in figures.months
    ]
    return {
        "school": figures.school,
        "mentor": figures.mentor,
        "position": figures.position,
        "period": period(days, said),
        "pairs": pairs,
        "months": months,
        "n_pairs": len(pairs),
        "meetings": figures.meetings,
        "hours": hours(figures.minutes, said),
        "completed": figures.completed,
    }


def order(drawn: DrawnOrder, words: Words) -> dict[str, Any]:
    """An order of the head."""
    said = replace(words, locale=DEFAULT_LOCALE)
    pairs = [
        {"mentee": pair.mentee or NONE, "mentor": pair.mentor or NONE, "form": said.label(FORMS[pair.form])}
        for pair in drawn.pairs
    ]
    mentors = [
        {"name": mentor.name, "position": mentor.position or NONE, "pairs": mentor.pairs} for mentor in drawn.mentors
    ]
    return {
        "school": drawn.school,
        "year": f"{drawn.school_year}/{drawn.school_year + 1}",
        "curators": ", ".join(drawn.curators) or "______________________",
        "pairs": pairs,
        "mentors": mentors,
        "n": len(mentors) if drawn.kind.value == "ORDER_CURATOR_MENTORS" else len(pairs),
        "made": said.short_date(drawn.made_on),
    }


def report(view: MonthReport, words: Words, curators: str) -> dict[str, Any]:
    """A month of a school."""
    said = on_paper(words, view.zone)
    this = view.months[-1]
    return {
        **header(view.school, period(view.period, said), view.made_at, counted("PAIRS", view.pairs, said), said),
        "school": view.school,
        "title": month_name(view.period.first, said),
        "pairs": view.pairs,
        "states": [{"name": said.label(STATES[state]), "count": count} for state, count in view.states],
        "forms": [{"name": said.label(FORMS[form]), "count": count} for form, count in view.forms],
        "completed": view.completed,
        "months": months(view.months, said),
        "chart": months_drawn(view.months, said),
        "held": this.held,
        "planned": this.planned,
        "requests_in": view.requests_in,
        "matched": view.matched,
        "waiting": view.waiting,
        "signals_opened": view.signals_opened,
        "signals_closed": view.signals_closed,
        "responses": [
            {"name": said.label("papers-mentees"), **responses(view.mentees, said)},
            {"name": said.label("papers-mentors"), **responses(view.mentors, said)},
        ],
        "curators": curators,
    }


def pair_sheet(view: PairList, words: Words) -> Sheet:
    """The school's pairs as a table."""
    said = on_paper(words, view.zone)
    rows: list[tuple[Cell, ...]] = [
        (
            row.mentee or NONE,
            row.mentor or NONE,
            said.label(FORMS[row.form]),
            said.label(STATES[row.state]),
            row.began,
            row.order_ref,
            row.order_date,
            row.held,
            row.last_held,
        )
        for row in view.rows
    ]
    n = counted("PAIRS", len(rows), said)
    head = sheet_head(view.school, said.label("papers-list-now"), view.made_at, n, said)
    return Sheet(said.label("papers-list-title"), head, tuple(said.label(key) for key in COLUMNS), tuple(rows))


def report_book(view: MonthReport, words: Words) -> tuple[Sheet, ...]:
    """A month of a school as a spreadsheet: its numbers, and the meetings by month with their chart."""
    said, told = on_paper(words, view.zone), report(view, words, "")
    n = counted("PAIRS", view.pairs, said)
    head = sheet_head(view.school, period(view.period, said), view.made_at, n, said)
    counts = ("pairs", "completed", "held", "planned", "requests_in", "matched", "waiting")
    rows: list[tuple[Cell, ...]] = [
        (said.label("papers-report-row", row=one), told[one]) for one in (*counts, "signals_opened", "signals_closed")
    ]
    rows += [(one["name"], one["count"]) for one in (*told["states"], *told["forms"])]
    rows += [(said.label("papers-report-answers", who=one["name"]), one["share"]) for one in told["responses"]]
    rows += [(said.label("papers-report-mean", who=one["name"]), one["mean"]) for one in told["responses"]]
    titles = (said.label("yearly-column", column="name"), said.label("papers-report-number"))
    return Sheet(said.label("papers-report-sheet"), head, titles, tuple(rows)), months_sheet(view.months, head, said)


def months_sheet(some: Sequence[MonthOfMeetings], head: tuple[tuple[str, str], ...], said: Words) -> Sheet:
    """Meetings by month with their chart."""
    rows = tuple(tuple(one.values()) for one in months(some, said))
    titles = tuple(said.label("papers-month-column", column=one) for one in ("month", "planned", "held", "no_show"))
    chart = Chart(said.label("papers-months-title"), (1, 2), tuple(range(len(rows))))
    return Sheet(said.label("papers-months-title"), head, titles, rows, (chart,) if rows else ())


def sheet_head(scope: str, days: str, made_at: datetime, n: str, said: Words) -> tuple[tuple[str, str], ...]:
    """Scope, period, time of making and n of a sheet."""
    told = {
        "papers-list-scope": scope,
        "papers-list-period": days,
        "papers-list-made": moment(made_at, said),
        "papers-list-n": n,
    }
    return tuple((said.label(key), value) for key, value in told.items())


def header(scope: str, days: str, made_at: datetime, n: str, said: Words) -> dict[str, Any]:
    """The same of a paper."""
    return {"scope": scope, "period": days, "made": moment(made_at, said), "n": n}


def counted(what: str, n: int, said: Words) -> str:
    """«3 пары», «30 школ», «31 показатель»: out of how many a paper is made."""
    return said.label("papers-counted", what=what, n=n)


def period(days: Period, words: Words) -> str:
    """«01.09.2026 — 12.10.2026», both days included."""
    return words.label("papers-period", first=words.short_date(days.first), last=words.short_date(days.last))


def hours(minutes: int, words: Words) -> str:
    """«5 ч 15 мин»: whole hours without minutes."""
    return words.label("papers-hours", hours=minutes // 60, minutes=minutes % 60)


def month_name(month: date, words: Words) -> str:
    """«сентябрь 2026»."""
    return format_date(month, "LLLL y", locale=words.locale)


def moment(at: datetime, words: Words) -> str:
    """«12.10.2026, 10:00», by the clock of the words."""
    return words.label("papers-moment", date=words.short_date(at.astimezone(words.zone)), time=words.time(at))


def responses(given: Responses, said: Words) -> dict[str, str]:
    """The share of answers and their mean, each where there are enough of them (R-16)."""
    few = said.label("papers-few-forms", asked=given.asked)
    share = said.label("papers-share", answered=given.answered, asked=given.asked, share=given.share or 0)
    return {"share": few if given.share is None else share, "mean": _mean(given.average, said)}


def months(some: Iterable[MonthOfMeetings], said: Words) -> list[dict[str, Any]]:
    """Meetings by month."""
    return [
        {"month": month_name(one.month, said), "planned": one.planned, "held": one.held, "no_show": one.no_show}
        for one in some
    ]


def months_drawn(some: Iterable[MonthOfMeetings], said: Words) -> Picture | str:
    """The same as a picture; nothing where nothing was planned."""
    bars = tuple((format_date(one.month, "LLL", locale=said.locale), one.planned, one.held) for one in some)
    return Picture(draw_weeks, (bars,), MONTHS_MM) if any(planned for _, planned, _ in bars) else ""


def _mean(average: Average, said: Words) -> str:
    if average.mean is None:
        return said.label("papers-few")
    return said.label("papers-mean", mean=format_decimal(average.mean, "0.0", locale=said.locale), n=average.n)


def order_number(number: str, day: date | None, said: Words) -> str:
    """«№ 45 от 12.10.2026», or a dash."""
    if not number:
        return NONE
    return said.label("papers-order-number", number=number, date=_day(day, said))


def _day(day: date | None, said: Words) -> str:
    return said.short_date(day) if day else NONE
