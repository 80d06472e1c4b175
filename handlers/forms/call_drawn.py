"""A call as its curator reads it, and the answer to it as the caller reads it."""

from markupsafe import Markup

from handlers.forms.buttons import CallButton, CallStep, HelpButton
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.forms.queries import CallCard, ReplyCard
from models.forms.states import CallKind

_TEXTS = {
    CallKind.HELP: "forms-call-help",
    CallKind.TALK: "forms-call-talk",
    CallKind.PSYCHOLOGIST: "forms-call-psychologist",
    CallKind.ANOTHER_MENTOR: "forms-call-another-mentor",
}


def call(card: CallCard, words: Words) -> Drawn:
    """Who wants what, and what the curator can do about it."""
    return Drawn(said(card, words), _rows(card, words))


def said(card: CallCard, words: Words) -> Markup:
    """The call itself, a line for each thing that is known."""
    standing = "forms-call-closed" if card.is_closed else "forms-call-taken" if card.taken_by else "forms-call-open"
    lines = (
        what(card, words),
        words.text("forms-call-pair", partner=card.partner) if card.partner else "",
        words.text("forms-call-said", text=card.text) if card.text else "",
        words.text(standing, taker=card.taken_by),
    )
    return Markup("\n").join(line for line in lines if line)


def what(card: CallCard, words: Words) -> Markup:
    """Who wants what, in one line."""
    return words.text(_TEXTS[card.kind], name=card.name)


def reply(card: ReplyCard, words: Words) -> Drawn:
    """A curator's answer."""
    again = Key(words.label("forms-answer-button"), HelpButton(mentorship_id=card.mentorship_id or 0).pack())
    text = words.text("forms-reply", author=card.author, text=card.text)
    return Drawn(text, ((again, menu_key(words)),))


def _rows(card: CallCard, words: Words) -> tuple[tuple[Key, ...], ...]:
    """Nothing but the pair is left to open once the call is closed."""
    pair = (_key(words, card, CallStep.PAIR, "forms-call-pair-button"),) if card.mentorship_id else ()
    if card.is_closed:
        return (pair,) if pair else ()
    write = (_key(words, card, CallStep.REPLY, "forms-call-reply-button"),) if card.has_account else ()
    take = () if card.taken_by else (_key(words, card, CallStep.TAKE, "forms-call-take-button"),)
    close = (_key(words, card, CallStep.CLOSE, "forms-call-close-button"),)
    return tuple(row for row in ((*write, *pair), (*take, *close)) if row)


def _key(words: Words, card: CallCard, step: CallStep, label: str) -> Key:
    return Key(words.label(label), CallButton(step=step, call_id=card.id).pack())
