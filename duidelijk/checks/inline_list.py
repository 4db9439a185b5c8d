"""Enumerations within a sentence that would read better as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.analysis import by_sentence
from duidelijk.language.listing import listing
from duidelijk.language.silence import is_cited
from duidelijk.model import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_NUMBERS = re.compile(r"(?<![\w(/§.-])\(?(?P<sign>[a-h]|[1-9]|i{1,3}|iv)\)(?=\s*\w)")
_ORDERS = (tuple("abcdefgh"), tuple("123456789"), ("i", "ii", "iii", "iv"))
_SIGNS = frozenset({",", ";", ")", "eerste"})
_LEAST_SEMICOLONS = 2
_LEAST_COMMAS = 2


def inline_list(
    analysis: Analysis,
    *,
    least: int = 4,
    words: int = 12,
    numbered: int = 3,
    closers: tuple[str, ...] = ("en", "of"),
    ordinals: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """One hit per sentence: at least ``least`` parts with commas that have ``words`` words together; two
    semicolons; ``numbered`` parts (*a) … b) … c)*); or the first two of ``ordinals`` (*ten eerste*, *ten
    tweede*). Value: the parts.
    """
    for sentence, tokens in by_sentence(analysis.with_form(_SIGNS)):
        signs = [token.lower_ for token in tokens]
        found = _found(sentence, signs, numbered, ordinals)
        if found is None and len(sentence.units) >= words and signs.count(",") >= _LEAST_COMMAS:
            found = _commas(sentence, least, words, frozenset(closers))
        if found and not is_cited(sentence, found[0]):
            first, last, kind, parts = found
            detail = {"kind": kind, "parts": parts}
            yield Hit(
                *sentence.range(first, last),
                detail,
                float(parts),
                seen=(sentence, (first, last, kind, parts)),
            )


_Found = tuple["Token", "Token", str, int]


def _found(sentence: Sentence, signs: list[str], numbered: int, ordinals: tuple[str, ...]) -> _Found | None:
    """What numbers, ordinals or semicolons set apart; ``signs``: those that stand in the sentence."""
    found = _numbered(sentence, numbered) if signs.count(")") >= numbered else None
    if found is None and "eerste" in signs:
        found = _ordered(sentence, ordinals)
    return found or (_semicolons(sentence) if signs.count(";") >= _LEAST_SEMICOLONS else None)


def _last(sentence: Sentence) -> Token:
    tokens = [t for t in sentence.span if not t.is_space]
    return tokens[-2] if len(tokens) > 1 and tokens[-1].is_punct else tokens[-1]


def _numbered(sentence: Sentence, least: int) -> _Found | None:
    text = sentence.span.text
    signs = [(m.start(), m["sign"]) for m in _NUMBERS.finditer(text)]
    for order in _ORDERS:
        rising = [
            start for (start, sign), wanted in zip(_of(signs, order), order, strict=False) if sign == wanted
        ]
        if len(rising) >= least:
            return _from(sentence, rising[0]), _last(sentence), "nummers", len(rising)
    return None


def _of(signs: list[tuple[int, str]], order: tuple[str, ...]) -> list[tuple[int, str]]:
    return [each for each in signs if each[1] in order]


def _from(sentence: Sentence, at: int) -> Token:
    """The word at this place in the text of the sentence."""
    start = sentence.span.start_char + at
    return next(t for t in sentence.span if t.idx + len(t) > start)


def _ordered(sentence: Sentence, ordinals: tuple[str, ...]) -> _Found | None:
    text = sentence.span.text.lower()
    places = [text.find(ordinal) for ordinal in ordinals]
    told = [place for place in places if place >= 0]
    if len(told) < 2 or places[0] < 0:
        return None
    return _from(sentence, places[0]), _last(sentence), "rangorde", len(told)


def _semicolons(sentence: Sentence) -> _Found | None:
    signs = [t for t in sentence.span if t.text == ";"]
    colon = next((t for t in sentence.span if t.text == ":" and t.i < signs[0].i), None)
    first = colon.nbor(1) if colon is not None else sentence.span[0]
    return first, _last(sentence), "puntkomma", len(signs) + 1


def _commas(sentence: Sentence, least: int, words: int, closers: frozenset[str]) -> _Found | None:
    found = listing(sentence, closers)
    if found is None or found.parts < least:
        return None
    counted = sum(found.first.i <= first and last <= found.last.i for first, last in sentence.units)
    return (found.first, found.last, "komma", found.parts) if counted >= words else None
