"""The name of a file as it can be shown, whatever bytes it is made of."""

from __future__ import annotations

import os
from pathlib import Path

from duidelijk.errors import ReadError


def printable(path: str | Path) -> str:
    """The path as text that can be shown and saved."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def on_one_line(words: str) -> str:
    """The words without what can't be shown on one line."""
    return "".join(char if char.isprintable() else "\ufffd" for char in words)


def shown(path: str | Path) -> str:
    """The path on one line."""
    return on_one_line(printable(path))


def about(path: str | Path, error: ReadError) -> ReadError:
    """The error with the name of the file before it, on one line."""
    return ReadError(f"{shown(path)}: {error}")
