"""Blocks as lines, and lines as blocks again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from duidelijk.model import Block, BlockKind, Document

_OPEN: tuple[BlockKind, ...] = ("paragraph", "heading", "cell")
_MERGED: tuple[BlockKind, ...] = ("address", "reference", "signature", "subject")
_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n?|\n")


@dataclass(slots=True)
class BlockLine:
    """A line of a block; ``kind`` is what it turns out to be, None as long as it is what its block is.

    ``breaks``: how many line ends stand between it and what is above.
    """

    block: Block
    index: int
    start: int
    end: int
    text: str
    kind: BlockKind | None = None
    breaks: int = 2

    @property
    def free(self) -> bool:
        """Whether the line may still turn out to be something else."""
        return self.kind is None and self.block.kind in _OPEN

    @property
    def gap(self) -> bool:
        """Whether it doesn't stand right below the line above."""
        return self.breaks != 1


def block_lines(document: Document) -> Iterator[BlockLine]:
    """The lines of all blocks; a block that is no running text is one line without words."""
    before = 0
    for index, block in enumerate(document.blocks):
        if block.kind not in _OPEN:
            yield BlockLine(block, index, block.start, block.end, "")
        else:
            for found in _LINE.finditer(document.text, block.start, block.end):
                text = found[0].strip()
                if text:
                    start = found.start() + len(found[0]) - len(found[0].lstrip())
                    breaks = len(_BREAK.findall(document.text, before, start))
                    yield BlockLine(block, index, start, start + len(text), text, None, breaks)
                    before = start + len(text)
        before = block.end


def split(lines: list[BlockLine], at: int, length: int) -> None:
    """Cuts the line in two where more text follows after ``length`` characters."""
    line = lines[at]
    head, rest = line.text[:length].rstrip(), line.text[length:].lstrip()
    if rest:
        lines.insert(at + 1, replace(line, start=line.end - len(rest), text=rest, breaks=1))
        lines[at] = replace(line, end=line.start + len(head), text=head)


def regrouped(lines: Iterable[BlockLine]) -> Iterator[Block]:
    """Blocks again: consecutive lines of one block that are of one kind."""
    last: BlockLine | None = None
    block: Block | None = None
    for line in lines:
        if block and last and last.index == line.index and last.kind == line.kind:
            block = replace(block, end=line.end)
        else:
            if block:
                yield block
            kind = line.kind or line.block.kind
            block = Block(kind, 0 if line.kind else line.block.level, line.start, line.end)
        last = line
    if block:
        yield block


def merged(blocks: Iterator[Block], text: str) -> Iterator[Block]:
    """Lines of an address, signature or references that touch are one block, as are columns of a subject."""
    last: Block | None = None
    for block in blocks:
        if last and last.kind == block.kind and block.kind in _MERGED:
            between = text[last.end : block.start]
            most = 0 if block.kind == "subject" else 1
            if not between.strip() and len(_BREAK.findall(between)) <= most:
                last = replace(last, end=block.end)
                continue
        if last:
            yield last
        last = block
    if last:
        yield last
