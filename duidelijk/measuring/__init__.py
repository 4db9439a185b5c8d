"""Analysis → Measures: what was counted, as pure functions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from duidelijk.language import frequency
from duidelijk.measuring import lint
from duidelijk.measuring.counting import count
from duidelijk.measuring.mending import mended
from duidelijk.measuring.tally import Counts, Tally
from duidelijk.model import Finding, Measures, Rule

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis

__all__ = ["Counts", "count", "graded", "measure", "measured", "mended"]

_MAY_BE_GAPS = 1
"""So many articles without a noun a text may have: *U krijgt er een.*"""


def measure(analysis: Analysis, findings: Collection[object] = ()) -> Measures:
    """The measures of the running text: paragraphs and list items.

    Headings, tables, quotations, addresses and other letter parts don't count. A number is None where there
    is nothing to count.
    """
    counts = count(analysis)
    return measured(counts, counts.total, len(findings))


def measured(counts: Counts, total: Tally, findings: int = 0) -> Measures:
    """The measures that these sums give; ``findings``: how many there are in the whole text.

    Higher is easier for ``flesch_douma``, ``leesindex_a``, ``word_frequency`` (mean Zipf, wordfreq),
    ``lint_word_frequency``, ``lint_concrete_share``, ``personal_per_100_words``; harder for the others. LIX
    is of Björnsson (1968), for LiNT see lint.py. ``length_as_read``: the mean length of the sentence that a
    word stands in. Repeated sentences count once and loose list items not at
    all, but in ``words``, ``sentences``, ``words_per_sentence`` and ``findings_per_100_words``.
    """
    per_100 = _per(total.words / 100)
    length = _ratio(total.read_words, total.read_sentences)
    frequency_, dependency = (
        _ratio(total.frequency, total.frequencies),
        _ratio(total.dependency, total.dependencies),
    )
    density, concrete = _ratio(total.density, total.densities), _ratio(total.concrete, total.nouns)
    score = lint.score(frequency_, dependency, density, concrete)
    return Measures(
        words=counts.words,
        sentences=counts.sentences,
        words_per_sentence=_ratio(counts.words, counts.sentences),
        long_sentence_share=_ratio(total.longer, total.sentences),
        flesch_douma=_reading_ease(total, frequency.flesch_douma),
        word_frequency=_ratio(total.ease, total.contents),
        rare_word_share=_ratio(total.rare, total.contents),
        passive_share=_ratio(total.passive_sentences, total.sentences),
        findings_per_100_words=_ratio(100 * findings, counts.words),
        leesindex_a=_reading_ease(total, leesindex_a),
        lix=None if length is None else length + 100 * total.long_words / total.read_words,
        lint=score,
        lint_level=None if score is None else lint.level(score),
        lint_word_frequency=frequency_,
        lint_dependency_length=dependency,
        lint_content_words_per_clause=density,
        lint_concrete_share=concrete,
        counted_words=int(total.words),
        counted_words_per_sentence=_ratio(total.words, total.sentences),
        length_as_read=_ratio(total.squares, total.read_words),
        commas_per_100_words=per_100(total.commas),
        marks_per_100_words=per_100(total.marks),
        loose_per_100_words=per_100(total.loose),
        gaps_per_100_words=per_100(max(0, total.gaps - _MAY_BE_GAPS)),
        abstract_per_100_words=per_100(total.nouns - total.concrete),
        passives_per_100_words=per_100(total.passives),
        personal_per_100_words=per_100(total.personal),
    )


def graded(counts: Counts, findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """The findings that count for the grade.

    Not those of which half or more lies in quotations, tables or repeated sentences.
    """
    ranges = sorted(counts.left_out)
    starts = [start for start, _ in ranges]

    def left_out(finding: Finding) -> bool:
        first = max(0, bisect_right(starts, finding.start) - 1)
        last = bisect_left(starts, finding.end)
        inside = sum(
            max(0, min(end, finding.end) - max(start, finding.start)) for start, end in ranges[first:last]
        )
        return inside > 0 and 2 * inside >= finding.end - finding.start

    return [each for each in findings if rules[each.rule].checklist or not left_out(each)]


def leesindex_a(words_per_sentence: float, syllables_per_word: float) -> float:
    """Brouwer's Leesindex A, higher = easier, about 0–120 (Brouwer 1963, Algemeen letterkundig lexicon)."""
    return 195 - 2 * words_per_sentence - 200 / 3 * syllables_per_word


def _reading_ease(total: Tally, formula: Callable[[float, float], float]) -> float | None:
    """A formula of words per sentence and syllables per word; numbers have no syllables and are left out.

    Flesch-Douma: higher = easier, about 0–120 (Douma 1960; weights and syllables by textstat).
    """
    if not total.spoken or not total.sentences:
        return None
    return formula(total.spoken / total.sentences, total.syllables / total.spoken)


def _per(unit: float) -> Callable[[float], float | None]:
    return lambda part: _ratio(part, unit)


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None
