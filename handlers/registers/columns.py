"""Which columns a register has as a table. Named one by one: what is confidential (R-22) comes into none by itself."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from handlers.mentorships.pair_getters import STATES as PAIR_STATES
from handlers.people.picking import listed, topic_names
from handlers.registers.saying import STATE_KEYS, request_state
from handlers.requests.phrases import FORMS
from handlers.sheets import Cell
from handlers.words import Words
from models.registers.rows import MenteeRow, MentorRow, Row
from models.registers.terms import Register
from models.terms import MentoringForm

Column = Callable[[Words, Any], Cell]


def mentor_columns() -> dict[str, Column]:
    """Title and cell of each column of the mentors."""
    return {
        "registers-column-name": lambda words, row: row.full_name,
        "registers-column-school": lambda words, row: row.school,
        "registers-column-position": lambda words, row: row.position,
        "registers-column-card": _card,
        "registers-column-forms": lambda words, row: _forms(words, row.forms),
        "registers-column-topics": lambda words, row: topic_names(words, row.topics),
        "registers-column-strong": lambda words, row: topic_names(words, row.strong_topics),
        "registers-column-places": lambda words, row: row.places,
        "registers-column-load": lambda words, row: row.load,
        "registers-column-free": lambda words, row: row.free,
        "registers-column-source": lambda words, row: (
            words.label("registers-source", code=row.source.value) if row.source else ""
        ),
        "registers-column-account": _account,
    }


def mentee_columns() -> dict[str, Column]:
    """Title and cell of each column of the mentees."""
    return {
        "registers-column-name": lambda words, row: row.full_name,
        "registers-column-school": lambda words, row: row.school,
        "registers-column-position": lambda words, row: row.position,
        "registers-column-standing": lambda words, row: words.label(
            STATE_KEYS[Register.MENTEES], code=row.standing.value
        ),
        "registers-column-asked-topics": lambda words, row: topic_names(words, row.topics),
        "registers-column-days": lambda words, row: row.days if row.request_id else None,
        "registers-column-mentor": lambda words, row: listed(words, row.mentors),
        "registers-column-account": _account,
    }


def pair_columns() -> dict[str, Column]:
    """Title and cell of each column of the pairs."""
    return {
        "registers-column-mentee": lambda words, row: listed(words, row.full_mentees),
        "registers-column-mentor": lambda words, row: listed(words, row.full_mentors),
        "registers-column-school": lambda words, row: row.school,
        "registers-column-form": lambda words, row: words.label(FORMS[row.form]),
        "registers-column-state": lambda words, row: words.label(PAIR_STATES[row.state]),
        "registers-column-topics": lambda words, row: topic_names(words, row.topics),
        "registers-column-began": lambda words, row: _day(row.began_at, row.zone),
        "registers-column-order": lambda words, row: row.order_ref,
        "registers-column-order-date": lambda words, row: row.order_date,
        "registers-column-held": lambda words, row: row.held,
        "registers-column-last-held": lambda words, row: _day(row.last_held_at, row.zone),
    }


def request_columns() -> dict[str, Column]:
    """Title and cell of each column of the requests."""
    return {
        "registers-column-mentee": lambda words, row: row.full_name,
        "registers-column-school": lambda words, row: row.school,
        "registers-column-form": lambda words, row: words.label(FORMS[row.form]),
        "registers-column-state": request_state,
        "registers-column-topics": lambda words, row: topic_names(words, row.topics),
        "registers-column-submitted": lambda words, row: _day(row.submitted_at, row.zone),
        "registers-column-days": lambda words, row: row.days,
    }


COLUMNS: dict[Register, Callable[[], dict[str, Column]]] = {
    Register.MENTORS: mentor_columns,
    Register.MENTEES: mentee_columns,
    Register.PAIRS: pair_columns,
    Register.REQUESTS: request_columns,
}


def titles(words: Words, register: Register) -> tuple[str, ...]:
    """The head of the table."""
    return tuple(words.label(key) for key in COLUMNS[register]())


def cells(words: Words, register: Register, rows: Iterable[Row]) -> list[tuple[Cell, ...]]:
    """The rows of the table."""
    columns = COLUMNS[register]().values()
    return [tuple(column(words, row) for column in columns) for row in rows]


def _card(words: Words, row: MentorRow) -> str:
    return words.label(STATE_KEYS[Register.MENTORS], code=row.state.value if row.state else "NONE")


def _account(words: Words, row: MentorRow | MenteeRow) -> str:
    return words.label("registers-account", has=int(row.has_account))


def _forms(words: Words, forms: Iterable[MentoringForm]) -> str:
    return listed(words, (words.label(FORMS[form]) for form in forms))


def _day(moment: datetime | None, zone: str) -> date | None:
    """The local day: a table of dates has no clock."""
    return moment.astimezone(ZoneInfo(zone)).date() if moment else None
