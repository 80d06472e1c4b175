"""How the week's numbers are said: words agree with them, and what did not happen is not spoken of."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.words import Words

WORDS = Words("ru", ZoneInfo("Europe/Moscow"), datetime(2026, 10, 12, 7, 0, tzinfo=UTC))
WEEK = {"period": "12–18 октября", "school": "Школа № 25", "place": "г. Ярославль"}

REST = (
    *("held", "planned", "no_show", "held_before", "planned_before", "ahead", "waiting", "requests", "matched"),
    *("answered", "asked", "share", "mentees", "mentors", "opened", "closed"),
    *("has_late", "late", "has_cover", "cover"),
)


@pytest.mark.parametrize(
    ("key", "facts", "said"),
    [
        ("oversight-line-late-school", {"name": "№ 7", "count": 1, "whole": 12}, "№ 7: не отмечена 1 встреча из 12"),
        ("oversight-line-late-school", {"name": "№ 7", "count": 5, "whole": 12}, "№ 7: не отмечено 5 встреч из 12"),
        ("oversight-pairs", {"pairs": 0, "fine": 0, "to_log": 0, "above": 0}, "Пар пока нет."),
        ("oversight-pairs", {"pairs": 5, "fine": 3, "to_log": 0, "above": 2}, "5 пар: 3 в порядке, 2 — выше."),
        ("oversight-quiet", {"planned": 21, "recorded": 21}, "отмечена 21 встреча из 21, никто не ждёт."),
        ("oversight-area-numbers", {"held": 3, "planned": 3, "no_show": 0}, "Встречи: 3 из 3\n"),
        ("oversight-area-numbers", {"held": 3, "planned": 5, "no_show": 2}, "Встречи: 3 из 5, не состоялись 2\n"),
        ("oversight-numbers", {"held": 0, "planned": 1, "no_show": 1}, "Встречи: 0 из 1, не состоялась 1\n"),
        (
            "oversight-area-group",
            {"name": "Рыбинск", "schools": 1, "pairs": 2, "rate": "1,5"},
            "2 пары, 1,5 встречи на пару",
        ),
        ("oversight-numbers", {"asked": 0}, "Отзывы за 4 недели: никого не спрашивали"),
    ],
)
def test_it_makes_words_agree_with_numbers(key: str, facts: dict[str, object], said: str) -> None:
    assert said in WORDS.text(key, **(dict.fromkeys(REST, 1) | WEEK | facts))
