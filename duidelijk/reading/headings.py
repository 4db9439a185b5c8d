"""Headings and list items that nobody marked as one."""

from __future__ import annotations

import re

BULLETS = frozenset("-–—•·▪●◦*")
"""Signs that writers type at the start of a line for a list."""

LONG_CELL = 250
"""From so many characters on, a cell of a table holds running text: the table only puts it in its place."""

_LONGEST, _MOST_WORDS = 80, 10
_NO_HEADING = re.compile(r"[.,;:!…]$|\n|:\s")


def bold_heading(text: str) -> bool:
    """Whether a paragraph that is bold from first to last word is a heading: short, and no sentence."""
    text = text.strip()
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or _NO_HEADING.search(text):
        return False
    first = next((char for char in text if char.isalnum()), "")
    return first.isdigit() or first.isupper()
