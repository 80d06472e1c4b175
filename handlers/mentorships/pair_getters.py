"""What the list of pairs and one pair show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, database_of
from handlers.mentorships import drawn
from handlers.mentorships.notices import contact
from handlers.mentorships.reasons import reasons_line
from handlers.paging import page_number, paged
from handlers.requests.phrases import said
from handlers.words import Words
from models.database import Database
from models.errors import ProgrammeError
from models.mentorships import queries
from models.mentorships.across import Awaited
from models.mentorships.queries import PairCard
from models.mentorships.states import MEETING, RUNNING, TERMINATION, Answer, CloseReason, MentorshipState, Side
from models.mentorships.views import PairView
from models.paging import page_of
from models.terms import MentoringType
from models.use_case import Act

STATES = {
    MentorshipState.PROPOSED: "mentorships-state-proposed",
    MentorshipState.AGREED: "mentorships-state-agreed",
    MentorshipState.APPROVED: "mentorships-state-approved",
    MentorshipState.TRIAL: "mentorships-state-trial",
    MentorshipState.ACTIVE: "mentorships-state-active",
    MentorshipState.PAUSED: "mentorships-state-paused",
    MentorshipState.CLOSING: "mentorships-state-closing",
    MentorshipState.COMPLETED: "mentorships-state-completed",
    MentorshipState.TERMINATED: "mentorships-state-ended",
    MentorshipState.DECLINED: "mentorships-state-ended",
    MentorshipState.CANCELLED: "mentorships-state-ended",
}
REASONS = {
    CloseReason.MOVED: "mentorships-end-moved",
    CloseReason.LEFT_JOB: "mentorships-end-left-job",
    CloseReason.NO_TIME: "mentorships-end-no-time",
    CloseReason.CONFLICT: "mentorships-end-conflict",
    CloseReason.CONSENT_WITHDRAWN: "mentorships-end-consent",
    CloseReason.SAFEGUARDING: "mentorships-end-safeguarding",
    CloseReason.OTHER: "mentorships-end-other",
}
OFFER = (MentorshipState.PROPOSED, MentorshipState.AGREED)
CURATORS_STEPS = {
    "approve": "approve",
    "pause": "pause",
    "resume": "resume",
    "finish": "finish",
    "complete": "completed",
    "extend": "extend",
}
"""The curator's steps and the event of the machine that must be open for each."""


async def card_of(manager: DialogManager) -> PairCard:
    """The pair that the dialog is about."""
    db = database_of(manager)
    act = act_of(manager)
    async with db.read() as session:
        return await queries.pair_card(session, act.actor, mentorship_id_of(manager))


def mentorship_id_of(manager: DialogManager) -> int:
    """The pair's id out of the start data. Raises ProgrammeError `error-gone` where there is none."""
    mentorship_id = start_data(manager).get("mentorship_id")
    if not isinstance(mentorship_id, int):
        raise ProgrammeError("error-gone")
    return mentorship_id


async def get_pairs(db: Database, act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The person's own pairs, and for a curator those of the schools after them; or what waits for another curator."""
    data = start_data(dialog_manager)
    for whom in Awaited:
        if whom.value in data:
            number = page_number(dialog_manager)
            async with db.read() as session:
                waiting = await queries.pairs_awaiting(session, act.actor, data[whom.value], whom, number)
            items = [{"id": pair.id, "title": _title(words, pair, act.actor.me)} for pair in waiting.items]
            return {"items": items, "waits": whom.value, "count": 0, **paged(dialog_manager, waiting)}
    async with db.read() as session:
        own = await queries.pairs_of(session, act.actor)
        schools = await queries.pairs_of_schools(session, act.actor)
        without_order = await queries.count_without_order(session, act.actor)
    others = [pair for pair in schools if pair.id not in {mine.id for mine in own}]
    page = page_of([*own, *others], page_number(dialog_manager))
    items = [{"id": pair.id, "title": _title(words, pair, act.actor.me)} for pair in page.items]
    return {
        "items": items,
        "is_curator": bool(act.actor.curates),
        "waits": "",
        "count": without_order,
        **paged(dialog_manager, page),
    }


async def get_pair(act: Act, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The pair and the steps that the reader may take."""
    card = await card_of(dialog_manager)
    pair = card.pair
    own = pair.member(act.actor.person_id or 0)
    is_group = pair.type is not MentoringType.PERSONAL
    sides = {side: [one for one in pair.members if one.side is side] for side in Side}
    named = {
        side: drawn.listed(words, (one.official if card.side is None else one.name for one in members))
        for side, members in sides.items()
    }
    return {
        "mentor": pair.mentor_official if card.side is None else pair.mentor_name,
        "mentee": pair.mentee_official if card.side is None else pair.mentee_name,
        "kind": pair.type.value,
        "grouped": is_group,
        "mentors": named[Side.MENTOR],
        "mentees": named[Side.MENTEE],
        "count": len(pair.members),
        "agreed": sum(one.answer is Answer.YES for one in pair.members),
        "members": is_group and (card.is_curator or card.lent_by is not None),
        "state": words.label(STATES[pair.state]),
        **said(words, pair.topics, pair.goal, pair.intensity, pair.slots),
        "asked": int(bool(pair.topics)),
        "reasons": reasons_line(words, card.reasons) if card.is_curator else "",
        "reasoned": int(card.is_curator and bool(card.reasons) and pair.state is MentorshipState.PROPOSED),
        "contact_shown": int(card.contact is not None),
        "contact_text": contact(card, words) if card.contact is not None else "",
        "mentor_answer": pair.mentor_answer.value,
        "mentee_answer": pair.mentee_answer.value,
        "awaited": int(pair.state is MentorshipState.PROPOSED and not is_group),
        "lender": card.lender,
        "across": (2 if pair.awaits_lender and pair.state in OFFER else 1) if card.lender else 0,
        "above": _above(card),
        "decider": card.decider,
        "question": card.question,
        "response": card.answer,
        "replied": int(card.side is None and card.decides and bool(card.answer)),
        **_members_steps(card, is_asked=own is not None and own.answer is Answer.PENDING),
        **_curators_steps(card),
    }


async def get_reasons(words: Words, **_: Any) -> dict[str, Any]:
    """Why a pair may end early."""
    return {"items": [{"id": reason.value, "title": words.label(REASONS[reason])} for reason in TERMINATION]}


def _title(words: Words, pair: PairView, reader: int) -> str:
    state = words.label(STATES[pair.state])
    kind = pair.type.value
    if pair.side_of(reader) is not None:
        return words.label("mentorships-line-own", kind=kind, partner=pair.partner_of(reader), state=state)
    names = {"mentee": pair.mentee_official, "mentor": pair.mentor_official}
    return words.label("mentorships-line", kind=kind, state=state, **names)


def _above(card: PairCard) -> str:
    """How two teams stand with the curator above, for the reader; what was asked is no matter of the members."""
    if card.is_returned:
        return "RETURNED" if card.is_curator and card.side is None else "ASKED"
    if card.decider:
        return "ASKED"
    return "SCHOOL" if card.decides else ""


def _members_steps(card: PairCard, *, is_asked: bool) -> dict[str, bool]:
    is_member = card.side is not None
    is_group = card.pair.type is not MentoringType.PERSONAL
    waits = is_member and is_asked and card.pair.state in (MentorshipState.PROPOSED, *RUNNING)
    meets = is_member and not is_asked and card.pair.state in MEETING
    leads = card.pair.type is not MentoringType.GROUP or card.side is Side.MENTOR
    return {
        "accept": waits,
        "decline": waits,
        "ask": waits and card.side is Side.MENTOR and card.pair.state is MentorshipState.PROPOSED,
        "plan": meets and leads,
        "leave": meets and is_group and not (leads and card.pair.type is MentoringType.GROUP),
        "contact": meets,
        "help": is_member and card.pair.state in RUNNING,
        "propose_finish": meets and "finish" in card.events and not card.is_curator,
    }


def _curators_steps(card: PairCard) -> dict[str, bool]:
    steps = {name: card.is_curator and event in card.events for name, event in CURATORS_STEPS.items()}
    is_group = card.pair.type is not MentoringType.PERSONAL
    voiceless = {one.side for one in card.pair.members if one.person_id in card.speaks_for and not is_group}
    is_offer = card.pair.state in OFFER
    return steps | {
        "approve": steps["approve"] and not card.pair.awaits_lender and card.pair.type is not MentoringType.TEAM,
        "approve_teams": card.decides,
        "send_back": card.decides,
        "reply": card.is_curator and card.is_returned and card.side is None,
        "lend": card.lends,
        "keep": card.lends,
        "answers": card.is_curator and card.side is None and card.pair.state in RUNNING,
        "talk": card.is_curator and card.pair.state in RUNNING,
        "cancel": card.is_curator and is_offer,
        "terminate": card.is_curator and not is_offer and bool({"terminate", "cancel"} & card.events),
        "yes_mentor": Side.MENTOR in voiceless,
        "no_mentor": Side.MENTOR in voiceless,
        "yes_mentee": Side.MENTEE in voiceless,
        "no_mentee": Side.MENTEE in voiceless,
    }
