"""Paragraphs of Word → blocks in the text; in the source each paragraph is one line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from duidelijk.model import BlockKind, Link
from duidelijk.reading.builder import TextBuilder
from duidelijk.reading.docx_paragraph import Paragraph
from duidelijk.reading.headings import BULLETS, LONG_CELL, bold_heading

_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\f")
_TYPED_BULLET = re.compile(rf"[{re.escape(''.join(sorted(BULLETS)))}]\s+(?=\S)")
_BULLET_LINE = re.compile(rf"\n(?={_TYPED_BULLET.pattern})")


class Lines:
    """Writes paragraphs into a builder and remembers where each line of the source begins."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self.starts: list[int] = []
        self._at = 0
        self._level = 0
        self._text_cells: frozenset[int] = frozenset()

    def write(self, found: Sequence[Paragraph], part: BlockKind | None = None) -> None:
        """Writes paragraphs, all as blocks of kind ``part`` where it is given."""
        self._text_cells = _text_cells(found)
        for paragraph in found:
            text = "".join(paragraph.pieces)
            self.starts.append(self._at)
            for start, end in _stretches(paragraph, text):
                self._block(paragraph, text, start, end, part)
            self._at += len(text) + 1

    def _block(self, paragraph: Paragraph, text: str, start: int, end: int, part: BlockKind | None) -> None:
        kind, level = (part, 0) if part else self._kind(paragraph, text, start, end)
        bullet = _TYPED_BULLET.match(text, start, end) if kind == "item" else None
        start = bullet.end() if bullet else start
        self._builder.separate()
        begin = self._builder.length
        self._builder.add(text[start:end], self._at + start)
        self._builder.block(kind, begin, level)
        for first, last, target in _within(paragraph.links, start, end):
            self._builder.links.append(Link(begin + first - start, begin + last - start, target))

    def _kind(self, paragraph: Paragraph, text: str, start: int, end: int) -> tuple[BlockKind, int]:
        if paragraph.style.contents:
            return "reference", 0
        if paragraph.heading:
            self._level = paragraph.heading
            return "heading", paragraph.heading
        if paragraph.item:
            return "item", paragraph.item
        if paragraph.cell and paragraph.cell not in self._text_cells:
            return "cell", 0
        if _TYPED_BULLET.match(text, start, end):
            return "item", 1
        if bold_heading(text[start:end]) and _bold(paragraph, start, end):
            return "heading", min(self._level + 1, 6)
        return ("quote" if paragraph.style.quote else "paragraph"), 0


def _within(links: Sequence[tuple[int, int, str]], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The parts of links between two characters, in order."""
    at = bisect_right(links, start, key=lambda link: link[1])
    while at < len(links) and links[at][0] < end:
        yield max(links[at][0], start), min(links[at][1], end), links[at][2]
        at += 1


def _text_cells(found: Sequence[Paragraph]) -> frozenset[int]:
    """Cells that hold running text: they have a heading or many words."""
    lengths: Counter[int] = Counter()
    for paragraph in found:
        lengths[paragraph.cell] += paragraph.length + (LONG_CELL if paragraph.heading else 0)
    return frozenset(cell for cell, length in lengths.items() if length >= LONG_CELL)


def _stretches(paragraph: Paragraph, text: str) -> Iterator[tuple[int, int]]:
    """The parts of a paragraph that are blocks of their own: split at an empty line or page end."""
    at = 0
    cuts = [found.span() for pattern in (_BREAK, _BULLET_LINE) for found in pattern.finditer(text)]
    for until, after in [*sorted(cuts), (len(text), len(text))]:
        words = text[at:until]
        start, end = at + len(words) - len(words.lstrip()), at + len(words.rstrip())
        if start < end:
            yield from _below_heading(paragraph, text, start, end)
        at = after


def _below_heading(paragraph: Paragraph, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A bold first line above lines that aren't bold is a heading of its own."""
    line = text.find("\n", start, end)
    below = end - len(text[line:end].lstrip()) if line > start else end
    if (
        line > start
        and not paragraph.heading
        and bold_heading(text[start:line])
        and _bold(paragraph, start, line)
        and not _bold(paragraph, below, end)
    ):
        yield start, start + len(text[start:line].rstrip())
        start = below
    yield start, end


def _bold(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether every word between two characters of a paragraph stands out."""
    starts, ends = paragraph.plain
    return (at := bisect_right(ends, start)) == len(ends) or starts[at] >= end
