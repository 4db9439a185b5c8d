"""The bench: suggestions × pipeline → the findings with the suggestions that hold in their sentence.

What changes more than a word is put in its sentence, parsed and checked again, all of a text at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from duidelijk import suggesting
from duidelijk.checking import Found, look, place
from duidelijk.language.analysis import Analysis, Passage, Sentence, analyse
from duidelijk.language.soundness import is_sound
from duidelijk.model import SEVERITIES, Block, Document, Finding, Rule, Suggestion
from duidelijk.reading.source_map import identity_map, place_of
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from spacy.language import Language

_MOST = 2
_ROOM, _FACTOR = 4, 1.4
"""How many words longer a suggestion may be, and how many times."""


@dataclass(frozen=True, slots=True, eq=False)
class _Trial:
    """A rewrite in its sentence."""

    found: Found
    sentence: Sentence
    rewrite: Rewrite
    text: str


def with_suggestions(
    found: Sequence[Found], analysis: Analysis, rules: Iterable[Rule], nlp: Language, style: Style
) -> tuple[Finding, ...]:
    """The findings in text order; one with a rewrite that holds has the span that it takes the place of."""
    trials = [trial for each in found if not each.finding.expected for trial in _trials(each, style)]
    held: dict[int, list[_Trial]] = {}
    for trial in _proved(trials, found, analysis, rules, nlp):
        held.setdefault(id(trial.found), []).append(trial)
    mended = (_mended(each, held[id(each)], analysis) if id(each) in held else each.finding for each in found)
    return tuple(sorted(mended, key=place))


def _trials(found: Found, style: Style) -> Iterator[_Trial]:
    if found.hit.seen is None:
        return
    sentence: Sentence = found.hit.seen[0]
    old = sentence.span.text
    for n, rewrite in enumerate(suggesting.rewrites(found.rule.check, found.hit, style)):
        if n == _MOST:
            return
        start = sentence.span.start_char
        first, last = rewrite.first.idx - start, rewrite.last.idx + len(rewrite.last) - start
        text = old[:first] + rewrite.text + old[last:]
        if rewrite.text != old[first:last] and _is_short(old, text):
            yield _Trial(found, sentence, rewrite, text.strip())


def _is_short(old: str, new: str) -> bool:
    """Whether it isn't longer without need."""
    before, after = (sum(word != "-" for word in text.split()) for text in (old, new))
    return after <= before + _ROOM and after <= before * _FACTOR + 1


def _proved(
    trials: list[_Trial], found: Sequence[Found], analysis: Analysis, rules: Iterable[Rule], nlp: Language
) -> Iterator[_Trial]:
    if not trials:
        return
    document, starts = _document(trials, analysis.document)
    again = analyse(document, nlp, analysis.pipeline)
    by_start = {passage.block.start: passage for passage in again.everything}
    after: dict[int, list[Found]] = {start: [] for start in starts}
    for each in look([rule for rule in rules if not rule.checklist], again)[0]:
        after[starts[bisect_right(starts, each.finding.start) - 1]].append(each)
    for trial, start in zip(trials, starts, strict=True):
        if start in by_start and _holds(trial, by_start[start], after[start], found):
            yield trial


def _document(trials: Sequence[_Trial], like: Document) -> tuple[Document, list[int]]:
    """The sentences, each a block of the kind that it stands in, and where each begins; with list items."""
    text, blocks, starts = "", [], []
    for trial in trials:
        block = trial.sentence.block
        starts.append(len(text))
        for n, line in enumerate(filter(None, trial.text.split("\n"))):
            kind, words = (block.kind, line) if n == 0 else ("item", line.removeprefix("- "))
            blocks.append(Block(kind, block.level if n == 0 else 1, len(text), len(text) + len(words)))
            text += words + "\n\n"
    source_map = identity_map(text)
    return replace(
        like, text=text, blocks=tuple(blocks), links=(), source_map=source_map, suppressions=()
    ), starts


def _holds(trial: _Trial, passage: Passage, after: Sequence[Found], before: Sequence[Found]) -> bool:
    """Whether it is still a sentence, and no finding in it is heavier than the one that it mends."""
    spans = [sentence.span for sentence in passage.sentences]
    if len(spans) != trial.rewrite.sentences or not all(map(is_sound, spans)):
        return False
    weight = SEVERITIES.index(trial.found.finding.severity)
    old = [each for each in before if _within(each.finding, trial.sentence)]
    text = trial.sentence.span.text.lower()
    new = (each for each in after if _is_new(each, old) and not _stood_there(each, text))
    return not any(SEVERITIES.index(each.finding.severity) > weight for each in new)


def _stood_there(found: Found, text: str) -> bool:
    """Whether it is about a word that the sentence has already."""
    return found.rule.category == "woorden" and found.finding.actual.lower() in text


def _within(finding: Finding, sentence: Sentence) -> bool:
    return sentence.start <= finding.start < sentence.end


def _is_new(found: Found, old: Sequence[Found]) -> bool:
    """Whether no finding like it, as heavy or heavier, stood in the sentence."""
    weight = SEVERITIES.index(found.finding.severity)
    return not any(
        each.rule.id == found.rule.id and SEVERITIES.index(each.finding.severity) >= weight for each in old
    )


def _mended(found: Found, trials: Sequence[_Trial], analysis: Analysis) -> Finding:
    """The finding with the span of its best rewrite, and all rewrites of just that span."""
    document, finding = analysis.document, found.finding
    best = trials[0]
    start, end = best.sentence.range(best.rewrite.first, best.rewrite.last)
    same = [t.rewrite for t in trials if t.sentence.range(t.rewrite.first, t.rewrite.last) == (start, end)]
    return replace(
        finding,
        start=start,
        end=end,
        actual=document.text[start:end],
        expected=tuple(Suggestion(each.text, each.safe) for each in same),
        place=place_of(document.source_map, start),
    )
