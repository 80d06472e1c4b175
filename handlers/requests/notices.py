"""What the bot says by itself about requests."""

from handlers.notices import Telling, renders
from handlers.requests.buttons import AnswerCurator, Confirmation, Step
from handlers.requests.drawn import decision, mine_row
from handlers.requests.phrases import said
from handlers.telling import Drawn, Key, menu_key
from models.notices.kinds import NoticeKind
from models.people.names import polite
from models.people.tables import Person
from models.requests import queries
from models.requests.queries import TO_DECIDE
from models.requests.states import RequestState
from models.requests.views import RequestView


@renders(NoticeKind.REQUEST_ARRIVED)
async def arrived(telling: Telling) -> Drawn | None:
    """The curator reads who waits, for what, and who suits."""
    facts = await queries.decision(telling.session, telling.actor, telling.payload["request_id"], telling.words.now)
    return decision(telling.words, facts) if facts.request.state in TO_DECIDE else None


@renders(NoticeKind.REQUEST_PROPOSED)
async def proposed(telling: Telling) -> Drawn | None:
    """Somebody is proposed as a mentee and asked whether they want it."""
    request, words = await _request(telling), telling.words
    if request.state is not RequestState.AWAITING_CONSENT:
        return None
    proposer = await telling.session.get(Person, request.proposed_by) if request.proposed_by else None
    facts = said(words, request.topics, request.goal, request.intensity, request.slots)
    text = words.text("requests-proposed-to-you", topics=facts["topics"], proposer=polite(proposer) if proposer else "")
    row = (
        Key(words.label("requests-confirm"), Confirmation(step=Step.CONFIRM, request_id=request.id).pack()),
        Key(words.label("requests-refuse"), Confirmation(step=Step.REFUSE, request_id=request.id).pack()),
    )
    return Drawn(text, (row,))


@renders(NoticeKind.REQUEST_RETURNED)
async def returned(telling: Telling) -> Drawn | None:
    """The curator asks something."""
    request, words = await _request(telling), telling.words
    if request.state is not RequestState.RETURNED:
        return None
    text = words.text("requests-returned", question=request.question)
    return Drawn(text, ((Key(words.label("requests-answer"), AnswerCurator().pack()), menu_key(words)),))


@renders(NoticeKind.REQUEST_REJECTED)
async def rejected(telling: Telling) -> Drawn | None:
    """The request was turned down, and why."""
    request, words = await _request(telling), telling.words
    return Drawn(words.text("requests-rejected", reason=request.reject_reason), (mine_row(words),))


@renders(NoticeKind.REQUEST_WITHDRAWN)
async def withdrawn(telling: Telling) -> Drawn | None:
    """The curator reads that there is nothing to do any more."""
    request, words = await _request(telling), telling.words
    return Drawn(words.text("requests-withdrawn", mentee=request.mentee_official), ((menu_key(words),),))


async def _request(telling: Telling) -> RequestView:
    return await queries.one_request(telling.session, telling.actor, telling.payload["request_id"])
