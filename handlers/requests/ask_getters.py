"""What the windows of asking show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.requests.phrases import FORMS, INTENSITIES, TIMES, said, ticked, topic_buttons
from handlers.words import Words
from models.database import Database
from models.people.topics import TOPICS
from models.requests import picks
from models.requests.picks import Named
from models.terms import Intensity, MentoringForm
from models.use_case import Act


async def get_forms(db: Database, act: Act, words: Words, **_: Any) -> dict[str, Any]:
    """The forms of the school's programme."""
    async with db.read() as session:
        forms = await picks.askable_forms(session, act.actor)
    return {"items": [{"id": form.value, "title": words.label(FORMS[form])} for form in forms]}


async def get_topics(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The topics of the form; the chosen ones are ticked in their order."""
    chosen = dialog_manager.dialog_data.get("topics", [])
    return {"items": topic_buttons(words, form_of(dialog_manager), chosen), "chosen": bool(chosen)}


async def get_rhythm(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How often, with the present choice ticked, and the ready-made times."""
    chosen = often_of(dialog_manager)
    often = [
        {"id": code.value, "title": ticked(words, words.label(key), code is chosen)}
        for code, key in INTENSITIES.items()
    ]
    times = [{"id": ready.value, "title": words.label(key)} for ready, key in TIMES.items()]
    return {"often": often, "times": times}


async def get_sayings(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Three sayings of the first topic."""
    first = dialog_manager.dialog_data["topics"][0]
    keys = TOPICS[first].goal_keys if first in TOPICS else ()
    return {"items": [{"id": str(place), "title": words.label(key)} for place, key in enumerate(keys)]}


async def get_review(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All that will be sent."""
    data = dialog_manager.dialog_data
    wishes = data.get("wishes", [])
    names = [mentor.name for mentor in await mentors(db, act, form_of(dialog_manager)) if mentor.id in wishes]
    return {
        **said(words, data["topics"], data.get("goal", ""), often_of(dialog_manager), data.get("slots", [])),
        "wished": len(names),
        "names": ", ".join(names),
    }


async def get_mentors(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The mentors of the school; the wished ones are ticked."""
    wishes = dialog_manager.dialog_data.get("wishes", [])
    found = await mentors(db, act, form_of(dialog_manager))
    items = [{"id": one.id, "title": ticked(words, one.name, one.id in wishes)} for one in found]
    return {"items": items, "found": bool(items), "empty": not items}


async def mentors(db: Database, act: Act, form: MentoringForm) -> tuple[Named, ...]:
    """Whom one may wish for."""
    async with db.read() as session:
        return await picks.mentors_to_wish(session, act.actor, form)


def form_of(manager: DialogManager) -> MentoringForm:
    """The form that is asked for."""
    return MentoringForm(manager.dialog_data["form"])


def often_of(manager: DialogManager) -> Intensity:
    """How often, once a week until told otherwise."""
    return Intensity(manager.dialog_data.get("intensity", Intensity.WEEKLY))
