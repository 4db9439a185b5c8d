"""The words a reader needs to know: function words, and what letters begin and end with."""

from __future__ import annotations

from functools import cache

from duidelijk.language.tabular import lexicon


@cache
def function_words(language: str = "nl") -> frozenset[str]:
    """The function words of a language (nl, en, de, fr, fy, af, es, it, pl, tr), in small letters."""
    rows = lexicon("grammatica/functiewoorden").rows
    return frozenset(word for word, row in rows.items() if language in row["talen"].split())


@cache
def asks_for_more(always: bool) -> frozenset[str]:
    """Dutch words after which more must follow; ``always``: at which no heading ends at all."""
    kinds = ("altijd",) if always else ("altijd", "vaak")
    rows = lexicon("grammatica/functiewoorden").rows
    return frozenset(word for word, row in rows.items() if row["vervolg"] in kinds)


@cache
def letter_words(part: str) -> tuple[str, ...]:
    """What lines of this part of a letter begin with, in small letters, longest first."""
    rows = lexicon("grammatica/briefdelen").rows
    return tuple(sorted((w for w, row in rows.items() if row["deel"] == part), key=lambda w: (-len(w), w)))


@cache
def addressees() -> frozenset[str]:
    """Words for the people a letter begins with: ``bewoner`` in "Beste bewoner"."""
    return frozenset(lexicon("grammatica/aangesprokenen").rows)
