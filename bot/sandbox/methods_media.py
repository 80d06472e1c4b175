"""Files: photos, documents, voice notes, and getting back what people sent."""

import mimetypes
from collections.abc import Callable
from typing import Any

from aiogram.methods import EditMessageMedia, GetFile, SendDocument, SendPhoto, SendVoice

from bot.sandbox.core import Core, method
from bot.sandbox.errors import bad_request
from bot.sandbox.images import picture_size
from bot.sandbox.methods import caption_content, edit, editable, send
from bot.sandbox.request import Call, Upload
from bot.sandbox.world import File, World

LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOWNLOAD = 20 * 1024 * 1024
LONGEST_SIDES = 10_000
STEEPEST_RATIO = 20
PERSON_PHOTO = (1280, 960)

Content = dict[str, Any]


def photo_content(file: File) -> Content:
    """A photo in one size."""
    return {"photo": [{**file.view(), "width": file.extra["width"], "height": file.extra["height"]}]}


def document_content(file: File) -> Content:
    """A document."""
    return {"document": {**file.view(), "file_name": file.name, "mime_type": file.mime_type}}


def voice_content(file: File) -> Content:
    """A voice note."""
    return {"voice": {**file.view(), "duration": file.extra["duration"], "mime_type": file.mime_type}}


CONTENT: dict[str, Callable[[File], Content]] = {
    "photo": photo_content,
    "document": document_content,
    "voice": voice_content,
}


def stored(core: Core, call: Call, kind: str, reference: str, duration: int = 0) -> File:
    """The file that a field means: an upload (`attach://name`) or the id of a file that Telegram has.

    :raises ApiError: 400 for anything else, or a photo that is none
    """
    if reference.startswith("attach://"):
        upload = call.files.get(reference.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"there is no {kind} in the request")
        if not upload.content:
            raise bad_request("file must be non-empty")
        extra = _checked_photo(upload) if kind == "photo" else {"duration": duration}
        return core.world.add_file(kind, upload.content, upload.name, _mime_type(upload), **extra)
    if reference.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = core.world.files.get(reference)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
    return file


def _mime_type(upload: Upload) -> str:
    return mimetypes.guess_type(upload.name)[0] or upload.mime_type


def _checked_photo(upload: Upload) -> dict[str, int]:
    size = len(upload.content)
    if size > LARGEST_PHOTO:
        raise bad_request(
            f"file of size {size} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        )
    sides = picture_size(upload.content)
    if sides is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = sides
    if width + height > LONGEST_SIDES or max(sides) > STEEPEST_RATIO * min(sides):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"width": width, "height": height}


def _send_file(core: Core, query: Any, call: Call, kind: str, duration: int = 0) -> Content:
    caption = caption_content(query)
    core.writable(query.chat_id)
    file = stored(core, call, kind, str(getattr(query, kind)), duration)
    return send(core, query, call, CONTENT[kind](file) | caption)


@method(SendPhoto)
def send_photo(core: Core, query: SendPhoto, call: Call) -> Content:
    """Sends a photo."""
    return _send_file(core, query, call, "photo")


@method(SendDocument)
def send_document(core: Core, query: SendDocument, call: Call) -> Content:
    """Sends a document."""
    return _send_file(core, query, call, "document")


@method(SendVoice)
def send_voice(core: Core, query: SendVoice, call: Call) -> Content:
    """Sends a voice note."""
    seconds = query.duration if isinstance(query.duration, int) else 0
    return _send_file(core, query, call, "voice", seconds)


@method(EditMessageMedia)
def edit_message_media(core: Core, query: EditMessageMedia, call: Call) -> Content:
    """Replaces a message's text or media by another photo or document."""
    kind = str(query.media.type)
    if kind not in {"photo", "document"}:
        raise bad_request(f"the sandbox does not edit media of type {kind}")
    message = editable(core, query)
    caption = caption_content(query.media)
    file = stored(core, call, kind, str(query.media.media))
    return edit(core, message, call, CONTENT[kind](file) | caption)


@method(GetFile)
def get_file(core: Core, query: GetFile, call: Call) -> Content:
    """Where a file can be downloaded."""
    file = core.world.files.get(query.file_id)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**file.view(), "file_path": file.path}


def person_file(world: World, kind: str, content: bytes, name: str, mime_type: str) -> Content:
    """Stores what a person sends; the content of their message."""
    width, height = picture_size(content) or PERSON_PHOTO
    extra = {"width": width, "height": height} if kind == "photo" else {"duration": 1}
    return CONTENT[kind](world.add_file(kind, content, name, mime_type, **extra))
