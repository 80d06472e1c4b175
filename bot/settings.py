"""Settings from the environment or `.env`; each one stands in `.env.example` with its default and meaning."""

import re
from pathlib import Path

from pydantic import SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

TOKEN = re.compile(r"\d+:\S+")


class Settings(BaseSettings):
    """What differs from one installation to another. Raises pydantic's ValidationError where a value is missing."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    bot_token: SecretStr
    database_url: str = "sqlite:///data/nastavnik.sqlite"
    bot_api_url: str = "https://api.telegram.org"
    flood_limits: bool = True
    log_level: str = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr) -> SecretStr:
        """An empty line copied from `.env.example` is the usual mistake."""
        if TOKEN.fullmatch(token.get_secret_value()) is None:
            raise ValueError("not a bot's token")
        return token


class DatabaseSettings(BaseSettings):
    """The part that commands without a bot need."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    database_url: str = "sqlite:///data/nastavnik.sqlite"


def make_room(database_url: str) -> None:
    """Creates the folder of a SQLite file."""
    if database_url.startswith("sqlite:///"):
        Path(database_url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
