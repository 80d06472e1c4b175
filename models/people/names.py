"""How people are called: to each other, to the curator, and as children (product.md «Manners», R-23)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from models.access import Actor
from models.errors import ProgrammeError
from models.terms import PersonKind

MAX_PART = 40
_PART = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*", re.UNICODE)


class Named(Protocol):
    """Whoever has the parts of a name."""

    @property
    def family_name(self) -> str:
        """«Кузнецова»."""
        ...

    @property
    def given_name(self) -> str:
        """«Ольга»."""
        ...

    @property
    def patronymic(self) -> str:
        """«Сергеевна»; empty where there is none."""
        ...

    @property
    def kind(self) -> PersonKind:
        """Pupils are called otherwise than adults."""
        ...

    @property
    def class_label(self) -> str:
        """«7 кл.»; empty for adults."""
        ...


class Somebody(Named, Protocol):
    """Whoever has a name and belongs to an organisation."""

    @property
    def organisation_id(self) -> int:
        """Where they learn or work."""
        ...


@dataclass(frozen=True)
class FullName:
    """A name in its parts; the patronymic may be empty."""

    family_name: str
    given_name: str
    patronymic: str


def parse_name(text: str) -> FullName:
    """Reads «Фамилия Имя Отчество», the patronymic being optional; further words belong to it.

    Raises ProgrammeError `error-name` where the text is not a name: an emoji, a number, one word, 5,000 characters.
    """
    words = unicodedata.normalize("NFC", text).split()
    fits = all(_PART.fullmatch(word) and len(word) <= MAX_PART for word in words)
    if not 2 <= len(words) <= 4 or not fits:
        raise ProgrammeError("error-name")
    family, given, *rest = (word[0].upper() + word[1:] for word in words)
    return FullName(family, given, " ".join(rest))


class Said(str):
    """Who is meant, where the reader's language says how; handlers.words does. Plain it reads as it is written."""


class Several(Said):
    """The names of several people on one line: the first, and how many more. Plain it reads «Кузнецова О. С. +3».

    In the reader's language: «Кузнецова О. С. и ещё 3».
    """

    first: str
    more: int

    def __new__(cls, names: Sequence[str]) -> "Several":
        """`names` are two or more."""
        said = super().__new__(cls, f"{names[0]} +{len(names) - 1}")
        said.first, said.more = names[0], len(names) - 1
        return said


def together(names: Sequence[str]) -> str:
    """One name as it is; of several the first and how many more; an empty text where there is nobody."""
    return Several(names) if len(names) > 1 else next(iter(names), "")


class Both(Said):
    """The two sides of a pair on one line; plain «Лебедева И. В. — Кузнецова О. С.»."""

    one: str
    other: str

    def __new__(cls, one: str, other: str) -> "Both":
        """Either may stand for several people, or for somebody without a name."""
        said = super().__new__(cls, f"{one} — {other}")
        said.one, said.other = one, other
        return said


class Nameless(Said):
    """In place of a name that the reader may not see: «ученик»."""


def hides(reader: Actor | None, person: Somebody) -> bool:
    """Whether it is a pupil, and the reader a curator of another school or of a level above (R-20).

    None reads everything. Registers ask the same of the database (models/registers/reach.py).
    """
    if reader is None or person.kind is not PersonKind.STUDENT:
        return False
    return bool(reader.own) and person.organisation_id not in reader.own


def named_to(reader: Actor | None, person: Somebody, name: str) -> str:
    """The name, unless it is hidden from the reader."""
    return Nameless("—") if hides(reader, person) else name


def polite(person: Named) -> str:
    """«Ольга Сергеевна» for adults; «Маша К., 7 кл.» for pupils."""
    if person.kind is PersonKind.STUDENT:
        return minimal(person)
    return f"{person.given_name} {person.patronymic}".strip()


def official(person: Named) -> str:
    """«Кузнецова О. С.», as a curator reads it; «Маша К., 7 кл.» for pupils."""
    if person.kind is PersonKind.STUDENT:
        return minimal(person)
    initials = " ".join(f"{part[0]}." for part in (person.given_name, person.patronymic) if part)
    return f"{person.family_name} {initials}"


def minimal(person: Named) -> str:
    """«Маша К., 7 кл.»: all that is ever shown of a child (R-23)."""
    name = f"{person.given_name} {person.family_name[0]}."
    return f"{name}, {person.class_label}" if person.class_label else name
