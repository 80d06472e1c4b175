"""`nastavnik invite`: the link with which somebody, the first curator above all, comes in."""

import sys

from aiogram.exceptions import TelegramAPIError

from bot.client import make_bot
from bot.clock import SystemClock
from bot.settings import Settings
from handlers.people.links import deep_link
from models.access import SYSTEM
from models.database import Database
from models.errors import ProgrammeError
from models.people.invitations import Issued, invite_first
from models.terms import Role
from models.use_case import Act

ROLES = {
    "curator": Role.CURATOR_SCHOOL,
    "municipal-curator": Role.CURATOR_MUNICIPAL,
    "regional-curator": Role.CURATOR_REGIONAL,
    "mentor": Role.MENTOR,
    "mentee": Role.MENTEE,
}


async def invitation_link(settings: Settings, role: str, school: str, zone: str) -> str:
    """A one-time link for a role in a school, which is founded where it is new.

    Ends the process with one sentence where the names do not fit or Telegram does not answer.
    """
    username = await _username(settings)
    database = Database(settings.database_url.get_secret_value())
    try:
        issued: Issued = await Act(database, SystemClock(), SYSTEM)(invite_first, ROLES[role], school, zone)
    except ProgrammeError as refusal:
        sys.exit(f"nastavnik invite: {_SENTENCES.get(refusal.key, refusal.key)}")
    finally:
        await database.close()
    return deep_link(username, issued.code)


_SENTENCES = {
    "error-zone": "the zone is not known; write it like Europe/Moscow or Asia/Yekaterinburg",
    "error-organisation-name": "the name of the school is empty or too long",
}


async def _username(settings: Settings) -> str:
    bot = make_bot(settings)
    try:
        return (await bot.me()).username or ""
    except TelegramAPIError as error:
        sys.exit(f"nastavnik invite: the Bot API server refused or did not answer ({type(error).__name__})")
    finally:
        await bot.session.close()
