"""Posting and voiding notices, inside the transaction of whatever they tell about."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import cache
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import Table, Update, bindparam, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from models.local_time import to_local, utc_at
from models.notices.kinds import NoticeKind, class_of
from models.notices.rules import NoticeClass, QuietHours, send_at
from models.notices.tables import Notice, NoticeState
from models.people.calendar import own_holidays
from models.people.tables import Account, Organisation, Person
from models.school_year import holidays_between
from models.use_case import Tx

_YEAR = timedelta(days=366)
_PERSON, _ACCOUNT, _SCHOOL, _NOTICE = (cast(Table, one.__table__) for one in (Person, Account, Organisation, Notice))
_WHERE_TO = (
    select(
        func.coalesce(_PERSON.c.zone, _SCHOOL.c.zone),
        exists().where(_ACCOUNT.c.person_id == _PERSON.c.id),
    )
    .join_from(_PERSON, _SCHOOL, _SCHOOL.c.id == _PERSON.c.organisation_id)
    .where(_PERSON.c.id == bindparam("told"))
)
_ADD = {
    "sqlite": sqlite.insert(_NOTICE).on_conflict_do_nothing(index_elements=["key"]),
    "postgresql": postgresql.insert(_NOTICE).on_conflict_do_nothing(index_elements=["key"]),
}
"""Built once and without objects: a sweep posts thousands."""
_LEAVING = (NoticeState.WAITING, NoticeState.CLAIMED, NoticeState.HELD)
_VOID = (
    update(_NOTICE)
    .where(_NOTICE.c.subject == bindparam("about"), _NOTICE.c.state.in_(_LEAVING))
    .values(state=NoticeState.VOID)
)
_LOCK = select(_PERSON.c.id).where(_PERSON.c.id == bindparam("told")).with_for_update(key_share=True)
_BUNDLES = (
    select(Notice)
    .where(Notice.person_id == bindparam("told"), Notice.kind == NoticeKind.BUNDLE.value)
    .with_for_update()
)
_OF_KINDS = _NOTICE.c.kind.in_(bindparam("kinds", expanding=True))
_TO_PERSON = _NOTICE.c.person_id == bindparam("told")


def post(
    tx: Tx,
    person: Person,
    kind: NoticeKind,
    subject: str,
    *,
    payload: dict[str, Any] | None = None,
    version: str = "",
    due_at: datetime | None = None,
    expires_at: datetime | None = None,
) -> None:
    """Tells `person` about `subject` («meeting:42»); posting the same once more changes nothing.

    Who does it to themselves is told on their screen and needs no notice: that is for the caller to decide. `version`
    makes a kind of one subject repeatable («v3», a date). `due_at` is for timed kinds; the others leave as R-09 says.
    A person without an account gets nothing.
    """
    zone, has_account = tx.session.execute(_WHERE_TO, {"told": person.id}).one()
    if not has_account:
        return
    key = ":".join(part for part in (subject, version, kind.value, str(person.id)) if part)
    if class_of(kind) is NoticeClass.BUNDLED:
        _collect(tx, person, kind, payload or {}, key, due_at)
        return
    moment = send_at(class_of(kind), due_at or tx.now, ZoneInfo(zone), quiet_hours_of(person))
    _add(tx, person, kind, subject, key, payload or {}, moment, expires_at)


def void(tx: Tx, subject: str, *kinds: NoticeKind, person_id: int | None = None) -> None:
    """Takes back what has not left yet about `subject`: of the given kinds, or of all; to one person, or to all."""
    facts: dict[str, Any] = {"about": subject}
    if kinds:
        facts["kinds"] = [kind.value for kind in kinds]
    if person_id is not None:
        facts["told"] = person_id
    tx.session.execute(_voiding("kinds" in facts, "told" in facts), facts)


@cache
def _voiding(of_kinds: bool, to_person: bool) -> Update:
    return _VOID.where(*[_OF_KINDS] * of_kinds, *[_TO_PERSON] * to_person)


def zone_of(person: Person) -> ZoneInfo:
    """The person's zone; the organisation's where they have none of their own (R-08)."""
    return ZoneInfo(person.zone or person.organisation.zone)


def quiet_hours_of(person: Person) -> QuietHours | None:
    """The hours in which the person is not to be disturbed; None where they chose none."""
    if not person.quiet_hours:
        return None
    start, end = person.quiet_hours.split("-")
    return QuietHours(time.fromisoformat(start), time.fromisoformat(end))


def _collect(
    tx: Tx, person: Person, kind: NoticeKind, payload: dict[str, Any], key: str, due_at: datetime | None
) -> None:
    """Adds a nudge to the person's bundle of the day (R-09: one message that lists them).

    One that has left already is full: the nudge goes with the next day's. No day repeats another's nudge.
    """
    bundles = {bundle.key: bundle for bundle in _bundles(tx, person)}
    if any(item["key"] == key for bundle in bundles.values() for item in bundle.payload["items"]):
        return
    moment = _bundled(tx, person, due_at or tx.now)
    while (bundle := bundles.get(_bundle_key(person, moment))) and bundle.state is not NoticeState.WAITING:
        tomorrow = to_local(moment, zone_of(person)).date() + timedelta(days=1)
        moment = _bundled(tx, person, utc_at(tomorrow, time(0), zone_of(person)))
    item = {"kind": kind.value, "payload": payload, "key": key}
    if bundle is not None:
        bundle.payload = {"items": [*bundle.payload["items"], item]}
        return
    bundle_key = _bundle_key(person, moment)
    _add(tx, person, NoticeKind.BUNDLE, bundle_key, bundle_key, {"items": [item]}, moment, None)


def _bundles(tx: Tx, person: Person) -> Sequence[Notice]:
    """The person's bundles, sent or not; locked, so that none is claimed while a nudge is put into it.

    The person is locked as well: nobody else begins the same day's bundle meanwhile.
    """
    tx.session.execute(_LOCK, {"told": person.id})
    return tx.session.scalars(_BUNDLES, {"told": person.id}).all()


def _bundled(tx: Tx, person: Person, wanted: datetime) -> datetime:
    """On a school day of the person's own school."""
    zone = zone_of(person)
    day = to_local(wanted, zone).date()
    holidays = holidays_between(day, day + _YEAR, own_holidays(tx.session, person.organisation_id))
    return send_at(NoticeClass.BUNDLED, wanted, zone, quiet_hours_of(person), holidays=holidays)


def _bundle_key(person: Person, moment: datetime) -> str:
    return f"bundle:{person.id}:{to_local(moment, zone_of(person)).date()}"


def _add(
    tx: Tx,
    person: Person,
    kind: NoticeKind,
    subject: str,
    key: str,
    payload: dict[str, Any],
    due_at: datetime,
    expires_at: datetime | None,
) -> None:
    """Adds the row, unless there is one with its key: somebody else may post the same at the same moment."""
    values = {
        "person_id": person.id,
        "kind": kind.value,
        "payload": payload,
        "subject": subject,
        "key": key,
        "due_at": due_at,
        "expires_at": expires_at,
        "created_at": tx.now,
    }
    tx.session.execute(_ADD[tx.session.get_bind().dialect.name], values)
