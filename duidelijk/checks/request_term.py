"""Letters that ask something of the reader and don't say before when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.request_context import (
    Line,
    Patterns,
    has_term,
    heads,
    is_dated,
    is_for_all,
    lines_of,
)
from duidelijk.language.requesting import candidates, sorts, topics, words_about
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis


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

    ``verbs``: what a reader is asked to do, in sorts. Regular expressions for text in lower case:
    ``term`` is a date or term, and
    ``deadline`` the words before the last day; ``optional``: only who wants it needs to do this; ``ours``:
    what the sender will do, so that the term is not the reader's; ``aside``: a paragraph or heading that asks
    nothing of every reader; ``conditions``: what follows are rules; ``timeless``: a request that needs no
    date; ``billed``: the date comes later, with the bill; ``all``: a deadline for whatever the letter asks.
    The date may stand in the sentence itself, in the one before or after it (for an item also around the
    list), at the head of its part, or in any sentence about the same sort of thing.
    """
    asking = {id(s): set(sorts(s, verbs)) for s in candidates(analysis, verbs)}
    if not any(asking.values()):
        return
    patterns = _patterns(term, deadline, optional, ours, aside, conditions, timeless, billed, all)
    lines = lines_of(analysis)
    missing: dict[str, Line] = {}
    for at, line in enumerate(lines):
        wanted = asking.get(id(line.sentence))
        if not wanted or line.kind == "heading" or not is_for_all(lines, at, patterns):
            continue
        if not has_term(lines, at, wanted, patterns, verbs):
            for sort in sorted(wanted):
                missing.setdefault(sort, line)
    if missing:
        dated = _dated(analysis, lines, frozenset(missing), verbs, patterns)
        for line in [line for sort, line in missing.items() if sort not in dated][:1]:
            yield Hit(line.sentence.start, line.sentence.end, {"kind": analysis.document.genre})


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
            if (about_all or line.kind == "subject") and patterns.deadline.search(line.text):
                return missing
            found |= topics(line.sentence, verbs)
    return frozenset(found)
