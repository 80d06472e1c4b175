"""The faults that can lie between the bot and Telegram, one by one, and the sign by which the bot knows each."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer

from bot.outcomes import SIGNS, Sign
from bot.sandbox.server import Sandbox

NO_CONNECTION = "nobody listens, or the name is not known"
FLOOD, BARE_FLOOD = "429 that says for how long", "429 that does not"
BROKEN = "cut, reset, silent or cut short"
SERVER = "5xx in Telegram's own words"
NO_ANSWER = "an answer that is none: a page, another shape"
FORBIDDEN = "403: whoever it is does not want it"
NO_CHAT, BAD = "400: there is no such chat", "400 for any other reason"
IMPATIENCE = 0.3
"""Seconds after which the client of a test takes silence for a failure."""


@dataclass(frozen=True)
class Fault:
    """One fault: how it is made and how the bot must know it."""

    name: str
    sign_name: str
    kind: str = "error"
    arrives: bool = False
    """Whether the request is carried out before it breaks."""
    wait: float = 1.0
    """Seconds before the next try, if there is one."""
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def sign(self) -> Sign:
        """The row of the product's table."""
        return next(sign for sign in SIGNS if sign.name == self.sign_name)

    @property
    def is_an_answer(self) -> bool:
        """Whether it strikes one request; otherwise it lasts as long as the line is broken."""
        return self.kind not in ("refused", "dns")

    @asynccontextmanager
    async def between(self, bot: Bot, sandbox: Sandbox, chat: int) -> AsyncIterator[None]:
        """The fault strikes the next message to the chat."""
        if self.kind == "refused":
            port = sandbox.port
            await sandbox.stop()
            yield
            await sandbox.start(port=port)
        elif self.kind == "dns":
            bot.session.api = TelegramAPIServer.from_base("http://telegram.invalid")
            yield
            bot.session.api = sandbox.api
        else:
            sandbox.faults.add(self.kind, "sendMessage", chat_id=chat, **self.options)
            patience, bot.session.timeout = bot.session.timeout, IMPATIENCE
            yield
            bot.session.timeout = patience


def _error(name: str, sign: str, code: int, description: str, wait: float = 1.0, **parameters: int) -> Fault:
    options = {"code": code, "description": description, "parameters": parameters}
    return Fault(name, sign, wait=wait, options=options)


FAULTS = (
    Fault("refused", NO_CONNECTION, "refused"),
    Fault("name not known", NO_CONNECTION, "dns"),
    Fault("cut before it is carried out", BROKEN, "cut"),
    Fault("cut after it", BROKEN, "cut_after", arrives=True),
    Fault("reset", BROKEN, "reset"),
    Fault("silence before", BROKEN, "hang"),
    Fault("silence after", BROKEN, "hang_after", arrives=True),
    Fault("answer cut short", BROKEN, "truncated", arrives=True),
    Fault("502 as a page", NO_ANSWER, "bad_gateway"),
    Fault("504 as a page", NO_ANSWER, "page", options={"code": 504}),
    Fault("429 as a page", NO_ANSWER, "page", options={"code": 429}),
    Fault("200 as a page", NO_ANSWER, "garbage", arrives=True),
    Fault("200 in another shape", NO_ANSWER, "shape", arrives=True),
    _error("500", SERVER, 500, "Internal Server Error"),
    _error("500 at a restart", SERVER, 500, "Internal Server Error: restart"),
    _error("429 for 7 seconds", FLOOD, 429, "Too Many Requests: retry after 7", 7, retry_after=7),
    _error("429 for 3 hours", FLOOD, 429, "Too Many Requests: retry after 10800", 10800, retry_after=10800),
    Fault("429 without parameters", BARE_FLOOD, "flood"),
    _error("401", "401: the token is not accepted", 401, "Unauthorized"),
    _error("404", "404: another server, or a method that it does not know", 404, "Not Found"),
    _error("409", "409: another process has the token", 409, "Conflict: terminated by other getUpdates request"),
    _error("413", "413: too large", 413, "Request Entity Too Large"),
    _error("403 blocked", FORBIDDEN, 403, "Forbidden: bot was blocked by the user"),
    _error("403 deactivated", FORBIDDEN, 403, "Forbidden: user is deactivated"),
    _error("403 never started", FORBIDDEN, 403, "Forbidden: bot can't initiate conversation with a user"),
    _error("403 kicked", FORBIDDEN, 403, "Forbidden: bot was kicked from the group chat"),
    _error("400 no chat", NO_CHAT, 400, "Bad Request: chat not found"),
    _error("400 bad text", BAD, 400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 0"),
    _error(
        "group moved",
        "another refusal of Telegram",
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        migrate_to_chat_id=-1001,
    ),
)
