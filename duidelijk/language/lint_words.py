"""What LiNT-II knows of words: how common in films and series, concrete or abstract, the head of a compound.

The classes of nouns come from lint_ii (Jenia Kim and Henk Pander Maat, EUPL; see training/noun_classes.py),
the frequencies from OpenSubtitles (see training/subtlex.py).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from duidelijk.language.compound_parts import noun_lemma
from duidelijk.language.tabular import rows
from duidelijk.resources import folder

FEWEST = 1.359228547196266
"""Zipf value of a word that SUBTLEX-NL doesn't have: log10 of one in its total, per thousand million."""
_CONSTANT, _SLOPE = -0.128, 1.019
"""From OpenSubtitles to SUBTLEX-NL: R² 0.98–0.99 on sources left out (training/subtlex.py)."""


class NounClass(NamedTuple):
    """``kind``: ``c`` concrete, ``a`` abstract, ``u`` both; ``head``: last part of a compound, else empty."""

    kind: str
    head: str


@lru_cache(maxsize=50_000)
def noun_class(form: str, lemma: str) -> NounClass | None:
    """The class of a noun, by its form or else its lemma, both in small letters; None for an unknown one."""
    for word in dict.fromkeys((form, lemma, noun_lemma(form))):
        if word and (found := _line("naamwoorden", word.encode())):
            kind, _, head = found.partition("\t")
            return NounClass(kind, word[-int(head) :] if head.isdigit() else head)
    return None


def _line(name: str, word: bytes) -> str | None:
    """The other columns of the line of a word, by halving the sorted list: quicker than reading it all."""
    table = _table(name)
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.index(b"\n", start)
        found, _, rest = table[start:end].partition(b"\t")
        if found == word:
            return rest.decode()
        low, high = (end + 1, high) if found < word else (low, start)
    return None


@cache
def _table(name: str) -> bytes:
    """The lines of a list in ``wordlists/lint``, in the order of their bytes."""
    data = (folder("wordlists") / "lint" / f"{name}.tsv").read_bytes()
    return data[data.index(b"\nwoord\t") + 1 :].partition(b"\n")[2]


def is_unit(form: str) -> bool:
    """Whether this is the sign of a measure: *km*."""
    return form in _words("eenheden")


def is_manner_adverb(form: str) -> bool:
    """Whether an adverb counts as a content word: *hardop*."""
    return form in _words("bijwoorden")


def has_no_frequency(word: str) -> bool:
    """Whether a word, or the word it comes from, is left out of the mean frequency."""
    return word in _words("zonder-frequentie")


@cache
def _words(name: str) -> frozenset[str]:
    _, *body = rows(folder("wordlists") / "lint" / f"{name}.tsv")
    return frozenset(cells[0] for _, cells in body)


@lru_cache(maxsize=50_000)
def subtlex_zipf(word: str) -> float:
    """An estimate of a word's Zipf value in SUBTLEX-NL (1.36 – 7.6, higher = more common).

    From the subtitles of OpenSubtitles, which SUBTLEX-NL was made of as well.
    """
    found = _line("ondertitels", word.encode())
    return FEWEST if found is None else _CONSTANT + _SLOPE * int(found) / 100
