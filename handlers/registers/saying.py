"""Registers in words: their names, their filters, the values of these, and a line for each row."""

from collections.abc import Mapping

from handlers.mentorships.pair_getters import STATES as PAIR_STATES
from handlers.people.picking import listed
from handlers.requests.phrases import FORMS
from handlers.words import Words
from models.people.topics import topic_key
from models.registers.queries import Scope
from models.registers.rows import MenteeRow, MentorRow, PairRow, RequestRow, Row
from models.registers.terms import Facet, Register
from models.terms import MentoringForm

STATE_KEYS = {
    Register.MENTORS: "registers-mentor-state",
    Register.MENTEES: "registers-mentee-state",
    Register.PAIRS: "registers-pair-state",
    Register.REQUESTS: "registers-request-state",
}


def title(words: Words, register: Register) -> str:
    """«Наставники»."""
    return words.label("registers-title", register=register.value)


def value(words: Words, register: Register, facet: Facet, code: str, scope: Scope) -> str:
    """What a filter is set to."""
    match facet:
        case Facet.STATE:
            return words.label(STATE_KEYS[register], code=code)
        case Facet.FORM:
            return words.label(FORMS[MentoringForm(code)])
        case Facet.TOPIC:
            return words.label(topic_key(code))
        case Facet.SOURCE:
            return words.label("registers-source", code=code)
        case Facet.LOAD:
            return words.label("registers-load", code=code)
        case Facet.AGREED:
            return words.label("registers-agreed", code=code)
        case Facet.WAIT:
            return words.label("registers-wait", days=int(code))
        case _:
            return dict(scope.schools).get(int(code), "")


def filters(words: Words, register: Register, chosen: Mapping[Facet, str], scope: Scope) -> str:
    """«свободные места, разбор уроков»; empty without a filter."""
    return listed(words, (value(words, register, facet, code, scope) for facet, code in chosen.items()))


def line(words: Words, row: Row, *, with_school: bool) -> str:
    """A row as a button."""
    said = _line(words, row)
    return words.label("registers-line-school", line=said, school=row.school) if with_school else said


def _line(words: Words, row: Row) -> str:
    match row:
        case MentorRow():
            return _mentor(words, row)
        case MenteeRow():
            return words.label(
                "registers-line-mentee",
                name=row.official,
                standing=row.standing.value,
                days=row.days,
                mentor=listed(words, row.mentors),
            )
        case PairRow():
            return words.label(
                "mentorships-line",
                kind=row.type.value,
                mentee=listed(words, row.mentees),
                mentor=listed(words, row.mentors),
                state=words.label(PAIR_STATES[row.state]),
            )
        case RequestRow():
            state = request_state(words, row)
            return words.label("registers-line-request", name=row.official, days=row.days, state=state)


def request_state(words: Words, row: RequestRow) -> str:
    """«выбрать наставника»; of an offer with the mentor who is asked."""
    if row.offered_to:
        return words.label("registers-request-offered", mentor=row.offered_to)
    return words.label(STATE_KEYS[Register.REQUESTS], code=row.state.value)


def _mentor(words: Words, row: MentorRow) -> str:
    state = row.state.value if row.state else "NONE"
    return words.label("registers-line-mentor", name=row.official, state=state, free=row.free, places=row.places)
