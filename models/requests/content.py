"""Writing a request's content into its row, checked against the school it is for."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.errors import ProgrammeError
from models.people.states import MentorState
from models.people.tables import MentorProfile, Organisation, Person
from models.people.topics import checked_topics
from models.requests.rules import clean_goal, clean_slots, clean_wishes
from models.requests.states import OPEN
from models.requests.tables import MentoringRequest
from models.terms import Intensity, MentoringForm
from models.use_case import MAX_ID, Tx

_OPEN = select(MentoringRequest).where(
    MentoringRequest.mentee_id == bindparam("mentee"),
    MentoringRequest.form == bindparam("form"),
    MentoringRequest.state.in_(OPEN),
)


@dataclass(frozen=True)
class Content:
    """What a mentee asks for."""

    topics: Sequence[str]
    goal: str
    intensity: Intensity
    slots: Sequence[str]
    wished_mentor_ids: Sequence[int] = ()


def draft(tx: Tx, mentee: Person, form: MentoringForm, content: Content) -> MentoringRequest:
    """A new request in its first state; the drafts of a dialog never come here.

    Raises ProgrammeError `error-request-form`, `error-request-open`, and those of the content.
    """
    if form not in forms_of(tx.session, mentee.organisation_id):
        raise ProgrammeError("error-request-form")
    check_none_open(tx, mentee.id, form)
    request = MentoringRequest(
        mentee_id=mentee.id,
        organisation_id=mentee.organisation_id,
        form=form,
        created_at=tx.now,
        wished_mentor_ids=[],
        **_checked(content, form),
    )
    tx.add(request)
    request.wished_mentor_ids = _checked_wishes(tx, request, content.wished_mentor_ids)
    return request


def rewrite(tx: Tx, request: MentoringRequest, content: Content) -> None:
    """Puts new content into a request; its number and its clock stay. Raises as `draft` for the content."""
    for name, value in _checked(content, request.form).items():
        setattr(request, name, value)
    request.wished_mentor_ids = _checked_wishes(tx, request, content.wished_mentor_ids)


def forms_of(session: Session, organisation_id: int) -> tuple[MentoringForm, ...]:
    """The forms that the school's programme uses."""
    return tuple(MentoringForm(code) for code in session.get_one(Organisation, organisation_id).forms)


def check_none_open(tx: Tx, mentee_id: int, form: MentoringForm) -> None:
    """Raises ProgrammeError `error-request-open`: one open request for each mentee and form (§4.1)."""
    if open_request(tx.session, mentee_id, form) is not None:
        raise ProgrammeError("error-request-open")


def open_request(session: Session, mentee_id: int, form: MentoringForm) -> MentoringRequest | None:
    """The mentee's open request in this form, if there is one."""
    return session.scalar(_OPEN, {"mentee": mentee_id, "form": form})


def _checked(content: Content, form: MentoringForm) -> dict[str, object]:
    return {
        "topics": checked_topics(content.topics, [form]),
        "goal": clean_goal(content.goal),
        "intensity": Intensity(content.intensity),
        "slots": clean_slots(content.slots),
    }


def _checked_wishes(tx: Tx, request: MentoringRequest, mentor_ids: Sequence[int]) -> list[int]:
    """Raises ProgrammeError `error-gone` for somebody who is no confirmed mentor of the school in this form."""
    wishes = clean_wishes(mentor_ids, request.mentee_id)
    if not wishes:
        return []
    profiles = tx.session.scalars(
        select(MentorProfile).where(
            MentorProfile.person_id.in_([wish for wish in wishes if 0 < wish <= MAX_ID]),
            MentorProfile.organisation_id == request.organisation_id,
            MentorProfile.state == MentorState.APPROVED,
        )
    )
    known = {profile.person_id for profile in profiles if request.form in profile.mentoring_forms}
    if not known.issuperset(wishes):
        raise ProgrammeError("error-gone")
    return wishes
