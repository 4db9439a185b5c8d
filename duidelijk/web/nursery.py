"""Where checking processes come from: one process loads everything once, and the others are its copies.

A copy takes milliseconds and shares the memory of what was loaded. Where a process can't be copied (Windows)
or shouldn't be (macOS), each one loads everything itself.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any

from duidelijk.errors import DuidelijkError
from duidelijk.web import desk
from duidelijk.web.settings import Recipe

COPIES = sys.platform == "linux"
Ready = Callable[[Recipe], desk.Desk]
_PATIENCE = 30.0
_LOADING = 120.0
_PID = 8


class Gone(Exception):
    """A process isn't there any more."""


@dataclass(slots=True)
class Place:
    """One checking process: the connection to it, and how to end it; ``done``: pieces of work so far."""

    connection: Connection
    kill: Callable[[], None]
    done: int = 0

    def do(self, work: Callable[..., Any], args: tuple[Any, ...]) -> desk.Answer:
        """The answer, waiting for it; raises Gone when the process dies meanwhile."""
        self.done += 1
        try:
            self.connection.send((work, args))
            answer: desk.Answer = self.connection.recv()
        except (EOFError, OSError):
            raise Gone from None
        return answer

    def alive(self) -> bool:
        """Whether the process, which has nothing to do, is still there."""
        try:
            return not self.connection.poll()
        except OSError:
            return False


class Nursery:
    """Makes checking processes by the recipe; ``copies``: of one that is kept for it, else one by one.

    ``ready``: the function of a module that makes the desk by the recipe. ``patience``: seconds in which a
    copy must be there.
    """

    def __init__(
        self, recipe: Recipe, *, copies: bool = COPIES, ready: Ready = desk.ready, patience: float = _PATIENCE
    ) -> None:
        self._recipe, self._copies, self._ready, self._patience = recipe, copies, ready, patience
        self._control: socket.socket | None = None
        self._mother: BaseProcess | None = None
        self._one = Lock()  # each answer on the control line is for who asked last

    def place(self) -> Place:
        """A new checking process, ready to work; takes a while, raises Gone or DuidelijkError."""
        if not self._copies:
            return _alone(self._ready, self._recipe)
        with self._one:
            return self._copied()

    def start(self) -> None:
        """Loads everything; raises DuidelijkError where the settings are wrong, or Gone."""
        if self._copies and self._control is None:
            self._control, theirs = socket.socketpair()
            try:
                self._mother = _spawn(_mother, theirs, self._ready, self._recipe)
                theirs.close()
                _welcome(Connection(os.dup(self._control.fileno())))
            except BaseException:
                self.stop()  # what it may still say on the control line is no answer to what comes
                raise
            self._control.settimeout(self._patience)

    def stop(self) -> None:
        """Ends the process that is kept; the copies stop when their own connection closes."""
        if self._control:
            self._control.close()
            self._control = None
        if self._mother:
            self._mother.kill()  # it may hang; it has nothing to lose
            self._mother.join()
            self._mother = None

    def _copied(self) -> Place:
        self.start()
        assert self._control
        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self._control, [b"."], [theirs.fileno()])
            pid = int.from_bytes(self._control.recv(_PID, socket.MSG_WAITALL), "little")
        except OSError:
            pid = 0
        theirs.close()
        if not pid:
            ours.close()
            self.stop()
            raise Gone
        return Place(Connection(ours.detach()), lambda: os.kill(pid, signal.SIGKILL))


def _spawn(target: Callable[..., None], *args: Any) -> Any:
    process = multiprocessing.get_context("spawn").Process(target=target, args=args, daemon=True)
    process.start()
    return process


def _alone(ready: Ready, recipe: Recipe) -> Place:
    ours, theirs = multiprocessing.Pipe()
    process = _spawn(_one, theirs, ready, recipe)
    theirs.close()
    _welcome(ours)
    return Place(ours, process.kill)


def _welcome(connection: Connection) -> None:
    """Waits until the process says that it's ready; raises what it says is wrong."""
    try:
        if not connection.poll(_LOADING):
            raise Gone
        problem = connection.recv()
    except (EOFError, OSError):
        raise Gone from None
    if problem is not None:
        raise problem


def _one(connection: Connection, ready: Ready, recipe: Recipe) -> None:
    """Loads everything and works."""
    _deaf()
    made = _made(connection, ready, recipe)
    if made:
        desk.serve(made, connection)


def _mother(control: socket.socket, ready: Ready, recipe: Recipe) -> None:
    """Loads everything, and copies itself for every connection that comes in."""
    _deaf()
    made = _made(Connection(os.dup(control.fileno())), ready, recipe)
    while made:
        try:
            _, fds, _, _ = socket.recv_fds(control, 1, 1)
        except OSError:
            return
        if not fds:
            return
        _bury()
        pid = os.fork()
        if not pid:
            control.close()
            desk.serve(made, Connection(fds[0]))
            os._exit(0)
        os.close(fds[0])
        control.sendall(pid.to_bytes(_PID, "little"))


def _bury() -> None:
    """Lets the ends of copies be forgotten."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _made(connection: Connection, ready: Ready, recipe: Recipe) -> desk.Desk | None:
    """The desk, after telling the other side; None where the settings are wrong."""
    try:
        made = ready(recipe)
    except DuidelijkError as problem:
        connection.send(problem)
        return None
    connection.send(None)
    return made


def _deaf() -> None:
    """The front process says when to stop: Ctrl-C and a service manager speak to all processes at once."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
