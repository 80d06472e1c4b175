"""The indicators counted in plain Python over all rows, written apart from the queries: what both say must agree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.meetings.tables import Meeting
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.indicators.tables import Headcount, OrganisationFlag
from models.people.register import MentorTerm
from models.people.tables import Organisation, Person
from models.requests.tables import MentoringRequest

Found = set[tuple[int, int]]
"""Who (or which meeting), and at which school."""


class Rows:
    """All rows of the tables that the count needs, as dictionaries."""

    def __init__(self, session: Session) -> None:
        self.organisation = self._all(session, Organisation)
        self.person = self._all(session, Person)
        self.request = self._all(session, MentoringRequest)
        self.term = self._all(session, MentorTerm)
        self.pair = self._all(session, Mentorship)
        self.member = self._all(session, MentorshipMember)
        self.meeting = self._all(session, Meeting)
        self.heads = self._all(session, Headcount)
        self.flag = self._all(session, OrganisationFlag)

    @staticmethod
    def _all(session: Session, model: Any) -> dict[int, dict[str, Any]]:
        return {row["id"]: dict(row) for row in session.execute(select(model.__table__)).mappings()}


@dataclass
class Count:
    """What there was from 1 September until the end of a day in some schools."""

    rows: Rows
    schools: set[int]
    first: date
    day: date
    now: datetime

    def local(self, moment: datetime, school: int) -> datetime:
        return moment.astimezone(ZoneInfo(self.rows.organisation[school]["zone"]))

    def is_past(self, moment: datetime | None, school: int) -> bool:
        return moment is not None and moment <= self.now and self.local(moment, school).date() <= self.day

    def is_within(self, moment: datetime | None, school: int) -> bool:
        return self.is_past(moment, school) and self.local(moment, school).date() >= self.first

    def kind(self, person: int) -> str:
        return self.rows.person[person]["kind"].value

    def requests(self, kind: str) -> Found:
        return {
            (one["mentee_id"], one["organisation_id"])
            for one in self.rows.request.values()
            if one["organisation_id"] in self.schools
            and self.kind(one["mentee_id"]) == kind
            and self.is_within(one["submitted_at"], one["organisation_id"])
        }

    def mentors(self, source: str) -> Found:
        found = set()
        for term in self.rows.term.values():
            school = term["organisation_id"]
            over = self.is_past(term["until"], school)
            if school in self.schools and term["source"].value == source and self.is_past(term["since"], school):
                found |= set() if over else {(term["person_id"], school)}
        return found

    def ran(self, pair: dict[str, Any], school: int) -> bool:
        if not self.is_past(pair["approved_at"], school):
            return False
        if not self.is_past(pair["closed_at"], school):
            return True
        has_come_to_something = pair["state"].value in ("COMPLETED", "TERMINATED")
        return has_come_to_something and self.is_within(pair["closed_at"], school)

    def members(self, fits: Callable[[dict[str, Any], dict[str, Any]], bool]) -> Iterator[tuple[int, int]]:
        for member in self.rows.member.values():
            pair = self.rows.pair[member["mentorship_id"]]
            school = pair["organisation_id"]
            if school in self.schools and self.ran(pair, school) and fits(member, pair):
                yield member["person_id"], school

    def covered(self, kind: str) -> Found:
        found = set()
        for member in self.rows.member.values():
            home = self.rows.person[member["person_id"]]["organisation_id"]
            pair = self.rows.pair[member["mentorship_id"]]
            if home in self.schools and self.kind(member["person_id"]) == kind and self.ran(pair, home):
                found.add((member["person_id"], home))
        return found

    def turned(self, kind: str) -> Found:
        found = set()
        for person in self.rows.person:
            terms = [one for one in self.rows.term.values() if one["person_id"] == person]
            if self.kind(person) != kind or not terms:
                continue
            first = min(term["since"] for term in terms)
            done = [
                self.rows.pair[member["mentorship_id"]]["closed_at"]
                for member in self.rows.member.values()
                if member["person_id"] == person
                and member["side"].value == "MENTEE"
                and self.rows.pair[member["mentorship_id"]]["state"].value == "COMPLETED"
            ]
            if not any(closed is not None and closed <= first for closed in done):
                continue
            schools = {term["organisation_id"] for term in terms if term["since"] == first}
            found |= {(person, one) for one in schools & self.schools if self.is_within(first, one)}
        return found

    def activities(self) -> Found:
        found = set()
        for meeting in self.rows.meeting.values():
            school = meeting["organisation_id"]
            is_team = self.rows.pair[meeting["mentorship_id"]]["form"].value == "TEAM_TEAM"
            is_activity = meeting["method"].value in ("PROJECT_WORK", "JOINT_LESSON", "OTHER")
            if school in self.schools and is_team and is_activity and meeting["state"].value == "HELD":
                found |= {(meeting["id"], school)} if self.is_within(meeting["starts_at"], school) else set()
        return found

    def staff(self, *, is_told: bool = True) -> Found:
        """Teachers of whom both dates are known, or are not."""
        found = set()
        for one in self.rows.person.values():
            is_teacher = one["kind"].value == "STAFF" and one["state"].value == "ACTIVE"
            if is_teacher and one["organisation_id"] in self.schools:
                known = one["born_on"] is not None and one["teaching_since"] is not None
                found |= {(one["id"], one["organisation_id"])} if known is is_told else set()
        return found

    def years(self, since: date) -> int:
        """Full years from a date to the day."""
        return self.day.year - since.year - ((self.day.month, self.day.day) < (since.month, since.day))

    def young(self) -> Found:
        found = set()
        for person, school in self.staff():
            one = self.rows.person[person]
            is_young = self.years(one["born_on"]) <= 35 and 0 <= self.years(one["teaching_since"]) < 3
            found |= {(person, school)} if is_young else set()
        return found

    def has_category(self, person: int) -> bool | None:
        category = self.rows.person[person]["qualification_category"]
        return None if category is None else category.value != "NONE"

    def told(self, code: str) -> set[int]:
        """The schools where a number of young teachers can be said."""
        dated = self.staff()
        if code != "NTG-S-4":
            return {school for _, school in dated}
        entered = {school for person, school in dated if self.has_category(person) is not None}
        waiting = {school for person, school in self.young() if self.has_category(person) is None}
        return {school for _, school in dated if school in entered or school not in waiting}

    def undecided(self, code: str) -> Found:
        """Of whom it cannot be said whether they count."""
        dated, young, found = self.staff(), self.young(), set()
        for one in dated | self.staff(is_told=False):
            is_young = one in young if one in dated else None
            asked = [is_young, self.has_category(one[0])] if code == "NTG-S-4" else [is_young]
            found |= {one} if None in asked and False not in asked else set()
        return found

    def guided(self, person: int, school: int, *, or_was: bool = False) -> bool:
        """Whether somebody is a mentee in a pair that is at work at the end of the day, or has done its work."""
        for member in self.rows.member.values():
            pair = self.rows.pair[member["mentorship_id"]]
            lasts = not self.is_past(pair["closed_at"], school) or (or_was and pair["state"].value == "COMPLETED")
            works = self.is_past(pair["approved_at"], school) and lasts
            if member["person_id"] == person and member["side"].value == "MENTEE" and works:
                return True
        return False

    def all(self) -> dict[str, Found]:
        """Every automatic indicator by its code."""
        at_work = set(
            self.members(lambda one, _: one["side"].value == "MENTOR" and self.kind(one["person_id"]) == "STAFF")
        )
        busy = {person for person, _ in at_work}
        return {
            "COV-STUDENTS": self.covered("STUDENT"),
            "COV-STAFF": self.covered("STAFF"),
            "OMS-I-1.1": self.requests("STUDENT"),
            "OMS-I-1.2": self.requests("STAFF"),
            "OMS-I-2.2": self.mentors("TEACHER"),
            "OMS-I-2.3": self.mentors("GRADUATE"),
            "OMS-I-2.4": self.mentors("ENTERPRISE"),
            "OMS-I-2.5": self.mentors("BUSINESS_PUBLIC"),
            "OMS-I-2.6": self.mentors("NGO_SOCIAL"),
            "X-2.S": self.mentors("STUDENT"),
            "OMS-I-3.4": self.turned("STAFF"),
            "OMS-I-3.7": self.turned("STUDENT"),
            "OMS-I-3.8": set(self.members(lambda _, pair: pair["form"].value == "TEAM_TEAM")),
            "OMS-I-3.9": self.activities(),
            "NTG-S-1": self.young(),
            "NTG-S-3": {one for one in self.young() if self.guided(*one)},
            "NTG-S-4": {one for one in self.young() if self.has_category(one[0]) and self.guided(*one, or_was=True)},
            "NTG-S-2": at_work,
            "NTG-S-2-FREE": {(who, at) for who, at in self.mentors("TEACHER") if who not in busy},
        }

    def heads(self, kind: str) -> dict[int, int]:
        """The last headcount of each school until the day."""
        last: dict[int, tuple[date, int, int]] = {}
        for row in self.rows.heads.values():
            school = row["organisation_id"]
            if school in self.schools and row["kind"].value == kind and row["day"] <= self.day:
                last[school] = max(last.get(school, (date.min, 0, 0)), (row["day"], row["id"], row["number"]))
        return {school: number for school, (_, _, number) in last.items()}


def count_of(rows: Rows, root: int, day: date, now: datetime, flag: str | None = None) -> Count:
    """The schools below a node; with a flag those that bear it on the day."""
    below = {root}
    for _ in range(3):
        below |= {one["id"] for one in rows.organisation.values() if one["parent_id"] in below}
    schools = {one for one in below if rows.organisation[one]["kind"].value == "SCHOOL"}
    if flag is not None:
        schools &= {
            one["organisation_id"]
            for one in rows.flag.values()
            if one["flag"].value == flag and one["since"] <= day and (one["until"] is None or one["until"] > day)
        }
    year = day.year if day.month >= 9 else day.year - 1
    return Count(rows, schools, date(year, 9, 1), day, now)
