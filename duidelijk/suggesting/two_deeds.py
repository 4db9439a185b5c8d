"""Two things that one must or can do → a sentence each: *U moet … invullen en … meenemen*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.outline import Outline, Words
from duidelijk.suggesting.cutting import Cut, cut_of, may_cut
from duidelijk.suggesting.wording import joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODALS = frozenset({"moet", "moeten", "kunt", "kunnen", "mag", "mogen"})
_ABLE = frozenset({"kunt", "kunnen", "mag", "mogen"})
_SPEAKERS = frozenset({"u", "wij", "we"})
_NOMINAL = ("LID", "VNW|bez", "VNW|onbep|det", "VNW|aanw|det", "TW|hoofd", "N|", "ADJ|prenom")
_SAID = frozenset({"ook", "daarna", "vervolgens", "dan"})


def cuts(outline: Outline) -> Iterator[Cut]:
    """A cut at *en* or *of* between two infinitives with an object each, behind *u moet* or *wij kunnen*."""
    front = outline.between(outline.first.i, outline.main.i)
    if len(front) != 1 or front[0].lower_ not in _SPEAKERS or outline.main.lower_ not in _MODALS:
        return
    for sign in outline.words[3:-2]:
        if sign.lower_ not in {"en", "of"} or not may_cut(outline, sign) or not _joins_deeds(outline, sign):
            continue
        second = outline.between(sign.i + 1, outline.words[-1].i + 1)
        word = _word(outline, sign)
        if word is not None:
            head = joined(text_of(front), text_of((outline.main,)), word)
            first = outline.between(outline.first.i, sign.i)
            yield cut_of(outline, text_of(first), joined(head, text_of(second)), doubt=0.1, first_words=first)


def _word(outline: Outline, sign: Token) -> str | None:
    """*ook* for a choice; nothing where both must be done."""
    if sign.lower_ == "of":
        return "ook" if outline.main.lower_ in _ABLE else None
    return ""


def _joins_deeds(outline: Outline, sign: Token) -> bool:
    first, second = (
        outline.between(outline.main.i + 1, sign.i),
        outline.between(sign.i + 1, outline.words[-1].i + 1),
    )
    if not first or len(second) < 3 or any(t.lower_ in _SAID or t.text == "," for t in (*first, *second)):
        return False
    clauses = any(outline.main.i < c.opener.i for c in outline.clauses)
    verbs = [t for t in (*first, *second) if t.tag_.startswith("WW") and not t.tag_.endswith("prenom")]
    if clauses or any(is_finite(t) and not t.lower_.endswith("en") for t in verbs):
        return False
    return (
        _is_deed(first[-1])
        and _is_deed(_last_verb(second))
        and _has_object(second)
        and not _is_with_te(first, second)
    )


def _is_deed(token: Token | None) -> bool:
    return (
        token is not None
        and token.tag_.startswith(("WW|inf|vrij", "WW|pv|tgw|mv"))
        and token.lower_.endswith("n")
    )


def _last_verb(words: Words) -> Token | None:
    return next((t for t in reversed(words) if t.tag_.startswith("WW")), None)


def _has_object(words: Words) -> bool:
    """Whether it begins with the thing that is done: it needs nothing of the first half."""
    return words[0].tag_.startswith(_NOMINAL) and not words[0].tag_.startswith("VNW|pers")


def _is_with_te(first: Words, second: Words) -> bool:
    return any(t.lower_ in {"te", "niet", "geen", "alleen"} for t in (*first, *second))
