"""The bot's front, as the settings choose it: who brings in updates, who counts, and what is answered over HTTP.

What belongs to the web server is imported only where there is one: it would make every start longer.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from aiogram import Bot

from bot.inbox import Inbox
from bot.observer import SILENT, Observer
from bot.polling import Poller
from bot.settings import Settings
from bot.workers import Workers
from models.clock import Clock
from models.database import Database

if TYPE_CHECKING:
    from bot.web.server import Web


class Receiver(Protocol):
    """Whoever brings in what Telegram has: by asking for it, or by being told."""

    patience: float
    """Seconds without an answer of Telegram's after which something is wrong."""
    heard_at: float | None
    """When Telegram last answered, by the loop's clock."""

    async def run(self) -> None:
        """Brings in updates until cancelled."""
        ...


def make_receiver(settings: Settings, bot: Bot, inbox: Inbox, workers: Workers, leads: Callable[[], bool]) -> Receiver:
    """Long polling while this process leads, unless there is an address to which Telegram shall bring updates."""
    if not settings.webhook_url:
        return Poller(bot, inbox, workers, leads)
    from bot.web.webhook import Webhook

    return Webhook(bot, inbox, workers, settings)


def make_observer(settings: Settings) -> Observer:
    """Metrics where somebody can read them."""
    if settings.port is None:
        return SILENT
    from bot.web.metrics import Metrics

    return Metrics()


def make_web(
    settings: Settings, database: Database, clock: Clock, bot: Bot, receiver: Receiver, observer: Observer
) -> "Web | None":
    """The web server with all that this process answers; None where the settings name no port."""
    if settings.port is None:
        return None
    from bot.web.figures import Figures
    from bot.web.health import Health
    from bot.web.metrics import Metrics
    from bot.web.server import Pages, Web
    from bot.web.webhook import Webhook

    pages: list[Pages] = [Health(database, clock, bot.id, receiver)]
    if isinstance(observer, Metrics):
        pages.append(Figures(observer, database, clock))
    if isinstance(receiver, Webhook):
        pages.append(receiver)
    return Web(settings.web_host, settings.port, pages)
