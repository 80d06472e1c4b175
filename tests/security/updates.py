"""Hostile updates as hypothesis draws them: whatever a forged client, an odd chat or an old subscription could send."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Body = dict[str, Any]
NASTY = (
    "\u202eтекст",
    "\u200b\u200d\u2060\ufeff",
    "😀" * 2048,
    "👩‍👩‍👧‍👦" * 370,
    "\x00\x01\x1b[31m\x7f",
    "<b>", "&", "&lt;", "</a>", "<tg-spoiler>",
    "Я" * 4096,
    " \n\t ",
    "\ue000text\ue001",
    "{ $name }",
    "'; DROP TABLE person; --",
    "/start", "/start ", "/menu", "/cancel", "/privacy", "/language", "/help@other_bot", "/week", "/people", "/diary",
    "1_000", "-1", "9" * 400, "31.02.2026", "25:61",
)  # fmt: skip
SURROGATE = "\ud800"
"""Half of a character: JSON can carry it, Telegram's own server never does."""
SEPARATOR = "\x1d"
"""What stands between a window's id and its widget in the data of a dialog's button."""
OPEN = "<open>"
"""Stands for the id of the window that is open when the press is made."""
WIDGETS = (
    "day:2020-01-01",
    "day:9999-12-31",
    "day:0",
    "pairs:-1",
    "items:1_000",
    "yes",
    "sure",
    "after",
    "before",
    ":",
)
CHATS = ("group", "supergroup", "channel")
ELSE = ("edited_message", "channel_post", "inline_query", "poll_answer", "message_reaction", "chat_join_request")
"""Kinds that nobody asks for, and that an older version of a bot may have asked for."""


def texts(longest: int = 4096) -> SearchStrategy[str]:
    """What people type, or could."""
    return st.one_of(st.sampled_from(NASTY), st.text(min_size=1, max_size=40)).map(lambda text: text[:longest])


def payloads() -> SearchStrategy[str]:
    """What stands behind /start."""
    links = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789_-", min_size=1, max_size=64)
    return st.one_of(links, texts(300)).map(lambda payload: f"/start {payload}")


def callbacks(known: list[str]) -> SearchStrategy[str]:
    """Data of buttons up to 64 bytes: known kinds bent, dialogs' own forged, and noise."""
    bent = st.tuples(st.sampled_from(known), texts(20)).map(lambda pair: pair[0].rsplit(":", 1)[0] + ":" + pair[1])
    widgets = st.one_of(st.sampled_from(WIDGETS), st.text(max_size=20))
    forged = st.tuples(st.sampled_from(["abcdef", OPEN, OPEN]), widgets).map(SEPARATOR.join)
    return st.one_of(st.sampled_from(known), bent, forged, texts(64)).map(short)


def short(data: str) -> str:
    """As much of it as Telegram lets a button carry."""
    return data.encode(errors="replace")[:64].decode(errors="ignore")


def contents() -> SearchStrategy[Body]:
    """What a message can hold beside text."""
    file = {
        "file_id": "f" * 80,
        "file_unique_id": "u",
        "file_size": 3 * 1024**3,
        "duration": 9,
        "width": 9,
        "height": 9,
    }
    name = texts(200)
    contact = {"phone_number": "+7900", "first_name": "<b>", "user_id": 1, "vcard": "BEGIN:VCARD"}
    return st.one_of(
        st.builds(lambda text: {"text": text}, texts()),
        st.builds(lambda text: {"text": text}, payloads()),
        st.builds(lambda text: {"text": text, "entities": [{"type": "bold", "offset": 5000, "length": -1}]}, texts(20)),
        st.builds(lambda text: {"document": {**file, "file_name": text}, "caption": text}, name),
        st.builds(lambda text: {"photo": [], "caption": text}, texts(1024)),
        st.builds(lambda text: {"text": text, "forward_origin": {"type": "hidden_user", "date": 1,
                                                                 "sender_user_name": text}}, texts(64)),
        st.sampled_from([
            {"voice": file}, {"video": file}, {"audio": file}, {"contact": contact}, {"text": SURROGATE},
            {"location": {"latitude": 91.0, "longitude": 400.0}}, {"dice": {"emoji": "🎲", "value": 64}},
            {"sticker": {**file, "type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}},
            {"users_shared": {"request_id": 1, "users": []}}, {"new_chat_title": "<b>"}, {"web_app_data": {
                "data": "{}", "button_text": "x"}}, {"text": "а", "via_bot": {"id": 5}},
        ]),
    )  # fmt: skip


@st.composite
def updates(draw: st.DrawFn, known: list[str]) -> tuple[str, Body]:
    """One update as (kind, what it holds); chat and sender are filled in by whoever sends it."""
    which = draw(st.integers(0, 9))
    if which < 4:
        return "callback_query", {"data": draw(callbacks(known)), "how": draw(st.integers(0, 3))}
    content = draw(contents())
    if which < 8:
        return "message", content
    if which == 8:
        chat = {"id": -draw(st.integers(1, 2**52)), "type": draw(st.sampled_from(CHATS)), "title": "<b>"}
        return "message", {**content, "chat": chat, "anonymous": draw(st.booleans())}
    if draw(st.booleans()):
        return "message", {**content, "anonymous": True}
    return draw(st.sampled_from(ELSE)), content
