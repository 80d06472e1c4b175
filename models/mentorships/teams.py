"""Two teams before the curator above their schools, who approves them or asks for something first (R-06)."""

from models.access import Permission
from models.errors import ProgrammeError
from models.mentorships.agreement import approve_now
from models.mentorships.deciders import decides
from models.mentorships.offers import requests_of, subject_of, tell_curators
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship, OfferQuestion
from models.mentorships.views import PairView
from models.notices.kinds import NoticeKind
from models.notices.post import void
from models.requests.rules import clean_words
from models.use_case import MAX_ID, Tx, use_case


@use_case(Permission.CURATE)
def approve_teams(tx: Tx, mentorship_id: int) -> PairView:
    """«Утвердить»: the teams may begin; the order's number can come later. A second press changes nothing.

    Raises ProgrammeError `error-no-access` for whoever does not decide on them, `error-offer-closed` where they lie
    with somebody else or are taken back.
    """
    mentorship = _put_before(tx, mentorship_id)
    if mentorship.state is not MentorshipState.APPROVED:
        _check_waits(mentorship)
        approve_now(tx, mentorship, "approve")
    return PairView.of(mentorship, tx.actor)


@use_case(Permission.CURATE)
def send_back(tx: Tx, mentorship_id: int, reason: str) -> PairView:
    """«Вернуть»: the school's curators read why, and nobody else does; their answer puts the teams forward again.

    The members have agreed and hear nothing meanwhile. Raises ProgrammeError as `approve_teams`, and as `clean_words`.
    """
    mentorship = _put_before(tx, mentorship_id)
    _check_waits(mentorship)
    question = OfferQuestion(mentorship_id=mentorship.id, text=clean_words(reason), asked_at=tx.now)
    tx.add(question)
    mentorship.silent_since = None
    void(tx, subject_of(mentorship), NoticeKind.PAIR_TO_APPROVE)
    tell_curators(tx, mentorship, NoticeKind.OFFER_QUESTION, f"q{question.id}", question_id=question.id)
    return PairView.of(mentorship, tx.actor)


def _check_waits(mentorship: Mentorship) -> None:
    if not mentorship.awaits_above:
        raise ProgrammeError("error-offer-closed")


def _put_before(tx: Tx, mentorship_id: int) -> Mentorship:
    """What the actor decides on, locked with its requests. Teams lie also with who runs none of the mentees' school."""
    known = 0 < mentorship_id <= MAX_ID
    mentorship = tx.session.get(Mentorship, mentorship_id, with_for_update=True) if known else None
    if mentorship is None:
        raise ProgrammeError("error-gone")
    if not mentorship.members or not decides(tx.session, tx.actor, mentorship):
        raise ProgrammeError("error-no-access")
    requests_of(tx, mentorship)
    return mentorship
