"""What the windows of missing data show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, clock_of, reading
from handlers.mentorships.pair_getters import card_of
from handlers.paging import page_number, paged
from handlers.words import Words
from models.clock import Clock
from models.database import Database
from models.errors import ProgrammeError
from models.people.settings import MAX_POSITION
from models.registers.ask import whom_to_ask
from models.registers.gaps import Gap, GapLine, gap_counts, gap_line, gap_page
from models.registers.queries import scope_of
from models.requests.rules import MAX_GOAL
from models.use_case import Act


def gap_shown(manager: DialogManager) -> Gap:
    """The kind that is open."""
    return Gap(manager.dialog_data.get("gap", Gap.CARD_WAITS.value))


async def line_shown(manager: DialogManager) -> GapLine:
    """The line that is open. Raises ProgrammeError `error-gone` where it is filled in meanwhile."""
    subject_id = manager.dialog_data.get("subject_id") or start_data(manager).get("person_id") or 0
    async with reading(manager) as session:
        actor, now = act_of(manager).actor, clock_of(manager).now()
        line = await gap_line(session, actor, gap_shown(manager), subject_id, now)
    if line is None:
        raise ProgrammeError("error-gone")
    return line


async def get_main(act: Act, db: Database, clock: Clock, words: Words, **_: Any) -> dict[str, Any]:
    """The kinds of which something is missing."""
    async with db.read() as session:
        counts = await gap_counts(session, act.actor, clock.now())
    missing = {gap: count for gap, count in counts.items() if count}
    items = [
        {"id": gap.value, "title": words.label("registers-gap", gap=gap.value, count=count)}
        for gap, count in missing.items()
    ]
    return {"items": items, "total": sum(missing.values())}


async def get_list(
    act: Act, db: Database, clock: Clock, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """A page of what is missing of one kind."""
    gap = gap_shown(dialog_manager)
    async with db.read() as session:
        scope = await scope_of(session, act.actor)
        page = await gap_page(session, act.actor, gap, clock.now(), page_number(dialog_manager))
    many = len(scope.schools) > 1
    items = [{"id": line.subject_id, "title": _title(words, line, with_school=many)} for line in page.items]
    can_ask = gap.can_be_asked and page.total > 1
    return {"gap": gap.value, "items": items, "can_ask": can_ask, **paged(dialog_manager, page)}


async def get_sure(act: Act, db: Database, clock: Clock, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many would be asked."""
    gap = gap_shown(dialog_manager)
    async with db.read() as session:
        told = await whom_to_ask(session, act.actor, gap, clock.now())
    return {"gap": gap.value, "new": told.new, "before": told.before, "unreached": told.unreached}


async def get_line(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One thing that is missing."""
    gap, line = gap_shown(dialog_manager), await line_shown(dialog_manager)
    return {
        "gap": gap.value,
        "who": names(words, line),
        "school": line.school,
        "can_ask": gap.can_be_asked and line.has_account,
        "reached": int(line.has_account),
        "limit": MAX_POSITION,
    }


async def get_goal(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The pair, as its reader calls it, and the goal as it stands."""
    card = await card_of(dialog_manager)
    pair = card.pair
    outside = words.label("registers-person-pair", mentee=pair.mentee_official, mentor=pair.mentor_official)
    who = outside if card.side is None else pair.partner_of(act_of(dialog_manager).actor.me)
    return {"who": who, "goal": pair.goal, "has_goal": int(bool(pair.goal)), "limit": MAX_GOAL}


def names(words: Words, line: GapLine) -> str:
    """«Кузнецова О. С. — Лебедева И. В.» of a pair, one name otherwise."""
    if len(line.names) == 1:
        return line.names[0]
    return words.label("registers-person-pair", mentee=line.names[0], mentor=line.names[-1])


def _title(words: Words, line: GapLine, *, with_school: bool) -> str:
    said = names(words, line)
    return words.label("registers-line-school", line=said, school=line.school) if with_school else said
