"""Papers by a school's own template where it has one: what is handed to the process that makes them."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from handlers.kit import reading, words_of
from handlers.papers.filling import fill
from handlers.papers.strict import TemplateProblem
from handlers.sending import Paper, deliver
from handlers.telling import Drawn
from models.errors import ProgrammeError
from models.papers.own_templates import template_of
from models.papers.states import PaperName


async def paper(
    manager: DialogManager, organisation_id: int, name: PaperName, facts: dict[str, Any], file: str, caption: Drawn
) -> Paper:
    """The paper of a school, by its own template or by the house's."""
    async with reading(manager) as session:
        own = await template_of(session, organisation_id, name)
    return Paper(fill, (name.value.lower(), facts, own), file, caption)


async def send(query: CallbackQuery, manager: DialogManager, paper_: Paper) -> None:
    """Makes and sends it; the window follows.

    Raises ProgrammeError `error-template-field` where a later version of the programme no longer knows a field of the
    school's own template, `error-paper-slow` where its paper grows beyond all measure.
    """
    try:
        await deliver(query, words_of(manager), paper_)
    except TemplateProblem as problem:
        raise ProgrammeError("error-template-field", field=problem.what) from None
    except MemoryError:
        raise ProgrammeError("error-paper-slow") from None
    manager.show_mode = ShowMode.SEND
