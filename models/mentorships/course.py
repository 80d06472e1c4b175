"""How an approved pair goes on: trial, then work. Called from meetings and forms, and by the sweep."""

from datetime import timedelta

from sqlalchemy import select

from models.access import Permission
from models.mentorships.ending import end
from models.mentorships.offers import drop_out, goes_on_without, requests_of, tell_curators
from models.mentorships.states import MENTORSHIP, CloseReason, MentorshipState
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.requests.queue import rematch
from models.requests.states import RequestState
from models.use_case import Tx, use_case

TRIAL = timedelta(days=14)
"""Without a no in this time a trial becomes work."""


def first_meeting_held(tx: Tx, mentorship: Mentorship) -> None:
    """The first held meeting begins the trial; any later one changes nothing."""
    if mentorship.state is MentorshipState.APPROVED:
        mentorship.state = MENTORSHIP.after(mentorship.state, "acquaintance_held")
        mentorship.trial_since = tx.now


def carry_on(tx: Tx, mentorship: Mentorship) -> None:
    """«Продолжаем» ends the trial; in any later state it is said already."""
    if mentorship.state is MentorshipState.TRIAL:
        mentorship.state = MENTORSHIP.after(mentorship.state, "continue")


def not_suitable(tx: Tx, mentorship: Mentorship, person_id: int | None = None) -> None:
    """«Не подходит» in the trial: nobody's fault, no termination; the request looks for another mentor (§4.3).

    A group goes on without the member `person_id` who says so, while others are left. Raises ProgrammeError
    `error-state` outside the trial.
    """
    member = mentorship.membership(person_id)
    if member is not None and goes_on_without(mentorship, member):
        drop_out(tx, mentorship, member, look_again=True)
        return
    mentorship.state = MENTORSHIP.after(mentorship.state, "not_suitable")
    end(tx, mentorship, CloseReason.NOT_SUITABLE)
    for request in requests_of(tx, mentorship):
        if request.state is RequestState.MATCHED:
            rematch(tx, request, mentorship)
    tell_curators(tx, mentorship, NoticeKind.OFFER_DECLINED)


@use_case(Permission.SWEEP)
def carry_on_trials(tx: Tx) -> int:
    """Fourteen days of trial without a no are a yes; gives how many pairs went on."""
    over = tx.session.scalars(
        select(Mentorship).where(Mentorship.state == MentorshipState.TRIAL, Mentorship.trial_since <= tx.now - TRIAL)
    ).all()
    for mentorship in over:
        carry_on(tx, mentorship)
    return len(over)
