"""Who is in the chats: switching, newcomers, invitations, blocking, unread marks."""

from playwright.async_api import expect

from tests.pages.parts import IN_BROWSER, phone

pytestmark = IN_BROWSER


async def test_it_starts_the_bot_for_a_newcomer(open_page, bot):
    page = await open_page()
    await phone(page, "Ольга Сергеевна").get_by_role("button", name="Запустить").click()
    assert (await bot.hears())["text"] == "/start"
    await expect(phone(page, "Ольга Сергеевна").locator(".from-person")).to_contain_text("/start")
    await expect(phone(page, "Ольга Сергеевна").get_by_role("button", name="Запустить")).to_be_hidden()


async def test_it_starts_the_bot_with_a_whole_invitation_link(open_page, bot):
    page = await open_page()
    mentee = phone(page, "Ольга Сергеевна")
    await mentee.get_by_label("Код или ссылка").fill("https://t.me/nastavnik_demo_bot?start=join_7-Ab")
    await mentee.get_by_role("button", name="Запустить").click()
    assert (await bot.hears())["text"] == "/start join_7-Ab"


async def test_it_says_why_a_code_cannot_be_one(open_page, sandbox):
    page = await open_page()
    mentee = phone(page, "Ольга Сергеевна")
    await mentee.get_by_label("Код или ссылка").fill("школа 25")
    await mentee.get_by_role("button", name="Запустить").click()
    await expect(mentee.get_by_role("alert")).to_contain_text("латинские буквы")
    assert sandbox.pending_updates == []


async def test_it_opens_a_running_chat_with_an_invitation(open_page, bot, mentee):
    assert (await bot.hears())["text"] == "/start"
    page = await open_page()
    await phone(page, mentee.name).get_by_role("button", name="Ещё").click()
    await page.get_by_role("menuitem", name="Открыть по приглашению").click()
    await page.get_by_role("dialog").get_by_label("Код или ссылка").fill("second")
    await page.keyboard.press("Enter")
    assert (await bot.hears())["text"] == "/start second"


async def test_it_makes_a_new_person(open_page, bot):
    page = await open_page()
    await page.get_by_role("button", name="Марина Петровна").click()
    await page.get_by_role("menuitem", name="Новый человек").click()
    await page.get_by_label("Имя").fill("Анна Титова")
    await page.get_by_label("Язык Telegram").select_option("en")
    await page.get_by_role("button", name="Добавить").click()
    await phone(page, "Анна Титова").get_by_role("button", name="Запустить").click()
    heard = await bot.hears()
    assert (heard["from"]["first_name"], heard["from"]["language_code"]) == ("Анна", "en")


async def test_it_opens_the_bots_own_link_as_somebody_else_beside(open_page, bot, mentee, people, screenshot):
    await bot.hears()
    await bot.send(mentee, "Приглашение: https://t.me/nastavnik_demo_bot?start=guest_1")
    page = await open_page()
    await phone(page, mentee.name).get_by_role("link").click()
    await page.get_by_label("Кто её откроет?").select_option(str(people[3].id))
    await screenshot(page)
    await page.get_by_role("button", name="Открыть", exact=True).click()
    heard = await bot.hears()
    assert (heard["from"]["id"], heard["text"]) == (people[3].id, "/start guest_1")
    await expect(page.locator(".who strong")).to_have_text([person.name for person in people])


async def test_it_marks_news_in_chats_that_are_out_of_view(open_page, bot, people):
    await people[3].start()
    page = await open_page()
    await bot.send(people[3], "Согласие подписано?")
    await bot.send(people[3], "Ждём вас")
    await expect(phone(page, "Ольга Сергеевна").get_by_label("Новое в других чатах: 2")).to_be_visible()
    await expect(page).to_have_title("(2) Песочница наставника")
    await page.get_by_role("button", name="Ольга Сергеевна").click()
    item = page.get_by_role("menuitemradio", name="Пётр Ильич")
    await expect(item.locator(".badge")).to_have_text("2")
    await item.click()
    await expect(page.get_by_label("Новое в других чатах")).to_have_count(0)
    await expect(page).to_have_title("Песочница наставника")


async def test_it_blocks_and_unblocks_the_bot(open_page, bot, mentee, screenshot):
    page = await open_page()
    mine = phone(page, mentee.name)
    await mine.get_by_role("button", name="Ещё").click()
    await page.get_by_role("menuitem", name="Заблокировать бота").click()
    assert (await bot.hears("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    await expect(mine.get_by_text("Бот заблокирован")).to_be_visible()
    await expect(mine.get_by_label("Сообщение", exact=True)).to_be_hidden()
    await screenshot(page)
    await mine.get_by_role("button", name="Разблокировать").click()
    assert (await bot.hears("my_chat_member"))["new_chat_member"]["status"] == "member"
    await expect(mine.get_by_label("Сообщение", exact=True)).to_be_visible()


async def test_it_can_be_used_by_keyboard_alone(open_page, bot, people):
    page = await open_page()
    who = page.get_by_role("button", name="Ольга Сергеевна")
    await who.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitemradio", name="Ольга Сергеевна")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(who).to_be_focused()
    await page.keyboard.press("Enter")
    for _ in range(3):
        await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Пётр Ильич")).to_be_focused()
    await phone(page, "Пётр Ильич").get_by_label("Код или ссылка").focus()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    assert (await bot.hears())["from"]["id"] == people[3].id
