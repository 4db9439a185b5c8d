"""Where words stand in the source: lines, and columns in the unit that a format counts in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from duidelijk.model import Document, SourceMap
from duidelijk.source_places import source_range

Unit = Literal["code point", "utf-16", "utf-8"]

_MARK_BYTES = 3
"""How many bytes a byte order mark takes in UTF-8."""
_WIDE: Mapping[Unit, re.Pattern[str]] = {
    "code point": re.compile(r"(?!)"),
    "utf-16": re.compile("[\U00010000-\U0010ffff]"),
    "utf-8": re.compile("[^\x00-\x7f]"),
}
_EXTRA: Mapping[Unit, Callable[[str], int]] = {
    "code point": lambda _: 0,
    "utf-16": lambda _: 1,
    "utf-8": lambda char: len(char.encode("utf-8", "surrogatepass")) - 1,
}


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the source: lines and columns from 1; the end is the place behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Ruler:
    """What it takes to measure in a source: ``units`` as ``counter`` gives it, and ``lead``: how many units
    stand in front of the first line.
    """

    source_map: SourceMap
    units: Callable[[int], int]
    lead: int


def counter(text: str, unit: Unit) -> Callable[[int], int]:
    """The function that turns an offset in ``text``, in code points, into one in this unit."""
    found = list(_WIDE[unit].finditer(text))
    wide = [each.start() for each in found]
    extra = [0, *accumulate(_EXTRA[unit](each[0]) for each in found)]
    return lambda offset: offset + extra[bisect_left(wide, offset)]


def ruler(document: Document, unit: Unit) -> Ruler | None:
    """The ruler of a document in this unit; None for a source without lines (.docx).

    A byte order mark counts only in bytes: it isn't a character of the text.
    """
    source_map = document.source_map
    if source_map.source is None:
        return None
    marked = unit == "utf-8" and source_map.encoding == "utf-8-sig"
    return Ruler(source_map, counter(source_map.source, unit), _MARK_BYTES if marked else 0)


def region(found: Ruler, start: int, end: int) -> Region:
    """Where ``start:end`` of the text is written, markup within it included."""
    first, last = source_range(found.source_map.segments, start, end)
    return Region(*_place(found, first), *_place(found, last))


def _place(found: Ruler, offset: int) -> tuple[int, int]:
    starts = found.source_map.line_starts
    line = bisect_right(starts, offset)
    lead = found.lead if line == 1 else 0
    return line, lead + found.units(offset) - found.units(starts[line - 1]) + 1
