"""A week in words: the same lines in the digest's message and in the menu's window."""

from collections.abc import Sequence

from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup

from handlers.forms.buttons import HelpButton
from handlers.mentorships.reasons import reasons_line
from handlers.oversight import area_drawn
from handlers.oversight.buttons import DigestButton, LineButton, OpenButton, Page, PairButton, PairStep, TimeButton
from handlers.telling import Drawn, Key, menu_key
from handlers.words import Words
from models.forms.averages import Average
from models.matching.reasons import Reason, ReasonKind
from models.oversight.area import AreaView
from models.oversight.digest import DigestView
from models.oversight.lines import Line, LineKind
from models.oversight.post import WeekView
from models.oversight.queries import AskedPair
from models.oversight.states import DigestTime

_LINES = {
    LineKind.REQUEST: "oversight-line-request",
    LineKind.NO_MEETING: "oversight-line-no-meeting",
    LineKind.NOT_STARTED: "oversight-line-not-started",
    LineKind.LOW_RATING: "oversight-line-low-rating",
    LineKind.CALL: "oversight-line-call",
    LineKind.FADING: "oversight-line-fading",
    LineKind.REQUESTS: "oversight-line-requests",
    LineKind.PAIRS: "oversight-line-pairs",
    LineKind.CALLS: "oversight-line-calls",
    LineKind.OFFERS: "oversight-line-offers",
    LineKind.AWAITED: "oversight-line-awaited",
    LineKind.TO_LEND: "oversight-line-to-lend",
    LineKind.TEAMS: "oversight-line-teams",
    LineKind.LOGS: "oversight-line-logs",
    LineKind.ORDERS: "oversight-line-orders",
    LineKind.OVERLOAD: "oversight-line-overload",
    LineKind.TALKS: "oversight-line-talks",
    LineKind.SIGNALS: "oversight-line-signals",
    LineKind.DECISIONS: "oversight-line-decisions",
    LineKind.SILENT_SCHOOL: "oversight-line-silent-school",
    LineKind.LATE_SCHOOL: "oversight-line-late-school",
    LineKind.NO_MENTOR: "oversight-line-no-mentor",
    LineKind.NO_CURATOR: "oversight-line-no-curator",
    LineKind.SCHOOLS: "oversight-line-schools",
    LineKind.SUPPORTED: "oversight-line-supported",
}
_BUTTONS = {
    LineKind.REQUEST: "oversight-do-request",
    LineKind.NO_MEETING: "oversight-do-ask",
    LineKind.NOT_STARTED: "oversight-do-ask",
    LineKind.LOW_RATING: "oversight-do-open",
    LineKind.CALL: "oversight-do-answer",
    LineKind.FADING: "oversight-do-ask",
    LineKind.REQUESTS: "oversight-do-queue",
    LineKind.PAIRS: "oversight-do-look",
    LineKind.CALLS: "oversight-do-look",
    LineKind.OFFERS: "oversight-do-queue",
    LineKind.AWAITED: "oversight-do-look",
    LineKind.TO_LEND: "oversight-do-answer",
    LineKind.TEAMS: "oversight-do-look",
    LineKind.LOGS: "oversight-do-remind",
    LineKind.ORDERS: "oversight-do-orders",
    LineKind.OVERLOAD: "oversight-do-look",
    LineKind.TALKS: "oversight-do-talks",
    LineKind.SIGNALS: "oversight-do-look",
    LineKind.DECISIONS: "oversight-do-decisions",
    LineKind.SILENT_SCHOOL: "oversight-do-write",
    LineKind.LATE_SCHOOL: "oversight-do-write",
    LineKind.NO_MENTOR: "oversight-do-figures",
    LineKind.NO_CURATOR: "oversight-do-appoint",
    LineKind.SCHOOLS: "oversight-do-schools",
    LineKind.SUPPORTED: "oversight-do-schools",
}
_SAID = (ReasonKind.ALL_TOPICS_STRONG, ReasonKind.TOPICS_COVERED, ReasonKind.NO_TOPIC, ReasonKind.FREE_PLACES)
"""What fits into a line; the rest is said where the curator decides."""
_TWO = 2


def digest(view: WeekView, digest_id: int, words: Words, *, offers_choice: bool = False) -> Drawn:
    """Monday's message. The first one asks when the next ones shall come."""
    text = week(view, words)
    if offers_choice:
        text = words.text("oversight-digest-first", week=text)
    pages = (*_for_head(view, digest_id, words), _page(words, Page.NUMBERS, digest_id))
    times = tuple(time_key(words, time) for time in DigestTime) if offers_choice else ()
    return Drawn(text, tuple(row for row in (*_in_twos(line_keys(view, words)), pages, times) if row))


def week(view: WeekView, words: Words) -> Markup:
    """What to decide, what can wait, and that the rest is fine; a quiet week is two lines."""
    is_area = isinstance(view, AreaView)
    if isinstance(view, AreaView) and view.is_quiet:
        return area_drawn.quiet(view, words, period(view, words))
    if isinstance(view, DigestView) and view.is_quiet:
        numbers = view.numbers
        return words.text(
            "oversight-quiet",
            period=period(view, words),
            school=view.school,
            recorded=numbers.recorded,
            planned=numbers.planned,
        )
    numbered = list(enumerate(view.lines, 1))
    decide, wait = numbered[: len(view.decide)], numbered[len(view.decide) :]
    parts = [_head(view, words)]
    parts += [_section(words, "oversight-area-decide" if is_area else "oversight-decide", decide)] if decide else []
    parts += [_section(words, "oversight-wait", wait)] if wait else []
    return Markup("\n\n").join((*parts, _order(view, words)))


def numbers(view: WeekView, words: Words) -> Markup:
    """What lies behind [Цифры], with the number of answers and their share."""
    if isinstance(view, AreaView):
        return area_drawn.numbers(view, words, period(view, words))
    counts = view.numbers
    return words.text(
        "oversight-numbers",
        period=period(view, words),
        school=view.school,
        held=counts.held,
        planned=counts.planned,
        no_show=counts.no_show,
        held_before=counts.held_before,
        planned_before=counts.planned_before,
        ahead=counts.ahead,
        requests=counts.requests_in,
        matched=counts.matched,
        waiting=counts.waiting,
        asked=counts.asked,
        answered=counts.answered,
        share=round(100 * counts.answered / counts.asked) if counts.asked else 0,
        mentees=_average(words, counts.mentees),
        mentors=_average(words, counts.mentors),
        opened=counts.signals_opened,
        closed=counts.signals_closed,
    )


def numbers_page(view: WeekView, digest_id: int, words: Words) -> Drawn:
    """The numbers in place of the week."""
    chart = (_page(words, Page.CHART, digest_id),) if view.weeks else ()
    behind = (*chart, _page(words, Page.WHY, digest_id))
    others = (_page(words, Page.WEEK, digest_id), *_for_head(view, digest_id, words))
    return Drawn(numbers(view, words), (behind, others))


def why(view: WeekView, words: Words) -> Drawn:
    """«Почему столько?»: what each number counts, and where the people behind it are."""
    key = "oversight-area-why" if isinstance(view, AreaView) else "oversight-why"
    return Drawn(words.text(key, period=period(view, words)), ((menu_key(words),),))


def chart_caption(view: WeekView, words: Words) -> Drawn:
    """What the picture shows: its own font has no Cyrillic."""
    place = view.name if isinstance(view, AreaView) else view.school
    return Drawn(words.text("oversight-chart", place=place), ((menu_key(words),),))


def for_head(view: DigestView, words: Words) -> Drawn:
    """«Для директора»: no names, no buttons, ready to forward."""
    counts, fine = view.numbers, view.fine + view.to_log
    text = words.text(
        "oversight-for-head",
        period=period(view, words),
        school=view.school,
        pairs=view.pairs,
        fine=fine,
        all_fine=int(fine == view.pairs),
        held=counts.held,
        planned=counts.planned,
        ahead=counts.ahead,
        waiting=counts.waiting,
        decide=len(view.decide),
    )
    return Drawn(text)


def pair_asked(asked: AskedPair, mentorship_id: int, words: Words) -> Drawn:
    """A pair is asked how its meetings go, by the curator in person or by the programme."""
    if asked.asked_by:
        text = words.text("oversight-pair-asked-by", partner=asked.partner, curator=asked.asked_by)
    else:
        text = words.text("oversight-pair-asked", partner=asked.partner)
    held = PairButton(step=PairStep.HELD, mentorship_id=mentorship_id).pack()
    plan = PairButton(step=PairStep.PLAN, mentorship_id=mentorship_id).pack()
    rows = (
        (Key(words.label("oversight-pair-held-button"), held), Key(words.label("oversight-pair-plan-button"), plan)),
        (Key(words.label("forms-help-button"), HelpButton(mentorship_id=mentorship_id).pack()),),
    )
    return Drawn(text, rows)


def plan_nudge(partner: str, mentorship_id: int, words: Words) -> Drawn:
    """A mentor whose pair has nothing planned."""
    plan = PairButton(step=PairStep.PLAN, mentorship_id=mentorship_id).pack()
    held = PairButton(step=PairStep.HELD, mentorship_id=mentorship_id).pack()
    keys = (Key(words.label("oversight-pair-plan-button"), plan), Key(words.label("oversight-pair-held-button"), held))
    return Drawn(words.text("oversight-plan-nudge", partner=partner), (keys,))


def with_pair(text: Markup, mentorship_id: int, words: Words) -> Drawn:
    """A line and the pair that it is about."""
    open_ = Key(words.label("forms-call-pair-button"), OpenButton(mentorship_id=mentorship_id).pack())
    return Drawn(text, ((open_, menu_key(words)),))


def line_keys(view: WeekView, words: Words) -> list[Key]:
    """A button for each numbered line: «2 · Спросить пару»."""
    return [
        Key(line_label(number, line, words), LineButton(kind=line.kind, subject_id=_subject(view, line)).pack())
        for number, line in enumerate(view.lines, 1)
    ]


def line_label(number: int, line: Line, words: Words) -> str:
    """The button's label."""
    what = words.label(_BUTTONS[line.kind], people=line.people)
    return words.label("oversight-do", number=str(number), what=what)


def time_key(words: Words, time: DigestTime) -> Key:
    """«Пн 14:00»."""
    return Key(words.label("oversight-time", time=time.value), TimeButton(time=time).pack())


def period(view: WeekView, words: Words) -> str:
    """«12–18 октября»."""
    first = "d" if view.monday.month == view.sunday.month else "d MMMM"
    start = format_date(view.monday, first, locale=words.locale)
    return words.label("oversight-period", start=start, end=format_date(view.sunday, "d MMMM", locale=words.locale))


def _section(words: Words, key: str, lines: Sequence[tuple[int, Line]]) -> Markup:
    said = (words.text("oversight-line", number=str(number), line=_line(line, words)) for number, line in lines)
    return Markup("\n").join((words.text(key), *said))


def _line(line: Line, words: Words) -> Markup:
    names = (*line.names, "", "")
    return words.text(
        _LINES[line.kind],
        name=names[0],
        other=names[1],
        days=line.days,
        count=line.count,
        whole=line.whole,
        people=line.people,
        solution=_solution(line, words) if line.kind is LineKind.REQUEST else "",
        call=line.call.value if line.call else "",
        until=format_date(line.until, "d MMMM", locale=words.locale) if line.until else "",
    )


def _solution(line: Line, words: Words) -> Markup:
    if not line.mentor:
        return words.text("oversight-no-candidate")
    reasons = [reason for reason in map(Reason.load, line.reasons) if reason.kind in _SAID]
    return words.text("oversight-candidate", mentor=line.mentor, reasons=reasons_line(words, reasons))


def _head(view: WeekView, words: Words) -> Markup:
    if isinstance(view, AreaView):
        return area_drawn.head(view, words)
    return words.text("oversight-head", day=_first_upper(words.day(view.day)), school=view.school)


def _order(view: WeekView, words: Words) -> Markup:
    if isinstance(view, AreaView):
        return area_drawn.order(view, words)
    pairs = words.text("oversight-pairs", pairs=view.pairs, fine=view.fine, to_log=view.to_log, above=view.above)
    meetings = words.text(
        "oversight-meetings", held=view.numbers.held, planned=view.numbers.planned, ahead=view.numbers.ahead
    )
    return Markup("\n").join((pairs, meetings))


def _average(words: Words, average: Average) -> Markup:
    if average.mean is None:
        return words.text("oversight-average-none", n=average.n)
    return words.text("oversight-average", n=average.n, mean=format_decimal(average.mean, "0.0", locale=words.locale))


def _subject(view: WeekView, line: Line) -> int:
    return line.subject_id or view.organisation_id


def _for_head(view: WeekView, digest_id: int, words: Words) -> tuple[Key, ...]:
    """«Для директора»: schools have one."""
    return (_page(words, Page.HEAD, digest_id),) if isinstance(view, DigestView) else ()


def _page(words: Words, page: Page, digest_id: int) -> Key:
    labels = {
        Page.WEEK: "oversight-week-button",
        Page.NUMBERS: "oversight-numbers-button",
        Page.HEAD: "oversight-head-button",
        Page.CHART: "oversight-chart-button",
        Page.WHY: "oversight-why-button",
    }
    return Key(words.label(labels[page]), DigestButton(page=page, digest_id=digest_id).pack())


def _in_twos(keys: Sequence[Key]) -> tuple[tuple[Key, ...], ...]:
    return tuple(tuple(keys[place : place + _TWO]) for place in range(0, len(keys), _TWO))


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
