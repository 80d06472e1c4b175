"""The page's side of the sandbox: JSON, events, files. For this machine's browser only."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path

from aiohttp import web

from bot.sandbox.changes import CLOCK
from bot.sandbox.core import Core
from bot.sandbox.errors import PersonError
from bot.sandbox.page_acts import ACTS, Act
from bot.sandbox.page_view import Json, PageView
from bot.sandbox.person import Person
from bot.sandbox.request import Call, read_parts

STATIC = Path(__file__).parent / "static"
LOOPBACK_NAMES = {"127.0.0.1", "localhost", "[::1]"}
CLOCK_MOVES = {"hour", "day", "monday", "now"}
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; frame-ancestors 'none'"
    ),
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
ClockMoves = Callable[[str], Awaitable[datetime]]


class Page:
    """Routes of the page. Foreign pages are kept out by the Host header and a header of our own."""

    def __init__(
        self,
        core: Core,
        new_person: Callable[..., Person],
        people: Mapping[int, Person],
        zone: str,
        clock_moves: ClockMoves | None,
    ) -> None:
        self._core = core
        self._new_person = new_person
        self._people = people
        self._clock_moves = clock_moves
        self._view = PageView(core, zone, movable=clock_moves is not None)
        self._streams: set[asyncio.Queue[tuple[int, int | None] | None]] = set()
        core.world.changes.listeners.add(self._changed)

    def add_routes(self, app: web.Application) -> None:
        """Adds everything under `/page` and the static page at `/`."""
        get, post = app.router.add_get, app.router.add_post
        get("/page/state", _guarded(self._state))
        get("/page/chats/{user_id:\\d+}", _guarded(self._chat))
        get("/page/events", _guarded(self._events))
        get("/page/files/{id}", _guarded(self._file))
        post("/page/people", _guarded(self._add_person))
        post("/page/clock", _guarded(self._move_clock))
        for name, act in ACTS.items():
            post(f"/page/chats/{{user_id:\\d+}}/{name}", _guarded(self._acting(act)))
        get("/", _guarded(self._static))
        get("/static/{name:[a-z_-]+\\.[a-z]+}", _guarded(self._static))

    def close(self) -> None:
        """Ends the open event streams."""
        for stream in self._streams:
            stream.put_nowait(None)

    async def _state(self, request: web.Request) -> web.Response:
        return _json(self._view.state())

    async def _chat(self, request: web.Request) -> web.Response:
        return _json(self._view.chat(self._core.world.chats[self._person(request).id]))

    def _person(self, request: web.Request) -> Person:
        try:
            return self._people[int(request.match_info["user_id"])]
        except KeyError as error:
            raise _problem(404, "no such person") from error

    def _acting(self, act: Act) -> Handler:
        async def handler(request: web.Request) -> web.Response:
            person = self._person(request)
            body = await _body(request)
            try:
                result = await act(person, body)
            except PersonError as error:
                raise _problem(409, str(error)) from error
            except (KeyError, TypeError) as error:
                raise _problem(400, f"bad or missing field: {error}") from error
            return _json(result if isinstance(result, dict) else {"ok": True})

        return handler

    async def _add_person(self, request: web.Request) -> web.Response:
        body = await _body(request)
        name = str(body.get("name", "")).strip()
        if not name:
            raise _problem(400, "a person needs a name")
        person = self._new_person(name, language_code=str(body.get("language") or "ru"))
        return _json(self._view.person(self._core.world.chats[person.id]))

    async def _move_clock(self, request: web.Request) -> web.Response:
        if self._clock_moves is None:
            raise _problem(409, "the clock cannot be moved here")
        move = (await _body(request)).get("move")
        if move not in CLOCK_MOVES:
            raise _problem(400, "unknown move of the clock")
        now = await self._clock_moves(move)
        self._core.world.changes.touch(CLOCK)
        return _json({"now": self._view.time(now)})

    async def _file(self, request: web.Request) -> web.Response:
        file = self._core.world.files.get(request.match_info["id"])
        if file is None:
            raise _problem(404, "no such file")
        response = web.Response(body=file.content, headers=SAFE_HEADERS)
        if file.kind == "document":
            response.content_type = "application/octet-stream"
            response.headers["Content-Disposition"] = "attachment"
        else:
            response.content_type = {"photo": "image/png", "voice": "audio/ogg"}.get(file.kind, file.mime_type)
        return response

    async def _static(self, request: web.Request) -> web.StreamResponse:
        path = STATIC / (request.match_info.get("name", "index.html"))
        if not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers=SAFE_HEADERS)

    def _changed(self, version: int, chat_id: int | None) -> None:
        for stream in self._streams:
            stream.put_nowait((version, chat_id))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={**SAFE_HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        stream: asyncio.Queue[tuple[int, int | None] | None] = asyncio.Queue()
        self._streams.add(stream)
        try:
            await response.write(_event(self._core.world.changes.version, set(), clock=False))
            while (changes := await _drained(stream)) is not None:
                chats = {chat_id for _, chat_id in changes if chat_id}
                clock = any(chat_id == CLOCK for _, chat_id in changes)
                await response.write(_event(changes[-1][0], chats, clock=clock))
        except ConnectionResetError:
            pass  # the page was closed
        finally:
            self._streams.discard(stream)
        return response


async def _drained(stream: asyncio.Queue[tuple[int, int | None] | None]) -> list[tuple[int, int | None]] | None:
    """All changes that are there, at least one; None when the server stops."""
    changes = [await stream.get()]
    while not stream.empty():
        changes.append(stream.get_nowait())
    told = [change for change in changes if change is not None]
    return told if len(told) == len(changes) else None


def _event(version: int, chats: set[int], *, clock: bool) -> bytes:
    return f"data: {json.dumps({'version': version, 'chats': sorted(chats), 'clock': clock})}\n\n".encode()


def _guarded(handler: Handler) -> Handler:
    async def guarded(request: web.Request) -> web.StreamResponse:
        try:
            _check(request)
            return await handler(request)
        except _ProblemError as problem:
            return _json({"error": problem.text}, problem.status)

    return guarded


def _check(request: web.Request) -> None:
    host = request.headers.get("Host", "")
    name = host[: host.rindex(":")] if ":" in host and not host.endswith("]") else host
    if name.lower() not in LOOPBACK_NAMES or not ip_address(request.remote or "0.0.0.0").is_loopback:  # noqa: S104 - compared, not listened on
        raise _problem(403, "the sandbox is for this machine only")
    if request.method != "POST":
        return
    if request.headers.get("X-Sandbox") != "1":
        raise _problem(403, "the header X-Sandbox is missing")
    if request.content_type != "application/json" and not request.content_type.startswith("multipart/"):
        raise _problem(415, "JSON or multipart is expected")


class _ProblemError(Exception):
    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


def _problem(status: int, text: str) -> _ProblemError:
    return _ProblemError(status, text)


async def _body(request: web.Request) -> Json:
    if request.content_type.startswith("multipart/"):
        call = Call("")
        await read_parts(await request.multipart(), call)
        return {**call.fields, **call.files}
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError as error:
        raise _problem(400, "the body is no JSON") from error
    if not isinstance(body, dict):
        raise _problem(400, "the body is no object")
    return body


def _json(body: Json, status: int = 200) -> web.Response:
    text = json.dumps(body, ensure_ascii=False)
    return web.Response(status=status, text=text, content_type="application/json", headers=SAFE_HEADERS)
