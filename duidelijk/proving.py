"""The bench: suggestions × pipeline → the findings with the suggestions that hold in their sentence.

What changes more than a word is put in its sentence, parsed and checked again, all of a text at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from duidelijk import suggesting
from duidelijk.checking import Found, look, place
from duidelijk.language.addressing import reader_of
from duidelijk.language.analysis import Analysis, Passage, Sentence, analyse
from duidelijk.language.soundness import MAY_DOUBLE, is_sound
from duidelijk.model import SEVERITIES, Answer, Block, Document, Finding, Rule, Suggestion
from duidelijk.reading.source_map import identity_map, place_of
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from duidelijk.language.memory import Parser

_MOST, _NEAR = 2, 40
_LONGEST = 150
"""A sentence with more words than this gets no other order: nobody would follow it, and it takes long."""
_WORD_BEFORE, _WORD_AFTER = re.compile(r"(\w+)\s+$"), re.compile(r"\s+(\w+)")
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
    found: Sequence[Found], analysis: Analysis, rules: Iterable[Rule], nlp: Parser, style: Style
) -> tuple[Finding, ...]:
    """The findings in text order; one with a rewrite that holds has the span that it takes the place of."""
    style = replace(style, reader=reader_of(analysis))
    trials = {id(f): list(_trials(f, style)) for f in found if not f.finding.expected}
    apart = [own for f in found if (own := trials.get(id(f))) and not _is_words(f)]
    held = _proved(apart, found, analysis, rules, nlp)
    mended = (
        _mended(f, held.get(id(f), []) if not _is_words(f) else trials.get(id(f), []), analysis, style)
        for f in found
    )
    whole = (_without_doubles(finding, analysis.document.text) for finding in mended)
    return tuple(sorted(whole, key=place))


def _is_words(found: Found) -> bool:
    """Whether words come in the place of words: those were proved when the lists were made."""
    return found.rule.category == _WORDS or found.rule.check in _IN_PLACE


def _without_doubles(finding: Finding, text: str) -> Finding:
    """Without suggestions in which a word stands twice in a row, or beside one (*is nog* | *nog nieuw*)."""
    if not finding.expected:
        return finding
    before = _WORD_BEFORE.search(text[max(0, finding.start - _NEAR) : finding.start])
    after = _WORD_AFTER.match(text, finding.end)
    beside = (before[1].lower() if before else "", after[1].lower() if after else "")
    kept = tuple(each for each in finding.expected if not _doubles(each.text.lower().split(), *beside))
    return finding if len(kept) == len(finding.expected) else replace(finding, expected=kept)


def _doubles(words: list[str], before: str, after: str) -> bool:
    pairs = pairwise((before, *words, after))
    return any(one == two and one.isalpha() and one not in MAY_DOUBLE for one, two in pairs)


def _trials(found: Found, style: Style) -> Iterator[_Trial]:
    """The best rewrites that aren't much longer, each in its sentence."""
    if found.rule.category != _WORDS and found.hit.seen and len(found.hit.seen[0].units) > _LONGEST:
        return
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


def _proved(
    trials: Sequence[Sequence[_Trial]],
    found: Sequence[Found],
    analysis: Analysis,
    rules: Iterable[Rule],
    nlp: Parser,
) -> dict[int, list[_Trial]]:
    """By finding its first trial that holds; the next ones are parsed only where the one before failed."""
    held: dict[int, list[_Trial]] = {}
    for nth in range(_MOST):
        round_ = [own[nth] for own in trials if len(own) > nth and id(own[0].found) not in held]
        for trial in _holding(round_, found, analysis, rules, nlp):
            held[id(trial.found)] = [trial]
    return held


def _holding(
    trials: Sequence[_Trial], found: Sequence[Found], analysis: Analysis, rules: Iterable[Rule], nlp: Parser
) -> Iterator[_Trial]:
    """The trials that are still sentences, and have no finding about sentences that is heavier."""
    if not trials:
        return
    texts = {trial.text: trial for trial in trials}
    document, places = _document(list(texts.values()), analysis.document)
    again, starts = analyse(document, nlp, analysis.pipeline), dict(zip(texts, places, strict=True))
    by_start = {passage.block.start: passage for passage in again.everything}
    after: dict[int, list[Found]] = {start: [] for start in starts.values()}
    order = sorted(after)
    for each in look([rule for rule in rules if rule.category == _SENTENCES], again)[0]:
        after[order[bisect_right(order, each.finding.start) - 1]].append(each)
    for trial in trials:
        start = starts[trial.text]
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
    first, last = (
        bisect_left(before, end, key=lambda each: each.finding.start)
        for end in (trial.sentence.start, trial.sentence.end)
    )
    old = before[first:last]
    new = (each for each in after if _is_new(each, old))
    return not any(SEVERITIES.index(each.finding.severity) > weight for each in new)


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
