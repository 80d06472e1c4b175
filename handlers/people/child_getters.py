"""What a parent's windows show."""

from typing import Any

from aiogram_dialog import DialogManager
from markupsafe import Markup

from handlers.flow import start_data
from handlers.kit import act_of, clock_of, reading
from handlers.meetings.saying import place
from handlers.paging import page_number, paged
from handlers.words import Words
from models.access import Actor
from models.clock import Clock
from models.people import queries
from models.people.consents import PARENT_VERSION
from models.people.families import Child, ChildMeeting, ChildPair, my_child, my_children
from models.people.guardians import MAX_WISH


def link_id_of(manager: DialogManager) -> int:
    """Which child is meant: the link to it."""
    link_id: int = manager.dialog_data.get("link_id") or start_data(manager).get("link_id") or 0
    return link_id


async def child_shown(manager: DialogManager) -> Child:
    """The child that is open. Raises ProgrammeError for another's."""
    actor, now = act_of(manager).actor, clock_of(manager).now()
    async with reading(manager) as session:
        return await my_child(session, actor, link_id_of(manager), now, page_number(manager))


async def children(manager: DialogManager) -> tuple[tuple[int, str], ...]:
    """The reader's children."""
    actor: Actor = act_of(manager).actor
    async with reading(manager) as session:
        return await my_children(session, actor)


async def get_children(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The children as buttons."""
    return {"items": [{"id": link_id, "title": name} for link_id, name in await children(dialog_manager)]}


async def get_child(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """One child: mentor, schedule, consent."""
    child = await child_shown(dialog_manager)
    until = child.consent_until
    return {
        "name": child.name,
        "request": child.request.value if child.request else "NONE",
        "pairs": Markup("\n").join(_pair(words, pair) for pair in child.pairs),
        "has_pairs": int(bool(child.pairs)),
        "lines": Markup("\n").join(_meeting(words, meeting) for meeting in child.meetings.items),
        "held": child.held,
        "last": words.day(child.last_held_at) if child.last_held_at else "",
        "agrees": int(until is not None),
        "until": words.short_date(until) if until else "",
        "may_renew": until is None or until < child.until_anew,
        "curator": child.curator or words.label("people-some-curator"),
        "several": len(await children(dialog_manager)) > 1,
        "limit": MAX_WISH,
        "items": [
            {"id": pair.mentorship_id, "title": words.label("parents-answer-button", number=number)}
            for number, pair in enumerate((one for one in child.pairs if one.awaits_family), 1)
        ],
        **paged(dialog_manager, child.meetings),
    }


async def get_consent(dialog_manager: DialogManager, words: Words, clock: Clock, **_: Any) -> dict[str, Any]:
    """The text of the consent: by a link that was opened, or anew."""
    invitation = start_data(dialog_manager)
    if "code_hash" in invitation:
        async with reading(dialog_manager) as session:
            school = await queries.school(session, invitation["organisation_id"], clock.now())
        child, operator, until = invitation["child"], school.name, school.consent_until
    else:
        shown = await child_shown(dialog_manager)
        child, operator, until = shown.name, shown.operator, shown.until_anew
    is_full = bool(dialog_manager.dialog_data.get("full"))
    facts = {"child": child, "operator": operator, "until": words.short_date(until), "version": PARENT_VERSION}
    return facts | {"is_full": is_full, "is_short": not is_full}


def _pair(words: Words, pair: ChildPair) -> Markup:
    until = words.short_date(pair.paused_until) if pair.paused_until else ""
    facts = {"state": pair.state.value, "awaits": int(pair.awaits_family), "until": until}
    if pair.mentor:
        return words.text("parents-child-pair", mentor=pair.mentor, **facts)
    return words.text("parents-child-mentors", **facts)


def _meeting(words: Words, meeting: ChildMeeting) -> Markup:
    where = place(meeting.mode, meeting.place, words)
    when = words.when(meeting.starts_at)
    facts = {"when": when, "place": where, "mentor": meeting.mentor, "has_mentor": int(bool(meeting.mentor))}
    return words.text("parents-child-meeting", **facts)
