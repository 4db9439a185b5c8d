"""How far the words between two pieces of markup stand out: in bold, in a link, in both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duidelijk.model import Segment
from duidelijk.reading.html_tokens import tokens
from duidelijk.reading.html_tree import BLOCK, VOID

_LINE_STARTS = re.compile(r"\A(?:[\s>]|#+\s|[*+-]\s|\d+[.)]\s)*")
_MARK = re.compile(r"\*+|_+|~~|`+|\[|\]")


def html_levels(source: str, segments: tuple[Segment, ...]) -> Iterator[int]:
    """For each segment how many tags that aren't blocks are open."""
    level = at = 0
    for segment in segments:
        for token in tokens(source[at : segment.source_start]):
            if token.kind in ("open", "close") and token.name not in BLOCK and token.name not in VOID:
                level += 1 if token.kind == "open" else -1
        at = segment.source_end
        yield level


def markdown_levels(source: str, segments: tuple[Segment, ...]) -> Iterator[int]:
    """For each segment how many marks such as ``**`` are open; each line end between blocks closes all."""
    still: list[str] = []
    at = end = 0
    for segment in segments:
        gap = source[at : segment.source_start]
        if segment.start > end:
            still = []
            gap = _LINE_STARTS.sub("", gap.rpartition("\n")[2])
        for mark in _MARK.findall(gap):
            _turn(still, "[" if mark == "]" else mark)
        at, end = segment.source_end, segment.end
        yield len(still)


def _turn(still: list[str], mark: str) -> None:
    """Closes the mark where it is open, opens it where it isn't."""
    if mark in still:
        still.remove(mark)
    else:
        still.append(mark)
