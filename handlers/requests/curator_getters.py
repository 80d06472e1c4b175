"""What the curator's queue and a decision show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, clock_of, database_of
from handlers.mentorships.picking import mentor_items
from handlers.paging import page_number, paged
from handlers.requests.drawn import candidates_text
from handlers.requests.phrases import STATES, said
from handlers.words import Words
from models.clock import Clock
from models.database import Database
from models.errors import ProgrammeError
from models.mentorships.picks import mentors_to_pair
from models.requests import queries
from models.requests.queries import TO_DECIDE, Decision
from models.requests.states import RequestState
from models.use_case import Act


async def decision_of(manager: DialogManager) -> Decision:
    """The request that the dialog is about, with its candidates."""
    db = database_of(manager)
    act = act_of(manager)
    clock = clock_of(manager)
    async with db.read() as session:
        return await queries.decision(session, act.actor, request_id_of(manager), clock.now())


def request_id_of(manager: DialogManager) -> int:
    """The request's id out of the start data. Raises ProgrammeError `error-gone` where there is none."""
    request_id = start_data(manager).get("request_id")
    if not isinstance(request_id, int):
        raise ProgrammeError("error-gone")
    return request_id


async def get_queue(
    db: Database, act: Act, clock: Clock, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Everybody who waits, the longest waiting first."""
    async with db.read() as session:
        page = await queries.queue(session, act.actor, clock.now(), page_number(dialog_manager))
    items = [
        {
            "id": line.request.id,
            "title": words.label(
                STATES[line.request.state], mentee=line.request.mentee_official, days=line.days, mentor=line.offered_to
            ),
        }
        for line in page.items
    ]
    return {"items": items, **paged(dialog_manager, page)}


async def get_decision(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The request with its candidates, or how it stands where there is nothing to decide."""
    facts = await decision_of(dialog_manager)
    request, offer = facts.request, facts.offer
    to_decide = request.state in TO_DECIDE
    standing = words.label(
        STATES.get(request.state, "requests-state-over"),
        mentee=request.mentee_official,
        days=facts.days,
        mentor=offer.mentor_official if offer else "",
    )
    return {
        "mentee": request.mentee_official,
        "days": facts.days,
        **said(words, request.topics, request.goal, request.intensity, request.slots),
        "answer": request.question_answer,
        "answered": 1 if request.question_answer else 0,
        "proposer": facts.proposer,
        "proposed": 1 if facts.proposer else 0,
        "candidates": candidates_text(words, facts.candidates),
        "items": [{"id": one.mentor_id, "title": one.official_name} for one in facts.candidates],
        "to_decide": to_decide,
        "standing_text": standing,
        "standing": not to_decide,
        "is_new": request.state in (RequestState.SUBMITTED, RequestState.RETURNED),
        "offered": offer is not None,
    }


async def get_mentors(
    db: Database, act: Act, clock: Clock, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """All mentors who may be chosen, best first; who has no place says so."""
    facts = await decision_of(dialog_manager)
    async with db.read() as session:
        page = await mentors_to_pair(
            session, act.actor, facts.request.mentee_id, clock.now(), page_number(dialog_manager)
        )
    return {
        "items": mentor_items(words, page.items),
        "mentee": facts.request.mentee_official,
        **paged(dialog_manager, page),
    }
