"""Words that somebody could type to break a message, or to make it say what the bot never said."""

from zlib import crc32

from bot.sandbox.chats import Message
from models.mentorships.tables import Mentorship
from models.oversight.digest import digest_of
from models.oversight.post import STORED
from models.oversight.tables import Digest
from tests.access.school import School
from tests.security.typed import fill
from tests.town import Town

TEXT_LIMIT = 4096
ROOMY = 100
"""From so many characters on a column takes several payloads at once."""
PAYLOADS = (
    "<b>жирно</b>",
    "</a></b></i>",
    "&lt;i&gt;хитро",
    "<tg-spoiler>тайна",
    '<a href="tg://user?id=1">сюда</a>',
    "\u202eтекст",
    "R&amp;D & \"Ко'",
    "<code>x",
    "<<>>",
    "%s $name } \ue000text\ue001",
    "a\u200b\u200d\u2060b",
    "<pre><u>!--",
)
FOREIGN = frozenset({"spoiler", "text_link", "text_mention", "code", "pre", "underline", "custom_emoji"})
"""What the payloads try to make; no text of the bot's own has any of it."""


def hostile(column: str, row: int, most: int) -> str:
    """All payloads up to the most that the column takes; one of them, each row another, where there is no room."""
    turn = (crc32(column.encode()) + row) % len(PAYLOADS)
    turned = PAYLOADS[turn:] + PAYLOADS[:turn]
    if most < ROOMY:
        return turned[0][:most]
    line = " ".join(turned) + " "
    return (line * (most // len(line) + 1))[:most]


async def hostile_school(town: Town) -> School:
    """A school in full life whose people have typed nothing but hostile words."""
    school = await School.build(town)
    await fill(town.database, hostile)
    view = await town.database.write(lambda session: digest_of(session, town.school, town.clock.now(), town.curator))
    for pair in school.ids["mentorship_id"][::2]:
        await town.change(Mentorship, pair, order_ref="")  # otherwise none would wait for an order any more
    await town.change(Digest, school.ids["digest_id"][0], payload=STORED.dump_python(view, mode="json"))
    return school


def faults(shown: Message) -> list[str]:
    """What is wrong with a message into which hostile words went."""
    found = [] if 0 < len(shown.text) <= TEXT_LIMIT else [f"{len(shown.text)} characters"]
    found += [f"a foreign {one['type']}" for one in shown.entities if one["type"] in FOREIGN]
    bold = [covered(shown.text, one) for one in shown.entities if one["type"] == "bold"]
    found += ["a foreign bold"] * bold.count("жирно")
    found += [f"«{odd}» is escaped twice" for odd in ("&amp;amp;", "&amp;lt;", "&lt;b&gt;") if odd in shown.text]
    return found + [f"«{label}» is escaped" for label in shown.buttons if "&amp;amp" in label or "&lt;b" in label]


def covered(text: str, entity: dict) -> str:
    """The part of a text that an entity covers; Telegram counts in units of UTF-16."""
    units = text.encode("utf-16-le")
    return units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
