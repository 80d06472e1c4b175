"""What somebody at the page can let a person do."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.errors import PersonError
from bot.sandbox.person import Person
from bot.sandbox.request import Upload

Json = dict[str, Any]
Act = Callable[[Person, Json], Awaitable[Any]]
ANSWER_SECONDS = 5.0


async def _tap(person: Person, body: Json) -> Json:
    message = next((one for one in person.messages if one.id == body["message_id"]), None)
    if message is None:
        raise PersonError("this message is gone")
    tap = person.tapped(str(body["data"]), message)
    try:
        await asyncio.wait_for(tap.answered.wait(), ANSWER_SECONDS)
    except TimeoutError:
        return {"alert": None}
    answer = tap.answer
    return {"alert": {"text": answer.text, "modal": answer.modal} if answer and answer.text else None}


def _uploaded(body: Json) -> Upload:
    file = body.get("file")
    if not isinstance(file, Upload):
        raise TypeError("file")
    return file


async def _send_photo(person: Person, body: Json) -> None:
    await person.send_photo(_uploaded(body).content)


async def _send_voice(person: Person, body: Json) -> None:
    await person.send_voice(_uploaded(body).content)


async def _send_document(person: Person, body: Json) -> None:
    file = _uploaded(body)
    await person.send_document(file.content, file.name, file.mime_type)


async def _say(person: Person, body: Json) -> None:
    await person.say(str(body["text"]))


async def _start(person: Person, body: Json) -> None:
    await person.start(str(body.get("payload") or "") or None)


async def _contact(person: Person, body: Json) -> None:
    await person.send_contact(str(body.get("phone") or "+79000000000"))


async def _sticker(person: Person, body: Json) -> None:
    await person.send_sticker(str(body.get("emoji") or "👍"))


async def _block(person: Person, body: Json) -> None:
    await (person.block() if body["blocked"] else person.unblock())


async def _read(person: Person, body: Json) -> None:
    person.read()


ACTS: dict[str, Act] = {
    "say": _say,
    "tap": _tap,
    "start": _start,
    "photo": _send_photo,
    "voice": _send_voice,
    "document": _send_document,
    "contact": _contact,
    "sticker": _sticker,
    "block": _block,
    "read": _read,
}
