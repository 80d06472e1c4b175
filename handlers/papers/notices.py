"""What the bot says by itself about statements."""

from handlers.notices import Telling, renders
from handlers.papers import drawn, yearly_drawn
from handlers.telling import Drawn
from models.notices.kinds import NoticeKind
from models.papers import queries
from models.papers.statement import StatementView
from models.papers.states import ReportState
from models.papers.yearly import queries as yearly


@renders(NoticeKind.STATEMENT_ASKED)
async def asked(telling: Telling) -> Drawn | None:
    """A statement to confirm; nothing once somebody has."""
    view = await _view(telling)
    return drawn.asked(view, telling.words) if view.state is ReportState.SENT else None


@renders(NoticeKind.STATEMENT_SIGNED)
async def signed(telling: Telling) -> Drawn | None:
    """The mentor may fetch the file."""
    return drawn.signed(await _view(telling), telling.words, own=True)


@renders(NoticeKind.STATEMENT_RETURNED)
async def returned(telling: Telling) -> Drawn | None:
    """The curator's question."""
    return drawn.returned(await _view(telling), telling.words)


@renders(NoticeKind.CAMPAIGN_OPENED, NoticeKind.CAMPAIGN_NUDGE)
async def campaign(telling: Telling) -> Drawn | None:
    """What is asked of the school; nothing once it is handed in."""
    words, payload = telling.words, telling.payload
    kind = await yearly.campaign_kind(telling.session, payload["campaign_id"])
    desk = await yearly.desk(telling.session, telling.actor, payload["organisation_id"], kind, words.now)
    return yearly_drawn.asked(desk, words) if desk.may_send else None


@renders(NoticeKind.REPORT_RETURNED)
async def report_returned(telling: Telling) -> Drawn | None:
    """The sentence with which it came back."""
    report = await yearly.report_of(telling.session, telling.actor, telling.payload["report_id"])
    return yearly_drawn.returned(report, telling.words)


async def _view(telling: Telling) -> StatementView:
    return await queries.statement(telling.session, telling.actor, telling.payload["statement_id"])
