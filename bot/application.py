"""The whole bot, put together: the same for `run`, for the demo and for tests; only clock and settings differ."""

import asyncio
import contextlib
import logging

from aiogram import Dispatcher
from aiogram.exceptions import AiogramError, TelegramUnauthorizedError
from aiogram.fsm.storage.memory import DisabledEventIsolation
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import fsm
from bot.client import make_bot
from bot.delivery import Delivery
from bot.failures import describe
from bot.front import make_observer, make_receiver, make_web
from bot.inbox import Inbox
from bot.keeping.nightly import Nightly
from bot.limiter import Limiter
from bot.lines import Line, OwnLine, SharedLine
from bot.locks import locks_of
from bot.outbox import Outbox
from bot.settings import Settings
from bot.standing import BEAT, Standing
from bot.timetable import Timetable
from bot.workers import Workers
from handlers import errors, routers
from models.clock import Clock
from models.database import Database

GRACE_SECONDS = 7.0
"""How long work may take to finish; with the end of the web server and of connections it is ten seconds in all."""
TICK_SECONDS = 1.0
"""How often the timetable looks at the clock."""
log = logging.getLogger(__name__)


class Application:
    """One process of the bot."""

    def __init__(self, settings: Settings, clock: Clock, dispatcher: Dispatcher | None = None) -> None:
        """`dispatcher` is one that an application before this one has left: building it takes a while."""
        self.clock = clock
        self.database = Database(settings.database_url.get_secret_value())
        self.limiter = Limiter(limited=settings.flood_limits)
        self.bot = make_bot(settings, self.limiter)
        self.dispatcher = dispatcher or make_dispatcher()
        self.dispatcher.fsm.storage = fsm.DialogStorage(self.database, clock)
        self.dispatcher.workflow_data.update(db=self.database, clock=clock, settings=settings)
        self.inbox = Inbox(self.database, clock, self.bot.id)
        self.outbox = Outbox(self.database, clock)
        observer = make_observer(settings)
        self.delivery = Delivery(self.database, self.bot, clock, self.outbox, self.limiter, observer)
        self._locks = locks_of(self.database)
        self.standing = Standing(self._locks, self.limiter)
        self._shares = bool(settings.webhook_url) and not self.database.is_sqlite
        self.workers = Workers(
            self.bot,
            self.dispatcher,
            self.inbox,
            errors.apologise,
            self.delivery.mark_unreachable,
            self._line(),
            observer,
        )
        self.timetable = Timetable(self.database, clock, self.delivery, self._tidy, lambda: self.standing.leads)
        self.receiver = make_receiver(settings, self.bot, self.inbox, self.workers, lambda: self.standing.leads)
        self._web = make_web(settings, self.database, clock, self.bot, self.receiver, observer)
        self._backups = Nightly(settings.database_url.get_secret_value(), settings.backup_folder, clock)
        self._ticker = AsyncIOScheduler()
        self._watch: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Works until cancelled, or until another process leads: what a dead process left, then what comes in."""
        try:
            if not self._shares:
                await self.standing.lead()
            await self.start()
            await self.poll()
        finally:
            await self.stop()

    async def start(self, *, ticking: bool = True) -> None:
        """Gets ready to serve. Without `ticking` the timetable moves only when its `tick` is called."""
        await self.dispatcher.emit_startup(bot=self.bot)
        await self._introduce()
        await self.standing.join()
        await self.outbox.recover(alone=self.database.is_sqlite)
        await self.workers.look()
        if not self.database.is_sqlite:
            self._watch = asyncio.create_task(self._keep_watch())
        if ticking:
            every = {"seconds": TICK_SECONDS, "max_instances": 1, "coalesce": True, "misfire_grace_time": None}
            for regular in (self.timetable.make_rounds, self.timetable.deliver):
                self._ticker.add_job(regular, "interval", **every)
            self._ticker.add_job(self._backups.look, "interval", minutes=1, max_instances=1, coalesce=True)
            self._ticker.start()
        if self._web is not None:
            await self._web.start()  # after what was unfinished has its place, so that nothing overtakes it
        log.info("ready")

    async def poll(self) -> None:
        """Brings in updates, by fetching them or by having Telegram bring them.

        It ends when it is cancelled, or when another process has taken over.
        """
        await self.receiver.run()

    async def stop(self) -> None:
        """Takes no new work, finishes what it holds within ten seconds; the rest stays stored."""
        self.delivery.stop()
        self._backups.stop()
        if self._ticker.running:
            self._ticker.pause()
        if self._web is not None:
            await self._web.stop()
        await asyncio.gather(self._rest(), self.workers.stop(GRACE_SECONDS))
        if self._ticker.running:
            self._ticker.shutdown(wait=False)
        if self._watch is not None:
            self._watch.cancel()
        await self._locks.close()
        await self.dispatcher.emit_shutdown(bot=self.bot)
        await self.bot.session.close()
        await self.database.close()

    def _line(self) -> Line:
        """One process serves a SQLite file and keeps in mind what it holds; on PostgreSQL the table is shared."""
        if self.database.is_sqlite:
            return OwnLine(self.inbox, self.bot)
        return SharedLine(self.inbox, self.bot, self._locks)

    async def _keep_watch(self) -> None:
        """Looks after the other processes, and takes up what a dead one left."""
        while True:
            await asyncio.sleep(BEAT)
            await self.standing.beat()
            try:
                await self.workers.look()
            except Exception as error:
                log.warning("what is stored could not be looked at: %s", describe(error))

    async def _rest(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.timetable.at_rest(), GRACE_SECONDS)

    async def _introduce(self) -> None:
        """Telegram keeps the commands that it was told before, so that an unreachable server is no reason to stop."""
        try:
            await routers.introduce(self.bot)
        except TelegramUnauthorizedError:
            raise
        except AiogramError as error:
            log.warning("the commands could not be registered: %s", describe(error))

    async def _tidy(self) -> None:
        await self.inbox.forget()
        before = self.clock.now() - fsm.KEPT
        await self.database.note(lambda connection: fsm.forget_drafts(connection, before))


def make_dispatcher() -> Dispatcher:
    """All that the bot can say and answer; an `Application` gives it a database, a clock and settings."""
    dispatcher = Dispatcher(events_isolation=DisabledEventIsolation())
    routers.setup(dispatcher)
    return dispatcher
