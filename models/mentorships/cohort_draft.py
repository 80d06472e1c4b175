"""What a curator does with the draft of a cohort before it is published. Nobody else is told of any of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select

from models.access import Permission
from models.errors import ProgrammeError
from models.matching.cohort import Assignment, MentorLeft, NeedLeft, places_of
from models.matching.need import Candidate, Need
from models.matching.rules import Refusal, refusals
from models.mentorships.candidates import candidate, is_at_home_in, need_of, stored_reasons, today_of
from models.mentorships.cohort_facts import is_open
from models.mentorships.cohort_tables import CohortDraft, CohortLine, CohortRest
from models.mentorships.propose import SAID
from models.mentorships.shape import LEAST
from models.people.actor import below
from models.people.names import official
from models.people.tables import MentorProfile, Organisation, Person
from models.requests.queries import TO_DECIDE
from models.requests.tables import MentoringRequest
from models.use_case import Tx, use_case

_FORBIDDEN = SAID | {Refusal.CAPACITY: "error-draft-full", Refusal.ASKED_BEFORE: "error-draft-asked"}


@dataclass(frozen=True)
class DraftView:
    """A draft as it stands: its version, and how many of its requests have a mentor."""

    id: int
    organisation_id: int
    version: int
    pairs: int
    left: int


@use_case(Permission.CURATE)
def keep(tx: Tx, organisation_id: int, version: int, plan: Assignment) -> DraftView:
    """Puts the optimum's plan in place of the draft of `version` (0: there was none); what is left out stays so.

    Raises ProgrammeError `error-draft-changed` where another curator was faster, `error-gone` for a request or a mentor
    of another place, `error-no-access` outside the actor's scope.
    """
    tx.get(Organisation, organisation_id)
    if organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    schools = below(tx.session, [organisation_id])
    _check_belongs(tx, schools, plan)
    draft = tx.session.scalar(
        select(CohortDraft).where(CohortDraft.organisation_id == organisation_id).with_for_update()
    )
    check_version(tx, draft, version)
    before = {} if draft is None else {line.request_id: line for line in lines_of(tx, draft)}
    if draft is None:
        draft = CohortDraft(
            organisation_id=organisation_id, version=0, made_at=tx.now, changed_at=tx.now, changed_by=tx.actor.me
        )
        tx.add(draft)
    draft.made_at = tx.now
    touch(tx, draft)
    known = {request_id: (line.mentor_id, line.version, line.changed_by) for request_id, line in before.items()}
    still_open = set(tx.session.scalars(select(MentoringRequest.id).where(*is_open(schools))))
    named = {pair.request_id for pair in plan.pairs} | {one.request_id for one in plan.left_needs}
    waiting = [line for line in before.values() if line.request_id in still_open - named]
    grouped = [line for line in waiting if line.is_grouped]
    left_out = [line for line in waiting if line.is_fixed and line.mentor_id is None]
    rows = [*_planned(plan), *map(_left_out, left_out), *_grouped(grouped)]
    leading = {line.mentor_id for line in grouped}
    for row in rows:
        old = known.get(row["request_id"])
        is_same = old is not None and old[0] == row["mentor_id"]
        row["version"], row["changed_by"] = old[1:] if old and is_same else (draft.version, tx.actor.me)
        row["draft_id"] = draft.id
    empty(tx, draft)
    rest = [
        {"draft_id": draft.id, "mentor_id": one.mentor_id, "why": one.why, "places": one.places}
        for one in plan.left_mentors
        if one.mentor_id not in leading
    ]
    for model, some in ((CohortLine, rows), (CohortRest, rest)):
        if some:
            tx.session.execute(insert(model), some)
    tx.session.flush()
    return view_of(tx, draft)


@use_case(Permission.CURATE)
def choose(tx: Tx, draft_id: int, version: int, request_id: int, mentor_id: int) -> DraftView:
    """Another mentor for a request of the draft; the curator's own choice is kept when the plan is made anew.

    Raises ProgrammeError `error-draft-full` where the draft and others have given all the mentor's places,
    `error-draft-asked` for one who was asked for this request before, `error-draft-request` where nobody waits by it
    any more, what of `SAID` forbids the mentor, and as `fix`.
    """
    draft, line = opened(tx, draft_id, version, request_id)
    request = tx.session.get_one(MentoringRequest, request_id)
    if request.state not in TO_DECIDE:
        raise ProgrammeError("error-draft-request")
    need = need_of(tx.session, request)
    mentor = candidate(tx.session, mentor_id, need.organisation_id)
    if mentor is None or not mentor.organisation_ids & below(tx.session, [draft.organisation_id]):
        raise ProgrammeError("error-gone")
    _check_allowed(tx, draft, need, mentor)
    before, line.mentor_id = line.mentor_id, mentor_id
    line.reasons, line.left_why, line.left_count = stored_reasons(need, mentor), None, 0
    line.is_fixed, line.is_grouped = True, False
    touch(tx, draft, line)
    break_up(tx, draft, before)
    tx.session.execute(delete(CohortRest).where(CohortRest.draft_id == draft.id, CohortRest.mentor_id == mentor_id))
    _free(tx, draft, before)
    return view_of(tx, draft)


@use_case(Permission.CURATE)
def take_out(tx: Tx, draft_id: int, version: int, request_id: int) -> DraftView:
    """Takes a pair out of the draft; the request waits on, and no new plan pairs it until it is let in again.

    Raises ProgrammeError as `fix`.
    """
    draft, line = opened(tx, draft_id, version, request_id)
    before, line.mentor_id = line.mentor_id, None
    line.reasons, line.left_why, line.left_count, line.is_fixed = [], NeedLeft.BY_HAND, 0, True
    line.is_grouped = False
    touch(tx, draft, line)
    break_up(tx, draft, before)
    _free(tx, draft, before)
    return view_of(tx, draft)


@use_case(Permission.CURATE)
def fix(tx: Tx, draft_id: int, version: int, request_id: int, is_fixed: bool) -> DraftView:
    """Keeps a line as it is when the plan is made anew, or lets the plan have it.

    Raises ProgrammeError `error-draft-changed` where the draft is not the one that the actor has seen, `error-gone`
    where it is published or forgotten, `error-no-access` outside the actor's scope.
    """
    draft, line = opened(tx, draft_id, version, request_id)
    line.is_fixed = is_fixed
    touch(tx, draft, line)
    return view_of(tx, draft)


@use_case(Permission.CURATE)
def discard(tx: Tx, draft_id: int, version: int) -> int:
    """Throws the draft away; gives the organisation. Nothing else is changed. Raises ProgrammeError as `fix`."""
    draft = tx.get(CohortDraft, draft_id)
    check_version(tx, draft, version)
    organisation_id = draft.organisation_id
    empty(tx, draft)
    tx.session.delete(draft)
    tx.session.flush()
    return organisation_id


def opened(tx: Tx, draft_id: int, version: int, request_id: int) -> tuple[CohortDraft, CohortLine]:
    """The draft that the actor has seen, locked, and one of its lines. Raises ProgrammeError as `fix`."""
    draft = tx.get(CohortDraft, draft_id)
    check_version(tx, draft, version)
    line = tx.session.scalar(
        select(CohortLine).where(CohortLine.draft_id == draft.id, CohortLine.request_id == request_id)
    )
    if line is None:
        raise ProgrammeError("error-gone")
    return draft, line


def check_version(tx: Tx, draft: CohortDraft | None, version: int) -> None:
    """Raises ProgrammeError `error-draft-changed`, with who did it, where the actor has seen another draft."""
    if draft is None and version:
        raise ProgrammeError("error-gone")
    if draft is not None and draft.version != version:
        raise ProgrammeError("error-draft-changed", person=official(tx.session.get_one(Person, draft.changed_by)))


def break_up(tx: Tx, draft: CohortDraft, mentor_id: int | None) -> None:
    """A group of the draft from which somebody went is none with one mentee left (R-06)."""
    rest = [line for line in lines_of(tx, draft) if line.is_grouped and line.mentor_id == mentor_id]
    if len(rest) < LEAST:
        for line in rest:
            line.is_grouped = False
    tx.session.flush()


def touch(tx: Tx, draft: CohortDraft, *lines: CohortLine) -> None:
    """The draft is another now, and whoever has seen the old one is told."""
    draft.version += 1
    draft.changed_at, draft.changed_by = tx.now, tx.actor.me
    for line in lines:
        line.version, line.changed_by, line.problem = draft.version, tx.actor.me, None
    tx.session.flush()


def lines_of(tx: Tx, draft: CohortDraft) -> Sequence[CohortLine]:
    """All lines of a draft, in the order of the requests."""
    return tx.session.scalars(
        select(CohortLine).where(CohortLine.draft_id == draft.id).order_by(CohortLine.request_id)
    ).all()


def empty(tx: Tx, draft: CohortDraft) -> None:
    """Takes away all that stands in the draft."""
    for model in (CohortLine, CohortRest):
        tx.session.execute(delete(model).where(model.draft_id == draft.id))


def view_of(tx: Tx, draft: CohortDraft) -> DraftView:
    """The draft with its counts."""
    counted = select(func.count(), func.count(CohortLine.mentor_id)).where(CohortLine.draft_id == draft.id)
    lines, pairs = tx.session.execute(counted).one()
    return DraftView(draft.id, draft.organisation_id, draft.version, pairs, lines - pairs)


def _check_belongs(tx: Tx, schools: Collection[int], plan: Assignment) -> None:
    requests = {pair.request_id for pair in plan.pairs} | {one.request_id for one in plan.left_needs}
    mentors = {pair.mentor_id for pair in plan.pairs} | {one.mentor_id for one in plan.left_mentors}
    known = select(MentoringRequest.id).where(MentoringRequest.organisation_id.in_(schools))
    cards = select(MentorProfile.person_id).where(is_at_home_in(schools))
    if not (requests <= set(tx.session.scalars(known)) and mentors <= set(tx.session.scalars(cards))):
        raise ProgrammeError("error-gone")


def _planned(plan: Assignment) -> Iterable[dict[str, Any]]:
    for pair in plan.pairs:
        reasons = [reason.dump() for reason in pair.reasons]
        yield _row(pair.request_id, mentor_id=pair.mentor_id, reasons=reasons, is_fixed=pair.is_fixed)
    for one in plan.left_needs:
        yield _row(one.request_id, left_why=one.why, left_count=one.count)


def _left_out(line: CohortLine) -> dict[str, Any]:
    return _row(line.request_id, left_why=line.left_why, is_fixed=True)


def _grouped(lines: Sequence[CohortLine]) -> Iterable[dict[str, Any]]:
    """The groups as they stood, those that have lost too many as pairs."""
    sizes = Counter(line.mentor_id for line in lines)
    for line in lines:
        is_group = sizes[line.mentor_id] >= LEAST
        facts = {"mentor_id": line.mentor_id, "reasons": line.reasons, "is_fixed": line.is_fixed}
        yield _row(line.request_id, **facts, is_grouped=is_group)


def _row(request_id: int, **values: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "mentor_id": None,
        "reasons": [],
        "is_fixed": False,
        "is_grouped": False,
        "left_why": None,
        "left_count": 0,
        "problem": None,
    }
    return {"request_id": request_id, **usual, **values}


def _check_allowed(tx: Tx, draft: CohortDraft, need: Need, mentor: Candidate) -> None:
    for refusal in refusals(need, mentor, today_of(tx.session, need.organisation_id, tx.now)):
        raise ProgrammeError(_FORBIDDEN[refusal])
    others = tx.session.execute(
        select(CohortLine.is_grouped, CohortLine.mentor_id, MentoringRequest.mentee_id, MentoringRequest.form)
        .join(MentoringRequest, MentoringRequest.id == CohortLine.request_id)
        .where(CohortLine.draft_id == draft.id, CohortLine.request_id != need.request_id)
        .where(CohortLine.mentor_id.in_((mentor.mentor_id, need.mentee_id)))
    ).all()
    if sum(other.mentor_id == mentor.mentor_id and not other.is_grouped for other in others) >= places_of(mentor):
        raise ProgrammeError("error-draft-full")
    if (need.mentee_id, mentor.mentor_id, need.form) in [tuple(other)[1:] for other in others]:
        raise ProgrammeError("error-mentor-reciprocal")


def _free(tx: Tx, draft: CohortDraft, mentor_id: int | None) -> None:
    """A mentor who has lost the last pair of the draft stands among those who have nobody."""
    if mentor_id is None:
        return
    has_more = select(CohortLine.id).where(CohortLine.draft_id == draft.id, CohortLine.mentor_id == mentor_id).limit(1)
    if tx.session.scalar(has_more) is not None:
        return
    card = tx.session.scalar(select(MentorProfile).where(MentorProfile.person_id == mentor_id))
    one = candidate(tx.session, mentor_id, card.organisation_id) if card is not None else None
    if one is not None:
        tx.add(CohortRest(draft_id=draft.id, mentor_id=mentor_id, why=MentorLeft.FREE, places=places_of(one)))
