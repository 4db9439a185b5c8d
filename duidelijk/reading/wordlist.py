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
def asks_for_more() -> frozenset[str]:
    """Dutch words at which no heading ends."""
    rows = lexicon("grammatica/functiewoorden").rows
    return frozenset(word for word, row in rows.items() if row["vervolg"] == "ja")
