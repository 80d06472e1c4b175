"""The registers: what each filter leaves, who sees whom, what a person's card says."""

from datetime import timedelta

import pytest

from models.errors import ProgrammeError
from models.mentorships import groups
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.people.cards import call_again, pause, resume
from models.people.sharing import Visibility, share, stay_in_reserve
from models.people.states import MentorState
from models.people.tables import Organisation
from models.registers import queries
from models.registers.terms import Facet, Load, Register, Standing, checked
from models.terms import MentoringType, OrgKind, PersonKind, Role
from tests.town import Town


async def listed(town: Town, register: Register, reader: int | None = None, page: int = 0, **chosen: str) -> list[int]:
    """The ids of a page of a filtered register."""
    return [row.id for row in (await opened(town, register, reader, page, **chosen)).page.items]


async def opened(
    town: Town, register: Register, reader: int | None = None, page: int = 0, **chosen: str
) -> queries.RegisterPage:
    actor = await town.actor(reader or town.curator)
    values = checked(register, {name.upper(): value for name, value in chosen.items()})
    async with town.database.read() as session:
        return await queries.register_page(session, actor, register, values, town.clock.now(), page)


async def test_it_lists_mentors_by_each_filter(town: Town, pair) -> None:
    free = await town.mentor("Белова Анна Петровна", card={"topics": ["DIGITAL"], "source": "GRADUATE"})
    full = await town.mentor("Громова Анна Петровна", card={"capacity": 1})
    waits = await town.mentor("Зайцева Анна Петровна", card={"state": MentorState.APPLICANT})
    bare = await town.person("Орлова Анна Петровна", Role.MENTOR)
    await pair(await town.mentee(), full)
    await town.mentor(organisation=town.other_school)
    assert await listed(town, Register.MENTORS) == [free, full, waits, bare]
    assert await listed(town, Register.MENTORS, load=Load.FREE) == [free]
    assert await listed(town, Register.MENTORS, load=Load.IDLE) == [free]
    assert await listed(town, Register.MENTORS, load=Load.FULL) == [full]
    assert await listed(town, Register.MENTORS, state="APPLICANT") == [waits]
    assert await listed(town, Register.MENTORS, state="NONE") == [bare]
    assert await listed(town, Register.MENTORS, topic="DIGITAL") == [free]
    assert await listed(town, Register.MENTORS, topic="CLASSROOM", load=Load.FULL) == [full]
    assert await listed(town, Register.MENTORS, source="GRADUATE") == [free]
    assert await listed(town, Register.MENTORS, form="HEAD_HEAD") == []
    await (await town.act(free))(share, Visibility.MUNICIPAL)
    await (await town.act(full))(stay_in_reserve, True)
    assert await listed(town, Register.MENTORS, town.municipal_curator, agreed="POOL") == [free]
    assert await listed(town, Register.MENTORS, agreed="RESERVE") == []
    await (await town.act(full))(pause, full)
    assert await listed(town, Register.MENTORS, agreed="RESERVE") == [full]
    curator = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-not-in-reserve"):
        await curator(call_again, free)
    await curator(call_again, full)
    [called] = await town.rows(Notice, Notice.kind == NoticeKind.CALLED_AGAIN)
    assert called.person_id == full
    await (await town.act(full))(resume, full)
    row = (await opened(town, Register.MENTORS, load=Load.FULL)).page.items[0]
    assert (row.places, row.load, row.free, row.official) == (1, 1, 0, "Громова А. П.")


async def test_it_lists_of_a_topic_the_confirmed_mentors_and_the_strong_first(town: Town) -> None:
    topics = {"topics": ["PROJECTS", "DIGITAL"]}
    weak = await town.mentor("Абрамова Анна Петровна", card=topics | {"strong_topics": ["DIGITAL"]})
    strong = await town.mentor("Яковлева Анна Петровна", card=topics | {"strong_topics": ["PROJECTS"]})
    waits = await town.mentor(card=topics | {"state": MentorState.APPLICANT})
    assert await listed(town, Register.MENTORS, topic="PROJECTS") == [strong, weak]
    assert await listed(town, Register.MENTORS, topic="PROJECTS", state="APPLICANT") == [waits]


async def test_it_lists_mentees_by_where_they_stand_and_how_long_they_wait(town: Town, ask, pair) -> None:
    waits, paired, new, idle = [await town.mentee(f"{name}а Анна Петровна") for name in ("Ан", "Бор", "Вор", "Гор")]
    await ask(waits, topics=("DIGITAL",))
    await pair(paired, await town.mentor("Лебедева Ирина Викторовна"))
    town.clock.moment += timedelta(days=8)
    await ask(new)
    assert await listed(town, Register.MENTEES) == [waits, paired, new, idle]
    assert await listed(town, Register.MENTEES, state=Standing.LOOKING) == [waits, new]
    assert await listed(town, Register.MENTEES, state=Standing.PAIRED) == [paired]
    assert await listed(town, Register.MENTEES, state=Standing.NEITHER) == [idle]
    assert await listed(town, Register.MENTEES, wait="7") == [waits]
    assert await listed(town, Register.MENTEES, wait="14") == []
    assert await listed(town, Register.MENTEES, topic="DIGITAL") == [waits]
    rows = {row.id: row for row in (await opened(town, Register.MENTEES)).page.items}
    assert rows[waits].days == 8 and rows[paired].mentors == ("Лебедева И. В.",)


async def test_it_names_a_mentor_once_who_works_with_somebody_in_a_pair_and_in_a_group(town: Town, pair) -> None:
    mentor, mentees = await town.mentor("Лебедева Ирина Викторовна"), [await town.mentee() for _ in range(2)]
    await pair(mentees[0], mentor)
    curator = await town.act(town.curator)
    await curator(groups.make_group, MentoringType.GROUP, [mentor], mentees, agreed=True)
    assert [row.mentors for row in (await opened(town, Register.MENTEES)).page.items] == [("Лебедева И. В.",)] * 2


async def test_it_counts_the_days_of_waiting_by_the_clock_of_each_school(town: Town, ask) -> None:
    """Eight calendar days are more than seven, however few hours they have: 23:30 in Moscow is the next day in Omsk."""
    east = await town.organisation("Школа № 1, Омск", parent=town.municipality, zone="Asia/Omsk")
    mentee, far = await town.mentee(), await town.mentee(organisation=east)
    town.clock.moment += timedelta(hours=13, minutes=30)
    for one in (mentee, far):
        await ask(one)
    town.clock.moment += timedelta(days=7, hours=1)
    assert await listed(town, Register.MENTEES, town.municipal_curator, wait="7") == [mentee]
    assert len(await listed(town, Register.REQUESTS, town.municipal_curator, wait="7")) == 1


async def test_it_lists_pairs_and_requests_by_state(town: Town, ask, pair) -> None:
    mentor = await town.mentor(card={"capacity": 5})
    made = [(await pair(await town.mentee(f"{name}ова Анна Петровна"), mentor)).id for name in ("Яш", "Ад", "Би")]
    await town.change(Mentorship, made[2], state=MentorshipState.TERMINATED)
    asked = [(await ask(await town.mentee(), topics=(topic,))).id for topic in ("DIGITAL", "CLASSROOM")]
    assert await listed(town, Register.PAIRS) == [made[1], made[0]]
    assert await listed(town, Register.PAIRS, state="APPROVED") == [made[1], made[0]]
    assert await listed(town, Register.PAIRS, state="ENDED") == [made[2]]
    assert await listed(town, Register.REQUESTS) == asked
    assert await listed(town, Register.REQUESTS, topic="DIGITAL", state="SUBMITTED") == asked[:1]
    assert await listed(town, Register.REQUESTS, state="CLOSED") == []


async def test_it_leafs_and_gives_the_nearest_page(town: Town) -> None:
    people = [await town.mentee(f"{chr(0x410 + number)}ва Анна Петровна") for number in range(10)]
    assert await listed(town, Register.MENTEES) == people[:8]
    assert await listed(town, Register.MENTEES, page=99) == people[8:]
    assert (await opened(town, Register.MENTEES, page=-3)).page.number == 0


async def test_it_hides_pupils_from_the_levels_above_and_says_how_many(town: Town, pair, ask) -> None:
    pupil = await town.mentee("Котова Мария Ивановна", kind=PersonKind.STUDENT, class_label="7 кл.")
    adult = await town.mentee("Алова Анна Петровна")
    mentor = await town.mentor(card={"capacity": 5})
    made = [(await pair(one, mentor)).id for one in (adult, pupil)]
    assert await listed(town, Register.MENTEES) == [adult, pupil]
    above = await opened(town, Register.MENTEES, town.municipal_curator)
    assert [row.id for row in above.page.items] == [adult] and above.hidden == 1
    pairs = await opened(town, Register.PAIRS, town.municipal_curator)
    assert [row.id for row in pairs.page.items] == made[:1] and pairs.hidden == 1
    async with town.database.read() as session:
        reader = await town.actor(town.municipal_curator)
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await queries.person_card(session, reader, pupil, town.clock.now())
        card = await queries.person_card(session, reader, mentor, town.clock.now())
        assert [one.id for one in card.pairs] == made[:1]
        exported = [
            row.id
            async for some in queries.register_rows(session, reader, Register.PAIRS, {}, town.clock.now())
            for row in some
        ]
    assert exported == made[:1]


async def test_it_keeps_to_the_scope(town: Town) -> None:
    ours, theirs = (
        await town.mentee("Алова Анна Петровна"),
        await town.mentee("Яшина Анна Петровна", organisation=town.other_school),
    )
    region = await town.organisation("Ярославская область", OrgKind.REGION)
    await town.change(Organisation, town.municipality, parent_id=region)
    regional = await town.person("Громова Инна Олеговна", Role.CURATOR_REGIONAL, organisation=region)
    assert await listed(town, Register.MENTEES) == [ours]
    for above in (town.municipal_curator, regional):
        assert await listed(town, Register.MENTEES, above) == [ours, theirs]
        assert await listed(town, Register.MENTEES, above, school=str(town.other_school)) == [theirs]
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await listed(town, Register.MENTEES, school=str(town.other_school))
    for outsider in (ours, await town.mentor()):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await listed(town, Register.MENTEES, outsider)
        async with town.database.read() as session:
            with pytest.raises(ProgrammeError, match="error-no-access"):
                await queries.scope_of(session, await town.actor(outsider))
            with pytest.raises(ProgrammeError, match="error-no-access"):
                await queries.person_card(session, await town.actor(outsider), theirs, town.clock.now())


@pytest.mark.parametrize(
    "values",
    [{"STATE": "ROBBED"}, {"WAIT": "3"}, {"NAME": "x"}, {"SCHOOL": "-1"}, {"SCHOOL": "1 OR 1"}, {"TOPIC": "%"}],
)
def test_it_refuses_a_forged_filter(values: dict[str, str]) -> None:
    with pytest.raises(ProgrammeError, match="error-gone"):
        checked(Register.MENTORS, values)


def test_it_knows_the_facets_of_every_register() -> None:
    assert checked(Register.REQUESTS, {"WAIT": "3", "SCHOOL": "7"}) == {Facet.WAIT: "3", Facet.SCHOOL: "7"}
