"""All tables: those of the programme and those of the messenger's side."""

from sqlalchemy import MetaData

from bot.fsm import DialogRow
from bot.inbox import InboxRow
from models.everything import Base

TABLES = (DialogRow, InboxRow)
metadata: MetaData = Base.metadata
