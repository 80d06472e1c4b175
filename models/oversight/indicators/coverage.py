"""Coverage (YKT-2, NTG-29): distinct people in pairs of the year, at the school to which they belong."""

from sqlalchemy import Select, select

from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.indicators.codes import Block, Code
from models.oversight.indicators.definition import Indicator, Rows
from models.oversight.indicators.frame import Frame
from models.oversight.indicators.pairs import ran, took_part
from models.people.tables import Organisation, Person
from models.terms import PersonKind


def _covered(kind: PersonKind) -> Rows:
    """Whoever is mentor or mentee in a pair of any school; somebody in two pairs counts once."""

    def rows(frame: Frame) -> Select[int, int]:
        return (
            select(Person.id.label("who"), Person.organisation_id.label("school"))
            .join(Organisation, Organisation.id == Person.organisation_id)
            .join(MentorshipMember, MentorshipMember.person_id == Person.id)
            .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
            .where(frame.here(Person.organisation_id), Person.kind == kind, ran(frame), took_part(frame))
        )

    return rows


INDICATORS = (
    Indicator(Code.COV_STUDENTS, Block.COVERAGE, _covered(PersonKind.STUDENT)),
    Indicator(Code.COV_STAFF, Block.COVERAGE, _covered(PersonKind.STAFF)),
)
