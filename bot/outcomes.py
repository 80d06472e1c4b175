"""What a failed request to Telegram means: one table for what is answered and for what is sent by itself."""

from enum import StrEnum, auto

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError

from bot.client import RedirectError


class Outcome(StrEnum):
    """What is known after a request failed."""

    NOT_SENT = auto()
    """Surely not delivered: try again later."""
    UNKNOWN = auto()
    """It broke after the request was written: it may have been delivered."""
    UNREACHABLE = auto()
    """The person cannot be written to."""
    REFUSED = auto()
    """Telegram will never take this request: a mistake of ours."""
    NOT_TELEGRAM = auto()
    """The failure is not one of a request."""


NEVER_TAKEN = (ClientConnectorError, RedirectError)
"""Failures before anybody could have carried the request out."""
GONE = ("chat not found", "user is deactivated")


def outcome_of(error: BaseException) -> Outcome:
    """The outcome that an exception of aiogram stands for."""
    if isinstance(error, TelegramRetryAfter | TelegramUnauthorizedError):
        return Outcome.NOT_SENT
    if isinstance(error, TelegramEntityTooLarge):
        return Outcome.REFUSED
    if isinstance(error, TelegramNetworkError):
        return Outcome.NOT_SENT if isinstance(error.__cause__, NEVER_TAKEN) else Outcome.UNKNOWN
    if isinstance(error, TelegramForbiddenError):
        return Outcome.UNREACHABLE
    if isinstance(error, TelegramBadRequest | TelegramNotFound):
        return Outcome.UNREACHABLE if any(words in error.message for words in GONE) else Outcome.REFUSED
    if isinstance(error, TelegramServerError | ClientDecodeError):
        return Outcome.UNKNOWN
    if isinstance(error, TelegramAPIError):
        # A 429 whose parameters were lost on the way is the one bare TelegramAPIError that passes by itself.
        return Outcome.NOT_SENT if "Too Many Requests" in error.message else Outcome.REFUSED
    return Outcome.UNKNOWN if isinstance(error, AiogramError) else Outcome.NOT_TELEGRAM


def wait_after(error: BaseException, attempts: int) -> float:
    """Seconds before the next try: what Telegram asks for, otherwise twice as long each time, 5 minutes at most."""
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    return float(min(2**attempts, 300))
