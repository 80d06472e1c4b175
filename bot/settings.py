"""Settings from the environment or `.env`; each one stands in `.env.example` with its default and meaning."""

from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What differs from one installation to another. Raises pydantic's ValidationError where a value is missing."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    bot_token: SecretStr
    database_url: str = "sqlite:///data/nastavnik.sqlite"
    bot_api_url: str = "https://api.telegram.org"
    log_level: str = "INFO"


class DatabaseSettings(BaseSettings):
    """The part that commands without a bot need."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    database_url: str = "sqlite:///data/nastavnik.sqlite"


def make_room(database_url: str) -> None:
    """Creates the folder of a SQLite file."""
    if database_url.startswith("sqlite:///"):
        Path(database_url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
