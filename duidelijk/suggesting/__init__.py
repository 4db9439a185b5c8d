"""Hit → the words that may stand in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

from duidelijk.model import Hit, Suggestion
from duidelijk.suggesting.wording import Rewrite, Style

_MENDERS: Mapping[str, str] = {
    "inline-list": "listing_out",
    "passive": "active_voice",
    "run-up": "splitting",
    "sentence-length": "splitting",
    "subclauses": "splitting",
}
"""Which module words a replacement for the hits of a check, with its function ``rewrites``."""


def suggestions(hit: Hit, actual: str) -> tuple[Suggestion, ...]:
    """Replacements for exactly ``actual``, best first: the hit's ``alternatives`` with its capitals.

    A check only gives alternatives that fit the sentence as they are; ``safe`` in its detail says that
    order and meaning stay as they were, ``own_capitals`` that the alternatives keep their own capitals.
    """
    safe = bool(hit.detail.get("safe", False))
    own = bool(hit.detail.get("own_capitals", False))
    found = (text if own else capitals_like(actual, text) for text in hit.detail.get("alternatives", ()))
    return tuple(Suggestion(text, safe) for text in dict.fromkeys(found) if text != actual)


def rewrites(check: str, hit: Hit, style: Style) -> Iterator[Rewrite]:
    """New words for more than the hit itself, best first, from what its check saw of the sentence.

    They haven't been parsed again: see proving.py.
    """
    if check in _MENDERS and hit.seen is not None:
        mender: Callable[[Any, Style], Iterator[Rewrite]] = import_module(
            f"duidelijk.suggesting.{_MENDERS[check]}"
        ).rewrites
        yield from mender(hit.seen, style)


def capitals_like(actual: str, text: str) -> str:
    """``text`` with a capital first letter where ``actual`` has one, in capitals where it is so wholly."""
    letters = [char for char in actual if char.isalpha()]
    if len(letters) > 3 and all(char.isupper() for char in letters):
        return text.upper()
    if letters and letters[0].isupper() and text[:1].islower():
        return "IJ" + text[2:] if text.startswith("ij") else text[0].upper() + text[1:]
    return text
