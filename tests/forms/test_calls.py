"""«Нужна помощь»: it reaches a curator at once, and never anybody of the pair (R-03, R-20)."""

from datetime import UTC, datetime

import pytest

from models.errors import ProgrammeError
from models.forms.calls import ask_help, close, reply, take
from models.forms.queries import call_card, open_calls, reader_of, reply_card
from models.forms.reading import answers_of
from models.forms.tables import HelpCall, HelpReply
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.oversight.states import SignalCode, SignalState
from models.oversight.sweep import sweep_organisation
from models.oversight.tables import RiskSignal
from models.people.tables import RoleGrant
from models.terms import Role, Severity
from tests.oversight.life import Life
from tests.town import Town


async def reads(town: Town, person: int, call_id: int) -> str:
    actor = await town.actor(person)
    async with town.database.read() as session:
        return (await call_card(session, actor, call_id)).text


async def test_it_reaches_the_curator_at_night(town: Town, life: Life) -> None:
    mentee = await town.mentee()
    pair = await life.pair(mentee=mentee)
    town.clock.moment = datetime(2026, 10, 13, 22, tzinfo=UTC)
    await (await town.act(mentee))(ask_help, "Не успеваю", pair)
    [notice] = await town.rows(Notice)
    assert (notice.kind, notice.person_id, notice.due_at) == (
        NoticeKind.HELP_ASKED.value,
        town.curator,
        town.clock.now(),
    )
    [signal] = await town.rows(RiskSignal)
    assert (signal.code, signal.severity) == (SignalCode.HELP_ASKED, Severity.CRITICAL)
    assert await reads(town, town.curator, signal.subject_id) == "Не успеваю"


async def test_it_is_hidden_from_the_other_side_and_other_schools(town: Town, life: Life) -> None:
    mentor, mentee = await town.mentor(), await town.mentee()
    pair = await life.pair(mentor=mentor, mentee=mentee)
    view = await (await town.act(mentee))(ask_help, "Трудно", pair)
    for outsider in (mentor, town.other_curator, town.municipal_curator):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await reads(town, outsider, view.id)


async def test_it_goes_to_the_level_above_where_the_curator_belongs_to_the_pair(town: Town, life: Life) -> None:
    mentee = await town.mentee()
    await life.pair(mentor=town.curator, mentee=mentee)
    view = await (await town.act(mentee))(ask_help)
    assert [notice.person_id for notice in await town.rows(Notice)] == [town.municipal_curator]
    assert await reads(town, town.municipal_curator, view.id) == ""
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await reads(town, town.curator, view.id)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(town.curator))(close, view.id)


async def test_it_goes_to_the_deputy_where_there_is_one(town: Town, life: Life) -> None:
    deputy = await town.person("Ильина Вера Олеговна", Role.CURATOR_SCHOOL)
    [grant] = await town.rows(RoleGrant, RoleGrant.person_id == deputy)
    await town.change(RoleGrant, grant.id, is_deputy=True)
    mentee = await town.mentee()
    pair = await life.pair(mentor=town.curator, mentee=mentee)
    await (await town.act(mentee))(ask_help, "", pair)
    assert [notice.person_id for notice in await town.rows(Notice)] == [deputy]
    async with town.database.read() as session:
        reader = await reader_of(session, await town.actor(mentee), town.clock.now(), pair)
    assert reader is not None
    assert (reader.name, reader.is_usual) == ("Вера Олеговна", False)


async def test_it_adds_words_to_an_open_call(town: Town) -> None:
    act = await town.act(await town.mentee())
    first = await act(ask_help, "Одно")
    town.clock.moment = datetime(2026, 10, 12, 8, tzinfo=UTC)
    assert await act(ask_help, "Другое") == first
    assert await reads(town, town.curator, first.id) == "Одно\nДругое"
    assert len(await town.rows(Notice)) == 2


async def test_it_stays_open_until_the_curator_closes_it(town: Town) -> None:
    view = await (await town.act(await town.mentee()))(ask_help)
    curator = await town.act(town.curator)
    await curator(take, view.id)
    await town.act_as_system()(sweep_organisation, town.school)
    [signal] = await town.rows(RiskSignal)
    assert signal.state is SignalState.OPEN
    await curator(close, view.id)
    [signal] = await town.rows(RiskSignal)
    assert signal.state is SignalState.AUTO_RESOLVED
    async with town.database.read() as session:
        assert await open_calls(session, curator.actor) == ()


async def test_it_is_answered_in_writing(town: Town) -> None:
    mentee = await town.mentee()
    view = await (await town.act(mentee))(ask_help, "Можно поговорить?")
    await (await town.act(town.curator))(reply, view.id, "Завтра в 15:00 в 214")
    [written] = await town.rows(HelpReply)
    [call] = await town.rows(HelpCall)
    assert call.taken_by == town.curator
    async with town.database.read() as session:
        card = await reply_card(session, await town.actor(mentee), written.id)
        assert (card.author, card.text) == ("Марина Петровна", "Завтра в 15:00 в 214")
        with pytest.raises(ProgrammeError, match="error-gone"):
            await reply_card(session, await town.actor(town.other_curator), written.id)


async def test_it_refuses_somebody_elses_pair_and_too_many_words(town: Town, life: Life) -> None:
    pair = await life.pair()
    act = await town.act(await town.mentee())
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(ask_help, "", pair)
    with pytest.raises(ProgrammeError, match="error-comment-long"):
        await act(ask_help, "х" * 2001)


async def test_it_shows_single_answers_to_the_curator_outside_the_pair_only(town: Town, life: Life) -> None:
    mentor, mentee = await town.mentor(), await town.mentee()
    pair = await life.pair(mentor=mentor, mentee=mentee)
    await life.answer(pair, await life.meeting(pair, 3), 4)
    await life.answer(pair, await life.meeting(pair, 1), 2)
    own = await life.pair(mentor=town.curator, mentee=mentee)
    await life.answer(own, await life.meeting(own, 1), 3)

    async def read(person: int, pair_id: int) -> list[int]:
        actor = await town.actor(person)
        async with town.database.read() as session:
            return [line.usefulness for line in (await answers_of(session, actor, pair_id)).lines]

    assert await read(town.curator, pair) == [2, 4]
    assert await read(town.municipal_curator, own) == [3]
    for person, pair_id in (
        (mentor, pair),
        (mentee, pair),
        (town.other_curator, pair),
        (town.municipal_curator, pair),
        (town.curator, own),
    ):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await read(person, pair_id)
