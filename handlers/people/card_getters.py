"""What the windows of a mentor's card show."""

from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, database_of, reading, words_of
from handlers.people.picking import slot_items, topic_items, topic_names
from handlers.people.states import Card
from handlers.requests.phrases import times_phrase
from handlers.words import Words
from models.database import Database
from models.errors import ProgrammeError
from models.forms import queries as forms
from models.people import queries, sharing
from models.people.cards import MAX_ABOUT, MAX_PLACES
from models.people.profile import SOURCES, CardView
from models.people.states import MentorState
from models.use_case import Act

NO_CARD = (None, MentorState.LEFT, MentorState.REJECTED)
"""A card that is not, or begins anew."""


def whose(manager: DialogManager) -> int:
    """Whose card it is: one's own, or that of the person for whom a curator acts."""
    act = act_of(manager)
    person_id: int = start_data(manager).get("person_id") or act.actor.me
    return person_id


def reader(manager: DialogManager) -> int | None:
    """Who looks at the card."""
    act = act_of(manager)
    return act.actor.person_id


async def shown_card(manager: DialogManager) -> CardView:
    """The card. Raises ProgrammeError `error-no-card` where there is none."""
    card = await maybe_card(manager)
    if card is None:
        raise ProgrammeError("error-no-card")
    return card


async def maybe_card(manager: DialogManager) -> CardView | None:
    """The card, or None."""
    db = database_of(manager)
    act = act_of(manager)
    async with db.read() as session:
        return await queries.card(session, act.actor, whose(manager))


async def own_card_state(db: Database, act: Act) -> State:
    """Where the actor's own card opens: at the topics where there is none that could be looked at."""
    if act.actor.person_id is None:
        raise ProgrammeError("error-no-access")
    async with db.read() as session:
        card = await queries.card(session, act.actor, act.actor.me)
    return Card.topics if card is None or card.state in NO_CARD else Card.view


async def get_card(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """The card as its mentor and the curator read it."""
    card = await shown_card(dialog_manager)
    is_own = card.person_id == reader(dialog_manager)
    rests = card.no_offers_before is not None and card.no_offers_before > words.today
    others = card.topics[len(card.strong_topics) :]
    return {
        "name": card.polite,
        "state": card.state.value,
        "strong": topic_names(words, card.strong_topics),
        "topics": topic_names(words, others),
        "has_topics": int(bool(others)),
        "places": card.places,
        "times": times_phrase(words, card.slots),
        "has_times": int(bool(card.slots)),
        "source": words.label(source_key(card.source)),
        "about": card.about,
        "has_about": int(bool(card.about)),
        "rests": int(rests),
        "until": words.day(card.no_offers_before) if rests and card.no_offers_before else "",
        "limit": MAX_ABOUT,
        "full": card.places < MAX_PLACES,
        "helpful": await _helpful(dialog_manager) if is_own else "",
        "for_other": not is_own,
        "own": is_own,
        "approved": card.state is MentorState.APPROVED,
        "resting": card.state is MentorState.PAUSED or (rests and card.state is MentorState.APPROVED),
    }


async def get_topics(dialog_manager: DialogManager, words: Words, db: Database, act: Act, **_: Any) -> dict[str, Any]:
    """The topics of the person's school, those chosen marked."""
    chosen = dialog_manager.dialog_data.get("topics", [])
    async with db.read() as session:
        offered = await queries.topics_for(session, act.actor, whose(dialog_manager))
    exists = await maybe_card(dialog_manager) is not None
    return {"items": topic_items(words, offered, chosen), "chosen": bool(chosen), "exists": exists}


async def get_places(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Numbers to choose from."""
    card = await shown_card(dialog_manager)
    numbers = [{"id": number, "title": str(number)} for number in range(1, MAX_PLACES + 1)]
    return {"items": numbers, "places": card.places}


async def get_times(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """The week, the chosen times marked."""
    return {"items": slot_items(words, dialog_manager.dialog_data.get("slots", []))}


async def get_sources(words: Words, **_: Any) -> dict[str, Any]:
    """Where a mentor may come from."""
    return {"items": [{"id": source.value, "title": words.label(source_key(source))} for source in SOURCES]}


async def get_sharing(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """What the mentor has agreed to beyond the school, and what may be chosen."""
    async with reading(dialog_manager) as session:
        found = await sharing.my_sharing(session, act_of(dialog_manager).actor, words.now)
    return {
        "visibility": found.visibility.value,
        "since": words.near_day(found.since.astimezone(words.zone).date()) if found.since else "",
        "reserved": int(found.reserve_since is not None),
        "until": words.short_date(found.until),
        "alone": int(len(found.levels) == 1),
        "items": [
            {"id": level.value, "title": words.label("people-card-share-level", level=level.value)}
            for level in found.levels
        ],
    }


async def _helpful(manager: DialogManager) -> str:
    """How much one's meetings help, in a word; empty while too few mentees have answered (R-16)."""
    async with reading(manager) as session:
        average = await forms.my_average(session, act_of(manager).actor)
    return words_of(manager).label("people-card-helpful-word", mark=round(average.mean)) if average.mean else ""


def source_key(source: str) -> str:
    """The text that names where a mentor comes from."""
    return f"people-source-{source.lower().replace('_', '-')}"
