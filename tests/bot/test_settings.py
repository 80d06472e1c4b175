"""What the process is told from outside: a mistake there is one sentence, never a traceback."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError
from pydantic.fields import FieldInfo

from bot.__main__ import main
from bot.settings import DatabaseSettings, Settings, make_room

ROOT = Path(__file__).parents[2]
PASSWORD = "correct-horse-battery"
TOKEN = "4242:TEST-token-of-the-sandbox-only-00000"


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without settings, and an environment without them."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def complaint(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Exit status and words of the command."""
    monkeypatch.setattr(sys, "argv", ["nastavnik", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    return (ended.value.code, said) if isinstance(ended.value.code, int) else (1, str(ended.value.code))


@pytest.mark.parametrize("token", [None, "", "garbage", "4242:with space", "token:4242"])
def test_it_says_in_one_sentence_that_the_token_is_missing_or_wrong(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], token: str | None
) -> None:
    if token is not None:
        monkeypatch.setenv("BOT_TOKEN", token)
    status, said = complaint(monkeypatch, capsys, "run")
    assert status != 0
    assert said.strip().count("\n") == 0
    assert "BOT_TOKEN" in said
    assert ".env.example" in said
    assert not token or token not in said
    assert list(nowhere.iterdir()) == []


def test_it_takes_the_usual_settings_where_nothing_but_the_token_is_given(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (nowhere / ".env").write_text(f"BOT_TOKEN={TOKEN}\n")
    settings = Settings()
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.database_url.get_secret_value().startswith("sqlite:///")
    assert settings.bot_api_url == "https://api.telegram.org"


@pytest.mark.parametrize("secret", [TOKEN, PASSWORD])
def test_it_shows_the_token_and_the_databases_password_to_nobody(nowhere: Path, secret: str) -> None:
    address = f"postgresql+asyncpg://nastavnik:{PASSWORD}@db/nastavnik"
    settings = Settings(bot_token=TOKEN, database_url=address)
    assert secret not in repr(settings) + str(settings) + str(settings.model_dump())
    assert PASSWORD not in repr(DatabaseSettings(database_url=address))


def test_it_quotes_no_secret_when_a_setting_is_wrong(nowhere: Path) -> None:
    with pytest.raises(ValidationError) as mistake:
        Settings(bot_token=f"almost {TOKEN}", database_url=[PASSWORD], log_level=[TOKEN])
    assert TOKEN not in str(mistake.value) + repr(mistake.value)
    assert PASSWORD not in str(mistake.value) + repr(mistake.value)


def test_it_explains_every_setting_with_its_default() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        assert re.search(rf"^# .+\n{name.upper()}={re.escape(default_of(field))}$", example, re.MULTILINE), name


def test_it_names_every_setting_in_the_readme_with_its_default() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        default = f"`{default_of(field)}`" if default_of(field) else "–"
        assert f"\n| `{name.upper()}` | {default} | " in readme, name


def default_of(field: FieldInfo) -> str:
    """A setting's default as it is written down."""
    default = None if field.is_required() else field.default
    if default is None:
        return ""
    if isinstance(default, SecretStr):
        return default.get_secret_value()
    return str(default).lower() if isinstance(default, bool) else str(default)


def test_it_takes_the_example_as_it_is_but_for_the_token(nowhere: Path) -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    (nowhere / ".env").write_text(example.replace("BOT_TOKEN=", f"BOT_TOKEN={TOKEN}"), encoding="utf-8")
    assert Settings() == Settings(bot_token=TOKEN, _env_file=None)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"WEBHOOK_SECRET": None}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_SECRET": ""}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_SECRET": "with space"}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_SECRET": "секрет"}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_SECRET": "x" * 257}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_URL": "school.example/updates"}, "WEBHOOK_URL"),
        ({"WEBHOOK_URL": "https://school.example/metrics"}, "WEBHOOK_URL"),
        ({"WEBHOOK_URL": "https://school.example/updates?key=1"}, "WEBHOOK_URL"),
        ({"WEB_PORT": "eighty"}, "WEB_PORT"),
        ({"WEB_PORT": "65536"}, "WEB_PORT"),
    ],
)
def test_it_refuses_to_start_with_a_webhook_that_is_not_safe_or_cannot_be(
    nowhere: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    wrong: dict[str, str | None],
    named: str,
) -> None:
    right = {"BOT_TOKEN": TOKEN, "WEBHOOK_URL": "https://school.example/updates", "WEBHOOK_SECRET": "right"}
    for name, value in (right | wrong).items():
        if value is not None:
            monkeypatch.setenv(name, value)
    status, said = complaint(monkeypatch, capsys, "run")
    assert status == 1
    assert said == f"nastavnik: {named} is missing or wrong; .env.example says what each setting means"
    assert list(nowhere.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "port", "path"),
    [
        ({}, None, "/"),
        ({"web_port": 9000}, 9000, "/"),
        ({"webhook_url": "https://school.example"}, 8080, "/"),
        ({"webhook_url": "https://school.example:8443/bot/updates", "web_port": 9000}, 9000, "/bot/updates"),
    ],
)
def test_it_opens_a_port_where_one_is_needed(nowhere: Path, given: dict[str, Any], port: int | None, path: str) -> None:
    settings = Settings(bot_token=TOKEN, webhook_secret="right", **given)
    assert (settings.port, settings.webhook_path) == (port, path)


def test_it_makes_room_for_the_database_file(tmp_path: Path) -> None:
    make_room(f"sqlite:///{tmp_path}/a/b/programme.sqlite")
    assert (tmp_path / "a" / "b").is_dir()
