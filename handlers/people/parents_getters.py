"""What a curator's windows of a pupil's parents show."""

from typing import Any

from aiogram_dialog import DialogManager
from markupsafe import Markup

from handlers.flow import start_data
from handlers.kit import act_of, clock_of, reading
from handlers.people.picking import listed
from handlers.words import Words
from models.people.consents import AT_SCHOOL
from models.people.families import Family, ParentLine, family


async def family_of(manager: DialogManager, person_id: int) -> Family:
    """A pupil's parents. Raises ProgrammeError for whoever is no pupil of the reader's own school."""
    async with reading(manager) as session:
        return await family(session, act_of(manager).actor, person_id, clock_of(manager).now())


async def family_shown(manager: DialogManager) -> Family:
    """Those whose window is open."""
    return await family_of(manager, start_data(manager).get("person_id") or 0)


async def get_family(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """What stands, and who could be removed."""
    found = await family_shown(dialog_manager)
    return {
        "name": found.official,
        "line": family_line(words, found),
        "has_parents": bool(found.parents),
        "items": [{"id": one.link_id, "title": one.official} for one in found.parents],
    }


async def parents_on_card(manager: DialogManager, words: Words, person_id: int, *, is_pupil: bool) -> dict[str, Any]:
    """The line and the button on the card of a pupil; nothing on any other."""
    if not is_pupil:
        return {"is_pupil": False}
    found = await family_of(manager, person_id)
    return {"is_pupil": True, "line": family_line(words, found)} | ({"account": "parents"} if found.parents else {})


def family_line(words: Words, found: Family) -> Markup:
    """«Родители: Кузнецова А. И. (согласие от 12.10.2026)» and what is on paper, or that there is none."""
    paper = words.label("parents-at-school") if found.paper == AT_SCHOOL else found.paper
    return words.text(
        "parents-line",
        parents=len(found.parents),
        list=listed(words, (_parent(words, one) for one in found.parents)),
        paper=paper,
        has_paper=int(bool(paper)),
        agrees=int(found.agrees),
    )


def _parent(words: Words, one: ParentLine) -> str:
    given = words.short_date(one.given_on) if one.given_on else ""
    return words.label("parents-one", name=one.official, given=given, has_consent=int(bool(given)))
