"""From a notice's kind and payload to words and buttons, at the time of sending and in the person's language."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.telling import Drawn
from handlers.words import Words
from models.access import Actor
from models.notices.kinds import NoticeKind


@dataclass(frozen=True)
class Telling:
    """What a renderer works with: it reads the facts as they stand now, not as they stood when it was posted."""

    session: AsyncSession
    words: Words
    actor: Actor
    """Whoever will read it."""
    payload: dict[str, Any]

    @property
    def person_id(self) -> int:
        """The reader's id."""
        return self.actor.me


Renderer = Callable[[Telling], Awaitable[Drawn | None]]
Payload = dict[str, Any]
Ahead = Callable[[AsyncSession, Sequence[Payload]], Awaitable[None]]
RENDERERS: dict[NoticeKind, Renderer] = {}
AHEAD: dict[NoticeKind, Ahead] = {}


def renders(*kinds: NoticeKind, ahead: Ahead | None = None) -> Callable[[Renderer], Renderer]:
    """Names a function as the one that says these kinds; it returns None when there is nothing to say any more.

    `ahead` reads at once what several notices are about.
    """

    def register(function: Renderer) -> Renderer:
        for kind in kinds:
            RENDERERS[kind] = function
            if ahead is not None:
                AHEAD[kind] = ahead
        return function

    return register


async def read_ahead(session: AsyncSession, notices: Iterable[tuple[NoticeKind, Payload]]) -> None:
    """Reads at once what several notices are about, which are rendered with the same session then."""
    wanted: defaultdict[Ahead, list[Payload]] = defaultdict(list)
    for kind, payload in notices:
        if kind in AHEAD:
            wanted[AHEAD[kind]].append(payload)
    for read, payloads in wanted.items():
        await read(session, payloads)


async def render(telling: Telling, kind: NoticeKind, *, repeated: bool = False) -> Drawn | None:
    """The message for a notice; «повтор» stands on one whose first sending may have arrived."""
    drawn = await RENDERERS[kind](telling)
    if drawn is None or not repeated:
        return drawn
    return Drawn(telling.words.text("notices-repeated", text=drawn.text), drawn.rows)


@renders(NoticeKind.BUNDLE)
async def bundle(telling: Telling) -> Drawn | None:
    """Several nudges as one message: paragraph after paragraph, then all their buttons."""
    parts = [await _item(telling, item) for item in telling.payload["items"]]
    drawn = [part for part in parts if part is not None]
    if not drawn:
        return None
    text = Markup("\n\n").join(part.text for part in drawn)
    return Drawn(text, tuple(chain.from_iterable(part.rows for part in drawn)))


async def _item(telling: Telling, item: dict[str, Any]) -> Drawn | None:
    inner = Telling(telling.session, telling.words, telling.actor, item["payload"])
    return await RENDERERS[NoticeKind(item["kind"])](inner)
