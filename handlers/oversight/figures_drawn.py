"""Numbers in words: the lines of the table, one indicator, and the whole table as a text to copy."""

from collections.abc import Iterable, Sequence
from datetime import date

from babel.dates import format_date
from markupsafe import Markup

from handlers.telling import Drawn
from handlers.words import Words
from models.oversight.indicators.attention import LINES, Attention, SchoolLine
from models.oversight.indicators.codes import Block, Code, Mode
from models.oversight.indicators.heads import Coverage
from models.oversight.indicators.queries import Behind, FigureView
from models.oversight.indicators.registry import INDICATORS
from models.oversight.indicators.table import Figure, Reading, Share, Table
from models.terms import OrgFlag

OMSK = "OMS-I-"
NEW_LINE, GAP = Markup("\n"), Markup("\n\n")


def table(shown: Table, block: Block, words: Words, flag: OrgFlag | None = None, *, is_frozen: bool = False) -> Markup:
    """A page of the table with numbered lines."""
    head = words.text(
        "figures-head",
        school=shown.name,
        block=block_name(words, block),
        period=period(words, shown.first, shown.day),
        flag=flag_name(words, flag) if flag else "",
        has_flag=int(flag is not None),
        schools=shown.schools,
        is_school=int(shown.is_school),
    )
    lines = [_line(words, number, one, shown) for number, one in enumerate(shown.figures, 1)]
    return GAP.join(
        (head, NEW_LINE.join(lines), *_derived(words, shown), words.text("figures-hint", frozen=int(is_frozen)))
    )


def as_text(shown: Table, words: Words, flag: OrgFlag | None = None) -> Drawn:
    """All pages as one message: no names, ready to be copied."""
    head = words.text(
        "figures-copy",
        school=shown.name,
        period=period(words, shown.first, shown.day),
        flag=flag_name(words, flag) if flag else "",
        has_flag=int(flag is not None),
    )
    parts = [head]
    for block in Block:
        lines = [_copied(words, one) for one in shown.figures if INDICATORS[one.code].block is block]
        lines += [_coverage(words, one, shown) for one in shown.coverage if block is Block.COVERAGE]
        lines += [_share(words, one) for one in shown.shares if block is Block.MAY]
        parts.append(words.text("figures-copy-block", block=block_name(words, block), lines=NEW_LINE.join(lines)))
    return Drawn(GAP.join(parts))


def calls(shown: Attention, words: Words) -> Markup:
    """Schools to call first, each with the reason; how many are well."""
    head = words.text("figures-calls-head", school=shown.name, schools=shown.schools, count=shown.lines.total)
    lines = [
        words.text(
            "figures-call",
            number=number,
            place=line.name,
            pairs=line.pairs,
            how="NEVER" if line.is_silent and not line.met else "SILENT" if line.is_silent else "LATE",
            days=line.days or 0,
            late=line.late,
            due=line.due,
        )
        for number, line in numbered(shown)
    ]
    return GAP.join((head, NEW_LINE.join(lines))) if lines else head


def numbered(shown: Attention) -> list[tuple[int, SchoolLine]]:
    """The schools of the page with their numbers in the whole list."""
    return list(enumerate(shown.lines.items, shown.lines.number * LINES + 1))


def one(view: FigureView, words: Words) -> Markup:
    """An indicator: both columns, where they come from, and who stands behind."""
    figure = view.figure
    head = words.text(
        "figures-one",
        name=name_of(words, figure.code),
        school=view.name,
        period=period(words, view.first, view.day),
        mark=mark(figure.code),
        has_mark=int(bool(mark(figure.code))),
    )
    start = words.text("figures-start", now=said(words, figure.base.number))
    result = words.text("figures-result", day=words.short_date(view.day), now=said(words, figure.now.number))
    columns = (start, *_how(words, figure.base), result, *_how(words, figure.now))
    parts = [head, NEW_LINE.join(columns)]
    if figure.awaits is not None and figure.now.auto is None:
        parts.append(words.text("figures-awaits", awaits=figure.awaits.value))
    elif figure.mode is Mode.AUTO:
        parts.append(words.text("figures-reason", code=figure.code.name))
    if view.untold and figure.now.auto is not None:
        parts.append(words.text("figures-untold", code=figure.code.name, count=view.untold))
    if not view.is_school:
        parts.append(words.text("figures-by-school"))
    elif view.behind is not None and figure.now.auto is not None:
        parts.append(_behind(words, view.behind))
    return GAP.join(parts)


def name_of(words: Words, code: Code) -> str:
    """«Педагоги, которые просили наставника»."""
    return words.label("figures-name", code=code.name)


def block_name(words: Words, block: Block) -> str:
    """«Запросы»."""
    return words.label("figures-block", block=block.value)


def flag_name(words: Words, flag: OrgFlag) -> str:
    """«ШАНС»."""
    return words.label("figures-flag", flag=flag.value)


def said(words: Words, number: int | None) -> str:
    """The number, or «нет данных»."""
    return words.label("figures-none") if number is None else words.label("figures-number", number=number)


def mark(code: Code) -> str:
    """The number of a line in the Omsk table, «1.2»; the other lines have none."""
    return code.value.removeprefix(OMSK) if code.value.startswith(OMSK) else ""


def period(words: Words, first: date, day: date) -> str:
    """«1 сентября – 12 октября 2026»."""
    start = format_date(first, "d MMMM" if first.year == day.year else "d MMMM y", locale=words.locale)
    end = format_date(day, "d MMMM y", locale=words.locale)
    return words.label("figures-period", start=start, end=end)


def _line(words: Words, number: int, figure: Figure, shown: Table) -> Markup:
    now = figure.now
    is_sum = not shown.is_school and now.hand is None and now.schools is not None
    return words.text(
        "figures-line",
        number=number,
        name=name_of(words, figure.code),
        base=said(words, figure.base.number),
        now=said(words, now.number),
        known=int(not _is_unknown(figure)),
        how="HAND" if now.hand is not None else "SUM" if is_sum else "AUTO",
        told=now.schools or 0,
        schools=shown.schools,
    )


def _copied(words: Words, figure: Figure) -> Markup:
    return words.text(
        "figures-copy-line",
        mark=mark(figure.code),
        has_mark=int(bool(mark(figure.code))),
        name=name_of(words, figure.code),
        base=said(words, figure.base.number),
        now=said(words, figure.now.number),
        how="NONE" if _is_unknown(figure) else "AUTO",
    )


def _is_unknown(figure: Figure) -> bool:
    return figure.base.number is None and figure.now.number is None


def _derived(words: Words, shown: Table) -> Iterable[Markup]:
    lines = [_coverage(words, one, shown) for one in shown.coverage]
    lines += [_share(words, share) for share in shown.shares]
    return (NEW_LINE.join(lines),) if lines else ()


def _coverage(words: Words, coverage: Coverage, shown: Table) -> Markup:
    kind = coverage.kind.value
    if coverage.percent is None or coverage.heads is None or coverage.since is None:
        return words.text("figures-coverage-none", kind=kind, is_school=int(shown.is_school))
    return words.text(
        "figures-coverage",
        kind=kind,
        percent=coverage.percent,
        covered=coverage.covered,
        heads=coverage.heads,
        since=words.short_date(coverage.since),
        target=coverage.target,
        missing=0 if shown.is_school else coverage.schools - coverage.known,
    )


def _share(words: Words, share: Share) -> Markup:
    key = {"part": share.part.name, "whole": share.whole.name}
    if share.percent is None:
        return words.text("figures-share-none", share=f"{key['part']}_{key['whole']}")
    return words.text("figures-share", share=f"{key['part']}_{key['whole']}", percent=share.percent, total=share.n or 0)


def _how(words: Words, reading: Reading) -> tuple[Markup, ...]:
    """Of a number by hand: what the bot has counted, who entered the other, and where it comes from."""
    if reading.hand is None:
        return ()
    counted = words.text("figures-counted", now=said(words, reading.auto))
    entered = {"comment": reading.hand.comment, "author": reading.hand.by, "day": words.day(reading.hand.at)}
    return counted, words.text("figures-entered", **entered)


def _behind(words: Words, behind: Behind) -> Markup:
    lines: Sequence[str] = behind.names
    if behind.days:
        lines = [
            words.label("figures-meeting", day=words.day(day), school=school)
            for day, school in zip(behind.days, behind.names, strict=True)
        ]
    parts = [words.text("figures-behind-line", line=line) for line in lines]
    if behind.hidden:
        parts.append(words.text("figures-hidden", count=behind.hidden))
    if behind.pages > 1:
        parts.append(words.text("figures-page", page=behind.number + 1, pages=behind.pages))
    return NEW_LINE.join(parts) if parts else words.text("figures-nobody")
