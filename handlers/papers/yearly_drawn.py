"""What is handed in each year, in words: the three kinds, one report, the board, and what the bot says by itself."""

from collections.abc import Iterable
from datetime import date

from babel.dates import format_date
from markupsafe import Markup

from handlers.oversight import figures_drawn
from handlers.papers.buttons import YearButton, YearStep
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.oversight.indicators.codes import Code
from models.oversight.indicators.table import Reading, Table
from models.papers.states import ReportState
from models.papers.yearly.handing import LOCKED, ReportLine
from models.papers.yearly.kinds import NotePart, ReportKind
from models.papers.yearly.queries import Board, BoardLine, Desk, KindLine, Year

NEW_LINE, GAP = Markup("\n"), Markup("\n\n")


def kind_name(words: Words, kind: ReportKind) -> str:
    """«Данные о парах»."""
    return words.label("yearly-kind", kind=kind.value)


def year(shown: Year, words: Words) -> Markup:
    """The three kinds with where each stands."""
    first = shown.lines[0].term.school_year
    head = words.text("yearly-head", school=shown.name, first=str(first), last=str(first + 1))
    lines = [_kind(shown, number, line, words) for number, line in enumerate(shown.lines, 1)]
    return GAP.join((head, NEW_LINE.join(lines)))


def desk(shown: Desk, table: Table | None, words: Words) -> Markup:
    """A report: what it says, and where it stands."""
    head = words.text("yearly-report-head", kind=kind_name(words, shown.kind), school=shown.school)
    return GAP.join((head, *_contents(shown, table, words), _standing(shown, words)))


def board(shown: Board, words: Words) -> Markup:
    """Who has handed in, whoever is late first."""
    days = shown.term.days
    head = words.text(
        "yearly-board",
        kind=kind_name(words, shown.term.kind),
        school=shown.name,
        start=_day(days.first, words),
        last=_day(days.last, words),
        done=shown.done,
        schools=shown.schools,
        nudged=words.short_date(shown.term.nudged_at.astimezone(words.zone)) if shown.term.nudged_at else "",
        was_nudged=int(shown.term.nudged_at is not None),
    )
    lines = [_school(line, shown.is_open, words) for line in shown.lines.items]
    return GAP.join((head, NEW_LINE.join(lines))) if lines else head


def asked(shown: Desk, words: Words) -> Drawn:
    """A campaign's message to a school: data on pairs are confirmed right here, the others are looked at first."""
    text = words.text(
        "yearly-asked",
        kind=shown.kind.value,
        school=shown.school,
        last=_day(shown.term.days.last, words),
        is_over=int(words.today > shown.term.days.last),
        **_pair_counts(shown),
    )
    look = Key(words.label("yearly-look-button"), _button(YearStep.OPEN, shown))
    if shown.kind is not ReportKind.PAIRS:
        return Drawn(text, ((look, menu_key(words)),))
    right = Key(words.label("yearly-right-button"), _button(YearStep.SEND, shown))
    return Drawn(text, ((right, look), (menu_key(words),)))


def sent(line: ReportLine, words: Words) -> Drawn:
    """It lies with the level above."""
    text = words.text("yearly-sent-message", kind=kind_name(words, line.kind), version=line.version)
    return Drawn(text, ((menu_key(words),),))


def returned(report: ReportLine, words: Words) -> Drawn:
    """It came back with a sentence; the way on leads to the report."""
    text = words.text("yearly-returned", kind=kind_name(words, report.kind), remark=report.remark)
    data = YearButton(
        step=YearStep.OPEN,
        organisation_id=report.organisation_id,
        kind=report.kind,
        school_year=report.school_year,
    )
    return Drawn(text, ((Key(words.label("yearly-look-button"), data.pack()), menu_key(words)),))


def part_name(words: Words, part: NotePart) -> str:
    """«Сильные стороны»."""
    return words.label("yearly-part", part=part.value)


def _kind(shown: Year, number: int, line: KindLine, words: Words) -> Markup:
    facts = {
        "number": number,
        "kind": kind_name(words, line.term.kind),
        "start": _day(line.term.days.first, words),
        "last": _day(line.term.days.last, words),
    }
    if not shown.is_school:
        how = "OPEN" if line.is_open else "EARLY"
        return words.text("yearly-line-above", how=how, done=line.done, schools=line.schools, **facts)
    late = shown.today > line.term.days.last
    how = line.state.value if line.state else ""
    if how in ("", ReportState.DRAFT):
        how = "LATE" if late else "OPEN" if line.is_open else "EARLY"
    return words.text("yearly-line", how=how, sent=words.short_date(line.sent_on) if line.sent_on else "", **facts)


def _contents(shown: Desk, table: Table | None, words: Words) -> Iterable[Markup]:
    """Above the school nothing is seen of what was not handed in."""
    if shown.kind is ReportKind.PAIRS and shown.has_contents:
        yield words.text("yearly-pairs", **_pair_counts(shown))
    if shown.kind is ReportKind.MAY and table is not None:
        yield NEW_LINE.join(_number(one.code, one.now, words) for one in table.figures)
    if shown.contents.note is not None:
        note = shown.contents.note
        yield words.text(
            "yearly-note",
            pairs=note.pairs,
            completed=note.completed,
            held=sum(month.held for month in note.months),
            planned=sum(month.planned for month in note.months),
            requests=note.requests_in,
            matched=note.matched,
        )
        written = [
            words.text("yearly-written", part=part_name(words, part)) for part in NotePart if part in shown.texts
        ]
        missing = [part_name(words, part) for part in NotePart if part not in shown.texts]
        if shown.state not in LOCKED and missing:
            written.append(words.text("yearly-unwritten", parts=", ".join(missing), count=len(missing)))
        yield NEW_LINE.join(written) if written else words.text("yearly-no-words")


def _number(code: Code, reading: Reading, words: Words) -> Markup:
    how = "HAND" if reading.hand is not None else "NONE" if reading.number is None else "AUTO"
    name, said = figures_drawn.name_of(words, code), figures_drawn.said(words, reading.number)
    return words.text("yearly-number", name=name, said=said, how=how)


def _standing(shown: Desk, words: Words) -> Markup:
    how = shown.state.value if shown.state else "DRAFT"
    if how == "DRAFT" and not shown.may_send:
        how = "WAITED" if shown.is_open else "EARLY"
    return words.text(
        "yearly-standing",
        how=how,
        kind=shown.kind.value,
        start=_day(shown.term.days.first, words),
        last=_day(shown.term.days.last, words),
        late=int(words.today > shown.term.days.last),
        sent=words.day(shown.sent_at) if shown.sent_at else "",
        by=shown.by,
        version=shown.version,
        remark=shown.remark,
        own=int(shown.may_send),
    )


def _school(line: BoardLine, is_open: bool, words: Words) -> Markup:
    if line.is_done:
        how = "ACCEPTED" if line.state is ReportState.ACCEPTED else "SENT"
    elif line.state is ReportState.RETURNED:
        how = "RETURNED"
    else:
        how = "LATE" if line.is_late else "OPEN" if is_open else "EARLY"
    sent_on = words.short_date(line.sent_on) if line.sent_on else ""
    return words.text("yearly-board-line", school=line.name, how=how, sent=sent_on, late=int(line.is_late))


def _pair_counts(shown: Desk) -> dict[str, int]:
    pairs = shown.contents.pairs
    return {
        "pairs": len(pairs),
        "without": sum(not pair.order_ref for pair in pairs),
        "unmet": sum(not pair.held for pair in pairs),
    }


def _button(step: YearStep, shown: Desk) -> str:
    year_ = shown.term.school_year
    return YearButton(step=step, organisation_id=shown.organisation_id, kind=shown.kind, school_year=year_).pack()


def _day(day: date, words: Words) -> str:
    """«31 октября»."""
    return format_date(day, "d MMMM", locale=words.locale)
