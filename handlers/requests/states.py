"""The windows of requests: asking, one's own request, proposing a mentee, and the curator's decision."""

from aiogram.fsm.state import State, StatesGroup


class AskMentor(StatesGroup):
    """A request in eight actions; start data `request_id` where one is changed."""

    topics = State()
    form = State()
    rhythm = State()
    goal = State()
    review = State()
    wish = State()


class MyRequest(StatesGroup):
    """«Где мой запрос?»."""

    view = State()
    answer = State()
    sure = State()


class ProposeMentee(StatesGroup):
    """A colleague proposes somebody."""

    person = State()
    topics = State()


class Requests(StatesGroup):
    """The curator's queue."""

    list = State()


class Decide(StatesGroup):
    """What the curator decides about one request; start data `request_id`."""

    request = State()
    other = State()
    agreed = State()
    over_places = State()
    question = State()
    reason = State()
