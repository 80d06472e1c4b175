"""What the process is told from outside: a mistake there is one sentence, never a traceback."""

import re
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import Settings, make_room

ROOT = Path(__file__).parents[2]
TOKEN = "4242:TEST-token-of-the-sandbox-only-00000"


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without settings, and an environment without them."""
    monkeypatch.chdir(tmp_path)
    for name in ("BOT_TOKEN", "DATABASE_URL", "BOT_API_URL", "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
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
    assert settings.database_url.startswith("sqlite:///")
    assert settings.bot_api_url == "https://api.telegram.org"


def test_it_shows_the_token_to_nobody(nowhere: Path) -> None:
    settings = Settings(bot_token=TOKEN)
    assert TOKEN not in repr(settings) + str(settings) + str(settings.model_dump())


def test_it_explains_every_setting_with_its_default() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        default = "" if field.is_required() else str(field.default)
        default = default.lower() if field.annotation is bool else default
        assert re.search(rf"^# .+\n{name.upper()}={re.escape(default)}$", example, re.MULTILINE), name


def test_it_makes_room_for_the_database_file(tmp_path: Path) -> None:
    make_room(f"sqlite:///{tmp_path}/a/b/programme.sqlite")
    assert (tmp_path / "a" / "b").is_dir()
