"""What the windows of inviting and entering show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.kit import act_of, database_of
from handlers.people.picking import topic_items
from handlers.people.staff_getters import role_key
from handlers.words import Words
from models.access import PARTICIPANTS
from models.database import Database
from models.people import queries
from models.people.organisations import LEVELS
from models.people.queries import InvitationTarget
from models.terms import OrgKind, Role
from models.use_case import Act

DAYS = 14
USES = (1, 10, 50)


async def targets(manager: DialogManager) -> list[InvitationTarget]:
    """The organisations for which the actor may invite."""
    act = act_of(manager)
    db = database_of(manager)
    async with db.read() as session:
        return await queries.invitation_targets(session, act.actor)


async def get_targets(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The organisations by name."""
    found = await targets(dialog_manager)
    return {"items": [{"id": one.organisation_id, "title": one.short_name} for one in found]}


async def get_roles(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """The roles that a link of this organisation may carry."""
    chosen = dialog_manager.dialog_data["organisation_id"]
    target = next(one for one in await targets(dialog_manager) if one.organisation_id == chosen)
    roles = roles_of(target.kind)
    return {
        "organisation": target.short_name,
        "is_school": target.kind is OrgKind.SCHOOL,
        "items": [{"id": role.value, "title": words.label(f"{role_key(role)}-button")} for role in roles],
    }


def roles_of(kind: OrgKind) -> list[Role]:
    """Participants belong to schools, each level has its curators."""
    curator = next(role for role, level in LEVELS.items() if level is kind)
    return [*(role for role in Role if role in PARTICIPANTS and kind is OrgKind.SCHOOL), curator]


async def get_uses(words: Words, **_: Any) -> dict[str, Any]:
    """For how many people the link shall be."""
    return {
        "items": [{"id": uses, "title": words.label("people-invite-uses-button", uses=uses)} for uses in USES],
        "days": DAYS,
    }


async def get_schools(act: Act, db: Database, **_: Any) -> dict[str, Any]:
    """The schools in the curator's scope."""
    async with db.read() as session:
        schools = await queries.my_schools(session, act.actor)
    return {"items": [{"id": school_id, "title": name} for school_id, name in schools]}


async def get_entering(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether it is a pupil who is entered."""
    return {"is_pupil": int(dialog_manager.dialog_data["is_pupil"])}


async def get_topics(dialog_manager: DialogManager, db: Database, words: Words, **_: Any) -> dict[str, Any]:
    """The topics of the chosen school."""
    chosen = dialog_manager.dialog_data.get("topics", [])
    async with db.read() as session:
        offered = await queries.offered_topics(session, dialog_manager.dialog_data["organisation_id"])
    return {"items": topic_items(words, offered, chosen), "chosen": bool(chosen)}
