"""A region drawn by a seed: schools in several zones, people, requests, mentors, pairs and a year of their meetings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert
from sqlalchemy.orm import Session

from models.base import Base
from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.meetings.states import MeetingMethod, MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import Answer, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.indicators.codes import Heads
from models.oversight.indicators.tables import Headcount, OrganisationFlag
from models.people.register import MentorTerm
from models.people.states import MentorState
from models.people.tables import MentorProfile, Organisation, Person
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import (
    Intensity,
    MentoringForm,
    MentorSource,
    OrgFlag,
    OrgKind,
    PersonKind,
    QualificationCategory,
)

ZONES = ("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk", "Asia/Yakutsk")
FIRST, NOW = date(2026, 9, 1), datetime(2027, 6, 10, 9, tzinfo=UTC)
DAY = timedelta(days=1)
CATEGORIES = (None, None, *QualificationCategory)
BEFORE = date(2026, 3, 1)
"""Things happen from here on: what lies before the cycle must not be counted in it."""
ENDED = (MentorshipState.COMPLETED, MentorshipState.TERMINATED, MentorshipState.DECLINED, MentorshipState.CANCELLED)


@dataclass(frozen=True)
class Spec:
    """How much there is of everything; `cohorts` are sizes of waves, which may overlap where they are more than all."""

    schools: int
    pairs: int
    meetings: int
    """At most so many a pair."""
    cohorts: tuple[int, ...]
    seed: int = 20261126


SMALL = Spec(schools=6, pairs=60, meetings=6, cohorts=(4, 2, 2))
TIER_P = Spec(schools=34, pairs=450, meetings=40, cohorts=(21, 5, 9))
"""Reference.md §15: three cohorts of 35 places for 34 schools, so that one school is in two."""


@dataclass
class Tier:
    """What was drawn: the ids of the tree."""

    region: int
    municipalities: list[int]
    schools: list[int]


@dataclass
class Maker:
    """Draws rows; they are written table by table at the end."""

    spec: Spec
    author: int
    numbers: dict[str, "count[int]"]
    random: Random = field(init=False)
    rows: dict[type[Base], list[dict[str, Any]]] = field(default_factory=dict)
    zones: dict[int, ZoneInfo] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.random = Random(self.spec.seed)

    def add(self, model: Any, **values: Any) -> int:
        """Keeps a row for later; gives its id."""
        number = next(self.numbers.setdefault(model.__tablename__, count(100_001)))
        self.rows.setdefault(model, []).append({"id": number, **values})
        return number

    def moment(self, school: int) -> datetime:
        """Some moment; often the very beginning or end of a day of the school's own zone."""
        zone = self.zones[school]
        day = self.random.choice((FIRST, FIRST - DAY, BEFORE + self.random.randrange((NOW.date() - BEFORE).days) * DAY))
        midnight = datetime.combine(day, time(0), zone).astimezone(UTC)
        return midnight + self.random.choice(
            (timedelta(0), timedelta(seconds=-1), timedelta(seconds=self.random.randrange(86_400)))
        )


def draw(session: Session, spec: Spec, author: int) -> Tier:
    """Writes a region of this size; the same seed gives the same."""
    maker = Maker(spec, author, {})
    tier = _tree(maker)
    people = {school: _people(maker, school) for school in tier.schools}
    for _ in range(spec.pairs):
        _pair(maker, people)
    for model, rows in maker.rows.items():
        session.execute(insert(model), rows)
    return tier


def _tree(maker: Maker) -> Tier:
    region = _organisation(maker, "Область", OrgKind.REGION, None, ZONES[0])
    towns = [_organisation(maker, f"Город {n}", OrgKind.MUNICIPALITY, region, ZONES[n]) for n in range(2)]
    schools = []
    for number in range(maker.spec.schools):
        zone = ZONES[number % len(ZONES)]
        schools.append(_organisation(maker, f"Школа № {number}", OrgKind.SCHOOL, towns[number % 2], zone))
        maker.zones[schools[-1]] = ZoneInfo(zone)
    places = iter(schools * 2)
    for size, flag in zip(maker.spec.cohorts, (OrgFlag.WAVE_1, OrgFlag.WAVE_2, OrgFlag.WAVE_3), strict=True):
        for _ in range(size):
            until = maker.random.choice((None, None, date(2027, 2, 1)))
            maker.add(
                OrganisationFlag,
                organisation_id=next(places),
                flag=flag,
                since=date(2026, 9, 20),
                until=until,
                set_by=maker.author,
            )
    for school in schools[1:]:
        for kind, heads in ((Heads.STUDENTS, 400), (Heads.STAFF, 60)):
            for day in (date(2026, 9, 1), date(2027, 1, 15)):
                maker.add(
                    Headcount,
                    organisation_id=school,
                    kind=kind,
                    number=heads + maker.random.randrange(50),
                    day=day,
                    entered_by=maker.author,
                    entered_at=NOW,
                )
    return Tier(region, towns, schools)


def _organisation(maker: Maker, name: str, kind: OrgKind, parent: int | None, zone: str) -> int:
    called = {"name": name, "short_name": name}
    return maker.add(Organisation, kind=kind, parent_id=parent, zone=zone, forms=["TEACHER_TEACHER"], **called)


def _people(maker: Maker, school: int) -> list[int]:
    people = []
    for _ in range(4 + 4 * maker.spec.pairs // maker.spec.schools):
        kind = maker.random.choice((PersonKind.STAFF, PersonKind.STAFF, PersonKind.STUDENT, PersonKind.EXTERNAL))
        name = {"family_name": "Орлова", "given_name": "Анна", "patronymic": ""}
        person = maker.add(Person, organisation_id=school, kind=kind, created_at=NOW, **name, **_record(maker, school))
        people.append(person)
        if maker.random.random() < 0.5:
            _card(maker, school, person)
        for number in range(maker.random.choice((0, 0, 1, 2))):
            _request(maker, school, person, may_wait=number == 0)
        for since, until in _stretches(maker, school):
            source = maker.random.choice([MentorSource.TEACHER, *MentorSource])
            term = {"person_id": person, "organisation_id": school, "source": source}
            maker.add(MentorTerm, since=since, until=until, **term)
    return people


def _record(maker: Maker, school: int) -> dict[str, Any]:
    """A teacher's dates about the days at which three years or 35 end, and the category.

    Some are missing, in one school all dates are, and in another one all categories.
    """
    draw_ = Random(next(maker.numbers.setdefault("dates", count(1))))
    if school % 5 == 0:
        return {"born_on": None, "teaching_since": None, "qualification_category": draw_.choice(CATEGORIES)}
    ends = (FIRST, date(2027, 1, 31), date(2027, 2, 1), NOW.date())
    since, born_on = (
        draw_.choice(ends).replace(year=year) + draw_.choice((-1, 0, 1)) * DAY
        for year in (draw_.randrange(2023, 2027), draw_.choice((1985, 1990, 1991, 1998)))
    )
    dates = {"born_on": draw_.choice((born_on, born_on, None)), "teaching_since": draw_.choice((since, since, None))}
    return {**dates, "qualification_category": draw_.choice(CATEGORIES) if school % 5 > 1 else None}


def _stretches(maker: Maker, school: int) -> Iterator[tuple[datetime, datetime | None]]:
    moments = sorted({maker.moment(school) for _ in range(maker.random.choice((0, 0, 1, 2, 3, 4)))})
    yield from zip(moments[::2], [*moments[1::2], None], strict=False)


def _request(maker: Maker, school: int, person: int, *, may_wait: bool) -> None:
    """One that is over, whatever it came to, or waits, of which there is one a person; some were never handed in."""
    over = [RequestState.FULFILLED, RequestState.MATCHED, RequestState.REJECTED, RequestState.WITHDRAWN]
    waits = (RequestState.QUEUED, RequestState.SUBMITTED) if may_wait else ()
    state = maker.random.choice((*over, *waits))
    handed_in = state is not RequestState.WITHDRAWN or maker.random.random() < 0.5
    submitted = maker.moment(school) if handed_in else None
    maker.add(
        MentoringRequest,
        mentee_id=person,
        organisation_id=school,
        form=MentoringForm.TEACHER_TEACHER,
        topics=[],
        intensity=Intensity.WEEKLY,
        slots=[],
        wished_mentor_ids=[],
        state=state,
        created_at=NOW,
        submitted_at=submitted,
        waiting_since=submitted,
        matched_at=maker.moment(school) if state is RequestState.MATCHED else None,
    )


def _pair(maker: Maker, people: dict[int, list[int]]) -> None:
    """A pair or two teams; now and then with a mentor of another school."""
    draw_ = maker.random
    school = draw_.choice(list(people))
    is_team = draw_.random() < 0.2
    size = draw_.randrange(2, 4) if is_team else 1
    state = draw_.choice((*ENDED, *MentorshipState))
    approved = None if state in (MentorshipState.PROPOSED, MentorshipState.AGREED) else maker.moment(school)
    closed = None
    if state in ENDED:
        closed = maker.moment(school)
        approved = min(approved, closed) if approved and draw_.random() < 0.9 else None
    home = draw_.choice(list(people)) if draw_.random() < 0.2 else school
    pair = maker.add(
        Mentorship,
        organisation_id=school,
        lender_id=home if home != school else None,
        lent_at=approved,
        form=MentoringForm.TEAM_TEAM if is_team else MentoringForm.TEACHER_TEACHER,
        state=state,
        origin=ProposalOrigin.CURATOR_CHOICE,
        intensity=draw_.choice(list(Intensity)),
        topics=[],
        slots=[],
        reasons=[],
        proposed_at=NOW,
        silent_since=maker.moment(school) if state is MentorshipState.PROPOSED else None,
        approved_at=approved,
        closed_at=closed,
    )
    mentees = draw_.sample(people[school], size)
    mentors = draw_.sample([one for one in people[home] if one not in mentees], size)
    for side, some in ((Side.MENTOR, mentors), (Side.MENTEE, mentees)):
        for person in some:
            maker.add(MentorshipMember, mentorship_id=pair, person_id=person, side=side, answer=Answer.YES)
    for _ in range(draw_.randrange(maker.spec.meetings)):
        state_of, starts_at = draw_.choice((MeetingState.HELD, MeetingState.HELD, *MeetingState)), maker.moment(school)
        meeting = maker.add(
            Meeting,
            mentorship_id=pair,
            organisation_id=school,
            state=state_of,
            method=draw_.choice(list(MeetingMethod)),
            zone=maker.zones[school].key,
            starts_at=starts_at,
            planned_by=mentors[0],
            planned_at=NOW,
        )
        if state_of is MeetingState.HELD and draw_.random() < 0.5:
            _form(maker, school, pair, meeting, mentees[0], starts_at)


def _form(maker: Maker, school: int, pair: int, meeting: int, mentee: int, at: datetime) -> None:
    """The mentee's answer, or none."""
    mark = maker.random.choice((None, 1, 2, 3, 4, 5))
    asked = {"meeting_id": meeting, "mentorship_id": pair, "organisation_id": school, "respondent_id": mentee}
    state = FormState.SENT if mark is None else FormState.SUBMITTED
    told = {"side": Side.MENTEE, "state": state, "usefulness": mark, "items": {}}
    maker.add(FeedbackForm, created_at=at, closes_at=at + 7 * DAY, **asked, **told)


def _card(maker: Maker, school: int, person: int) -> None:
    card = {"state": MentorState.APPROVED, "source": MentorSource.TEACHER, "forms": ["TEACHER_TEACHER"], "slots": []}
    topics: dict[str, list[str]] = {"topics": [], "strong_topics": []}
    maker.add(MentorProfile, person_id=person, organisation_id=school, capacity=1, **card, **topics)
