"""Signals in words."""

from markupsafe import Markup

from handlers.words import Words
from models.oversight.queries import SignalView
from models.oversight.states import SignalCode

SIGNALS = {
    SignalCode.PAIR_NO_MEETING: "oversight-signal-no-meeting",
    SignalCode.PAIR_FADING: "oversight-signal-fading",
    SignalCode.PAIR_NOT_STARTED: "oversight-signal-not-started",
    SignalCode.LOG_OVERDUE: "oversight-signal-log-overdue",
    SignalCode.LOW_RATING: "oversight-signal-low-rating",
    SignalCode.HELP_ASKED: "oversight-signal-help-asked",
    SignalCode.REQUEST_UNMATCHED: "oversight-signal-unmatched",
    SignalCode.REQUEST_UNREAD: "oversight-signal-unread",
    SignalCode.OFFER_UNANSWERED: "oversight-signal-offer",
    SignalCode.MENTOR_OVERLOAD: "oversight-signal-overload",
}


def signal_line(signal: SignalView, words: Words) -> Markup:
    """«Кузнецова О. С. — Лебедева И. В.: нет встреч 23 дня»."""
    return words.text(SIGNALS[signal.code], who=who(signal, words), days=signal.days)


def who(signal: SignalView, words: Words) -> str:
    """«Кузнецова О. С. — Лебедева И. В.» of a pair, one name otherwise."""
    if len(signal.names) == 1:
        return signal.names[0]
    return words.label("oversight-two", name=signal.names[0], other=signal.names[1])
