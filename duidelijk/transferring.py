"""An old file and a new text → the edits with which the file says what the text says."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from duidelijk.model import Block, Document, Edit

_NOT_THE_WRITERS = frozenset({"header", "footer"})


@dataclass(frozen=True, slots=True)
class Transfer:
    """``edits``: of the old document, in order; ``left``: the words of new blocks it has no place for, and
    of old blocks that should be gone."""

    edits: tuple[Edit, ...]
    left: tuple[str, ...]


def transfer(old: Document, new: Document) -> Transfer:
    """What changed, block by block: a block that changed takes the words of the one in its place."""
    ours, theirs = own_blocks(old), own_blocks(new)
    before = [_words(old, block) for block in ours]
    after = [_words(new, block) for block in theirs]
    edits: list[Edit] = []
    left: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        if b - a == d - c:
            edits += [_edit(ours[a + i], new, theirs[c + i]) for i in range(b - a)]
        else:
            left += after[c:d] or before[a:b]
    return Transfer(tuple(edits), tuple(left))


def own_blocks(document: Document) -> list[Block]:
    """The blocks with words that a writer can change: not the header and footer of a page."""
    return [
        block
        for block in document.blocks
        if block.kind not in _NOT_THE_WRITERS and document.text[block.start : block.end].strip()
    ]


def _words(document: Document, block: Block) -> str:
    return " ".join(document.text[block.start : block.end].split())


def _edit(ours: Block, new: Document, theirs: Block) -> Edit:
    return Edit(ours.start, ours.end, new.text[theirs.start : theirs.end])
