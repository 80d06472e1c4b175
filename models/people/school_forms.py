"""Which forms of mentoring a school's programme uses (OMS-5); a new one begins with «педагог – педагог» (YKT-20)."""

from collections.abc import Sequence

from sqlalchemy import select

from models.access import Permission
from models.errors import ProgrammeError
from models.people.tables import MentorProfile, Organisation
from models.requests.states import OPEN
from models.requests.tables import MentoringRequest
from models.terms import MentoringForm, OrgKind
from models.use_case import Tx, use_case


@use_case(Permission.CURATE)
def set_forms(tx: Tx, organisation_id: int, forms: Sequence[MentoringForm]) -> tuple[MentoringForm, ...]:
    """The forms in which a school's people may ask from now on; pairs that exist go on, whatever their form.

    The cards of its mentors get the forms that are new, as a new card has them all: else nobody could be found in them.
    Raises ProgrammeError `error-no-access`, `error-gone` for what is no school, `error-forms-none`, and
    `error-forms-asked` where somebody still waits in a form that is taken away.
    """
    school = tx.get(Organisation, organisation_id)
    if school.id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    if school.kind is not OrgKind.SCHOOL:
        raise ProgrammeError("error-gone")
    wanted = tuple(form for form in MentoringForm if form in forms)
    if not wanted:
        raise ProgrammeError("error-forms-none")
    waits = select(MentoringRequest.id).where(
        MentoringRequest.organisation_id == school.id,
        MentoringRequest.state.in_(OPEN),
        MentoringRequest.form.not_in(wanted),
    )
    if tx.session.scalar(waits.limit(1)) is not None:
        raise ProgrammeError("error-forms-asked")
    added = [form.value for form in wanted if form not in school.forms]
    school.forms = [form.value for form in wanted]
    if added:
        for card in tx.session.scalars(select(MentorProfile).where(MentorProfile.organisation_id == school.id)):
            card.forms = list(dict.fromkeys([*card.forms, *added]))
    return wanted
