"""Parents are a side: nothing about a pupil is approved without them, and they see nothing of other children."""

from datetime import timedelta

import pytest

from models.errors import ProgrammeError
from models.meetings.log import record
from models.meetings.plan import plan
from models.meetings.tables import Meeting
from models.mentorships import answers, closing, for_child, groups, propose
from models.mentorships.states import CloseReason, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import Mentorship
from models.mentorships.views import PairView
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.people import families
from models.people.guardians import end_link, record_parents_paper
from models.people.privacy import withdraw_for_child
from models.terms import MentoringType, PersonKind
from tests.people.family import link_of, parent, pupil
from tests.town import Town

ASKED, TOLD = NoticeKind.OFFER_TO_PARENT.value, NoticeKind.CHILD_PAIR.value


async def told(town: Town, guardian: int) -> list[str]:
    """What a parent was sent and still may read, in the order of posting."""
    mine = (Notice.person_id == guardian, Notice.state != NoticeState.VOID)
    return [one.kind for one in await town.rows(Notice, *mine)]


async def state_of(town: Town, pair: PairView) -> MentorshipState:
    state: MentorshipState = (await town.row(Mentorship, pair.id)).state
    return state


async def test_it_approves_nothing_before_a_parent_has_agreed(town: Town) -> None:
    child, mentor, curator = await pupil(town), await town.mentor(), await town.act(town.curator)
    mother, father = (await parent(town, child)).person_id, (await parent(town, child, "802")).person_id
    link, act = await link_of(town, mother), await town.act(mother)
    with pytest.raises(ProgrammeError, match="error-parents-answer"):
        await curator(propose.already_agreed, child, mentor)
    pair = await curator(propose.make_pair, child, mentor)
    assert await told(town, mother) == await told(town, father) == [ASKED]
    with pytest.raises(ProgrammeError, match="error-parents-answer"):
        await curator(answers.accept_for, pair.id, Side.MENTEE)
    await (await town.act(mentor))(answers.accept, pair.id)
    assert await state_of(town, pair) is MentorshipState.PROPOSED
    offer = await act(for_child.agree_for_child, pair.id, link)
    assert (offer.begins, offer.child, offer.mentor) == (True, "Мария К., 7 кл.", "Анна Петровна")
    assert await state_of(town, pair) is MentorshipState.APPROVED
    assert (await act(for_child.agree_for_child, pair.id, link)).begins
    row = await town.row(Mentorship, pair.id)
    assert row.membership(child).answered_by == mother
    assert (await told(town, mother), await told(town, father)) == ([], [TOLD])
    await curator(closing.terminate, pair.id, CloseReason.MOVED, False)
    assert await told(town, mother) == [TOLD]


async def test_it_lets_either_parent_refuse_without_a_reason(town: Town) -> None:
    child, mentor, curator = await pupil(town), await town.mentor(), await town.act(town.curator)
    mother, father = (await parent(town, child)).person_id, (await parent(town, child, "802")).person_id
    pair = await curator(propose.make_pair, child, mentor)
    await (await town.act(mother))(for_child.agree_for_child, pair.id, await link_of(town, mother))
    act, link = await town.act(father), await link_of(town, father)
    refused = await act(for_child.refuse_for_child, pair.id, link)
    assert (refused.begins, refused.has_begun) == (False, False)
    await act(for_child.refuse_for_child, pair.id, link)
    assert await state_of(town, pair) is MentorshipState.DECLINED
    assert (await told(town, mother), await told(town, father)) == ([TOLD], [])
    with pytest.raises(ProgrammeError, match="error-offer-closed"):
        await (await town.act(mother))(for_child.agree_for_child, pair.id, await link_of(town, mother))


async def test_it_takes_no_word_for_a_pupil_without_the_parents_consent(town: Town) -> None:
    child, mentor, curator = await pupil(town), await town.mentor(), await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-parents-consent"):
        await curator(propose.already_agreed, child, mentor)
    pair = await curator(propose.make_pair, child, mentor)
    await (await town.act(mentor))(answers.accept, pair.id)
    with pytest.raises(ProgrammeError, match="error-parents-consent"):
        await curator(answers.accept_for, pair.id, Side.MENTEE)
    await curator(record_parents_paper, child, "№ 12 от 01.09.2026")
    await curator(answers.accept_for, pair.id, Side.MENTEE)
    assert await state_of(town, pair) is MentorshipState.APPROVED


async def test_it_takes_a_childs_wish_for_no_parents_yes_and_lets_the_school_answer_once_a_link_has_ended(
    town: Town,
) -> None:
    child, mentor, curator = await pupil(town), await town.mentor(), await town.act(town.curator)
    mother = (await parent(town, child)).person_id
    pair = await curator(propose.make_pair, child, mentor)
    await town.change(Mentorship, pair.id, origin=ProposalOrigin.WISHED)
    await (await town.act(mentor))(answers.accept, pair.id)
    assert await state_of(town, pair) is MentorshipState.PROPOSED
    await curator(record_parents_paper, child, "№ 12")
    await curator(end_link, await link_of(town, mother))
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(mother))(for_child.agree_for_child, pair.id, await link_of(town, mother))
    await curator(answers.accept_for, pair.id, Side.MENTEE)
    assert await state_of(town, pair) is MentorshipState.APPROVED


async def test_it_keeps_parents_from_all_but_their_own_childs_pairs(town: Town) -> None:
    child, other, curator = await pupil(town), await pupil(town, "Титов Пётр Олегович"), await town.act(town.curator)
    mother, stranger = (await parent(town, child)).person_id, (await parent(town, other, "802")).person_id
    pair = await curator(propose.make_pair, child, await town.mentor())
    act, own, foreign = await town.act(stranger), await link_of(town, stranger), await link_of(town, mother)
    for use_case in (for_child.agree_for_child, for_child.refuse_for_child):
        for link in (own, foreign):
            with pytest.raises(ProgrammeError, match="error-no-access"):
                await act(use_case, pair.id, link)
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await act(use_case, 10**9, own)
    async with town.database.read() as session:
        for link in (own, foreign):
            with pytest.raises(ProgrammeError, match="error-no-access"):
                await for_child.child_offer(session, act.actor, pair.id, link)
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await families.my_child(session, act.actor, foreign, town.clock.now())
        for reader in (act.actor, await town.actor(town.municipal_curator), await town.actor(town.other_curator)):
            with pytest.raises(ProgrammeError, match="error-no-access"):
                await families.family(session, reader, child, town.clock.now())
    assert await state_of(town, pair) is MentorshipState.PROPOSED


async def test_it_lets_a_group_go_on_without_a_child_and_names_no_other(town: Town) -> None:
    children = [await pupil(town, f"{name} Ольга Ивановна") for name in ("Титова", "Белова", "Зайцева")]
    curator, mentor = await town.act(town.curator), await town.mentor()
    parents = [(await parent(town, child, f"80{number}")).person_id for number, child in enumerate(children)]
    group = await curator(groups.make_group, MentoringType.GROUP, [mentor], children)
    await (await town.act(mentor))(answers.accept, group.id)
    for use_case, one in zip(
        (for_child.agree_for_child, for_child.refuse_for_child, for_child.agree_for_child), parents, strict=True
    ):
        said = await (await town.act(one))(use_case, group.id, await link_of(town, one))
        assert "Белова" not in repr(said)
    assert await state_of(town, group) is MentorshipState.APPROVED
    assert {len(await told(town, one)) for one in (parents[0], parents[2])} == {0, 1}
    async with town.database.read() as session:
        view = await families.my_child(session, await town.actor(parents[1]), 2, town.clock.now())
        left = await for_child.child_offer(session, await town.actor(parents[1]), group.id, 2)
    assert (view.pairs, left.begins, left.is_awaited) == ((), False, False)


async def test_it_asks_the_parents_of_a_pupil_who_is_to_mentor(town: Town) -> None:
    kind = {"kind": PersonKind.STUDENT, "class_label": "10 кл."}
    mentor, child = await town.mentor("Орлов Илья Петрович", account=False, **kind), await pupil(town)
    curator, mother = await town.act(town.curator), None
    mother = (await parent(town, mentor)).person_id
    await curator(record_parents_paper, child, "№ 12")
    pair = await curator(propose.make_pair, child, mentor)
    await curator(answers.accept_for, pair.id, Side.MENTEE)
    offer = await (await town.act(mother))(for_child.agree_for_child, pair.id, await link_of(town, mother))
    assert (offer.begins, offer.mentor) == (True, "")
    assert "Мария" not in repr(offer)


async def test_it_shows_the_schedule_page_by_page_and_ends_all_with_the_consent(town: Town) -> None:
    child, mentor, curator = await pupil(town), await town.mentor(), await town.act(town.curator)
    mother = await town.act((await parent(town, child)).person_id)
    link = await link_of(town, mother.actor.me)
    pair = await curator(propose.make_pair, child, mentor)
    serving = await town.act(mentor)
    await serving(answers.accept, pair.id)
    await mother(for_child.agree_for_child, pair.id, link)
    for day in range(1, 11):
        await serving(plan, pair.id, town.clock.now() + timedelta(days=day), place=f"каб. {day}")
    async with town.database.read() as session:
        first = await families.my_child(session, mother.actor, link, town.clock.now())
        second = await families.my_child(session, mother.actor, link, town.clock.now(), 1)
        assert await families.my_children(session, mother.actor) == ((link, "Мария К., 7 кл."),)
    assert [one.place for one in (*first.meetings.items, *second.meetings.items)] == [
        f"каб. {day}" for day in range(1, 11)
    ]
    assert (first.meetings.pages, first.meetings.items[0].mentor) == (2, "Анна Петровна")
    assert [(one.state, one.mentor) for one in first.pairs] == [(MentorshipState.APPROVED, "Анна Петровна")]
    town.clock.moment += timedelta(days=3)
    [planned] = await town.rows(Meeting, Meeting.place == "каб. 2")
    await serving(record, planned.id)
    async with town.database.read() as session:
        later = await families.my_child(session, mother.actor, link, town.clock.now())
    assert (later.held, later.last_held_at, later.meetings.total) == (1, planned.starts_at, 7)
    await mother(withdraw_for_child, link)
    row = await town.row(Mentorship, pair.id)
    assert (row.state, row.close_reason) == (MentorshipState.TERMINATED, CloseReason.CONSENT_WITHDRAWN)
    assert NoticeKind.PAIR_ENDED.value in [one.kind for one in await town.rows(Notice, Notice.person_id == mentor)]
