"""Paragraphs that hold too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from duidelijk.model import Hit

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Sentence

_SHOWN = 4


def paragraph_length(analysis: Analysis, *, words: int, sentences: int, sentences_from: int) -> Iterator[Hit]:
    """Blocks of more than ``words`` words; or of more than ``sentences`` sentences with ``sentences_from``
    words or more. Value: the number of words. ``kind`` is woorden, zinnen, or zin for a single sentence.
    """
    for passage in analysis.passages:
        count = sum(len(sentence.units) for sentence in passage.sentences)
        size = len(passage.sentences)
        long = count > words
        if long or (size > sentences and count >= sentences_from):
            block = passage.block
            yield Hit(
                block.start,
                block.end,
                {
                    "kind": "zin" if size == 1 else "woorden" if long else "zinnen",
                    "words": count,
                    "sentences": size,
                    "near": _middle(passage.sentences),
                },
                value=count,
            )


def _middle(sentences: Sequence[Sentence]) -> str:
    """The first words of the sentence where the second half begins."""
    half = sum(len(s.units) for s in sentences) / 2
    sofar, best = 0, sentences[-1]
    for sentence in sentences[1:]:
        sofar += len(sentences[sentences.index(sentence) - 1].units)
        best = sentence
        if sofar >= half * 0.8:
            break
    return best.span[: min(_SHOWN, len(best.span))].text
