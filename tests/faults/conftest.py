"""The same client and server as in the tests of the bot, and time that passes without waiting."""

from tests.bot.conftest import bot, sandbox, time  # noqa: F401
