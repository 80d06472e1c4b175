"""What the windows of coming in show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import words_of
from handlers.words import Words
from models.clock import Clock
from models.database import Database
from models.people import queries
from models.people.consents import PARENT_VERSION, VERSION


def language(manager: DialogManager) -> Words:
    """The words in the language that a stranger has chosen; it is not stored anywhere but in the dialog."""
    words = words_of(manager)
    locale = manager.dialog_data.get("locale") or start_data(manager).get("locale") or words.locale
    chosen = Words(locale, words.zone, words.now)
    manager.middleware_data["words"] = chosen
    return chosen


def school_id(manager: DialogManager) -> int:
    """The school from the invitation or the list."""
    chosen: int = start_data(manager).get("organisation_id") or manager.dialog_data["school_id"]
    return chosen


def is_parents(manager: DialogManager) -> bool:
    """Whether the link is a parent's."""
    return "child" in start_data(manager)


async def get_language(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Makes the windows speak the chosen language, and to whom they speak."""
    language(dialog_manager)
    return {"is_parent": is_parents(dialog_manager), "is_own": not is_parents(dialog_manager)}


async def get_hello(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The invitation, where there is one."""
    known = start_data(dialog_manager)
    return {
        "invited": "code_hash" in known and "child" not in known,
        "child": known.get("child", ""),
        "by_list": "code_hash" not in known,
        "organisation": known.get("organisation", ""),
        "role": known.get("role", ""),
        "person": known.get("person", ""),
        "has_person": int(bool(known.get("person"))),
    }


async def get_schools(dialog_manager: DialogManager, db: Database, clock: Clock, **_: Any) -> dict[str, Any]:
    """The schools that can be chosen, narrowed by what was typed."""
    search = dialog_manager.dialog_data.get("search", "")
    async with db.read() as session:
        found = await queries.schools(session, clock.now(), search)
    return {
        "items": [{"id": school.organisation_id, "title": school.short_name} for school in found],
        "found": bool(found),
        "empty": not found,
        "search": search,
        "has_search": int(bool(search)),
    }


async def get_operator(dialog_manager: DialogManager, db: Database, clock: Clock, **_: Any) -> dict[str, Any]:
    """Who asks for the consent, and until when."""
    async with db.read() as session:
        school = await queries.school(session, school_id(dialog_manager), clock.now())
    words = language(dialog_manager)
    return {
        "operator": school.name,
        "until": words.short_date(school.consent_until),
        "version": PARENT_VERSION if is_parents(dialog_manager) else VERSION,
        "child": start_data(dialog_manager).get("child", ""),
    }
