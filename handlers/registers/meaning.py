"""What the words of a list mean: titles of columns, roles, topics, in every language that the bot speaks."""

from collections.abc import Iterable
from functools import cache

from handlers.people.staff_getters import role_key
from handlers.registers.person_getters import CATEGORY
from handlers.registers.reading import FORMULA, ReadLine
from handlers.words import LOCALES, Words, fluent
from models.people.topics import TOPICS
from models.registers.incoming import PairLine, PersonLine, Table, folded
from models.terms import QualificationCategory, Role

PEOPLE = {
    "school": "registers-import-school",
    "name": "registers-import-name",
    "role": "registers-import-role",
    "position": "registers-import-position",
    "class_label": "registers-import-class",
    "topics": "registers-import-topics",
    "places": "registers-import-places",
    "consent": "registers-import-consent",
    "born": "registers-born-button",
    "since": "registers-since-button",
    "category": "registers-category-button",
}
PAIRS = {
    "school": "registers-import-school",
    "mentee": "registers-import-mentee",
    "mentor": "registers-import-mentor",
    "began": "registers-import-began",
    "order": "registers-import-order",
    "order_date": "registers-import-order-date",
    "goal": "registers-import-goal",
}
TITLES = {Table.PEOPLE: PEOPLE, Table.PAIRS: PAIRS}
"""The columns of each table by field, in the order of the template."""
REQUIRED = {
    Table.PEOPLE.value: {"name": "", "role": "", "consent": ""},
    Table.PAIRS.value: {"mentee": "", "mentor": "", "began": ""},
}
ROLES = (Role.MENTOR, Role.MENTEE)


@cache
def heads() -> dict[str, dict[str, str]]:
    """The folded titles of the columns by table, in all languages."""
    return {table.value: _spoken({key: field for field, key in TITLES[table].items()}) for table in Table}


@cache
def examples() -> tuple[str, ...]:
    """How the template's own lines begin."""
    return tuple(_spoken({"registers-import-example": ""}))


@cache
def _roles() -> dict[str, str]:
    return _spoken({role_key(role): role.value for role in ROLES})


@cache
def _topics() -> dict[str, str]:
    return _spoken({topic.key: code for code, topic in TOPICS.items()})


@cache
def _categories() -> dict[str, str]:
    return {
        folded(fluent().get(CATEGORY, locale, category=one.value)): one.value
        for one in QualificationCategory
        for locale in LOCALES
    }


def people(lines: Iterable[ReadLine], words: Words) -> tuple[PersonLine, ...]:
    """The lines of people among those that were read."""
    return tuple(_person(line, words) for line in lines if line.table == Table.PEOPLE)


def pairs(lines: Iterable[ReadLine], words: Words) -> tuple[PairLine, ...]:
    """The lines of pairs among those that were read."""
    return tuple(
        PairLine(line.row, **(dict.fromkeys(PAIRS, "") | line.cells), formula=_formula(line, words))
        for line in lines
        if line.table == Table.PAIRS
    )


def _person(line: ReadLine, words: Words) -> PersonLine:
    cells = dict.fromkeys(PEOPLE, "") | line.cells
    named = [word for word in cells["topics"].replace(";", ",").replace("\n", ",").split(",") if word.strip()]
    return PersonLine(
        row=line.row,
        school=cells["school"],
        name=cells["name"],
        role=_roles().get(folded(cells["role"]), ""),
        position=cells["position"],
        class_label=cells["class_label"],
        topics=tuple(_topics()[folded(word)] for word in named if folded(word) in _topics()),
        unknown_topic=next((word.strip() for word in named if folded(word) not in _topics()), ""),
        places=cells["places"],
        consent=cells["consent"],
        born=cells["born"],
        since=cells["since"],
        category=_categories().get(folded(cells["category"]), cells["category"]),
        formula=_formula(line, words),
    )


def _formula(line: ReadLine, words: Words) -> str:
    """The title of a column in which a formula stands."""
    field = next((field for field, cell in line.cells.items() if cell == FORMULA), "")
    return words.label(TITLES[Table(line.table)][field]) if field else ""


def _spoken(codes: dict[str, str]) -> dict[str, str]:
    return {folded(fluent().get(key, locale)): code for key, code in codes.items() for locale in LOCALES}
