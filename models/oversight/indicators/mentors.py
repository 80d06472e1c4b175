"""Block 2 of the Omsk table: the register of mentors by where they come from, and our own row of pupils (X-2.S)."""

from sqlalchemy import Select, or_, select

from models.oversight.indicators.codes import Awaits, Block, Code
from models.oversight.indicators.definition import Indicator, Rows
from models.oversight.indicators.frame import Frame
from models.people.register import MentorTerm
from models.people.tables import Organisation
from models.terms import MentorSource


def registered(frame: Frame, source: MentorSource) -> Select[int, int]:
    """Whoever stands in the register at the end of the window, come from this source."""
    lasts = or_(MentorTerm.until.is_(None), MentorTerm.until >= frame.end)
    return (
        select(MentorTerm.person_id.label("who"), MentorTerm.organisation_id.label("school"))
        .join(Organisation, Organisation.id == MentorTerm.organisation_id)
        .where(frame.here(MentorTerm.organisation_id), MentorTerm.source == source, MentorTerm.since < frame.end, lasts)
    )


def _of(source: MentorSource) -> Rows:
    def rows(frame: Frame) -> Select[int, int]:
        return registered(frame, source)

    return rows


INDICATORS = (
    Indicator(Code.I_2_1, Block.MENTORS, awaits=Awaits.TRAINING_RECORD),
    Indicator(Code.I_2_2, Block.MENTORS, _of(MentorSource.TEACHER)),
    Indicator(Code.I_2_3, Block.MENTORS, _of(MentorSource.GRADUATE)),
    Indicator(Code.I_2_4, Block.MENTORS, _of(MentorSource.ENTERPRISE)),
    Indicator(Code.I_2_5, Block.MENTORS, _of(MentorSource.BUSINESS_PUBLIC)),
    Indicator(Code.I_2_6, Block.MENTORS, _of(MentorSource.NGO_SOCIAL)),
    Indicator(Code.X_2_S, Block.MENTORS, _of(MentorSource.STUDENT)),
)
