"""Texts in a person's language and moments as people say them."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from markupsafe import Markup, escape

from handlers.late_texts import LateCore
from models.people.names import Both, Said, Several

LOCALES = ("ru", "en")
DEFAULT_LOCALE = LOCALES[0]
FOLDER = Path(__file__).parent.parent / "locales"
FAR_AWAY = 300
"""Days from today beyond which a date is said with its year."""
CODE = re.compile(r"[A-Z0-9_:-]{0,40}|[a-z_-]{1,20}")
"""How values look that the programme has named itself, and by which a text chooses among its variants."""
PLACE = re.compile(r"\ue000(\w+)\ue001")
"""Where a value is written in, between private characters, which no text of ours has."""
INITIAL_AND_STOP = re.compile(r"(?<=\s[А-ЯЁA-Z]\.)\.(?!\.)")
"""The stop of a sentence that ends with «Кузнецова О. С.»: the initial's own is enough."""


@cache
def fluent() -> LateCore:
    """The texts of all languages; a missing key or argument raises."""
    return LateCore(FOLDER, LOCALES)


@cache
def _asked(key: str, locale: str) -> frozenset[str]:
    return fluent().asked(key, locale)


@cache
def _chosen_by(key: str, locale: str) -> frozenset[str]:
    return fluent().chosen_by(key, locale)


@lru_cache(maxsize=4000)
def _wording(key: str, locale: str, chosen: tuple[tuple[str, Any], ...], written: tuple[str, ...]) -> list[str]:
    """What a text says with these codes and numbers, cut where words go in: its own parts and the names of values in
    turn. Nobody's words are kept, and Fluent, which refuses values of over 2,500 characters, never sees them.
    """
    places = {name: f"\ue000{name}\ue001" for name in written}
    return PLACE.split(fluent().get(key, locale, **dict(chosen), **places))


@lru_cache(maxsize=1000)
def _date(day: date, pattern: str, locale: str) -> str:
    """The same few days are said all day long."""
    return format_date(day, pattern, locale=locale)


def known_locale(language: str | None) -> str:
    """The locale for a client's language code («ru-RU»); Russian where it is not spoken here."""
    code = (language or "").split("-")[0].lower()
    return code if code in LOCALES else DEFAULT_LOCALE


@dataclass(frozen=True)
class Words:
    """How to say things to one person now. User values are escaped where they enter a text."""

    locale: str
    zone: ZoneInfo
    now: datetime

    def text(self, key: str, /, **values: Any) -> Markup:
        """A text for a message, in Telegram's HTML; every str among `values` is escaped, a Markup stays as it is.

        A value may be a function that gives it.
        """
        said = self._asked(key, values)
        safe = {name: str(escape(value)) if isinstance(value, str) else value for name, value in said.items()}
        return Markup(self._say(key, safe))  # noqa: S704  the values were escaped above

    def label(self, key: str, /, **values: Any) -> str:
        """The same without HTML: for buttons, alerts and file names."""
        return self._say(key, self._asked(key, values))

    def asked(self, key: str) -> frozenset[str]:
        """The names of the values that a text says."""
        return _asked(key, self.locale)

    def _asked(self, key: str, values: dict[str, Any]) -> dict[str, Any]:
        """Of the values that a screen knows those which the text says."""
        return {name: self._named(values[name]) for name in self.asked(key) if name in values}

    def _say(self, key: str, values: dict[str, Any]) -> str:
        """Codes and numbers choose the wording; what people wrote, on which none depends, is written into it."""
        chosen_by = _chosen_by(key, self.locale)
        written: dict[str, str] = {}
        chosen: dict[str, Any] = {}
        for name, value in values.items():
            if isinstance(value, str) and not (name in chosen_by and CODE.fullmatch(value)):
                written[name] = value
            else:
                chosen[name] = value
        wording = _wording(key, self.locale, tuple(chosen.items()), tuple(written))
        if not written:
            return wording[0]
        said = [written[part] if turn % 2 else part for turn, part in enumerate(wording)]
        return INITIAL_AND_STOP.sub("", "".join(said))

    def _named(self, value: Any) -> Any:
        """Several people on one line, «Кузнецова О. С. и ещё 3», and a pupil whose name is not for the reader.

        A function is asked for its value: it was not worth saying for a text that does not want it.
        """
        if callable(value):
            value = value()
        if not isinstance(value, Said):
            return value
        match value:
            case Several():
                return self.label("words-several", first=value.first, more=value.more)
            case Both():
                return self.label("words-both", one=value.one, other=value.other)
            case _:
                return self.label("words-pupil")

    def when(self, moment: datetime) -> str:
        """«завтра, вт 13 октября, 15:30», in the person's zone."""
        local = moment.astimezone(self.zone)
        return f"{self.near_day(local.date())}, {local:%H:%M}"

    def near_day(self, day: date) -> str:
        """«завтра, вт 13 октября»; the near word only where there is one."""
        names = {-1: "words-yesterday", 0: "words-today", 1: "words-tomorrow"}
        near = names.get((day - self.today).days)
        return f"{self.label(near)}, {self.day(day)}" if near else self.day(day)

    def day(self, day: date) -> str:
        """«вт 13 октября»; a moment is taken in the person's zone. Far dates carry their year."""
        if isinstance(day, datetime):
            day = day.astimezone(self.zone).date()
        pattern = "EEE d MMMM" if abs((day - self.today).days) < FAR_AWAY else "EEE d MMMM y"
        return _date(day, pattern, self.locale).replace(".", "")

    def short_date(self, day: date) -> str:
        """«31.08.2027», for papers and terms."""
        return format_date(day, "dd.MM.yyyy", locale=self.locale)

    def time(self, moment: datetime) -> str:
        """«15:30» in the person's zone."""
        return f"{moment.astimezone(self.zone):%H:%M}"

    @property
    def today(self) -> date:
        """The person's local date."""
        return self.now.astimezone(self.zone).date()
