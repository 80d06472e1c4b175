"""«Показать контакт»: each side shows their own, nobody else's (R-15)."""

from models.access import Permission
from models.errors import ProgrammeError
from models.mentorships.offers import tell
from models.mentorships.states import RUNNING, MentorshipState
from models.mentorships.tables import Mentorship
from models.mentorships.views import PairView
from models.notices.kinds import NoticeKind
from models.use_case import Tx, use_case


@use_case(Permission.PLAN)
def show_contact(tx: Tx, mentorship_id: int, contact: str) -> PairView:
    """Shows the actor's own contact («@name», or an empty text for the account itself) to the other side, once.

    A second press changes nothing, unless the name is another one by now. Raises ProgrammeError
    `error-state` before the approval and after the end, `error-no-access` for an outsider.
    """
    mentorship = tx.get(Mentorship, mentorship_id)
    member = mentorship.membership(tx.actor.person_id)
    if member is None:
        raise ProgrammeError("error-no-access")
    if mentorship.state not in RUNNING or mentorship.state is MentorshipState.AGREED:
        raise ProgrammeError("error-state")
    if member.contact_at is not None and member.contact == contact[:64]:
        return PairView.of(mentorship)
    member.contact, member.contact_at = contact[:64], tx.now
    for other in (one for one in mentorship.taking_part if one.side is not member.side):
        tell(tx, mentorship, other.person, NoticeKind.CONTACT_SHOWN, shown_by=member.person_id)
    return PairView.of(mentorship)
