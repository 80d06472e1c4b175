"""What a failed request to Telegram means: one table for what is answered and for what is sent by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
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
    """What is known after a request failed.

    | outcome | a notice | an update |
    |---|---|---|
    | not sent | waits and goes out as it is, however often; all others wait with it | is tried again, five times |
    | unknown | goes out once more and says so, if its kind is worth it | is tried again, five times |
    | unreachable | is closed; the account is marked and the curator told | is set aside, the account is marked |
    | refused | is set aside with its reason | is set aside, and the person is told so |
    | not telegram | as refused | as refused; a failing database is tried again |

    Steps of an update that had committed are not run again, whatever its answer comes to.
    """

    NOT_SENT = "not sent"
    """Surely not delivered: try again later."""
    UNKNOWN = "unknown"
    """It broke after the request was written: it may have been delivered."""
    UNREACHABLE = "unreachable"
    """The person cannot be written to."""
    REFUSED = "refused"
    """Telegram will never take this request: a mistake of ours."""
    NOT_TELEGRAM = "not telegram"
    """The failure is not one of a request."""

    @property
    def passes(self) -> bool:
        """Whether it may be otherwise the next time."""
        return self in (Outcome.NOT_SENT, Outcome.UNKNOWN)


@dataclass(frozen=True)
class Sign:
    """How a fault looks from this side, and what it means."""

    name: str
    fits: Callable[[BaseException], bool]
    outcome: Outcome


NEVER_TAKEN = (ClientConnectorError, RedirectError)
"""Failures before anybody could have carried the request out."""
GONE = ("chat not found", "user is deactivated")


def _is(*kinds: type[BaseException]) -> Callable[[BaseException], bool]:
    return lambda error: isinstance(error, kinds)


def _never_taken(error: BaseException) -> bool:
    return isinstance(error, TelegramNetworkError) and isinstance(error.__cause__, NEVER_TAKEN)


def _nobody_there(error: BaseException) -> bool:
    known = isinstance(error, TelegramBadRequest | TelegramNotFound)
    return known and any(words in str(error) for words in GONE)


def _bare_flood(error: BaseException) -> bool:
    """A 429 whose parameters were lost on the way is a TelegramAPIError like any other."""
    return isinstance(error, TelegramAPIError) and "Too Many Requests" in error.message


SIGNS = (
    Sign("nobody listens, or the name is not known", _never_taken, Outcome.NOT_SENT),
    Sign("429 that says for how long", _is(TelegramRetryAfter), Outcome.NOT_SENT),
    Sign("429 that does not", _bare_flood, Outcome.NOT_SENT),
    Sign("401: the token is not accepted", _is(TelegramUnauthorizedError), Outcome.NOT_SENT),
    Sign("409: another process has the token", _is(TelegramConflictError), Outcome.NOT_SENT),
    Sign("413: too large", _is(TelegramEntityTooLarge), Outcome.REFUSED),
    Sign("cut, reset, silent or cut short", _is(TelegramNetworkError), Outcome.UNKNOWN),
    Sign("5xx in Telegram's own words", _is(TelegramServerError), Outcome.UNKNOWN),
    Sign("403: whoever it is does not want it", _is(TelegramForbiddenError), Outcome.UNREACHABLE),
    Sign("400: there is no such chat", _nobody_there, Outcome.UNREACHABLE),
    Sign("404: another server, or a method that it does not know", _is(TelegramNotFound), Outcome.NOT_SENT),
    Sign("400 for any other reason", _is(TelegramBadRequest), Outcome.REFUSED),
    Sign("another refusal of Telegram", _is(TelegramAPIError), Outcome.REFUSED),
    Sign("an answer that is none: a page, another shape", _is(AiogramError), Outcome.UNKNOWN),
    Sign("no request at all", _is(BaseException), Outcome.NOT_TELEGRAM),
)
"""The table; the first sign that fits counts. `tests/faults/test_network.py` walks it with real requests."""


def sign_of(error: BaseException) -> Sign:
    """How the failure looks."""
    return next(sign for sign in SIGNS if sign.fits(error))


def outcome_of(error: BaseException) -> Outcome:
    """The outcome that an exception of aiogram stands for."""
    return sign_of(error).outcome


def wait_after(error: BaseException, attempts: int) -> float:
    """Seconds before the next try: what Telegram asks for, otherwise twice as long each time, 5 minutes at most."""
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    return float(min(2**attempts, 300))
