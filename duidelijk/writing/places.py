"""Offsets in the text → offsets in the source, where that is certain."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
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


def source_range(segments: Sequence[Segment], start: int, end: int, before: bool = False) -> tuple[int, int]:
    """Where ``start:end`` stands in the source; for an insertion ``before`` says that it ends a stretch."""
    if start == end:
        at = (
            source_range(segments, start - 1, start)[1]
            if before
            else source_range(segments, start, start + 1)[0]
        )
        return at, at
    first, last = _at(segments, start), _at(segments, end - 1)
    return _offset(first, start), _offset(last, end) if _plain(last) else last.source_end


def _at(segments: Sequence[Segment], offset: int) -> Segment:
    return segments[max(bisect_right(segments, offset, key=lambda s: s.start) - 1, 0)]


def _plain(segment: Segment) -> bool:
    return segment.end - segment.start == segment.source_end - segment.source_start


def _offset(segment: Segment, offset: int) -> int:
    return segment.source_start + (offset - segment.start if _plain(segment) else 0)
