"""Offsets in code points → offsets in UTF-16 units, as browsers and editors count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

_LAST_SINGLE = "\uffff"


def utf16(text: str) -> Callable[[int], int]:
    """The function from an offset in ``text`` to the same place counted in UTF-16 units."""
    double = [place for place, char in enumerate(text) if char > _LAST_SINGLE]
    return lambda offset: offset + bisect_left(double, offset)
