"""What the bot says by itself about a school's week, to pairs that have not met, and to the level above."""

from handlers.notices import Telling, renders
from handlers.oversight import drawn
from handlers.oversight.buttons import SignalsButton
from handlers.oversight.saying import signal_line
from handlers.telling import Drawn, Key, menu_key
from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.oversight import queries


@renders(NoticeKind.DIGEST)
async def digest(telling: Telling) -> Drawn | None:
    """The week as it was when the digest was made."""
    digest_id = telling.payload["digest_id"]
    stored = await queries.stored_digest(telling.session, telling.actor, digest_id)
    return drawn.digest(stored.view, digest_id, telling.words, offers_choice=stored.offers_choice)


@renders(NoticeKind.PAIR_ASKED, NoticeKind.PAIR_ASKED_BY_CURATOR)
async def pair_asked(telling: Telling) -> Drawn | None:
    """How do the meetings go? Nothing once the pair has met, planned, paused or ended."""
    mentorship_id = telling.payload["mentorship_id"]
    asked = await queries.asked_pair(
        telling.session, telling.actor, mentorship_id, telling.words.now, telling.payload.get("asked_by")
    )
    return drawn.pair_asked(asked, mentorship_id, telling.words) if asked else None


@renders(NoticeKind.PLAN_NUDGE)
async def plan_nudge(telling: Telling) -> Drawn | None:
    """When is the next meeting? Nothing once one is planned, or the pair rests."""
    mentorship_id = telling.payload["mentorship_id"]
    asked = await queries.asked_pair(telling.session, telling.actor, mentorship_id, telling.words.now)
    return drawn.plan_nudge(asked.partner, mentorship_id, telling.words) if asked else None


@renders(NoticeKind.SCHOOL_ASKED)
async def school_asked(telling: Telling) -> Drawn:
    """The level above asks how a school goes; nobody has to write a report."""
    words, payload = telling.words, telling.payload
    school_id, asked_by = payload["organisation_id"], payload["asked_by"]
    asked = await queries.asked_school(telling.session, telling.actor, school_id, asked_by)
    text = words.text("oversight-school-asked-you", curator=asked.asked_by, school=asked.school)
    return Drawn(text, ((Key(words.label("oversight-do-look"), SignalsButton().pack()), menu_key(words)),))


@renders(NoticeKind.SIGNAL_RAISED)
async def signal_raised(telling: Telling) -> Drawn | None:
    """What a school's own curator is passed over in, or has left unread; nothing once it is over."""
    words = telling.words
    try:
        signal = await queries.signal_of(
            telling.session, telling.actor, telling.payload["signal_id"], telling.words.now
        )
    except ProgrammeError:
        return None
    text = words.text("oversight-signal-raised", school=signal.school, line=signal_line(signal, words))
    return Drawn(text, ((Key(words.label("oversight-do-look"), SignalsButton().pack()), menu_key(words)),))
