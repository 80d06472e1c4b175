"""What the windows of making a pair show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.mentorships.picking import mentee_items, mentor_items
from handlers.mentorships.reasons import reasons_line
from handlers.paging import page_number, paged
from handlers.words import Words
from models.clock import Clock
from models.database import Database
from models.mentorships import picks
from models.use_case import Act


async def get_mentees(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The mentees without a mentor; above them the pair that was made last."""
    async with db.read() as session:
        page = await picks.mentees_to_pair(session, act.actor, page_number(dialog_manager))
    made = dialog_manager.dialog_data.get("made", "")
    return {
        "items": mentee_items(words, page.items),
        "made": made,
        "made_mentor": dialog_manager.dialog_data.get("made_mentor", ""),
        "approved": dialog_manager.dialog_data.get("approved", 0),
        **paged(dialog_manager, page),
    }


async def get_mentors(
    db: Database, act: Act, clock: Clock, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """The mentors for the chosen mentee, best first."""
    mentee_id: int = dialog_manager.dialog_data["mentee_id"]
    async with db.read() as session:
        name = await picks.official_name(session, act.actor, mentee_id)
        page = await picks.mentors_to_pair(session, act.actor, mentee_id, clock.now(), page_number(dialog_manager))
    return {"items": mentor_items(words, page.items), "mentee": name, **paged(dialog_manager, page)}


async def get_choice(
    db: Database, act: Act, clock: Clock, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """The two names, and why they suit."""
    data = dialog_manager.dialog_data
    async with db.read() as session:
        mentee = await picks.official_name(session, act.actor, data["mentee_id"])
        mentor = await picks.official_name(session, act.actor, data["mentor_id"])
        match = await picks.suggestion(session, act.actor, data["mentee_id"], data["mentor_id"], clock.now())
    line = reasons_line(words, match.reasons) if match else ""
    return {"mentee": mentee, "mentor": mentor, "reasons": line, "reasoned": int(bool(line))}


async def get_question(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether it is a mentor's question, or what the curator above wants of two teams."""
    return {"sends_back": int(bool(start_data(dialog_manager).get("sends_back")))}
