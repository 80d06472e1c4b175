"""Pictures, voice notes, files, contacts and stickers, in both directions."""

from playwright.async_api import Page, expect

from tests.pages.parts import IN_BROWSER, first, png

pytestmark = IN_BROWSER


async def attach(page: Page, what: str, name: str, kind: str, content: bytes) -> None:
    await first(page).get_by_role("button", name="Прикрепить").click()
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("menuitem", name=what, exact=True).click()
    chooser = await choosing.value
    await chooser.set_files({"name": name, "mimeType": kind, "buffer": content})


async def test_it_sends_a_photo_and_shows_it(open_page, bot, mentee):
    await bot.hears()
    page = await open_page()
    await attach(page, "Фото", "lesson.png", "image/png", png())
    assert (await bot.hears())["photo"]
    image = first(page).locator(".from-person img")
    await expect(image).to_have_js_property("naturalWidth", 320)


async def test_it_shows_a_picture_of_the_bot_at_the_bottom(open_page, bot, mentee, screenshot):
    for number in range(12):
        await bot.send(mentee, f"Строка {number}\nи вторая")
    await bot.send_file(mentee, "sendPhoto", "photo", ("chart.png", png(640, 400)), caption="Встречи за сентябрь")
    page = await open_page()
    await expect(first(page).locator(".from-bot img")).to_have_js_property("complete", True)
    await expect(first(page).get_by_text("Встречи за сентябрь")).to_be_in_viewport()
    await screenshot(page)


async def test_it_sends_a_file(open_page, bot, mentee):
    await bot.hears()
    page = await open_page()
    await attach(page, "Файл", "план.txt", "text/plain", b"x" * 2048)
    assert (await bot.hears())["document"]["file_name"] == "план.txt"
    await expect(first(page).get_by_role("link", name="план.txt")).to_contain_text("2 КБ")


async def test_it_lets_the_bots_file_be_saved(open_page, bot, mentee):
    await bot.send_file(mentee, "sendDocument", "document", ("Справка.docx", b"PK" * 700), caption="Справка готова.")
    page = await open_page()
    async with page.expect_download() as saving:
        await first(page).get_by_role("link", name="Справка.docx").click()
    saved = await saving.value
    assert saved.suggested_filename == "Справка.docx"


async def test_it_sends_a_voice_note_from_a_file(open_page, bot, mentee):
    await bot.hears()
    page = await open_page()
    await attach(page, "Голосовое из файла", "note.ogg", "audio/ogg", b"OggS" + bytes(60))
    assert (await bot.hears())["voice"]["file_id"]
    await expect(first(page).locator(".from-person audio")).to_be_visible()


async def test_it_records_a_voice_note(open_page, bot, mentee, screenshot):
    await bot.hears()
    page = await open_page()
    await first(page).get_by_role("button", name="Прикрепить").click()
    await page.get_by_role("menuitem", name="Записать голосовое").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Идёт запись")
    await screenshot(page)
    await dialog.get_by_role("button", name="Отправить").click()
    assert (await bot.hears())["voice"]["file_size"] > 0
    await expect(first(page).locator(".from-person audio")).to_be_visible()


async def test_it_throws_a_cancelled_recording_away(open_page, bot, mentee):
    await bot.hears()
    page = await open_page()
    await first(page).get_by_role("button", name="Прикрепить").click()
    await page.get_by_role("menuitem", name="Записать голосовое").click()
    await page.get_by_role("dialog").get_by_role("button", name="Отмена").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await mentee.say("Дальше")
    assert "voice" not in await bot.hears()


async def test_it_shares_the_own_contact(open_page, bot, mentee):
    await bot.hears()
    page = await open_page()
    await first(page).get_by_role("button", name="Прикрепить").click()
    await page.get_by_role("menuitem", name="Свой контакт").click()
    assert (await bot.hears())["contact"]["first_name"] == "Ольга"
    await expect(first(page).locator(".from-person .card")).to_contain_text("Ольга Сергеевна")


async def test_it_sends_a_sticker(open_page, bot, mentee, screenshot):
    await bot.hears()
    page = await open_page()
    await first(page).get_by_role("button", name="Прикрепить").click()
    await page.get_by_role("menuitem", name="Стикер").click()
    await screenshot(page)
    await page.get_by_role("button", name="Стикер 🎉").click()
    assert (await bot.hears())["sticker"]["emoji"] == "🎉"
    await expect(first(page).get_by_role("img", name="Стикер 🎉")).to_be_visible()
