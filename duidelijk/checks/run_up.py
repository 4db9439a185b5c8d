"""Sentences that take long to get to the point: many words before the verb, or an empty opening."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.formulas import found_formulas
from duidelijk.language.openings import RunUp, empty_opening, run_up_of
from duidelijk.language.silence import is_cited
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Sentence


def run_up(
    analysis: Analysis,
    *,
    empty: Lexicon,
    phrases: Lexicon,
    sets: Lexicon,
    least: int = 9,
    clause_least: int = 13,
    subject_most: int = 4,
) -> Iterator[Hit]:
    """Every main clause with ``least`` counted words before its finite verb, with that number as value.

    A fronted clause (*als*, *om … te*) may take ``clause_least``. A subject up to ``subject_most`` words
    doesn't count, nor does a date or time. Also every opening of only words in ``empty`` before *dat*, and
    the phrases of ``phrases`` with the groups of words in ``sets`` (*zoals u wellicht weet*).
    """
    opened: set[int] = set()
    for phrase in found_formulas(analysis, phrases, sets):
        opened.add(id(phrase.sentence))
        seen = (phrase.sentence, phrase.end)
        yield Hit(*phrase.range, {"kind": "leeg"}, seen=seen)
    for sentence, that in analysis.with_form({"dat"}):
        words = [] if id(sentence) in opened else empty_opening(sentence, that, empty)
        if words and not is_cited(sentence, words[0]):
            opened.add(id(sentence))
            start, end = sentence.range(words[0], words[-1])
            yield Hit(start, end, {"kind": "leeg"}, seen=(sentence, that.idx + len(that)))
    for sentence, root in analysis.with_label({"ROOT"}):
        if len(sentence.units) <= least or id(sentence) in opened:
            continue
        found = run_up_of(sentence, root, least, subject_most)
        if found is None or found.words < (clause_least if found.clause else least):
            continue
        if not is_cited(sentence, found.first):
            yield _hit(sentence, found)


def _hit(sentence: Sentence, found: RunUp) -> Hit:
    start, end = sentence.range(found.first, found.last)
    kind = "bijzin" if found.clause else "lang"
    detail = {"kind": kind, "words": found.words, "verb": found.verb.text}
    return Hit(start, end, detail, float(found.words), seen=(sentence, found))
