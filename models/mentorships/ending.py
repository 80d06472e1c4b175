"""What the end of a pair means for its meetings, forms and notices, whatever the reason."""

from models.forms.open import close_forms
from models.meetings.plan import cancel_ahead
from models.mentorships.offers import subject_of, tell
from models.mentorships.states import CloseReason
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.post import void
from models.use_case import Tx


def end(tx: Tx, mentorship: Mentorship, reason: CloseReason | None) -> None:
    """Closes what the pair still had before it and tells its members neutrally; the state was moved before.

    `reason` is for the school; None where the pair ended as it should.
    """
    mentorship.closed_at = tx.now
    mentorship.close_reason = reason or ""
    cancel_ahead(tx, mentorship)
    close_forms(tx, mentorship, reason or "COMPLETED")
    void(tx, subject_of(mentorship))
    for member in mentorship.members:
        tell(tx, mentorship, member.person, NoticeKind.PAIR_ENDED)
