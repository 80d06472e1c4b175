"""The token stays out of every log, at its most talkative and while everything fails."""

import logging

import pytest

from tests.play import TOKEN, Play

SERVER = "aiohttp.access"
"""The sandbox's own log of requests; no part of the bot."""


async def test_it_writes_the_token_into_no_log(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    marina = await play.person(play.town.curator)
    for fault in ("bad_gateway", "cut"):
        play.sandbox.faults.add(fault, "sendMessage")
        await marina.say("/help")
        await play.settle()
    said = [f"{record.getMessage()} {record.exc_text}" for record in caplog.records if record.name != SERVER]
    assert any("will be tried again" in line for line in said)
    assert not any(TOKEN.split(":")[1] in line for line in said)
