"""The warmed parent: it has imported and used everything once, and forks a bot whenever it is asked for one.

Importing the messenger's library costs seconds a process, a fork costs milliseconds. It speaks in lines of JSON over
the socket that it was given: an order comes in, «born» and «died» go out.
"""

import gc
import json
import os
import selectors
import signal
import socket
import threading
import traceback
from pathlib import Path
from typing import Any

from tests.faults.child import live, prepare_for


class Nursery:
    """Forks bots and tells what became of them."""

    def __init__(self, wire: socket.socket) -> None:
        self._wire = wire
        self._lines = wire.makefile("rb")
        self._woken, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)

    def serve(self) -> None:
        """Takes orders until the other side hangs up."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._wire, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while True:
                ready = {key.fileobj for key, _ in selector.select()}
                if self._woken in ready:
                    os.read(self._woken, 4096)
                    self._bury()
                if self._wire in ready:
                    line = self._lines.readline()
                    if not line:
                        return
                    self._bear(**json.loads(line))

    def _bear(self, settings: dict[str, str], log: str, *, warm: bool) -> None:
        if warm:
            self._warm_up(settings, log)
            return
        child = os.fork()
        if child == 0:
            self._become(settings, log)
        self._tell(born=child)

    def _warm_up(self, settings: dict[str, str], log: str) -> None:
        """Lives once itself, until somebody sends SIGTERM: what was read, compiled and configured is inherited."""
        self._tell(born=os.getpid())
        errors = os.dup(2)
        _write_errors_to(log)
        status = live(settings)
        os.dup2(errors, 2)
        assert threading.active_count() == 1, "a fork would copy the locks of the other threads"
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)  # the loop had its own
        gc.collect()
        gc.freeze()
        self._tell(died=os.getpid(), status=status)

    def _become(self, settings: dict[str, str], log: str) -> None:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.set_wakeup_fd(-1)
        self._wire.close()
        _write_errors_to(log)
        try:
            os._exit(live(settings))
        except BaseException:
            traceback.print_exc()
            os._exit(2)

    def _bury(self) -> None:
        while True:
            try:
                child, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if child == 0:
                return
            self._tell(died=child, status=os.waitstatus_to_exitcode(status))

    def _tell(self, **what: Any) -> None:
        self._wire.sendall(json.dumps(what).encode() + b"\n")


def _write_errors_to(log: str) -> None:
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(file, 2)
    os.close(file)


def serve(wire: socket.socket, beat: socket.socket, folder: Path) -> None:
    """The work of the parent's process; `beat` is where bots tell that they have marked something."""
    beat.setblocking(False)
    prepare_for(folder, beat)
    os.chdir(folder)
    Nursery(wire).serve()
