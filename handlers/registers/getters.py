"""What the windows of the registers show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, clock_of, reading
from handlers.paging import page_number, paged
from handlers.registers import saying
from handlers.words import Words
from models.clock import Clock
from models.database import Database
from models.paging import page_of
from models.people.topics import topics_of
from models.registers import queries
from models.registers.gaps import gap_counts
from models.registers.queries import Scope
from models.registers.terms import FACETS, Facet, Register, checked
from models.use_case import Act

VALUES = 12
"""Values of a filter on one screen, in two columns."""


def register_of(manager: DialogManager) -> Register:
    """The register that is open."""
    opened = start_data(manager).get("register", Register.MENTORS.value)
    return Register(manager.dialog_data.get("register", opened))


def chosen_of(manager: DialogManager) -> dict[Facet, str]:
    """The filter that is set. Raises ProgrammeError `error-gone` for a forged one."""
    return checked(register_of(manager), manager.dialog_data.get("filter", {}))


async def scope_shown(manager: DialogManager) -> Scope:
    """What the reader's filters can be about."""
    async with reading(manager) as session:
        return await queries.scope_of(session, act_of(manager).actor)


def offered(scope: Scope, register: Register, facet: Facet) -> list[str]:
    """The values of a filter that can be met in this scope; none where there is nothing to choose."""
    values = list(FACETS[register].get(facet, ()))
    if facet is Facet.SCHOOL:
        values = [str(school_id) for school_id, _ in scope.schools]
    elif facet is Facet.FORM:
        values = [form.value for form in scope.forms]
    elif facet is Facet.TOPIC:
        values = [topic.code for topic in topics_of(scope.forms)]
    return values if len(values) > 1 else []


async def get_main(act: Act, db: Database, clock: Clock, words: Words, **_: Any) -> dict[str, Any]:
    """The registers with their counts."""
    async with db.read() as session:
        scope = await queries.scope_of(session, act.actor)
        counts = await queries.counts(session, act.actor, clock.now())
        missing = sum((await gap_counts(session, act.actor, clock.now())).values())
    titles = [
        (one, words.label("registers-counted", title=saying.title(words, one), count=counts[one])) for one in counts
    ]
    return {
        "school": scope.name,
        "missing": missing,
        "items": [{"id": one.value, "title": label} for one, label in titles],
    }


async def get_list(
    act: Act, db: Database, clock: Clock, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """A page of the register that is open."""
    register, chosen = register_of(dialog_manager), chosen_of(dialog_manager)
    async with db.read() as session:
        scope = await queries.scope_of(session, act.actor)
        found = await queries.register_page(
            session, act.actor, register, chosen, clock.now(), page_number(dialog_manager)
        )
    with_school = len(scope.schools) > 1 and Facet.SCHOOL not in chosen
    rows = found.page.items
    return {
        "title": saying.title(words, register),
        "filters": saying.filters(words, register, chosen, scope),
        "filtered": int(bool(chosen)),
        "hidden": found.hidden,
        "items": [{"id": row.id, "title": saying.line(words, row, with_school=with_school)} for row in rows],
        "others": [{"id": one.value, "title": saying.title(words, one)} for one in Register if one is not register],
        **paged(dialog_manager, found.page),
    }


async def get_filter(
    act: Act, db: Database, clock: Clock, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """The filters of the register, each with what it is set to, and how many rows are left."""
    register, chosen = register_of(dialog_manager), chosen_of(dialog_manager)
    async with db.read() as session:
        scope = await queries.scope_of(session, act.actor)
        found = await queries.register_page(session, act.actor, register, chosen, clock.now())
    items = [
        {
            "id": facet.value,
            "title": words.label(
                "registers-facet",
                facet=facet.value,
                is_set=int(facet in chosen),
                value=saying.value(words, register, facet, chosen[facet], scope) if facet in chosen else "",
            ),
        }
        for facet in FACETS[register]
        if offered(scope, register, facet)
    ]
    return {
        "title": saying.title(words, register),
        "items": items,
        "count": found.page.total,
        "filtered": bool(chosen),
    }


async def get_values(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The values of one filter, the present one ticked."""
    register, chosen = register_of(dialog_manager), chosen_of(dialog_manager)
    scope = await scope_shown(dialog_manager)
    facet = Facet(dialog_manager.dialog_data.get("facet", Facet.STATE.value))
    page = page_of(offered(scope, register, facet), page_number(dialog_manager), VALUES)
    items = []
    for code in page.items:
        label = saying.value(words, register, facet, code, scope)
        is_set = chosen.get(facet) == code
        items.append({"id": code, "title": words.label("people-ticked", label=label) if is_set else label})
    return {"facet": facet.value, "items": items, "is_set": facet in chosen, **paged(dialog_manager, page)}


async def get_export(
    act: Act, db: Database, clock: Clock, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """What would stand in the table."""
    register, chosen = register_of(dialog_manager), chosen_of(dialog_manager)
    async with db.read() as session:
        scope = await queries.scope_of(session, act.actor)
        found = await queries.register_page(session, act.actor, register, chosen, clock.now())
    said = saying.filters(words, register, chosen, scope)
    return {
        "title": saying.title(words, register),
        "filters": said,
        "filtered": int(bool(said)),
        "total": found.page.total,
        "found": found.page.total > 0,
    }


async def person_shown(manager: DialogManager) -> queries.PersonCard:
    """The person whose card is open."""
    person_id = manager.dialog_data.get("person_id") or start_data(manager).get("person_id") or 0
    async with reading(manager) as session:
        return await queries.person_card(session, act_of(manager).actor, person_id, clock_of(manager).now())
