"""Names in the order of a Dutch telephone book."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def alphabetical(names: Iterable[str]) -> tuple[str, ...]:
    """These names sorted without regard for capitals and accents."""
    return tuple(sorted(names, key=folded))


def folded(name: str) -> tuple[str, str]:
    """What a name is sorted by."""
    bare = unicodedata.normalize("NFKD", name)
    return "".join(char for char in bare if not unicodedata.combining(char)).casefold().strip(), name
