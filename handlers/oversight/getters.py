"""What the curator's windows show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.forms import call_drawn
from handlers.kit import act_of
from handlers.oversight import drawn
from handlers.oversight.saying import signal_line
from handlers.paging import page_number, paged
from handlers.words import Words
from models.database import Database
from models.errors import ProgrammeError
from models.forms import queries as form_queries
from models.mentorships.talks import talks_due
from models.oversight import queries
from models.oversight.digest import DigestView
from models.oversight.indicators.queries import home_of
from models.oversight.limits import limits
from models.oversight.post import WeekView
from models.oversight.queries import SchoolLine, SignalView
from models.oversight.states import FOR_ABOVE, OF_CONSENTS, DigestTime, SignalCode, SignalState
from models.terms import Role
from models.use_case import Act

ASKED = (
    SignalCode.PAIR_NO_MEETING,
    SignalCode.PAIR_NOT_STARTED,
    SignalCode.PAIR_FADING,
    SignalCode.NO_SHOW_REPEAT,
    SignalCode.LOG_OVERDUE,
)
"""Signals about which the pair itself can be asked."""
REASONS = ("KNOWN", "AGREED", "MISTAKE")
"""Why something is no problem; own words are possible, too."""


async def get_week(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The week with a button for each line."""
    view, schools = await week_shown(db, act, words, dialog_manager)
    lines = [
        {"id": f"{line.kind.value}:{line.subject_id or view.organisation_id}", "title": label}
        for line, label in ((line, drawn.line_label(number, line, words)) for number, line in enumerate(view.lines, 1))
    ]
    is_school = isinstance(view, DigestView)
    return {
        "week": drawn.week(view, words),
        "lines": lines,
        "has_schools": len(schools) > 1,
        "is_school": is_school,
        "has_home": view.organisation_id != home_of(act.actor),
    }


async def get_numbers(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The numbers of the same week."""
    view, _schools = await week_shown(db, act, words, dialog_manager)
    return {"week": drawn.numbers(view, words)}


async def get_schools(db: Database, act: Act, **_: Any) -> dict[str, Any]:
    """The schools in the curator's scope."""
    async with db.read() as session:
        schools = await queries.schools_of(session, act.actor)
    return {"schools": [{"id": school.id, "title": school.name} for school in schools]}


async def get_times(db: Database, act: Act, words: Words, **_: Any) -> dict[str, Any]:
    """When the digest may come, and when it does."""
    async with db.read() as session:
        chosen = await queries.digest_time(session, act.actor)
    times = [{"id": time.value, "title": words.label("oversight-time", time=time.value)} for time in DigestTime]
    return {"time": words.label("oversight-time", time=chosen.value), "times": times}


async def get_signals(db: Database, act: Act, words: Words, **_: Any) -> dict[str, Any]:
    """Open calls first, then signals, each as a button."""
    async with db.read() as session:
        signals = await queries.signals_of(session, act.actor, words.now)
        calls = await form_queries.open_calls(session, act.actor)
    items = [{"id": f"c{call.id}", "title": call_drawn.what(call, words).striptags()} for call in calls]
    items += [
        {"id": f"s{signal.id}", "title": signal_line(signal, words).striptags()}
        for signal in signals
        if signal.call_id is None
    ]
    return {
        "items": items,
        "count": len(items),
        "may_talk": any(grant.role is Role.CURATOR_SCHOOL for grant in act.actor.grants),
    }


async def get_limits(db: Database, act: Act, words: Words, **_: Any) -> dict[str, Any]:
    """From how many days on each signal opens in the curator's own place."""
    async with db.read() as session:
        lines = await limits(session, act.actor, home_of(act.actor))
    items = [
        {
            "id": line.code.value,
            "title": words.label("oversight-limit", code=line.code.value, days=line.days, own=int(line.is_own)),
        }
        for line in lines
    ]
    return {"items": items}


async def get_talks(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Pairs with which a talk is due."""
    async with db.read() as session:
        page = await talks_due(session, act.actor, words.now, page_number(dialog_manager))
    items = [
        {
            "id": line.mentorship_id,
            "title": words.label("oversight-two", name=line.names[0], other=line.names[1]),
        }
        for line in page.items
    ]
    return {"items": items, "total": page.total, **paged(dialog_manager, page)}


async def get_signal(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One signal, and why it might be no problem."""
    signal = await signal_shown(db, act, words, dialog_manager)
    reasons = [{"id": reason, "title": words.label("oversight-reason", reason=reason)} for reason in REASONS]
    return {
        "line": signal_line(signal, words),
        "since": words.day(signal.opened_at),
        "can_open": bool(signal.mentorship_id or signal.request_id),
        "has_pair": signal.mentorship_id is not None,
        "can_take": signal.state is not SignalState.IN_WORK,
        "can_ask": signal.code in ASKED,
        "can_write": signal.code in FOR_ABOVE,
        "asks_consents": signal.code in OF_CONSENTS,
        "what": "REQUEST" if signal.request_id else "PAIR",
        "reasons": reasons,
    }


async def week_shown(
    db: Database, act: Act, words: Words, manager: DialogManager
) -> tuple[WeekView, tuple[SchoolLine, ...]]:
    """The chosen organisation's week; without a choice that of the curator's own."""
    async with db.read() as session:
        schools = await queries.schools_of(session, act.actor)
        if not schools:
            raise ProgrammeError("error-no-school")
        return await queries.week_of(session, act.actor, chosen_place(manager), words.now), schools


def chosen_place(manager: DialogManager) -> int:
    """The organisation whose week is shown."""
    chosen = manager.dialog_data.get("organisation_id") or start_data(manager).get("organisation_id")
    return chosen or home_of(act_of(manager).actor)


async def signal_shown(db: Database, act: Act, words: Words, manager: DialogManager) -> SignalView:
    """The signal that was picked from the list."""
    async with db.read() as session:
        return await queries.signal_of(session, act.actor, manager.dialog_data["signal_id"], words.now)
