"""A paragraph of Word while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from duidelijk.reading.docx_styles import Style


@dataclass(slots=True)
class Paragraph:
    """One paragraph with its words and links.

    ``heading`` and ``item`` are levels, ``cell`` the number of its cell in a table (0 = none of these);
    ``plain``: where words that don't stand out begin, and where they end; links: start, end, target;
    ``origins``: where the words of each ``w:t`` begin, for words that come from one.
    """

    style: Style
    heading: int
    item: int
    cell: int
    joins_next: bool
    pieces: list[str] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    length: int = 0
    plain: tuple[list[int], list[int]] = field(default_factory=lambda: ([], []))
    origins: list[tuple[int, Element]] = field(default_factory=list)

    def put(self, text: str, bold: bool, origin: Element | None = None) -> None:
        """Appends words; ``origin`` is the element of which they are the whole text."""
        if origin is not None:
            self.origins.append((self.length, origin))
        if not bold and (words := text.strip()):
            start = self.length + text.index(words)
            self.plain[0].append(start)
            self.plain[1].append(start + len(words))
        self.pieces.append(text)
        self.length += len(text)

    def take(self, other: Paragraph) -> None:
        """Takes all words of another paragraph over."""
        self.pieces, self.links, self.length, self.plain, self.origins = (
            other.pieces,
            other.links,
            other.length,
            other.plain,
            other.origins,
        )
        other.pieces, other.links, other.length, other.plain, other.origins = [], [], 0, ([], []), []
