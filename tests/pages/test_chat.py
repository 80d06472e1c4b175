"""Reading and writing in a chat."""

from datetime import timedelta

from playwright.async_api import Page, expect

from tests.pages.parts import IN_BROWSER, first

pytestmark = IN_BROWSER

DISTANCE = "(box) => box.scrollHeight - box.scrollTop - box.clientHeight"


async def fill_chat(bot, person, count: int = 30) -> list[int]:
    return [await bot.send(person, f"Строка {number}\nи ещё одна строка") for number in range(count)]


async def scroll_up(page: Page) -> None:
    """Puts the list of the first phone 600 points above its end and waits until the page has taken notice."""
    await first(page).locator(".messages").evaluate("(box) => { box.scrollTop -= 600; }")
    await expect(first(page).get_by_role("button", name="К последним сообщениям")).to_be_visible()


async def test_it_sends_on_enter_and_breaks_a_line_on_shift_enter(open_page, bot, mentee):
    await bot.hears()
    page = await open_page()
    line = first(page).get_by_label("Сообщение", exact=True)
    await line.click()
    await page.keyboard.type("Добрый день!")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("Когда встреча?")
    await page.keyboard.press("Enter")
    assert (await bot.hears())["text"] == "Добрый день!\nКогда встреча?"
    await expect(line).to_have_value("")
    await expect(line).to_be_focused()
    await expect(first(page).locator(".from-person").last).to_contain_text("Когда встреча?")


async def test_it_does_not_send_blanks(open_page, mentee):
    page = await open_page()
    await first(page).get_by_label("Сообщение", exact=True).fill("   ")
    await expect(first(page).get_by_role("button", name="Отправить")).to_be_disabled()


async def test_it_keeps_a_text_that_could_not_be_sent(open_page, mentee, complaints):
    page = await open_page()
    await page.route("**/say", lambda route: route.abort("internetdisconnected"))
    line = first(page).get_by_label("Сообщение", exact=True)
    await line.fill("Не потеряйте меня")
    await page.keyboard.press("Enter")
    await expect(first(page).locator(".toast")).to_have_text("Не отправлено. Попробуйте ещё раз.")
    await expect(line).to_have_value("Не потеряйте меня")
    assert "ERR_INTERNET_DISCONNECTED" in complaints.pop()


async def test_it_shows_a_message_as_soon_as_the_bot_sends_it(open_page, bot, mentee):
    page = await open_page()
    await bot.send(mentee, "Завтра, <b>вт 13 октября</b>, 15:30")
    message = first(page).locator(".from-bot").last
    await expect(message).to_contain_text("Завтра, вт 13 октября, 15:30")
    await expect(message.locator("strong")).to_have_text("вт 13 октября")
    await expect(message.locator("time")).to_have_text("08:00")


async def test_it_edits_in_place_without_losing_the_place(open_page, bot, mentee):
    ids = await fill_chat(bot, mentee)
    page = await open_page()
    await expect(first(page).get_by_text("Строка 29")).to_be_visible()
    await scroll_up(page)
    before = await first(page).locator(".messages").evaluate("(box) => box.scrollTop")
    keyboard = {"inline_keyboard": [[{"text": "Меню", "callback_data": "menu"}]]}
    await bot.call("editMessageText", chat_id=mentee.id, message_id=ids[-1], text="Стало иначе", reply_markup=keyboard)
    edited = first(page).locator(f'[data-id="{ids[-1]}"]')
    await expect(edited).to_contain_text("Стало иначе")
    await expect(edited.locator(".foot")).to_contain_text("изменено")
    await expect(first(page).locator(".messages")).to_have_js_property("scrollTop", before)
    await expect(first(page).get_by_role("button", name="новое")).to_be_hidden()


async def test_it_sticks_to_the_bottom(open_page, bot, mentee):
    await fill_chat(bot, mentee)
    page = await open_page()
    await bot.send(mentee, "Самое новое")
    await expect(first(page).get_by_text("Самое новое")).to_be_in_viewport()
    assert await first(page).locator(".messages").evaluate(DISTANCE) <= 1


async def test_it_tells_of_news_below_a_reader_who_went_up(open_page, bot, mentee, screenshot):
    await fill_chat(bot, mentee)
    page = await open_page()
    await expect(first(page).get_by_text("Строка 29")).to_be_visible()
    await scroll_up(page)
    await bot.send(mentee, "Самое новое")
    pill = first(page).get_by_role("button", name="новое")
    await expect(pill).to_be_visible()
    await expect(first(page).get_by_text("Самое новое")).not_to_be_in_viewport()
    await screenshot(page)
    await pill.click()
    await expect(first(page).get_by_text("Самое новое")).to_be_in_viewport()
    await expect(pill).to_be_hidden()


async def test_it_leaves_a_reader_where_they_went_before_it_heard_of_it(open_page, bot, mentee):
    await fill_chat(bot, mentee)
    page = await open_page()
    await expect(first(page).get_by_text("Строка 29")).to_be_in_viewport()
    await page.evaluate("addEventListener('scroll', (window.deaf = (event) => event.stopImmediatePropagation()), true)")
    await first(page).locator(".messages").evaluate("(box) => { box.scrollTop -= 600; }")
    await bot.send(mentee, "Самое новое")
    await expect(first(page).get_by_role("button", name="новое")).to_be_visible()
    await expect(first(page).get_by_text("Самое новое")).not_to_be_in_viewport()
    await page.evaluate("removeEventListener('scroll', window.deaf, true)")


async def test_it_takes_deleted_messages_away(open_page, bot, mentee):
    page = await open_page()
    message_id = await bot.send(mentee, "Это исчезнет")
    await expect(first(page).get_by_text("Это исчезнет")).to_be_visible()
    await bot.call("deleteMessage", chat_id=mentee.id, message_id=message_id)
    await expect(first(page).get_by_text("Это исчезнет")).to_have_count(0)


async def test_it_separates_days(open_page, bot, mentee, clock):
    await bot.send(mentee, "Понедельник")
    clock.moment += timedelta(days=1, hours=1)
    await bot.send(mentee, "Вторник")
    page = await open_page()
    await expect(first(page).locator(".day")).to_have_text(["пн, 12 октября", "вт, 13 октября"])


async def test_it_offers_the_bots_commands(open_page, bot, mentee, screenshot):
    await bot.hears()
    commands = {"menu": "Главное меню", "privacy": "Мои данные"}
    await bot.call("setMyCommands", commands=[{"command": c, "description": d} for c, d in commands.items()])
    page = await open_page()
    await first(page).get_by_role("button", name="Меню").click()
    await screenshot(page)
    await page.get_by_role("menuitem", name="Мои данные").click()
    assert (await bot.hears())["text"] == "/privacy"


async def test_it_says_a_command_that_stands_in_a_text(open_page, bot, mentee):
    await bot.hears()
    await bot.send(mentee, "Отозвать можно в любой момент: /privacy")
    page = await open_page()
    await first(page).get_by_role("button", name="/privacy").click()
    assert (await bot.hears())["text"] == "/privacy"


async def test_it_shows_what_people_write_as_they_wrote_it(open_page, mentee):
    await mentee.say("<img src=x onerror=alert(1)> & <b>не жирно</b>")
    page = await open_page()
    bubble = first(page).locator(".from-person").last
    await expect(bubble.locator(".text")).to_have_text("<img src=x onerror=alert(1)> & <b>не жирно</b>")
    await expect(bubble.locator("img, strong")).to_have_count(0)


async def test_it_builds_nothing_that_is_not_on_its_list(open_page, complaints):
    page = await open_page()
    html = (
        '<b class="x">b</b><i>i</i><u>u</u><s>s</s><code>c</code><pre>p</pre><blockquote>q</blockquote><br>'
        '<a href="https://example.org/" title="t">a</a><a href="javascript:alert(1)">j</a><tg-spoiler>z</tg-spoiler>'
        "<iframe></iframe><style>*{}</style><svg><path></path></svg><form><input></form>текст"
    )
    built = await page.evaluate(
        """async (html) => {
          const { richText } = await import("/static/rich.js");
          const box = document.createElement("div");
          box.append(...richText(html, { link: () => false, command: () => {} }));
          return { tags: [...box.querySelectorAll("*")].map((one) => one.localName), text: box.textContent };
        }""",
        html,
    )
    assert built["tags"] == ["strong", "em", "u", "s", "code", "pre", "blockquote", "br", "a", "span", "span"]
    assert all("Applying inline style violates" in refusal for refusal in complaints)
    complaints.clear()
    assert built["text"] == "biuscpqajzтекст"


async def test_it_uncovers_a_spoiler(open_page, bot, mentee):
    await bot.send(mentee, "Ответ: <tg-spoiler>сорок два</tg-spoiler>")
    page = await open_page()
    await first(page).get_by_role("button", name="Показать скрытое").click()
    await expect(first(page).get_by_role("button", name="Показать скрытое")).to_have_count(0)
    await expect(first(page).get_by_text("сорок два")).to_be_visible()
