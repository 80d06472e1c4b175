"""What Telegram tells of the chat itself: somebody has blocked the bot, or is back."""

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated

from models.people.accounts import block_bot, unblock_bot
from models.use_case import Act


async def on_membership(event: ChatMemberUpdated, act: Act) -> None:
    """Remembers whether the person can be written to."""
    gone = event.new_chat_member.status in (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)
    await act(block_bot if gone else unblock_bot)


def setup() -> Router:
    """The router."""
    router = Router(name="people-membership")
    router.my_chat_member.register(on_membership)
    return router
