"""Forms of Dutch adjectives: with *-e* and back, comparative, superlative; and where each may stand.

The list is `bijvoeglijke-naamwoorden` in `wordlists/grammatica`.
"""

from __future__ import annotations

from collections.abc import Iterator

from duidelijk.language.frequency import zipf
from duidelijk.language.inflection import with_e
from duidelijk.language.spelling import doubles_before_ending
from duidelijk.language.tabular import lexicon

ADJECTIVES = "grammatica/bijvoeglijke-naamwoorden"
_VOWELS = "aeiou"
_KNOWN = 2.0


def places(phrase: str) -> frozenset[str]:
    """Where a phrase may stand in place of an adjective (column *plaats*); none when it isn't listed."""
    row = lexicon(ADJECTIVES).rows.get(phrase)
    return frozenset(row["plaats"].split()) if row else frozenset()


def is_adjective(word: str) -> bool:
    """Whether the list has this adjective, also with its ending *-e*."""
    rows = lexicon(ADJECTIVES).rows
    return word in rows or any(base in rows for base in _bases(word))


def inflected(phrase: str) -> str:
    """An adjective with its ending, or several words of which the last has it: *heel grote*."""
    row = lexicon(ADJECTIVES).rows.get(phrase, {})
    before, _, last = phrase.rpartition(" ")
    return row.get("met-e") or f"{before} {with_e(last)}".lstrip()


def without_e(word: str) -> str:
    """*grote* → *groot*, *eerste* as it is; empty when the word isn't certain."""
    if not word.endswith("e"):
        return word
    found = sorted(_bases(word), key=zipf)
    return found[-1] if found and zipf(found[-1]) >= _KNOWN else ""


def _bases(word: str) -> Iterator[str]:
    """What becomes *word* with an ending *-e*."""
    stem = word[:-1]
    if not word.endswith("e") or len(stem) < 2:
        return
    stems = {stem, stem[:-1] if stem[-1] == stem[-2] else stem}
    if stem[-1] not in _VOWELS and stem[-2] in _VOWELS:
        stems.add(stem[:-1] + stem[-2] + stem[-1])
    if stem.endswith("iël"):
        stems.add(stem[:-3] + "ieel")
    hard = {"v": "f", "z": "s"}
    stems |= {each[:-1] + hard[each[-1]] for each in stems if each[-1] in hard}
    yield from (each for each in stems if with_e(each) == word and each[-1:] not in "vz")


def comparative(word: str) -> str:
    """*groter*, *duurder*, *beter*, *meer gratis*; empty for what has none (*heel groot*)."""
    row = lexicon(ADJECTIVES).rows.get(word, {})
    if row.get("vergrotend"):
        return row["vergrotend"]
    if _is_fixed(word):
        return f"meer {word}"
    if " " in word or word.endswith("e"):
        return ""
    return word + "der" if word.endswith("r") else doubles_before_ending(word) + "er"


def superlative(word: str) -> str:
    """*grootst*, *liefst*, *best*, *meest logisch*; empty for what has none (*heel groot*)."""
    row = lexicon(ADJECTIVES).rows.get(word, {})
    if row.get("overtreffend"):
        return row["overtreffend"]
    if _is_fixed(word) or word.endswith(("isch", "st", "sd")):
        return f"meest {word}"
    if " " in word or word.endswith("e"):
        return ""
    return word + "t" if word.endswith("s") else word + "st"


def _is_fixed(word: str) -> bool:
    """*gratis*, *gebroken*: without an ending *-e*."""
    return " " not in word and inflected(word) == word and not word.endswith("e")
