"""What the area's windows show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.forms import call_drawn, drawn
from handlers.words import Words
from models.database import Database
from models.forms import queries, reading
from models.use_case import Act


async def get_comment(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The meeting's partner and who reads it."""
    async with db.read() as session:
        asked = await queries.asked(session, act.actor, start_data(dialog_manager)["form_id"], words.now)
    return {"partner": asked.partner, "reads": drawn.reads(asked, words)}


async def get_help(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who will read the call."""
    async with db.read() as session:
        reader = await queries.reader_of(session, act.actor, words.now, start_data(dialog_manager).get("mentorship_id"))
    reads = words.text("forms-help-read-by", reader=reader.name) if reader else words.text("forms-help-read-later")
    return {"reads": reads}


async def get_answers(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The last answers of a pair, a paragraph each."""
    async with db.read() as session:
        answers = await reading.answers_of(session, act.actor, start_data(dialog_manager)["mentorship_id"])
    return {"mentee": answers.mentee, "mentor": answers.mentor, "lines": drawn.latest(answers.lines, words)}


async def get_call(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A call and what can be done about it."""
    async with db.read() as session:
        card = await queries.call_card(session, act.actor, start_data(dialog_manager)["call_id"])
    return {
        "call": call_drawn.said(card, words),
        "name": card.name,
        "has_pair": card.mentorship_id is not None,
        "is_open": not card.is_closed,
        "can_reply": card.has_account and not card.is_closed,
        "can_take": not card.taken_by and not card.is_closed,
    }
