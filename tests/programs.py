"""Programs run for a test: to the end, side by side, or killed with ``kill -9`` at a chosen point."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DUIDELIJK = (sys.executable, "-m", "duidelijk.cli")
PATIENCE = 120  # seconds before a program that does not end, or does not get to the point, is a failure

Condition = Callable[[str], bool]  # of what the program wrote to stderr so far


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code (minus the signal when it was killed) and what it wrote."""

    code: int
    output: str
    errors: str


def run(*arguments: str | Path, program: Sequence[str] = DUIDELIJK, **how) -> Ended:
    """How the program ended by itself; for ``how`` see ``started``."""
    with started(*arguments, program=program, **how) as process:
        return process.ended()


def run_at_once(*commands: Sequence[str | Path], program: Sequence[str] = DUIDELIJK, **how) -> list[Ended]:
    """How the programs ended that ran side by side, in the order of the commands."""
    with _all_started(commands, program, how) as processes:
        return [process.ended() for process in processes]


def kill_when(reached: Condition, *arguments: str | Path, program: Sequence[str] = DUIDELIJK, **how) -> Ended:
    """The program, killed with ``kill -9`` as soon as ``reached`` holds of what it wrote to stderr so far.

    ``reached`` is asked every few milliseconds, so the program may have come a little further. A program that ends
    before that makes the test fail.
    """
    with started(*arguments, program=program, **how) as process:
        for _ in range(PATIENCE * 200):
            alive = process.process.poll() is None
            if reached(process.errors()):
                assert alive, f"ended before it could be killed: {process.ended()}"
                process.process.kill()
                return process.ended()
            assert alive, f"ended before the point was reached: {process.ended()}"
            time.sleep(0.005)
        raise AssertionError(f"the point was never reached: {process.errors()}")


def counts(database: Path, query: str, least: int) -> Condition:
    """True once ``query`` (one number) gives at least ``least``; false while the file or table is not there.

    Looks read-only and waits for no lock. In a database without WAL the program may find it busy for that instant.
    """
    return lambda _: _count(database, query) >= least


def says(marker: str) -> Condition:
    """True once the program wrote ``marker`` to stderr."""
    return lambda errors: marker in errors


DYING = """
import os, runpy, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
module, left = sys.argv[1], int(sys.argv[2])
sys.argv[1:] = sys.argv[3:]
def step(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(Engine, "before_cursor_execute", step)
event.listen(Engine, "commit", step)
runpy.run_module(module, run_name="__main__", alter_sys=True)
"""


def dying_at(step: int, module: str = "duidelijk.cli") -> tuple[str, ...]:
    """The program of a module that is killed just before its database step number ``step``, counted from 1.

    Every statement and every commit that goes through SQLAlchemy is a step. With fewer steps the program ends by
    itself, so a test can try every step until the exit code is no longer -9.
    """
    return (sys.executable, "-c", DYING, module, str(step))


def _count(database: Path, query: str) -> int:
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=0)) as connection:
            return connection.execute(query).fetchone()[0]
    except sqlite3.OperationalError:
        return -1


@dataclass(frozen=True, slots=True)
class Started:
    process: subprocess.Popen[bytes]
    folder: Path

    def errors(self) -> str:
        return (self.folder / "errors").read_text(encoding="utf-8", errors="replace")

    def ended(self) -> Ended:
        code = self.process.wait(PATIENCE)
        output = (self.folder / "output").read_text(encoding="utf-8", errors="replace")
        return Ended(code, output, self.errors())


@contextmanager
def started(
    *arguments: str | Path,
    program: Sequence[str] = DUIDELIJK,
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
    prefix: Sequence[str] = (),
    file_size: int | None = None,
) -> Iterator[Started]:
    """The program, running; it and its children are gone afterwards.

    ``env`` is added to the environment. ``prefix`` stands before the program (see ``tests.faults.without_privilege``).
    ``file_size`` is the largest file it can write, in bytes: a write beyond that fails with EFBIG, which SQLite
    calls ``disk I/O error``. For ``database or disk is full`` there is ``tests.faults.small_disk``.
    """
    folder = Path(tempfile.mkdtemp(prefix="duidelijk-run-"))
    with (folder / "output").open("wb") as output, (folder / "errors").open("wb") as errors:
        process = subprocess.Popen(
            [*prefix, *program, *map(str, arguments)],
            cwd=cwd or PROJECT, env=_environment(env), stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
            start_new_session=True, preexec_fn=_limit(file_size),
        )  # fmt: skip
    try:
        yield Started(process, folder)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        shutil.rmtree(folder)


@contextmanager
def _all_started(commands: Sequence[Sequence[str | Path]], program, how) -> Iterator[list[Started]]:
    with ExitStack() as stack:
        yield [stack.enter_context(started(*command, program=program, **how)) for command in commands]


def _environment(more: dict[str, str] | None) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1", **(more or {})}


def _limit(file_size: int | None) -> Callable[[], None] | None:
    if file_size is None:
        return None
    import resource

    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
