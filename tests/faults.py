"""What can go wrong around a program that keeps a SQLite file, done on purpose.

A full disk, a lock that someone else holds, a folder that is shut. How a program is killed is in ``tests/programs.py``;
how the file itself gets damaged is in ``tests/damage.py``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


# --- A disk that is full


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """The existing, empty folder as a disk of ``size`` bytes (whole pages of 4 KiB); skips where that is not allowed."""
    if not (ROOT and sys.platform == "linux" and shutil.which("mount")):
        pytest.skip("only root on Linux can make a small disk")
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "duidelijk-test", folder]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"a small disk is not allowed here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """The file that now takes all room on the disk but ``leave`` bytes (whole pages); removing it gives the room back."""
    ballast = disk / "ballast"
    room = shutil.disk_usage(disk).free - leave
    with ballast.open("wb") as file:
        for _ in range(max(room, 0) // 4096):
            file.write(b"\1" * 4096)
    return ballast


# --- A lock that someone else holds

HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
connection.execute("BEGIN " + sys.argv[2])
print("held", flush=True)
sys.stdin.read()
connection.execute("ROLLBACK")
"""


@contextmanager
def locked(database: Path, kind: str = "IMMEDIATE") -> Iterator[int]:
    """The id of another process that holds the write lock; ``EXCLUSIVE`` without WAL also stops readers."""
    command = [sys.executable, "-c", HOLDER, database, kind]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "held\n", "the lock could not be had"
        yield holder.pid
    finally:
        holder.communicate()


# --- A folder that is shut


@contextmanager
def shut(folder: Path, mode: int = 0o500) -> Iterator[Path]:
    """The folder with these permissions, given back afterwards: 0o500 can't be written, 0 can't be read either.

    Root may do anything all the same: run the program with ``prefix=without_privilege()``.
    """
    before = folder.stat().st_mode
    folder.chmod(mode)
    try:
        yield folder
    finally:
        folder.chmod(before)


def without_privilege() -> tuple[str, ...]:
    """What to put before a command so that permissions count for it, also when root runs the tests.

    The program stays the same user, so it still reaches Python and the project wherever they are.
    """
    if not ROOT:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root may write anywhere, and there is no setpriv to take that right away")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
