"""What the bot says when a curator asks for missing data; nothing once it is filled in."""

from sqlalchemy import select

from handlers.notices import Telling, renders
from handlers.registers.buttons import FillIn
from handlers.telling import Drawn, Key, menu_key
from models.access import Actor
from models.mentorships.states import RUNNING, Side
from models.mentorships.tables import Mentorship
from models.mentorships.views import names
from models.notices.kinds import NoticeKind
from models.people.states import MentorState
from models.people.tables import MentorProfile, Person
from models.registers.gaps import Gap


@renders(NoticeKind.DATA_ASKED)
async def data_asked(telling: Telling) -> Drawn | None:
    """A question with the button that opens its window."""
    gap, words = Gap(telling.payload["gap"]), telling.words
    mentorship_id = telling.payload["subject_id"] if gap.is_of_pair else 0
    partner = await _partner(telling, telling.actor, mentorship_id) if gap.is_of_pair else ""
    if partner is None or (not gap.is_of_pair and not await _lacks(telling, gap)):
        return None
    said = words.text("registers-asked", gap=gap.value, partner=partner)
    key = Key(words.label("registers-fill-in-button"), FillIn(gap=gap, mentorship_id=mentorship_id).pack())
    return Drawn(said, ((key, menu_key(words)),))


async def _partner(telling: Telling, actor: Actor, mentorship_id: int) -> str | None:
    """The mentor's name; None where the pair is over, not one's own, or has a goal by now."""
    pair = await telling.session.get(Mentorship, mentorship_id)
    if pair is None or pair.goal or pair.state not in RUNNING or pair.side_of(actor.person_id) is None:
        return None
    return names(pair.on(Side.MENTOR))


async def _lacks(telling: Telling, gap: Gap) -> bool:
    person = await telling.session.get_one(Person, telling.person_id)
    card = await telling.session.scalar(select(MentorProfile).where(MentorProfile.person_id == person.id))
    is_gone = card is None or card.state in (MentorState.LEFT, MentorState.REJECTED)
    if gap is Gap.CARD_NONE:
        return is_gone
    if gap is Gap.TIMES_NONE:
        return card is not None and not is_gone and not card.slots
    return person.position == ""
