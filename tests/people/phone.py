"""Fingers for tests of windows."""

from bot.sandbox.person import Person as Phone
from tests.play import Play


async def press(play: Play, phone: Phone, *labels: str) -> None:
    """Taps one button after the other, and waits for each answer."""
    for label in labels:
        await phone.tap(label)
        await play.settle()


async def write(play: Play, phone: Phone, text: str) -> None:
    """Writes and waits for the answer."""
    await phone.say(text)
    await play.settle()
