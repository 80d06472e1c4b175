"""The forms of a school's programme: what is not ticked is neither offered nor taken."""

import pytest

from models.errors import ProgrammeError
from models.mentorships.tables import Mentorship
from models.people.school_forms import set_forms
from models.people.tables import MentorProfile
from models.requests.picks import askable_forms
from models.requests.states import RequestState
from models.requests.submit import submit
from models.requests.tables import MentoringRequest
from models.terms import Intensity, MentoringForm
from tests.access.school import School
from tests.people.phone import press
from tests.play import Play
from tests.town import Town

TEACHERS, PUPILS, TEAMS = MentoringForm.TEACHER_TEACHER, MentoringForm.STUDENT_STUDENT, MentoringForm.TEAM_TEAM


async def test_it_offers_and_takes_requests_in_the_forms_of_the_school_alone(town: Town) -> None:
    mentee, mentor = await town.mentee(), await town.mentor()
    act, asks = await town.act(town.curator), await town.act(mentee)

    async def offered() -> tuple[MentoringForm, ...]:
        async with town.database.read() as session:
            return await askable_forms(session, await town.actor(mentee))

    assert await offered() == (TEACHERS,)
    with pytest.raises(ProgrammeError, match="error-request-form"):
        await asks(submit, PUPILS, ("STUDY_HELP",), "", Intensity.WEEKLY, ())
    assert await act(set_forms, town.school, (TEAMS, TEACHERS, PUPILS)) == (PUPILS, TEACHERS, TEAMS)
    assert await offered() == (PUPILS, TEACHERS)
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == mentor)
    assert card.mentoring_forms == {TEACHERS, PUPILS, TEAMS}
    await asks(submit, PUPILS, ("STUDY_HELP",), "", Intensity.WEEKLY, ())
    with pytest.raises(ProgrammeError, match="error-forms-asked"):
        await act(set_forms, town.school, (TEACHERS,))
    with pytest.raises(ProgrammeError, match="error-forms-none"):
        await act(set_forms, town.school, ())
    with pytest.raises(ProgrammeError, match="error-gone"):
        await (await town.act(town.municipal_curator))(set_forms, town.municipality, (PUPILS,))


async def test_it_leaves_pairs_of_a_form_that_is_taken_away_as_they_are(town: Town) -> None:
    school = await School.build(town)
    for request in school.ids["request_id"]:
        await town.change(MentoringRequest, request, state=RequestState.WITHDRAWN)
    before = await town.rows(Mentorship)
    await (await town.act(town.curator))(set_forms, town.school, (PUPILS,))
    assert [(row.form, row.state) for row in await town.rows(Mentorship)] == [(row.form, row.state) for row in before]


async def test_it_ticks_the_forms_in_the_window_of_the_school(play: Play, town: Town) -> None:
    curator = await play.person(town.curator)
    await press(play, curator, "Кураторы", "Формы наставничества", "Ученик — ученику")
    assert "✓ Ученик — ученику" in [button.text for row in curator.last.keyboard for button in row]
    await press(play, curator, "✓ Ученик — ученику", "✓ Педагог — педагогу")
    assert "✓ Педагог — педагогу" in [button.text for row in curator.last.keyboard for button in row]
