"""Buttons under messages, buttons instead of a keyboard, and what taps are answered with."""

from playwright.async_api import expect

from tests.pages.parts import IN_BROWSER, first, keyboard

pytestmark = IN_BROWSER


async def test_it_lays_buttons_out_in_rows(open_page, bot, mentee, screenshot):
    days = [[str(week * 7 + day) for day in range(1, 8)] for week in range(4)]
    long = "Длинная подпись кнопки, которая никак не помещается в одну строку"
    await bot.send(mentee, "Выберите день", reply_markup=keyboard(*days, ["Назад", "Меню"], [long]))
    page = await open_page()
    for width in (1440, 1024, 390):
        await page.set_viewport_size({"width": width, "height": 844})
        rows = first(page).locator(".keys-row")
        await expect(rows).to_have_count(6)
        fits = "(keys) => keys.every((key) => key.scrollWidth <= key.clientWidth)"
        assert await first(page).locator(".key").evaluate_all(fits)
        tops = await rows.first.locator(".key").evaluate_all("(keys) => keys.map((key) => key.offsetTop)")
        assert len(set(tops)) == 1
    await screenshot(page)


async def test_it_keeps_a_button_busy_until_the_bot_answers(open_page, bot, mentee, screenshot):
    await bot.send(mentee, "Встреча состоялась?", reply_markup=keyboard(["Да", "Нет"]))
    page = await open_page()
    yes = first(page).get_by_role("button", name="Да", exact=True)
    await yes.click()
    query = await bot.hears("callback_query")
    await expect(yes).to_have_attribute("aria-busy", "true")
    await screenshot(page)
    await bot.call("answerCallbackQuery", callback_query_id=query["id"])
    await expect(yes).not_to_have_attribute("aria-busy", "true")
    assert query["data"] == "Да"


async def test_it_frees_a_button_whose_message_changed_before_the_answer(open_page, bot, mentee):
    message_id = await bot.send(mentee, "Темы", reply_markup=keyboard(["Разбор уроков"], ["Готово"]))
    page = await open_page()
    ready = first(page).get_by_role("button", name="Готово", exact=True)
    await ready.click()
    query = await bot.hears("callback_query")
    change = {"chat_id": mentee.id, "message_id": message_id, "text": "Отметьте хотя бы одну тему"}
    await bot.call("editMessageText", **change, reply_markup=keyboard(["Разбор уроков"], ["Готово"]))
    await expect(first(page).get_by_text("Отметьте хотя бы одну тему")).to_be_visible()
    await expect(ready).to_have_attribute("aria-busy", "true")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"])
    await expect(ready).not_to_have_attribute("aria-busy", "true")


async def test_it_shows_an_answer_as_a_toast_over_its_phone(open_page, bot, mentee, screenshot):
    await bot.send(mentee, "Встреча состоялась?", reply_markup=keyboard(["Да"]))
    page = await open_page()
    await first(page).get_by_role("button", name="Да", exact=True).click()
    query = await bot.hears("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Уже записано")
    toast = first(page).get_by_role("status").get_by_text("Уже записано")
    await expect(toast).to_be_visible()
    await screenshot(page)
    await toast.click()
    await expect(toast).to_have_count(0)


async def test_it_shows_an_alert_as_a_dialog(open_page, bot, mentee, screenshot):
    await bot.send(mentee, "Выберите наставника", reply_markup=keyboard(["Ирина Викторовна"]))
    page = await open_page()
    await first(page).locator(".key").click()
    query = await bot.hears("callback_query")
    words = "Свободного места уже нет: Ирина Викторовна."
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text=words, show_alert=True)
    dialog = page.get_by_role("alertdialog")
    await expect(dialog).to_contain_text(words)
    await screenshot(page)
    await page.keyboard.press("Enter")
    await expect(dialog).to_have_count(0)


async def test_it_keeps_the_focus_when_the_pressed_message_changes(open_page, bot, mentee):
    message_id = await bot.send(mentee, "Шаг 1", reply_markup=keyboard(["Назад", "Дальше"]))
    page = await open_page()
    await first(page).get_by_role("button", name="Дальше").focus()
    await page.keyboard.press("Enter")
    query = await bot.hears("callback_query")
    step = {"chat_id": mentee.id, "message_id": message_id, "text": "Шаг 2"}
    await bot.call("editMessageText", **step, reply_markup=keyboard(["Назад", "Готово"]))
    await bot.call("answerCallbackQuery", callback_query_id=query["id"])
    await expect(first(page).get_by_role("button", name="Готово")).to_be_focused()


async def test_it_opens_addresses_in_a_new_tab(open_page, bot, mentee):
    markup = {"inline_keyboard": [[{"text": "Календарь", "url": "https://example.org/feed"}]]}
    await bot.send(mentee, 'Читайте <a href="https://example.org/rules">положение</a>', reply_markup=markup)
    page = await open_page()
    for name in ("Календарь", "положение"):
        link = first(page).get_by_role("link", name=name)
        await expect(link).to_have_attribute("target", "_blank")
        await expect(link).to_have_attribute("rel", "noopener noreferrer")
    await expect(first(page).get_by_role("link", name="Календарь")).to_have_attribute(
        "href", "https://example.org/feed"
    )


async def test_it_offers_reply_buttons_until_they_are_removed(open_page, bot, mentee, screenshot):
    await bot.hears()
    rows = [[{"text": "Отправить контакт", "request_contact": True}], [{"text": "Не сейчас"}]]
    await bot.send(mentee, "Поделитесь контактом", reply_markup={"keyboard": rows})
    page = await open_page()
    replies = first(page).get_by_role("group", name="Кнопки ответа")
    await expect(replies.get_by_role("button")).to_have_text(["Отправить контакт", "Не сейчас"])
    await screenshot(page)
    await replies.get_by_role("button", name="Не сейчас").click()
    assert (await bot.hears())["text"] == "Не сейчас"
    await replies.get_by_role("button", name="Отправить контакт").click()
    assert (await bot.hears())["contact"]["user_id"] == mentee.id
    await bot.send(mentee, "Спасибо", reply_markup={"remove_keyboard": True})
    await expect(replies).to_be_hidden()
