"""The formats for other programs by their name; each is a module with ``render(run) -> str``."""

from __future__ import annotations

from importlib import import_module

from duidelijk.rendering.run import Run

FORMATS = ("rdjson",)


def render(form: str, run: Run) -> str:
    """The run in one of ``FORMATS``."""
    made: str = import_module(f"duidelijk.rendering.{form}").render(run)
    return made
