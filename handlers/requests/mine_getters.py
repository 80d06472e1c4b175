"""What one's own request shows, and whom a colleague may propose."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.requests.phrases import said, topic_buttons
from handlers.words import Words
from models.database import Database
from models.errors import ProgrammeError
from models.requests import picks, queries
from models.requests.queries import Whereabouts, With
from models.requests.states import OPEN, RequestState
from models.requests.submit import CHANGEABLE
from models.terms import MentoringForm
from models.use_case import Act

LIES_WITH = {
    With.CURATOR: "requests-with-curator",
    With.MENTOR: "requests-with-mentor",
    With.YOU: "requests-with-you",
    With.NOBODY: "requests-over",
}
OVER = {
    RequestState.MATCHED: "requests-over-matched",
    RequestState.REJECTED: "requests-over-rejected",
    RequestState.WITHDRAWN: "requests-over-withdrawn",
    RequestState.EXPIRED: "requests-over-expired",
}
YOURS = {
    RequestState.AWAITING_CONSENT: "requests-with-you-confirm",
    RequestState.RETURNED: "requests-with-you-question",
}


async def whereabouts(db: Database, act: Act, words: Words) -> Whereabouts | None:
    """Where the actor's latest request stands."""
    async with db.read() as session:
        return await queries.whereabouts(session, act.actor, words.now)


async def get_mine(db: Database, act: Act, words: Words, **_: Any) -> dict[str, Any]:
    """The request, with whom it lies and since when, and what can be done."""
    where = await whereabouts(db, act, words)
    if where is None:
        return {"none": True, "some": False, "over": True}
    request, state = where.request, where.request.state
    return {
        "none": False,
        "some": True,
        "standing": standing(words, where),
        **said(words, request.topics, request.goal, request.intensity, request.slots),
        "question": request.question,
        "to_confirm": state is RequestState.AWAITING_CONSENT,
        "to_answer": state is RequestState.RETURNED,
        "to_agree": where.lies_with is With.YOU and state is RequestState.PROPOSED,
        "changeable": state in CHANGEABLE and state is not RequestState.RETURNED,
        "withdrawable": state in OPEN and state is not RequestState.AWAITING_CONSENT,
        "over": where.lies_with is With.NOBODY and state is not RequestState.MATCHED,
    }


async def get_question(db: Database, act: Act, words: Words, **_: Any) -> dict[str, Any]:
    """What the curator asks. Raises ProgrammeError `error-gone` where nothing waits for an answer any more."""
    where = await whereabouts(db, act, words)
    if where is None or where.request.state is not RequestState.RETURNED:
        raise ProgrammeError("error-gone")
    return {"question": where.request.question}


def standing(words: Words, where: Whereabouts) -> str:
    """With whom the request lies, as a sentence."""
    request = where.request
    if where.lies_with is With.NOBODY:
        key = OVER.get(request.state, "requests-over")
    elif where.lies_with is With.YOU:
        key = YOURS.get(request.state, "requests-with-you")
    else:
        key = LIES_WITH[where.lies_with]
    since = words.day(where.since) if where.since else ""
    facts = {"name": where.name, "since": since, "question": request.question, "reason": request.reject_reason}
    return words.text(key, **facts)


async def get_people(db: Database, act: Act, **_: Any) -> dict[str, Any]:
    """The colleagues who could have a mentor."""
    async with db.read() as session:
        found = await picks.mentees_to_propose(session, act.actor)
    return {
        "items": [{"id": one.id, "title": one.name} for one in found],
        "found": bool(found),
        "empty": not found,
    }


async def get_proposal(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The topics to choose from."""
    chosen = dialog_manager.dialog_data.get("topics", [])
    form = MentoringForm(dialog_manager.dialog_data["form"])
    return {"items": topic_buttons(words, form, chosen), "chosen": bool(chosen)}
