"""Plain text → Document: which lines belong together, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duidelijk.model import Block, Document
from duidelijk.reading.lines import (
    Line,
    Marker,
    columns_of,
    lines_of,
    marker_of,
    overlong,
    section_of,
    stopped,
    width_of,
)
from duidelijk.reading.source_map import identity_map
from duidelijk.reading.wordlist import asks_for_more, function_words

_LONGEST_HEADING, _MOST_WORDS, _HEADING_LINES = 90, 13, 2
_SHORT, _FULL, _WIDEST = 60, 45, 100
_MOST_ITEMS = 50
_BARE = Marker(0, "", 0, True)
_SENTENCE_INSIDE = re.compile(r"[.!?]\s+[A-ZÀ-Þ]")


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


def read(text: str, name: str) -> Document:
    """The document of a plain text; ``document.text == text``."""
    lines = lines_of(text)
    units = _units(lines, width_of(lines))
    blocks = tuple(block for i in range(len(units)) for block in _blocks(units, i))
    return Document(name, "", "onbekend", None, text, blocks, (), identity_map(text))


def _units(lines: Sequence[Line], width: int) -> list[Unit]:
    """The lines taken together."""
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
    for at in range(first, min(first + _MOST_ITEMS, len(lines))):
        line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
        if (line.gap and at > first) or marker_of(line) or len(columns_of(line)) > 1:
            break
        if line.ended and not line.goes_on:
            break
        if len(line.text) > _SHORT or (after and not after.gap and not stopped(line, after, width)):
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
    if len(line.text) > _SHORT or line.ended or line.text[-1] in ",;:-–":
        return False
    return line.text.split()[-1].lower() not in asks_for_more(always=False) and not line.goes_on


def _begins_sentence(line: Line) -> bool:
    word = line.first_word.strip("'\"‘’“”(")
    return word[:1].isupper() and word.lower() in function_words()


def _blocks(units: Sequence[Unit], at: int) -> Iterator[Block]:
    """The block of a unit; a line of a table has one for each column."""
    unit = units[at]
    columns = columns_of(unit.lines[0])
    if unit.lines[0].is_page_number:
        yield Block("footer", 0, unit.start, unit.end)
    elif len(unit.lines) == 1 and len(columns) > 1 and not unit.marker:
        yield from (Block("cell", 0, start, end) for start, end in columns)
    elif _is_heading(units, at):
        yield Block("heading", _heading_level(unit, first=at == 0), unit.start, unit.end)
    elif unit.marker:
        yield Block("item", _level(units, at), unit.start, unit.end)
    elif _is_loose(units, at):
        yield Block("cell", 0, unit.start, unit.end)
    else:
        yield Block("paragraph", 0, unit.start, unit.end)


def _heading_level(unit: Unit, first: bool) -> int:
    """Depth of a heading: of its number if it has one, else 1 for the first of the text and 2 for others."""
    section = unit.lines[0].text[: section_of(unit.lines[0])]
    if section:
        return min(len(section.strip(" .").split(".")) + 1, 6)
    return 1 if first and not unit.marker else 2


def _level(units: Sequence[Unit], at: int) -> int:
    """Depth of an item: how many items above it, back to the start of the list, stand less far in."""
    depth, indent = 1, units[at].lines[0].indent
    for unit in reversed(units[max(at - _MOST_ITEMS, 0) : at]):
        if unit.marker is None or indent == 0:
            break
        if unit.lines[0].indent < indent:
            depth, indent = depth + 1, unit.lines[0].indent
    return min(depth, 6)


def _is_heading(units: Sequence[Unit], at: int) -> bool:
    unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
    if after is None or not _heading_words(unit) or (after.lines[0].goes_on and not after.marker):
        return False
    if unit.marker and (_same_list(unit, after) or _same_list(units[at - 1] if at else None, unit)):
        return False
    if not unit.gap and at and not (units[at - 1].marker or units[at - 1].lines[-1].ended):
        return False
    if after.gap:
        return unit.gap or len(unit.lines) == 1
    return _is_body(after)


def _heading_words(unit: Unit) -> bool:
    """Whether the words could be a heading: few, one sentence at most, beginning with a capital."""
    skipped = unit.start - unit.lines[0].start
    text = " ".join(line.text for line in unit.lines)[skipped:]
    if len(unit.lines) > _HEADING_LINES or len(text) > _LONGEST_HEADING or len(text.split()) > _MOST_WORDS:
        return False
    if text.endswith("?"):
        return not _SENTENCE_INSIDE.search(text) and len(text) <= _LONGEST_HEADING
    if unit.lines[-1].ended or text[-1] in ",;:" or _SENTENCE_INSIDE.search(text):
        return False
    return not text[:1].islower() and text.split()[-1].lower() not in asks_for_more(always=True)


def _same_list(unit: Unit | None, after: Unit) -> bool:
    if unit is None or unit.marker is None or after.marker is None:
        return False
    return unit.marker.style == after.marker.style


def _is_body(unit: Unit) -> bool:
    return (
        unit.marker is not None
        or unit.lines[-1].ended
        or unit.lines[-1].text[-1] in ":;"
        or len(unit.lines) > 1
    )


def _is_loose(units: Sequence[Unit], at: int) -> bool:
    """Whether a line stands on its own among such lines, as in an address or a list of opening hours."""
    unit = units[at]
    if len(unit.lines) > 1 or unit.lines[0].ended or unit.length > _SHORT or unit.lines[0].text[-1] in ":;":
        return False
    above = at > 0 and not unit.gap and not units[at - 1].lines[-1].ended
    below = at + 1 < len(units) and not units[at + 1].gap and not units[at + 1].lines[-1].ended
    return above or below
