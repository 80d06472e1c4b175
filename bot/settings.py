"""Settings from the environment or `.env`; each one stands in `.env.example` with its default and meaning."""

import re
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

TOKEN = re.compile(r"\d+:\S+")
WEBHOOK_URL = re.compile(r"https?://[^\s/?#]+(/[A-Za-z0-9/._~-]*)?")
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
WEBHOOK_PORT = 8080
"""Where a webhook listens unless told otherwise."""
OWN_PAGES = ("/healthz", "/readyz", "/metrics")
"""What the web server says about the process itself."""
CONFIG = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True, hide_input_in_errors=True)
"""An empty line means the default; errors do not quote what was given, which may be a secret."""


class DatabaseSettings(BaseSettings):
    """The part that commands without a bot need."""

    model_config = CONFIG

    database_url: SecretStr = SecretStr("sqlite:///data/nastavnik.sqlite")
    """May hold a password."""
    backup_folder: str = "data/backups"

    @field_validator("backup_folder")
    @classmethod
    def _may_be_none(cls, folder: str) -> str:
        """An empty line of `.env` means the default, so that a word says that there shall be no copies."""
        return "" if folder.lower() == "none" else folder


class Settings(DatabaseSettings):
    """What differs from one installation to another. Raises pydantic's ValidationError where a value is missing."""

    bot_token: SecretStr
    bot_api_url: str = "https://api.telegram.org"
    flood_limits: bool = True
    webhook_url: str = ""
    webhook_secret: SecretStr = Field(default=SecretStr(""), validate_default=True)
    web_host: str = "127.0.0.1"
    web_port: int | None = Field(default=None, ge=1, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"

    @property
    def port(self) -> int | None:
        """Where the web server listens; None where nobody needs one."""
        return self.web_port or (WEBHOOK_PORT if self.webhook_url else None)

    @property
    def webhook_path(self) -> str:
        """The part of WEBHOOK_URL under which updates come in."""
        address = WEBHOOK_URL.fullmatch(self.webhook_url)
        return (address and address[1]) or "/"

    @field_validator("bot_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr) -> SecretStr:
        """An empty line copied from `.env.example` is the usual mistake."""
        if TOKEN.fullmatch(token.get_secret_value()) is None:
            raise ValueError("not a bot's token")
        return token

    @field_validator("webhook_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        """An address without a query, whose path is not one of the server's own pages."""
        address = WEBHOOK_URL.fullmatch(url)
        if url and (address is None or address[1] in OWN_PAGES):
            raise ValueError("not an address for updates")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _keeps_strangers_out(cls, secret: SecretStr, info: ValidationInfo) -> SecretStr:
        """A webhook without a secret would take updates from anybody."""
        value = secret.get_secret_value()
        if (value or info.data.get("webhook_url")) and WEBHOOK_SECRET.fullmatch(value) is None:
            raise ValueError("not a webhook's secret")
        return secret


def make_room(database_url: str) -> None:
    """Creates the folder of a SQLite file."""
    if database_url.startswith("sqlite:///"):
        Path(database_url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
