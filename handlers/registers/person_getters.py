"""One person as the registers show them, with the next step first."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.people.parents_getters import parents_on_card
from handlers.people.picking import listed, topic_names
from handlers.people.tree_getters import written
from handlers.registers.getters import person_shown
from handlers.words import Words
from models.errors import ProgrammeError
from models.people.states import MentorState
from models.people.young import TeacherDate, TeacherRecord
from models.registers.queries import PersonCard
from models.registers.terms import Standing
from models.terms import QualificationCategory

CATEGORY = "registers-category-name"
"""How a category is called, on its button and in a list."""


async def get_person(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The person, what they do in the programme, and the steps."""
    card = await person_shown(dialog_manager)
    staff = card.staff
    return {
        "name": staff.official,
        "school": staff.organisation,
        "position": staff.position,
        "has_position": int(bool(staff.position)),
        "account": "no" if not staff.has_account else ("blocked" if staff.blocked_bot else "yes"),
        **_mentor(words, card),
        **_mentee(words, card),
        **_steps(card),
        **_taught(words, card),
        **await parents_on_card(dialog_manager, words, staff.person_id, is_pupil=staff.is_pupil),
        "items": [
            {
                "id": pair.id,
                "title": words.label("registers-person-pair", mentee=pair.mentee_official, mentor=pair.mentor_official),
            }
            for pair in card.pairs
        ],
    }


async def get_date(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The date that is to be typed, and what stands there."""
    card, which = await person_shown(dialog_manager), date_asked(dialog_manager)
    record = _record(card)
    day = record.born_on if which is TeacherDate.BORN else record.since
    return {"name": card.staff.official, "which": which.value, "day": written(day), "is_known": int(day is not None)}


async def get_category(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The categories, and which of them stands there."""
    card = await person_shown(dialog_manager)
    record = _record(card)
    return {
        "name": card.staff.official,
        "items": [
            {"id": one.value, "title": words.label(CATEGORY, category=one.value)} for one in QualificationCategory
        ],
        **_category(words, record),
        "is_known": int(record.category is not None),
    }


def date_asked(manager: DialogManager) -> TeacherDate:
    """Which date is being written."""
    return TeacherDate(manager.dialog_data.get("date", TeacherDate.BORN.value))


def _record(card: PersonCard) -> TeacherRecord:
    if card.record is None:
        raise ProgrammeError("error-gone")
    return card.record


def _taught(words: Words, card: PersonCard) -> dict[str, Any]:
    record = card.record
    if record is None:
        return {"teaches": False}
    young = {True: "yes", False: "no", None: "unknown"}[record.is_young]
    known = {"born": written(record.born_on), "since": written(record.since), **_category(words, record)}
    return {
        "teaches": True,
        "young": young,
        **known,
        **{f"has_{name}": int(bool(said)) for name, said in known.items()},
    }


def _category(words: Words, record: TeacherRecord) -> dict[str, str]:
    return {"category": words.label(CATEGORY, category=record.category.value) if record.category else ""}


def _mentor(words: Words, card: PersonCard) -> dict[str, Any]:
    mentor = card.mentor
    until = mentor.no_offers_before if mentor else None
    return {
        "mentor": "" if mentor is None else (mentor.state.value if mentor.state else "NONE"),
        "topics": topic_names(words, mentor.topics) if mentor else "",
        "has_topics": int(bool(mentor and mentor.topics)),
        "free": mentor.free if mentor else 0,
        "places": mentor.places if mentor else 0,
        "rests": int(until is not None and until > words.today),
        "until": words.short_date(until) if until else "",
    }


def _mentee(words: Words, card: PersonCard) -> dict[str, Any]:
    mentee = card.mentee
    return {
        "mentee": mentee.standing.value if mentee else "",
        "days": mentee.days if mentee else 0,
        "mentors": listed(words, mentee.mentors) if mentee else "",
        "asked": topic_names(words, mentee.topics) if mentee else "",
        "has_asked": int(bool(mentee and mentee.topics)),
    }


def _steps(card: PersonCard) -> dict[str, bool]:
    """Which buttons are there: what lies with the curator comes first."""
    staff, mentee = card.staff, card.mentee
    asks = any(not grant.is_admitted for grant in staff.grants)
    card_waits = card.mentor is not None and card.mentor.state is MentorState.APPLICANT and not staff.is_guest
    return {
        "decide": asks or card_waits,
        "request": mentee is not None and mentee.request_id is not None,
        "make_pair": mentee is not None and mentee.standing is Standing.NEITHER,
        "fill": card.mentor is not None and card.mentor.state is None,
        "call_again": card.mentor is not None and card.mentor.may_be_called and not staff.is_guest,
        "no_account": not staff.has_account and not staff.is_guest and not staff.is_pupil,
        "others": not (asks or card_waits),
    }
