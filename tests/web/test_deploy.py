"""What the machine is told: the unit and the image name what there is, and serve as nobody who could do harm."""

import asyncio
import configparser
import json
import re
import shlex
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.settings import Settings
from tests.web.hosted import Hosted

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "bot" / "deploy"
SETTINGS = {name.upper() for name in Settings.model_fields}


@pytest.fixture
def unit() -> configparser.SectionProxy:
    """What the unit says about the service."""
    whole = configparser.ConfigParser(interpolation=None)
    whole.optionxform = str
    whole.read(DEPLOY / "nastavnik.service", encoding="utf-8")
    return whole["Service"]


@pytest.fixture
def image() -> list[tuple[str, str]]:
    """The image's steps in order: the instruction and what stands behind it."""
    lines = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").splitlines()
    return [(step, rest) for step, _, rest in (line.partition(" ") for line in lines) if step and step != "#"]


def test_it_runs_the_command_as_a_service_that_comes_back(unit: configparser.SectionProxy) -> None:
    program, *words = shlex.split(unit["ExecStart"])
    assert Path(program).name == "nastavnik"
    assert parser().parse_args(words).command
    assert unit["Restart"] == "always"
    assert int(unit["TimeoutStopSec"]) > 10, "the bot's own ten seconds come first"


def test_it_gives_the_service_no_more_than_it_needs(unit: configparser.SectionProxy) -> None:
    assert unit["User"] not in ("", "root")
    assert unit["WorkingDirectory"] == f"/var/lib/{unit['StateDirectory']}", "elsewhere it could not write"
    assert unit["ProtectSystem"] == "strict"
    assert unit["NoNewPrivileges"] == unit["ProtectHome"] == unit["PrivateTmp"] == "yes"
    assert unit["EnvironmentFile"].startswith("/etc/")
    assert "Environment" not in unit, "what differs from one installation to another stands in its own file"


def test_it_runs_the_command_in_the_image_as_nobody_special(image: list[tuple[str, str]]) -> None:
    steps = dict(image)
    program, *words = json.loads(steps["CMD"])
    assert program == "nastavnik"
    assert parser().parse_args(words).command
    assert steps["USER"] not in ("", "root", "0")
    assert f"useradd --uid 10001 --no-create-home {steps['USER']}" in str(image)
    order = [step for step, _ in image]
    assert order.index("USER") > max(place for place, step in enumerate(order) if step in ("RUN", "COPY"))
    assert steps["VOLUME"] == f"{steps['WORKDIR']}/data", "there the database lies unless it is told otherwise"


def test_it_builds_the_image_of_what_there_is(image: list[tuple[str, str]]) -> None:
    copied = [name for step, rest in image if step == "COPY" for name in rest.split()[:-1]]
    assert [name for name in copied if not (ROOT / name).exists()] == []
    kept = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert sorted(f"!{name}" for name in copied) == sorted(line for line in kept if line.startswith("!"))
    assert "--locked" in str(image)
    told = re.findall(r"(\w+)=", dict(image)["ENV"])
    assert set(told) - {"PATH"} <= SETTINGS


async def test_it_asks_the_bot_itself_whether_it_lives(
    image: list[tuple[str, str]], hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, command = dict(image)["HEALTHCHECK"].partition(" CMD ")
    program, option, code = json.loads(command)
    assert (program, option) == ("python", "-c")
    monkeypatch.setenv("WEB_PORT", str(hosted.port))
    await asyncio.to_thread(exec, code)
    await hosted.stop()
    with pytest.raises(OSError):
        await asyncio.to_thread(exec, code)
    await hosted.start()
