"""What looks like an abbreviation in a text, and where a text introduces one in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

CANDIDATE = re.compile(
    r"(?<![\w.@/&’'-])(?:"
    r"(?P<dotted>(?:[^\W\d_]{1,2}\.){2,7}(?![\w@])|(?:[^\W\d_]\.){2,6}[^\W\d_](?![\w@.]))"
    r"|(?P<slashed>[^\W\d_]{1,3}[/&][^\W\d_]{1,3}(?![\w/&@])|[Bb]\sen\s[Ww](?!\w))"
    r"|(?P<short>[^\W\d_]{2,6}(?:\.nr)?\.(?=\s|$|[,)]))"
    r"|(?P<capitals>[A-Z][A-Z&]{1,6}(?![\w@&]|[./]\w|-\d))"
    r"|(?P<word>[^\W\d_]{2,6}(?![\w@]))"
    r")"
)
_ROMAN = re.compile(r"[IVXLCDM]+")
_CODE_BEFORE = re.compile(r"(?:\d{4}|\b[A-Z]{2}\d{2}|\d)\s?$")
_SHOUT_BEFORE = re.compile(r"\b[A-Z]{2,}[,:]?\s+$")
_GOES_ON = re.compile(r"\s*[a-zà-ÿ0-9,;:)]")
_SHOUT_AFTER = re.compile(r"[,:]?\s+[A-Z]{2,}\b")


def candidates(text: str) -> Iterator[tuple[str, int, int]]:
    """Kind (dotted, slashed, short, capitals, word), start and end."""
    for found in CANDIDATE.finditer(text):
        yield found.lastgroup or "", found.start(), found.end()


def is_code(text: str, start: int, end: int) -> bool:
    """Whether the capitals are no abbreviation: a numeral, part of a code or postcode, or shouting."""
    return bool(
        _ROMAN.fullmatch(text, start, end)
        or _CODE_BEFORE.search(text, max(0, start - 6), start)
        or _SHOUT_BEFORE.search(text, max(0, start - 25), start)
        or _SHOUT_AFTER.match(text, end)
    )


def goes_on(text: str, end: int) -> bool:
    """Whether the sentence clearly goes on: a small letter, figure or comma follows."""
    return bool(_GOES_ON.match(text, end))


def introduced_at(text: str, bare: str, full: str) -> int | None:
    """Where the text first gives the full form: before or behind brackets, or in so many words."""
    name = rf"{re.escape(bare)}(?:['’]?s)?"
    lead = r"(?:de\s|het\s|hierna(?:\ste\snoemen)?:?\s|afgekort(?:\stot)?:?\s|of(?:wel)?\s|kortweg\s)?"
    patterns = [
        rf"\w\s*\({lead}[‘'“\"]?{name}[’'”\"]?\)",
        rf"(?<!\w){name}\s*\((?!zie\b|art)[^)]*[a-zà-ÿ]{{3,}}[^)]*\)",
        rf"(?<!\w){name}\s+(?:staat\s+voor|betekent|is\s+de\s+afkorting)",
        rf"(?:afgekort(?:\s(?:tot|als|met))?|ook\s+wel|kortweg|oftewel)[:,]?\s+(?:de\s|het\s)?{name}(?!\w)",
    ]
    if full and len(full) > len(bare) + 2:
        patterns.append(re.escape(full))
    starts = [m.start() for p in patterns if (m := re.search(p, text, re.IGNORECASE))]
    return min(starts, default=None)
