"""Hit → the words that may stand in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any

from duidelijk.model import Hit, Suggestion
from duidelijk.suggesting.wording import Rewrite, Style

_MENDERS: Mapping[str, str] = {
    "brace": "opened_brace",
    "brackets": "unbracketed",
    "double-negation": "positive",
    "future": "present",
    "impersonal": "impersonal",
    "inline-list": "listing_out",
    "listed-terms": "listed_terms",
    "mixed-address": "address",
    "negative-tone": "positive",
    "nominal-style": "nominal",
    "passive": "active_voice",
    "passive-infinitive": "possible",
    "preposition-chain": "nominal",
    "reader-address": "reader_first",
    "run-up": "run_up",
    "sentence-length": "splitting",
    "set-phrases": "empty_opening",
    "subclauses": "splitting",
    "verb-stack": "fewer_verbs",
}
"""Which module words a replacement for the hits of a check, with its function ``rewrites``."""
_ASKING = frozenset({"passive"})
"""The checks whose module also has ``answers``."""


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

    They haven't been parsed again: see proving.py. A word that a mender looks for beside the last one of a
    text isn't there (IndexError): then it isn't certain of the sentence, and there is no suggestion.
    """
    if check in _MENDERS and hit.seen is not None:
        with suppress(IndexError):
            yield from _mender(check).rewrites(hit.seen, style)


def answers(check: str, hit: Hit, choices: Sequence[str], style: Style) -> Iterator[tuple[str, Rewrite]]:
    """What the sentence becomes with answers to the question that a finding asks, where that is certain."""
    if check in _ASKING and hit.seen is not None:
        with suppress(IndexError):
            yield from _mender(check).answers(hit.seen, choices, style)


def _mender(check: str) -> Any:
    return import_module(f"duidelijk.suggesting.{_MENDERS[check]}")


def capitals_like(actual: str, text: str) -> str:
    """``text`` with a capital first letter where ``actual`` has one, in capitals where it is so wholly."""
    letters = [char for char in actual if char.isalpha()]
    if len(letters) > 3 and all(char.isupper() for char in letters):
        return text.upper()
    if letters and letters[0].isupper() and text[:1].islower():
        return "IJ" + text[2:] if text.startswith("ij") else text[0].upper() + text[1:]
    return text
