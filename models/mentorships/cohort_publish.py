"""Publishing the draft of a cohort: all its pairs at once, or none of them and what has changed since."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from models.access import Permission
from models.errors import ProgrammeError
from models.matching.cohort import Cohort, places_of
from models.matching.need import Candidate, Need
from models.matching.rules import Refusal, refusals
from models.mentorships.cohort_draft import check_version, empty, lines_of, touch
from models.mentorships.cohort_facts import cohort_of
from models.mentorships.cohort_groups import draw_up_groups, leading
from models.mentorships.cohort_tables import CohortDraft, CohortLine, LineProblem
from models.mentorships.propose import Basis, draw_up, put_forward
from models.people.actor import below
from models.people.tables import MentorProfile, Person
from models.requests.tables import MentoringRequest
from models.use_case import Tx, use_case


@dataclass(frozen=True)
class Publication:
    """What came of it: so many proposals, or so many lines that have changed and a new version of the draft."""

    organisation_id: int
    published: int
    """Pairs and groups."""
    groups: int
    changed: int
    version: int


@use_case(Permission.CURATE)
def publish(tx: Tx, draft_id: int, version: int) -> Publication:
    """Each pair and each group comes to life as «Создать пару» makes one: the curator's choice is the approval.

    Every hard rule and every place is checked anew, with cards and requests locked; where one of them forbids a pair
    by now, nothing is published and the lines say why. Raises ProgrammeError `error-draft-empty` where the draft has
    no pair, `error-draft-changed`, `error-gone`, `error-no-access` as the draft's other steps.
    """
    draft = tx.get(CohortDraft, draft_id)
    check_version(tx, draft, version)
    lines = [line for line in lines_of(tx, draft) if line.mentor_id is not None]
    if not lines:
        raise ProgrammeError("error-draft-empty")
    requests = _locked(tx, lines)
    cohort = cohort_of(tx.session, below(tx.session, [draft.organisation_id]), tx.now)
    problems = problems_of(cohort, lines, leading(tx, {line.mentor_id or 0 for line in lines if line.is_grouped}))
    organisation_id = draft.organisation_id
    if problems:
        touch(tx, draft)
        for line in lines:
            line.problem = problems.get(line.request_id)
        return Publication(organisation_id, 0, 0, len(problems), draft.version)
    needs = {need.request_id: need for need in cohort.needs}
    mentors = {one.mentor_id: one for one in cohort.mentors}
    people = _people(tx, {needs[line.request_id].mentee_id for line in lines} | {line.mentor_id for line in lines})
    with tx.session.no_autoflush:  # all rows of a kind go together: the writer waits for nobody meanwhile
        drawn_up = []
        for line in (one for one in lines if not one.is_grouped):
            request, need = requests[line.request_id], needs[line.request_id]
            basis = Basis(people[need.mentee_id], request.form, request)
            drawn_up.append(draw_up(tx, basis, need, mentors[line.mentor_id or 0], tx.actor.me))
    tx.session.flush()
    groups = draw_up_groups(tx, (line for line in lines if line.is_grouped), requests, people)
    for mentorship in (*drawn_up, *groups):
        put_forward(tx, mentorship)
    empty(tx, draft)
    tx.session.delete(draft)
    tx.session.flush()
    return Publication(organisation_id, len(drawn_up) + len(groups), len(groups), 0, 0)


def problems_of(cohort: Cohort, lines: Sequence[CohortLine], leaders: Collection[int] = ()) -> dict[int, LineProblem]:
    """What forbids each line by now, by request; nothing for a line that may be published. `leaders` lead a group."""
    needs = {need.request_id: need for need in cohort.needs}
    mentors = {one.mentor_id: one for one in cohort.mentors}
    chosen = {
        (needs[line.request_id].mentee_id, line.mentor_id, needs[line.request_id].form)
        for line in lines
        if line.request_id in needs
    }
    given: Counter[int] = Counter()
    found: dict[int, LineProblem] = {}
    for line in lines:
        need, mentor = needs.get(line.request_id), mentors.get(line.mentor_id or 0)
        if need is None:
            found[line.request_id] = LineProblem.REQUEST
            continue
        if line.is_grouped:
            problem = next(iter(_forbidden_group(cohort, need, mentor, leaders)), None)
        else:
            problem = next(iter(_forbidden(cohort, need, mentor, given)), None)
        if mentor is not None and (mentor.mentor_id, need.mentee_id, need.form) in chosen:
            problem = LineProblem.RECIPROCAL
        if problem is not None:
            found[line.request_id] = problem
    return found


def _forbidden(cohort: Cohort, need: Need, mentor: Candidate | None, given: Counter[int]) -> Iterable[LineProblem]:
    if mentor is None:
        yield LineProblem.STATE
        return
    given[mentor.mentor_id] += 1
    for refusal in refusals(need, mentor, cohort.days[need.organisation_id]):
        yield LineProblem(refusal.value)
    if given[mentor.mentor_id] > places_of(mentor):
        yield LineProblem.CAPACITY


def _forbidden_group(
    cohort: Cohort, need: Need, mentor: Candidate | None, leaders: Collection[int]
) -> Iterable[LineProblem]:
    """A group has a place of its own beside those for pairs, with a mentor of the school."""
    if mentor is None:
        yield LineProblem.STATE
        return
    for refusal in refusals(need, mentor, cohort.days[need.organisation_id]):
        if refusal is not Refusal.CAPACITY:
            yield LineProblem(refusal.value)
    if need.organisation_id not in mentor.organisation_ids:
        yield LineProblem.SCOPE
    if mentor.mentor_id in leaders:
        yield LineProblem.CAPACITY


def _people(tx: Tx, ids: Collection[int | None]) -> Mapping[int, Person]:
    """Everybody with what a notice asks for, in one go: nothing is looked up pair by pair."""
    found = select(Person).where(Person.id.in_(ids))
    found = found.options(selectinload(Person.accounts), joinedload(Person.organisation))
    return {person.id: person for person in tx.session.scalars(found)}


def _locked(tx: Tx, lines: Sequence[CohortLine]) -> Mapping[int, MentoringRequest]:
    """The requests, after the mentors' cards and they are locked, each kind in one order (see `lock_card`)."""
    mentors = {line.mentor_id for line in lines}
    cards = select(MentorProfile.id).where(MentorProfile.person_id.in_(mentors)).order_by(MentorProfile.person_id)
    tx.session.execute(cards.with_for_update())
    asked = select(MentoringRequest).where(MentoringRequest.id.in_([line.request_id for line in lines]))
    found = tx.session.scalars(asked.order_by(MentoringRequest.id).with_for_update()).all()
    return {request.id: request for request in found}
