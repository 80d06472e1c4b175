"""After a restore: what is held back, and the two words with which a curator decides."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery
from markupsafe import Markup

from handlers.notices import Telling, renders
from handlers.oversight.buttons import HeldButton, HeldStep
from handlers.telling import Drawn, Key, menu_key, retell
from handlers.words import Words
from models.errors import ProgrammeError
from models.notices.held import HeldGroup, HeldLine, held_lines
from models.notices.hold import leave_held, send_held
from models.notices.kinds import NoticeKind
from models.use_case import Act

_GROUPS = {
    HeldGroup.REMINDERS: "notices-held-reminders",
    HeldGroup.MEETINGS: "notices-held-meetings",
    HeldGroup.FORMS: "notices-held-forms",
    HeldGroup.CALLS: "notices-held-calls",
    HeldGroup.PAIRS: "notices-held-pairs",
    HeldGroup.REQUESTS: "notices-held-requests",
    HeldGroup.WEEK: "notices-held-week",
    HeldGroup.PEOPLE: "notices-held-people",
    HeldGroup.PAPERS: "notices-held-papers",
    HeldGroup.NUDGES: "notices-held-nudges",
}


@renders(NoticeKind.RESTORED)
async def restored(telling: Telling) -> Drawn | None:
    """What was not sent; nothing once another curator has decided."""
    lines = await held_lines(telling.session, telling.actor)
    return drawn(lines, telling.payload["made_at"], telling.words) if lines else None


def drawn(lines: tuple[HeldLine, ...], made_at: str, words: Words) -> Drawn:
    """The list with its two buttons."""
    text = words.text(
        "notices-restored",
        made=words.when(datetime.fromisoformat(made_at)),
        count=sum(line.count for line in lines),
        lines=Markup("\n").join(_line(line, words) for line in lines),
    )
    send = Key(words.label("notices-held-send-button"), HeldButton(step=HeldStep.SEND).pack())
    leave = Key(words.label("notices-held-leave-button"), HeldButton(step=HeldStep.LEAVE).pack())
    return Drawn(text, ((send,), (leave,)))


async def on_decided(query: CallbackQuery, callback_data: HeldButton, act: Act, words: Words) -> None:
    """«Отправить нужные», «Не отправлять». Whoever comes second reads that it is decided."""
    use_case = send_held if callback_data.step is HeldStep.SEND else leave_held
    try:
        decided = await act(use_case)
    except ProgrammeError as refusal:
        if refusal.key != "error-nothing-held":
            raise
        await retell(query, Drawn(words.text(refusal.key), ((menu_key(words),),)))
        return
    text = words.text("notices-held-decided", sent=decided.sent, left=decided.left)
    await retell(query, Drawn(text, ((menu_key(words),),)))


def setup() -> Router:
    """The answers' router."""
    router = Router(name="oversight-held")
    router.callback_query.register(on_decided, HeldButton.filter())
    return router


def _line(line: HeldLine, words: Words) -> Markup:
    return words.text(
        "notices-held-line",
        what=words.label(_GROUPS[line.group]),
        count=line.count,
        people=line.people,
        several=int(line.first != line.last),
        first=words.day(line.first),
        last=words.day(line.last),
    )
