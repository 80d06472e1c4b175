"""What the bot says by itself about forms and calls. Each notice reads how things stand when it is sent."""

from handlers.forms import call_drawn, drawn
from handlers.notices import Telling, renders
from handlers.telling import Drawn
from models.errors import ProgrammeError
from models.forms import queries
from models.forms.queries import Asked
from models.forms.states import FormState
from models.notices.kinds import NoticeKind


@renders(NoticeKind.FEEDBACK_ASKED)
async def feedback(telling: Telling) -> Drawn | None:
    """The first question; nothing once it is answered or closed."""
    asked = await _waiting(telling)
    return drawn.first(asked, telling.words) if asked else None


@renders(NoticeKind.FEEDBACK_NUDGE)
async def nudge(telling: Telling) -> Drawn | None:
    """The question once more, a day later."""
    asked = await _waiting(telling)
    return drawn.first(asked, telling.words, again=True) if asked else None


@renders(NoticeKind.HELP_ASKED, NoticeKind.TALK_WANTED, NoticeKind.ANOTHER_MENTOR_WANTED)
async def call(telling: Telling) -> Drawn | None:
    """A call for the curator; nothing once it is closed."""
    try:
        card = await queries.call_card(telling.session, telling.actor, telling.payload["call_id"])
    except ProgrammeError:
        return None
    return None if card.is_closed else call_drawn.call(card, telling.words)


@renders(NoticeKind.HELP_ANSWERED)
async def answered(telling: Telling) -> Drawn | None:
    """What a curator wrote back."""
    try:
        card = await queries.reply_card(telling.session, telling.actor, telling.payload["reply_id"])
    except ProgrammeError:
        return None
    return call_drawn.reply(card, telling.words)


async def _waiting(telling: Telling) -> Asked | None:
    try:
        asked = await queries.asked(telling.session, telling.actor, telling.payload["form_id"], telling.words.now)
    except ProgrammeError:
        return None
    return asked if asked.form.state is FormState.SENT and asked.form.is_open else None
