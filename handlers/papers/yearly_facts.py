"""What stands in the lists and in the year's papers: plain data in Russian, whoever asks for them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from handlers.oversight import figures_drawn as figures
from handlers.papers import facts
from handlers.papers.facts import NONE
from handlers.sheets import Cell, Sheet
from handlers.words import Words
from models.errors import ProgrammeError
from models.oversight.indicators.codes import Code
from models.oversight.indicators.heads import Coverage
from models.oversight.indicators.table import Reading, Table
from models.papers.report import PairList, PairRow
from models.papers.yearly.contents import PairFact
from models.papers.yearly.handing import LOCKED
from models.papers.yearly.kinds import NotePart
from models.papers.yearly.queries import Desk
from models.school_year import Period


def pair_list(view: PairList, words: Words, curators: str, standing: str = "") -> dict[str, Any]:
    """A list of pairs as a paper."""
    said = facts.on_paper(words, view.zone)
    return {
        **facts.header(
            view.school,
            said.label("papers-list-now"),
            view.made_at,
            facts.counted("PAIRS", len(view.rows), said),
            said,
        ),
        "pairs": [
            {
                "mentee": row.mentee or NONE,
                "mentor": row.mentor or NONE,
                "form": said.label(facts.FORMS[row.form]),
                "state": said.label(facts.STATES[row.state]),
                "began": said.short_date(row.began) if row.began else NONE,
                "order": facts.order_number(row.order_ref, row.order_date, said),
                "held": row.held,
                "last": said.short_date(row.last_held) if row.last_held else NONE,
            }
            for row in view.rows
        ],
        "standing": standing,
        "curators": curators,
    }


def pairs_of(desk: Desk, made_at: datetime) -> PairList:
    """The pairs of a report as the usual list; who may not be named here, or was erased, is a dash."""
    return PairList(
        desk.name, desk.zone, desk.sent_at or made_at, tuple(_row(pair, desk) for pair in desk.contents.pairs)
    )


def indicators(
    table: Table, words: Words, zone: str, made_at: datetime, curators: str, standing: str
) -> dict[str, Any]:
    """The table of indicators, or a page of it."""
    said = facts.on_paper(words, zone)
    return {
        **facts.header(*_about(table, made_at, said), said),
        "title": said.label("yearly-indicators-title"),
        "rows": list(_numbers(table, said)),
        "lines": [*_coverage(table.coverage, said), *_shares(table, said)],
        "standing": standing,
        "curators": curators,
    }


def indicator_sheet(table: Table, words: Words, zone: str, made_at: datetime) -> Sheet:
    """The same as a spreadsheet; unknown numbers stay empty."""
    said = facts.on_paper(words, zone)
    rows: list[tuple[Cell, ...]] = [
        (
            figures.mark(one.code),
            figures.name_of(said, one.code),
            one.base.number,
            one.now.number,
            _source(one.now, said),
            one.now.hand.comment if one.now.hand else "",
        )
        for one in table.figures
    ]
    keys = ("mark", "name", "base", "now", "source", "comment")
    titles = tuple(said.label("yearly-column", column=key) for key in keys)
    head = facts.sheet_head(*_about(table, made_at, said), said)
    return Sheet(said.label("yearly-indicators-sheet"), head, titles, tuple(rows))


def note(desk: Desk, table: Table, words: Words, made_at: datetime) -> dict[str, Any]:
    """The yearly note of a school; handed in it is the same for ever."""
    said, told = facts.on_paper(words, desk.zone), desk.contents.note
    if told is None:
        raise ProgrammeError("error-gone")
    year = desk.term.school_year
    now = {one.code: one.now for one in table.figures}
    days = facts.period(Period(table.first, table.day), said)
    return {
        **facts.header(desk.name, days, desk.sent_at or made_at, facts.counted("PAIRS", told.pairs, said), said),
        "school": desk.name,
        "year": f"{year}/{year + 1}",
        "curators": desk.curators,
        "forms": [{"name": said.label(facts.FORMS[form]), "count": count} for form, count in told.forms],
        "coverage": list(_coverage(table.coverage, said)),
        "months": facts.months(told.months, said),
        "chart": facts.months_drawn(told.months, said),
        "held": sum(month.held for month in told.months),
        "planned": sum(month.planned for month in told.months),
        "rows": list(_numbers(table, said)),
        "pairs": told.pairs,
        "completed": told.completed,
        "terminated": told.terminated,
        "requests_in": told.requests_in,
        "matched": told.matched,
        "outcomes": [
            {"name": said.label("yearly-outcome", outcome=state.value), "count": count}
            for state, count in told.outcomes
        ],
        "turned_staff": figures.said(said, now[Code.I_3_4].number),
        "turned_students": figures.said(said, now[Code.I_3_7].number),
        "responses": [
            {"name": said.label("papers-mentees"), **facts.responses(told.mentees, said)},
            {"name": said.label("papers-mentors"), **facts.responses(told.mentors, said)},
        ],
        "rematched": told.rematched,
        "signals_opened": told.signals_opened,
        "signals_closed": told.signals_closed,
        "recognised": [
            {
                "name": desk.names.get(one.person_id, NONE),
                "completed": one.completed,
                "statements": one.statements,
            }
            for one in told.recognised
        ],
        **{part.value.lower(): desk.texts.get(part, NONE) for part in NotePart},
        "standing": standing(desk, said),
    }


def note_book(desk: Desk, table: Table, words: Words, made_at: datetime) -> tuple[Sheet, ...]:
    """The numbers of the note as a spreadsheet: indicators, and the meetings by month with their chart."""
    sheet = indicator_sheet(table, words, desk.zone, made_at)
    if desk.contents.note is None:
        return (sheet,)
    return sheet, facts.months_sheet(desk.contents.note.months, sheet.facts, facts.on_paper(words, desk.zone))


def standing(desk: Desk, said: Words) -> str:
    """Under a paper: since when it lies with the level above, or that it does not."""
    if desk.state in LOCKED and desk.sent_at is not None:
        day = said.short_date(desk.sent_at.astimezone(said.zone))
        return said.label("yearly-paper-sent", day=day, by=desk.by, version=desk.version)
    return said.label("yearly-paper-draft")


def _row(pair: PairFact, desk: Desk) -> PairRow:
    mentee, mentor = (
        ", ".join(desk.names.get(one, NONE) for one in some) for some in (pair.mentee_ids, pair.mentor_ids)
    )
    order = (pair.order_ref, pair.order_date)
    return PairRow(mentee, mentor, pair.form, pair.state, pair.began, *order, pair.held, pair.last_held)


def _about(table: Table, made_at: datetime, said: Words) -> tuple[str, str, datetime, str]:
    days = facts.period(Period(table.first, table.day), said)
    n = ("FIGURES", len(table.figures)) if table.is_school else ("SCHOOLS", table.schools)
    return table.name, days, made_at, facts.counted(*n, said)


def _numbers(table: Table, said: Words) -> Iterable[dict[str, str]]:
    for one in table.figures:
        base, now = figures.said(said, one.base.number), figures.said(said, one.now.number)
        named = {"mark": figures.mark(one.code), "name": figures.name_of(said, one.code)}
        yield {**named, "base": base, "now": now, "source": _source(one.now, said)}


def _source(reading: Reading, said: Words) -> str:
    how = "HAND" if reading.hand else "NONE" if reading.number is None else "AUTO"
    return said.label("yearly-source", how=how, by=reading.hand.by if reading.hand else "")


def _coverage(lines: Iterable[Coverage], said: Words) -> Iterable[str]:
    for one in lines:
        yield said.label(
            "yearly-coverage",
            kind=one.kind.value,
            has=int(one.percent is not None),
            percent=one.percent or 0,
            covered=one.covered,
            heads=one.heads or 0,
            target=one.target,
        )


def _shares(table: Table, said: Words) -> Iterable[str]:
    for one in table.shares:
        named = {"part": figures.name_of(said, one.part), "whole": figures.name_of(said, one.whole)}
        known = int(one.percent is not None)
        yield said.label("yearly-share", has=known, percent=one.percent or 0, n=one.n or 0, **named)
