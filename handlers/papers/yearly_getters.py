"""What the windows of the year's reports show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, reading, words_of
from handlers.paging import page_number, paged
from handlers.papers import yearly_drawn as drawn
from handlers.words import Words
from models.oversight.indicators import queries as figures
from models.oversight.indicators.codes import Block
from models.oversight.indicators.table import Table
from models.papers.yearly import queries
from models.papers.yearly.kinds import NotePart, ReportKind
from models.papers.yearly.queries import Board, Desk, Year


async def get_main(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The three kinds of the place."""
    shown = await year_shown(dialog_manager)
    return {
        "year": drawn.year(shown, words),
        "items": [
            {"id": line.term.kind.value, "title": drawn.kind_name(words, line.term.kind)} for line in shown.lines
        ],
        "is_above": not shown.is_school,
    }


async def get_one(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A school's report, and what its reader may do with it."""
    shown = await desk_shown(dialog_manager)
    is_note = shown.kind is ReportKind.NOTE
    return {
        "report": drawn.desk(shown, await table_shown(dialog_manager, shown), words),
        "is_right": shown.may_send and shown.kind is ReportKind.PAIRS,
        "is_ready": shown.may_send and shown.kind is not ReportKind.PAIRS,
        "may_write": shown.may_write,
        "parts": [
            {
                "id": part.value,
                "title": words.label(
                    "yearly-part-button", part=drawn.part_name(words, part), has=int(part in shown.texts)
                ),
            }
            for part in NotePart
        ]
        if is_note and shown.may_write
        else [],
        "is_pairs": shown.may_send and shown.kind is ReportKind.PAIRS,
        "is_may": shown.may_send and shown.kind is ReportKind.MAY,
        "has_file": shown.has_contents,
        "may_judge": shown.may_judge,
    }


async def get_text(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """For what words are asked, and what is written there now."""
    shown, purpose = await desk_shown(dialog_manager), purpose_of(dialog_manager)
    now = shown.texts.get(NotePart(purpose), "") if purpose != RETURN else ""
    return {"purpose": purpose, "school": shown.school, "now": now, "has_now": int(bool(now))}


async def get_board(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who has handed in."""
    shown = await board_shown(dialog_manager)
    waiting = shown.schools - shown.done
    is_asked = shown.is_open and shown.is_municipality and shown.term.campaign_id is not None
    return {
        "board": drawn.board(shown, words),
        "items": [{"id": line.id, "title": line.name} for line in shown.lines.items],
        "waiting": waiting,
        "may_nudge": is_asked and waiting > 0 and shown.term.nudged_at is None,
        "may_move": shown.is_municipality,
        **paged(dialog_manager, shown.lines),
    }


async def get_dates(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The days of a campaign."""
    shown = await board_shown(dialog_manager)
    days = shown.term.days
    return {
        "kind": drawn.kind_name(words, shown.term.kind),
        "start": words.day(days.first),
        "last": words.day(days.last),
        "is_started": int(shown.is_open),
        "is_ahead": not shown.is_open,
    }


RETURN = "RETURN"
"""The purpose of words beside the parts of a note."""


def purpose_of(manager: DialogManager) -> str:
    """For what words are asked."""
    purpose: str = manager.dialog_data.get("purpose", NotePart.PROPOSALS.value)
    return purpose


def kind_of(manager: DialogManager) -> ReportKind:
    """The kind that is open."""
    return ReportKind(manager.dialog_data.get("kind") or start_data(manager).get("kind", ReportKind.PAIRS))


def place_of(manager: DialogManager) -> int | None:
    """The place that is open; None for the curator's own."""
    return manager.dialog_data.get("home") or start_data(manager).get("organisation_id")


async def year_shown(manager: DialogManager) -> Year:
    """The year of the place."""
    async with reading(manager) as session:
        return await queries.year_of(session, act_of(manager).actor, place_of(manager), words_of(manager).now)


async def desk_shown(manager: DialogManager) -> Desk:
    """The report that is open."""
    actor = act_of(manager).actor
    school = manager.dialog_data.get("school") or place_of(manager) or figures.home_of(actor)
    async with reading(manager) as session:
        return await queries.desk(session, actor, school, kind_of(manager), words_of(manager).now)


async def table_shown(manager: DialogManager, desk: Desk, block: Block | None = Block.MAY) -> Table | None:
    """The May set for a report of it; of all pages, for a file, with any report. Frozen once it is handed in."""
    if (desk.kind is not ReportKind.MAY and block is Block.MAY) or not desk.has_contents:
        return None
    async with reading(manager) as session:
        return await figures.table(
            session,
            act_of(manager).actor,
            desk.organisation_id,
            words_of(manager).now,
            block=block,
            snapshot_id=desk.snapshot_id,
        )


async def board_shown(manager: DialogManager) -> Board:
    """The board that is open."""
    actor = act_of(manager).actor
    place = place_of(manager) or figures.home_of(actor)
    async with reading(manager) as session:
        return await queries.board(session, actor, place, kind_of(manager), words_of(manager).now, page_number(manager))
