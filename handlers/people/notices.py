"""What the bot says by itself about people."""

from markupsafe import Markup
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from handlers.notices import Telling, renders
from handlers.people.buttons import AdmissionAnswer, CardAnswer, OpenCard, OpenPerson, OpenRequest, TakeUp
from handlers.people.picking import listed, topic_names
from handlers.people.staff_getters import role_key
from handlers.telling import Drawn, Key, menu_key
from models.notices.kinds import NoticeKind
from models.people.curators import principal_curator
from models.people.names import named_to, official, polite
from models.people.states import MentorState, PersonState
from models.people.tables import MentorProfile, Organisation, Person, RoleGrant
from models.terms import Role


@renders(NoticeKind.ADMISSION_ASKED)
async def admission_asked(telling: Telling) -> Drawn | None:
    """Somebody chose the school from the list."""
    grant = await _grant(telling)
    if grant is None or grant.admitted_at is not None or grant.ended_at is not None:
        return None
    words, person = telling.words, grant.person
    said = words.text(
        "people-admission-asked",
        name=official(person),
        polite=polite(person),
        role=words.label(role_key(grant.role)),
        organisation=person.organisation.short_name,
    )
    answers = (
        Key(words.label("people-admit"), AdmissionAnswer(grant_id=grant.id, yes=True).pack()),
        Key(words.label("people-refuse"), AdmissionAnswer(grant_id=grant.id, yes=False).pack()),
    )
    return Drawn(said, (answers,))


@renders(NoticeKind.ADMITTED)
async def admitted(telling: Telling) -> Drawn | None:
    """The curator has let the person in."""
    grant = await _grant(telling)
    if grant is None or grant.ended_at is not None:
        return None
    words = telling.words
    opens = OpenRequest().pack() if grant.role is Role.MENTEE else OpenCard().pack()
    key = Key(words.label(f"people-admitted-{grant.role.value.lower()}-button"), opens)
    said = words.text("people-admitted", role=grant.role.value, organisation=grant.person.organisation.short_name)
    return Drawn(said, ((key,), (menu_key(words),)))


@renders(NoticeKind.NOT_ADMITTED)
async def not_admitted(telling: Telling) -> Drawn | None:
    """Neutral, and with the way on."""
    grant = await _grant(telling)
    if grant is None or grant.ended_at is None:
        return None
    curator = await _curator(telling, grant.organisation_id)
    return Drawn(telling.words.text("people-not-admitted", curator=curator), ((menu_key(telling.words),),))


@renders(NoticeKind.CARD_WAITING)
async def card_waiting(telling: Telling) -> Drawn | None:
    """A mentor's card waits for one tap of the curator."""
    card = await _card(telling)
    if card is None or card.state is not MentorState.APPLICANT:
        return None
    words, others = telling.words, card.topics[len(card.strong_topics) :]
    said = words.text(
        "people-card-waiting",
        name=official(card.person),
        position=card.person.position,
        has_position=int(bool(card.person.position)),
        strong=topic_names(words, card.strong_topics),
        topics=topic_names(words, others),
        has_topics=int(bool(others)),
        places=card.capacity,
    )
    answers = (
        Key(words.label("people-card-confirm"), CardAnswer(profile_id=card.id, yes=True).pack()),
        Key(words.label("people-card-reject"), CardAnswer(profile_id=card.id, yes=False).pack()),
    )
    return Drawn(said, (answers,))


@renders(NoticeKind.CARD_CONFIRMED)
async def card_confirmed(telling: Telling) -> Drawn | None:
    """The mentor is in the register."""
    card = await _card(telling)
    if card is None or card.state is not MentorState.APPROVED:
        return None
    words = telling.words
    key = Key(words.label("people-card-open"), OpenCard().pack())
    return Drawn(words.text("people-card-confirmed", places=card.capacity), ((key, menu_key(words)),))


@renders(NoticeKind.CARD_NOT_CONFIRMED)
async def card_not_confirmed(telling: Telling) -> Drawn | None:
    """Neutral, and with the way on."""
    card = await _card(telling)
    if card is None or card.state is not MentorState.REJECTED:
        return None
    words = telling.words
    said = words.text("people-card-not-confirmed", curator=await _curator(telling, card.organisation_id))
    key = Key(words.label("people-card-open"), OpenCard().pack())
    return Drawn(said, ((key, menu_key(words)),))


@renders(NoticeKind.CALLED_AGAIN)
async def called_again(telling: Telling) -> Drawn | None:
    """Somebody of the long-term reserve is asked whether offers may come again; silence changes nothing."""
    card = await _card(telling)
    if card is None or card.state not in (MentorState.PAUSED, MentorState.RESERVE):
        return None
    words = telling.words
    said = words.text("people-called-again", curator=await _curator(telling, card.organisation_id))
    answers = (
        Key(words.label("people-card-resume"), TakeUp(yes=True).pack()),
        Key(words.label("people-called-later"), TakeUp(yes=False).pack()),
    )
    return Drawn(said, ((answers[0],), (answers[1], menu_key(words))))


@renders(NoticeKind.ACCOUNT_BLOCKED)
async def account_blocked(telling: Telling) -> Drawn | None:
    """Somebody cannot be written to."""
    person = await _person(telling)
    if person is None or not any(account.blocked_bot for account in person.accounts):
        return None
    words = telling.words
    key = Key(words.label("people-open-person", name=official(person)), OpenPerson(person_id=person.id).pack())
    return Drawn(words.text("people-account-blocked", name=official(person)), ((key,),))


@renders(NoticeKind.CONSENT_WITHDRAWN)
async def consent_withdrawn(telling: Telling) -> Drawn | None:
    """The operator must know who has withdrawn: the name is said this once."""
    person = await _person(telling, PersonState.BLOCKED)
    if person is None:
        return None
    name = named_to(telling.actor, person, official(person))
    said: Markup = telling.words.text("people-consent-withdrawn", name=name)
    return Drawn(said, ((menu_key(telling.words),),))


@renders(NoticeKind.CURATOR_APPOINTED)
async def curator_appointed(telling: Telling) -> Drawn | None:
    """Somebody runs a programme from now on."""
    grant = await _grant(telling)
    if grant is None or grant.ended_at is not None:
        return None
    words = telling.words
    said = words.text(
        "people-curator-appointed",
        role=words.label(role_key(grant.role)),
        organisation=await _organisation_name(telling, grant.organisation_id),
        is_deputy=int(grant.is_deputy),
    )
    return Drawn(said, ((menu_key(words),),))


@renders(NoticeKind.CURATOR_ENDED)
async def curator_ended(telling: Telling) -> Drawn | None:
    """Somebody runs it no more; nothing where they have been appointed again meanwhile."""
    grant = await _grant(telling)
    if grant is None or grant.ended_at is None:
        return None
    words, name = telling.words, await _organisation_name(telling, grant.organisation_id)
    said = words.text("people-curator-ended", role=words.label(role_key(grant.role)), organisation=name)
    return Drawn(said, ((menu_key(words),),))


@renders(NoticeKind.HANDED_OVER)
async def handed_over(telling: Telling) -> Drawn | None:
    """Everything went from one curator to another; each of the two is told."""
    payload, words = telling.payload, telling.words
    giver = await telling.session.get(Person, payload["giver_id"])
    receiver = await telling.session.get(Person, payload["receiver_id"])
    if giver is None or receiver is None:
        return None
    names = select(Organisation.short_name).where(Organisation.id.in_(payload["organisation_ids"]))
    organisations = await telling.session.scalars(names.order_by(Organisation.short_name))
    counts = {name: payload[name] for name in ("requests", "signals", "calls")}
    said = words.text(
        "people-handed-over" if telling.person_id == receiver.id else "people-handed-over-from",
        giver=official(giver),
        receiver=official(receiver),
        organisations=listed(words, organisations),
        **counts,
    )
    return Drawn(said, ((menu_key(words),),))


async def _organisation_name(telling: Telling, organisation_id: int) -> str:
    return (await telling.session.get_one(Organisation, organisation_id)).short_name


async def _grant(telling: Telling) -> RoleGrant | None:
    statement = (
        select(RoleGrant)
        .where(RoleGrant.id == telling.payload["grant_id"])
        .options(selectinload(RoleGrant.person).selectinload(Person.organisation))
    )
    return await telling.session.scalar(statement)


async def _card(telling: Telling) -> MentorProfile | None:
    statement = (
        select(MentorProfile)
        .where(MentorProfile.id == telling.payload["profile_id"])
        .options(selectinload(MentorProfile.person))
    )
    return await telling.session.scalar(statement)


async def _person(telling: Telling, state: PersonState = PersonState.ACTIVE) -> Person | None:
    statement = (
        select(Person)
        .where(Person.id == telling.payload["person_id"], Person.state == state)
        .options(selectinload(Person.accounts))
    )
    return await telling.session.scalar(statement)


async def _curator(telling: Telling, organisation_id: int) -> str:
    """Whom to talk to, in polite form."""
    now, besides = telling.words.now, {telling.person_id}
    found = await telling.session.run_sync(lambda sync: principal_curator(sync, organisation_id, now, besides))
    return polite(found) if found else telling.words.label("people-some-curator")
