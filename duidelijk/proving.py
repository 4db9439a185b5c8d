"""The bench: suggestions × pipeline → the findings with the suggestions that hold in their sentence.

What changes more than a word is put in its sentence, parsed and checked again, all of a text at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from duidelijk import suggesting
from duidelijk.checking import Found, look, place
from duidelijk.language.addressing import reader_of
from duidelijk.language.analysis import Analysis, Passage, Sentence, analyse
from duidelijk.language.cleaning import clean
from duidelijk.language.soundness import is_sound
from duidelijk.model import SEVERITIES, Answer, Block, Document, Finding, Rule, Suggestion
from duidelijk.reading.source_map import identity_map, place_of
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from spacy.language import Language

_MOST = 2
_ROOM, _FACTOR = 4, 1.4
"""How many words longer a suggestion may be, and how many times."""
_WORDS, _SENTENCES = "woorden", "zinnen"
_IN_PLACE = frozenset({"mixed-address"})
"""Checks outside the category of words whose rewrites are words for words too."""


@dataclass(frozen=True, slots=True, eq=False)
class _Trial:
    """A rewrite in its sentence; ``text``: what is parsed again, of ``sentences`` sentences."""

    found: Found
    sentence: Sentence
    rewrite: Rewrite
    text: str
    sentences: int


def with_suggestions(
    found: Sequence[Found], analysis: Analysis, rules: Iterable[Rule], nlp: Language, style: Style
) -> tuple[Finding, ...]:
    """The findings in text order; one with a rewrite that holds has the span that it takes the place of."""
    style = replace(style, reader=reader_of(analysis))
    trials = [list(_trials(each, style)) if not each.finding.expected else [] for each in found]
    worded = [
        _with(each, _widened(each.finding, own, analysis.document)) if own and _is_words(each) else each
        for each, own in zip(found, trials, strict=True)
    ]
    moved = [
        n for n, own in enumerate(trials) if own and _is_words(found[n]) and _is_moved(worded[n].finding)
    ]
    doubtful = set(_doubtful(moved, worded, analysis, nlp))
    apart = [t for own in trials for t in own if not _is_words(t.found)]
    held: dict[int, list[_Trial]] = {}
    for trial in _proved(apart, found, analysis, rules, nlp):
        held.setdefault(id(trial.found), []).append(trial)
    mended = (
        _without_unsafe(before.finding)
        if n in doubtful
        else _mended(each, held.get(id(before), []), analysis, style)
        for n, (before, each) in enumerate(zip(found, worded, strict=True))
    )
    return tuple(sorted(mended, key=place))


def _is_words(found: Found) -> bool:
    return found.rule.category == _WORDS or found.rule.check in _IN_PLACE


def _with(found: Found, finding: Finding) -> Found:
    return replace(found, finding=finding)


def _without_unsafe(finding: Finding) -> Finding:
    return replace(finding, expected=tuple(each for each in finding.expected if each.safe))


def _trials(found: Found, style: Style) -> Iterator[_Trial]:
    """The best rewrites that aren't much longer, each in its sentence."""
    for rewrite in islice(suggesting.rewrites(found.rule.check, found.hit, style), _MOST):
        sentence: Sentence = found.hit.seen[0]
        old, start = sentence.span.text, sentence.span.start_char
        first, last = rewrite.first.idx - start, rewrite.last.idx + len(rewrite.last) - start
        text = old[:first] + rewrite.text + old[last:]
        if rewrite.text != old[first:last] and _is_short(old, text):
            yield _Trial(found, sentence, rewrite, *_changed(old, text.strip(), rewrite.sentences))


def _is_short(old: str, new: str) -> bool:
    """Whether it isn't longer without need."""
    before, after = (sum(word != "-" for word in text.split()) for text in (old, new))
    return after <= before + _ROOM and after <= before * _FACTOR + 1


def _changed(old: str, new: str, sentences: int) -> tuple[str, int]:
    """What comes behind the words that stay as they were, where a full stop follows those; else all of it."""
    same = next((n for n, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), 0)
    if sentences > 1 and new[same : same + 2] in {". ", "? "}:
        return new[same + 2 :], sentences - 1
    return new, sentences


def _is_moved(finding: Finding) -> bool:
    """Whether more changes than one word in its place."""
    best = finding.expected[0]
    return not best.safe and (" " in finding.actual or " " in best.text)


def _doubtful(
    moved: Iterable[int], found: Sequence[Found], analysis: Analysis, nlp: Language
) -> Iterator[int]:
    """Which of these findings about words have a suggestion with which a sentence isn't sound any more.

    Those of a sentence are tried together. A word for a word was proved when the lists were made.
    """
    by_sentence: dict[int, list[int]] = {}
    sentences = [s for s in analysis.sentences() if s.units]
    starts = [sentence.start for sentence in sentences]
    for n in moved:
        by_sentence.setdefault(bisect_right(starts, found[n].finding.start) - 1, []).append(n)
    text = analysis.document.text
    texts = [
        _with_all(text, sentences[at], [found[n].finding for n in group]) for at, group in by_sentence.items()
    ]
    for (at, group), doc in zip(by_sentence.items(), nlp.pipe(texts), strict=True):
        whole = all(is_sound(span, strict=False) for span in doc.sents)
        if not whole and is_sound(sentences[at].span, strict=False):
            yield from group


def _with_all(text: str, sentence: Sentence, findings: Sequence[Finding]) -> str:
    """The sentence with the first suggestion of each finding in its place."""
    new, done = "", sentence.start
    for finding in sorted(findings, key=place):
        if finding.start >= done:
            new += text[done : finding.start] + str(finding.expected[0])
            done = finding.end
    new += text[done : sentence.end]
    return clean(new, 0, len(new)).text


def _proved(
    trials: list[_Trial], found: Sequence[Found], analysis: Analysis, rules: Iterable[Rule], nlp: Language
) -> Iterator[_Trial]:
    """The trials that are still sentences, and have no finding about sentences that is heavier."""
    if not trials:
        return
    document, starts = _document(trials, analysis.document)
    again = analyse(document, nlp, analysis.pipeline)
    by_start = {passage.block.start: passage for passage in again.everything}
    after: dict[int, list[Found]] = {start: [] for start in starts}
    for each in look([rule for rule in rules if rule.category == _SENTENCES], again)[0]:
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
    if len(spans) != trial.sentences or not all(map(is_sound, spans)):
        return False
    weight = SEVERITIES.index(trial.found.finding.severity)
    old = [each for each in before if _within(each.finding, trial.sentence)]
    new = (each for each in after if _is_new(each, old))
    return not any(SEVERITIES.index(each.finding.severity) > weight for each in new)


def _within(finding: Finding, sentence: Sentence) -> bool:
    return sentence.start <= finding.start < sentence.end


def _is_new(found: Found, old: Sequence[Found]) -> bool:
    """Whether no finding like it, as heavy or heavier, stood in the sentence."""
    weight = SEVERITIES.index(found.finding.severity)
    return not any(
        each.rule.id == found.rule.id and SEVERITIES.index(each.finding.severity) >= weight for each in old
    )


def _mended(found: Found, trials: Sequence[_Trial], analysis: Analysis, style: Style) -> Finding:
    """The finding with what held: rewrites of the span of the best one, else answers to its question."""
    if trials:
        return _widened(found.finding, trials, analysis.document)
    if found.finding.choices and not found.finding.expected:
        return replace(found.finding, answers=tuple(_answers(found, style)))
    return found.finding


def _answers(found: Found, style: Style) -> Iterator[Answer]:
    """What each choice makes of the sentence; not parsed again, since the writer reads it before use."""
    check, choices = found.rule.check, found.finding.choices
    for choice, rewrite in suggesting.answers(check, found.hit, choices, style):
        sentence: Sentence = found.hit.seen[0]
        yield Answer(choice, *sentence.range(rewrite.first, rewrite.last), rewrite.text)


def _widened(finding: Finding, trials: Sequence[_Trial], document: Document) -> Finding:
    """The finding with the span of its best rewrite and of its marks, and all rewrites of just that span."""
    spans = [t.sentence.range(t.rewrite.first, t.rewrite.last) for t in trials]
    start = min(spans[0][0], *(mark[0] for mark in finding.marks))
    end = max(spans[0][1], *(mark[1] for mark in finding.marks))
    before, after = document.text[start : spans[0][0]], document.text[spans[0][1] : end]
    same = [trial.rewrite for trial, span in zip(trials, spans, strict=True) if span == spans[0]]
    return replace(
        finding,
        start=start,
        end=end,
        actual=document.text[start:end],
        expected=tuple(Suggestion(before + each.text + after, each.safe) for each in same),
        choices=(),
        place=place_of(document.source_map, start),
    )
