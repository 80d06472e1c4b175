"""Groups in the draft of a cohort: requests that one mentor would take together (1 : N), and how they are published."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import select

from models.access import Permission
from models.errors import ProgrammeError
from models.mentorships.cohort_draft import DraftView, opened, touch, view_of
from models.mentorships.cohort_facts import are_beside
from models.mentorships.cohort_tables import CohortDraft, CohortLine
from models.mentorships.groups import check_mentor, check_most, draw_up_group
from models.mentorships.places import IS_TAKEN, lock_card
from models.mentorships.shape import check_shape
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.tables import Person
from models.requests.tables import MentoringRequest
from models.terms import MentoringType
from models.use_case import Tx, use_case


@use_case(Permission.CURATE)
def unite(tx: Tx, draft_id: int, version: int, request_id: int, is_grouped: bool) -> DraftView:
    """All that the draft gives to this line's mentor in the same form and school comes as one group, or as pairs again.

    Raises ProgrammeError `error-shape-group` for a single request, `error-shape-most`, `error-mentor-full` for a mentor
    who leads a group already, `error-group-lent` for one of another school, what of `SAID` forbids them, and as `fix`.
    """
    draft, line = opened(tx, draft_id, version, request_id)
    request = tx.session.get_one(MentoringRequest, request_id)
    lines = _beside(tx, line, request)
    if is_grouped:
        _check_group(tx, draft, line, request, lines)
    for one in lines:
        one.is_grouped = is_grouped
    touch(tx, draft, *lines)
    return view_of(tx, draft)


def draw_up_groups(
    tx: Tx,
    lines: Iterable[CohortLine],
    requests: Mapping[int, MentoringRequest],
    people: Mapping[int, Person],
) -> list[Mentorship]:
    """The groups of a draft that is published, their requests moved along. Raises ProgrammeError as `check_shape`."""
    groups: dict[int, list[MentoringRequest]] = defaultdict(list)
    for line in lines:
        groups[line.mentor_id or 0].append(requests[line.request_id])
    drawn_up = []
    for mentor_id, asked in groups.items():
        form, mentees = asked[0].form, [people[request.mentee_id] for request in asked]
        check_shape(form, MentoringType.GROUP, {mentor_id}, {one.id for one in mentees})
        check_most(MentoringType.GROUP, people[mentor_id], len(mentees))
        drawn_up.append(draw_up_group(tx, MentoringType.GROUP, form, [people[mentor_id]], mentees))
    return drawn_up


def leading(tx: Tx, mentor_ids: Collection[int]) -> set[int]:
    """Which of the mentors lead a group already, and so have no place for another."""
    led = select(MentorshipMember.person_id).join(Mentorship).where(IS_TAKEN, Mentorship.type == MentoringType.GROUP)
    led = led.where(MentorshipMember.person_id.in_(mentor_ids), MentorshipMember.side == Side.MENTOR)
    return set(tx.session.scalars(led))


def _beside(tx: Tx, line: CohortLine, request: MentoringRequest) -> Sequence[CohortLine]:
    """The line and the others of its mentor, form and school."""
    if line.mentor_id is None:
        raise ProgrammeError("error-shape-group")
    found = select(CohortLine).join(MentoringRequest, MentoringRequest.id == CohortLine.request_id)
    return tx.session.scalars(found.where(*are_beside(line, request)).order_by(CohortLine.request_id)).all()


def _check_group(
    tx: Tx, draft: CohortDraft, line: CohortLine, request: MentoringRequest, lines: Sequence[CohortLine]
) -> None:
    mentor = lock_card(tx, line.mentor_id or 0).person
    asked = select(Person).join(MentoringRequest, MentoringRequest.mentee_id == Person.id)
    mentees = tx.session.scalars(asked.where(MentoringRequest.id.in_([one.request_id for one in lines]))).all()
    check_shape(request.form, MentoringType.GROUP, {mentor.id}, {one.id for one in mentees})
    check_most(MentoringType.GROUP, mentor, len(mentees))
    check_mentor(tx, mentor, mentees, request.form, MentoringType.GROUP, overrides=False)
    others = select(CohortLine.id).where(
        CohortLine.draft_id == draft.id,
        CohortLine.mentor_id == mentor.id,
        CohortLine.is_grouped,
        CohortLine.id.not_in([one.id for one in lines]),
    )
    if tx.session.scalar(others.limit(1)) is not None:
        raise ProgrammeError("error-mentor-full")
