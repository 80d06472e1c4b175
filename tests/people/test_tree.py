"""The tree: who appoints whom, orders, absences, and everything handed over in one step."""

import logging
from datetime import date, timedelta

import pytest

from models.audit import AuditEntry
from models.errors import ProgrammeError
from models.forms.states import CallKind
from models.forms.tables import HelpCall
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.people import appointing, grants, handover, tree
from models.people.curators import present_curators
from models.people.tables import Organisation, RoleGrant
from models.terms import OrgKind, PersonKind, Role
from tests.people.phone import press, write
from tests.play import Play
from tests.town import Town


async def posts(town: Town, person_id: int) -> list[RoleGrant]:
    """The posts of a curator that are in force."""
    conditions = (RoleGrant.person_id == person_id, RoleGrant.ended_at.is_(None))
    return [row for row in await town.rows(RoleGrant, *conditions) if row.role.is_curator]


async def told(town: Town, person_id: int, kind: NoticeKind) -> list[Notice]:
    return await town.rows(Notice, Notice.person_id == person_id, Notice.kind == kind.value)


async def test_it_shows_a_curator_the_tree_below_with_whoever_runs_it(town: Town) -> None:
    region = await town.organisation("Ярославская область", OrgKind.REGION)
    await town.change(Organisation, town.municipality, parent_id=region)
    regional = await town.actor(await town.person("Громова Инна Олеговна", Role.CURATOR_REGIONAL, organisation=region))
    bare = await town.organisation("Школа № 7", parent=town.municipality)
    async with town.database.read() as session:
        top = await tree.node(session, regional)
        below = await tree.node(session, regional, town.municipality)
        own = await tree.node(session, await town.actor(town.curator))
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await tree.node(session, await town.actor(town.curator), town.municipality)
    assert (top.name, top.founds, [one.curator for one in top.below.items]) == (
        "Ярославская область",
        OrgKind.MUNICIPALITY,
        ["Фомина Е. Ю."],
    )
    assert [one.organisation_id for one in below.below.items] == [bare, town.school, town.other_school]
    assert below.parent_id == region
    assert (own.parent_id, own.founds, own.below.total) == (None, None, 0)


async def test_it_founds_a_school_and_appoints_its_curator_and_a_deputy(town: Town) -> None:
    act = await town.act(town.municipal_curator)
    founded = await act(appointing.found, town.municipality, "Школа № 41", "Asia/Yekaterinburg")
    with pytest.raises(ProgrammeError, match="error-organisation-known"):
        await act(appointing.found, town.municipality, "школа  № 41", "Europe/Moscow")
    with pytest.raises(ProgrammeError, match="error-invite-level"):
        await act(appointing.found, town.school, "Филиал", "Europe/Moscow")
    teacher, other = await town.person(organisation=town.school), await town.person(organisation=town.school)
    first = await act(appointing.appoint, teacher, founded.organisation_id)
    second = await act(appointing.appoint, other, founded.organisation_id)
    assert (first.is_deputy, second.is_deputy) == (False, True)
    assert len(await told(town, teacher, NoticeKind.CURATOR_APPOINTED)) == 1
    await act(appointing.record_appointment_order, first.grant_id, "45", date(2026, 9, 1))
    row = await town.row(RoleGrant, first.grant_id)
    assert (row.order_ref, row.order_date) == ("45", date(2026, 9, 1))


async def test_it_appoints_nobody_who_is_a_child_or_has_no_phone_or_lies_outside(town: Town) -> None:
    act = await town.act(town.curator)
    pupil = await town.person(kind=PersonKind.STUDENT)
    with pytest.raises(ProgrammeError, match="error-curator-child"):
        await act(appointing.appoint, pupil, town.school)
    with pytest.raises(ProgrammeError, match="error-curator-offline"):
        await act(appointing.appoint, await town.person(account=False), town.school)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(appointing.appoint, await town.person(), town.municipality)
    async with town.database.read() as session:
        page = await tree.candidates(session, await town.actor(town.curator), town.school)
    assert page.total == 1


async def test_it_lets_only_the_level_above_end_the_last_curator_who_is_told(town: Town) -> None:
    [own] = await posts(town, town.curator)
    view = await (await town.act(town.municipal_curator))(grants.end_role, own.id)
    assert view.is_over
    assert len(await told(town, town.curator, NoticeKind.CURATOR_ENDED)) == 1
    [top] = await posts(town, town.municipal_curator)
    with pytest.raises(ProgrammeError, match="error-last-curator"):
        await (await town.act(town.municipal_curator))(grants.end_role, top.id)


async def test_it_tells_the_deputy_while_the_curator_is_away(town: Town) -> None:
    act, today = await town.act(town.curator), town.clock.now().date()
    with pytest.raises(ProgrammeError, match="error-no-deputy"):
        await act(appointing.set_away, today, today)
    deputy = await town.mentor()
    await act(grants.make_deputy, deputy)
    with pytest.raises(ProgrammeError, match="error-away-days"):
        await act(appointing.set_away, today, today - timedelta(days=1))
    await act(appointing.set_away, today + timedelta(days=1), today + timedelta(days=2))

    async def present() -> list[int]:
        now = town.clock.now()
        return await town.database.write(lambda session: [p.id for p in present_curators(session, town.school, now)])

    assert await present() == [town.curator, deputy]
    await act(appointing.set_away, today, today + timedelta(days=2))
    assert await present() == [deputy]
    await (await town.act(deputy))(appointing.set_away, today, today)
    assert await present() == [town.curator, deputy]
    await act(appointing.come_back)
    assert await present() == [town.curator]


async def test_it_hands_everything_over_in_one_step_and_tells_both(town: Town) -> None:
    deputy = await town.mentor("Лебедева Ирина Викторовна")
    await (await town.act(town.curator))(grants.make_deputy, deputy)
    call = await town._stored(
        HelpCall(
            organisation_id=town.school,
            person_id=await town.mentee(),
            kind=CallKind.HELP,
            concerned_ids=[],
            reader_ids=[town.curator],
            taken_by=town.curator,
            asked_at=town.clock.now(),
        )
    )
    act = await town.act(town.municipal_curator)
    view = await act(handover.hand_over, town.curator, deputy)
    assert (view.organisations, view.calls) == (("Школа № 25",), 1)
    assert await posts(town, town.curator) == []
    [post] = await posts(town, deputy)
    assert not post.is_deputy
    row = await town.row(HelpCall, call)
    assert (row.reader_ids, row.taken_by) == ([deputy], deputy)
    assert len(await told(town, town.curator, NoticeKind.HANDED_OVER)) == 1
    assert len(await told(town, deputy, NoticeKind.HANDED_OVER)) == 1
    [entry] = await town.rows(AuditEntry, AuditEntry.use_case == "people.handover.hand_over")
    assert (entry.person_id, entry.arguments) == (
        town.municipal_curator,
        {"person_id": town.curator, "receiver_id": deputy},
    )


async def test_it_hands_over_what_waits_unsent_and_names_whoever_is_there(town: Town) -> None:
    deputy = await town.mentor("Титов Павел Львович")
    await (await town.act(town.curator))(grants.make_deputy, deputy)
    newcomers = [await town.person(f"{name} Анна Петровна") for name in ("Белова", "Громова")]
    today = town.clock.now().date()
    await (await town.act(town.curator))(appointing.set_away, today, today)
    view = await (await town.act(newcomers[0]))(grants.ask_role, Role.MENTOR)
    assert view.curator == "Павел Львович"
    await (await town.act(town.curator))(appointing.come_back)
    view = await (await town.act(newcomers[1]))(grants.ask_role, Role.MENTOR)
    assert view.curator == "Марина Петровна"
    act = await town.act(town.municipal_curator)
    await act(handover.hand_over, town.curator, deputy)
    waiting = [row for row in await told(town, town.curator, NoticeKind.ADMISSION_ASKED) if row.state == "WAITING"]
    assert waiting == []
    assert len(await told(town, deputy, NoticeKind.ADMISSION_ASKED)) == 2
    third = await town.person("Зайцева Анна Петровна")
    await (await town.act(third))(grants.ask_role, Role.MENTOR)
    await act(handover.hand_over, deputy, town.municipal_curator)
    assert len(await told(town, deputy, NoticeKind.ADMISSION_ASKED)) == 0
    assert len(await told(town, town.municipal_curator, NoticeKind.ADMISSION_ASKED)) == 3


async def test_it_hands_over_to_nobody_without_the_scope_and_by_nobody_else(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-handover-scope"):
        await act(handover.hand_over, town.curator, town.other_curator)
    with pytest.raises(ProgrammeError, match="error-handover-self"):
        await act(handover.hand_over, town.curator, town.curator)
    with caplog.at_level(logging.WARNING), pytest.raises(ProgrammeError, match="error-no-access"):
        await act(handover.hand_over, town.other_curator, town.curator)
    ids = {"person_id": town.other_curator, "receiver_id": town.curator}
    assert f"refused: person {town.curator} in people.handover.hand_over {ids}" in caplog.text
    assert "Воронова" not in caplog.text
    await act(handover.hand_over, town.curator, town.municipal_curator)
    assert {post.organisation_id for post in await posts(town, town.municipal_curator)} == {
        town.school,
        town.municipality,
    }


async def test_it_runs_the_tree_by_buttons(play: Play, town: Town) -> None:
    elena = await play.person(town.municipal_curator)
    pavel = await play.person(await town.mentor("Титов Павел Львович"))
    await press(play, elena, "Кураторы", "Добавить школу")
    await write(play, elena, "Школа № 41")
    await press(play, elena, "Москва")
    assert "Куратора пока нет" in elena.last.text
    await press(play, elena, "Назначить куратора", "Сделать ссылку")
    assert "Ссылка для куратора" in elena.last.text
    await press(play, elena, "Меню", "Кураторы", "Школа № 25 · Соколова М. П. · 0 %")
    await press(play, elena, "Назначить заместителя", "Титов П. Л.", "Внести приказ")
    await write(play, elena, "№ 45 от 01.09.2026")
    assert "Приказ № 45 от 01.09.2026" in elena.last.text
    await press(play, elena, "Назад", "Куратор: Соколова М. П.", "Передать дела")
    await press(play, elena, "Титов П. Л.")
    await press(play, elena, "Да, передать")
    assert "Вам переданы дела: Школа № 25" in pavel.last.text


async def test_it_takes_the_days_of_an_absence_by_the_calendar(play: Play, town: Town) -> None:
    await (await town.act(town.curator))(grants.make_deputy, await town.mentor())
    marina = await play.person(town.curator)
    await press(play, marina, "Кураторы")
    await press(play, marina, "Меня не будет", "28", "30")
    assert "Я снова на месте" in marina.buttons
    [post] = await posts(town, town.curator)
    assert (post.away_from, post.away_until) == (date(2026, 10, 28), date(2026, 10, 30))
