"""A nursery for all tests of this folder that need processes, and the people and the server around them."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import URL, create_engine

from bot.migrate import SCRIPTS
from bot.sandbox.server import Sandbox
from tests.bot.conftest import bot, time  # noqa: F401  the same client, and time that passes without waiting
from tests.faults.campaign import Campaign
from tests.faults.process import Nursery
from tests.play import TOKEN
from tests.town import Town


@pytest.fixture(scope="session")
def warmed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """Tests that use it belong to the xdist group «nursery», so that the imports are paid once."""
    nursery = Nursery(tmp_path_factory.mktemp("nursery"))
    yield nursery
    nursery.close()


@pytest.fixture
async def sandbox(town: Town) -> AsyncIterator[Sandbox]:
    """Telegram's stand-in."""
    monotonic = asyncio.get_running_loop().time
    sandbox = Sandbox(TOKEN, town.clock, bot_username="nastavnik_test_bot", monotonic=lambda: monotonic())
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def campaign(town: Town, sandbox: Sandbox, warmed: Nursery) -> AsyncIterator[Campaign]:
    """Bots on the town's database."""
    _stamp(town.database.url)
    async with warmed.attached() as nursery:
        campaign = Campaign(town, sandbox, nursery)
        await campaign.warm_up()
        yield campaign
        await campaign.close()


def _stamp(url: URL) -> None:
    """Says that the file, which was made in one go, has this version's schema: `run` migrates what says less."""
    engine = create_engine(url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(SCRIPTS))
        config.attributes["connection"] = connection
        command.stamp(config, "head")
    engine.dispose()
