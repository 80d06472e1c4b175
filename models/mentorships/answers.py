"""What the sides of a proposal answer: yes, a question, not now. Refusals are painless and neutral (YAR-11)."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import bindparam, select

from models.access import Permission
from models.errors import ProgrammeError
from models.mentorships.agreement import approve_now, come_in, say_yes, settle
from models.mentorships.candidates import today_of
from models.mentorships.deciders import ask_above
from models.mentorships.offers import (
    close_offer,
    drop_out,
    goes_on_without,
    open_offer,
    requests_of,
    subject_of,
    tell,
    tell_curators,
)
from models.mentorships.places import lock_card
from models.mentorships.states import RUNNING, Answer, CloseReason, DeclineUntil, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember, OfferQuestion
from models.mentorships.views import PairView
from models.notices.kinds import NoticeKind
from models.notices.post import void
from models.people.calendar import own_holidays
from models.people.tables import Person
from models.requests.rules import clean_words
from models.school_year import OwnHoliday, cycle_end, holidays_between
from models.terms import MentoringType
from models.use_case import MAX_ID, Tx, use_case


@use_case(Permission.ASK)
def accept(tx: Tx, mentorship_id: int) -> PairView:
    """«Да, возьмусь» and «Подходит»: the actor's side agrees. A second press changes nothing.

    Raises ProgrammeError `error-no-place` where the mentor's places are taken meanwhile, `error-offer-closed` where the
    offer is over, `error-no-access` for somebody who is not asked.
    """
    return _accept(tx, mentorship_id, None)


@use_case(Permission.CURATE)
def accept_for(tx: Tx, mentorship_id: int, side: Side, person_id: int | None = None) -> PairView:
    """The curator says yes «со слов» for somebody without an account; of several on a side for the one named.

    Raises as `accept`, and `error-answers-themselves` for somebody who has one.
    """
    return _accept(tx, mentorship_id, side, person_id)


@use_case(Permission.ASK)
def decline(tx: Tx, mentorship_id: int, until: DeclineUntil | None = None) -> PairView:
    """«Сейчас не могу»: the offer closes, the request keeps its place in the queue.

    A group goes on without the member, unless too few remain (R-06); then its offer closes, too. A mentor may say
    until when; no new offers come before. The curator hears the fact and no reason. Raises ProgrammeError
    `error-offer-closed`, `error-no-access`.
    """
    return _decline(tx, mentorship_id, None, until)


@use_case(Permission.CURATE)
def decline_for(
    tx: Tx, mentorship_id: int, side: Side, until: DeclineUntil | None = None, person_id: int | None = None
) -> PairView:
    """The curator passes on a no «со слов» of somebody without an account.

    Raises as `decline`, and `error-answers-themselves` for somebody who has one.
    """
    return _decline(tx, mentorship_id, side, until, person_id)


@use_case(Permission.MENTOR)
def ask(tx: Tx, mentorship_id: int, text: str) -> PairView:
    """«Есть вопрос»: it goes to the mentee, and the offer's clock stands still until the answer.

    Where the mentee has no account, or it is about a group, the curators pass it on. Raises ProgrammeError
    `error-question-open` while one waits for its answer, `error-request-words-none`, `error-request-words-long`,
    `error-offer-closed`.
    """
    mentorship = open_offer(tx, mentorship_id)
    member = _asked(tx, mentorship, None)
    if member.side is not Side.MENTOR or member.answer is not Answer.PENDING:
        raise ProgrammeError("error-offer-closed")
    if _open_question(tx, mentorship) is not None:
        raise ProgrammeError("error-question-open")
    question = OfferQuestion(mentorship_id=mentorship.id, text=clean_words(text), asked_at=tx.now)
    tx.add(question)
    mentorship.silent_since, mentorship.escalated_at = None, None
    void(tx, subject_of(mentorship), NoticeKind.OFFER_REMINDER, NoticeKind.OFFER_SILENT)
    mentee = _answering(mentorship)
    if mentee is not None:
        tell(tx, mentorship, mentee, NoticeKind.OFFER_QUESTION, f"q{question.id}", question_id=question.id)
    else:
        tell_curators(tx, mentorship, NoticeKind.OFFER_QUESTION, f"q{question.id}", question_id=question.id)
    return PairView.of(mentorship)


@use_case(Permission.OWN)
def answer(tx: Tx, question_id: int, text: str) -> PairView:
    """Answers a mentor's question; the clock of the offer runs anew. By the mentee, or by the curator «со слов».

    What the curator above has asked about two teams the school's curator answers, and so puts them forward again.
    Raises ProgrammeError `error-question-answered`, `error-offer-closed`, `error-no-access`, `error-gone`.
    """
    question = tx.session.get(OfferQuestion, question_id, with_for_update=True) if 0 < question_id <= MAX_ID else None
    if question is None:
        raise ProgrammeError("error-gone")
    mentorship = _asked_about(tx, question)
    mentee = _answering(mentorship)
    is_curator = mentorship.organisation_id in tx.actor.curates and mentee is None
    is_mentee = mentee is not None and mentee.id == tx.actor.person_id
    if not is_mentee and not is_curator:
        raise ProgrammeError("error-no-access")
    if question.answered_at is not None:
        raise ProgrammeError("error-question-answered")
    question.answer, question.answered_at = clean_words(text), tx.now
    mentorship.silent_since = tx.now
    if mentorship.awaits_above:
        ask_above(tx, mentorship, f"q{question.id}")
        return PairView.of(mentorship)
    for mentor in mentorship.on(Side.MENTOR):
        version = f"q{question.id}"
        tell(tx, mentorship, mentor.person, NoticeKind.OFFER_QUESTION_ANSWERED, version, question_id=question.id)
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def approve(tx: Tx, mentorship_id: int) -> PairView:
    """The curator approves a pair whose sides have agreed to a candidate that the programme asked by itself.

    Raises ProgrammeError `error-lender-awaited` while the curator of the mentor's school has yet to approve,
    `error-above-awaited` for two teams, which are approved above (teams.py).
    """
    reserved(tx, mentorship_id)
    mentorship = curated_pair(tx, mentorship_id)
    if mentorship.awaits_lender:
        raise ProgrammeError("error-lender-awaited")
    if mentorship.awaits_above or mentorship.is_returned:
        raise ProgrammeError("error-above-awaited")
    if mentorship.state is not MentorshipState.APPROVED:
        approve_now(tx, mentorship, "approve")
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def cancel(tx: Tx, mentorship_id: int) -> PairView:
    """The curator takes a proposal back; both sides read a neutral line, the request keeps its place in the queue.

    Raises ProgrammeError `error-state` once the pair is approved: from then on it is ended, with a reason.
    """
    reserved(tx, mentorship_id)
    mentorship = curated_pair(tx, mentorship_id)
    if mentorship.state is MentorshipState.APPROVED:
        raise ProgrammeError("error-state")
    close_offer(tx, mentorship, "cancel", CloseReason.CANCELLED)
    return PairView.of(mentorship)


def curated_pair(tx: Tx, mentorship_id: int) -> Mentorship:
    """A pair of a school that the actor curates. Raises ProgrammeError `error-no-access` for any other."""
    mentorship = tx.get(Mentorship, mentorship_id)
    if not tx.actor.is_system and mentorship.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    return mentorship


def no_offers_before(until: DeclineUntil, today: date, own: tuple[OwnHoliday, ...] = ()) -> date | None:
    """The day from which offers may come again; None where it is no matter of time. `own`: the region's holidays."""
    if until is DeclineUntil.HOLIDAYS:
        periods = holidays_between(today, today + timedelta(days=366), own).periods
        return min(period.first for period in periods if period.first > today)
    if until is DeclineUntil.JANUARY:
        return date(today.year + 1, 1, 1)
    return cycle_end(today) + timedelta(days=1) if until is DeclineUntil.SEPTEMBER else None


def _accept(tx: Tx, mentorship_id: int, side: Side | None, person_id: int | None = None) -> PairView:
    mentorship = reserved(tx, mentorship_id)
    take_yes(tx, mentorship, _asked(tx, mentorship, side, person_id))
    return PairView.of(mentorship)


def take_yes(tx: Tx, mentorship: Mentorship, member: MentorshipMember) -> None:
    """The actor says yes for a member whose answer it is theirs to give. Raises as `accept`."""
    if member.answer is Answer.YES:
        return
    _check_open(mentorship, member)
    say_yes(tx, mentorship, member, tx.actor.me)
    if mentorship.state is MentorshipState.PROPOSED:
        settle(tx, mentorship)
    else:
        come_in(tx, mentorship, member)


def _decline(
    tx: Tx, mentorship_id: int, side: Side | None, until: DeclineUntil | None, person_id: int | None = None
) -> PairView:
    mentorship = reserved(tx, mentorship_id)
    member = _asked(tx, mentorship, side, person_id)
    is_new = take_no(tx, mentorship, member)
    if is_new and member.side is Side.MENTOR and until is not None:
        school = mentorship.organisation_id
        day = no_offers_before(until, today_of(tx.session, school, tx.now), own_holidays(tx.session, school))
        card = lock_card(tx, member.person_id)
        card.no_offers_before = day or card.no_offers_before
    return PairView.of(mentorship)


def take_no(tx: Tx, mentorship: Mentorship, member: MentorshipMember) -> bool:
    """The same for a no; whether it is news. Raises as `decline`."""
    if member.answer is Answer.NO:
        return False
    _check_open(mentorship, member)
    goes_on = goes_on_without(mentorship, member)
    member.answer, member.answered_at, member.answered_by = Answer.NO, tx.now, tx.actor.me
    if goes_on:
        drop_out(tx, mentorship, member)
        settle(tx, mentorship)
    else:
        close_offer(tx, mentorship, "refuse", CloseReason.REFUSED)
        tell_curators(tx, mentorship, NoticeKind.OFFER_DECLINED)
    return True


_MENTORS = (
    select(MentorshipMember.person_id)
    .where(
        MentorshipMember.mentorship_id == bindparam("pair"),
        MentorshipMember.side == Side.MENTOR,
        MentorshipMember.left_at.is_(None),
    )
    .order_by(MentorshipMember.person_id)
)


def reserved(tx: Tx, mentorship_id: int) -> Mentorship:
    """The pair, after its mentors' cards and its requests are locked: always in this order (see `lock_card`)."""
    lock_mentors(tx, mentorship_id)
    mentorship = tx.get(Mentorship, mentorship_id)
    requests_of(tx, mentorship)
    return mentorship


def lock_mentors(tx: Tx, mentorship_id: int) -> None:
    """The cards of a pair's mentors, which come before everything else."""
    if 0 < mentorship_id <= MAX_ID:
        for mentor_id in tx.session.scalars(_MENTORS, {"pair": mentorship_id}).all():
            lock_card(tx, mentor_id)


def _asked(tx: Tx, mentorship: Mentorship, side: Side | None, person_id: int | None = None) -> MentorshipMember:
    """Whose answer it is: the actor's own, or that of `side` without an account, for whom the curator speaks."""
    if side is None:
        own = mentorship.membership(tx.actor.person_id)
        if own is None:
            raise ProgrammeError("error-no-access")
        return own
    if mentorship.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    named = [member for member in mentorship.on(side) if person_id in (None, member.person_id)]
    if not named:
        raise ProgrammeError("error-gone")
    member = next((one for one in named if one.answer is Answer.PENDING and not has_account(one.person)), named[0])
    if has_account(member.person):
        raise ProgrammeError("error-answers-themselves")
    return member


def _check_open(mentorship: Mentorship, member: MentorshipMember) -> None:
    """Raises ProgrammeError `error-offer-closed` unless the answer is awaited: to the offer, or to an invitation."""
    is_invited = mentorship.state in RUNNING and member.answer is Answer.PENDING
    if mentorship.state is not MentorshipState.PROPOSED and not is_invited:
        raise ProgrammeError("error-offer-closed")


def _answering(mentorship: Mentorship) -> Person | None:
    """Who answers a mentor's question: the mentee of a pair; None where the curators pass it on."""
    mentee = mentorship.member(Side.MENTEE).person
    return mentee if mentorship.type is MentoringType.PERSONAL and mentee.accounts else None


def has_account(person: Person) -> bool:
    """Whether the person can answer for themselves."""
    return bool(person.accounts)


def _asked_about(tx: Tx, question: OfferQuestion) -> Mentorship:
    """The offer that a question holds up, or the teams that were sent back with it. Raises `error-offer-closed`."""
    mentorship = tx.get(Mentorship, question.mentorship_id)
    if mentorship.is_returned and _open_question(tx, mentorship) is question:
        return mentorship
    return open_offer(tx, mentorship.id)


def _open_question(tx: Tx, mentorship: Mentorship) -> OfferQuestion | None:
    """The last one without an answer."""
    statement = select(OfferQuestion).where(
        OfferQuestion.mentorship_id == mentorship.id, OfferQuestion.answered_at.is_(None)
    )
    return tx.session.scalar(statement.order_by(OfferQuestion.id.desc()).limit(1))


def unanswered(mentorship: Mentorship) -> Collection[MentorshipMember]:
    """The members whose answer is still awaited."""
    return [member for member in mentorship.members if member.answer is Answer.PENDING]
