"""A school's week counted in plain Python over all rows, written apart from the queries that make the digest (§10)."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import fmean
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from models.forms.tables import FeedbackForm
from models.oversight.digest import DigestView
from models.people.tables import MentorProfile
from models.school_year import is_public_holiday, usual_holidays
from tests.oversight.plainly import Rows

DAY = timedelta(days=1)
LIMITS = {"WEEKLY": 10, "FORTNIGHTLY": 21, "MONTHLY": 30}
PAIR_KINDS = ("NO_MEETING", "NOT_STARTED", "LOW_RATING", "FADING")
"""The gravest first: a pair is told of once."""
MEETS = ("APPROVED", "TRIAL", "ACTIVE", "CLOSING")
TAKES_PLACE = ("AGREED", *MEETS, "PAUSED", "PROPOSED")
Row = dict[str, Any]


class WeekRows(Rows):
    """The rows of the indicators, and those of answers and cards; meetings and forms by their pair."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.form = self._all(session, FeedbackForm)
        self.card = self._all(session, MentorProfile)
        self.members_of: dict[int, list[Row]] = defaultdict(list)
        for one in sorted(self.member.values(), key=lambda one: one["id"]):
            self.members_of[one["mentorship_id"]].append(one)
        self.meetings_of: dict[int, list[Row]] = defaultdict(list)
        for one in self.meeting.values():
            self.meetings_of[one["mentorship_id"]].append(one)


@dataclass
class Week:
    """A school at a moment."""

    rows: WeekRows
    school: int
    now: datetime

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.rows.organisation[self.school]["zone"])

    def day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(0), self.zone)

    def of_school(self, rows: dict[int, Row]) -> list[Row]:
        return [one for one in rows.values() if one["organisation_id"] == self.school]

    def pairs(self, *states: str) -> list[Row]:
        return [one for one in self.of_school(self.rows.pair) if one["state"].value in states]

    def held(self, pair: Row) -> list[datetime]:
        return [one["starts_at"] for one in self.rows.meetings_of[pair["id"]] if one["state"].value == "HELD"]

    def span(self, start: date, end: date) -> int:
        """Days after `start` until `end` that are neither school holidays nor public ones."""
        days = (start + ahead * DAY for ahead in range(1, (end - start).days + 1))
        return sum(not is_public_holiday(day) and not is_school_holiday(day) for day in days)

    def silent(self) -> dict[int, int]:
        """Pairs that have not met for their time, with the days as people count them."""
        found = {}
        for pair in self.pairs("TRIAL", "ACTIVE"):
            limit = LIMITS.get(pair["intensity"].value)
            since = self.day(max([*self.held(pair), pair["approved_at"]]))
            if limit is not None and self.span(since, self.day(self.now)) >= limit:
                found[pair["id"]] = (self.day(self.now) - since).days
        return found

    def not_started(self) -> dict[int, int]:
        days = {
            pair["id"]: self.span(self.day(pair["approved_at"]), self.day(self.now)) for pair in self.pairs("APPROVED")
        }
        return {pair: since for pair, since in days.items() if since >= 10}

    def low(self) -> dict[int, int]:
        found = {}
        for pair in self.pairs(*TAKES_PLACE[:-1]):
            meetings = sorted(self.rows.meetings_of[pair["id"]], key=lambda one: (one["starts_at"], one["id"]))
            places = {one["id"]: place for place, one in enumerate(meetings)}
            forms = [one for one in self.of_school(self.rows.form) if one["mentorship_id"] == pair["id"]]
            forms = [one for one in forms if one["side"].value == "MENTEE" and one["usefulness"]]
            marks = [one["usefulness"] for one in sorted(forms, key=lambda one: places[one["meeting_id"]])]
            if sum(mark <= 2 for mark in marks[-3:]) >= 2 or (len(marks) >= 3 and fmean(marks) < 3):
                found[pair["id"]] = 0
        return found

    def fading(self) -> dict[int, int]:
        found, today = {}, self.day(self.now)
        for pair in self.pairs("TRIAL", "ACTIVE"):
            days = sorted(self.day(moment) for moment in self.held(pair))
            if pair["intensity"].value == "ONCE" or not days or self.span(days[0], today) < 84:
                continue
            first = sum(self.span(days[0], day) < 56 for day in days)
            if 2 * sum(self.span(day, today) < 28 for day in days) * 56 < first * 28:
                found[pair["id"]] = 0
        return found

    def requests(self) -> dict[int, int]:
        open_ = [one for one in self.of_school(self.rows.request) if one["state"].value in ("SUBMITTED", "QUEUED")]
        return {one["id"]: (self.day(self.now) - self.day(one["waiting_since"])).days for one in open_}

    def late(self) -> list[Row]:
        ahead = [one for one in self.of_school(self.rows.meeting) if one["state"].value in ("PLANNED", "CONFIRMED")]
        ends = {one["id"]: one["starts_at"] + timedelta(minutes=one["duration_min"]) for one in ahead}
        return [one for one in ahead if ends[one["id"]] < self.now - timedelta(hours=48)]

    def offers(self) -> int:
        return sum(self._is_silent_offer(one["silent_since"]) for one in self.pairs("PROPOSED") if one["silent_since"])

    def _is_silent_offer(self, since: datetime) -> bool:
        local, left = since.astimezone(self.zone), 3
        day = local.date()
        while left:
            day += DAY
            left -= day.weekday() < 5 and not is_public_holiday(day)
        return datetime.combine(day, local.time(), self.zone) < self.now

    def across(self, column: str) -> int:
        """Offers to or from another school that its curator has not answered."""
        open_ = [one for one in self.rows.pair.values() if one["state"].value in ("PROPOSED", "AGREED")]
        return sum(
            one["lender_id"] is not None and one["lent_at"] is None and one[column] == self.school for one in open_
        )

    def overload(self) -> int:
        load: Counter[int] = Counter()
        for pair in self.rows.pair.values():
            if pair["state"].value in TAKES_PLACE:
                mentors = [one for one in self.rows.members_of[pair["id"]] if one["side"].value == "MENTOR"]
                load.update(one["person_id"] for one in mentors)
        return sum(load[one["person_id"]] > one["capacity"] for one in self.of_school(self.rows.card))

    def numbers(self) -> dict[str, int]:
        monday = self.day(self.now) - 3 * DAY
        monday -= monday.weekday() * DAY
        start, end = self.midnight(monday), self.midnight(monday + 7 * DAY)
        meetings, requests = self.of_school(self.rows.meeting), self.of_school(self.rows.request)
        forms = [one for one in self.of_school(self.rows.form) if one["created_at"] >= self.now - 28 * DAY]

        def states(first: datetime, until: datetime, *wanted: str) -> int:
            there = [one for one in meetings if first <= one["starts_at"] < until]
            return sum(one["state"].value in wanted for one in there)

        def within(column: str) -> int:
            return sum(one[column] is not None and start <= one[column] < end for one in requests)

        planned = ("HELD", "NO_SHOW", "PLANNED", "CONFIRMED")
        until, before = min(end, self.now), self.midnight(monday - 7 * DAY)
        return {
            "held": states(start, until, "HELD"),
            "planned": states(start, until, *planned),
            "no_show": states(start, until, "NO_SHOW"),
            "held_before": states(before, start, "HELD"),
            "planned_before": states(before, start, *planned),
            "ahead": states(self.now, self.midnight(monday + 14 * DAY), "PLANNED", "CONFIRMED"),
            "requests_in": within("submitted_at"),
            "matched": within("matched_at"),
            "waiting": sum(one["state"].value in ("SUBMITTED", "RETURNED", "QUEUED", "PROPOSED") for one in requests),
            "asked": len(forms),
            "answered": sum(one["usefulness"] is not None for one in forms),
        }


def is_school_holiday(day: date) -> bool:
    """By the usual calendar."""
    year = day.year if day.month >= 9 else day.year - 1
    return any(one.first <= day <= one.last for one in usual_holidays(year).periods)


def beside(view: DigestView, before: Week, now: Week) -> Iterator[tuple[object, object, str]]:
    """What a digest says and what the plain count does. `before` is the moment at which silent pairs were asked."""
    silent = {pair: days for pair, days in now.silent().items() if pair in before.silent()}
    found = dict(zip(PAIR_KINDS, (silent, now.not_started(), now.low(), now.fading()), strict=True))
    told: dict[int, tuple[str, int]] = {}
    for kind in PAIR_KINDS:
        told |= {pair: (kind, days) for pair, days in found[kind].items() if pair not in told}
    requests, sums = now.requests(), {line.kind.value: line for line in view.wait}
    lines = [(line.kind.value, line.subject_id, line.days) for line in view.decide]
    wrong = [one for one in lines if one[0] in PAIR_KINDS and told.get(one[1]) != (one[0], one[2])]
    wrong += [one for one in lines if one[0] == "REQUEST" and requests.get(one[1]) != one[2]]
    yield wrong, [], "lines to decide"
    pressing = sum(kind != "FADING" for kind, _ in told.values()) + len(requests)
    yield len(lines), min(3, pressing), "how many to decide"
    yield _in_all(lines, sums, "REQUESTS", "REQUEST"), len(requests), "requests"
    yield _in_all(lines, sums, "PAIRS", *PAIR_KINDS), len(told), "pairs to look at"
    longest = sorted(requests.values(), reverse=True)
    shown = [days for kind, _, days in lines if kind == "REQUEST"]
    yield sorted(shown, reverse=True), longest[: len(shown)], "the longest waits"
    late = now.late()
    mentors = {_mentor(now, one["mentorship_id"]) for one in late}
    logs = sums.get("LOGS")
    yield (logs.count, logs.people) if logs else (0, 0), (len(late), len(mentors)), "records"
    yield sums["OFFERS"].count if "OFFERS" in sums else 0, now.offers(), "offers"
    for kind, column in (("AWAITED", "organisation_id"), ("TO_LEND", "lender_id")):
        yield sums[kind].count if kind in sums else 0, now.across(column), kind
    yield sums["OVERLOAD"].count if "OVERLOAD" in sums else 0, now.overload(), "overload"
    pairs = {one["id"] for one in now.pairs(*MEETS, "PAUSED")}
    above = pairs & set(told)
    to_log = (pairs & {one["mentorship_id"] for one in late}) - above
    counted = (len(pairs), len(above), len(to_log), len(pairs - above - to_log))
    yield (view.pairs, view.above, view.to_log, view.fine), counted, "the one line of the rest"
    for name, number in now.numbers().items():
        yield getattr(view.numbers, name), number, name


def _in_all(lines: list[tuple[str, int, int]], sums: dict[str, Any], rest: str, *kinds: str) -> int:
    return sum(kind in kinds for kind, _, _ in lines) + (sums[rest].count if rest in sums else 0)


def _mentor(week: Week, pair: int) -> int:
    return next(one["person_id"] for one in week.rows.members_of[pair] if one["side"].value == "MENTOR")
