"""From text offsets back to the source."""

from __future__ import annotations

import re
from bisect import bisect_right

from duidelijk.model import Place, Segment, SourceMap


def line_starts(source: str) -> tuple[int, ...]:
    """Offset of the first character of each line; a line ends at ``\\n``, ``\\r\\n`` or a lone ``\\r``."""
    return (0, *(end.end() for end in re.finditer(r"\r\n?|\n", source)))


def identity_map(source: str) -> SourceMap:
    """The map of a text that is its own source."""
    return SourceMap((Segment(0, len(source), 0, len(source)),), line_starts(source), source)


def source_offset(source_map: SourceMap, offset: int) -> int:
    """Offset in the source of text ``offset``; text without a source points to what stands before it."""
    segments = source_map.segments
    if not segments:
        return 0
    index = max(bisect_right(segments, offset, key=lambda s: s.start) - 1, 0)
    found = segments[index]
    if offset >= found.end:
        return found.source_end
    if found.end - found.start == found.source_end - found.source_start:
        return found.source_start + max(offset - found.start, 0)
    return found.source_start


def place_of(source_map: SourceMap, offset: int) -> Place:
    """Line and column in the source of text ``offset``."""
    return place_in(source_map.line_starts, source_offset(source_map, offset))


def place_in(starts: tuple[int, ...], source: int) -> Place:
    """Line and column of offset ``source`` in a source whose lines begin at ``starts``."""
    line = bisect_right(starts, source)
    return Place(line, source - starts[line - 1] + 1)
