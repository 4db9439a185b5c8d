"""Offsets in the text → offsets in the source, where that is certain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from duidelijk.model import Segment, SourceMap


def writable(source_map: SourceMap) -> Iterator[Segment]:
    """The segments of which each character has a place of its own, those that touch taken together."""
    last: Segment | None = None
    for segment in source_map.segments:
        if not _certain(segment):
            continue
        if last and last.end == segment.start and last.source_end == segment.source_start:
            last = replace(last, end=segment.end, source_end=segment.source_end)
            continue
        if last:
            yield last
        last = segment
    if last:
        yield last


def _certain(segment: Segment) -> bool:
    length = segment.end - segment.start
    written = segment.source_end - segment.source_start
    return written > 0 and (length in (1, written))
