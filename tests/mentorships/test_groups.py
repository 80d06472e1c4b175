"""Groups and teams: one rule for their shape, a notice and an answer for each, and what goes on when somebody goes."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from handlers.words import Words
from models.errors import ProgrammeError
from models.meetings import attendance, log, plan
from models.meetings.queries import menu_facts
from models.mentorships import answers, closing, groups, parting, propose, queries, silence, teams
from models.mentorships.places import load_of
from models.mentorships.shape import check_shape
from models.mentorships.states import Answer, CloseReason, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.mentorships.views import PairView
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.oversight.states import SignalCode
from models.oversight.tables import RiskSignal
from models.people import privacy
from models.requests import withdraw
from models.requests.queries import one_request
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import MentoringForm, MentoringType, PersonKind
from tests.meetings.couple import TOMORROW
from tests.mentorships.refused import refused
from tests.town import Town

GROUP, TEAM = MentoringType.GROUP, MentoringType.TEAM


async def kinds_for(town: Town, person: int) -> list[str]:
    """The kinds of notice that a person was posted, in order."""
    return [notice.kind for notice in await town.rows(Notice, Notice.person_id == person)]


async def a_group(town: Town, count: int = 3, **fields: Any) -> tuple[PairView, int, list[int]]:
    """A proposal of a group to a new mentor and new mentees."""
    mentor, mentees = await town.mentor(), [await town.mentee() for _ in range(count)]
    curator = await town.act(town.curator)
    return await curator(groups.make_group, GROUP, [mentor], mentees, **fields), mentor, mentees


@pytest.mark.parametrize(
    ("form", "kind", "sides", "said"),
    [
        (MentoringForm.TEACHER_TEACHER, MentoringType.PERSONAL, (1, 1), None),
        (MentoringForm.HEAD_HEAD, GROUP, (1, 2), None),
        (MentoringForm.TEAM_TEAM, TEAM, (2, 2), None),
        (MentoringForm.TEAM_TEAM, GROUP, (1, 2), "error-shape-team"),
        (MentoringForm.TEAM_TEAM, MentoringType.PERSONAL, (1, 1), "error-shape-team"),
        (MentoringForm.TEACHER_TEACHER, TEAM, (2, 2), "error-shape-team"),
        (MentoringForm.TEAM_TEAM, TEAM, (2, 1), "error-shape-teams"),
        (MentoringForm.TEAM_TEAM, TEAM, (1, 2), "error-shape-teams"),
        (MentoringForm.TEACHER_TEACHER, GROUP, (1, 1), "error-shape-group"),
        (MentoringForm.TEACHER_TEACHER, MentoringType.PERSONAL, (1, 2), "error-shape-personal"),
    ],
)
def test_it_checks_form_type_and_numbers_together(
    form: MentoringForm, kind: MentoringType, sides: tuple[int, int], said: str | None
) -> None:
    people = range(sides[0]), range(10, 10 + sides[1])
    if said is None:
        check_shape(form, kind, *people)
        return
    with pytest.raises(ProgrammeError) as refusal:
        check_shape(form, kind, *people)
    assert refusal.value.key == said


async def test_it_asks_each_member_of_a_group_alone_and_takes_their_requests_along(town: Town, ask) -> None:
    mentor, mentees = await town.mentor(), [await town.mentee() for _ in range(3)]
    request = await ask(mentees[0])
    curator = await town.act(town.curator)
    group = await curator(groups.make_group, GROUP, [mentor], mentees)
    assert (group.state, group.type, len(group.members)) == (MentorshipState.PROPOSED, GROUP, 4)
    assert await kinds_for(town, mentor) == [NoticeKind.OFFER]
    assert [await kinds_for(town, one) for one in mentees] == [[NoticeKind.OFFER_TO_MENTEE]] * 3
    assert (await town.row(MentoringRequest, request.id)).state is RequestState.PROPOSED
    for person in (*mentees, mentor):
        assert (await town.row(Mentorship, group.id)).state is MentorshipState.PROPOSED
        done = await (await town.act(person))(answers.accept, group.id)
    assert done.state is MentorshipState.APPROVED
    assert (await town.row(MentoringRequest, request.id)).state is RequestState.MATCHED
    assert await kinds_for(town, mentees[0]) == [NoticeKind.OFFER_TO_MENTEE, NoticeKind.PAIR_APPROVED]
    assert await refused(town, town.curator, groups.make_group, GROUP, [mentor], mentees) == "error-mentor-full"


async def test_it_goes_on_without_whoever_declines_until_too_few_remain(town: Town, ask) -> None:
    mentor, mentees = await town.mentor(), [await town.mentee() for _ in range(3)]
    request = await ask(mentees[0])
    group = await (await town.act(town.curator))(groups.make_group, GROUP, [mentor], mentees)
    declined = await (await town.act(mentees[0]))(answers.decline, group.id)
    assert declined.state is MentorshipState.PROPOSED
    assert [one.person_id for one in declined.members] == [mentor, *mentees[1:]]
    assert (await town.row(MentoringRequest, request.id)).state is RequestState.QUEUED
    assert (await kinds_for(town, town.curator))[-1] == NoticeKind.GROUP_CHANGED
    assert await refused(town, mentees[0], answers.accept, group.id) == "error-no-access"
    ended = await (await town.act(mentees[1]))(answers.decline, group.id)
    assert (ended.state, ended.close_reason) == (MentorshipState.DECLINED, CloseReason.REFUSED)
    assert (await kinds_for(town, mentees[2]))[-1] == NoticeKind.OFFER_CLOSED
    assert (await kinds_for(town, town.curator))[-1] == NoticeKind.OFFER_DECLINED


@pytest.mark.parametrize("way", ["declines", "is taken out", "withdraws the consent", "withdraws the request"])
async def test_it_settles_when_the_last_silent_member_goes(town: Town, ask, way: str) -> None:
    mentor, mentees = await town.mentor(), [await town.mentee() for _ in range(3)]
    request, curator = await ask(mentees[2]), await town.act(town.curator)
    group = await curator(groups.make_group, GROUP, [mentor], mentees)
    for person in (mentor, *mentees[:2]):
        await (await town.act(person))(answers.accept, group.id)
    silent = await town.act(mentees[2])
    match way:
        case "declines":
            await silent(answers.decline, group.id)
        case "is taken out":
            await curator(parting.release, group.id, mentees[2])
        case "withdraws the consent":
            await silent(privacy.withdraw_consent)
        case _:
            await silent(withdraw.withdraw, request.id)
    done = await town.row(Mentorship, group.id)
    assert (done.state, len(done.members)) == (MentorshipState.APPROVED, 3)


async def test_it_keeps_a_groups_place_apart_from_those_of_pairs(town: Town) -> None:
    curator = await town.act(town.curator)
    mentor = await town.mentor(card={"capacity": 1})
    people = [await town.mentee() for _ in range(5)]
    await curator(groups.make_group, GROUP, [mentor], people[:2], agreed=True)
    assert await town.database.write(lambda session: load_of(session, mentor)) == 0
    assert (await curator(propose.already_agreed, people[2], mentor)).state is MentorshipState.APPROVED
    second = (GROUP, [mentor], people[3:])
    assert await refused(town, town.curator, groups.make_group, *second) == "error-mentor-full"
    await curator(groups.make_group, *second, override_reason="Две параллели")
    assert [one.code for one in await town.rows(RiskSignal)] == [SignalCode.MENTOR_OVERLOAD]


async def test_it_checks_a_groups_place_when_the_mentor_accepts(town: Town) -> None:
    curator = await town.act(town.curator)
    mentor = await town.mentor()
    offers = [
        await curator(groups.make_group, GROUP, [mentor], [await town.mentee(), await town.mentee()]) for _ in range(2)
    ]
    act = await town.act(mentor)
    await act(answers.accept, offers[0].id)
    lapsed = await town.row(Mentorship, offers[1].id)
    assert (lapsed.state, lapsed.close_reason) == (MentorshipState.CANCELLED, CloseReason.NO_PLACE)


async def test_it_refuses_who_cannot_be_in_a_group(town: Town) -> None:
    mentor, mentees = await town.mentor(), [await town.mentee() for _ in range(11)]
    stranger = await town.mentee(organisation=town.other_school)

    async def said(mentors: list[int], led: list[int]) -> str:
        return await refused(town, town.curator, groups.make_group, GROUP, mentors, led)

    assert await said([mentor], mentees) == "error-shape-most"
    assert await said([mentor], [mentees[0], mentees[0]]) == "error-shape-group"
    assert await said([mentor], [mentees[0], mentor]) == "error-mentor-self"
    assert await said([mentor], [mentees[0], stranger]) == "error-no-access"
    assert await said([mentees[2]], mentees[:2]) == "error-gone"
    assert await refused(town, town.other_curator, groups.make_group, GROUP, [mentor], mentees[:2]) == "error-no-access"
    assert not await town.rows(Mentorship)


async def test_it_forms_two_teams_that_take_no_place(town: Town) -> None:
    curator = await town.act(town.curator)
    mentors = [await town.mentor(card={"capacity": 1}) for _ in range(2)]
    mentees = [await town.mentee() for _ in range(2)]
    two = await curator(groups.make_group, TEAM, mentors, mentees)
    assert (two.form, two.type) == (MentoringForm.TEAM_TEAM, TEAM)
    assert await refused(town, town.curator, groups.make_group, TEAM, mentors, mentees) == "error-pair-exists"
    for person in (*mentors, *mentees):
        done = await (await town.act(person))(answers.accept, two.id)
    assert done.state is MentorshipState.AGREED
    await (await town.act(town.municipal_curator))(teams.approve_teams, two.id)
    await curator(propose.already_agreed, await town.mentee(), mentors[0])
    left = await (await town.act(mentors[1]))(parting.leave, two.id)
    assert [one.person_id for one in left.members] == [mentors[0], *mentees]


async def test_it_answers_for_the_one_member_that_the_curator_names(town: Town) -> None:
    curator = await town.act(town.curator)
    mentor, mentees = await town.mentor(), [await town.mentee(account=False) for _ in range(3)]
    group = await curator(groups.make_group, GROUP, [mentor], mentees)
    async with town.database.read() as session:
        card = await queries.pair_card(session, await town.actor(town.curator), group.id)
    assert card.speaks_for == tuple(mentees)
    view = await curator(answers.accept_for, group.id, Side.MENTEE, mentees[1])
    assert [one.answer for one in view.members] == [Answer.PENDING, Answer.PENDING, Answer.YES, Answer.PENDING]
    view = await curator(answers.decline_for, group.id, Side.MENTEE, None, mentees[0])
    assert len(view.members) == 3


async def test_it_takes_in_somebody_who_is_invited_once_they_agree(town: Town, ask) -> None:
    group, mentor, _ = await a_group(town, agreed=True)
    curator, newcomer = await town.act(town.curator), await town.mentee()
    request = await ask(newcomer)
    meeting = await (await town.act(mentor))(plan.plan, group.id, TOMORROW)
    await curator(groups.invite, group.id, newcomer)
    assert await kinds_for(town, newcomer) == [NoticeKind.OFFER_TO_MENTEE]
    assert await refused(town, town.curator, groups.invite, group.id, newcomer) == "error-group-member"
    assert await refused(town, newcomer, plan.confirm, meeting.id) == "error-no-access"
    done = await (await town.act(newcomer))(answers.accept, group.id)
    assert (done.state, len(done.members)) == (MentorshipState.APPROVED, 5)
    assert (await town.row(MentoringRequest, request.id)).state is RequestState.MATCHED
    assert NoticeKind.REMINDER_24H in await kinds_for(town, newcomer)
    assert (await kinds_for(town, mentor))[-1] == NoticeKind.GROUP_CHANGED
    await (await town.act(newcomer))(plan.confirm, meeting.id)
    gone = await town.mentee()
    await curator(groups.invite, group.id, gone)
    assert len((await (await town.act(gone))(answers.decline, group.id)).members) == 5
    await curator(groups.invite, group.id, gone)
    assert (await kinds_for(town, gone)).count(NoticeKind.OFFER_TO_MENTEE) == 1, "the same moment is the same question"


async def test_it_chases_an_invitation_that_nobody_answers_without_the_group(town: Town) -> None:
    group, mentor, mentees = await a_group(town, agreed=True)
    await town.change(Mentorship, group.id, state=MentorshipState.ACTIVE)
    curator, silent, late = await town.act(town.curator), await town.mentee(), await town.mentee()
    for person in (silent, late):
        await curator(groups.invite, group.id, person)
    told_before = [await kinds_for(town, one) for one in (mentor, *mentees)]
    monday, after = town.clock.now(), []
    for days in (1, 2, 3, 4, 8):
        town.clock.moment = monday + timedelta(days=days)
        for _ in range(2):
            await town.act_as_system()(silence.chase_silence)
        curators = (await kinds_for(town, town.curator)).count(NoticeKind.OFFER_SILENT)
        after.append(((await kinds_for(town, silent)).count(NoticeKind.OFFER_REMINDER), curators))
    assert after == [(1, 0), (1, 0), (1, 2), (1, 2), (1, 2)]
    await curator(silence.remind, group.id, silent)
    town.clock.moment += timedelta(days=1)
    await town.act_as_system()(silence.chase_silence)
    assert (await kinds_for(town, silent)).count(NoticeKind.OFFER_REMINDER) == 2
    await curator(silence.wait, group.id, silent)
    assert (
        sum(one.answer is Answer.YES for one in (await (await town.act(late))(answers.accept, group.id)).members) == 5
    )
    for case, *more in ((silence.remind,), (silence.wait,), (parting.release, True)):
        assert await refused(town, town.curator, case, group.id, late, *more) == "error-offer-closed"
    assert [await kinds_for(town, one) for one in mentees] == told_before[1:]
    done = await curator(parting.release, group.id, silent, True)
    assert (done.state, len(done.members)) == (MentorshipState.ACTIVE, 5)
    assert await town.act_as_system()(silence.chase_silence) == 0


async def test_it_stands_when_a_member_leaves_until_the_last_one(town: Town) -> None:
    group, mentor, mentees = await a_group(town, agreed=True)
    await town.change(Mentorship, group.id, state=MentorshipState.ACTIVE)
    await (await town.act(mentees[0]))(parting.leave, group.id)
    assert await refused(town, mentees[0], parting.leave, group.id) == "error-no-access"
    view = await (await town.act(town.curator))(parting.release, group.id, mentees[1])
    assert (view.state, [one.person_id for one in view.members]) == (MentorshipState.ACTIVE, [mentor, mentees[2]])
    assert (await kinds_for(town, mentees[1]))[-1] == NoticeKind.GROUP_CHANGED
    assert await refused(town, mentor, parting.leave, group.id) == "error-group-needs-mentor"
    last = await (await town.act(mentees[2]))(parting.leave, group.id)
    assert last.state is MentorshipState.CLOSING
    assert (await kinds_for(town, mentor))[-1] == NoticeKind.PAIR_CLOSING
    async with town.database.read() as session:
        assert await queries.pairs_of(session, await town.actor(mentees[0])) == ()
        change = await queries.group_change(session, await town.actor(mentees[0]), group.id, mentees[0])
    assert change.is_reader


async def test_it_keeps_the_others_together_when_somebody_withdraws_the_consent_or_the_request(town: Town, ask) -> None:
    mentor, mentees = await town.mentor(), [await town.mentee() for _ in range(4)]
    request = await ask(mentees[0])
    curator = await town.act(town.curator)
    group = await curator(groups.make_group, GROUP, [mentor], mentees)
    await (await town.act(mentees[0]))(withdraw.withdraw, request.id)
    await (await town.act(mentees[1]))(privacy.withdraw_consent)
    row = await town.row(Mentorship, group.id)
    assert (row.state, [one.person_id for one in row.members]) == (MentorshipState.PROPOSED, [mentor, *mentees[2:]])
    for person in (mentor, *mentees[2:]):
        await (await town.act(person))(answers.accept, group.id)
    await (await town.act(mentees[2]))(privacy.withdraw_consent)
    assert (await town.row(Mentorship, group.id)).state is MentorshipState.APPROVED
    await (await town.act(mentor))(privacy.withdraw_consent)
    assert (await town.row(Mentorship, group.id)).close_reason == CloseReason.CONSENT_WITHDRAWN


async def test_it_tells_all_of_a_groups_meeting_and_counts_those_who_came(town: Town) -> None:
    group, mentor, mentees = await a_group(town, 5, agreed=True)
    act = await town.act(mentor)
    meeting = await act(plan.plan, group.id, TOMORROW)
    assert meeting.partner.startswith("Кузнецова") or "+4" in meeting.partner
    for person in mentees:
        assert NoticeKind.MEETING_PLANNED in await kinds_for(town, person)
        assert NoticeKind.LOG_PROMPT not in await kinds_for(town, person)
    assert NoticeKind.LOG_PROMPT in await kinds_for(town, mentor)
    for case in (plan.cancel, plan.move):
        args = (meeting.id, TOMORROW) if case is plan.move else (meeting.id,)
        assert await refused(town, mentees[0], case, *args) == "error-meetings-group"
    await (await town.act(mentees[0]))(attendance.cannot_come, meeting.id)
    town.clock.moment = meeting.ends_at
    await act(log.record, meeting.id)
    await act(attendance.mark, meeting.id, mentees[1], False)
    await act(attendance.mark, meeting.id, mentees[2], False)
    await act(attendance.mark, meeting.id, mentees[2], True)
    async with town.database.read() as session:
        came = await attendance.attendance(session, await town.actor(mentor), meeting.id)
    assert [one.person_id for one in came if not one.present] == mentees[:2]
    assert sum(one.present for one in came) == 4
    waiting = [
        person
        for person in (mentor, *mentees)
        if any(
            one.kind == NoticeKind.FEEDBACK_ASKED and one.state.value == "WAITING"
            for one in await town.rows(Notice, Notice.person_id == person)
        )
    ]
    assert waiting == [mentor, *mentees[2:]]
    outsider = await town.mentee()
    assert await refused(town, outsider, attendance.mark, meeting.id, mentees[0], True) == "error-no-access"
    assert await refused(town, mentees[3], attendance.mark, meeting.id, mentees[0], True) == (
        "error-meetings-mentor-corrects"
    )
    async with town.database.read() as session:
        assert (await menu_facts(session, await town.actor(outsider), town.clock.now())).to_log == ()


async def test_it_sends_all_requests_back_when_a_group_ends_early(town: Town, ask) -> None:
    mentor, mentees = await town.mentor(), [await town.mentee() for _ in range(2)]
    requests = [await ask(one) for one in mentees]
    curator = await town.act(town.curator)
    group = await curator(groups.make_group, GROUP, [mentor], mentees, agreed=True)
    await town.change(Mentorship, group.id, state=MentorshipState.ACTIVE)
    await curator(closing.terminate, group.id, CloseReason.MOVED, True)
    states = [(await town.row(MentoringRequest, one.id)).state for one in requests]
    assert states == [RequestState.QUEUED] * 2
    assert len(await town.rows(MentorshipMember, MentorshipMember.mentorship_id == group.id)) == 3


async def test_it_shows_the_level_above_no_names_of_pupils_in_windows_opened_by_id(town: Town, ask) -> None:
    pupil = await town.mentee("Кузнецова Мария Ивановна", kind=PersonKind.STUDENT, class_label="7 кл.")
    group, mentor, mentees = await a_group(town, agreed=True)
    request = await ask(pupil)
    await (await town.act(town.curator))(groups.invite, group.id, pupil)
    await (await town.act(mentor))(plan.plan, group.id, TOMORROW)
    for curator, said in ((town.curator, "Мария К., 7 кл."), (town.municipal_curator, "ученик (имя видит школа)")):
        actor = await town.actor(curator)
        words = Words("ru", ZoneInfo("Europe/Moscow"), town.clock.now())
        async with town.database.read() as session:
            card = await queries.pair_card(session, actor, group.id)
            view = await one_request(session, actor, request.id)
        shown = [words.label("mentorships-group-picked-button", name=one.official) for one in card.pair.members]
        assert f"✓ {said}" in shown
        assert words.label("mentorships-group-picked-button", name=view.mentee_official) == f"✓ {said}"
        assert len(card.pair.members) == len(mentees) + 2
