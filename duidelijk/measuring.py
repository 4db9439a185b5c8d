"""Analysis → Measures: what was counted, as pure functions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from duidelijk.language import frequency
from duidelijk.language.difficulty import RARE, ease
from duidelijk.language.grammar import all_passives
from duidelijk.model import PROSE, Finding, Measures

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Sentence

LONG = 20
"""A sentence with more words than this counts as long (rules of plain Dutch warn from 15 to 25 on)."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})


def measure(analysis: Analysis, findings: Collection[Finding] = ()) -> Measures:
    """The measures of the running text: paragraphs, list items and quotations.

    Headings, tables, addresses and other letter parts don't count. A number is None where there is
    nothing to count.
    """
    prose = analysis.within(PROSE)
    sentences = list(prose.sentences())
    counts = [len(s.units) for s in sentences if s.units]
    words = sum(counts)
    zipfs = [z for s in sentences for z in _content_zipfs(s)]
    return Measures(
        words=words,
        sentences=len(counts),
        words_per_sentence=_ratio(words, len(counts)),
        long_sentence_share=_ratio(sum(n > LONG for n in counts), len(counts)),
        flesch_douma=flesch_douma(sentences),
        word_frequency=_ratio(sum(zipfs), len(zipfs)),
        rare_word_share=_ratio(sum(z < RARE for z in zipfs), len(zipfs)),
        passive_share=_ratio(sum(bool(s.units) for s, _ in all_passives(prose)), len(counts)),
        findings_per_100_words=_ratio(100 * len(findings), words),
    )


def flesch_douma(sentences: Sequence[Sentence]) -> float | None:
    """Flesch-Douma reading ease, higher = easier, about 0–120 (Douma 1960).

    Weights and syllables by textstat, sentences as counted here; numbers have no syllables and are left out.
    """
    texts = [t.text for s in sentences for t in s.span if t.is_alpha]
    count = sum(bool(s.units) for s in sentences)
    if not texts or not count:
        return None
    return frequency.flesch_douma(len(texts) / count, frequency.syllables(texts) / len(texts))


def _content_zipfs(sentence: Sentence) -> list[float]:
    """How easy each noun, verb and adjective is (Zipf, see `difficulty.ease`)."""
    words = (t for t in sentence.span if t.pos_ in _CONTENT and t.is_alpha)
    return [ease(t.lower_, t.lemma_.lower()).zipf for t in words]


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None
