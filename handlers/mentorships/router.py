"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router


def setup() -> Router:
    """The area's router."""
    return Router(name="mentorships")
