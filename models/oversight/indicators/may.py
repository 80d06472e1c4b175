"""The May set of Nizhny Tagil (NTG-4). A young teacher is known by dates that not every school has entered (R-07)."""

from sqlalchemy import ColumnElement, Select, and_, not_, or_, select

from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.indicators.codes import Awaits, Block, Code
from models.oversight.indicators.definition import Indicator, Rows
from models.oversight.indicators.frame import Frame
from models.oversight.indicators.mentors import registered
from models.oversight.indicators.pairs import members, on_side, took_part
from models.people.register import MentorTerm
from models.people.states import PersonState
from models.people.tables import Organisation, Person
from models.people.young import has_category, is_told, is_young
from models.terms import MentorSource, PersonKind, QualificationCategory


def _staff(frame: Frame, condition: ColumnElement[bool]) -> Select[int, int]:
    """Teachers of the schools."""
    return (
        select(Person.id.label("who"), Person.organisation_id.label("school"))
        .join(Organisation, Organisation.id == Person.organisation_id)
        .where(
            frame.here(Person.organisation_id),
            Person.kind == PersonKind.STAFF,
            Person.state == PersonState.ACTIVE,
            condition,
        )
    )


def _young(frame: Frame) -> Select[int, int]:
    """Teachers who are young on the last day of the window."""
    return _staff(frame, is_young(frame.window.day))


def _guided(frame: Frame, rows: Select[int, int], *also: ColumnElement[bool]) -> Select[int, int]:
    """Of these those who are mentees in a pair that is at work at the end of the window, in whichever school it is.

    `also` names other pairs, of those that had been approved by then.
    """
    return (
        rows.join(MentorshipMember, MentorshipMember.person_id == Person.id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(
            on_side(Side.MENTEE),
            took_part(frame),
            or_(MentorshipMember.left_at.is_(None), MentorshipMember.left_at >= frame.end),
            Mentorship.approved_at < frame.end,
            or_(Mentorship.closed_at.is_(None), Mentorship.closed_at >= frame.end, *also),
        )
    )


def _young_in_pairs(frame: Frame) -> Select[int, int]:
    return _guided(frame, _young(frame))


def _young_with_category(frame: Frame) -> Select[int, int]:
    """Of the young who have a category those with a mentor, and those who have finished the programme as mentees."""
    finished = Mentorship.state == MentorshipState.COMPLETED
    return _guided(frame, _young(frame).where(has_category()), finished)


def _told(frame: Frame) -> Select[int, int]:
    return _staff(frame, is_told())


def _untold(frame: Frame) -> Select[int, int]:
    return _staff(frame, not_(is_told()))


def _without_category(frame: Frame) -> ColumnElement[bool]:
    """Young teachers of whom nobody has entered whether they have a category."""
    return and_(is_young(frame.window.day), Person.qualification_category.is_(None))


def _category_told(frame: Frame) -> Select[int, int]:
    """Nobody of a school that has entered the category of no young teacher, though there are some."""
    waiting = select(_staff(frame, _without_category(frame)).subquery().c.school)
    is_entered = Person.qualification_category.is_not(None)
    return _staff(frame, and_(is_told(), or_(is_entered, Person.organisation_id.not_in(waiting))))


def _category_untold(frame: Frame) -> Select[int, int]:
    has_none = Person.qualification_category.is_not_distinct_from(QualificationCategory.NONE)
    return _staff(frame, or_(and_(not_(is_told()), not_(has_none)), _without_category(frame)))


def _at_work(frame: Frame) -> Select[int, int]:
    """Teachers who were mentors in a pair of this school year."""
    return members(frame, on_side(Side.MENTOR), Person.kind == PersonKind.STAFF)


def _without_pairs(frame: Frame) -> Select[int, int]:
    """2′: teachers in the register who have had no pair this school year."""
    busy = select(_at_work(frame).subquery().c.who)
    return registered(frame, MentorSource.TEACHER).where(MentorTerm.person_id.not_in(busy))


def _by_dates(code: Code, rows: Rows) -> Indicator:
    return Indicator(code, Block.MAY, rows, awaits=Awaits.TEACHING_START, told=_told, untold=_untold)


INDICATORS = (
    _by_dates(Code.S_1, _young),
    Indicator(Code.S_2, Block.MAY, _at_work),
    Indicator(Code.S_2_FREE, Block.MAY, _without_pairs),
    _by_dates(Code.S_3, _young_in_pairs),
    Indicator(
        Code.S_4,
        Block.MAY,
        _young_with_category,
        awaits=Awaits.CATEGORY,
        told=_category_told,
        untold=_category_untold,
    ),
)
SHARES = ((Code.S_3, Code.S_1), (Code.S_4, Code.S_1), (Code.S_3, Code.S_2))
"""The derived shares: coverage of the young, of them with a category, and the load; each is said with its n."""
