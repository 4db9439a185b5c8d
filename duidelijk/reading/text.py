"""Plain text → Document: which lines belong together, and what they are."""

from __future__ import annotations

import re

from duidelijk.model import Block, Document
from duidelijk.reading.source_map import identity_map

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:[^\S\n]*\n(?:[^\S\n]*\S.*))*")


def read(text: str, name: str) -> Document:
    """The document of a plain text; ``document.text == text``."""
    blocks = tuple(Block("paragraph", 0, *m.span()) for m in _PARAGRAPH.finditer(text))
    return Document(name, "", "onbekend", None, text, blocks, (), identity_map(text))
