"""Work for checking processes that load nothing: quick to start, and as slow or deadly as a test needs."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

from duidelijk.errors import DuidelijkError, PipelineError
from duidelijk.web.desk import Desk
from duidelijk.web.settings import Recipe


def empty(recipe: Recipe) -> Desk:
    """A desk with nothing on it."""
    return Desk(None, recipe)  # type: ignore[arg-type]


def broken(recipe: Recipe) -> Desk:
    raise PipelineError("Het taalmodel is er niet.")


def same(desk: Desk, value: Any) -> Any:
    return value


def process(desk: Desk) -> int:
    return os.getpid()


def mother(desk: Desk) -> int:
    return os.getppid()


def sleep(desk: Desk, seconds: float = 3600) -> None:
    time.sleep(seconds)


def wait_for(desk: Desk, file: str) -> str:
    """Ends as soon as there is such a file."""
    while not Path(file).exists():
        time.sleep(0.01)
    return file


def die(desk: Desk) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def starve(desk: Desk) -> None:
    raise MemoryError


def refuse(desk: Desk) -> None:
    raise DuidelijkError("Dit kan niet.")


def fail(desk: Desk) -> None:
    raise RuntimeError("Geachte heer Jansen, dit mag niemand lezen")
