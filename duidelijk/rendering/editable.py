"""A Document as a text that a writer can go on with: plain, or Markdown where plain text loses something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duidelijk.model import Block, Document, Link
from duidelijk.transferring import own_blocks

_MARKS = re.compile(r"[\\`*_\[\]<>]")
_LINE_MARKS = re.compile(r"^(?=[#>+=~-])|(?<=^\d)(?=[.)])|(?<=^\d\d)(?=[.)])", re.MULTILINE)
_NO_TARGET, _ODD = re.compile(r"[<>\r\n]"), re.compile(r"[\s()\\]")
_SPACES = re.compile(r"[^\S\n]*\n\s*")


def as_text(document: Document) -> str:
    """The plain text: a blank line between blocks, a dash before the items of a list.

    The header and footer of a page are left out.
    """
    pieces = []
    for block in own_blocks(document):
        words = document.text[block.start : block.end].strip()
        pieces.append((block, f"{_indent(block)}- {_on_one_line(words)}" if block.kind == "item" else words))
    return _joined(document, pieces)


def as_markdown(document: Document) -> str:
    """The same as Markdown, with headings and links."""
    pieces = [(block, _marked_up(document, block)) for block in own_blocks(document)]
    return _joined(document, pieces)


def _joined(document: Document, pieces: Sequence[tuple[Block, str]]) -> str:
    """The pieces with a blank line between them; items of a list, and cells of a row, stay together."""
    whole, before = "", None
    for block, text in pieces:
        whole += _between(document, before, block) if before else ""
        whole += text
        before = block
    return f"{whole}\n" if whole else ""


def _between(document: Document, before: Block, after: Block) -> str:
    if before.kind == after.kind == "item":
        return "\n"
    gap = document.text[before.end : after.start]
    if before.kind == after.kind == "cell" and "\n\n" not in gap:
        return "\t" if "\n" not in gap else "\n"
    return "\n\n"


def _indent(block: Block) -> str:
    return "  " * (max(block.level, 1) - 1)


def _marked_up(document: Document, block: Block) -> str:
    words = _linked(document, block)
    if block.kind == "heading":
        return f"{'#' * min(max(block.level, 1), 6)} {_on_one_line(words)}"
    if block.kind == "item":
        return f"{_indent(block)}- {_on_one_line(words)}"
    lines = _LINE_MARKS.sub(r"\\", words)
    if block.kind == "quote":
        return "\n".join(f"> {line}" for line in lines.split("\n"))
    return lines.replace("\n", "\\\n")


def _linked(document: Document, block: Block) -> str:
    """The words of a block with its links, without what Markdown would take for markup."""
    pieces, at = [], block.start
    for link in document.links:
        if at <= link.start < link.end <= block.end:
            pieces += [_plain(document.text[at : link.start]), _link(document, link)]
            at = link.end
    return "".join([*pieces, _plain(document.text[at : block.end])]).strip()


def _link(document: Document, link: Link) -> str:
    target = _NO_TARGET.sub("", link.target)
    shown = f"<{target}>" if _ODD.search(target) else target
    return f"[{_plain(_on_one_line(document.text[link.start : link.end]))}]({shown})"


def _plain(words: str) -> str:
    return _MARKS.sub(r"\\\g<0>", words)


def _on_one_line(words: str) -> str:
    return _SPACES.sub(" ", words)
