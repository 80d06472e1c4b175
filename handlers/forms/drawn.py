"""A form as a message: one question at a time, in the message itself, each answer one tap."""

from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_date
from markupsafe import Markup

from handlers.forms.buttons import FormButton, HelpButton, ItemButton, RateButton, Step, WishButton
from handlers.people.picking import listed
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.forms.queries import Asked, Reader
from models.forms.questions import HIGHEST, LOWEST, OPTIONS, Question, wishes_of
from models.forms.reading import AnswerLine
from models.mentorships.states import Side

_SHORT = {
    Question.COMFORT: "forms-comfort-short",
    Question.NEXT_STEP: "forms-next-step-short",
    Question.ENGAGEMENT: "forms-engagement-short",
    Question.SUPPORT: "forms-support-short",
}
Rows = tuple[tuple[Key, ...], ...]
ROOM = 3200
"""Characters of a window that are left for answers."""
_FIRST = {Side.MENTEE: "forms-usefulness", Side.MENTOR: "forms-progress"}
_FIRST_SHORT = {Side.MENTEE: "forms-usefulness-short", Side.MENTOR: "forms-progress-short"}
_MARKS = {Side.MENTEE: "forms-usefulness-mark", Side.MENTOR: "forms-progress-mark"}
_ITEMS = {
    Question.COMFORT: ("forms-comfort", "forms-comfort-answer"),
    Question.NEXT_STEP: ("forms-next-step", "forms-next-step-answer"),
    Question.ENGAGEMENT: ("forms-engagement", "forms-engagement-answer"),
    Question.SUPPORT: ("forms-support", "forms-support-answer"),
}


def first(asked: Asked, words: Words, *, again: bool = False) -> Drawn:
    """The first question; a reminder can also be put away."""
    form = asked.form
    text = words.text(
        _FIRST[form.side], day=_day(words, form.meeting_at), partner=asked.partner, reads=reads(asked, words)
    )
    keys = [_mark(words, asked, mark) for mark in range(HIGHEST, LOWEST - 1, -1)]
    rows: Rows = (tuple(keys[:3]), tuple(keys[3:]))
    return Drawn(text, (*rows, (_step(words, asked, Step.SKIP, "forms-skip-button"),)) if again else rows)


def following(asked: Asked, words: Words, said: Markup | None = None) -> Drawn:
    """Thanks, or whatever `said` about the last answer, with the next question."""
    question = asked.form.question
    said = said or words.text("forms-thanks")
    if question is Question.USEFULNESS:
        return first(asked, words)
    if question is Question.NOTHING:
        return done(asked, words, said)
    text, rows = _question(asked, words)
    return Drawn(words.text("forms-question", said=said, question=text), rows)


def done(asked: Asked, words: Words, said: Markup | None = None) -> Drawn:
    """Thanks, with what can still be added."""
    help_key = Key(words.label("forms-help-button"), HelpButton(mentorship_id=asked.form.mentorship_id).pack())
    more = [_step(words, asked, Step.COMMENT, "forms-comment-button")]
    if asked.form.is_open:
        more.append(_step(words, asked, Step.CHANGE, "forms-change-button"))
    return Drawn(said or words.text("forms-thanks"), (tuple(more), (help_key, menu_key(words))))


def parting(asked: Asked, words: Words) -> Drawn:
    """Asked before a trial ends: one tap too many would be dear."""
    keys = (_step(words, asked, Step.SURE, "forms-part-sure-button"), _step(words, asked, Step.BACK, "back-button"))
    return Drawn(words.text("forms-part-sure", partner=asked.partner), (keys,))


def parted(words: Words) -> Drawn:
    """The trial is over, through nobody's fault."""
    return Drawn(words.text("forms-parted"), ((menu_key(words),),))


def skipped(words: Words) -> Drawn:
    """Nothing more is asked about this meeting."""
    return Drawn(words.text("forms-skipped"), ((menu_key(words),),))


def reads(asked: Asked, words: Words) -> Markup:
    """Who reads the answer."""
    if asked.reader is None or asked.reader.is_usual:
        return words.text("forms-read-by-curator", side=asked.form.side.value)
    return words.text("forms-read-by-other", reader=asked.reader.name)


def heard(reader: Reader | None, words: Words) -> Markup:
    """Who has the call now."""
    return words.text("forms-heard", reader=reader.name) if reader else words.text("forms-heard-later")


def answered(line: AnswerLine, words: Words) -> Markup:
    """One form as its curator reads it: the mark in its words, then what else was said."""
    said = [words.label(_FIRST_SHORT[line.side], answer=words.label(_MARKS[line.side], mark=line.usefulness).lower())]
    for question, (_text, key) in _ITEMS.items():
        if question.value in line.items:
            answer = words.label(key, answer=line.items[question.value]).lower()
            said.append(words.label(_SHORT[question], answer=answer))
    head = words.text("forms-answer", day=_day(words, line.meeting_at), name=line.name, said=listed(words, said))
    comment = [words.text("forms-call-said", text=line.comment)] if line.comment else []
    return Markup("\n").join((head, *comment))


def latest(answers: Sequence[AnswerLine], words: Words) -> Markup:
    """The newest answers that one message holds, a paragraph each; nothing that somebody wrote is cut."""
    shown: list[Markup] = []
    room = ROOM
    for line in answers:
        said = answered(line, words)
        room -= len(said.unescape())
        if shown and room < 0:
            break
        shown.append(said)
    return Markup("\n\n").join(shown) or words.text("forms-answers-none")


def _question(asked: Asked, words: Words) -> tuple[Markup, Rows]:
    form = asked.form
    if form.question is Question.WISH:
        wishes = [
            Key(words.label("forms-wish-answer", wish=wish.value), WishButton(wish=wish, form_id=form.id).pack())
            for wish in wishes_of(form.side)
        ]
        return words.text("forms-wish"), tuple((key,) for key in wishes)
    if form.question is Question.CONTINUE:
        keys = (
            _step(words, asked, Step.GO_ON, "forms-go-on-button"),
            _step(words, asked, Step.PART, "forms-part-button"),
        )
        return words.text("forms-continue", partner=asked.partner), (keys,)
    text, answer = _ITEMS[form.question]
    options = [
        Key(
            words.label(answer, answer=value),
            ItemButton(question=form.question, value=value, form_id=form.id).pack(),
        )
        for value in OPTIONS[form.question]
    ]
    return words.text(text), (tuple(options), (_step(words, asked, Step.ENOUGH, "forms-enough-button"),))


def _mark(words: Words, asked: Asked, mark: int) -> Key:
    data = RateButton(usefulness=mark, form_id=asked.form.id).pack()
    return Key(words.label(_MARKS[asked.form.side], mark=mark), data)


def _step(words: Words, asked: Asked, step: Step, label: str) -> Key:
    return Key(words.label(label), FormButton(step=step, form_id=asked.form.id).pack())


def _day(words: Words, moment: datetime) -> str:
    """«13 октября», as a sentence takes it."""
    return format_date(moment.astimezone(words.zone), "d MMMM", locale=words.locale)
