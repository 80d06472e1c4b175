"""The May set of Nizhny Tagil (NTG-4). Who is a young teacher is not known before birth dates are kept (R-07)."""

from sqlalchemy import Select, select

from models.mentorships.states import Side
from models.oversight.indicators.codes import Awaits, Block, Code
from models.oversight.indicators.definition import Indicator
from models.oversight.indicators.frame import Frame
from models.oversight.indicators.mentors import registered
from models.oversight.indicators.pairs import members, on_side
from models.people.register import MentorTerm
from models.people.tables import Person
from models.terms import MentorSource, PersonKind


def _at_work(frame: Frame) -> Select[int, int]:
    """Teachers who were mentors in a pair of this school year."""
    return members(frame, on_side(Side.MENTOR), Person.kind == PersonKind.STAFF)


def _without_pairs(frame: Frame) -> Select[int, int]:
    """2′: teachers in the register who have had no pair this school year."""
    busy = select(_at_work(frame).subquery().c.who)
    return registered(frame, MentorSource.TEACHER).where(MentorTerm.person_id.not_in(busy))


INDICATORS = (
    Indicator(Code.S_1, Block.MAY, awaits=Awaits.TEACHING_START),
    Indicator(Code.S_2, Block.MAY, _at_work),
    Indicator(Code.S_2_FREE, Block.MAY, _without_pairs),
    Indicator(Code.S_3, Block.MAY, awaits=Awaits.TEACHING_START),
    Indicator(Code.S_4, Block.MAY, awaits=Awaits.TEACHING_START),
)
SHARES = ((Code.S_3, Code.S_1), (Code.S_4, Code.S_1), (Code.S_3, Code.S_2))
"""The derived shares: coverage of the young, of them with a category, and the load; each is said with its n."""
