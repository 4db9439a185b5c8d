"""A stretch of text → the stretch of the source in which it is written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from duidelijk.model import Segment


def source_range(segments: Sequence[Segment], start: int, end: int, before: bool = False) -> tuple[int, int]:
    """Where ``start:end`` stands in the source; for an insertion ``before`` says that it ends a stretch.

    A character that isn't written in the source stands behind the last one before it that is.
    """
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
    if offset >= segment.end:
        return segment.source_end
    return segment.source_start + (max(offset - segment.start, 0) if _plain(segment) else 0)
