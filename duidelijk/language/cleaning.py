"""Text as the pipeline should read it, with the way back: wrapped lines joined, invisible characters out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f"
_UNCLEAN = re.compile(rf"[^\S ]|  |[{_INVISIBLE}]")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[a-zà-öø-ÿ])(?!(?:en|of|tot|als)\b)")
_KEPT_HYPHEN = re.compile(r"(?<=\w-)[ \t]*\r?\n[ \t]*(?=[\w])(?!(?:en|of|tot|als)\b)")
_RUN = re.compile(r"[^\w\s]{100,}")
"""More signs in a row than anyone writes: the tokenizer takes them off one by one, reading all the rest."""
_JUNK = re.compile(rf"(?P<drop>[{_INVISIBLE}])|(?P<space>\s+)")


@dataclass(frozen=True, slots=True)
class Clean:
    """Clean text; ``positions[i]`` is the document offset of character i, one more at the end.

    ``positions`` is None where the text was clean already: then character i stood at ``start + i``.
    """

    text: str
    start: int
    positions: tuple[int, ...] | None

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The document range of clean characters ``start:end``."""
        if self.positions is None:
            return self.start + start, self.start + end
        if end <= start:
            return self.positions[start], self.positions[start]
        return self.positions[start], self.positions[end - 1] + 1 + self._tail(end - 1)

    def _tail(self, last: int) -> int:
        """How many combining marks were folded into the character at ``last``."""
        assert self.positions is not None
        gap = self.positions[last + 1] - self.positions[last] - 1
        return gap if gap > 0 and unicodedata.decomposition(self.text[last]) else 0


def clean(text: str, start: int, end: int) -> Clean:
    """The stretch ``text[start:end]`` as the pipeline should read it."""
    raw = text[start:end]
    composed = unicodedata.is_normalized("NFC", raw)
    if composed and not _UNCLEAN.search(raw):
        return Clean(_calm(raw), start, None)
    chars: list[str] = []
    positions: list[int] = []
    for char, at in _composed(_kept(raw)) if not composed else _kept(raw):
        chars.append(char)
        positions.append(start + at)
    return Clean(_calm("".join(chars)), start, (*positions, end))


def _calm(text: str) -> str:
    """The text with a line of dashes for each long run of signs: as long, and one token."""
    return _RUN.sub(lambda run: "-" * len(run[0]), text)


def _kept(raw: str) -> Iterator[tuple[str, int]]:
    """Characters to keep, each with its place in ``raw``."""
    skip = {
        i for pattern in (_BROKEN_WORD, _KEPT_HYPHEN) for m in pattern.finditer(raw) for i in range(*m.span())
    }
    at = 0
    for junk in _JUNK.finditer(raw):
        yield from ((raw[i], i) for i in range(at, junk.start()) if i not in skip)
        if junk["space"] and not skip.issuperset(range(*junk.span())):
            yield " ", junk.start()
        at = junk.end()
    yield from ((raw[i], i) for i in range(at, len(raw)) if i not in skip)


def _composed(kept: Iterator[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The same with each letter and its combining marks as one character where Unicode has one."""
    held: tuple[str, int] | None = None
    for char, at in kept:
        if held and unicodedata.combining(char):
            together = unicodedata.normalize("NFC", held[0] + char)
            if len(together) == 1:
                held = together, held[1]
                continue
        if held:
            yield held
        held = char, at
    if held:
        yield held
