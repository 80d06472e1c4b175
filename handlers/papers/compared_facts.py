"""What stands in the yearly report of a municipality or a region, as a paper and as a spreadsheet with its charts."""

from collections.abc import Iterable
from typing import Any

from handlers.oversight import figures_drawn as figures
from handlers.oversight.chart import Group, draw_groups
from handlers.papers import facts
from handlers.papers.facts import NONE
from handlers.papers.filling import Picture
from handlers.sheets import Cell, Chart, Sheet
from handlers.words import Words
from models.oversight.indicators.codes import Code, Heads
from models.papers.yearly.compared import SHOWN, Compared, YearTotal
from models.school_year import Period

DRAWN = (Code.I_1_1, Code.I_1_2, Code.S_2, Code.S_3)
"""The numbers in the chart of the years."""
SCHOOLS_DRAWN = 40
PICTURE_MM = 165
PLACES = "abcd"
"""The columns of years in a template: the oldest first, those that are not there yet stay empty."""


def year_report(view: Compared, words: Words, curators: str) -> dict[str, Any]:
    """The yearly report of a municipality or a region as a paper."""
    said = facts.on_paper(words, view.zone)
    days = facts.period(Period(view.first, view.day), said)
    names = {f"y{place}": _year(one) for place, one in enumerate(view.years, 1)}
    return {
        **facts.header(view.name, days, view.made_at, facts.counted("SCHOOLS", view.years[-1].schools, said), said),
        **_pictures(view, said),
        **dict.fromkeys(("y1", "y2", "y3", "y4"), ""),
        **names,
        "year": _year(view.years[-1]),
        "rows": [{"name": name, **_by_place(numbers, said)} for name, numbers in _by_year(view, said)],
        "schools": [
            {
                "name": school.name,
                "day": said.short_date(school.day) if school.day else said.label("figures-none"),
                "staff": _percent(school.coverage[Heads.STAFF]),
                "students": _percent(school.coverage[Heads.STUDENTS]),
                "requests": _sum(school.numbers[Code.I_1_1], school.numbers[Code.I_1_2]),
                "mentors": _sum(school.numbers[Code.S_2]),
                "young": _sum(school.numbers[Code.S_3]),
            }
            for school in view.schools
        ],
        "forms": [
            {"name": name, **{place: str(number or 0) for place, number in zip(PLACES, numbers, strict=False)}}
            for name, numbers in _forms(view, said)
        ],
        "flags": [{"name": figures.flag_name(said, flag), "count": count} for flag, count in view.flags],
        "n_missing": len(view.missing),
        "missing": ", ".join(view.missing) or NONE,
        "decisions": _decided(view, said),
        "open_decisions": [
            {"text": text, "responsible": responsible, "due": due} for text, responsible, due in _waiting(view, said)
        ],
        "curators": curators,
    }


def year_book(view: Compared, words: Words) -> tuple[Sheet, ...]:
    """The same as a spreadsheet with its charts: years, schools, forms, and the open decisions."""
    said = facts.on_paper(words, view.zone)
    days = facts.period(Period(view.first, view.day), said)
    n = facts.counted("SCHOOLS", view.years[-1].schools, said)
    head = facts.sheet_head(view.name, days, view.made_at, n, said)
    years = tuple(_year(one) for one in view.years)
    numbers = list(_by_year(view, said))
    drawn = tuple(place for place, code in enumerate(_codes(view)) if code in DRAWN)
    named = said.label("yearly-column", column="name")
    columns = tuple(range(1, len(years) + 1))
    by_year = (Chart(said.label("yearly-chart-years"), columns, drawn, by_row=True),) if drawn else ()
    forms: list[tuple[Cell, ...]] = [(name, *some) for name, some in _forms(view, said)]
    by_form = (Chart(said.label("yearly-chart-forms"), columns, tuple(range(len(forms)))),) if forms else ()
    return (
        Sheet(
            said.label("yearly-sheet-years"),
            head,
            (named, *years),
            tuple((name, *some) for name, some in numbers),
            by_year,
        ),
        _school_sheet(view, head, said),
        Sheet(said.label("yearly-sheet-forms"), head, (named, *years), tuple(forms), by_form),
        _decision_sheet(view, head, said),
    )


def _pictures(view: Compared, said: Words) -> dict[str, Picture | str]:
    """Years, schools and forms drawn: nothing where there is no number, and of very many schools the first."""
    codes = [code for code in _codes(view) if code in DRAWN]
    years = [(_year(one), tuple(one.numbers.get(code) for code in codes)) for one in view.years]
    known = [
        (one.name, tuple(one.coverage[kind] for kind in Heads)) for one in view.schools if any(one.coverage.values())
    ]
    covered = tuple(said.label("yearly-coverage-row", kind=kind.value) for kind in Heads)
    more = len(known) - SCHOOLS_DRAWN
    return {
        "chart_years": _picture([figures.name_of(said, code) for code in codes], years),
        "chart_schools": _picture(covered, known[:SCHOOLS_DRAWN]),
        "schools_left": said.label("yearly-schools-left", count=more) if more > 0 else "",
        "chart_forms": _picture([_year(one) for one in view.years], _forms(view, said)),
    }


def _picture(series: Iterable[str], groups: Iterable[Group]) -> Picture | str:
    drawn = tuple(groups)
    return Picture(draw_groups, (tuple(series), drawn), PICTURE_MM) if any(any(numbers) for _, numbers in drawn) else ""


def _codes(view: Compared) -> list[Code]:
    """The indicators of which any year knows a number."""
    return [code for code in Code if any(one.numbers.get(code) is not None for one in view.years)]


def _by_year(view: Compared, said: Words) -> Iterable[tuple[str, tuple[int | None, ...]]]:
    for code in _codes(view):
        yield figures.name_of(said, code), tuple(one.numbers.get(code) for one in view.years)
    for kind in Heads:
        name = said.label("yearly-coverage-row", kind=kind.value)
        yield name, tuple(one.coverage[kind] for one in view.years)
    yield said.label("yearly-schools-row"), tuple(one.schools for one in view.years)


def _forms(view: Compared, said: Words) -> Iterable[tuple[str, tuple[int, ...]]]:
    for form, key in facts.FORMS.items():
        numbers = tuple(one.forms.get(form, 0) for one in view.years)
        if any(numbers):
            yield said.label(key), numbers


def _school_sheet(view: Compared, head: tuple[tuple[str, str], ...], said: Words) -> Sheet:
    columns = tuple(said.label("yearly-column", column=one) for one in ("school", "day", "staff", "students"))
    rows: list[tuple[Cell, ...]] = [
        (
            school.name,
            school.day or said.label("figures-none"),
            school.coverage[Heads.STAFF],
            school.coverage[Heads.STUDENTS],
            *(school.numbers[code] for code in SHOWN),
        )
        for school in view.schools
    ]
    named = (*columns, *(figures.name_of(said, code) for code in SHOWN))
    shown = tuple(range(min(len(rows), SCHOOLS_DRAWN)))
    charts = (Chart(said.label("yearly-chart-schools"), (2, 3), shown),) if rows else ()
    return Sheet(said.label("yearly-sheet-schools"), head, named, tuple(rows), charts)


def _decision_sheet(view: Compared, head: tuple[tuple[str, str], ...], said: Words) -> Sheet:
    columns = tuple(said.label("yearly-column", column=one) for one in ("decision", "responsible", "due"))
    name = said.label("yearly-sheet-decisions")
    return Sheet(name, (*head, (name, _decided(view, said))), columns, tuple(_waiting(view, said)))


def _decided(view: Compared, said: Words) -> str:
    year = view.decisions
    counts = {"made": year.made, "in_time": year.in_time, "late": year.late, "open": year.open}
    return said.label("yearly-decisions", **counts, earlier=year.earlier, left=year.left)


def _waiting(view: Compared, said: Words) -> Iterable[tuple[str, str, str]]:
    for one in view.decisions.waiting:
        due = said.label("yearly-decision-due", day=said.short_date(one.due_on), over=int(one.due_on < view.day))
        yield one.text, one.responsible, due


def _by_place(numbers: Iterable[int | None], said: Words) -> dict[str, str]:
    told = (figures.said(said, number) for number in numbers)
    return {**dict.fromkeys(PLACES, ""), **dict(zip(PLACES, told, strict=False))}


def _year(one: YearTotal) -> str:
    return f"{one.year}/{one.year + 1}"


def _percent(number: int | None) -> str:
    return NONE if number is None else f"{number} %"


def _sum(*numbers: int | None) -> str:
    known = [number for number in numbers if number is not None]
    return str(sum(known)) if known else NONE
