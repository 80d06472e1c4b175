"""A list that comes in: what is ready, what is faulty and why, all or nothing, once more without any change."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.registers import meaning
from handlers.registers.reading import read_file
from handlers.words import Words
from models.dates import read_date
from models.errors import ProgrammeError
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.conditions.pairs import no_meeting
from models.oversight.finding import School
from models.people.register import MentorTerm
from models.people.states import MentorState
from models.people.tables import Consent, MentorProfile, Person, RoleGrant
from models.registers.check import check
from models.registers.incoming import Checked, FaultCode, PairLine, PersonLine, Table
from models.registers.load import Loaded, load_list
from models.terms import PersonKind, QualificationCategory, Role
from tests.play import Play
from tests.registers.sheets import NAMES, PAIRS, PEOPLE, mentee, mentor, workbook
from tests.town import Town

F = FaultCode


def person(name: str, row: int = 2, **fields) -> PersonLine:
    return replace(PersonLine(row, "Школа № 25", name, Role.MENTEE.value, consent="в школе"), **fields)


def teacher(name: str, row: int = 2, **fields) -> PersonLine:
    return person(name, row, **({"role": Role.MENTOR.value, "topics": ("CLASSROOM", "METHODS")} | fields))


def couple(mentee: str, mentor: str, row: int = 2, **fields) -> PairLine:
    return replace(PairLine(row, "", mentee, mentor, "01.09.2026"), **fields)


async def looked(town: Town, people=(), pairs=(), reader: int | None = None) -> Checked:
    actor = await town.actor(reader or town.curator)
    async with town.database.read() as session:
        return await session.run_sync(check, actor, people, pairs, town.clock.now())


async def fault(town: Town, people=(), pairs=(), reader: int | None = None) -> tuple[FaultCode, str]:
    """The one fault of these lines."""
    [found] = (await looked(town, people, pairs, reader)).faults
    return found.code, found.value


async def counts(town: Town) -> dict[str, int]:
    return {
        model.__name__: len(await town.rows(model)) for model in (Person, RoleGrant, Consent, MentorProfile, Mentorship)
    }


async def test_it_loads_forty_seven_of_fifty_rows_and_nothing_the_second_time(town: Town) -> None:
    rows = [mentor(name) if number % 5 == 0 else mentee(name) for number, name in enumerate(NAMES)]
    rows[10][7], rows[20][2], rows[30][1] = "", "завуч", "Иванова"
    words = Words("ru", ZoneInfo("Europe/Moscow"), town.clock.now())
    read = read_file(workbook([PEOPLE, *rows]), meaning.heads(), meaning.REQUIRED, meaning.examples())
    people = meaning.people(read.lines, words)
    found = await looked(town, people)
    assert (found.ready, found.same) == (47, 0)
    assert [(one.table, one.row, one.code) for one in found.faults] == [
        (Table.PEOPLE, 12, F.CONSENT),
        (Table.PEOPLE, 22, F.ROLE),
        (Table.PEOPLE, 32, F.NAME),
    ]
    before = await counts(town)
    curator = await town.act(town.curator)
    loaded = await curator(load_list, people, (), 47)
    assert (loaded.people, loaded.pairs) == (47, 0)
    after = await counts(town)
    assert {name: after[name] - before[name] for name in after} == {
        "Person": 47,
        "RoleGrant": 47,
        "Consent": 47,
        "MentorProfile": 7,
        "Mentorship": 0,
    }
    again = await looked(town, people)
    assert (again.ready, again.same, len(again.faults)) == (0, 47, 3)
    with pytest.raises(ProgrammeError, match="error-gone"):
        await curator(load_list, people, (), again.ready)
    assert await counts(town) == after


async def test_it_brings_in_mentors_in_force_and_pairs_that_work_already(town: Town) -> None:
    people = (
        teacher("Лебедева Ирина Викторовна", position="математика", places="3", born="12.03.1998", since="2025-09-01"),
        person("Котова Мария Ивановна", 3, class_label="7 кл.", consent="№ 3 от 01.09.2026"),
        person("Ким Алёна Петровна", 4),
    )
    pairs = (
        couple(
            "ким алена  петровна", "Лебедева Ирина Викторовна", order="45", order_date="02.09.2026", goal="Вести урок"
        ),
    )
    loaded = await (await town.act(town.curator))(load_list, people, pairs, 4)
    assert (loaded.people, loaded.pairs) == (3, 1)
    irina, maria, alena = (await town.rows(Person))[-3:]
    assert (maria.kind, maria.class_label, irina.position, irina.created_by) == (
        *(PersonKind.STUDENT, "7 кл.", "математика", town.curator),
    )
    assert (irina.born_on, irina.teaching_since) == (date(1998, 3, 12), date(2025, 9, 1))
    [card] = await town.rows(MentorProfile)
    assert (card.person_id, card.state, card.capacity, card.topics) == (
        *(irina.id, MentorState.APPROVED, 3, ["CLASSROOM", "METHODS"]),
    )
    [term] = await town.rows(MentorTerm)
    assert (term.person_id, term.source, term.since) == (irina.id, card.source, town.clock.now()), (
        "the figures count it"
    )
    papers = [row for row in await town.rows(Consent) if row.person_id in (irina.id, maria.id, alena.id)]
    assert [row.evidence for row in papers] == ["в школе", "№ 3 от 01.09.2026", "в школе"]
    assert all(row.form == "PAPER" and row.expires_on == date(2027, 8, 31) for row in papers)
    [pair] = await town.rows(Mentorship)
    assert (pair.state, pair.order_ref, pair.order_date, pair.goal) == (
        *(MentorshipState.ACTIVE, "45", date(2026, 9, 2), "Вести урок"),
    )
    assert pair.approved_at == datetime(2026, 8, 31, 21, tzinfo=UTC), "midnight in Moscow"
    members = {(row.side.value, row.person_id) for row in await town.rows(MentorshipMember)}
    assert members == {("MENTOR", irina.id), ("MENTEE", alena.id)}
    again = await looked(town, people, pairs)
    assert (again.ready, again.same, again.faults) == (0, 4, ())
    silent = await town.database.write(lambda session: no_meeting(School.at(session, town.school, town.clock.now())))
    assert silent == [], "nobody is asked about the weeks before the pair came in"


async def test_it_names_every_faulty_line_of_people(town: Town) -> None:
    known, name = await town.mentor("Лебедева Ирина Викторовна"), "Ким Анна Петровна"
    for _ in range(2):
        await town.mentee("Белова Анна Петровна")
    assert known
    faults = {
        F.FORMULA: (person(name, formula="Должность"), "Должность"),
        F.SCHOOL_UNKNOWN: (person(name, school="Школа № 1"), "Школа № 1"),
        F.SCHOOL_OUTSIDE: (person(name, school="школа № 37"), "школа № 37"),
        F.NAME: (person("=cmd|calc"), "=cmd|calc"),
        F.ROLE: (person(name, role=""), ""),
        F.CONSENT: (person(name, consent="  "), name),
        F.POSITION: (person(name, position="ы" * 101), "100"),
        F.CLASS: (person(name, class_label="ы" * 21), "20"),
        F.TOPIC: (teacher(name, unknown_topic="борьба"), "борьба"),
        F.TOPICS_NONE: (teacher(name, topics=()), name),
        F.PLACES: (teacher(name, places="много"), "много"),
        F.BORN: (teacher(name, born="12.03.98"), "12.03.98"),
        F.SINCE: (teacher(name, born="12.03.1998", since="01.09.2013"), "01.09.2013"),
        F.CATEGORY: (teacher(name, category="третья"), "третья"),
        F.NAMESAKES: (person("Белова Анна Петровна"), "Белова Анна Петровна"),
        F.OTHER_ROLE: (person("Лебедева Ирина Викторовна"), "Лебедева Ирина Викторовна"),
    }
    for code, (line, value) in faults.items():
        assert await fault(town, [line]) == (code, value)
    for places in ("0", "11", "-1", "1e9", "²"):
        assert (await fault(town, [teacher(name, places=places)]))[0] is F.PLACES
    assert await fault(town, [person(name), person(name.upper(), 3)]) == (F.TWICE, "2")
    assert await fault(town, [person(name, school="")], reader=town.municipal_curator) == (F.SCHOOL_NONE, "")
    assert (await looked(town, [person(name, school="Школа № 37")], reader=town.municipal_curator)).ready == 1


async def test_it_adds_what_is_not_known_yet_of_a_teacher_and_overwrites_nothing(town: Town) -> None:
    olga = await town.mentee("Кузнецова Ольга Сергеевна", born_on=date(1998, 3, 12))
    irina = await town.mentor("Лебедева Ирина Викторовна")
    maria = await town.mentee("Котова Мария Ивановна", kind=PersonKind.STUDENT, class_label="7 кл.")
    told = {"born": "12.3.1998", "since": "01.09.2025", "category": "FIRST"}
    lines = (
        person("Кузнецова Ольга Сергеевна", **told),
        teacher("Лебедева Ирина Викторовна", 3, category="HIGHEST"),
        person("Котова Мария Ивановна", 4, **told),
        person("Ким Анна Петровна", 5, **told),
    )
    found, above = await looked(town, lines), await looked(town, lines, reader=town.municipal_curator)
    assert (found.ready, len(found.fillings), found.same, found.faults) == (3, 2, 1, ())
    assert (above.ready, len(above.fillings), above.same, above.faults) == (1, 0, 3, ()), "the school's curator alone"
    curator = await town.act(town.curator)
    assert await curator(load_list, lines, (), 3) == Loaded(people=1, pairs=0, filled=2)
    anna = (await town.rows(Person))[-1].id
    rows = [await town.row(Person, who) for who in (olga, irina, maria, anna)]
    full = (date(1998, 3, 12), date(2025, 9, 1), QualificationCategory.FIRST)
    assert [(one.born_on, one.teaching_since, one.qualification_category) for one in rows] == [
        *(full, (None, None, QualificationCategory.HIGHEST), (None, None, None), full),
    ]
    again = await looked(town, lines)
    assert (again.ready, again.same, again.faults) == (0, 4, ())
    contradictions = {
        F.BORN_OTHER: (person("Кузнецова Ольга Сергеевна", born="13.03.1998"), "Кузнецова Ольга Сергеевна"),
        F.SINCE_OTHER: (person("Кузнецова Ольга Сергеевна", since="01.09.2024"), "Кузнецова Ольга Сергеевна"),
        F.CATEGORY_OTHER: (person("Кузнецова Ольга Сергеевна", category="NONE"), "Кузнецова Ольга Сергеевна"),
        F.BORN: (teacher("Лебедева Ирина Викторовна", born="12.03.2024"), "12.03.2024"),
    }
    for code, (line, value) in contradictions.items():
        assert await fault(town, [line]) == (code, value)
    await town.change(Person, irina, teaching_since=date(2013, 9, 1))
    assert await fault(town, [teacher("Лебедева Ирина Викторовна", born="12.03.1998")]) == (F.BORN, "12.03.1998")


async def test_it_names_every_faulty_line_of_pairs(town: Town, ask, pair) -> None:
    names = ("Лебедева Ирина Викторовна", "Ким Анна Петровна", "Орлова Анна Петровна")
    mentor_id, mentee_id, asking = await town.mentor(names[0]), await town.mentee(names[1]), await town.mentee(names[2])
    await ask(asking)
    full = await town.mentor("Полная Анна Петровна", card={"capacity": 0})
    assert full
    lines = {
        F.PERSON_UNKNOWN: couple("Никто Анна Петровна", names[0]),
        F.PERSON_ROLE: couple(names[0], names[1]),
        F.PAIR_REQUEST: couple(names[2], names[0]),
        F.PAIR_FULL: couple(names[1], "Полная Анна Петровна"),
        F.DATE: couple(names[1], names[0], began="сентябрь"),
        F.FUTURE: couple(names[1], names[0], began="13.10.2026"),
        F.ORDER: couple(names[1], names[0], order_date="01.09.2026"),
        F.GOAL: couple(names[1], names[0], goal="ы" * 501),
        F.FORMULA: couple(names[1], names[0], formula="Начало"),
    }
    assert {code: (await fault(town, (), [line]))[0] for code, line in lines.items()} == {code: code for code in lines}
    twice = [couple(names[1], names[0]), couple(names[1], names[0], 3)]
    assert (await looked(town, (), twice)).same == 1
    made = await pair(mentee_id, mentor_id)
    await town.change(Mentorship, made.id, state=MentorshipState.TERMINATED)
    assert (await looked(town, (), twice)).same == 2
    both = [person("Дуб Анна Петровна"), teacher("Ель Анна Петровна", 3, places="1"), person("Ива Анна Петровна", 4)]
    over = [couple("Дуб Анна Петровна", "Ель Анна Петровна"), couple("Ива Анна Петровна", "Ель Анна Петровна", 3)]
    assert await fault(town, both, over) == (F.PAIR_FULL, "Ель Анна Петровна")


async def test_it_loads_all_that_was_confirmed_or_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    people = (teacher("Лебедева Ирина Викторовна"), person("Ким Анна Петровна", 3))
    pairs = (couple("Ким Анна Петровна", "Лебедева Ирина Викторовна"),)
    curator, before = await town.act(town.curator), await counts(town)
    with pytest.raises(ProgrammeError, match="error-registers-changed"):
        await curator(load_list, people, pairs, 2)
    with monkeypatch.context() as broken:
        broken.setattr("models.registers.load._pair", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            await curator(load_list, people, pairs, 3)
    assert await counts(town) == before
    outcomes = await asyncio.gather(
        curator(load_list, people, pairs, 3),
        (await town.act(town.municipal_curator))(load_list, people, pairs, 3),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in outcomes) == ["Loaded", "ProgrammeError"], "the second sees it done"
    assert (await counts(town))["Mentorship"] == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01.09.2026", date(2026, 9, 1)),
        (" 1.9.26 г. ", date(2026, 9, 1)),
        ("2026-09-01", date(2026, 9, 1)),
        ("2026-09-01 00:00:00", date(2026, 9, 1)),
        ("1/9/2026", date(2026, 9, 1)),
        ("31.02.2026", None),
        ("46266", None),
        ("сентябрь", None),
        ("", None),
    ],
)
def test_it_reads_dates_as_people_write_them(text: str, day: date | None) -> None:
    assert read_date(text, is_recent=True) == day


async def test_it_takes_a_list_in_chat_and_loads_it_after_a_confirmation(play: Play) -> None:
    town = play.town
    marina = await play.person(town.curator)
    for label in ("Реестры", "Загрузить из таблицы", "Скачать образец"):
        await marina.tap(label)
        await play.settle()
    [template] = [one.content["document"] for one in marina.messages if "document" in one.content]
    assert template["file_name"] == "Образец списка.xlsx"
    sample = play.sandbox.world.files[template["file_id"]].content
    await town.mentee("Кузнецова Ольга Сергеевна")
    rows = [
        [*PEOPLE, "Категория"],
        mentor("Лебедева Ирина Викторовна"),
        [*mentee("Кузнецова Ольга Сергеевна"), "Первая"],
        mentee("Ким Анна Петровна"),
        mentee("Орлова Анна Петровна", consent=""),
    ]
    pairs = [PAIRS, ["", "Ким Анна Петровна", "Лебедева Ирина Викторовна", "01.09.2026", "45", "01.09.2026", ""]]
    said = []
    for content, name in ((b"\x00", "a.bin"), (sample, "Образец.xlsx"), (workbook(rows, pairs), "Школа <25>.xlsx")):
        await marina.send_document(content, name)
        await play.settle()
        said.append([one.text for one in marina.messages][-2:])
    assert "Не нашлось ни таблицы людей" in said[0][0] and "нет заполненных строк" in said[1][0]
    assert "Школа <25>.xlsx\n\n4 строки готовы, 1 с ошибкой. Файл дополнит сведения о 1 человеке" in said[2][1]
    assert "Люди, строка 5: нет согласия: Орлова Анна Петровна" in said[2][1]
    await marina.tap("Загрузить 4")
    await play.settle()
    assert "✅ Загружено. Людей: 2, пар: 1, дополнено записей: 1" in marina.last.text
    assert len(await town.rows(Mentorship)) == 1
