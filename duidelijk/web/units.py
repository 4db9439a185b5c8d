"""Offsets in code points → offsets in UTF-16 code units, which Java and JavaScript count in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def utf16(text: str) -> Callable[[int], int]:
    """The function that turns an offset in ``text`` into one in UTF-16 code units."""
    wide = [each.start() for each in _WIDE.finditer(text)]
    return lambda offset: offset + bisect_left(wide, offset)
