"""What a method's function works with, and the register of the methods that the sandbox knows."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bot.sandbox.callbacks import Callbacks
from bot.sandbox.chats import Chat
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.limits import Limits
from bot.sandbox.polling import Polling
from bot.sandbox.request import Call, Method
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import World

BLOCKED = "bot was blocked by the user"
NEVER_STARTED = "bot can't initiate conversation with a user"
DEACTIVATED = "user is deactivated"
KICKED = "bot was kicked from the group chat"


class Core:
    """The world with the ways in and out of it."""

    def __init__(self, world: World, limits: Limits, polling: Polling, webhook: Webhook) -> None:
        self.world = world
        self.limits = limits
        self.polling = polling
        self.webhook = webhook
        self.callbacks = Callbacks(world, limits)

    def chat(self, chat_id: int | str) -> Chat:
        """A chat by its id or a group's @name.

        :raises ApiError: 400 `chat not found`
        """
        try:
            return self.world.chats[int(chat_id)]
        except (KeyError, ValueError) as error:
            raise bad_request("chat not found") from error

    def writable(self, chat_id: int | str) -> Chat:
        """A chat that the bot may write to.

        :raises ApiError: 403 or 400 as Telegram answers for blocked, unknown, deactivated people and lost groups
        """
        chat = self.chat(chat_id)
        if chat.state == "upgraded":
            error = bad_request("group chat was upgraded to a supergroup chat")
            error.parameters = {"migrate_to_chat_id": chat.upgraded_to or 0}
            raise error
        reason = {"blocked": BLOCKED, "new": NEVER_STARTED, "deactivated": DEACTIVATED, "kicked": KICKED}.get(
            chat.state
        )
        if reason:
            raise forbidden(reason)
        return chat


Handler = Callable[[Core, Any, Call], Any | Awaitable[Any]]
F = TypeVar("F", bound=Callable[..., Any])
HANDLERS: dict[str, tuple[Method, Handler]] = {}


def method(model: Method) -> Callable[[F], F]:
    """Registers the function that carries out a Bot API method."""

    def register(function: F) -> F:
        HANDLERS[model.__api_method__.lower()] = (model, function)
        return function

    return register
