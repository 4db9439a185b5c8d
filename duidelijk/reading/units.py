"""Lines of a plain text taken together: paragraphs, items, headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duidelijk.reading.lines import (
    Line,
    Marker,
    columns_of,
    marker_of,
    overlong,
    section_of,
    stopped,
    width_of,
)
from duidelijk.reading.wordlist import asks_for_more, function_words

SHORT = 60
MOST_ITEMS = 50
_FULL, _WIDEST = 45, 100
_BARE = Marker(0, "", 0, True)


@dataclass(slots=True)
class Unit:
    """Lines that belong together; ``marker`` when they are an item of a list."""

    lines: list[Line]
    marker: Marker | None = None

    @property
    def start(self) -> int:
        """Where the words begin, after a marker or section number."""
        first = self.lines[0]
        return first.start + (self.marker.length if self.marker else section_of(first))

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.lines[-1].end

    @property
    def length(self) -> int:
        """How many characters the words take."""
        return self.end - self.start

    @property
    def gap(self) -> bool:
        """Whether a blank line stands above."""
        return self.lines[0].gap


def units_of(lines: Sequence[Line]) -> list[Unit]:
    """The lines taken together; a unit is one block."""
    width = width_of(lines)
    units: list[Unit] = []
    bare = _bare_items(lines, width)
    for at, line in enumerate(lines):
        last = units[-1] if units else None
        marker = _BARE if at in bare else _list_marker(line, last, width)
        if last and not marker and _joins(last, line, width):
            last.lines.append(line)
        else:
            units.append(Unit([line], marker))
    return units


def _bare_items(lines: Sequence[Line], width: int) -> set[int]:
    """Indexes of the lines of lists without a sign: below a colon, two or more, all short and apart."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.text.endswith(":") and (run := _bare_run(lines, at + 1, width)) and len(run) > 1:
            found |= run
    return found


def _bare_run(lines: Sequence[Line], first: int, width: int) -> set[int]:
    run: set[int] = set()
    for at in range(first, min(first + MOST_ITEMS, len(lines))):
        line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
        if (line.gap and at > first) or marker_of(line) or len(columns_of(line)) > 1:
            break
        if line.ended and not line.goes_on:
            break
        if len(line.text) > SHORT or (after and not after.gap and not stopped(line, after, width)):
            return set()
        run.add(at)
        if line.ended:
            break
    return run


def _list_marker(line: Line, last: Unit | None, width: int) -> Marker | None:
    """The marker, unless the line is the middle of a sentence that happens to begin like an item."""
    marker = marker_of(line)
    if marker is None or marker.sure or last is None or _next_item(last.marker, marker):
        return marker
    before = last.lines[-1]
    flows = (
        not line.gap
        and not before.ended
        and before.text[-1] not in ":;,"
        and not stopped(before, line, width)
    )
    return None if flows else marker


def _next_item(last: Marker | None, marker: Marker) -> bool:
    if last is None or last.style != marker.style:
        return False
    return marker.order == last.order + 1 if marker.order else True


def _joins(unit: Unit, line: Line, width: int) -> bool:
    """Whether the line carries on the unit."""
    before = unit.lines[-1]
    if before.is_page_number or line.is_page_number or (section_of(line) and (line.gap or before.ended)):
        return False
    if len(columns_of(before)) > 1 or len(columns_of(line)) > 1 or before.text.endswith(";"):
        return False
    apart = stopped(before, line, width)
    if line.gap:
        return _carries_on(before, line, width)
    if before.text.endswith(":") and apart:
        return False
    if line.goes_on:
        return not (before.ended and width and apart)
    if _hangs(before, line):
        return True
    if not width:
        return _FULL <= len(before.text) <= _WIDEST and not before.ended and not _begins_sentence(line)
    if overlong(before, width) or (_own_line(before) and _begins_sentence(line)):
        return False
    return not apart


def _carries_on(before: Line, line: Line, width: int) -> bool:
    """Whether a sentence goes on after a gap, as where a page ended."""
    full = len(before.text) >= (_FULL if width else _WIDEST) and not (width and stopped(before, line, width))
    return full and line.goes_on and not before.ended and before.text[-1] not in ":;"


def _hangs(before: Line, line: Line) -> bool:
    """Whether the last word asks for more: ``de``, ``van``, or ``op`` before a number."""
    numbered = line.text[0].isdigit()
    return before.text.split()[-1].lower() in asks_for_more(always=not numbered)


def _own_line(line: Line) -> bool:
    """Whether a line could be a heading: short, not ended, and no word at the end that asks for more."""
    if len(line.text) > SHORT or line.ended or line.text[-1] in ",;:-–":
        return False
    return line.text.split()[-1].lower() not in asks_for_more(always=False) and not line.goes_on


def _begins_sentence(line: Line) -> bool:
    word = line.first_word.strip("'\"‘’“”(")
    return word[:1].isupper() and word.lower() in function_words()
