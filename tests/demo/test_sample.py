from collections import Counter
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.demo.days import ZONE, Days
from bot.demo.people import FOMINA, KUZNETSOVA, LEBEDEVA, NOVIKOVA, SHOWN, SOKOLOVA, VORONOVA, everybody
from bot.demo.sample import load_sample
from models.audit import AuditEntry
from models.clock import FixedClock
from models.database import Database
from models.forms.tables import FeedbackForm, HelpCall
from models.meetings.states import MeetingState, Obstacle
from models.meetings.tables import Meeting
from models.mentorships import answers, cohort_queries, propose
from models.mentorships.cohort_tables import CohortDraft
from models.mentorships.places import load_of
from models.mentorships.states import MEETING, Answer, MentorshipState, Side
from models.mentorships.tables import Mentorship
from models.notices.rules import next_monday
from models.notices.tables import Notice, NoticeState
from models.oversight.digest import DigestView, digest_of
from models.oversight.lines import Line, LineKind
from models.oversight.tables import Digest
from models.people.actor import load_actor
from models.people.states import MentorState
from models.people.tables import Account, Consent, MentorProfile, Organisation, RoleGrant
from models.registers.queries import register_page
from models.registers.terms import Register
from models.requests import queries
from models.requests.states import RequestState
from models.requests.submit import submit
from models.requests.tables import MentoringRequest
from models.school_year import is_school_day, usual_holidays_between
from models.terms import Intensity, MentoringForm, MentoringType, Role
from models.use_case import Act

pytestmark = pytest.mark.xdist_group("sample")  # it is loaded once for all of them
START = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)


async def rows(database: Database, model: Any, *conditions: Any) -> list[Any]:
    async with database.read() as session:
        return list(await session.scalars(select(model).where(*conditions).order_by(model.id)))


async def person_of(database: Database, account: int) -> int:
    (row,) = await rows(database, Account, Account.external_id == str(account))
    return int(row.person_id)


async def act_of(database: Database, account: int) -> Act:
    actor = await database.write(lambda session: load_actor(session, "TELEGRAM", str(account)))
    return Act(database, FixedClock(START), actor)


async def digest_on_monday(database: Database, now: datetime) -> DigestView:
    (school,) = await rows(database, Organisation, Organisation.short_name == "Школа № 25")
    return await database.write(lambda session: digest_of(session, school.id, next_monday(now, ZONE)))


def line(digest: DigestView, kind: LineKind) -> Line:
    return next(one for one in digest.lines if one.kind is kind)


async def test_it_has_two_schools_with_mentors_mentees_and_curators_one_mentor_working_in_both(
    sample: Database,
) -> None:
    schools = await rows(sample, Organisation, Organisation.parent_id.is_not(None))
    roles = Counter(grant.role for grant in await rows(sample, RoleGrant, RoleGrant.admitted_at.is_not(None)))
    assert [school.short_name for school in schools] == ["Школа № 25", "Школа № 37"]
    assert roles == {Role.MENTOR: 9, Role.MENTEE: 11, Role.CURATOR_SCHOOL: 2, Role.CURATOR_MUNICIPAL: 1}


async def test_it_gives_everybody_a_phone_and_says_who_they_are(sample: Database) -> None:
    accounts = {int(row.external_id) for row in await rows(sample, Account)}
    assert {one.account for one in everybody()} == accounts
    assert [one.called for one in everybody()[:3]] == [
        "Дарья Андреевна Новикова",
        "Ирина Викторовна Лебедева",
        "Марина Петровна Соколова",
    ]
    assert [one.note for one in everybody()[:3]] == [
        "наставляемый, школа № 25",
        "наставник, школа № 25",
        "куратор, школа № 25",
    ]


async def test_it_has_confirmed_cards_that_differ_one_of_them_paused_and_one_put_off(sample: Database) -> None:
    cards = await rows(sample, MentorProfile)
    assert Counter(card.state for card in cards) == {MentorState.APPROVED: 7, MentorState.PAUSED: 1}
    assert len({tuple(card.strong_topics) for card in cards}) == len(cards)
    assert sum(card.no_offers_before is not None for card in cards) == 1


async def test_it_has_pairs_that_nobody_could_object_to(sample: Database) -> None:
    pairs = await rows(sample, Mentorship, Mentorship.state.in_(MEETING), Mentorship.type == MentoringType.PERSONAL)
    cards = {card.person_id: card for card in await rows(sample, MentorProfile)}
    assert len(pairs) == 5
    for pair in pairs:
        mentor = cards[pair.member(Side.MENTOR).person_id]
        assert mentor.organisation_id in (pair.organisation_id, pair.lender_id)
        assert pair.organisation_id == pair.member(Side.MENTEE).person.organisation_id
        assert set(pair.topics) <= set(mentor.topics)
    async with sample.read() as session:
        loads = {mentor: await session.run_sync(load_of, mentor) for mentor in cards}
    assert all(loads[mentor] <= card.capacity for mentor, card in cards.items())
    assert sum(loads[mentor] == card.capacity for mentor, card in cards.items()) >= 1


async def test_it_has_a_group_a_pair_across_schools_and_the_draft_of_a_cohort(sample: Database) -> None:
    [group] = await rows(sample, Mentorship, Mentorship.type == MentoringType.GROUP)
    [across] = await rows(sample, Mentorship, Mentorship.lender_id.is_not(None))
    [draft] = await rows(sample, CohortDraft)
    town = await act_of(sample, FOMINA)
    assert group.state in MEETING and across.state in MEETING and across.lent_at is not None
    assert [one.answer for one in group.members] == [Answer.YES] * 3
    async with sample.read() as session:
        card = await cohort_queries.draft(session, town.actor, draft.id)
        reserve = await register_page(session, (await act_of(sample, VORONOVA)).actor, Register.MENTORS, {}, START)
    assert (card.name, card.pairs, card.left) == ("г. Ярославль", 2, 1)
    assert sum(row.may_be_called for row in reserve.page.items) == 1


async def test_it_tells_of_four_weeks_of_meetings_on_school_days_before_the_start(sample: Database) -> None:
    held = [m for m in await rows(sample, Meeting) if m.state in (MeetingState.HELD, MeetingState.NO_SHOW)]
    days = [meeting.starts_at.astimezone(ZONE).date() for meeting in held]
    assert len({day.isocalendar()[:2] for day in days}) >= 4
    assert max(meeting.logged_at for meeting in held) < START
    assert all(is_school_day(day, usual_holidays_between(day, day)) for day in days)
    assert [m.obstacle for m in held if m.obstacle] == [Obstacle.SUBSTITUTION]
    assert all(meeting.log_text and meeting.place for meeting in held if meeting.state is MeetingState.HELD)


async def test_it_has_a_meeting_nobody_has_recorded_and_meetings_to_come(sample: Database) -> None:
    open_ones = [m for m in await rows(sample, Meeting) if m.state in (MeetingState.PLANNED, MeetingState.CONFIRMED)]
    assert sum(meeting.starts_at < START for meeting in open_ones) == 1
    assert sum(meeting.starts_at > START for meeting in open_ones) == 5


async def test_it_has_good_words_and_one_low_answer_that_asks_for_a_talk(sample: Database) -> None:
    marks = [form.usefulness for form in await rows(sample, FeedbackForm) if form.usefulness is not None]
    (call,) = await rows(sample, HelpCall)
    assert sum(mark >= 4 for mark in marks) >= 12
    assert [mark for mark in marks if mark <= 2] == [2]
    assert call.closed_at is None


async def test_it_lets_people_act_at_the_hours_of_a_school(sample: Database) -> None:
    steps = await rows(sample, AuditEntry, AuditEntry.person_id.is_not(None))
    assert {step.person_id for step in steps} == {grant.person_id for grant in await rows(sample, RoleGrant)}
    assert all(time(8) <= step.at.astimezone(ZONE).time() <= time(18) for step in steps)
    assert all(step.at.astimezone(ZONE).weekday() < 5 for step in steps)


async def test_it_leaves_nothing_old_to_be_sent_and_keeps_what_is_to_come(sample: Database) -> None:
    waiting = await rows(sample, Notice, Notice.state == NoticeState.WAITING)
    assert waiting
    assert min(notice.due_at for notice in waiting) > START


async def test_it_has_told_this_weeks_digest(sample: Database) -> None:
    assert {(digest.week, digest.is_sent) for digest in await rows(sample, Digest)} == {("2026-W47", True)}


async def test_it_gives_the_curator_a_monday_worth_reading(sample: Database) -> None:
    digest = await digest_on_monday(sample, START)
    request, silent, call = digest.decide
    assert (request.names, request.mentor, request.days) == (("Кузнецова О. С.",), "Лебедева И. В.", 12)
    assert [reason["kind"] for reason in request.reasons][:2] == ["ALL_TOPICS_STRONG", "SHARED_TIMES"]
    assert (silent.kind, silent.names) == (LineKind.NO_MEETING, ("Смирнова А. М.", "Титов П. Л."))
    assert (call.kind, call.names) == (LineKind.CALL, ("Орлова Е. Н.",))
    assert (digest.pairs, digest.fine, digest.above) == (5, 3, 2)
    assert line(digest, LineKind.LOGS).count == 1


async def test_it_has_had_somebody_waiting_for_eight_days(sample: Database) -> None:
    mentee = await person_of(sample, KUZNETSOVA)
    (request,) = await rows(sample, MentoringRequest, MentoringRequest.mentee_id == mentee)
    assert request.state is RequestState.QUEUED
    assert (START.astimezone(ZONE).date() - request.waiting_since.astimezone(ZONE).date()).days == 8


async def test_it_lets_the_three_shown_play_the_story_from_its_beginning(sample: Database) -> None:
    mentee, mentor, curator = [await act_of(sample, account) for account in SHOWN]
    assert (NOVIKOVA, LEBEDEVA, SOKOLOVA) == SHOWN
    assert await rows(sample, MentoringRequest, MentoringRequest.mentee_id == mentee.actor.me) == []
    topics = ("CLASSROOM", "LESSON_ANALYSIS")
    request = await mentee(submit, MentoringForm.TEACHER_TEACHER, topics, "", Intensity.WEEKLY, ())
    async with sample.read() as session:
        decision = await queries.decision(session, curator.actor, request.id, START)
    assert [one.official_name for one in decision.candidates] == ["Лебедева И. В.", "Сергеева М. А."]
    pair = await curator(propose.propose, request.id, mentor.actor.me)
    await mentor(answers.accept, pair.id)
    assert (await mentee(answers.accept, pair.id)).state is MentorshipState.APPROVED


@pytest.mark.parametrize("day", [date(2026, 9, 1), date(2027, 1, 11)], ids=lambda day: day.isoformat())
async def test_it_has_a_past_in_every_season(empty_file: Path, tmp_path: Path, day: date) -> None:
    path = tmp_path / "season.sqlite"
    path.write_bytes(empty_file.read_bytes())
    database = Database(f"sqlite:///{path}")
    now = Days(START).at(day, time(8, 30))
    await load_sample(database, now)
    digest = await digest_on_monday(database, now)
    consents = await rows(database, Consent, Consent.expires_on > day)
    assert [one.kind for one in digest.decide] == [LineKind.REQUEST, LineKind.NO_MEETING, LineKind.CALL]
    assert len({consent.person_id for consent in consents}) == len(everybody())
    await database.close()
