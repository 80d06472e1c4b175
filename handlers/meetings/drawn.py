"""The area's plain messages: one function for each, used by notices and by the answers to them."""

from handlers.meetings.buttons import MeetingButton, Step, WhyButton
from handlers.meetings.saying import ways
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.meetings.states import MeetingState, Obstacle
from models.meetings.views import MeetingView


def invitation(view: MeetingView, words: Words) -> Drawn:
    """A meeting that somebody else has planned."""
    return Drawn(words.text("meetings-planned", **ways(view, words)), _answers(view, words))


def moved(view: MeetingView, was: str, words: Words) -> Drawn:
    """The same at another time."""
    return Drawn(words.text("meetings-moved", was=was, **ways(view, words)), _answers(view, words))


def reminder(view: MeetingView, words: Words, reader_id: int) -> Drawn:
    """What is ahead. Whoever has said «Буду», or has planned it, is not asked again."""
    said = view.state is MeetingState.CONFIRMED or view.planned_by == reader_id
    text = words.text("meetings-reminder", **ways(view, words))
    return Drawn(text, _rows(_change(view, words)) if said else _answers(view, words))


def coming(view: MeetingView, words: Words) -> Drawn:
    """After «Буду»."""
    rows = (*_rows(_change(view, words)), (menu_key(words),))
    return Drawn(words.text("meetings-coming", **ways(view, words)), rows)


def away(view: MeetingView, words: Words) -> Drawn:
    """After «Не смогу» in a group."""
    return Drawn(words.text("meetings-away", **ways(view, words)), _open(view, words))


def confirmed(view: MeetingView, words: Words) -> Drawn:
    """The other side has said «Буду»."""
    return Drawn(words.text("meetings-confirmed", **ways(view, words)), ((_key(view, words, Step.OPEN),),))


def cancelled(view: MeetingView, words: Words) -> Drawn:
    """The meeting does not take place."""
    rows = (_again(view, words),) if view.is_led else ((menu_key(words),),)
    return Drawn(words.text("meetings-cancelled", **ways(view, words)), rows)


def prompt(view: MeetingView, words: Words, key: str = "meetings-prompt") -> Drawn:
    """«Состоялась?»: the reminder is the form."""
    keys = tuple(_key(view, words, step) for step in (Step.HELD, Step.REDO, Step.NOT_HELD))
    return Drawn(words.text(key, **ways(view, words)), (keys,))


def nudge(view: MeetingView, words: Words) -> Drawn:
    """The question once more, on the next working day."""
    return prompt(view, words, "meetings-nudge")


def to_check(view: MeetingView, words: Words) -> Drawn:
    """A mentee's record, for the mentor."""
    rows = ((_key(view, words, Step.RIGHT), _key(view, words, Step.EDIT)),)
    return Drawn(words.text("meetings-to-check", **ways(view, words)), rows)


def shared(view: MeetingView, text: str, words: Words) -> Drawn:
    """What the other side has written to a record."""
    key = "meetings-shared" if text else "meetings-shared-files"
    return Drawn(words.text(key, text=text, **ways(view, words)), ((_key(view, words, Step.OPEN),),))


def recorded(view: MeetingView, words: Words) -> Drawn:
    """A record that stands."""
    return Drawn(words.text("meetings-recorded", **ways(view, words)), _open(view, words))


def what_got_in_the_way(view: MeetingView, words: Words) -> Drawn:
    """Asked after «Нет» and «Отменить»; who did not come is never asked."""
    key = "meetings-cancel-why" if view.state is MeetingState.CANCELLED else "meetings-not-held-why"
    keys = [
        Key(words.label("meetings-obstacle", obstacle=one.value), WhyButton(obstacle=one, meeting_id=view.id).pack())
        for one in Obstacle
    ]
    return Drawn(words.text(key, **ways(view, words)), (tuple(keys[:2]), tuple(keys[2:]), _again(view, words)))


def as_it_is(view: MeetingView, words: Words) -> Drawn:
    """What a stale button is answered with: how the meeting stands now, and the way on."""
    if view.is_to_log(words.now):
        return prompt(view, words)
    if view.state is MeetingState.HELD:
        return recorded(view, words)
    if view.state is MeetingState.CANCELLED:
        return cancelled(view, words)
    keys = {MeetingState.NO_SHOW: "meetings-not-held", MeetingState.VOIDED: "meetings-voided"}
    return Drawn(words.text(keys.get(view.state, "meetings-ahead"), **ways(view, words)), _open(view, words))


def has_moved(view: MeetingView, words: Words) -> Drawn:
    """A stale button of a meeting that has another time now."""
    return Drawn(words.text("meetings-has-moved", **ways(view, words)), _open(view, words))


def _answers(view: MeetingView, words: Words) -> tuple[tuple[Key, ...], ...]:
    return ((_key(view, words, Step.COMING), *_change(view, words)),)


def _change(view: MeetingView, words: Words) -> tuple[Key, ...]:
    """Whoever leads the meeting changes it; a member of a group or a team can stay away alone."""
    away = (Step.AWAY,) if view.may_stay_away else ()
    change = (Step.MOVE, Step.CANCEL) if view.is_led else ()
    return tuple(_key(view, words, step) for step in (*away, *change))


def _rows(keys: tuple[Key, ...]) -> tuple[tuple[Key, ...], ...]:
    return (keys,) if keys else ()


def _again(view: MeetingView, words: Words) -> tuple[Key, ...]:
    return _key(view, words, Step.AGAIN), menu_key(words)


def _open(view: MeetingView, words: Words) -> tuple[tuple[Key, ...], ...]:
    return ((_key(view, words, Step.OPEN), menu_key(words)),)


def _key(view: MeetingView, words: Words, step: Step) -> Key:
    return Key(words.label("meetings-step", step=step.value), MeetingButton(step=step, meeting_id=view.id).pack())
