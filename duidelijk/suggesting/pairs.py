"""Words that keep two clauses together: *niet alleen … maar ook*, *hoe meer … hoe*, *als …, dan*."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from duidelijk.language.outline import Outline, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = frozenset({"als", "indien", "wanneer", "zodra", "toen", "mits"})
_PAIRED = frozenset({"zowel", "noch", "enerzijds", "hetzij", "ofwel"})


def is_pair(first: Words, second: Words, sign: Token) -> bool:
    """*niet alleen … maar ook*, *zowel … als*, *Stel, …, dan*: both halves need each other."""
    forms = [t.lower_ for t in first]
    pairs = list(pairwise(forms))
    alone = any(("niet", word) in pairs for word in ("alleen", "enkel", "slechts", "zozeer"))
    if alone or not _PAIRED.isdisjoint(forms) or _is_ratio(first) or forms[0] == "stel":
        return True
    head, after = second[0].lower_, second[1].lower_
    if head == "vooral" or (head == "niet" and after not in {"iedereen", "alle", "alles", "elke"}):
        return True
    then = any(a.text == "," and b.lower_ == "dan" for a, b in pairwise(second))
    return then or (sign.lower_ == "maar" and head == "ook")


def has_condition(outline: Outline, sign: Token) -> bool:
    """*als je een lijn hebt, dan …*"""
    return any(c.opener.lower_ in _CONDITIONS and c.opener.i < sign.i for c in outline.clauses)


def _is_ratio(first: Words) -> bool:
    """*Hoe groter uw huis is, hoe …*"""
    return first[0].lower_ == "hoe" and (first[1].lower_ in {"meer", "minder"} or "|comp" in first[1].tag_)
