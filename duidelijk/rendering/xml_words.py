"""Text in XML 1.0: what it forbids becomes a replacement character, the rest reads back as it was."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def content(text: str) -> str:
    """The text between two tags."""
    return escape(_allowed(text), {"\r": "&#13;"})


def attributes(**values: str | int) -> str:
    """The attributes of a tag in their order, with a space before each."""
    return "".join(f" {name}={quoteattr(_allowed(str(value)))}" for name, value in values.items())


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
