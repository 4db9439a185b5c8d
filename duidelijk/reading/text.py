"""Plain text → Document: what its paragraphs, headings, items and loose lines are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from duidelijk.model import Block, Document
from duidelijk.reading.lines import columns_of, lines_of, section_of
from duidelijk.reading.source_map import identity_map
from duidelijk.reading.units import MOST_ITEMS, SHORT, Unit, units_of
from duidelijk.reading.wordlist import asks_for_more

_FEW, _MANY = 2, 5
_LONGEST_HEADING, _MOST_WORDS, _HEADING_LINES = 90, 13, 2
_SENTENCE_INSIDE = re.compile(r"[.!?]\s+[A-ZÀ-Þ]")


def read(text: str, name: str) -> Document:
    """The document of a plain text; ``document.text == text``."""
    units = units_of(lines_of(text))
    blocks = [block for i in range(len(units)) for block in _blocks(units, i)]
    _mark_lists(blocks, text)
    return Document(name, "", "onbekend", None, text, tuple(blocks), (), identity_map(text))


def _mark_lists(blocks: list[Block], text: str) -> None:
    """Makes items of headings in a row: many, or some below a colon; the last one stays a heading."""
    first = 0
    for at in range(len(blocks) + 1):
        if at < len(blocks) and blocks[at].kind == "heading":
            continue
        announced = first > 0 and text[blocks[first - 1].end - 1] == ":"
        if at - first >= (_FEW if announced else _MANY):
            blocks[first : at - 1] = [replace(b, kind="item", level=1) for b in blocks[first : at - 1]]
        first = at + 1


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
    for unit in reversed(units[max(at - MOST_ITEMS, 0) : at]):
        if unit.marker is None or indent == 0:
            break
        if unit.lines[0].indent < indent:
            depth, indent = depth + 1, unit.lines[0].indent
    return min(depth, 6)


def _is_heading(units: Sequence[Unit], at: int) -> bool:
    unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
    if after is None or not _heading_words(unit) or (after.lines[0].goes_on and not after.marker):
        return False
    above = units[at - 1] if at else None
    if unit.marker and (_same_list(unit, after) or _same_list(above, unit) or _announced(above)):
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
    if len(unit.lines) > 1 and ": " in text:
        return False
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


def _announced(above: Unit | None) -> bool:
    """Whether a colon above says that a list follows, even one of a single item."""
    return above is not None and above.lines[-1].text.endswith(":")


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
    if len(unit.lines) > 1 or unit.lines[0].ended or unit.length > SHORT or unit.lines[0].text[-1] in ":;":
        return False
    above = at > 0 and not unit.gap and not units[at - 1].lines[-1].ended
    below = at + 1 < len(units) and not units[at + 1].gap and not units[at + 1].lines[-1].ended
    return above or below
