"""The reckoning after all kills: what people pressed and were owed, against what the books and the chats hold."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path

from bot.delivery import IN_FLIGHT
from bot.inbox import InboxRow, InboxState
from bot.sandbox.server import Sandbox
from models.audit import AuditEntry
from models.meetings.tables import Meeting
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from tests.faults.load import WRITES, Load
from tests.town import Town

LABEL = "(повтор"
NUMBER = re.compile(r"Извещение (\d+)\.")
NAMED = re.compile(r"\bnotice\w*\W{1,3}(\d+)\b")
"""How a line of the log names the notice that it is about."""
CUT_OFF = re.compile(r"\bnotice (\d+) .*its sender died")
"""What a line says of a notice that was in flight when the process before was killed."""
WELL = {NoticeState.SENT, NoticeState.VOID, NoticeState.EXPIRED, NoticeState.UNREACHABLE}


@dataclass
class Figures:
    """What a run came to; `bad` says which of it must not be."""

    kills: int = 0
    updates: int = 0
    pressed_too_late: int = 0
    """Answered with the menu: the window had been drawn by a bot that died before its done-mark."""
    notices: int = 0
    lost_updates: int = 0
    lost_notices: int = 0
    doubled_effects: int = 0
    repeated_with_label: int = 0
    repeated_without_label: int = 0
    most_repeats_at_one_kill: int = 0
    unexplained: int = 0

    @property
    def bad(self) -> dict[str, int]:
        """What should be 0 and is not, and repeats beyond what was in flight."""
        zero = ("lost_updates", "lost_notices", "doubled_effects", "repeated_without_label", "unexplained")
        wrong = {name: getattr(self, name) for name in zero if getattr(self, name)}
        if self.most_repeats_at_one_kill > IN_FLIGHT:
            wrong["most_repeats_at_one_kill"] = self.most_repeats_at_one_kill
        return wrong

    def lines(self) -> Iterable[str]:
        """A table, ready for README."""
        yield "| what | count |\n|---|---|"
        for field in fields(self):
            yield f"| {field.name.replace('_', ' ')} | {getattr(self, field.name):,} |"


async def reckon(town: Town, sandbox: Sandbox, load: Load, logs: list[Path]) -> Figures:
    """Adds everything up; all must have settled."""
    figures = Figures(updates=len(load.presses))
    await _updates(figures, town, load)
    notices = await town.rows(Notice)
    figures.notices = len(notices)
    _notices(figures, notices, sandbox, load, town.clock.moment)
    _log(figures, notices, logs)
    return figures


async def _updates(figures: Figures, town: Town, load: Load) -> None:
    rows = {row.update_id: row for row in await town.rows(InboxRow)}
    entries = await town.rows(AuditEntry, AuditEntry.inbox_id.is_not(None))
    effects = Counter((entry.inbox_id, entry.use_case) for entry in entries)
    for update_id, press in load.presses.items():
        row = rows.get(update_id)
        times = effects[row.id, WRITES[press.label]] if row is not None and press.label in WRITES else 1
        lost = (
            row is None
            or row.state is not InboxState.DONE
            or (times == 0 and not (press.came_too_late or press.was_overtaken))
        )
        figures.lost_updates += lost
        figures.doubled_effects += max(0, times - 1)
        figures.pressed_too_late += press.came_too_late
    planned = sum(press.label == "В школе" for press in load.presses.values())
    figures.doubled_effects += max(0, len(await town.rows(Meeting)) - planned)


def is_lost(notice: Notice) -> bool:
    """Whether a notice that was due has neither left nor a good reason; a nudge of unknown outcome has one."""
    if notice.state is NoticeState.UNKNOWN:
        return not (notice.repeated or notice.kind == NoticeKind.BUNDLE)
    return notice.state not in WELL


def _notices(figures: Figures, notices: list[Notice], sandbox: Sandbox, load: Load, now: datetime) -> None:
    """Numbered notices one by one; those of the pairs by the texts that their chats hold."""
    sent = [message for message in sandbox.sent if message.method == "sendMessage"]
    told = [(int(found[1]), LABEL in message.text) for message in sent if (found := NUMBER.search(message.text))]
    arrived, plain = Counter(number for number, _ in told), Counter(number for number, label in told if not label)
    figures.repeated_with_label = sum(LABEL in message.text for message in sent)
    figures.repeated_without_label = sum(times - 1 for times in plain.values() if times > 1)
    due = [notice for notice in notices if notice.due_at <= now]
    figures.lost_notices = sum(is_lost(notice) for notice in due)
    numbered = {int(one.subject.partition(":")[2]): one for one in due if one.subject.startswith("fault:")}
    figures.lost_notices += sum(one.state is not NoticeState.UNKNOWN and not arrived[n] for n, one in numbered.items())
    figures.lost_notices += load.posted - len(numbered)
    figures.repeated_without_label += said_too_often(notices, sandbox)


def said_too_often(notices: list[Notice], sandbox: Sandbox) -> int:
    """How often a chat got one of the pairs' texts unlabelled beyond the notices that could have said it."""
    sent = [one for one in sandbox.sent if one.method == "sendMessage" and not NUMBER.search(one.text)]
    texts = {one.message_id: (one.chat_id, one.text.partition("\n\n" + LABEL)[0]) for one in sent}
    owed = Counter(texts[notice.message_id] for notice in notices if notice.message_id in texts)
    given = Counter((one.chat_id, one.text) for one in sent if LABEL not in one.text)
    # A notice that nobody knows about says nothing of its text: any of its chat's may be its own.
    unknown = sum(notice.state is NoticeState.UNKNOWN and notice.kind != NoticeKind.BUNDLE for notice in notices)
    return max(0, sum(max(0, given[said] - times) for said, times in owed.items()) - unknown)


def _log(figures: Figures, notices: list[Notice], logs: list[Path]) -> None:
    texts = [log.read_text() for log in logs]
    unsure = {notice.id for notice in notices if notice.repeated or notice.state is NoticeState.UNKNOWN}
    figures.most_repeats_at_one_kill = max(len(_numbers(CUT_OFF, text) & unsure) for text in texts)
    figures.unexplained = len(unsure - set().union(*(_numbers(NAMED, text) for text in texts)))


def _numbers(shape: re.Pattern[str], text: str) -> set[int]:
    return {int(number) for number in shape.findall(text)}
