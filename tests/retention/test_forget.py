"""The night that forgets: whose it is, how much it takes, and that it is the same on both databases."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from models.access import Permission
from models.errors import ProgrammeError
from models.meetings.tables import Meeting, MeetingNote
from models.mentorships.states import MentorshipState
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.oversight.tables import Digest
from models.people.guardians import wish
from models.people.privacy import withdraw_consent, withdraw_for_child
from models.people.tables import GuardianLink, MentorProfile, Person, WrongCode
from models.requests.states import RequestState
from models.retention import meetings, papers, people, requests, traces
from models.retention.sweep import RULES, forget
from models.retention.terms import cycles_ago, day_cycles_ago, values_of, years_ago
from models.terms import QualificationCategory
from models.use_case import USE_CASES
from tests.oversight.life import Life
from tests.people.family import link_of, parent, pupil
from tests.retention.kept import (
    DAY,
    LAST_DAY,
    LAST_OF_CYCLE,
    MOSCOW,
    TOO_LATE,
    WORDS,
    a_form,
    a_meeting,
    a_notice,
    a_request,
    forgotten,
    kept_until,
)
from tests.town import Town


async def test_it_erases_within_ten_days_whoever_has_withdrawn_the_consent(town: Town, life: Life) -> None:
    taught = {
        "born_on": date(1998, 3, 12),
        "teaching_since": date(2025, 9, 1),
        "qualification_category": QualificationCategory.FIRST,
    }
    mentor = await town.mentor("Лебедева Ирина Викторовна", card={"about": WORDS}, **taught)
    pair = await life.pair(mentor=mentor)
    meeting = await a_meeting(town, pair, log_text=WORDS, logged_by=mentor)
    await town._stored(MeetingNote(meeting_id=meeting, author_id=mentor, text=WORDS, written_at=town.clock.moment))
    withdrawn_at = town.clock.moment
    await (await town.act(mentor))(withdraw_consent)
    await kept_until(town, withdrawn_at + 7 * DAY, withdrawn_at + 8 * DAY)
    person = await town.row(Person, mentor)
    assert (person.family_name, person.given_name, person.patronymic, person.position) == ("—", "—", "", "")
    assert (person.born_on, person.teaching_since, person.qualification_category) == (None, None, None)
    assert (await town.row(Meeting, meeting)).log_text == ""
    assert [row.about for row in await town.rows(MentorProfile, MentorProfile.person_id == mentor)] == [""]
    assert await town.rows(MeetingNote) == []
    assert (await town.row(Person, town.curator)).family_name == "Соколова"


async def test_it_forgets_a_child_with_the_parent_and_what_they_wished_for(town: Town) -> None:
    child = await pupil(town)
    mother = (await parent(town, child)).person_id
    act, link = await town.act(mother), await link_of(town, mother)
    await act(wish, link, WORDS)
    await act(withdraw_for_child, link)
    withdrawn_at = town.clock.moment
    await kept_until(town, withdrawn_at + 7 * DAY, withdrawn_at + 8 * DAY, rows=2)
    assert [(await town.row(Person, one)).family_name for one in (child, mother)] == ["—", "—"]
    assert await town.rows(GuardianLink) == []
    [told] = await town.rows(Notice, Notice.kind == NoticeKind.GUARDIAN_WISH.value)
    assert told.payload == {}


async def test_it_forgets_a_year_after_the_cycle_who_had_been_whose_parent(town: Town) -> None:
    mother, child = await town.person(), await pupil(town)
    ids = {"guardian_person_id": mother, "child_person_id": child, "verified_at": LAST_OF_CYCLE}
    await town._stored(GuardianLink(**ids, ended_at=LAST_OF_CYCLE))
    await kept_until(town, LAST_DAY, TOO_LATE)


async def test_it_forgets_in_its_own_school_only(town: Town, life: Life) -> None:
    town.clock.moment = LAST_OF_CYCLE
    elsewhere = await life.pair(organisation=town.other_school)
    meeting = await a_meeting(town, elsewhere, log_text=WORDS)
    assert await forgotten(town, TOO_LATE) == 0
    assert (await town.row(Meeting, meeting)).log_text == WORDS


async def test_it_is_nobodys_to_call(town: Town) -> None:
    assert USE_CASES[forget].permission is Permission.SWEEP
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(town.curator))(forget, town.school)


def test_it_goes_back_whole_years_from_a_leap_day_too() -> None:
    terms = values_of(1, datetime(2028, 2, 29, 9, tzinfo=UTC), MOSCOW)
    assert terms[years_ago(1).key] == datetime(2027, 2, 27, 21, tzinfo=UTC)
    assert terms[cycles_ago(1).key] == datetime(2026, 8, 31, 21, tzinfo=UTC)
    assert terms[day_cycles_ago(1).key] == date(2026, 9, 1)


@pytest.mark.xdist_group("postgres")
async def test_it_forgets_the_same_on_postgresql(there: Town) -> None:
    there.clock.moment = LAST_OF_CYCLE
    pair = await Life(there).pair(state=MentorshipState.TERMINATED, closed_at=LAST_OF_CYCLE)
    await a_form(there, await a_meeting(there, pair, log_text=WORDS), comment=WORDS)
    await a_request(there, RequestState.WITHDRAWN, closed_at=LAST_OF_CYCLE)
    payload = {"decide": [{"names": ["Кузнецова О. С."]}], "wait": [], "numbers": {"held": 3}}
    week = {"week": "2026-W36", "is_sent": True, "payload": payload, "made_at": LAST_OF_CYCLE}
    await there._stored(Digest(person_id=there.curator, organisation_id=there.school, **week))
    sent = await a_notice(there, NoticeKind.MEETING_PLANNED, NoticeState.SENT, due_at=TOO_LATE - 40 * DAY)
    assert await forgotten(there, TOO_LATE) == 6
    assert await forgotten(there, TOO_LATE) == 0
    [digest] = await there.rows(Digest)
    assert digest.payload == payload | {"decide": []}
    assert (await there.row(Notice, sent)).payload == {}


def test_it_runs_every_rule_there_is() -> None:
    written = {
        function
        for module in (meetings, papers, people, requests, traces)
        for name, function in vars(module).items()
        if name.startswith(("forget_", "unlink_", "erase_"))
    }
    assert set(RULES) == written
    assert len(RULES) == len(written)


async def test_it_leaves_the_rest_to_the_next_night(town: Town) -> None:
    def many(session: Any) -> None:
        session.add_all(WrongCode(account_hash="0" * 64, at=LAST_OF_CYCLE) for _ in range(250))

    await town.database.write(many)
    assert [await forgotten(town, LAST_OF_CYCLE + 2 * DAY) for _ in range(3)] == [200, 50, 0]
