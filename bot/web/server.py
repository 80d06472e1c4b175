"""The process's one web server: where it listens, what it never reads, and how it ends."""

import logging
from collections.abc import Iterable
from typing import Protocol

from aiohttp import web

from bot.failures import describe
from bot.unusable import UnusableError

GRACE_SECONDS = 1.0
"""How long requests may take to finish when the server stops."""
LARGEST_BODY = 1024 * 1024
LARGEST_HEADER = 16 * 1024
log = logging.getLogger(__name__)


class Pages(Protocol):
    """Something that answers under paths of its own."""

    def add_routes(self, app: web.Application) -> None:
        """Tells the application its paths."""
        ...


class Discreet(logging.Filter):
    """aiohttp writes down the bytes that it could not read; they may be a person's words or the secret."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Leaves the class and the place of the failure."""
        error = record.exc_info[1] if record.exc_info else None
        record.msg, record.args = "a request failed: %s", (describe(error) if error else "no reason was given",)
        record.exc_info = None
        return True


class Web:
    """Listens on one port for all that the process answers."""

    def __init__(self, host: str, port: int, pages: Iterable[Pages]) -> None:
        self._host = host
        self._port = port
        app = web.Application(client_max_size=LARGEST_BODY)
        for page in pages:
            page.add_routes(app)
        failures = log.getChild("requests")
        failures.addFilter(Discreet())
        self._runner = web.AppRunner(
            app,
            access_log=None,
            logger=failures,
            max_field_size=LARGEST_HEADER,
            shutdown_timeout=GRACE_SECONDS,
        )

    async def start(self) -> None:
        """Listens. Raises UnusableError where it cannot."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            place = f"{self._host}:{self._port}"
            raise UnusableError(f"cannot listen on {place}; choose another WEB_PORT or WEB_HOST") from error
        log.info("listening on %s:%s", self._host, self._port)

    async def stop(self) -> None:
        """Takes no new request and lets those finish that were begun."""
        await self._runner.cleanup()
