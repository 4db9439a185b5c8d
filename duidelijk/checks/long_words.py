"""Compounds of so many parts that a reader must take them apart, and how to do that for him."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from duidelijk.language.compounds import split
from duidelijk.language.difficulty import ease
from duidelijk.language.frequency import zipf
from duidelijk.language.silence import is_own
from duidelijk.language.tabular import terms_in
from duidelijk.model import Hit, Lexicon, WordList
from duidelijk.suggesting.terms import taken_apart

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis

_SHORTEST = 12


def long_words(
    analysis: Analysis,
    *,
    listed: tuple[WordList, ...],
    deeds: Lexicon,
    parts: int = 4,
    long_parts: int = 3,
    letters: int = 20,
    rare: float = 3.0,
    common: float = 3.0,
) -> Iterator[Hit]:
    """Compounds of ``parts`` parts, or of ``long_parts`` with ``letters`` letters or a rare part.

    ``rare``, ``common``: Zipf values; a compound that is itself as common is silent, as are those in the
    lists ``listed``, names and quotations. ``deeds`` (naamwoord, werkwoord) tells which noun is a deed. The
    value is the number of parts.
    """
    known = terms_in(listed)
    for lemma, spots in analysis.lemmas():
        if len(lemma) < _SHORTEST or lemma.count("-") > 1 or lemma in known or zipf(lemma) >= common:
            continue
        found = tuple(part.lemma for part in split(lemma))
        hard = len(lemma) >= letters or any(ease(part, part).zipf < rare for part in found)
        if len(found) < (long_parts if hard else parts):
            continue
        own = (use for use in analysis.words_at(spots) if use[1].pos_ == "NOUN" and is_own(*use))
        for sentence, token in islice(own, 1):
            start, end = sentence.range(token, token)
            detail = {
                "term": lemma,
                "count": len(found),
                "parts": " + ".join(found),
                "apart": taken_apart(found, deeds),
            }
            yield Hit(start, end, detail, value=len(found))
