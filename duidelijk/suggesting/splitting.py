"""A long sentence → two: between main clauses, at the last clause, or a question and its answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from duidelijk.language.outline import Outline, outline_of
from duidelijk.suggesting import (
    chains,
    conditions,
    coordination,
    final_clauses,
    final_conditions,
    fronted_reasons,
    inserted,
    two_deeds,
)
from duidelijk.suggesting.cutting import Cut, is_worth, longest
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from duidelijk.language.analysis import Sentence

_LONG = 15
"""The most words of a sentence that needn't be cut again."""


def rewrites(seen: tuple[Sentence, Any], style: Style) -> Iterator[Rewrite]:
    """The sentence as two or three, the most even cut first."""
    sentence = seen[0]
    outline = outline_of(sentence)
    if outline is None:
        return
    last = next(t for t in reversed(sentence.span) if not t.is_space)
    for cut in sorted(_cuts(outline, style), key=longest):
        whole = _again(outline, cut, style)
        for each in (whole, cut) if whole else (cut,):
            yield Rewrite(outline.first, last, each.text, each.safe, len(each.sentences))


def _cuts(outline: Outline, style: Style) -> Iterator[Cut]:
    found = [*coordination.cuts(outline)]
    if not any(t.text == ":" for t in outline.words):
        found += chains.cuts(outline)
        found += conditions.cuts(outline, style)
        found += final_conditions.cuts(outline)
        found += fronted_reasons.cuts(outline)
        found += final_clauses.cuts(outline)
        found += inserted.cuts(outline)
        found += two_deeds.cuts(outline)
    yield from (cut for cut in found if is_worth(cut, outline))


def _again(outline: Outline, cut: Cut, style: Style) -> Cut | None:
    """With the first sentence cut in two as well, where it is still long."""
    if len(cut.first_words) <= _LONG:
        return None
    part = outline.part(cut.first_words)
    best = min(_cuts(part, style), key=longest, default=None)
    return best and Cut((*best.sentences, *cut.sentences[1:]), best.safe and cut.safe, best.doubt + cut.doubt)
