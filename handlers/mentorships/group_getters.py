"""What the windows of groups and teams show: whom to take, the proposal, the members, one of them."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, reading
from handlers.mentorships.pair_getters import card_of
from handlers.paging import page_number, paged
from handlers.words import Words
from models.clock import Clock
from models.errors import ProgrammeError
from models.mentorships.group_picks import chosen_people, people_to_group
from models.mentorships.picks import Pick
from models.mentorships.shape import LEAST
from models.mentorships.states import Answer, MentorshipState, Side
from models.mentorships.views import MemberView
from models.people.names import official
from models.people.tables import Organisation
from models.terms import MentoringType


def kind_of(manager: DialogManager) -> MentoringType:
    """A group, or two teams."""
    return MentoringType(start_data(manager).get("kind", MentoringType.GROUP))


def side_of(manager: DialogManager) -> Side:
    """For which side people are picked now: the mentees come first."""
    return Side(manager.dialog_data.get("side") or start_data(manager).get("side") or Side.MENTEE)


def picked(manager: DialogManager, side: Side) -> list[int]:
    """Who is picked for a side."""
    people: list[int] = manager.dialog_data.get(side.value, [])
    return people


async def get_people(words: Words, dialog_manager: DialogManager, clock: Clock, **_: Any) -> dict[str, Any]:
    """A page of the people, those who are picked ticked."""
    actor, side = act_of(dialog_manager).actor, side_of(dialog_manager)
    chosen = picked(dialog_manager, side)
    is_inviting = "mentorship_id" in start_data(dialog_manager)
    card = await card_of(dialog_manager) if is_inviting else None
    group = card.pair if card else None
    school_id = group.organisation_id if group else None
    besides = [one.person_id for one in group.members] if group else []
    number, of = page_number(dialog_manager), card.lent_by if card and side is Side.MENTOR else None
    forms_teams = not is_inviting and side is Side.MENTOR and kind_of(dialog_manager) is MentoringType.TEAM
    beyond = forms_teams or of is not None
    async with reading(dialog_manager) as session:
        for first in (await chosen_people(session, actor, picked(dialog_manager, Side.MENTEE)[:1])).values():
            school_id = first.organisation_id
        if forms_teams:
            for first in (await chosen_people(session, actor, chosen[:1], school_id)).values():
                of = first.organisation_id
        page = await people_to_group(
            session, actor, side, clock.now(), number, school_id, besides, beyond=beyond, of=of
        )
    return {
        "items": [{"id": one.id, "title": _title(words, one, one.id in chosen)} for one in page.items],
        "kind": kind_of(dialog_manager).value,
        "side": side.value,
        "inviting": int(is_inviting),
        "count": len(chosen),
        "enough": len(chosen) >= LEAST,
        **paged(dialog_manager, page),
    }


async def get_sure(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Both sides by name, and the school of a team that comes from another one."""
    actor = act_of(dialog_manager).actor
    async with reading(dialog_manager) as session:
        mentees = (await chosen_people(session, actor, picked(dialog_manager, Side.MENTEE))).values()
        school_id = next((one.organisation_id for one in mentees), None)
        mentors = (await chosen_people(session, actor, picked(dialog_manager, Side.MENTOR), school_id)).values()
        lender = ""
        for other in {one.organisation_id for one in mentors} - {school_id, None}:
            lender = (await session.get_one(Organisation, other)).short_name
    return {
        "kind": kind_of(dialog_manager).value,
        "mentors": ", ".join(map(official, mentors)),
        "mentees": ", ".join(map(official, mentees)),
        "lender": lender,
        "across": int(bool(lender)),
    }


async def get_members(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The members with their answers."""
    card = await card_of(dialog_manager)
    pair = card.pair
    return {
        "mentor": pair.mentor_official,
        "mentee": pair.mentee_official,
        "items": [
            {"id": one.person_id, "title": _member_title(words, one)}
            for one in sorted(pair.members, key=lambda one: one.side is not Side.MENTOR)
        ],
        "count": len(pair.members),
        "agreed": sum(one.answer is Answer.YES for one in pair.members),
        "kind": pair.type.value,
        "curated": int(card.is_curator),
        "is_curator": card.is_curator,
        "is_team": pair.type is MentoringType.TEAM and (card.lent_by is not None if card.lender else card.is_curator),
    }


async def get_member(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One member and what can be done. Raises ProgrammeError `error-gone` for somebody who is none."""
    card = await card_of(dialog_manager)
    one = card.pair.member(member_id_of(dialog_manager))
    if one is None:
        raise ProgrammeError("error-gone")
    is_own = one.person_id == act_of(dialog_manager).actor.person_id
    speaks = card.is_curator and one.person_id in card.speaks_for
    is_running = card.pair.state is not MentorshipState.PROPOSED
    return {
        "name": one.official if card.is_curator else one.name,
        "answer": one.answer.value,
        "own": int(is_own),
        "speaks": speaks,
        "release": card.is_curator and not is_own,
        "leave": is_own and is_running,
        "is_curator": card.is_curator,
    }


def member_id_of(manager: DialogManager) -> int:
    """Who is looked at. Raises ProgrammeError `error-gone` where nobody is."""
    person_id = manager.dialog_data.get("person_id") or start_data(manager).get("person_id")
    if not isinstance(person_id, int):
        raise ProgrammeError("error-gone")
    return person_id


def _title(words: Words, one: Pick, is_chosen: bool) -> str:
    said = words.label("mentorships-pick-waits", mentee=one.official_name) if one.waits else one.official_name
    if one.school:
        said = words.label("mentorships-group-of-school", name=said, school=one.school)
    return words.label("mentorships-group-picked-button", name=said) if is_chosen else said


def _member_title(words: Words, one: MemberView) -> str:
    return words.label("mentorships-group-member-button", name=one.official, answer=one.answer.value)
