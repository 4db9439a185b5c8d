"""*de Wmo* → *de Wet maatschappelijke ondersteuning (Wmo)*: the whole name at the first use."""

from __future__ import annotations

import re

from duidelijk.language.noun_forms import noun
from duidelijk.model import Entry

_DETERMINER = re.compile(
    r"\b(?:de|het|een|deze|dit|die|dat|uw|je|jouw|onze?|ons|hun|mijn|zijn|haar|geen|elke?|iedere?|welke?)"
    r" (?:\w+ )?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[-'’/&(]| ?\(| \d| [A-Z]{2}| wet\b")


def in_full(entry: Entry, text: str, start: int, end: int, opens: bool) -> tuple[str, ...]:
    """The whole name with the abbreviation behind it; nothing where that isn't certain.

    ``opens``: the abbreviation is the first word of its sentence.
    """
    form = text[start:end]
    names = [name for name in entry.alternatives if spells(name, form)]
    if len(names) != 1 or _BEHIND.match(text, end) or text[:start].count("(") > text[:start].count(")"):
        return ()
    (name,) = names
    if not _DETERMINER.search(text[:start]) and not _needs_none(name):
        return ()
    return (f"{name[0].upper() + name[1:] if opens else name} ({form})",)


def spells(name: str, form: str) -> bool:
    """Whether an abbreviation is made of letters of this name, in this order, from the first one on."""
    letters = [char for char in form.lower() if char.isalnum()]
    rest = iter(name.lower())
    return name[:1].lower() == letters[0] and all(letter in rest for letter in letters)


def _needs_none(name: str) -> bool:
    """Whether a name stands without an article: *buitenschoolse opvang*, *burgemeester en wethouders*."""
    if name[0].isupper():
        return False
    head = noun(name.split()[0]) if " van " in name or " in " in name else noun(name.split()[-1])
    return (
        " en " in name
        or (head is not None and (head.kind == "stof" or head.plural))
        or name.endswith("belasting")
    )
