"""Which tokens a reader counts as one word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duidelijk.months import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Span

_HAS_WORD = re.compile(r"[^\W_]")
_NUMERIC = re.compile(r"[€$£]|\d[\d.,:/–-]*(?:,-|,–)?|[A-Z]{2}\d{2}[A-Z0-9]*")
_AFTER_NUMBER = frozenset({"euro", "uur", "procent", "%"})


def word_units(span: Span) -> tuple[tuple[int, int], ...]:
    """First and last token index of every counted word of a sentence.

    Punctuation doesn't count. A date (*3 maart 2026*), an amount (*€ 250*), a time (*9.00 uur*), a phone
    or account number in groups (*0321 38 89 11*) and a web address count as one word each.
    """
    units: list[tuple[int, int]] = []
    previous = ""
    for token in span:
        text = token.text
        if not _HAS_WORD.search(text) and text not in "€$£%":
            if text not in "-–/":
                previous = ""
            continue
        kind = _kind(text)
        if units and _continues(previous, kind, text):
            units[-1] = units[-1][0], token.i
        else:
            units.append((token.i, token.i))
        previous = kind
    return tuple(units)


def _kind(text: str) -> str:
    if _NUMERIC.fullmatch(text):
        return "number"
    if text in MONTHS:
        return "month"
    return "after" if text in _AFTER_NUMBER else "word"


def _continues(previous: str, kind: str, text: str) -> bool:
    if previous == "number":
        return kind in {"number", "month", "after"}
    return previous == "month" and kind == "number" and text.isdigit() and len(text) == 4
