"""What «Моя справка» shows."""

from datetime import date
from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, reading
from handlers.paging import page_number, paged
from handlers.papers import drawn, facts
from handlers.words import Words
from models.papers import queries
from models.papers.period import Span, months_until, spans, whole_months
from models.papers.queries import StatementLine
from models.school_year import Period

SPANS = {
    Span.YEAR: "papers-span-year",
    Span.HALF: "papers-span-half",
    Span.QUARTER: "papers-span-quarter",
    Span.LAST_QUARTER: "papers-span-last-quarter",
}


async def get_spans(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The usual periods with their days."""
    async with reading(dialog_manager) as session:
        made = (await queries.own_statements(session, act_of(dialog_manager).actor)).total
    items = [
        {"id": span.value, "title": words.label(SPANS[span], first=_short(days.first), last=_short(days.last))}
        for span, days in spans(words.today).items()
    ]
    return {"spans": items, "made": made > 0, "count": made}


async def get_months(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The months so far; those that are chosen bear a tick."""
    days = chosen_months(dialog_manager, words)
    items = [
        {"id": month.isoformat(), "title": _ticked(words, month, is_in=days is not None and month in days)}
        for month in months_until(words.today)
    ]
    return {
        "items": items,
        "chosen": days is not None,
        "has_period": int(days is not None),
        "period": facts.period(days, words) if days else "",
    }


def chosen_months(manager: DialogManager, words: Words) -> Period | None:
    """The days of the months that were tapped; None before the first tap."""
    tapped = [date.fromisoformat(month) for month in manager.dialog_data.get("months", [])]
    return whole_months(tapped[0], tapped[-1], words.today) if tapped else None


async def get_review(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What the statement would say now."""
    days = chosen_days(dialog_manager)
    async with reading(dialog_manager) as session:
        shown = await queries.preview(session, act_of(dialog_manager).actor, days.first, days.last, words.now)
    found = shown.figures.meetings > 0
    return {
        "found": found,
        "empty": not found,
        "period": facts.period(days, words),
        "figures": drawn.lines(shown.figures, days, words),
        "curator": shown.curator,
        "has_curator": int(bool(shown.curator)),
    }


def chosen_days(manager: DialogManager) -> Period:
    """The period that was chosen."""
    data = manager.dialog_data
    return Period(date.fromisoformat(data["first"]), date.fromisoformat(data["last"]))


async def get_mine(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The person's own statements; a tap gives the file."""
    async with reading(dialog_manager) as session:
        page = await queries.own_statements(session, act_of(dialog_manager).actor, page_number(dialog_manager))
    return {"items": [{"id": line.id, "title": _line(words, line)} for line in page.items]} | paged(
        dialog_manager, page
    )


async def get_question(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """About whose statement the question is."""
    async with reading(dialog_manager) as session:
        view = await queries.statement(
            session, act_of(dialog_manager).actor, start_data(dialog_manager)["statement_id"]
        )
    return {"mentor": view.mentor}


def _line(words: Words, line: StatementLine) -> str:
    days = {"first": words.short_date(line.first), "last": words.short_date(line.last)}
    return words.label("papers-mine-line", **days, state=line.state.value, number=str(line.number or ""))


def _ticked(words: Words, month: date, *, is_in: bool) -> str:
    return words.label("papers-month", month=facts.month_name(month, words), chosen=int(is_in))


def _short(day: date) -> str:
    return f"{day:%d.%m}"
