"""Numbers: what is entered by hand, what is frozen, who may look, and what a past day says."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.audit import AuditEntry
from models.errors import ProgrammeError
from models.meetings.states import MeetingState
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.oversight.indicators import queries
from models.oversight.indicators.attention import attention
from models.oversight.indicators.codes import Block, Code, Heads, Moment, SnapshotKind
from models.oversight.indicators.flags import set_flag
from models.oversight.indicators.hand import enter_value
from models.oversight.indicators.heads import enter_headcount
from models.oversight.indicators.queries import FigureView, home_of
from models.oversight.indicators.snapshots import take_snapshot
from models.oversight.indicators.table import Figure, Table
from models.oversight.indicators.tables import HandValue, Snapshot, SnapshotValue
from models.people.cards import confirm_card, set_source
from models.people.grants import end_role
from models.people.register import MentorTerm
from models.people.states import MentorState
from models.people.tables import MentorProfile, Organisation, Person, RoleGrant
from models.terms import MentorSource, OrgFlag, OrgKind, PersonKind, QualificationCategory, Role
from tests.oversight.life import Life
from tests.town import Town

SEPTEMBER = date(2026, 9, 1)


async def table(town: Town, reader: int, organisation: int, block: Block | None = None, **how: Any) -> Table:
    async with town.database.read() as session:
        actor = await town.actor(reader)
        return await queries.table(session, actor, organisation, town.clock.now(), block=block, **how)


async def figure(town: Town, reader: int, organisation: int, code: Code, **how: Any) -> FigureView:
    async with town.database.read() as session:
        return await queries.figure(session, await town.actor(reader), organisation, code, town.clock.now(), **how)


def line(shown: Table, code: Code) -> Figure:
    return next(one for one in shown.figures if one.code is code)


async def test_it_keeps_what_was_counted_beside_what_is_entered(town: Town, life: Life) -> None:
    await life.request(3)
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-figure-comment"):
        await act(enter_value, town.school, Code.I_1_2, Moment.RESULT, 5, " ")
    await act(enter_value, town.school, Code.I_1_2, Moment.RESULT, 5, "ещё четыре на бумаге")
    await act(enter_value, town.school, Code.I_1_2, Moment.START, 2, "по прошлому отчёту")
    shown = line(await table(town, town.curator, town.school), Code.I_1_2)
    assert (shown.base.number, shown.base.auto) == (2, 0)
    assert (shown.now.number, shown.now.auto) == (5, 1)
    assert shown.now.hand is not None
    assert (shown.now.hand.comment, shown.now.hand.by) == ("ещё четыре на бумаге", "Соколова М. П.")
    await act(enter_value, town.school, Code.I_1_2, Moment.RESULT, None)
    assert line(await table(town, town.curator, town.school), Code.I_1_2).now.number == 1
    assert [row.number for row in await town.rows(HandValue)] == [5, 2, None]
    assert "бумаге" not in str([row.arguments for row in await town.rows(AuditEntry)])


async def test_it_says_that_there_are_no_data_and_never_nought(town: Town, life: Life) -> None:
    await life.pair()
    shown = await table(town, town.curator, town.school)
    assert line(shown, Code.I_4_3).now.number is None
    assert line(shown, Code.I_4_3).awaits is not None
    staff = next(one for one in shown.coverage if one.kind is Heads.STAFF)
    assert (staff.covered, staff.heads, staff.percent) == (2, None, None)
    assert all(share.percent is None for share in shown.shares)


async def test_it_divides_by_the_headcount_that_the_school_has_entered(town: Town, life: Life) -> None:
    await life.pair(mentor=(mentor := await town.mentor()))
    await life.pair(mentor=mentor)
    act = await town.act(town.curator)
    await act(enter_headcount, town.school, Heads.STAFF, 12, SEPTEMBER)
    await act(enter_headcount, town.school, Heads.STAFF, 10, date(2026, 10, 1))
    await act(enter_headcount, town.school, Heads.STAFF, 6, date(2026, 10, 1))
    for number, day in ((0, SEPTEMBER), (5, date(2026, 10, 13))):
        with pytest.raises(ProgrammeError, match="error-figure"):
            await act(enter_headcount, town.school, Heads.STAFF, number, day)
    [staff] = [one for one in (await table(town, town.curator, town.school)).coverage if one.kind is Heads.STAFF]
    assert (staff.covered, staff.heads, staff.percent, staff.since) == (3, 6, 50, date(2026, 10, 1))
    [above] = [
        one
        for one in (await table(town, town.municipal_curator, town.municipality)).coverage
        if one.kind is Heads.STAFF
    ]
    assert (above.percent, above.known, above.schools) == (50, 1, 2)


async def test_it_sums_what_the_schools_have_entered(town: Town, life: Life) -> None:
    await life.request(3)
    await life.request(3, organisation_id=town.other_school)
    await (await town.act(town.curator))(enter_value, town.school, Code.I_1_2, Moment.RESULT, 4, "на бумаге")
    await (await town.act(town.curator))(enter_value, town.school, Code.I_4_3, Moment.RESULT, 3, "три семинара")
    shown = await table(town, town.municipal_curator, town.municipality)
    requests, events = line(shown, Code.I_1_2).now, line(shown, Code.I_4_3).now
    assert (requests.number, requests.auto, dict(requests.by_school)) == (5, 2, {town.school: 4, town.other_school: 1})
    assert (events.number, events.auto, events.schools) == (3, None, 1)
    assert dict(events.by_school) == {town.school: 3, town.other_school: None}
    view = await figure(town, town.municipal_curator, town.municipality, Code.I_4_3)
    assert view.schools is not None
    assert [(one.name, one.number) for one in view.schools.items] == [("Школа № 25", 3), ("Школа № 37", None)]


async def test_it_freezes_the_numbers_of_a_day_for_ever(town: Town, life: Life) -> None:
    await life.request(3)
    act = await town.act(town.municipal_curator)
    await (await town.act(town.curator))(enter_value, town.school, Code.I_2_1, Moment.RESULT, 7, "курсы института")
    first = await act(take_snapshot, town.municipality, SnapshotKind.INTERIM)
    before = await table(town, town.municipal_curator, town.municipality, snapshot_id=first.id)
    assert line(before, Code.I_1_2).now.number == 1
    assert line(before, Code.I_2_1).now.number == 7
    await life.request(2)
    await (await town.act(town.curator))(enter_value, town.school, Code.I_2_1, Moment.RESULT, 9, "ещё двое")
    again = await act(take_snapshot, town.municipality, SnapshotKind.INTERIM)
    assert (again.id, first.is_new, again.is_new) == (first.id, True, False)
    assert await table(town, town.municipal_curator, town.municipality, snapshot_id=first.id) == before
    for model, row in ((Snapshot, first.id), (SnapshotValue, (await town.rows(SnapshotValue))[0].id)):
        with pytest.raises(TypeError, match="never changed"):
            await town.change(model, row, organisation_id=town.other_school)
    await life.pass_days(1)
    assert (await act(take_snapshot, town.municipality, SnapshotKind.INTERIM)).id != first.id
    with pytest.raises(ProgrammeError, match="error-gone"):
        await table(town, town.curator, town.school, snapshot_id=first.id)


async def test_it_compares_with_the_frozen_beginning(town: Town) -> None:
    act = await town.act(town.curator)
    await act(enter_value, town.school, Code.I_1_2, Moment.START, 3, "из отчёта")
    baseline = await act(take_snapshot, town.school, SnapshotKind.BASELINE)
    assert (baseline.day, baseline.cycle) == (SEPTEMBER, SEPTEMBER)
    await act(enter_value, town.school, Code.I_1_2, Moment.START, 8, "передумали")
    assert line(await table(town, town.curator, town.school), Code.I_1_2).base.number == 3
    assert (await act(take_snapshot, town.school, SnapshotKind.BASELINE)).id == baseline.id


async def test_it_remembers_when_mentors_were_in_the_register(town: Town) -> None:
    mentor = await town.mentor(card={"state": MentorState.APPLICANT})
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == mentor)
    assert await town.rows(MentorTerm, MentorTerm.person_id == mentor) == []
    act = await town.act(town.curator)
    await act(confirm_card, card.id)
    town.clock.moment += timedelta(days=10)
    await act(set_source, mentor, MentorSource.ENTERPRISE)
    town.clock.moment += timedelta(days=10)
    [grant] = await town.rows(RoleGrant, RoleGrant.person_id == mentor)
    await act(end_role, grant.id)
    terms = await town.rows(MentorTerm, MentorTerm.person_id == mentor)
    assert [(term.source, (term.until - term.since).days) for term in terms] == [
        (MentorSource.TEACHER, 10),
        (MentorSource.ENTERPRISE, 10),
    ]

    async def mentors(day: date) -> tuple[int | None, int | None]:
        shown = await table(town, town.curator, town.school, Block.MENTORS, day=day)
        return line(shown, Code.I_2_2).now.number, line(shown, Code.I_2_4).now.number

    days = [date(2026, 10, day) for day in (11, 12, 21, 22, 31)]
    assert [await mentors(day) for day in days] == [(0, 0), (1, 0), (1, 0), (0, 1), (0, 1)]
    assert await mentors(date(2026, 11, 1)) == (0, 0)


async def test_it_says_of_a_past_day_what_it_said_then(town: Town, life: Life) -> None:
    pair = await life.pair()
    await life.request(3)
    day = date(2026, 10, 12)
    before = await table(town, town.curator, town.school, day=day)
    await life.pass_days(20)
    await life.request(1)
    await town.change(MentorProfile, (await town.rows(MentorProfile))[0].id, state=MentorState.PAUSED)
    await town.change(Mentorship, pair, state=MentorshipState.TERMINATED, closed_at=life.now)
    await (await town.act(town.curator))(enter_value, town.school, Code.I_1_2, Moment.RESULT, 9, "на бумаге")
    assert await table(town, town.curator, town.school, day=day) == before


async def test_it_names_no_minors_above_their_school(town: Town, life: Life) -> None:
    pupil = await town.mentee("Котова Мария Павловна", kind=PersonKind.STUDENT, class_label="7 кл.")
    await life.request(2, mentee=pupil)
    theirs = await figure(town, town.curator, town.school, Code.I_1_1)
    assert theirs.behind is not None
    assert (theirs.behind.names, theirs.behind.hidden) == (("Мария К., 7 кл.",), 0)
    from_above = await figure(town, town.municipal_curator, town.school, Code.I_1_1)
    assert from_above.behind is not None
    assert (from_above.behind.names, from_above.behind.hidden) == ((), 1)


async def test_it_is_open_to_the_curators_of_the_scope_only(town: Town) -> None:
    for reader in (town.other_curator, await town.mentee()):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await table(town, reader, town.school)
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await figure(town, reader, town.school, Code.I_1_1)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await table(town, town.curator, town.municipality)
    assert home_of(await town.actor(town.municipal_curator)) == town.municipality


async def test_it_marks_schools_from_above_and_counts_by_mark(town: Town, life: Life) -> None:
    await life.request(3)
    await life.request(3, organisation_id=town.other_school)
    act = await town.act(town.municipal_curator)
    assert await act(set_flag, town.school, OrgFlag.SHANS, True) == (OrgFlag.SHANS,)
    await act(set_flag, town.school, OrgFlag.SHANS, True)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(town.curator))(set_flag, town.school, OrgFlag.PILOT, True)
    with pytest.raises(ProgrammeError, match="error-figure-school"):
        await act(set_flag, town.municipality, OrgFlag.PILOT, True)
    of_flag = await table(town, town.municipal_curator, town.municipality, Block.REQUESTS, flag=OrgFlag.SHANS)
    assert (line(of_flag, Code.I_1_2).now.number, of_flag.schools) == (1, 1)
    async with town.database.read() as session:
        actor = await town.actor(town.municipal_curator)
        marks = await queries.marks(session, actor, town.municipality, town.clock.now())
        assert marks.sizes == ((OrgFlag.SHANS, 1),)
    await life.pass_days(1)
    assert await act(set_flag, town.school, OrgFlag.SHANS, False) == ()
    now = await table(town, town.municipal_curator, town.municipality, Block.REQUESTS, flag=OrgFlag.SHANS)
    assert (now.schools, line(now, Code.I_1_2).now.number) == (0, 0)
    then = await table(
        town, town.municipal_curator, town.municipality, Block.REQUESTS, flag=OrgFlag.SHANS, day=date(2026, 10, 12)
    )
    assert then.schools == 1


async def test_it_says_whom_of_the_schools_to_call_first(town: Town, life: Life) -> None:
    third = await town.organisation("Школа № 41", parent=town.municipality)
    silent = await life.pair(approved_days_ago=40)
    await life.meeting(silent, 20)
    for _ in range(3):
        pair = await life.pair(organisation=town.other_school, approved_days_ago=40)
        await life.meeting(pair, 3)
        await life.meeting(pair, 5, MeetingState.PLANNED)
        await life.meeting(pair, 1, MeetingState.PLANNED)
    await life.meeting(await life.pair(organisation=third, approved_days_ago=40), 3)

    async def shown() -> list[tuple[str, int | None, int, int]]:
        async with town.database.read() as session:
            reader = await town.actor(town.municipal_curator)
            view = await attention(session, reader, town.municipality, town.clock.now())
            return [(line.name, line.days, line.late, line.due) for line in view.lines.items]

    assert await shown() == [("Школа № 25", 20, 0, 1), ("Школа № 37", 3, 3, 6)]
    await life.meeting(silent, 0.1)
    assert await shown() == [("Школа № 37", 3, 3, 6)]


async def test_it_reaches_through_three_levels(town: Town, life: Life) -> None:
    region = await town.organisation("Ярославская область", OrgKind.REGION)
    await town.change(Organisation, town.municipality, parent_id=region)
    regional = await town.person("Громова Инна Олеговна", Role.CURATOR_REGIONAL, organisation=region)
    await life.request(3)
    shown = await table(town, regional, region, Block.REQUESTS)
    assert (shown.schools, line(shown, Code.I_1_2).now.number, shown.is_school) == (2, 1, False)
    assert await (await town.act(regional))(set_flag, town.school, OrgFlag.P500, True) == (OrgFlag.P500,)


async def test_it_counts_the_young_with_a_category_who_have_a_mentor_or_have_been_through_the_programme(
    town: Town, life: Life
) -> None:
    young = {"born_on": date(1998, 3, 12), "teaching_since": date(2025, 9, 1)}
    olga = await town.mentee("Кузнецова Ольга Сергеевна", **young)
    await life.pair(mentee=olga)

    async def counted() -> FigureView:
        return await figure(town, town.curator, town.school, Code.S_4)

    assert (await counted()).figure.now.number is None, "nobody has entered her category"
    await town.change(Person, olga, qualification_category=QualificationCategory.FIRST)
    through, ended = {"closed_at": life.now, "approved_days_ago": 9}, MentorshipState.TERMINATED
    anna = await town.mentee("Ким Анна Петровна", **young, qualification_category=QualificationCategory.MENTOR)
    await life.pair(mentee=anna, state=MentorshipState.COMPLETED, **through)
    others = ((QualificationCategory.HIGHEST, ended), (QualificationCategory.NONE, MentorshipState.COMPLETED))
    for category, state in others:
        other = await town.mentee("Белова Анна Петровна", **young, qualification_category=category)
        await life.pair(mentee=other, state=state, **through)
    await town.mentee("Орлова Анна Петровна", **young)
    await town.mentee("Старцева Анна Петровна", born_on=date(1970, 3, 12), teaching_since=date(1992, 9, 1))
    shown = await counted()
    assert shown.behind is not None
    assert (shown.figure.now.number, shown.behind.names) == (2, ("Ким А. П.", "Кузнецова О. С."))
    undated = await town.rows(Person, Person.organisation_id == town.school, Person.born_on.is_(None))
    assert shown.untold == len(undated) + 1, "one is young, and nobody has entered her category"
    [share] = [one for one in (await table(town, town.curator, town.school)).shares if one.part is Code.S_4]
    assert (share.percent, share.n) == (40, 5)


async def test_it_counts_the_young_where_dates_are_known_and_leaves_the_rest_to_the_hand(
    town: Town, life: Life
) -> None:
    assert line(await table(town, town.municipal_curator, town.municipality), Code.S_1).now.number is None
    almost_36 = {"born_on": date(1990, 10, 13), "teaching_since": date(2025, 9, 1)}
    olga = await town.mentee("Кузнецова Ольга Сергеевна", **almost_36)
    await town.mentee("Ким Анна Петровна", born_on=date(1998, 3, 12), teaching_since=date(2024, 9, 1))
    await town.mentee("Белова Анна Петровна", born_on=date(1970, 3, 12), teaching_since=date(1992, 9, 1))
    await life.pair(mentee=olga)
    await (await town.act(town.other_curator))(enter_value, town.other_school, Code.S_1, Moment.RESULT, 4, "по списку")
    shown = await figure(town, town.curator, town.school, Code.S_1)
    assert shown.behind is not None
    assert (shown.figure.now.number, shown.behind.names) == (2, ("Ким А. П.", "Кузнецова О. С."))
    assert shown.untold == len(await town.rows(Person, Person.organisation_id == town.school)) - 3
    assert (await figure(town, town.curator, town.school, Code.S_3)).figure.now.number == 1
    above = line(await table(town, town.municipal_curator, town.municipality), Code.S_1).now
    assert (above.number, above.auto, above.schools) == (6, 2, 2)
    assert dict(above.by_school) == {town.school: 2, town.other_school: 4}
    taken = await (await town.act(town.curator))(take_snapshot, town.school, SnapshotKind.INTERIM)
    await life.pass_days(1)
    shown = await figure(town, town.curator, town.school, Code.S_1)
    assert shown.figure.now.number == 1, "the birthday has come"
    frozen = await table(town, town.curator, town.school, snapshot_id=taken.id)
    assert [line(frozen, code).now.number for code in (Code.S_1, Code.S_3)] == [2, 1]
