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
    doubtful = set(_doubtful(found, analysis, nlp))
    found = [_without(each) if n in doubtful else each for n, each in enumerate(found)]
    trials = [trial for each in found if not each.finding.expected for trial in _trials(each, style)]
    held: dict[int, list[_Trial]] = {}
    for trial in _proved(trials, found, analysis, rules, nlp):
        held.setdefault(id(trial.found), []).append(trial)
    return tuple(
        sorted((_mended(each, held.get(id(each), []), analysis, style) for each in found), key=place)
    )


def _trials(found: Found, style: Style) -> Iterator[_Trial]:
    """The best rewrites that aren't much longer, each in its sentence."""
    for rewrite in islice(suggesting.rewrites(found.rule.check, found.hit, style), _MOST):
        sentence: Sentence = found.hit.seen[0]
        old, start = sentence.span.text, sentence.span.start_char
        first, last = rewrite.first.idx - start, rewrite.last.idx + len(rewrite.last) - start
        text = old[:first] + rewrite.text + old[last:]
        if rewrite.text != old[first:last] and _is_short(old, text):
            yield _Trial(found, sentence, rewrite, text.strip())


def _without(found: Found) -> Found:
    return replace(found, finding=replace(found.finding, expected=()))


def _doubtful(found: Sequence[Found], analysis: Analysis, nlp: Language) -> Iterator[int]:
    """Which findings have a suggestion with which a sound sentence isn't one any more.

    The suggestions of a sentence are tried together; those that are safe were proved with the lists.
    """
    unsafe = [n for n, f in enumerate(found) if f.finding.expected and not f.finding.expected[0].safe]
    by_sentence: dict[int, list[int]] = {}
    sentences = [s for s in analysis.sentences() if s.units]
    starts = [sentence.start for sentence in sentences]
    for n in unsafe:
        at = bisect_right(starts, found[n].finding.start) - 1
        if at >= 0 and found[n].finding.end <= sentences[at].end:
            by_sentence.setdefault(at, []).append(n)
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


def _is_short(old: str, new: str) -> bool:
    """Whether it isn't longer without need."""
    before, after = len(old.split()), len(new.split())
    return after <= before + _ROOM and after <= before * _FACTOR + 1


def _proved(
    trials: list[_Trial], found: Sequence[Found], analysis: Analysis, rules: Iterable[Rule], nlp: Language
) -> Iterator[_Trial]:
    if not trials:
        return
    again = analyse(_document(trials, analysis.document), nlp, analysis.pipeline)
    by_start = {passage.block.start: passage for passage in again.everything}
    starts = [block.start for block in again.document.blocks]
    after: dict[int, list[Found]] = {start: [] for start in starts}
    for each in look([rule for rule in rules if not rule.checklist], again)[0]:
        after[starts[bisect_right(starts, each.finding.start) - 1]].append(each)
    for trial, start in zip(trials, starts, strict=True):
        if start in by_start and _holds(trial, by_start[start], after[start], found):
            yield trial


def _document(trials: Sequence[_Trial], like: Document) -> Document:
    """The sentences, each a block of the kind that it stands in."""
    text, blocks = "", []
    for trial in trials:
        block = trial.sentence.block
        blocks.append(Block(block.kind, block.level, len(text), len(text) + len(trial.text)))
        text += trial.text + "\n\n"
    return replace(
        like, text=text, blocks=tuple(blocks), links=(), source_map=identity_map(text), suppressions=()
    )


def _holds(trial: _Trial, passage: Passage, after: Sequence[Found], before: Sequence[Found]) -> bool:
    """Whether it is still a sentence, and no finding in it is heavier than the one that it mends."""
    spans = [sentence.span for sentence in passage.sentences]
    if len(spans) != trial.rewrite.sentences or not (_was_unsound(trial) or all(map(is_sound, spans))):
        return False
    weight = SEVERITIES.index(trial.found.finding.severity)
    old = [each for each in before if _within(each.finding, trial.sentence)]
    return not any(_is_new(each, old) and SEVERITIES.index(each.finding.severity) > weight for each in after)


def _was_unsound(trial: _Trial) -> bool:
    """Whether one word changes where the parse saw no whole sentence either: *Gegevens retourneren.*"""
    return trial.rewrite.safe and not is_sound(trial.sentence.span)


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
        place=place_of(document.source_map, start),
    )
