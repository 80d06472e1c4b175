"""Snapshots: the numbers of a day, frozen with what was counted and what was entered (OMS-24, R-14, YKT-11)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session, joinedload

from models.access import Permission
from models.errors import ProgrammeError
from models.oversight.indicators.access import curated
from models.oversight.indicators.codes import Code, Heads, Moment, SnapshotKind
from models.oversight.indicators.definition import Indicator
from models.oversight.indicators.frame import Frame, frame_of
from models.oversight.indicators.hand import Hand
from models.oversight.indicators.heads import COVERED, Coverage, headcounts
from models.oversight.indicators.registry import INDICATORS
from models.oversight.indicators.table import Reading, readings
from models.oversight.indicators.tables import Snapshot, SnapshotValue
from models.people.names import official
from models.people.tables import Person
from models.use_case import Tx, use_case


@dataclass(frozen=True)
class SnapshotView:
    """A snapshot as a line of a list."""

    id: int
    organisation_id: int
    kind: SnapshotKind
    cycle: date
    day: date
    taken_at: datetime
    by: str
    is_new: bool = False

    @classmethod
    def of(cls, row: Snapshot, *, is_new: bool = False) -> "SnapshotView":
        """The view of a row."""
        by = official(row.author)
        return cls(row.id, row.organisation_id, row.kind, row.cycle, row.day, row.taken_at, by, is_new)


@use_case(Permission.CURATE)
def take_snapshot(tx: Tx, organisation_id: int, kind: SnapshotKind) -> SnapshotView:
    """Freezes the numbers of an organisation and of the schools below it: the beginning of the cycle, or this day.

    There is one beginning of a cycle and one snapshot of a kind a day: asked again, it is the same. Nothing changes a
    snapshot. Raises ProgrammeError `error-no-access`, `error-gone` for the kind that goes with a report.
    """
    if kind is SnapshotKind.SENT:
        raise ProgrammeError("error-gone")
    organisation = curated(tx, organisation_id)
    frame = frame_of(tx.session, organisation.id, tx.now)
    if kind is SnapshotKind.BASELINE:
        frame = frame.at(frame.window.opening)
    window = frame.window
    known = tx.session.scalar(_of(organisation.id, kind, window.first).where(Snapshot.day == window.day))
    if known is not None:
        return SnapshotView.of(known)
    return SnapshotView.of(freeze(tx, frame, kind), is_new=True)


def freeze(tx: Tx, frame: Frame, kind: SnapshotKind, version: int = 1) -> Snapshot:
    """Writes down what the indicators say in the frame; the caller knows that there is no such snapshot yet."""
    window = frame.window
    author = tx.session.get_one(Person, tx.actor.me)
    days = {"cycle": window.first, "day": window.day, "taken_at": tx.now, "version": version}
    snapshot = Snapshot(organisation_id=frame.root_id, kind=kind, author=author, **days)
    tx.add(snapshot)
    moment = Moment.START if kind is SnapshotKind.BASELINE else Moment.RESULT
    base = beginning(tx.session, frame)
    values = [{"snapshot_id": snapshot.id, **value} for value in _values(tx.session, frame, moment, base)]
    tx.session.execute(insert(SnapshotValue), values)
    return snapshot


def snapshots_of(session: Session, organisation_id: int, cycle: date) -> tuple[SnapshotView, ...]:
    """The snapshots of a cycle, the newest first."""
    rows = session.scalars(
        select(Snapshot)
        .where(Snapshot.organisation_id == organisation_id, Snapshot.cycle == cycle)
        .options(joinedload(Snapshot.author))
        .order_by(Snapshot.day.desc(), Snapshot.id.desc())
    )
    return tuple(SnapshotView.of(row) for row in rows)


def beginning(
    session: Session, frame: Frame, indicators: Sequence[Indicator] = tuple(INDICATORS.values())
) -> dict[Code, Reading]:
    """The beginning of the frame's cycle: frozen where somebody has frozen it, as it is known now otherwise.

    A part of the schools, chosen by a mark, is always counted anew.
    """
    found = None if frame.is_part else session.scalar(_of(frame.root_id, SnapshotKind.BASELINE, frame.window.first))
    if found is not None:
        return frozen(session, found)
    return readings(session, frame.at(frame.window.opening), indicators, Moment.START)


def frozen(session: Session, snapshot: Snapshot) -> dict[Code, Reading]:
    """What a snapshot says of each indicator."""
    rows = session.execute(
        select(SnapshotValue, Person)
        .outerjoin(Person, Person.id == SnapshotValue.hand_by)
        .where(SnapshotValue.snapshot_id == snapshot.id, SnapshotValue.code.in_([code.value for code in INDICATORS]))
        .order_by(SnapshotValue.id)
    ).all()
    theirs: dict[str, list[tuple[int, int | None]]] = {}
    for value, _author in rows:
        if value.organisation_id != snapshot.organisation_id:
            theirs.setdefault(value.code, []).append((value.organisation_id, value.number))
    return {
        Code(value.code): Reading(
            value.number, value.auto, _hand(value, author), value.schools, tuple(theirs.get(value.code, ()))
        )
        for value, author in rows
        if value.organisation_id == snapshot.organisation_id
    }


def frozen_beginning(session: Session, snapshot: Snapshot) -> dict[Code, Reading]:
    """What the table said of the beginning when the snapshot was taken."""
    rows = session.execute(
        select(SnapshotValue.code, SnapshotValue.base).where(
            SnapshotValue.snapshot_id == snapshot.id,
            SnapshotValue.organisation_id == snapshot.organisation_id,
            SnapshotValue.code.in_([code.value for code in INDICATORS]),
        )
    )
    return {Code(row.code): Reading(row.base, None) for row in rows}


def frozen_coverage(session: Session, snapshot: Snapshot, now: dict[Code, Reading]) -> tuple[Coverage, ...]:
    """The coverage as it was divided then."""
    rows = session.execute(
        select(SnapshotValue.organisation_id, SnapshotValue.code, SnapshotValue.number).where(
            SnapshotValue.snapshot_id == snapshot.id, SnapshotValue.code.in_([_heads(kind) for kind in Heads])
        )
    ).all()
    found = []
    for kind, code in COVERED.items():
        known = {row.organisation_id: row.number for row in rows if row.code == _heads(kind) and row.number is not None}
        reading = now.get(code, Reading(None, None))
        counts = dict(reading.by_school) or {snapshot.organisation_id: reading.number}
        covered = sum(number or 0 for school, number in counts.items() if school in known or not known)
        heads = sum(known.values()) if known else None
        found.append(Coverage(kind, covered, heads, snapshot.day if known else None, len(known), len(counts)))
    return tuple(found)


def _values(session: Session, frame: Frame, moment: Moment, base: dict[Code, Reading]) -> Iterator[dict[str, Any]]:
    """A row for each indicator of the organisation and of each school below it, and one for each headcount."""
    nothing: dict[str, Any] = {
        "auto": None,
        "hand": None,
        "comment": "",
        "hand_by": None,
        "hand_at": None,
        "base": None,
    }
    for code, reading in readings(session, frame, tuple(INDICATORS.values()), moment).items():
        hand = reading.hand
        yield {
            "organisation_id": frame.root_id,
            "code": code.value,
            "number": reading.number,
            "base": base[code].number if code in base else None,
            "auto": reading.auto,
            "hand": hand.number if hand else None,
            "comment": hand.comment if hand else "",
            "hand_by": hand.by_id if hand else None,
            "hand_at": hand.at if hand else None,
            "schools": reading.schools,
        }
        for school, number in reading.by_school:
            yield {"organisation_id": school, "code": code.value, "number": number, "schools": None, **nothing}
    for kind in Heads:
        for school, row in headcounts(session, frame, kind).items():
            counted = {"number": row.number, "schools": None, **nothing}
            yield {"organisation_id": school, "code": _heads(kind), **counted}


def _of(organisation_id: int, kind: SnapshotKind, cycle: date) -> Any:
    of_kind = (Snapshot.organisation_id == organisation_id, Snapshot.kind == kind, Snapshot.cycle == cycle)
    return select(Snapshot).where(*of_kind).options(joinedload(Snapshot.author))


def _heads(kind: Heads) -> str:
    return f"HEADS-{kind.value}"


def _hand(value: SnapshotValue, author: Person | None) -> Hand | None:
    if value.hand is None or author is None or value.hand_at is None:
        return None
    return Hand(value.hand, value.comment, official(author), value.hand_at, author.id)
