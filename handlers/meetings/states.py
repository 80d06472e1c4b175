"""The windows of the area. Other areas open the first of each group, or those that say what they are started with."""

from aiogram.fsm.state import State, StatesGroup


class PlanMeeting(StatesGroup):
    """Start data: `mentorship_id`, and `meeting_id` for moving that meeting; without any the pair is asked."""

    pair = State()
    day = State()
    time = State()
    place = State()
    elsewhere = State()
    saved = State()


class LogMeeting(StatesGroup):
    """A meeting that had no plan. Start data: `mentorship_id`, or none."""

    pair = State()
    day = State()
    length = State()
    method = State()


class MeetingRecord(StatesGroup):
    """A record right after it was made. Start data: `meeting_id`."""

    main = State()
    edit = State()
    day = State()
    note = State()


class MeetingView(StatesGroup):
    """One meeting and what can be done about it. Start data: `meeting_id`."""

    main = State()
    why = State()
    place = State()
    void = State()
    change = State()
    day = State()
    reason = State()


class Diary(StatesGroup):
    """The meetings of a person. Start data: `mentorship_id` for one pair's, or none."""

    list = State()
