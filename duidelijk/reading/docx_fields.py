"""Fields of Word: what stands on the page for each, and which are template fields or links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from duidelijk.reading.docx_paragraph import Paragraph

_WORD = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction so far, whether its result shows, and from where."""

    parts: list[str] = field(default_factory=list)
    result: bool = False
    start: tuple[Paragraph | None, int] | None = None

    @property
    def words(self) -> list[str]:
        """The instruction in words, quotes taken off."""
        return [quoted or bare for quoted, bare in _WORD.findall("".join(self.parts))]


def template_name(words: list[str]) -> str | None:
    """Name of the template field that an instruction stands for; None for any other field."""
    kind = words[0].upper() if words else ""
    if kind == "MERGEFIELD":
        return words[1] if len(words) > 1 else "veld"
    if kind == "MACROBUTTON":
        return " ".join(words[2:]).strip("[]<> ") or "veld"
    return None


def link_target(words: list[str]) -> str | None:
    """Target of a HYPERLINK instruction; a bookmark becomes ``#bookmark``."""
    if not words or words[0].upper() != "HYPERLINK":
        return None
    target, anchor, at = "", "", 1
    while at < len(words):
        word = words[at]
        if word.startswith("\\"):
            takes = word.lower() in ("\\l", "\\o", "\\t")
            if word.lower() == "\\l" and at + 1 < len(words):
                anchor = words[at + 1]
            at += 1 + takes
        else:
            target = target or word
            at += 1
    return target + (f"#{anchor}" if anchor else "") or None
