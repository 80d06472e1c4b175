"""The week above schools in words: whom to call first, and behind [Цифры] the sums, without a person's name (R-20)."""

from collections.abc import Iterable, Sequence

from babel.numbers import format_decimal
from markupsafe import Markup

from handlers.words import Words
from models.oversight.area import AreaView, Group
from models.oversight.indicators.heads import Coverage
from models.oversight.lines import Line
from models.papers.yearly.queries import Progress

NEW_LINE = Markup("\n")
GROUPS = 12
"""Municipalities on a page; the figures' windows have all schools."""
Said = tuple[str, dict[str, object]]


def head(view: AreaView, words: Words) -> Markup:
    """«Пн 19 октября · г. Ярославль · 34 школы»."""
    day = words.day(view.day)
    return words.text("oversight-area-head", day=day[:1].upper() + day[1:], place=view.name, schools=view.schools)


def quiet(view: AreaView, words: Words, period: str) -> Markup:
    """Two lines."""
    week, pairs = view.weeks[-1], view.total.pairs
    counts = {"pairs": pairs, "held": week.held, "planned": week.planned}
    return words.text("oversight-area-quiet", period=period, place=view.name, **counts)


def order(view: AreaView, words: Words) -> Markup:
    """The sums of all schools, the coverage against its target, and who has yet to hand in the year's data."""
    week = view.weeks[-1]
    counts = {"held": week.held, "planned": week.planned, "ahead": view.ahead}
    sums = words.text("oversight-area-sum", pairs=view.total.pairs, **counts)
    campaigns = (_campaign(words, one) for one in view.campaigns)
    return NEW_LINE.join((sums, *(_coverage(words, one) for one in view.coverage), *campaigns))


def _campaign(words: Words, campaign: Progress) -> Markup:
    last, counts = words.day(campaign.closes_on), {"done": campaign.done, "waiting": campaign.waiting}
    return words.text("oversight-area-campaign", kind=campaign.kind.value, last=last, **counts)


def numbers(view: AreaView, words: Words, period: str) -> Markup:
    """What lies behind [Цифры]."""
    before, week = view.weeks[-2], view.weeks[-1]
    counts = words.text(
        "oversight-area-numbers",
        period=period,
        place=view.name,
        held=week.held,
        planned=week.planned,
        no_show=week.no_show,
        held_before=before.held,
        planned_before=before.planned,
        ahead=view.ahead,
        waiting=view.total.waiting,
    )
    hidden = view.silent_count - len(view.silent)
    blocks = (
        _block(words, ("oversight-area-silent", {"count": view.silent_count}), _schools(words, view.silent), hidden),
        _block(words, ("oversight-area-late", {}), _schools(words, view.late)),
        _block(words, ("oversight-area-supported", {}), _groups(words, [view.supported] if view.supported else [])),
        _block(
            words,
            ("oversight-area-municipalities", {}),
            _groups(words, view.groups[:GROUPS]),
            len(view.groups) - len(view.groups[:GROUPS]),
        ),
        _block(words, ("oversight-area-cohorts", {}), _groups(words, view.cohorts)),
    )
    coverage = NEW_LINE.join(_coverage(words, one) for one in view.coverage)
    return Markup("\n\n").join((counts, coverage, *(block for block in blocks if block)))


def _block(words: Words, title: Said, lines: Iterable[Markup], hidden: int = 0) -> Markup:
    """A title with its lines; nothing without lines."""
    items = [words.text("oversight-area-item", line=line) for line in lines]
    if not items:
        return Markup("")
    more = (words.text("oversight-area-more", count=hidden),) if hidden else ()
    key, values = title
    return NEW_LINE.join((words.text(key, **values), *items, *more))


def _schools(words: Words, lines: Sequence[Line]) -> list[Markup]:
    keys = {"SILENT_SCHOOL": "oversight-line-silent-school", "LATE_SCHOOL": "oversight-line-late-school"}
    return [
        words.text(keys[line.kind.value], name=line.names[0], days=line.days, count=line.count, whole=line.whole)
        for line in lines
    ]


def _groups(words: Words, groups: Iterable[Group]) -> list[Markup]:
    return [
        words.text(
            "oversight-area-group",
            name=_name(words, group),
            schools=group.schools,
            pairs=group.pairs,
            rate=format_decimal(group.held / group.pairs if group.pairs else 0, "0.0", locale=words.locale),
            has_late=int(bool(group.late_percent)),
            late=group.late_percent or 0,
            has_cover=int(group.covered_percent is not None),
            cover=group.covered_percent or 0,
        )
        for group in groups
    ]


def _name(words: Words, group: Group) -> str:
    if group.name:
        return group.name
    if len(group.flags) == 1:
        return words.label("figures-flag", flag=group.flags[0].value)
    return words.label("oversight-area-supported-name")


def _coverage(words: Words, coverage: Coverage) -> Markup:
    kind = coverage.kind.value
    if coverage.percent is None:
        return words.text("oversight-area-cover-none", kind=kind, covered=coverage.covered)
    return words.text("oversight-area-cover", kind=kind, percent=coverage.percent, target=coverage.target)
