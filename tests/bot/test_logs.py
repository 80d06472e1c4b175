"""Logs: a line a record, with its ids, and without a token, a text or a name, whoever writes it."""

import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import Formatter, Shape, bound
from models.errors import ProgrammeError
from models.people import settings
from models.requests import submit
from models.terms import Intensity, MentoringForm
from tests.logs import WATCH, Watch, pytest_runtest_call
from tests.play import Play
from tests.town import Town

SECRET_PART = "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
TOKEN = f"110201543:{SECRET_PART}"
LIBRARIES = ("aiogram", "aiogram_dialog")


class Paper(logging.Handler):
    """What a terminal would show."""

    def __init__(self, shape: Shape = "console", secret: str = "") -> None:
        super().__init__()
        self.setFormatter(Formatter(shape, secret))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


def written(logger: str, *said: object, shape: Shape = "console", secret: str = "", **extra: object) -> str:
    """The line for a record."""
    record = logging.getLogger(logger).makeRecord(logger, logging.WARNING, "", 0, said[0], said[1:], None)
    record.__dict__.update(extra)
    return Formatter(shape, secret).format(record)


def raised(error: Exception) -> tuple[object, ...]:
    """As a logger gets it."""
    try:
        raise error
    except type(error) as caught:
        return type(caught), caught, caught.__traceback__


@pytest.fixture
def talkative() -> Iterator[Paper]:
    """Everything that the libraries would say."""
    paper = Paper()
    loggers = [logging.getLogger(name) for name in LIBRARIES]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
        logger.addHandler(paper)
    yield paper
    for logger in loggers:
        logger.setLevel(logging.NOTSET)
        logger.removeHandler(paper)


def test_it_writes_keys_and_values_for_people() -> None:
    with bound(update=7):
        line = written("bot.workers", "update %s waits", 7)
    assert line.partition(" ")[2] == 'level=warning logger=bot.workers event="update 7 waits" update=7'


def test_it_writes_json_for_machines() -> None:
    with bound(notice=42):
        fields = json.loads(written("bot.delivery", "refused", shape="json"))
    assert fields.pop("at").endswith("Z")
    assert fields == {"level": "warning", "logger": "bot.delivery", "event": "refused", "notice": 42}


def test_it_stays_on_one_line() -> None:
    assert "\n" not in written("bot.x", "one\ntwo", exc_info=raised(ValueError("three\nfour")))


@pytest.mark.parametrize("shape", ["console", "json"])
def test_it_never_shows_a_token(shape: Shape) -> None:
    said = written("bot.x", "https://api.telegram.org/bot%s/getMe", TOKEN, shape=shape)
    assert SECRET_PART not in said
    assert "[redacted]" in said
    odd = written("bot.x", "the secret is %s", "odd-secret", shape=shape, secret="1:odd-secret")
    assert "odd-secret" not in odd


def test_it_never_shows_the_databases_password() -> None:
    said = written("bot.x", "cannot reach %s", "postgresql+asyncpg://school:s3cret@host/name")
    assert "s3cret" not in said
    assert "@host/name" in said


def test_it_shows_the_class_and_place_of_a_failure_and_not_its_words() -> None:
    said = written("bot.x", "broken", exc_info=raised(ValueError(f"Соколова {TOKEN}")))
    assert "ValueError at " in said
    assert "Соколова" not in said
    assert SECRET_PART not in said


def test_it_shows_what_libraries_say_without_the_values() -> None:
    assert 'event="Update %s from %s"' in written("aiogram.event", "Update %s from %s", 1, "Соколова")
    assert "Соколова" not in written("asyncio", "Task exception was never retrieved\nfuture: ValueError('Соколова')")


async def test_it_carries_the_update_into_the_thread_that_writes(town: Town) -> None:
    paper = Paper()
    logging.getLogger("models").addHandler(paper)
    act = await town.act(await town.mentee())
    with bound(update=77), pytest.raises(ProgrammeError):
        await act(settings.set_quiet_hours, "never")
    with bound(update=78), pytest.raises(ProgrammeError):
        await town.act_as_stranger()(submit.submit, MentoringForm.TEACHER_TEACHER, (), "", Intensity.WEEKLY, [], [])
    logging.getLogger("models").removeHandler(paper)
    assert [line.rpartition(" ")[2] for line in paper.lines] == ["update=78"]


async def test_it_says_no_word_of_a_persons_even_when_libraries_say_all(play: Play, talkative: Paper) -> None:
    maria = play.stranger("Мария Кириллова")
    await maria.start()
    await maria.say("Не могу прийти в среду")
    await play.settle()
    assert any("logger=aiogram.event" in line for line in talkative.lines)
    assert [line for line in talkative.lines if "Кириллова" in line or "среду" in line] == []


@pytest.mark.parametrize(
    "leak", ["refused: Соколова Марина", "refused: my phone is 8-900", "https://api.telegram.org/bot" + TOKEN]
)
def test_it_would_catch_a_leak_in_any_test(leak: str) -> None:
    """The reader of all tests' logs is shown what it must find, as a test that leaks would show it."""
    guarded = pytest_runtest_call()
    next(guarded)
    WATCH.typed.add("my phone is 8-900")
    logging.getLogger("handlers.errors").info("%s", leak)
    with pytest.raises(AssertionError):
        guarded.send(None)


def test_it_takes_no_offence_at_ids() -> None:
    watch = Watch()
    watch.typed |= {"да", "Кузнецова Ольга Сергеевна"}
    watch.emit(logging.makeLogRecord({"name": "bot.x", "msg": "update 7 set aside: KeyError at bot/x.py:1"}))
    assert watch.leaks() == []
