"""What the windows of numbers show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, reading, words_of
from handlers.oversight import figures_drawn as drawn
from handlers.paging import page_number, turning
from handlers.words import Words
from models.oversight import queries as weeks
from models.oversight.indicators import attention, queries
from models.oversight.indicators.codes import Block, Code, Heads, Moment, SnapshotKind
from models.oversight.indicators.queries import FigureView
from models.oversight.indicators.table import Table
from models.terms import OrgFlag

COMMENTS = ("PAPERS", "REPORT", "COLLEAGUES")
"""Where a number usually comes from; own words are possible, too."""


async def get_table(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """A page of the table with a button for each number."""
    manager, block = dialog_manager, block_of(dialog_manager)
    shown = await table_shown(manager, block)
    flag = flag_of(manager)
    numbers = [
        {
            "id": one.code.value,
            "title": words.label("figures-number-button", number=number, now=drawn.said(words, one.now.number)),
        }
        for number, one in enumerate(shown.figures, 1)
    ]
    place = list(Block).index(block)
    is_below = place_of(manager) != queries.home_of(act_of(manager).actor)
    before, after = list(Block)[place - 1], list(Block)[(place + 1) % len(Block)]
    return {
        "table": drawn.table(shown, block, words, flag, is_frozen="snapshot_id" in manager.dialog_data),
        "numbers": numbers,
        "before": drawn.block_name(words, before),
        "after": drawn.block_name(words, after),
        "is_school": shown.is_school,
        "is_above": not shown.is_school,
        "is_frozen": "snapshot_id" in manager.dialog_data,
        "has_home": is_below,
        "has_back": "block" in start_data(manager),
        "has_marks": is_below or not shown.is_school,
    }


async def get_figure(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """One indicator and who, or which schools, stand behind."""
    view = await figure_shown(dialog_manager)
    schools = view.schools.items if view.schools else ()
    here = view.schools or view.behind
    number, pages = (here.number, here.pages) if here else (0, 1)
    moment = Moment(dialog_manager.dialog_data.get("moment", Moment.RESULT))
    column = view.figure.base if moment is Moment.START else view.figure.now
    return {
        "figure": drawn.one(view, words),
        "name": drawn.name_of(words, view.figure.code),
        "school": view.name,
        "moment": moment.value,
        "schools": [
            {
                "id": school.id,
                "title": words.label("figures-school-button", place=school.name, now=drawn.said(words, school.number)),
            }
            for school in schools
        ],
        "is_now": "snapshot_id" not in dialog_manager.dialog_data,
        "has_hand": column.hand is not None,
        "now": drawn.said(words, column.number),
        "typed": dialog_manager.dialog_data.get("number", 0),
        "comments": [{"id": one, "title": words.label("figures-comment", comment=one)} for one in COMMENTS],
        **turning(dialog_manager, number, pages),
    }


async def get_snapshots(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """What has been frozen in this cycle, and what can be."""
    async with reading(dialog_manager) as session:
        actor, organisation_id = act_of(dialog_manager).actor, place_of(dialog_manager)
        taken = await queries.snapshots(session, actor, organisation_id, words.now)
        shown = await queries.marks(session, actor, organisation_id, words.now)
    kind = SnapshotKind(dialog_manager.dialog_data.get("kind", SnapshotKind.INTERIM))
    return {
        "school": shown.name,
        "count": len(taken),
        "items": [{"id": one.id, "title": _snapshot(words, one.kind, words.short_date(one.day))} for one in taken],
        "kinds": [
            {"id": one.value, "title": words.label("figures-freeze-kind", kind=one.value)}
            for one in SnapshotKind
            if one is not SnapshotKind.SENT
            if one is not SnapshotKind.BASELINE or all(view.kind is not one for view in taken)
        ],
        "kind": kind.value,
        "day": words.short_date(words.today),
    }


async def get_heads(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """The headcounts that hold today, and on which day the next one shall hold."""
    shown = await table_shown(dialog_manager, Block.COVERAGE, now=True)
    data = dialog_manager.dialog_data
    kind = Heads(data.get("heads", Heads.STAFF))
    days = {"FIRST": shown.first, "TODAY": shown.day}
    day = data.get("day", "FIRST")
    known = {one.kind: one for one in shown.coverage}
    facts: dict[str, Any] = {}
    for one, coverage in known.items():
        name = one.value.lower()
        facts[name] = coverage.heads or 0
        facts[f"{name}_since"] = words.short_date(coverage.since) if coverage.since else ""
    return {
        "school": shown.name,
        "kinds": [{"id": one.value, "title": words.label("figures-heads-kind", kind=one.value)} for one in Heads],
        "kind": kind.value,
        "day": words.short_date(days[day]),
        "days": [
            {"id": code, "title": words.label("figures-heads-day", day=words.short_date(moment))}
            for code, moment in days.items()
            if code != day
        ],
        **facts,
    }


async def get_schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The schools in the curator's scope."""
    async with reading(dialog_manager) as session:
        schools = await weeks.schools_of(session, act_of(dialog_manager).actor)
    return {"schools": [{"id": school.id, "title": school.name} for school in schools]}


async def get_calls(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """Whom of the schools below to call first, and why."""
    async with reading(dialog_manager) as session:
        shown = await attention.attention(
            session,
            act_of(dialog_manager).actor,
            place_of(dialog_manager),
            words.now,
            page_number(dialog_manager),
            flag_of(dialog_manager),
        )
    return {
        "calls": drawn.calls(shown, words),
        "lines": [
            {"id": line.id, "title": words.label("figures-call-button", number=number, place=line.name)}
            for number, line in drawn.numbered(shown)
        ],
        **turning(dialog_manager, shown.lines.number, shown.lines.pages),
    }


async def get_marks(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """The marks of a school to set or take off; above a school the marks to choose schools by."""
    async with reading(dialog_manager) as session:
        actor = act_of(dialog_manager).actor
        shown = await queries.marks(session, actor, place_of(dialog_manager), words.now)
    sizes = dict(shown.sizes)
    is_above = not shown.may_set
    flags = list(sizes) if is_above else list(OrgFlag)
    return {
        "school": shown.name,
        "is_above": int(is_above),
        "count": len(sizes),
        "has_flag": flag_of(dialog_manager) is not None,
        "flags": [
            {
                "id": flag.value,
                "title": words.label(
                    "figures-flag-button",
                    flag=drawn.flag_name(words, flag),
                    count=sizes.get(flag, 0),
                    how="SIZE" if is_above else "ON" if flag in shown.flags else "OFF",
                ),
            }
            for flag in flags
        ],
    }


def place_of(manager: DialogManager) -> int:
    """The organisation whose numbers are open: that of the curator's highest role where none was chosen."""
    chosen = manager.dialog_data.get("organisation_id") or start_data(manager).get("organisation_id")
    return int(chosen) if chosen else queries.home_of(act_of(manager).actor)


def block_of(manager: DialogManager) -> Block:
    """The page of the table that is open."""
    return Block(manager.dialog_data.get("block") or start_data(manager).get("block", Block.COVERAGE))


def flag_of(manager: DialogManager) -> OrgFlag | None:
    """The mark by which schools are chosen."""
    chosen = manager.dialog_data.get("flag")
    return OrgFlag(chosen) if chosen else None


async def table_shown(manager: DialogManager, block: Block | None, *, now: bool = False) -> Table:
    """The table, or a page of it; as the open snapshot has frozen it, unless it is asked for `now`."""
    snapshot_id = None if now else manager.dialog_data.get("snapshot_id")
    async with reading(manager) as session:
        return await queries.table(
            session,
            act_of(manager).actor,
            place_of(manager),
            words_of(manager).now,
            block=block,
            flag=flag_of(manager),
            snapshot_id=snapshot_id,
        )


async def figure_shown(manager: DialogManager) -> FigureView:
    """The indicator that is open."""
    async with reading(manager) as session:
        return await queries.figure(
            session,
            act_of(manager).actor,
            place_of(manager),
            Code(manager.dialog_data["code"]),
            words_of(manager).now,
            page_number(manager),
            flag=flag_of(manager),
            snapshot_id=manager.dialog_data.get("snapshot_id"),
        )


def _snapshot(words: Words, kind: SnapshotKind, day: str) -> str:
    return words.label("figures-snapshot-button", kind=kind.value, day=day)
