"""The command as it is typed, in a process of its own."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Any

from bot.__main__ import main
from tests.forks import forks

STEP = 0.02


class Command:
    """`nastavnik …` with a folder and an environment of its own."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """`settings` are environment variables; of the machine's own only those stay that set up no bot."""
        self._folder = folder
        self._settings = {"TMPDIR": str(folder), **settings}

    def start(self, *words: str) -> "Running":
        """Begins the command and goes on."""
        return Running(self._folder, self._settings, words)

    async def run(self, *words: str) -> tuple[int | None, str, str]:
        """The command to its end: exit status, answer, complaints."""
        running = self.start(*words)
        return await running.ended(), running.answer, running.complaints


class Running:
    """A command at work."""

    def __init__(self, folder: Path, settings: dict[str, str], words: tuple[str, ...]) -> None:
        self._out = folder / f"answer-{len(list(folder.glob('answer-*')))}"
        self._err = self._out.with_name(self._out.name.replace("answer", "complaints"))
        arguments = (folder, settings, words, self._out, self._err)
        self._process: Any = forks().Process(target=_live, args=arguments, daemon=True)
        self._process.start()

    @property
    def answer(self) -> str:
        """What it has printed so far."""
        return self._out.read_text() if self._out.exists() else ""

    @property
    def complaints(self) -> str:
        """What it has written to the standard error so far, logs included."""
        return self._err.read_text() if self._err.exists() else ""

    @property
    def is_alive(self) -> bool:
        """Whether it is still at work."""
        return bool(self._process.is_alive())

    async def says(self, part: str) -> None:
        """Waits until it prints `part`."""
        while part not in self.answer:
            assert self._process.is_alive(), self.complaints
            await asyncio.sleep(STEP)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Sends it a signal."""
        os.kill(self._process.pid, number)

    async def ended(self) -> int | None:
        """Waits for its end; the exit status."""
        while self._process.is_alive():
            await asyncio.sleep(STEP)
        self._process.join()
        return self._process.exitcode


def _live(folder: Path, settings: dict[str, str], words: tuple[str, ...], out: Path, err: Path) -> None:
    os.chdir(folder)
    for name in [name for name in os.environ if name.startswith("BOT_")]:
        del os.environ[name]
    os.environ.update(settings)
    for path, stream in ((out, sys.stdout), (err, sys.stderr)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream.fileno())
    sys.argv = ["nastavnik", *words]
    main()
    sys.stdout.flush()
