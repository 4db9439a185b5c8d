"""What the sums become when findings are mended: the text as it would be, without rewriting it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from duidelijk.measuring.tally import LONG, Counted, Counts, Tally, summed, word_sums
from duidelijk.model import Finding, Rule

_GOOD_LENGTH = 12
"""A long sentence becomes sentences of at most this many words."""


def mended(counts: Counts, findings: Iterable[Finding], rules: Mapping[str, Rule]) -> Tally:
    """The sums as they are once these findings have been mended.

    A long sentence is two or more; a hard word is a word like the others; a passive is active; a noun that
    did a verb's work and a pair of brackets are gone. Other findings leave the sums as they are.
    """
    touched: dict[int, list[Finding]] = defaultdict(list)
    starts = [each.start for each in counts.counted]
    for finding in findings:
        at = bisect_right(starts, finding.marks[0][0]) - 1
        if at >= 0 and finding.start < counts.counted[at].end:
            touched[at].append(finding)
    before = summed(counts.counted[at].tally for at in touched)
    after = summed(_mended(counts.counted[at], found, rules) for at, found in touched.items())
    return Tally(*(t - b + a for t, b, a in zip(counts.total, before, after, strict=True)))


def _mended(counted: Counted, findings: list[Finding], rules: Mapping[str, Rule]) -> Tally:
    hard = [mark for f in findings if rules[f.rule].category == "woorden" for mark in f.marks]
    tally = _clearer(counted, hard)
    for finding in findings:
        check = rules[finding.rule].check
        if check == "sentence-length":
            tally = _cut(tally)
        elif check == "passive":
            tally = _less(tally, passives=1, passive_sentences=1)
        elif check == "nominal-style" and tally.nouns > tally.concrete:
            tally = _less(tally, nouns=1)
        elif check == "brackets":
            tally = _less(tally, marks=1)
    return tally


def _less(tally: Tally, **amounts: int) -> Tally:
    return tally._replace(**{key: max(0, getattr(tally, key) - n) for key, n in amounts.items()})


def _clearer(counted: Counted, marks: Sequence[tuple[int, int]]) -> Tally:
    """Without what the marked words add to the sums; a mean of nothing else stays what it is."""
    words = word_sums([w for w in counted.words if any(start <= w.start < end for start, end in marks)])
    tally = counted.tally
    if words.frequencies == tally.frequencies:
        words = words._replace(frequency=0, frequencies=0)
    if words.contents == tally.contents:
        words = words._replace(ease=0, contents=0, rare=0)
    return Tally(*(whole - part for whole, part in zip(tally, words, strict=True)))


def _cut(tally: Tally) -> Tally:
    """A long sentence as several, each with its share of the longest dependency."""
    pieces = max(2, -(-int(tally.read_words) // _GOOD_LENGTH)) if tally.read_words else 1
    return tally._replace(
        sentences=tally.sentences + pieces - 1,
        read_sentences=tally.read_sentences + pieces - 1,
        squares=tally.squares / pieces,
        longer=0 if tally.words / pieces <= LONG else tally.longer,
        dependencies=tally.dependencies + (pieces - 1 if tally.dependencies else 0),
        commas=max(0, tally.commas - pieces + 1),
    )
