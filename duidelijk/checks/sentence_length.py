"""Sentences with many words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.model import Hit

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis


def sentence_length(analysis: Analysis) -> Iterator[Hit]:
    """Every sentence, with its number of words as value."""
    for sentence in analysis.sentences():
        words = len(sentence.units)
        yield Hit(sentence.start, sentence.end, {"words": words}, value=words)
