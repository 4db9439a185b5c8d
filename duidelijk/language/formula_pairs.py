"""Words that only together are a phenomenon (*onverbiddelijk* with *boete*), whatever their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.formulas import Found, found_formulas, per_sentence
from duidelijk.model import Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis


def found_pairs(
    analysis: Analysis, words: Lexicon, sets: Lexicon, pairs: tuple[str, ...]
) -> Iterator[tuple[Found, Found]]:
    """The first two words of a sentence, in text order, whose families (column ``familie``) are a pair.

    ``pairs``: *sanctie+zwaar*, two families of ``words`` (formulas, see ``found_formulas``).
    """
    fitting = {frozenset(pair.split("+")) for pair in pairs}
    for found in per_sentence(found_formulas(analysis, words, sets)):
        for at, first in enumerate(found):
            second = next((f for f in found[at + 1 :] if _families(first, f) in fitting), None)
            if second:
                yield first, second
                break


def _families(first: Found, second: Found) -> frozenset[str]:
    return frozenset({first.row["familie"], second.row["familie"]})
