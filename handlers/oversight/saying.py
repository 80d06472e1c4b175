"""Signals in words."""

from markupsafe import Markup

from handlers.people.picking import topic_names
from handlers.words import Words
from models.oversight.queries import SignalView
from models.oversight.states import SignalCode

SIGNALS = {
    SignalCode.PAIR_NO_MEETING: "oversight-signal-no-meeting",
    SignalCode.PAIR_FADING: "oversight-signal-fading",
    SignalCode.PAIR_NOT_STARTED: "oversight-signal-not-started",
    SignalCode.LOG_OVERDUE: "oversight-signal-log-overdue",
    SignalCode.LOW_RATING: "oversight-signal-low-rating",
    SignalCode.SIDES_DIVERGE: "oversight-signal-diverge",
    SignalCode.HELP_ASKED: "oversight-signal-help-asked",
    SignalCode.REQUEST_UNMATCHED: "oversight-signal-unmatched",
    SignalCode.REQUEST_UNREAD: "oversight-signal-unread",
    SignalCode.OFFER_UNANSWERED: "oversight-signal-offer",
    SignalCode.MENTOR_OVERLOAD: "oversight-signal-overload",
    SignalCode.NO_PLAN: "oversight-signal-no-plan",
    SignalCode.NO_SHOW_REPEAT: "oversight-signal-no-show",
    SignalCode.REMATCH_REPEAT: "oversight-signal-rematch",
    SignalCode.FORMAL_FEEDBACK: "oversight-signal-formal",
    SignalCode.FORM_SILENT: "oversight-signal-form-silent",
    SignalCode.MENTOR_SHORTAGE: "oversight-signal-shortage",
    SignalCode.CONSENT_MISSING: "oversight-signal-consent",
    SignalCode.CONSENT_EXPIRING: "oversight-signal-consent-expiring",
    SignalCode.SCHOOL_SILENT: "oversight-signal-school-silent",
    SignalCode.CURATOR_SILENT: "oversight-signal-curator-silent",
}


def signal_line(signal: SignalView, words: Words) -> Markup:
    """«Кузнецова О. С. — Лебедева И. В.: нет встреч 23 дня»."""
    topics = topic_names(words, signal.topics)
    return words.text(SIGNALS[signal.code], who=who(signal, words), days=signal.days, count=signal.count, topics=topics)


def who(signal: SignalView, words: Words) -> str:
    """«Кузнецова О. С. — Лебедева И. В.» of a pair, one name otherwise."""
    names = signal.names
    return names[0] if len(names) == 1 else words.label("oversight-two", name=names[0], other=names[1])
