"""What the bot says by itself about parents."""

from typing import Any

from markupsafe import Markup
from sqlalchemy.orm import joinedload

from handlers.notices import Telling, renders
from handlers.people.buttons import OpenChild, OpenPerson
from handlers.telling import Drawn, Key, menu_key
from models.notices.kinds import NoticeKind
from models.people.families import my_child
from models.people.names import official, polite
from models.people.tables import GuardianLink


@renders(NoticeKind.GUARDIAN_LINKED)
async def guardian_linked(telling: Telling) -> Drawn | None:
    """A parent has come in by the school's link."""
    return await _to_curator(telling, "parents-linked")


@renders(NoticeKind.GUARDIAN_WISH)
async def guardian_wish(telling: Telling) -> Drawn | None:
    """A parent's own words; nothing once they are forgotten."""
    return await _to_curator(telling, "parents-wish-told", text=telling.payload.get("text", ""))


@renders(NoticeKind.PARENT_CONSENT_ASKED)
async def parent_consent_asked(telling: Telling) -> Drawn | None:
    """The consent for a child ends soon, or is over; nothing where it was given meanwhile."""
    words = telling.words
    child = await my_child(telling.session, telling.actor, telling.payload["link_id"], words.now)
    ends = child.consent_until
    if ends is not None and ends >= child.until_anew:
        return None
    said = words.text(
        "parents-consent-asked", name=child.name, over=int(ends is None), ends=words.short_date(ends) if ends else ""
    )
    opens = Key(words.label("parents-menu-button"), OpenChild(link_id=child.link_id).pack())
    return Drawn(said, ((opens, menu_key(words)),))


@renders(NoticeKind.CHILD_LEFT)
async def child_left(telling: Telling) -> Drawn | None:
    """The other parent has taken the consent back; nothing where the child is in again."""
    link = await _link(telling)
    if link is None or link.ended_at is None or link.guardian_person_id != telling.person_id:
        return None
    said = telling.words.text("parents-child-left", name=polite(link.child))
    return Drawn(said, ((menu_key(telling.words),),))


async def _to_curator(telling: Telling, key: str, **values: Any) -> Drawn | None:
    link, words = await _link(telling), telling.words
    if link is None or link.ended_at is not None or link.child.organisation_id not in telling.actor.own:
        return None
    name = official(link.child)
    said: Markup = words.text(key, parent=official(link.guardian), name=name, **values)
    opens = Key(words.label("people-open-person", name=name), OpenPerson(person_id=link.child_person_id).pack())
    return Drawn(said, ((opens, menu_key(words)),))


async def _link(telling: Telling) -> GuardianLink | None:
    loaded = [joinedload(GuardianLink.guardian)]
    return await telling.session.get(GuardianLink, telling.payload["link_id"], options=loaded)
