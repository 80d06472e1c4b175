"""A group as far as limits and refusals need one."""

from bot.sandbox.chats import Chat, Message
from bot.sandbox.world import World


class Group:
    """A group that the bot is in."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self._chat = chat

    @property
    def id(self) -> int:
        """The group's id, below zero."""
        return self._chat.id

    @property
    def messages(self) -> list[Message]:
        """What was written there."""
        return list(self._chat.messages.values())

    def kick_bot(self) -> None:
        """The bot is thrown out: 403 from now on."""
        self._chat.state = "kicked"

    def upgrade(self) -> int:
        """The group becomes a supergroup; the new id, which 400 tells from now on."""
        new_id = int(f"-100{abs(self._chat.id)}")
        self._chat.state = "upgraded"
        self._chat.upgraded_to = new_id
        self._world.add_chat(Chat(new_id, self._chat.title, state="active"))
        return new_id
