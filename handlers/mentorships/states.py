"""The windows of pairs: making them, looking at them, and the typed words around an offer."""

from aiogram.fsm.state import State, StatesGroup


class MakePair(StatesGroup):
    """«Создать пару»: three taps a pair, many in a row."""

    mentee = State()
    mentor = State()
    how = State()
    over_places = State()


class MakeGroup(StatesGroup):
    """«Группа» and «Команда – команда». Start data: `kind`, or `mentorship_id` and `side` to invite one more."""

    people = State()
    sure = State()


class GroupMembers(StatesGroup):
    """Who belongs to a group or a team, and one of them; start data `mentorship_id`, and `person_id` for one."""

    list = State()
    one = State()


class Cohort(StatesGroup):
    """«Подобрать всем»: what there is to pair, the draft, one line of it, and its publication."""

    begin = State()
    working = State()
    draft = State()
    line = State()
    mentor = State()
    resting = State()
    sure = State()
    discard = State()


class Pairs(StatesGroup):
    """The pairs of a person, or of a curator's schools."""

    list = State()


class Pair(StatesGroup):
    """One pair; start data `mentorship_id`."""

    view = State()
    reason = State()
    rematch = State()
    talk = State()


class Orders(StatesGroup):
    """The order of pairs without a number. Start data: `organisation_id` (none: the first school), `pair_ids`."""

    list = State()
    sure = State()


class OfferTalk(StatesGroup):
    """«Есть вопрос» and its answer; start data `mentorship_id` or `question_id`, and `sends_back` for «Вернуть»."""

    question = State()
    answer = State()
