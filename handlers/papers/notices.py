"""What the bot says by itself about statements."""

from handlers.notices import Telling, renders
from handlers.papers import drawn
from handlers.telling import Drawn
from models.notices.kinds import NoticeKind
from models.papers import queries
from models.papers.statement import StatementView
from models.papers.states import ReportState


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


async def _view(telling: Telling) -> StatementView:
    return await queries.statement(telling.session, telling.actor, telling.payload["statement_id"])
