"""The body of a letter or page: what stands between salutation and closing, without head and annexes."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from duidelijk.model import PROSE, BlockKind

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Passage, Sentence


def body(analysis: Analysis, kinds: Collection[BlockKind] = PROSE) -> tuple[Passage, ...]:
    """The passages of these kinds from salutation to closing; of the whole text where there is neither."""
    start, end = bounds(analysis)
    return tuple(p for p in analysis.everything if start <= p.block.start < end and p.block.kind in kinds)


def bounds(analysis: Analysis) -> tuple[int, int]:
    """Where the body begins (behind the salutation) and where it ends (at the last closing)."""
    document = analysis.document
    start, end = 0, len(document.text) + 1
    for block in document.blocks:
        if block.kind == "salutation" and not start:
            start = block.end
        elif block.kind == "closing" and block.start >= start:
            end = block.start
    return start, end


def sentences_of(passages: Collection[Passage]) -> tuple[Sentence, ...]:
    """The sentences with a word in them, in text order."""
    return tuple(s for p in passages for s in p.sentences if s.units)


def text_of(sentence: Sentence) -> str:
    """The sentence as it was parsed: on one line."""
    return sentence.clean.text[sentence.span.start_char : sentence.span.end_char]


def first_words(sentence: Sentence, most: int = 4) -> tuple[int, int]:
    """The range of the first ``most`` counted words; of all there is where none counts."""
    units = sentence.units[:most] or ((sentence.span.start, sentence.span.end - 1),)
    doc = sentence.span.doc
    return sentence.range(doc[units[0][0]], doc[units[-1][1]])
