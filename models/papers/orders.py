"""The six orders of a school's head, filled from live lists (reference.md §2.14): what stands in the file."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from models.access import Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.mentorships.states import Side
from models.papers.queries import side_of, standing
from models.papers.states import OrderKind
from models.papers.tables import OrderDraft
from models.people.curators import curators_of
from models.people.names import named_to, official
from models.people.tables import Organisation
from models.school_year import school_year_of
from models.terms import MentoringForm
from models.use_case import Tx, use_case


@dataclass(frozen=True)
class NamedPair:
    """A line of an order's list."""

    mentee: str
    mentor: str
    form: MentoringForm


@dataclass(frozen=True)
class NamedMentor:
    """A mentor of those pairs; how many of them."""

    name: str
    position: str
    pairs: int


@dataclass(frozen=True)
class DrawnOrder:
    """An order ready to be written; its number and date come from the school."""

    id: int
    kind: OrderKind
    organisation_id: int
    school: str
    school_year: int
    """By its autumn: 2026 is 2026/2027."""
    made_on: date
    curators: tuple[str, ...]
    mentors: tuple[NamedMentor, ...]
    pairs: tuple[NamedPair, ...]


@use_case(Permission.CURATE)
def draw_up_order(tx: Tx, organisation_id: int, kind: OrderKind, mentorship_ids: tuple[int, ...] = ()) -> DrawnOrder:
    """An order of that kind for those of the named pairs that stand; remembered, so that its number comes back to them.

    Kinds without a list of pairs need none. Raises ProgrammeError `error-no-access` for another school,
    `error-paper-no-pairs` where a list would be empty.
    """
    school = tx.get(Organisation, organisation_id)
    if organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    wanted = set(mentorship_ids) if kind.names_pairs else set()
    rows = [row for row in tx.session.scalars(standing(organisation_id)) if row.id in wanted] if wanted else []
    if kind.names_pairs and not rows:
        raise ProgrammeError("error-paper-no-pairs")
    draft = OrderDraft(
        organisation_id=organisation_id,
        kind=kind,
        mentorship_ids=[row.id for row in rows],
        made_by=tx.actor.me,
        made_at=tx.now,
    )
    tx.add(draft)
    reader = tx.actor
    pairs = [NamedPair(side_of(row, Side.MENTEE, reader), side_of(row, Side.MENTOR, reader), row.form) for row in rows]
    mentors: dict[int, NamedMentor] = {}
    for member in (member for row in rows for member in row.members if member.side is Side.MENTOR):
        known, person = mentors.get(member.person_id), member.person
        name = named_to(reader, person, official(person))
        mentors[person.id] = NamedMentor(name, person.position, known.pairs + 1 if known else 1)
    today = to_local(tx.now, ZoneInfo(school.zone)).date()
    return DrawnOrder(
        id=draft.id,
        kind=kind,
        organisation_id=organisation_id,
        school=school.name,
        school_year=_year_of(today),
        made_on=today,
        curators=tuple(official(person) for person in curators_of(tx.session, organisation_id)),
        mentors=tuple(sorted(mentors.values(), key=lambda mentor: mentor.name)),
        pairs=tuple(sorted(pairs, key=lambda pair: (pair.mentee, pair.mentor))),
    )


def _year_of(today: date) -> int:
    """The school year that an order of this day is about: in August that of the September ahead."""
    return school_year_of(today.replace(month=9, day=1) if today.month == date(today.year, 8, 1).month else today)
