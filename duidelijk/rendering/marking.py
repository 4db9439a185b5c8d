"""Document and findings → the blocks of a page, cut into pieces that carry the same marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from duidelijk.model import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Mark:
    """One underlined stretch of finding ``number``; ``first`` for the first stretch of that finding."""

    number: int
    start: int
    end: int
    first: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same marks, longest mark first; ``closing`` are the marks that end here."""

    text: str
    marks: tuple[Mark, ...]
    closing: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block as shown: ``gap`` is the text between the block before and this one (a bullet, white space)."""

    kind: BlockKind
    level: int
    gap: str
    pieces: tuple[Piece, ...]
    wrapped: bool


def page_blocks(
    document: Document, marks: Sequence[tuple[int, tuple[tuple[int, int], ...]]]
) -> list[PageBlock]:
    """All text of the document in order; ``marks``: number and stretches of each finding."""
    flat = sorted(
        (Mark(number, start, end, i == 0) for number, spans in marks for i, (start, end) in enumerate(spans)),
        key=lambda m: (m.start, -m.end, m.number),
    )
    blocks: list[PageBlock] = []
    above: list[int] = []
    at = 0
    for block in _covering(document):
        text = document.text[block.start : block.end]
        gap = document.text[at : block.start]
        pieces = tuple(_pieces(document.text, block, flat))
        level = _depth(block.level, above) if block.kind == "heading" else block.level
        blocks.append(PageBlock(block.kind, level, gap, pieces, _hard_wrapped(text)))
        at = block.end
    return blocks


def _depth(level: int, above: list[int]) -> int:
    """How deep a heading lies under the headings above it: no step is skipped on the page."""
    while above and above[-1] >= level:
        above.pop()
    above.append(level)
    return len(above)


def _covering(document: Document) -> Iterator[Block]:
    """The blocks, and a paragraph for text after the last one."""
    yield from document.blocks
    end = document.blocks[-1].end if document.blocks else 0
    if document.text[end:]:
        yield Block("paragraph", 0, end, len(document.text))


def _pieces(text: str, block: Block, marks: Sequence[Mark]) -> Iterator[Piece]:
    inside = [m for m in marks if m.start < block.end and m.end > block.start]
    cuts = {block.start, block.end}
    for mark in inside:
        cuts |= {max(mark.start, block.start), min(mark.end, block.end)}
    bounds = sorted(cuts)
    for start, end in pairwise(bounds):
        covering = tuple(m for m in inside if m.start <= start and m.end >= end)
        closing = tuple(m for m in covering if m.end == end or (end == block.end and m.end > end))
        yield Piece(text[start:end], covering, closing)


_WRAP_WIDTH = 55


def _hard_wrapped(text: str) -> bool:
    """Whether its line breaks come from a fixed line width, not from the writer."""
    lines = [line.strip() for line in text.splitlines()]
    return len(lines) > 1 and all(len(line) >= _WRAP_WIDTH or not line for line in lines[:-1])
