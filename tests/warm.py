"""What a forked process inherits: a bot has lived here once, so that all is imported, read, compiled and configured.

Only the parent of forks imports this, and lives while it does.
"""

import asyncio
import gc
import ssl
import threading
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import bot.application
from bot.migrate import migrate
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from models.clock import FixedClock
from tests.compiled import keep_compiled
from tests.play import TOKEN, dispatcher


async def live(folder: Path) -> None:
    """From an empty folder to the answers to a newcomer, and to the end."""
    url, clock = f"sqlite:///{folder / 'programme.sqlite'}", FixedClock(datetime(2026, 10, 12, 7, 0, tzinfo=UTC))
    await asyncio.to_thread(migrate, url)
    sandbox = Sandbox(TOKEN, clock, bot_username="nastavnik_test_bot")
    await sandbox.start()
    settings = Settings(
        bot_token=TOKEN,
        bot_api_url=sandbox.url,
        database_url=url,
        flood_limits=False,
        backup_folder="",
        _env_file=None,
    )
    application = bot.application.Application(settings, clock)
    await application.start()
    polling = asyncio.create_task(application.poll())
    newcomer = sandbox.person("Ольга Кузнецова")
    await newcomer.start()
    greeting = await newcomer.sees("", timeout=60)
    await newcomer.tapped("a button of long ago", greeting).answered.wait()
    await application.bot.edit_message_text("…", chat_id=newcomer.id, message_id=greeting.id)
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    await application.stop()
    await sandbox.stop()


keep_compiled()
ssl.create_default_context = cache(ssl.create_default_context)  # reading the world's certificates for each bot is dear
bot.application.make_dispatcher = dispatcher  # built once for all that are forked
with TemporaryDirectory() as name:
    asyncio.run(live(Path(name)))
assert threading.active_count() == 1, "a fork would copy the locks of the other threads"
gc.collect()
gc.freeze()
