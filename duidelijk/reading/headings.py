"""Headings and list items that nobody marked as one."""

from __future__ import annotations

import re

from duidelijk.model import Document
from duidelijk.reading.letters import subject_of

BULLETS = frozenset("-–—•·▪●◦*")
"""Signs that writers type at the start of a line for a list."""

_LONGEST, _MOST_WORDS = 80, 10
_NO_HEADING = re.compile(r"[.,;:!…]$|\n|:\s")


def bold_heading(text: str) -> bool:
    """Whether a paragraph that is bold from first to last word is a heading: short, and no sentence."""
    text = text.strip()
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or _NO_HEADING.search(text):
        return False
    first = next((char for char in text if char.isalnum()), "")
    return first.isdigit() or first.isupper()


def title_of(document: Document) -> str:
    """What a document without a title is about: its subject line, else its main heading; may be empty."""
    headings = [block for block in document.blocks if block.kind == "heading"]
    top = next((block for block in headings if block.level == 1), headings[0] if headings else None)
    words = document.text[top.start : top.end] if top else ""
    return subject_of(document) or " ".join(words.split())
