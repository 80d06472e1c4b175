"""What the buttons of entering somebody do."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import finish, number, typed
from handlers.kit import act_of, database_of, words_of
from handlers.people.buttons import HandLink, OpenEnter, OpenPerson
from handlers.people.states import Enter
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.people import queries
from models.people.consents import MAX_EVIDENCE
from models.people.entering import Entered, checked_class, enter_person
from models.people.names import parse_name
from models.people.settings import checked_position
from models.terms import Role


async def on_start(_: Any, manager: DialogManager) -> None:
    """With one school in scope it is not asked for."""
    act = act_of(manager)
    db = database_of(manager)
    async with db.read() as session:
        schools = await queries.my_schools(session, act.actor)
    if len(schools) == 1:
        manager.dialog_data["organisation_id"] = schools[0][0]
        await manager.switch_to(Enter.role)


async def on_school(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers the school."""
    manager.dialog_data["organisation_id"] = number(chosen)
    await manager.switch_to(Enter.role)


async def on_mentee(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """A mentee is entered."""
    await _begin(manager, Role.MENTEE)


async def on_pupil(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """A mentee who is a pupil."""
    await _begin(manager, Role.MENTEE, is_pupil=True)


async def on_mentor(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """A mentor is entered."""
    await _begin(manager, Role.MENTOR)


async def on_name(message: Message, _: Any, manager: DialogManager) -> None:
    """Remembers the name, if it is one."""
    name = typed(message)
    parse_name(name)
    manager.dialog_data["name"] = name
    await manager.switch_to(Enter.position)


async def on_position(message: Message, _: Any, manager: DialogManager) -> None:
    """Remembers what the person does: of a pupil the class."""
    draft = manager.dialog_data
    if draft["is_pupil"]:
        draft["class_label"] = checked_class(typed(message))
    else:
        draft["position"] = checked_position(typed(message))
    await manager.switch_to(Enter.paper)


async def on_no_position(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Leaves it open."""
    await manager.switch_to(Enter.paper)


async def on_paper(message: Message, _: Any, manager: DialogManager) -> None:
    """Remembers number and date of the paper."""
    await _after_paper(message, manager, typed(message)[:MAX_EVIDENCE])


async def on_at_school(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """«Оформлено в школе»."""
    await _after_paper(query, manager, "")


async def on_topics_ready(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The last answer for a mentor."""
    await _enter(query, manager)


async def _begin(manager: DialogManager, role: Role, *, is_pupil: bool = False) -> None:
    manager.dialog_data.update(role=role.value, is_pupil=is_pupil, position="", class_label="")
    await manager.switch_to(Enter.name)


async def _after_paper(event: CallbackQuery | Message, manager: DialogManager, paper: str) -> None:
    manager.dialog_data["paper"] = paper
    if manager.dialog_data["role"] == Role.MENTOR:
        await manager.switch_to(Enter.topics)
    else:
        await _enter(event, manager)


async def _enter(event: CallbackQuery | Message, manager: DialogManager) -> None:
    act = act_of(manager)
    words = words_of(manager)
    draft = manager.dialog_data
    entered = await act(
        enter_person,
        draft["organisation_id"],
        Role(draft["role"]),
        draft["name"],
        draft["position"],
        draft["paper"],
        draft.get("topics", []),
        draft["class_label"],
    )
    await finish(event, manager, entered_drawn(words, entered))


def entered_drawn(words: Words, entered: Entered) -> Drawn:
    """What was entered, and what may come next."""
    facts = {"role": entered.role.value, "is_pupil": int(entered.is_pupil)}
    said = words.text("people-entered", name=entered.official, **facts)
    link = Key(words.label("people-staff-link"), HandLink(person_id=entered.person_id).pack())
    card = Key(words.label("people-open-person", name=entered.official), OpenPerson(person_id=entered.person_id).pack())
    more = Key(words.label("people-enter-more"), OpenEnter().pack())
    return Drawn(said, ((card if entered.is_pupil else link,), (more, menu_key(words))))
