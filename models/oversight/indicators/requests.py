"""Block 1 of the Omsk table: who asked for a mentor."""

from sqlalchemy import Select, select

from models.oversight.indicators.codes import Block, Code
from models.oversight.indicators.definition import Indicator, Rows
from models.oversight.indicators.frame import Frame
from models.people.tables import Organisation, Person
from models.requests.tables import MentoringRequest
from models.terms import PersonKind


def _asked(kind: PersonKind) -> Rows:
    """Mentees whose request was handed in within the window, whatever became of it; a draft was never handed in."""

    def rows(frame: Frame) -> Select[int, int]:
        return (
            select(MentoringRequest.mentee_id.label("who"), MentoringRequest.organisation_id.label("school"))
            .join(Organisation, Organisation.id == MentoringRequest.organisation_id)
            .join(Person, Person.id == MentoringRequest.mentee_id)
            .where(
                frame.here(MentoringRequest.organisation_id),
                Person.kind == kind,
                MentoringRequest.submitted_at >= frame.start,
                MentoringRequest.submitted_at < frame.end,
            )
        )

    return rows


INDICATORS = (
    Indicator(Code.I_1_1, Block.REQUESTS, _asked(PersonKind.STUDENT)),
    Indicator(Code.I_1_2, Block.REQUESTS, _asked(PersonKind.STAFF)),
)
