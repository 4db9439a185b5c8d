"""Sentences in which abstract nouns pile up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.analysis import by_sentence
from duidelijk.language.silence import is_own
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis


def abstract_nouns(analysis: Analysis, *, nouns: Lexicon, least: int = 3) -> Iterator[Hit]:
    """Sentences with at least ``least`` different abstract nouns of the list, all of them marked.

    The value is their weight (column ``gewicht``) together.
    """
    for sentence, tokens in by_sentence(analysis.with_lemma(nouns.rows)):
        found = [t for t in tokens if t.pos_ == "NOUN" and is_own(sentence, t)]
        if len({token.lemma_ for token in found}) >= least:
            marks = sentence.ranges(found)
            detail = {"count": len(found), "words": tuple(token.lower_ for token in found)[:3]}
            weight = sum(int(nouns.rows[token.lemma_]["gewicht"]) for token in found)
            yield Hit(marks[0][0], marks[-1][1], detail, weight, marks)
