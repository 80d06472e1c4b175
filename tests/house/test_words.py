"""How texts and moments are put into words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from handlers.words import Words, known_locale

NOW = datetime(2026, 10, 12, 7, 0, tzinfo=UTC)


@pytest.fixture
def words() -> Words:
    return Words("ru", ZoneInfo("Europe/Moscow"), NOW)


def test_it_escapes_what_people_wrote_and_leaves_markup_as_it_is(words: Words) -> None:
    assert "&lt;b&gt;&amp;" in words.text("notices-repeated", text="<b>&")
    assert "<b>да</b>" in words.text("notices-repeated", text=Markup("<b>да</b>"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ответит Кузнецова О. С..", "Ответит Кузнецова О. С."),
        ("Кузнецова О. С.. Ждёт", "Кузнецова О. С. Ждёт"),
        ("Кузнецова О. С. ждёт", "Кузнецова О. С. ждёт"),
        ("ну.. да", "ну.. да"),
        ("О. С...", "О. С..."),
    ],
)
def test_it_ends_a_sentence_with_one_stop_after_initials(words: Words, text: str, said: str) -> None:
    assert words.label("notices-repeated", text=text).startswith(said + "\n")


def test_it_says_what_people_write_even_where_it_looks_like_its_own_marks(words: Words) -> None:
    said = words.label("meetings-reminder", when_first="\ue000place\ue001", partner="{ $place }", place="X", method="Y")
    assert said == "⏰ <b>\ue000place\ue001</b>\nВстреча: { $place } · X · Y"


def test_it_takes_words_as_long_as_a_message(words: Words) -> None:
    assert ("&lt;" * 3500 + "\n") in words.text("notices-repeated", text="<" * 3500)


def test_it_says_near_days_with_their_word(words: Words) -> None:
    assert words.when(NOW + timedelta(hours=1)) == "сегодня, пн 12 октября, 11:00"
    assert words.when(NOW + timedelta(days=1)) == "завтра, вт 13 октября, 10:00"
    assert words.when(NOW - timedelta(days=1)) == "вчера, вс 11 октября, 10:00"
    assert words.when(NOW + timedelta(days=2)) == "ср 14 октября, 10:00"


def test_it_says_moments_in_the_persons_zone() -> None:
    there = Words("ru", ZoneInfo("Asia/Yakutsk"), NOW)
    late = datetime(2026, 10, 12, 16, 30, tzinfo=UTC)
    assert there.when(late) == "завтра, вт 13 октября, 01:30"
    assert there.time(late) == "01:30"


def test_it_says_the_year_of_far_days_only(words: Words) -> None:
    assert words.day(NOW + timedelta(days=200)) == "пт 30 апреля"
    assert words.day(NOW + timedelta(days=400)) == "вт 16 ноября 2027"


@pytest.mark.parametrize(("code", "locale"), [("ru", "ru"), ("en-GB", "en"), ("EN", "en"), ("de", "ru"), (None, "ru")])
def test_it_speaks_russian_to_whom_it_cannot_answer_otherwise(code: str | None, locale: str) -> None:
    assert known_locale(code) == locale
