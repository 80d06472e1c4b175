"""Pausing, finishing and ending pairs early, and what becomes of the request (§4.3)."""

from datetime import date, timedelta

from sqlalchemy import select

from models.access import Permission
from models.errors import ProgrammeError
from models.meetings.plan import cancel_ahead
from models.mentorships.answers import curated_pair
from models.mentorships.ending import end
from models.mentorships.offers import requests_of, tell, tell_curators
from models.mentorships.states import MENTORSHIP, TERMINATION, CloseReason, MentorshipState
from models.mentorships.tables import Mentorship
from models.mentorships.views import PairView
from models.notices.kinds import NoticeKind
from models.requests.queue import rematch
from models.requests.states import RequestState
from models.use_case import Tx, use_case

CLOSING = timedelta(days=21)
"""How long the final meeting and the closing surveys may take."""


@use_case(Permission.CURATE)
def pause(tx: Tx, mentorship_id: int, until: date | None = None) -> PairView:
    """The pair rests, until a day or until it is resumed: meetings ahead are cancelled, signals and reminders are off.

    Raises ProgrammeError `error-state` unless the pair is working.
    """
    mentorship = curated_pair(tx, mentorship_id)
    mentorship.state = MENTORSHIP.after(mentorship.state, "pause")
    mentorship.paused_at, mentorship.paused_until = tx.now, until
    cancel_ahead(tx, mentorship)
    _tell_members(tx, mentorship, NoticeKind.PAIR_PAUSED)
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def resume(tx: Tx, mentorship_id: int) -> PairView:
    """The pair goes on. Raises ProgrammeError `error-state` unless it rests."""
    mentorship = curated_pair(tx, mentorship_id)
    mentorship.state = MENTORSHIP.after(mentorship.state, "resume")
    mentorship.paused_until, mentorship.resumed_at = None, tx.now
    _tell_members(tx, mentorship, NoticeKind.PAIR_RESUMED)
    return PairView.of(mentorship)


@use_case(Permission.PLAN)
def propose_finish(tx: Tx, mentorship_id: int) -> PairView:
    """A side thinks that the work is done; the curators decide.

    Raises ProgrammeError `error-state`, `error-no-access`.
    """
    mentorship = tx.get(Mentorship, mentorship_id)
    if mentorship.side_of(tx.actor.person_id) is None:
        raise ProgrammeError("error-no-access")
    if not MENTORSHIP.allows(mentorship.state, "finish"):
        raise ProgrammeError("error-state")
    tell_curators(tx, mentorship, NoticeKind.FINISH_ASKED, tx.now.date().isoformat(), asked_by=tx.actor.me)
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def finish(tx: Tx, mentorship_id: int) -> PairView:
    """The pair comes to its end: a final meeting, then it is completed. Raises ProgrammeError `error-state`."""
    mentorship = curated_pair(tx, mentorship_id)
    begin_closing(tx, mentorship)
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def extend(tx: Tx, mentorship_id: int) -> PairView:
    """The pair works on after all. Raises ProgrammeError `error-state` unless it is closing."""
    mentorship = curated_pair(tx, mentorship_id)
    mentorship.state = MENTORSHIP.after(mentorship.state, "extend")
    mentorship.closing_since = None
    _tell_members(tx, mentorship, NoticeKind.PAIR_RESUMED)
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def complete(tx: Tx, mentorship_id: int) -> PairView:
    """The curator has seen the final meeting: the pair is completed. Raises ProgrammeError `error-state`."""
    mentorship = curated_pair(tx, mentorship_id)
    completed(tx, mentorship)
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def terminate(tx: Tx, mentorship_id: int, reason: CloseReason, another_mentor: bool) -> PairView:
    """Ends a pair early; the reason stays with the school, the sides read a neutral line.

    `another_mentor` puts the request back into the queue with a new waiting clock. Before the first meeting an approved
    pair is cancelled instead. Raises ProgrammeError `error-state`, `error-gone` for what is no reason.
    """
    if reason not in TERMINATION:
        raise ProgrammeError("error-gone")
    mentorship = curated_pair(tx, mentorship_id)
    event = "cancel" if mentorship.state is MentorshipState.APPROVED else "terminate"
    mentorship.state = MENTORSHIP.after(mentorship.state, event)
    end(tx, mentorship, reason)
    for request in requests_of(tx, mentorship):
        if another_mentor and request.state is RequestState.MATCHED:
            rematch(tx, request, mentorship)
    return PairView.of(mentorship)


@use_case(Permission.SWEEP)
def complete_closings(tx: Tx) -> int:
    """Twenty-one days of closing are enough; gives how many pairs were completed."""
    over = tx.session.scalars(
        select(Mentorship).where(
            Mentorship.state == MentorshipState.CLOSING, Mentorship.closing_since <= tx.now - CLOSING
        )
    ).all()
    for mentorship in over:
        completed(tx, mentorship)
    return len(over)


def begin_closing(tx: Tx, mentorship: Mentorship) -> None:
    """The final meeting is ahead, and its members know. Raises ProgrammeError `error-state`."""
    mentorship.state = MENTORSHIP.after(mentorship.state, "finish")
    mentorship.closing_since = tx.now
    _tell_members(tx, mentorship, NoticeKind.PAIR_CLOSING)


def completed(tx: Tx, mentorship: Mentorship) -> None:
    """The pair has done its work; the mentee is asked whether the request is solved."""
    mentorship.state = MENTORSHIP.after(mentorship.state, "completed")
    end(tx, mentorship, None)


def _tell_members(tx: Tx, mentorship: Mentorship, kind: NoticeKind) -> None:
    for member in mentorship.taking_part:
        tell(tx, mentorship, member.person, kind, tx.now.isoformat())
