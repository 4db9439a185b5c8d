"""Two Results of one text, old and new → a Comparison: what was solved, what came in, what stayed."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Container, Iterator, Mapping, Sequence

from duidelijk.aligning import NONE, Alignment, aligned
from duidelijk.model import Comparison, Finding, Result

_MUCH = 5
"""So many words in common make an edited sentence the same sentence."""

Pairs = Mapping[int, int]
"""The place of an old finding among the old ones → that of the new finding that it is."""


def compare(before: Result, after: Result, *, whole: Container[str] = ()) -> Comparison:
    """What became of the findings; ``whole``: ids of the rules that judge the text as a whole.

    Two findings of one rule are the same when the rule judges the whole text; when they have the same words,
    in the same place or the same edited passage; or when most words of the one are words of the other.
    """
    alignment = aligned(before.document.text, after.document.text)
    pairs = _pairs(before.findings, after.findings, alignment, whole)
    taken = set(pairs.values())
    return Comparison(
        before=before,
        after=after,
        solved=tuple(finding for i, finding in enumerate(before.findings) if i not in pairs),
        added=tuple(finding for j, finding in enumerate(after.findings) if j not in taken),
        kept=tuple((before.findings[i], after.findings[pairs[i]]) for i in sorted(pairs)),
    )


def _pairs(
    old: Sequence[Finding], new: Sequence[Finding], alignment: Alignment, whole: Container[str]
) -> Pairs:
    """Pairs of findings, the surest first; each finding is in one pair at most."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for found in (_as_a_whole(old, new, whole), _in_place(old, new, alignment)):
        for i, j in found:
            if i not in pairs and j not in taken:
                pairs[i] = j
                taken.add(j)
    free = [j for j in range(len(new)) if j not in taken]
    pairs |= _in_passage([i for i in range(len(old)) if i not in pairs], free, old, new, alignment)
    return pairs


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, " ".join(finding.actual.casefold().split())


def _as_a_whole(
    old: Sequence[Finding], new: Sequence[Finding], whole: Container[str]
) -> Iterator[tuple[int, int]]:
    """Findings about the text as a whole, in the order in which they stand."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for j, finding in enumerate(new):
        if finding.rule in whole:
            waiting[finding.rule].append(j)
    for i, finding in enumerate(old):
        if waiting.get(finding.rule):
            yield i, waiting[finding.rule].popleft()


def _in_place(old: Sequence[Finding], new: Sequence[Finding], alignment: Alignment) -> list[tuple[int, int]]:
    """Findings that share words of the two texts: those with all the same words first, then most shared."""
    covering: dict[tuple[str, int], list[int]] = defaultdict(list)
    spans = [alignment.new.inside(finding.start, finding.end) for finding in new]
    for j, finding in enumerate(new):
        for token in spans[j]:
            covering[finding.rule, token].append(j)
    ranked: list[tuple[bool, int, int, int]] = []
    for i, finding in enumerate(old):
        span = alignment.old.inside(finding.start, finding.end)
        images = [alignment.image[token] for token in span if alignment.image[token] != NONE]
        shared = Counter(j for image in images for j in covering.get((finding.rule, image), ()))
        for j, count in shared.items():
            same, shorter = _key(finding) == _key(new[j]), min(len(span), len(spans[j]))
            if same or count == shorter or (count >= _MUCH and 2 * count >= shorter):
                ranked.append((not same, -count, i, j))
    return [(i, j) for _, _, i, j in sorted(ranked)]


def _in_passage(
    left: Sequence[int],
    free: Sequence[int],
    old: Sequence[Finding],
    new: Sequence[Finding],
    alignment: Alignment,
) -> Pairs:
    """Findings with the same words in a passage that was edited, in the order in which they stand."""
    waiting: dict[tuple[tuple[str, str], int], deque[int]] = defaultdict(deque)
    for j in free:
        passages = [alignment.new_passage[t] for t in alignment.new.inside(new[j].start, new[j].end)]
        if passage := next((each for each in passages if each != NONE), None):
            waiting[_key(new[j]), passage].append(j)
    pairs: dict[int, int] = {}
    for i in left:
        inside = [alignment.old_passages[t] for t in alignment.old.inside(old[i].start, old[i].end)]
        for passage in sorted(frozenset().union(*inside)):
            if queue := waiting.get((_key(old[i]), passage)):
                pairs[i] = queue.popleft()
                break
    return pairs
