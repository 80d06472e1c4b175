"""A meeting in words: the values that the area's texts share."""

from collections.abc import Callable
from datetime import datetime

from handlers.words import Words
from models.meetings.states import MeetingMethod, MeetingMode
from models.meetings.views import MeetingView


def facts(view: MeetingView, words: Words) -> dict[str, str]:
    """`partner`, `when`, `when_first`, `day`, `time`, `place`, `length` and `method` of a meeting."""
    return {name: way() for name, way in ways(view, words).items()}


def ways(view: MeetingView, words: Words) -> dict[str, Callable[[], str]]:
    """The same, each to be said when a text asks for it: no notice asks for all."""
    return {
        "partner": lambda: view.partner,
        "when": lambda: words.when(view.starts_at),
        "when_first": lambda: first_upper(words.when(view.starts_at)),
        "day": lambda: words.day(view.starts_at),
        "time": lambda: words.time(view.starts_at),
        "place": lambda: place(view.mode, view.place, words),
        "length": lambda: words.label("meetings-length", minutes=view.duration_min),
        "method": lambda: method(view.method, words),
    }


def place(mode: MeetingMode, where: str, words: Words) -> str:
    """«каб. 214», «онлайн: ссылка», or «в школе» while nobody has said where."""
    kind = mode.value if where else f"{mode.value}_OPEN"
    return words.label("meetings-place", kind=kind, place=where)


def method(code: MeetingMethod, words: Words) -> str:
    """«разбор урока»."""
    return words.label("meetings-method", method=code.value)


def day_and_time(moment: datetime, words: Words) -> str:
    """«вт 13 октября, 15:30»: for a button, where «завтра» would age."""
    return words.label("meetings-day-time", day=words.day(moment), time=words.time(moment))


def first_upper(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]
