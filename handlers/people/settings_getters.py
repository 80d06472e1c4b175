"""What the windows of settings and privacy show."""

from typing import Any

from handlers.words import LOCALES, Words
from models.clock import Clock
from models.database import Database
from models.meetings import month
from models.people import queries
from models.people.settings import MAX_POSITION, QUIET_CHOICES
from models.terms import Role
from models.use_case import Act


async def get_settings(act: Act, db: Database, words: Words, **_: Any) -> dict[str, Any]:
    """The settings in words."""
    async with db.read() as session:
        view = await queries.my_settings(session, act.actor)
        wants_month = await month.wants_month(session, act.actor)
    return {
        "is_mentor": Role.MENTOR in act.actor.roles,
        "month": int(wants_month),
        "name": view.full_name,
        "position": view.position,
        "has_position": int(bool(view.position)),
        "quiet": quiet_label(words, view.quiet_hours),
        "limit": MAX_POSITION,
        "one_role": not {Role.MENTEE, Role.MENTOR} <= act.actor.roles,
        "not_mentee": Role.MENTEE not in act.actor.roles,
        "not_mentor": Role.MENTOR not in act.actor.roles,
    }


async def get_languages(words: Words, **_: Any) -> dict[str, Any]:
    """Each language by its own name."""
    return {"items": [{"id": locale, "title": words.label(f"people-language-{locale}")} for locale in LOCALES]}


async def get_quiet(words: Words, **_: Any) -> dict[str, Any]:
    """Quiet hours to choose from."""
    return {"items": [{"id": str(place), "title": quiet_label(words, one)} for place, one in enumerate(QUIET_CHOICES)]}


async def get_privacy(act: Act, db: Database, clock: Clock, words: Words, **_: Any) -> dict[str, Any]:
    """Who keeps what until when."""
    async with db.read() as session:
        view = await queries.privacy(session, act.actor, clock.now())
    return {"operator": view.operator, "until": words.short_date(view.until), "curator": view.curator or view.operator}


async def get_sure(act: Act, **_: Any) -> dict[str, Any]:
    """Whether a child goes along."""
    return {"guards": int(Role.GUARDIAN in act.actor.roles)}


def quiet_label(words: Words, quiet_hours: str) -> str:
    """«20:00–07:30»."""
    start, _, end = quiet_hours.partition("-")
    return words.label("people-quiet", start=start, end=end) if end else words.label("people-quiet-none")
