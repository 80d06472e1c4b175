"""The windows of people: coming in, the mentor's card, settings, and what curators do with people."""

from aiogram.fsm.state import State, StatesGroup


class Join(StatesGroup):
    """Coming in. Nothing is stored before the last answer."""

    hello = State()
    school = State()
    age = State()
    consent = State()
    full = State()
    role = State()
    name = State()


class Card(StatesGroup):
    """A mentor's card; start data `person_id` where a curator acts for somebody else."""

    view = State()
    topics = State()
    places = State()
    times = State()
    about = State()
    source = State()
    share = State()
    reserve = State()


class Settings(StatesGroup):
    """What people settle for themselves."""

    main = State()
    language = State()
    quiet = State()
    name = State()
    position = State()
    role = State()


class Privacy(StatesGroup):
    """What is kept of a person, and the way to withdraw the consent."""

    main = State()
    sure = State()


class Child(StatesGroup):
    """A parent's own children: who the mentor is, when they meet, the consent, a wish.

    Start data: nothing, `link_id`, or an invitation whose consent is to be given (`code_hash`, `child`,
    `organisation_id`).
    """

    list = State()
    view = State()
    consent = State()
    sure = State()
    wish = State()


class Parents(StatesGroup):
    """A pupil's parents and their consent, for the curator; start data `person_id`."""

    main = State()
    paper = State()
    end = State()


class Staff(StatesGroup):
    """The curator's people."""

    list = State()
    person = State()
    roles = State()


class Enter(StatesGroup):
    """A curator enters somebody without an account."""

    school = State()
    role = State()
    name = State()
    position = State()
    paper = State()
    topics = State()


class Invite(StatesGroup):
    """A curator makes a link."""

    target = State()
    role = State()
    uses = State()


class Tree(StatesGroup):
    """The tree of organisations, and who runs each of them; start data `organisation_id` where it opens on one."""

    node = State()
    appoint = State()
    curator = State()
    order = State()
    end = State()
    receiver = State()
    hand_over = State()
    away_from = State()
    away_until = State()
    name = State()
    zone = State()
    forms = State()


class Vacations(StatesGroup):
    """The holidays of a school year; start data `organisation_id`."""

    list = State()
    first = State()
    last = State()
