"""A mentor's card: topics, defaults, confirmation, pauses."""

import pytest

from models.errors import ProgrammeError
from models.notices.tables import Notice
from models.people import cards, grants, queries
from models.people.states import MentorState
from models.people.tables import MentorProfile, RoleGrant
from models.people.topics import CATALOGUE, GOALS
from models.terms import MentorSource, PersonKind, Role
from tests.people.test_registration import joined
from tests.town import Town

FOUR = ("METHODS", "CLASSROOM", "EXAM", "GIFTED")


async def kinds(town: Town, person_id: int) -> list[tuple[str, str]]:
    """What the person is told, and whether it still waits."""
    return [(notice.kind, notice.state.value) for notice in await town.rows(Notice, Notice.person_id == person_id)]


async def test_it_takes_the_first_three_topics_as_strong_and_the_rest_from_defaults(town: Town) -> None:
    mentor = await town.person(None, Role.MENTOR)
    card = await (await town.act(mentor))(cards.fill_card, [*FOUR, "METHODS"])
    assert card.topics == FOUR
    assert card.strong_topics == FOUR[:3]
    assert (card.places, card.source, card.slots, card.state) == (2, MentorSource.TEACHER, (), MentorState.APPLICANT)
    assert card.forms == ("TEACHER_TEACHER",)


@pytest.mark.parametrize(
    ("topics", "error"), [([], "error-topics-none"), (["NOPE"], "error-gone"), (["CAREER"], "error-gone")]
)
async def test_it_refuses_topics_that_the_school_does_not_offer(town: Town, topics: list[str], error: str) -> None:
    act = await town.act(await town.person(None, Role.MENTOR))
    with pytest.raises(ProgrammeError, match=error):
        await act(cards.fill_card, topics)


async def test_it_asks_for_a_card_only_of_mentors(town: Town) -> None:
    act = await town.act(await town.mentee())
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(cards.fill_card, FOUR)


async def test_it_admits_and_confirms_by_one_tap(town: Town) -> None:
    view = await joined(town, Role.MENTOR)
    card = await (await town.act(view.person_id))(cards.fill_card, FOUR)
    assert await kinds(town, town.curator) == [("people-admission-asked", "VOID"), ("people-card-waiting", "WAITING")]
    act = await town.act(town.curator)
    await act(cards.confirm_card, card.profile_id)
    confirmed = await act(cards.confirm_card, card.profile_id)
    assert confirmed.state is MentorState.APPROVED
    assert (await town.actor(view.person_id)).roles == {Role.MENTOR}
    assert await kinds(town, view.person_id) == [("people-card-confirmed", "WAITING")]


async def test_it_lets_a_mentor_apply_again_after_a_refusal(town: Town) -> None:
    mentor = await town.person(None, Role.MENTOR)
    mine, curators = await town.act(mentor), await town.act(town.curator)
    card = await mine(cards.fill_card, FOUR)
    await curators(cards.reject_card, card.profile_id)
    rejected = await curators(cards.reject_card, card.profile_id)
    assert rejected.state is MentorState.REJECTED
    with pytest.raises(ProgrammeError, match="error-state"):
        await mine(cards.pause, mentor)
    again = await mine(cards.fill_card, FOUR[:1])
    assert (again.profile_id, again.state) == (card.profile_id, MentorState.APPLICANT)


async def test_it_confirms_the_card_of_whoever_curates_the_school(town: Town) -> None:
    await (await town.act(town.curator))(grants.grant_role, town.curator, Role.MENTOR)
    card = await (await town.act(town.curator))(cards.fill_card, FOUR)
    assert card.state is MentorState.APPROVED


async def test_it_changes_places_times_and_words_later(town: Town) -> None:
    mentor = await town.mentor()
    act = await town.act(mentor)
    await act(cards.set_places, mentor, 4)
    await act(cards.set_times, mentor, ["WED_EVENING", "TUE_AFTERNOON"])
    card = await act(cards.set_about, mentor, "  Люблю физику & <b>опыты</b> ")
    assert (card.places, card.slots) == (4, ("TUE_AFTERNOON", "WED_EVENING"))
    assert card.about == "Люблю физику & <b>опыты</b>"
    for refused, value in ((cards.set_places, 0), (cards.set_places, 11), (cards.set_about, "я" * 501)):
        with pytest.raises(ProgrammeError):
            await act(refused, mentor, value)
    with pytest.raises(ProgrammeError, match="error-gone"):
        await act(cards.set_times, mentor, ["SUN_NIGHT"])


async def test_it_gives_guests_three_places_unless_they_chose_otherwise(town: Town) -> None:
    mentor, busy = await town.mentor(), await town.mentor(card={"capacity": 1})
    act = await town.act(town.curator)
    guest = await act(cards.set_source, mentor, MentorSource.ENTERPRISE)
    assert guest.places == cards.PLACES[PersonKind.EXTERNAL]
    assert (await act(cards.set_source, busy, MentorSource.ENTERPRISE)).places == 1


async def test_it_pauses_and_goes_on(town: Town) -> None:
    mentor = await town.mentor()
    act = await town.act(mentor)
    assert (await act(cards.pause, mentor)).state is MentorState.PAUSED
    assert (await act(cards.pause, mentor)).state is MentorState.PAUSED
    assert (await act(cards.resume, mentor)).state is MentorState.APPROVED


async def test_it_keeps_others_off_a_card(town: Town) -> None:
    mentor, other = await town.mentor(), await town.mentor()
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == mentor)
    for outsider in (other, town.other_curator):
        act = await town.act(outsider)
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await act(cards.pause, mentor)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(town.other_curator))(cards.confirm_card, card.id)
    async with town.database.read() as session:
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await queries.card(session, await town.actor(other), mentor)


async def test_it_tells_the_menu_what_waits(town: Town) -> None:
    view = await joined(town, Role.MENTOR)
    async with town.database.read() as session:
        mine = await queries.menu_facts(session, await town.actor(view.person_id), town.clock.now())
        theirs = await queries.menu_facts(session, await town.actor(town.curator), town.clock.now())
    assert (mine.waiting_for, mine.card_is_wanted, mine.curator) == ((Role.MENTOR,), True, "Марина Петровна")
    assert (theirs.decisions, theirs.roles) == (1, {Role.CURATOR_SCHOOL})
    assert len(await town.rows(RoleGrant, RoleGrant.admitted_at.is_(None))) == 1


def test_it_has_a_catalogue_without_doubles() -> None:
    keys = [key for topic in CATALOGUE for key in (topic.key, *topic.goal_keys)]
    assert len(set(keys)) == len(CATALOGUE) * (GOALS + 1)
