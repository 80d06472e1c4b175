"""What people settle for themselves: language, quiet hours, how they are called and what they do."""

from dataclasses import dataclass

from models.access import Permission
from models.errors import ProgrammeError
from models.people.names import parse_name, polite
from models.people.registration import LOCALES
from models.people.tables import Person
from models.use_case import Tx, use_case

QUIET_CHOICES = ("20:00-07:30", "21:00-08:00", "22:00-07:00", "")
"""Quiet hours to choose from, «HH:MM-HH:MM» in the person's zone; empty is none (R-09)."""
MAX_POSITION = 100


@dataclass(frozen=True)
class SettingsView:
    """A person's own settings."""

    polite: str
    full_name: str
    position: str
    locale: str
    quiet_hours: str

    @classmethod
    def of(cls, person: Person) -> "SettingsView":
        """The view of a row."""
        return cls(
            polite=polite(person),
            full_name=f"{person.family_name} {person.given_name} {person.patronymic}".strip(),
            position=person.position,
            locale=person.locale,
            quiet_hours=person.quiet_hours,
        )


@use_case(Permission.OWN, renews_actor=True)
def set_language(tx: Tx, locale: str) -> SettingsView:
    """The language in which the bot speaks to the person: ru or en."""
    if locale not in LOCALES:
        raise ProgrammeError("error-gone")
    person = _me(tx)
    person.locale = locale
    return SettingsView.of(person)


@use_case(Permission.OWN)
def set_quiet_hours(tx: Tx, quiet_hours: str) -> SettingsView:
    """When the person is not to be disturbed; one of `QUIET_CHOICES`."""
    if quiet_hours not in QUIET_CHOICES:
        raise ProgrammeError("error-gone")
    person = _me(tx)
    person.quiet_hours = quiet_hours
    return SettingsView.of(person)


@use_case(Permission.OWN)
def rename(tx: Tx, name: str) -> SettingsView:
    """Puts one's name right: «Фамилия Имя Отчество» (§13, the right to correct)."""
    person, full = _me(tx), parse_name(name)
    person.family_name, person.given_name, person.patronymic = full.family_name, full.given_name, full.patronymic
    return SettingsView.of(person)


@use_case(Permission.OWN)
def set_position(tx: Tx, position: str) -> SettingsView:
    """What the person does, in free words: «математика, первый год»; a mentor reads it in an offer."""
    person = _me(tx)
    person.position = checked_position(position)
    return SettingsView.of(person)


def checked_position(position: str) -> str:
    """One line without needless space. Raises ProgrammeError `error-too-long` beyond 100 characters."""
    text = " ".join(position.split())
    if len(text) > MAX_POSITION:
        raise ProgrammeError("error-too-long", limit=MAX_POSITION)
    return text


def _me(tx: Tx) -> Person:
    return tx.get(Person, tx.actor.me)
