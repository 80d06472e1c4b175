"""A statement as a message: for the curator with its two buttons, for the mentor with the file."""

from handlers.papers import facts
from handlers.papers.buttons import StatementButton, Step
from handlers.papers.filling import fill
from handlers.sending import Paper
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.papers.figures import Figures
from models.papers.statement import StatementView
from models.school_year import Period

PAIRS_SHOWN = 8
"""So many pairs are named in a message; the file names all."""


def asked(view: StatementView, words: Words, *, changed: bool = False) -> Drawn:
    """The curator reads the figures and confirms them, or asks."""
    key = "papers-asked-changed" if changed else "papers-asked"
    text = words.text(key, mentor=view.mentor, figures=lines(view.figures, Period(view.first, view.last), words))
    sign = Key(words.label("papers-sign-button"), _button(Step.SIGN, view))
    ask = Key(words.label("papers-ask-button"), _button(Step.ASK, view))
    return Drawn(text, ((sign, ask), (file_key(view, words), menu_key(words))))


def signed(view: StatementView, words: Words, *, own: bool) -> Drawn:
    """It is confirmed, with its number; for the mentor, or for the curator."""
    key = "papers-signed-own" if own else "papers-signed"
    text = words.text(
        key,
        mentor=view.mentor,
        number=str(view.number),
        period=facts.period(Period(view.first, view.last), words),
        curator=view.signer,
    )
    return Drawn(text, ((file_key(view, words), menu_key(words)),))


def returned(view: StatementView, words: Words) -> Drawn:
    """The curator's question; the way on leads to the periods."""
    days = facts.period(Period(view.first, view.last), words)
    again = Key(words.label("papers-statement-menu-button"), _button(Step.AGAIN, view))
    return Drawn(words.text("papers-returned", period=days, question=view.question), ((again, menu_key(words)),))


def lines(figures: Figures, days: Period, words: Words) -> str:
    """The figures in a few lines."""
    named = [
        words.text(
            "papers-pair-line",
            name=", ".join(pair.mentees),
            meetings=pair.meetings,
            hours=facts.hours(pair.minutes, words),
        )
        for pair in figures.pairs[:PAIRS_SHOWN]
    ]
    more = len(figures.pairs) - PAIRS_SHOWN
    return words.text(
        "papers-figures",
        period=facts.period(days, words),
        pairs=len(figures.pairs),
        meetings=figures.meetings,
        hours=facts.hours(figures.minutes, words),
        completed=figures.completed,
        lines=words.text("papers-lines", lines=type(named[0])("\n").join(named), more=max(more, 0)) if named else "",
    )


def file_key(view: StatementView, words: Words) -> Key:
    """«Файл»."""
    return Key(words.label("papers-file-button"), _button(Step.FILE, view))


def paper(view: StatementView, words: Words) -> Paper:
    """The statement as a file: confirmed the very same for ever."""
    key = "papers-statement-file" if view.number else "papers-statement-file-draft"
    said = facts.on_paper(words, view.zone)
    name = said.label(key, mentor=view.mentor, first=said.short_date(view.first), last=said.short_date(view.last))
    caption = words.text("papers-statement-caption" if view.number else "papers-statement-caption-draft")
    return Paper(fill, ("statement", facts.statement(view, words)), name, Drawn(caption))


def _button(step: Step, view: StatementView) -> str:
    return StatementButton(step=step, statement_id=view.id, made=view.made).pack()
