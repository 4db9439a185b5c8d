"""The formats for other programs by their name; each is a module with ``render(run) -> str``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duidelijk.rendering.run import Run

FORMATS = ("sarif", "github", "gitlab", "junit", "rdjson", "checkstyle")


def render(form: str, run: Run) -> str:
    """The run in one of ``FORMATS``."""
    made: str = import_module(f"duidelijk.rendering.{form}").render(run)
    return made
