"""What looks like an abbreviation in a text, and where a text introduces one in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DOTTED = re.compile(
    r"(?<![\w.@/&’'-])(?:(?:[^\W\d_]{1,2}\.){2,7}(?![\w@])|(?:[^\W\d_]\.){2,6}[^\W\d_](?![\w@.]))"
)
_STARTS_DOTTED = re.compile(r"(?<![^\W\d_][^\W\d_])[^\W\d_]\.[^\W\d_]")
_SLASH = re.compile(r"[/&]|\b[Bb]\sen\s[Ww]\b")
_SLASHED = re.compile(r"(?<![\w.@/&-])(?:[^\W\d_]{1,3}[/&][^\W\d_]{1,3}(?![\w/&@])|[Bb]\sen\s[Ww](?!\w))")
_DOT = re.compile(r"[^\W\d_]\.(?=\s|$|[,)])")
_SHORT = re.compile(r"(?<![\w.@/&’'-])[^\W\d_]{2,6}(?:\.nr)?\.$")
_CAPITALS = re.compile(r"(?<![\w.@/&’'\[{«-])[A-Z][A-Z&]{1,6}(?![\w@&]|[./]\w|-\d)")
HYPHENED = re.compile(r"(?<![\w.-])[A-Za-z][A-Za-z]{1,5}(?=-[a-z])")
_LONGEST = 10
_ROMAN = re.compile(r"[IVXLCDM]+")
_CODE_BEFORE = re.compile(r"(?:\d{4}|\b[A-Z]{2}\d{2}|\d)\s?$")
_SHOUT_BEFORE = re.compile(r"\b[A-Z]{2,}[,:]?\s+$")
_SHOUT_AFTER = re.compile(r"[,:]?\s+[A-Z]{2,}\b")
_NAME_AFTER = re.compile(r"\s[A-Z][a-zà-ÿ]+")
_GOES_ON = re.compile(r"\s*[a-zà-ÿ0-9€,;:)]")
_ASIDE = 40
_LEAD = r"(?:(?:de|het|hierna(?:\s+te\s+noemen)?:?|afgekort(?:\s+tot)?:?|of(?:wel)?|kortweg)\s+)?"
_OPENED = re.compile(rf"\w\s*\({_LEAD}[‘'“\"]?$", re.IGNORECASE)
_CLOSED = re.compile(r"(?:['’]?s)?[’'”\"]?\)")
_CALLED = re.compile(
    r"(?:\bafgekort(?:\s(?:tot|als|met))?|\book\swel|\bkortweg|\boftewel)[:,]?\s+(?:(?:de|het)\s)?$",
    re.IGNORECASE,
)
_GLOSSED = re.compile(
    r"(?:['’]?s)?(?:-\w+)?(?:\s*\((?!zie\b|art)[^)]*[a-zà-ÿ]{3}[^)]*\)|\s+(?:staat\s+voor|betekent|is\s+de\s+afk)"
    r"|,\s+(?:dat|dit)\s+(?:is|zijn)\b|\s+is\s+(?:de|het|een)\s+[a-zà-ÿ]+\s+(?:die|dat|voor|van|waar|over)\b)"
)
Candidate = tuple[int, int, str]


def candidates(text: str) -> Iterator[Candidate]:
    """Start, end and kind (dotted, slashed, short, capitals) of what looks like an abbreviation."""
    if _STARTS_DOTTED.search(text):
        yield from ((*m.span(), "dotted") for m in _DOTTED.finditer(text))
    if _SLASH.search(text):
        yield from ((*m.span(), "slashed") for m in _SLASHED.finditer(text))
    for dot in _DOT.finditer(text):
        found = _SHORT.search(text, max(0, dot.end() - _LONGEST), dot.end())
        if found:
            yield (*found.span(), "short")
    yield from ((*m.span(), "capitals") for m in _CAPITALS.finditer(text))


def is_code(text: str, start: int, end: int) -> bool:
    """Whether the capitals are no abbreviation: part of a name or code, a numeral, or shouting."""
    return bool(
        _NAME_AFTER.match(text, end)
        or _ROMAN.fullmatch(text, start, end)
        or _CODE_BEFORE.search(text, max(0, start - 6), start)
        or _SHOUT_BEFORE.search(text, max(0, start - 25), start)
        or _SHOUT_AFTER.match(text, end)
    )


def goes_on(text: str, end: int) -> bool:
    """Whether the sentence clearly goes on: a small letter, figure or comma follows."""
    return bool(_GOES_ON.match(text, end))


def after_number(text: str, start: int) -> bool:
    """Whether a figure stands before the place: *10 min.*"""
    return bool(re.search(r"\d\s*$", text[max(0, start - 3) : start]))


def introduced_at(text: str, bare: str, full: str) -> int | None:
    """Where the text first gives the full form: beside brackets, or in so many words; None if it doesn't."""
    lower = text.lower()
    whole = lower.find(full.lower()) if len(full) > len(bare) + 2 else -1
    found = [whole] if whole >= 0 else []
    at = lower.find(bare.lower())
    while at >= 0:
        end = at + len(bare)
        before, after = text[max(0, at - _ASIDE) : at], text[end : end + _ASIDE * 3]
        if (
            (_OPENED.search(before) and _CLOSED.match(after))
            or _CALLED.search(before)
            or _GLOSSED.match(after)
        ):
            return min([at, *found])
        at = lower.find(bare.lower(), end)
    return min(found, default=None)
