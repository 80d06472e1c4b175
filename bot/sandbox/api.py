"""The Bot API over HTTP: routes, envelopes, injected faults."""

import asyncio
import inspect
import json
import logging
import socket
import struct
from typing import Any

from aiohttp import web

from bot.sandbox import methods, methods_bot, methods_media
from bot.sandbox.core import HANDLERS, Core
from bot.sandbox.errors import ApiError
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.request import METHODS, Call, checked, read_call

log = logging.getLogger(__name__)

KNOWN_FROM = (methods, methods_bot, methods_media)
LARGEST_UPLOAD = 50 * 1024 * 1024
BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
GARBAGE = "<!doctype html><p>Please log in to the network"


class BotApi:
    """Answers what a bot asks with the bot's token."""

    def __init__(self, core: Core, faults: Faults, token: str) -> None:
        self.core = core
        self.faults = faults
        self.token = token

    def add_routes(self, app: web.Application) -> None:
        """Adds `/bot{token}/{method}` and `/file/bot{token}/{path}`."""
        app.router.add_route("*", "/bot{token}/{method}", self.answer)
        app.router.add_get("/file/bot{token}/{path:.+}", self.download)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """One request of the bot."""
        try:
            self._check_token(request.match_info["token"])
            call = await read_call(request, request.match_info["method"])
        except ApiError as error:
            return refused(error)
        except web.HTTPRequestEntityTooLarge:
            return refused(ApiError(413, "Request Entity Too Large"))
        fault = self.faults.take(call.method, call.chat_id)
        if fault is None:
            return await self._carried_out(call)
        return await self._struck(fault, request, call)

    def _check_token(self, token: str) -> None:
        number, colon, secret = token.partition(":")
        if not (colon and secret and number.isdecimal()):
            raise ApiError(401, "Unauthorized: invalid token specified")
        if token != self.token:
            raise ApiError(401, "Unauthorized")

    async def _carried_out(self, call: Call) -> web.Response:
        try:
            return accepted(await self.execute(call))
        except ApiError as error:
            return refused(error)

    async def execute(self, call: Call) -> Any:
        """Carries out a call; its result as JSON-ready values.

        :raises ApiError: as Telegram refuses; 501 for a method of Telegram that the sandbox does not know
        """
        name = call.method.lower()
        if name not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        if name not in HANDLERS:
            log.error("the sandbox does not know the method %s", METHODS[name].__api_method__)
            raise ApiError(501, f"Not Implemented: the sandbox does not know {METHODS[name].__api_method__}")
        model, handler = HANDLERS[name]
        call.method = model.__api_method__
        result = handler(self.core, checked(call, model), call)
        return await result if inspect.isawaitable(result) else result

    async def _struck(self, fault: Fault, request: web.Request, call: Call) -> web.StreamResponse:
        match fault.kind:
            case "error":
                return refused(ApiError(fault.code, fault.description, **fault.parameters))
            case "flood":
                return refused(ApiError(429, "Too Many Requests: retry later"))
            case "bad_gateway":
                return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
            case "page":
                return web.Response(status=fault.code, text=BAD_GATEWAY, content_type="text/html")
            case "cut":
                return _cut(request)
            case "reset":
                return _reset(request)
            case "hang":
                await fault.released()
                return _cut(request)
            case "delay":
                await asyncio.sleep(fault.seconds)
        response = await self._carried_out(call)
        match fault.kind:
            case "cut_after":
                return _cut(request)
            case "hang_after":
                await fault.released()
                return _cut(request)
            case "shape":
                return accepted({"message_id": "?"})
            case "garbage":
                return web.Response(text=GARBAGE, content_type="text/html")
            case "truncated":
                return await _truncated(request, response)
        return response

    async def download(self, request: web.Request) -> web.Response:
        """The content of a file that getFile named."""
        try:
            self._check_token(request.match_info["token"])
        except ApiError as error:
            return refused(error)
        path = request.match_info["path"]
        for file in self.core.world.files.values():
            if file.path == path:
                return web.Response(body=file.content, content_type="application/octet-stream")
        return refused(ApiError(404, "Not Found"))


def accepted(result: Any) -> web.Response:
    """Telegram's envelope of a result."""
    return _json(200, {"ok": True, "result": result})


def refused(error: ApiError) -> web.Response:
    """Telegram's envelope of a refusal."""
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    response = _json(error.code, body)
    if "retry_after" in error.parameters:
        response.headers["Retry-After"] = str(error.parameters["retry_after"])
    return response


def _json(status: int, body: dict[str, Any]) -> web.Response:
    return web.Response(status=status, text=json.dumps(body), content_type="application/json")


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.close()
    return web.Response()


def _reset(request: web.Request) -> web.Response:
    if request.transport is not None:
        wire: socket.socket = request.transport.get_extra_info("socket")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
    return web.Response()


async def _truncated(request: web.Request, whole: web.Response) -> web.StreamResponse:
    body = whole.body if isinstance(whole.body, bytes) else b""
    response = web.StreamResponse(status=whole.status, headers={"Content-Type": "application/json"})
    response.content_length = len(body)
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    _cut(request)
    return response
