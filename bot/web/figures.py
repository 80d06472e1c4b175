"""The page of figures: what was counted, and what waits in the database at this moment."""

import asyncio
import logging

from aiohttp import web
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from bot.failures import describe
from bot.web.metrics import Metrics
from bot.web.standing import Standing, look
from models.clock import Clock
from models.database import Database

ANSWER_WITHIN = 5.0
log = logging.getLogger(__name__)


class Figures:
    """Answers `/metrics`."""

    def __init__(self, metrics: Metrics, database: Database, clock: Clock) -> None:
        self._metrics = metrics
        self._database = database
        self._clock = clock

    def add_routes(self, app: web.Application) -> None:
        """Adds the path."""
        app.router.add_get("/metrics", self._show)

    async def _show(self, _request: web.Request) -> web.Response:
        text = self._metrics.show(await self._look())
        return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    async def _look(self) -> Standing | None:
        """What waits; None where the database does not answer: what was counted is shown all the same."""
        try:
            async with asyncio.timeout(ANSWER_WITHIN), self._database.read() as session:
                return await look(session, self._clock.now())
        except Exception as error:
            log.warning("the database's figures cannot be read: %s", describe(error))
            return None
