"""A request of a bot: read from the wire, checked by aiogram's own model of the method."""

import json
import types
import typing
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiohttp import BodyPartReader, MultipartReader, web
from pydantic import BaseModel, ValidationError

from bot.sandbox import markup
from bot.sandbox.errors import ApiError, bad_request

Method = type[TelegramMethod[Any]]

METHODS: dict[str, Method] = {
    model.__api_method__.lower(): model
    for model in (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    if isinstance(model, type) and issubclass(model, TelegramMethod) and isinstance(model.__api_method__, str)
}

MISSING = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "message_id": "message identifier is not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "voice": "there is no voice in the request",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """An uploaded file."""

    name: str
    mime_type: str
    content: bytes


@dataclass(slots=True)
class Call:
    """One request: the method's name, its fields and uploads by name, and, once checked, its keyboard."""

    method: str
    fields: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)
    keyboard: markup.Markup = field(default_factory=markup.Markup)

    @property
    def chat_id(self) -> int | None:
        """The chat it is about, if it names one by number."""
        try:
            return int(self.fields["chat_id"])
        except (KeyError, TypeError, ValueError):
            return None


async def read_call(request: web.Request, method: str) -> Call:
    """Reads query, JSON, form or multipart fields of a request."""
    call = Call(method, dict(request.query))
    if request.content_type == "application/json":
        await _read_json(request, call)
    elif request.content_type.startswith("multipart/"):
        await read_parts(await request.multipart(), call)
    elif request.can_read_body:
        call.fields.update({key: value for key, value in (await request.post()).items() if isinstance(value, str)})
    return call


async def _read_json(request: web.Request, call: Call) -> None:
    body = await request.read()
    try:
        fields = json.loads(body or b"{}")
    except ValueError as error:
        raise bad_request("Can't parse request body as JSON") from error
    if not isinstance(fields, dict):
        raise bad_request("object expected as request body")
    call.fields.update(fields)


async def read_parts(reader: MultipartReader, call: Call) -> None:
    """Reads the parts of a multipart body into the call."""
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            call.fields[part.name] = content.decode()
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            call.files[part.name] = Upload(part.filename, mime_type, content)
            call.fields.setdefault(part.name, f"attach://{part.name}")


def checked(call: Call, model: Method) -> Any:
    """The call as an instance of the method's model.

    :raises ApiError: 400 with Telegram's words where they are known
    """
    fields = {key: value for key, value in call.fields.items() if value not in (None, "")}
    if "reply_markup" in fields:
        fields["reply_markup"] = markup.decoded(fields["reply_markup"])
        call.keyboard = markup.checked(fields["reply_markup"])
    for key in structured_fields(model) & fields.keys():
        fields[key] = _decoded(key, fields[key])
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise _refusal(error) from error


def _decoded(key: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise bad_request(f"can't parse {key}: it is no valid JSON") from error


def _refusal(error: ValidationError) -> ApiError:
    problems = error.errors(include_url=False, include_input=False)
    missing = [str(problem["loc"][0]) for problem in problems if problem["type"] == "missing" and problem["loc"]]
    for name, reason in MISSING.items():
        if name in missing:
            return bad_request(reason)
    where = ".".join(str(step) for step in problems[0]["loc"])
    return bad_request(f"can't parse {where}: {problems[0]['msg']}")


@cache
def structured_fields(model: Method) -> frozenset[str]:
    """The fields that come as JSON text: lists and objects which cannot be plain strings."""
    found = set()
    for name, info in model.model_fields.items():
        kinds = set(_flat(info.annotation))
        if str not in kinds and any(_is_structure(kind) for kind in kinds):
            found.add(name)
    return frozenset(found - {"reply_markup"})


def _flat(annotation: Any) -> list[Any]:
    if typing.get_origin(annotation) is typing.Annotated:
        return _flat(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in {typing.Union, types.UnionType}:
        return [kind for part in typing.get_args(annotation) for kind in _flat(part)]
    return [annotation]


def _is_structure(kind: Any) -> bool:
    origin = typing.get_origin(kind) or kind
    return origin in {list, dict} or (isinstance(origin, type) and issubclass(origin, BaseModel))
