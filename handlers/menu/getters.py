"""What the menu shows: each area says what it has, the menu puts it together."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from aiogram_dialog import DialogManager
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit import act_of, clock_of, database_of
from handlers.people.card_getters import NO_CARD
from handlers.people.picking import listed
from handlers.people.staff_getters import role_key
from handlers.words import Words
from models.access import PARTICIPANTS, Actor
from models.clock import Clock
from models.database import Database
from models.meetings import queries as meetings
from models.mentorships import queries as mentorships
from models.oversight import queries as oversight
from models.people import queries as people
from models.people.states import MentorState
from models.requests import queries as requests
from models.terms import Role
from models.use_case import Act

DAWN, NOON_OF_MORNING, EVENING, NIGHT = time(5), time(11), time(17), time(23)


@dataclass(frozen=True)
class Facts:
    """What the areas have for one person's menu."""

    people: people.MenuFacts
    requests: requests.MenuFacts
    pairs: mentorships.MenuFacts
    meetings: meetings.MeetingFacts
    oversight: oversight.MenuFacts


async def get_menu(act: Act, db: Database, clock: Clock, words: Words, **_: Any) -> dict[str, Any]:
    """The menu's lines and buttons; for a stranger the way in."""
    if act.actor.person_id is None:
        return {"is_stranger": True, "meetings_to_log": []}
    async with db.read() as session:
        facts = await _facts(session, act.actor, clock)
    return {
        "is_in": True,
        **_greeting(facts.people, words),
        **_standing(facts, words),
        **_participant(facts, words),
        **_meetings(facts.meetings, words),
        **_curator(facts, act.actor),
        "is_guardian": Role.GUARDIAN in act.actor.roles,
        "nothing_waits": _is_quiet(facts),
    }


async def next_meeting_id(manager: DialogManager) -> int | None:
    """The meeting that the menu announces."""
    act = act_of(manager)
    db = database_of(manager)
    clock = clock_of(manager)
    async with db.read() as session:
        found = (await meetings.menu_facts(session, act.actor, clock.now())).next
    return found.id if found else None


async def _facts(session: AsyncSession, actor: Actor, clock: Clock) -> Facts:
    now = clock.now()
    return Facts(
        people=await people.menu_facts(session, actor, now),
        requests=await requests.menu_facts(session, actor, now),
        pairs=await mentorships.menu_facts(session, actor, now),
        meetings=await meetings.menu_facts(session, actor, now),
        oversight=await oversight.menu_facts(session, actor, now),
    )


def _greeting(facts: people.MenuFacts, words: Words) -> dict[str, Any]:
    clock = words.now.astimezone(words.zone).time()
    return {"name": facts.polite, "part": part_of_day(clock), "organisation": facts.organisation}


def part_of_day(clock: time) -> str:
    """What one wishes at this local time: a good morning, day or evening, and at night no more than a hello."""
    if not DAWN <= clock < NIGHT:
        return "night"
    return "morning" if clock < NOON_OF_MORNING else "evening" if clock >= EVENING else "day"


def _standing(facts: Facts, words: Words) -> dict[str, Any]:
    """Whether the person is let in, and how their card stands."""
    mine = facts.people
    asked = [role for role in mine.waiting_for if role is not Role.MENTOR or mine.card in NO_CARD]
    return {
        "curator": mine.curator or words.label("people-some-curator"),
        "admission_waits": bool(asked),
        "asked_roles": listed(words, (words.label(role_key(role)) for role in asked)),
        "has_no_role": not mine.roles and not mine.waiting_for,
        "card_wanted": mine.card_is_wanted,
        "card_waits": mine.card is MentorState.APPLICANT,
        "has_card": mine.card not in NO_CARD,
    }


def _participant(facts: Facts, words: Words) -> dict[str, Any]:
    """One's own request, offers and pairs."""
    asked, pairs = facts.requests, facts.pairs
    may_ask = asked.may_ask and asked.own_id is None
    return {
        "asks_first": may_ask and not pairs.running,
        "asks_more": may_ask and pairs.running > 0,
        "request_state": asked.own_state.value if asked.own_state else "",
        "offers": pairs.offers,
        "pairs": pairs.running,
        "has_pairs": pairs.running > 0,
        "may_propose": bool(facts.people.roles - {Role.GUARDIAN}),
        "may_call": bool(facts.people.roles & PARTICIPANTS),
    }


def _meetings(facts: meetings.MeetingFacts, words: Words) -> dict[str, Any]:
    """The next meeting, and those whose record waits."""
    ahead = facts.next
    days = [words.day(meeting.starts_at) for meeting in facts.to_log]
    return {
        "next": bool(ahead),
        "when": _capital(words.when(ahead.starts_at)) if ahead else "",
        "partner": ahead.partner if ahead else "",
        "place": ahead.place if ahead else "",
        "has_place": int(bool(ahead and ahead.place)),
        "to_log": len(days),
        "days": listed(words, days),
        "meetings_to_log": [
            {"id": meeting.id, "title": words.label("menu-log-button", day=day)}
            for meeting, day in zip(facts.to_log, days, strict=True)
        ],
    }


def _curator(facts: Facts, actor: Actor) -> dict[str, Any]:
    """What waits for a decision."""
    counts = {
        "decisions": facts.people.decisions,
        "requests": facts.requests.to_decide,
        "to_approve": facts.pairs.to_approve,
        "signals": facts.oversight.signals,
        "calls": facts.oversight.calls,
    }
    return {
        "is_curator": bool(actor.curates),
        "curated": facts.pairs.curated,
        "attention": facts.oversight.signals + facts.oversight.calls,
        **counts,
    }


def _is_quiet(facts: Facts) -> bool:
    """Whether nothing else stands in the menu's text."""
    mine = facts.people
    return bool(mine.roles) and not any(
        (
            mine.waiting_for,
            mine.card_is_wanted,
            mine.card is MentorState.APPLICANT,
            mine.decisions,
            facts.requests.own_state,
            facts.requests.to_decide,
            facts.pairs.offers,
            facts.pairs.to_approve,
            facts.meetings.next,
            facts.meetings.to_log,
            facts.oversight.signals,
            facts.oversight.calls,
        )
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
