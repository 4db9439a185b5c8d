"""The lines of a plain text, and how wide a line gets before it is wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\x85\u2028\u2029]")
_AROUND = (
    " \t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    + ("\x00\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)
_DATED = r"(?!\d{1,2}\.\s+(?:\w+\s+)?(?:19|20)\d\d\b)"
_MARKER = re.compile(
    r"(?P<bullet>[•▪◦●○■□►▶‣⁃·✓✔➢➤\uf0b7\uf0a7\uf0fc]\s*|[-–—*+]\s+|o(?:\t|\s{2,}))"
    rf"|{_DATED}(?:\(?(?P<number>\d{{1,2}})\)\s*|(?P<dotted>\d{{1,2}})\.\s+)"
    r"|\(?(?P<letter>[a-z])\)\s*|(?P<lettered>[a-z])\.\s+|(?P<roman>[IVX]{2,5}\.\s+|[IVX]\.(?:\t|\s{2,}))"
)
_SECTION = re.compile(r"(?:§\s*)?\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\S)")
_COLUMNS = re.compile(r"\t+[ \t]*| {4,}")
_PAGE = re.compile(
    r"[-–]?\s*(?:(?:pagina|pag\.|blad|bladzijde)\s*)?\d{1,3}(?:\s*(?:van|/)\s*\d{1,3})?\s*[-–]?", re.I
)
_ENDED = re.compile(r"""[.!?…]['"”’»)\]]*$""")
_WORD = re.compile(r"\S+")

_NARROWEST = 30
_FITS = 0.85


@dataclass(frozen=True, slots=True)
class Line:
    """A line with a word on it: ``start:end`` without white space; ``gap``: a blank line stands above."""

    start: int
    end: int
    text: str
    indent: int
    gap: bool

    @property
    def ended(self) -> bool:
        """Whether the line ends as a sentence does."""
        return bool(_ENDED.search(self.text))

    @property
    def goes_on(self) -> bool:
        """Whether the line begins in the middle of a sentence: with a small letter."""
        first = next((char for char in self.text if char.isalnum()), "")
        return first.islower()

    @property
    def first_word(self) -> str:
        """The first word with the marks around it."""
        found = _WORD.match(self.text)
        return found[0] if found else ""

    @property
    def is_page_number(self) -> bool:
        """Whether nothing but a page number stands here."""
        return bool(_PAGE.fullmatch(self.text))


@dataclass(frozen=True, slots=True)
class Marker:
    """What an item of a list begins with: ``order`` is its number (a = 1), 0 for a bullet."""

    length: int
    style: str
    order: int
    sure: bool


def lines_of(text: str) -> list[Line]:
    """The lines with a word on them; a line of dashes or stars counts as blank."""
    found: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        left = len(match[0]) - len(match[0].lstrip(_AROUND))
        inner = match[0].strip(_AROUND)
        if not any(map(str.isalnum, inner)):
            continue
        start = match.start() + left
        between = text[before:start]
        gap = not found or "\f" in between or len(_BREAK.findall(between)) > 1
        found.append(Line(start, start + len(inner), inner, left, gap))
        before = found[-1].end
    return found


def marker_of(line: Line) -> Marker | None:
    """What the line begins with if that could be an item of a list."""
    found = _MARKER.match(line.text)
    if found is None or found.end() == len(line.text):
        return None
    if found["bullet"]:
        sign = line.text[0]
        return Marker(found.end(), sign, 0, sign not in "-–—*+o")
    if number := found["number"] or found["dotted"]:
        return Marker(found.end(), "1)" if found["number"] else "1.", int(number), False)
    if found["roman"]:
        return Marker(found.end(), "I.", 0, False)
    letter = found["letter"] or found["lettered"]
    return Marker(found.end(), "a)" if found["letter"] else "a.", ord(letter) - 96, False)


def section_of(line: Line) -> int:
    """Length of a section number (``1.2``) at the start, 0 if there is none."""
    found = _SECTION.match(line.text)
    return found.end() if found else 0


def columns_of(line: Line) -> list[tuple[int, int]]:
    """Ranges of the columns on a line of a table; one for any other line."""
    starts = [0, *(m.end() for m in _COLUMNS.finditer(line.text))]
    ends = [*(m.start() for m in _COLUMNS.finditer(line.text)), len(line.text)]
    return [(line.start + a, line.start + b) for a, b in zip(starts, ends, strict=True) if b > a]


def width_of(lines: Sequence[Line]) -> int:
    """How wide lines get before they are wrapped; 0 for a text in which no line seems to be wrapped."""
    wrapped = sorted(
        len(line.text)
        for line, after in pairwise(lines)
        if after.goes_on
        and not after.gap
        and not line.ended
        and line.text[-1] not in ":;"
        and not marker_of(after)
    )
    width = wrapped[len(wrapped) * 9 // 10] if wrapped else 0
    return width if width >= _NARROWEST else 0


def stopped(line: Line, after: Line, width: int) -> bool:
    """Whether the writer ended the line: the next word would have fitted on it."""
    return not width or len(line.text) + 1 + len(after.first_word) < _FITS * width


def overlong(line: Line, width: int) -> bool:
    """Whether the line is too long to be a wrapped one."""
    return len(line.text) > 1.5 * width
