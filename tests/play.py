"""Playing the bot in one process: the real application over HTTP against the sandbox, with a clock that stands."""

import asyncio
import contextlib
from datetime import datetime, timedelta
from functools import cache

from aiogram import Dispatcher
from sqlalchemy import select

from bot.application import Application, make_dispatcher
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from models.people.names import polite
from models.people.tables import Account
from models.people.tables import Person as Somebody
from tests.town import Town

TOKEN = "4242:TEST-token-of-the-sandbox-only-00000"


class Play:
    """A running application and the people who write to it."""

    def __init__(self, town: Town, *, flood_limits: bool = False) -> None:
        """With `flood_limits` the server minds them and the bot keeps to them."""
        self.town = town
        self.clock = town.clock
        self.sandbox = Sandbox(TOKEN, town.clock, bot_username="nastavnik_test_bot")
        self.sandbox.limits.flood = flood_limits
        self.application: Application
        self._polling: asyncio.Task[None]

    @classmethod
    async def begin(cls, town: Town, *, flood_limits: bool = False) -> "Play":
        """Starts sandbox and application on the town's database; `end` stops them."""
        play = cls(town, flood_limits=flood_limits)
        await play.sandbox.start()
        await play._launch()
        return play

    async def end(self) -> None:
        """Stops everything."""
        await self._land()
        await self.sandbox.stop()

    async def restart(self) -> None:
        """The bot's process ends and another begins; whatever it held only in memory is gone."""
        await self._land()
        await self._launch()

    async def person(self, person_id: int) -> Person:
        """The person at their phone, with the menu open."""
        async with self.town.database.read() as session:
            account = (await session.scalars(select(Account).where(Account.person_id == person_id))).one()
            somebody = await session.get_one(Somebody, person_id)
        person = self.sandbox.person(polite(somebody), user_id=int(account.external_id))
        await person.start()
        await self.settle()
        return person

    def stranger(self, name: str = "Анна Новикова", language_code: str = "ru") -> Person:
        """Somebody who has never written to the bot."""
        return self.sandbox.person(name, language_code=language_code)

    async def settle(self) -> None:
        """Waits until all that was pressed and written is handled and all that is due has left."""
        await self.sandbox.polling.until_held()
        await self.application.workers.below(1)
        await self.application.delivery.deliver_due()

    async def move(self, **by: float) -> None:
        """Puts the clock forward («hours=1») and does what is due by it."""
        await self.move_to(self.clock.moment + timedelta(**by))

    async def move_to(self, moment: datetime) -> None:
        """Puts the clock at a moment and does what is due by it."""
        self.clock.moment = moment
        await self.application.timetable.tick()
        await self.settle()

    async def _launch(self) -> None:
        settings = Settings(
            bot_token=TOKEN,
            bot_api_url=self.sandbox.url,
            flood_limits=self.sandbox.limits.flood,
            database_url=self.town.database.url.render_as_string(hide_password=False),
            backup_folder="",
            _env_file=None,
        )
        self.application = Application(settings, self.clock, dispatcher())
        await self.application.start(ticking=False)
        self._polling = asyncio.create_task(self.application.poll())

    async def _land(self) -> None:
        self._polling.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._polling
        # The client waits a quarter of a second for encrypted connections to close; here there are none.
        await (await self.application.bot.session.create_session()).close()
        await self.application.stop()


@cache
def dispatcher() -> Dispatcher:
    """One after another, the applications of a worker take over the same dispatcher."""
    built = make_dispatcher()
    # The registry of dialogs can be filled once; it does so when it is first asked.
    built.startup.handlers.clear()
    return built
