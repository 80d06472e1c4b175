"""What the curator's windows of people show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, database_of
from handlers.paging import page_number, turning
from handlers.people.parents_getters import parents_on_card
from handlers.people.picking import listed, topic_names
from handlers.words import Words
from models.database import Database
from models.people.grants import GrantView
from models.people.staff import StaffLine, StaffView, Which, staff, staff_member
from models.people.states import MentorState
from models.terms import Role
from models.use_case import Act


async def get_list(dialog_manager: DialogManager, act: Act, db: Database, words: Words, **_: Any) -> dict[str, Any]:
    """A page of the register."""
    which = Which(dialog_manager.dialog_data.get("which") or start_data(dialog_manager).get("which") or Which.ALL)
    async with db.read() as session:
        page = await staff(session, act.actor, which, page_number(dialog_manager))
    return {
        "which": which.value,
        "items": [{"id": line.person_id, "title": _line(words, line)} for line in page.lines],
        "filters": [{"id": one.value, "title": words.label(which_key(one))} for one in Which if one is not which],
        "total": page.total,
        **turning(dialog_manager, page.page, page.pages),
    }


async def member(manager: DialogManager) -> StaffView:
    """The person whose screen is open."""
    db = database_of(manager)
    act = act_of(manager)
    person_id = manager.dialog_data.get("person_id") or start_data(manager).get("person_id") or 0
    async with db.read() as session:
        return await staff_member(session, act.actor, person_id)


async def get_person(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """One person, and what can be done."""
    person = await member(dialog_manager)
    asked = asked_role(person)
    card = person.card
    card_waits = card is not None and card.state is MentorState.APPLICANT and not person.is_guest
    in_force = [grant for grant in person.grants if grant.is_admitted]
    ending = [grant for grant in in_force if grant.role is not Role.GUARDIAN]
    return {
        "name": person.official,
        "polite": person.polite,
        "is_child": int(person.is_pupil),
        "position": person.position,
        "has_position": int(bool(person.position)),
        "organisation": person.organisation,
        "roles": listed(words, (role_label(words, grant) for grant in in_force)),
        "asked": words.label(role_key(asked.role)) if asked else "",
        "has_asked": int(asked is not None),
        "account": "no" if not person.has_account else ("blocked" if person.blocked_bot else "yes"),
        "card": card.state.value if card else "NONE",
        "topics": topic_names(words, card.topics) if card else "",
        "card_waits": card_waits,
        "asks": asked is not None and not card_waits,
        "no_account": not person.has_account and not person.is_guest and not person.is_pupil,
        "is_mentor": person.grant(Role.MENTOR) is not None and not card_waits and not person.is_guest,
        "not_mentor": person.grant(Role.MENTOR) is None and not person.is_guest,
        "not_mentee": person.grant(Role.MENTEE) is None and not person.is_guest,
        "not_curator": not person.is_curator and not person.is_guest and not person.is_pupil,
        "has_roles": int(bool(in_force)),
        "may_end": bool(ending),
        "returns": bool(start_data(dialog_manager).get("returns")),
        "from_list": not start_data(dialog_manager).get("returns"),
        "items": [{"id": grant.grant_id, "title": role_label(words, grant)} for grant in ending],
        **await parents_on_card(dialog_manager, words, person.person_id, is_pupil=person.is_pupil),
    }


def asked_role(person: StaffView) -> GrantView | None:
    """The role that waits for an admission."""
    return next((grant for grant in person.grants if not grant.is_admitted), None)


def role_label(words: Words, grant: GrantView) -> str:
    """«наставник», «куратор школы (заместитель)»."""
    key = role_key(grant.role)
    return words.label("people-role-deputy", role=words.label(key)) if grant.is_deputy else words.label(key)


def role_key(role: Role) -> str:
    """The text that names a role."""
    return f"people-role-{role.value.lower().replace('_', '-')}"


def which_key(which: Which) -> str:
    """The text of a filter."""
    return f"people-staff-{which.value.lower()}"


def _line(words: Words, line: StaffLine) -> str:
    if line.is_waiting:
        return words.label("people-staff-line-waiting", name=line.official)
    return line.official if line.has_account else words.label("people-staff-line-no-account", name=line.official)
