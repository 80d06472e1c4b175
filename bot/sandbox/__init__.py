"""A sandbox that stands for Telegram: a Bot API server on loopback, people who use it, a page to watch it."""

from bot.sandbox.errors import PersonError
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox

__all__ = ["Person", "PersonError", "Sandbox"]
