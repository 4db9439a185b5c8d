"""Letters that ask something of the reader and don't say before when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.request_context import (
    Line,
    Patterns,
    has_last_day,
    has_term,
    heads,
    is_dated,
    is_for_all,
    is_free,
    lines_of,
)
from duidelijk.language.requesting import candidates, sorts, topics, words_about
from duidelijk.language.unlisted import OTHER, STEP
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis

_LIKELY, _SURE = 1.0, 2.0


def request_term(
    analysis: Analysis,
    *,
    verbs: Lexicon,
    term: str,
    deadline: str,
    optional: str,
    ours: str,
    aside: str,
    conditions: str,
    timeless: str,
    billed: str,
    all: str,
) -> Iterator[Hit]:
    """The first sentence that asks something of the reader for which the letter names no date or term.

    Value: 2 for what is in the list, 1 for another verb that looks like a request by its structure.

    ``verbs``: what a reader is asked to do, in sorts. Regular expressions for text in lower case:
    ``term`` is a date or term, and
    ``deadline`` the words before the last day; ``optional``: only who wants it needs to do this; ``ours``:
    what the sender will do, so that the term is not the reader's; ``aside``: a paragraph or heading that asks
    nothing of every reader; ``conditions``: what follows are rules; ``timeless``: a request that needs no
    date; ``billed``: the date comes later, with the bill; ``all``: a deadline for whatever the letter asks.
    The date may stand in the sentence itself, in the one before or after it (for an item also around the
    list), at the head of its part, or in any sentence about the same sort of thing.
    """
    asking = {id(s) for s in candidates(analysis, verbs)}
    if not asking:
        return
    patterns = _patterns(term, deadline, optional, ours, aside, conditions, timeless, billed, all)
    lines = lines_of(analysis)
    missing: dict[str, Line] = {}
    for at, line in enumerate(lines):
        if id(line.sentence) not in asking or line.kind == "heading" or is_free(line, patterns):
            continue
        wanted = set(sorts(line.sentence, verbs))
        if wanted and is_for_all(lines, at, patterns) and not has_term(lines, at, wanted, patterns, verbs):
            for sort in sorted(wanted):
                missing.setdefault(sort, line)
    if missing:
        dated = _dated(analysis, lines, frozenset(missing), verbs, patterns)
        left = {sort: line for sort, line in missing.items() if sort not in dated}
        unlisted = (left.get(OTHER), left.get(STEP))
        for line in sorted(left.values(), key=lambda line: line in unlisted)[:1]:
            value = _LIKELY if line in unlisted else _SURE
            yield Hit(line.sentence.start, line.sentence.end, {"kind": analysis.document.genre}, value)


@cache
def _patterns(*patterns: str) -> Patterns:
    return Patterns(*(re.compile(each) for each in patterns))


def _dated(
    analysis: Analysis, lines: Sequence[Line], missing: frozenset[str], verbs: Lexicon, patterns: Patterns
) -> frozenset[str]:
    """The missing sorts of requests about which a sentence or the subject gives a term."""
    related = {id(sentence) for sentence, _ in analysis.with_form(words_about(verbs, missing))}
    found: set[str] = set()
    for line in (*heads(analysis), *lines):
        about_all = patterns.all.search(line.text) is not None
        if (about_all or id(line.sentence) in related or line.kind == "subject") and is_dated(line, patterns):
            if (about_all or line.kind == "subject") and has_last_day(line, patterns):
                return missing
            found |= topics(line.sentence, verbs)
    if STEP in missing and any(is_dated(line, patterns) for line in lines):
        found.add(STEP)
    return frozenset(found)
