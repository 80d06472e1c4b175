"""Coming in through the chat: a link, the list of schools, refusals, bad input."""

from sqlalchemy import func, select

from bot.fsm import DialogRow
from bot.sandbox.person import Person as Phone
from models.audit import Effect
from models.people import invitations
from models.people.tables import Account, Consent, Invitation, Person, RoleGrant
from models.terms import Role
from tests.people.phone import press, write
from tests.play import Play
from tests.town import Town

NAME = "Новикова Дарья Ильинична"


async def link(town: Town, role: Role = Role.MENTEE, uses: int = 1) -> str:
    """The code of an invitation by the school's curator."""
    issued = await (await town.act(town.curator))(invitations.invite, role, town.school, uses, 14)
    return issued.code


async def opened(play: Play, payload: str | None = None, language_code: str = "ru") -> Phone:
    """A stranger who has pressed «Start», with a link's code or without."""
    phone = play.stranger(language_code=language_code)
    await phone.start(payload)
    await play.settle()
    return phone


async def test_it_takes_a_mentee_in_by_a_link_in_four_taps_and_a_name(play: Play, town: Town) -> None:
    phone = await opened(play, await link(town))
    assert "Школа № 25" in phone.last.text
    await press(play, phone, "Начать", "Мне есть 18")
    assert "До 31.08.2027" in phone.last.text
    await press(play, phone, "Полный текст", "Назад", "Даю согласие")
    await write(play, phone, NAME)
    assert "Дарья Ильинична" in phone.last.text
    assert "Найти наставника" in phone.buttons
    [person] = await town.rows(Person, Person.family_name == "Новикова")
    [consent] = await town.rows(Consent, Consent.person_id == person.id)
    assert consent.given_at == town.clock.now()


async def test_it_takes_a_mentor_in_by_the_list_and_the_curator_confirms_by_one_tap(play: Play, town: Town) -> None:
    marina = await play.person(town.curator)
    phone = await opened(play)
    await press(play, phone, "Начать", "Школа № 25", "Мне есть 18", "Даю согласие", "Хочу помогать")
    await write(play, phone, NAME)
    assert "Марина Петровна" in "".join(message.text for message in phone.messages)
    await press(play, phone, "разбор уроков", "оценивание", "методика", "цифровые", "Готово")
    assert "Карточка у куратора" in phone.last.text
    assert "Новикова Д. И." in marina.last.text
    assert "разбор уроков, оценивание, методика предмета" in marina.last.text
    await press(play, marina, "Подтвердить")
    assert "В списке наставников" in marina.last.text
    assert "Карточка подтверждена" in phone.last.text


async def test_it_admits_a_mentee_from_the_list_by_one_tap_pressed_twice(play: Play, town: Town) -> None:
    marina = await play.person(town.curator)
    phone = await opened(play)
    await press(play, phone, "Начать", "Школа № 25", "Мне есть 18", "Даю согласие", "Ищу наставника")
    await write(play, phone, NAME)
    assert "Участие подтверждает Марина Петровна" in phone.last.text
    [grant] = await town.rows(RoleGrant, RoleGrant.admitted_at.is_(None))
    asked = marina.last
    data = f"p-adm:{grant.id}:1"
    await marina.tap_data(data, asked)
    await marina.tap_data(data, asked)
    await play.settle()
    assert "В программе: Новикова Д. И." in marina.last.text
    assert "Найти наставника" in phone.buttons


async def test_it_stores_nothing_of_whoever_refuses(play: Play, town: Town) -> None:
    phone = await opened(play)
    await press(play, phone, "Начать", "Школа № 37", "Мне есть 18", "Не даю согласия")
    assert "ничего не сохранено" in phone.last.text
    assert phone.last.buttons == []
    assert await remains(town, phone.id) == []


async def test_it_tells_a_minor_kindly_and_stores_nothing(play: Play, town: Town) -> None:
    phone = await opened(play)
    await press(play, phone, "Начать", "Школа № 37", "Мне нет 18")
    assert "вместе с родителями" in phone.last.text
    assert await remains(town, phone.id) == []


async def remains(town: Town, account: int) -> list[str]:
    """What the database still knows of an account."""
    async with town.database.read() as session:
        dialogs = list(await session.scalars(select(DialogRow.key).where(DialogRow.key.contains(str(account)))))
        accounts = await session.scalar(
            select(func.count()).select_from(Account).where(Account.external_id == str(account))
        )
        effects = await session.scalar(select(func.count()).select_from(Effect))
    return [*dialogs, *["account"] * (accounts or 0), *["effect"] * (effects or 0)]


async def test_it_asks_again_for_what_is_no_name_and_loses_nothing(play: Play, town: Town) -> None:
    phone = await opened(play, await link(town))
    await press(play, phone, "Начать", "Мне есть 18", "Даю согласие")
    for wrong in ("😀", "<b>Анна</b> & Ко", "Анна", "я" * 4096):
        await write(play, phone, wrong)
        assert "Кузнецова Ольга Сергеевна" in phone.last.text
    await phone.send_sticker()
    await play.settle()
    await write(play, phone, NAME)
    assert len(await town.rows(Person, Person.family_name == "Новикова")) == 1


async def test_it_says_in_one_sentence_what_is_wrong_with_a_link(play: Play, town: Town) -> None:
    code = await link(town)
    first = await opened(play, code)
    await press(play, first, "Начать", "Мне есть 18", "Даю согласие")
    await write(play, first, NAME)
    late = await opened(play, code)
    assert "По этой ссылке уже вошли" in late.messages[-2].text
    assert "Начать" in late.buttons
    lost = await opened(play, "no-such-code")
    assert "Такой ссылки нет" in lost.messages[-2].text


async def test_it_lets_only_one_of_two_finish_with_a_one_time_link(play: Play, town: Town) -> None:
    code = await link(town)
    first, second = await opened(play, code), await opened(play, code)
    for phone in (first, second):
        await press(play, phone, "Начать", "Мне есть 18", "Даю согласие")
    await write(play, first, NAME)
    await write(play, second, "Белова Ирина Олеговна")
    assert any("уже вошли" in message.text for message in second.messages)
    assert not await town.rows(Person, Person.family_name == "Белова")
    [invitation] = await town.rows(Invitation)
    assert invitation.uses_left == 0


async def test_it_answers_a_sticker_where_a_tap_is_expected(play: Play, town: Town) -> None:
    phone = await opened(play)
    await phone.send_sticker()
    await play.settle()
    assert any("нужна кнопка" in message.text for message in phone.messages)
    assert "Начать" in phone.buttons


async def test_it_speaks_english_to_an_english_client_and_can_be_changed(play: Play, town: Town) -> None:
    phone = await opened(play, await link(town), language_code="en")
    assert "Hello!" in phone.last.text
    await press(play, phone, "Русский")
    assert "Здравствуйте!" in phone.last.text
    await press(play, phone, "English", "Begin", "I am 18", "I consent")
    await write(play, phone, "😀")
    assert "Kuznetsova" in phone.last.text
    await write(play, phone, "Brown Anna")
    assert "good morning" in phone.last.text
    [person] = await town.rows(Person, Person.family_name == "Brown")
    assert person.locale == "en"


async def test_it_searches_the_list_of_schools(play: Play, town: Town) -> None:
    phone = await opened(play)
    await press(play, phone, "Начать")
    await write(play, phone, "37")
    assert [button for button in phone.buttons if "Школа" in button] == ["Школа № 37"]
    await write(play, phone, "<Хогвартс>")
    assert "школа не нашлась" in phone.last.text
    await press(play, phone, "Все школы")
    assert "Школа № 25" in phone.buttons


async def test_it_goes_on_with_the_draft_after_a_restart(play: Play, town: Town) -> None:
    phone = await opened(play, await link(town))
    await press(play, phone, "Начать", "Мне есть 18", "Даю согласие")
    await play.restart()
    await write(play, phone, NAME)
    assert len(await town.rows(Person, Person.family_name == "Новикова")) == 1
