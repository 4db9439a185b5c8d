"""The sums that measures are made of: they can be added, and taken off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from duidelijk.language.difficulty import RARE

LONG = 20
"""A sentence with more words than this counts as long (rules of plain Dutch warn from 15 to 25 on)."""


class Tally(NamedTuple):
    """Sums over sentences; a mean is one of them divided by another.

    ``words``, ``sentences``: as a reader counts them. ``read_words`` in ``read_sentences``, without list
    items that are no sentence; ``squares``: of the words of each sentence, where a loose piece belongs to the
    one before it. ``longer``: sentences of more than LONG words; ``spoken`` words with ``syllables``;
    ``long_words``: of more than 6 letters. ``frequency`` to ``nouns``: what LiNT-II counts (see lint.py).
    ``ease``: Zipf values of ``contents`` nouns, verbs and adjectives, of which ``rare``. ``marks``: brackets,
    dashes, slashes, semicolons and signs; ``loose``: sentences without a verb; ``gaps``: articles without a
    noun; ``personal``: words for the sender, and a quarter of those for the reader.
    """

    words: float = 0
    sentences: float = 0
    read_words: float = 0
    read_sentences: float = 0
    squares: float = 0
    longer: float = 0
    spoken: float = 0
    syllables: float = 0
    long_words: float = 0
    frequency: float = 0
    frequencies: float = 0
    dependency: float = 0
    dependencies: float = 0
    density: float = 0
    densities: float = 0
    concrete: float = 0
    nouns: float = 0
    ease: float = 0
    contents: float = 0
    rare: float = 0
    commas: float = 0
    marks: float = 0
    loose: float = 0
    gaps: float = 0
    passives: float = 0
    passive_sentences: float = 0
    personal: float = 0


class Word(NamedTuple):
    """A noun, verb, adjective or adverb of manner: its place in the document, and what it adds to the sums.

    ``frequency`` for LiNT-II and ``ease``: Zipf values; None when it doesn't count for that mean.
    """

    start: int
    end: int
    long: bool
    frequency: float | None
    ease: float | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence with the loose pieces behind it; ``words``: what a clearer word would change."""

    start: int
    end: int
    tally: Tally
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted: ``words`` and ``sentences`` of all running text, ``counted`` each sentence once.

    ``left_out``: ranges of what doesn't count for the grade: repeated sentences, quotations, tables.
    ``total``: the sums over what is counted.
    """

    words: int
    sentences: int
    counted: tuple[Counted, ...]
    left_out: tuple[tuple[int, int], ...]
    total: Tally


def summed(tallies: Iterable[Tally]) -> Tally:
    """These sums added up."""
    return Tally(*map(sum, zip(*tallies, strict=True))) if (tallies := list(tallies)) else Tally()


def word_sums(words: Sequence[Word]) -> Tally:
    """What these words add to the sums."""
    frequencies = [word.frequency for word in words if word.frequency is not None]
    eases = [word.ease for word in words if word.ease is not None]
    return Tally(
        long_words=sum(word.long for word in words),
        frequency=sum(frequencies),
        frequencies=len(frequencies),
        ease=sum(eases),
        contents=len(eases),
        rare=sum(ease < RARE for ease in eases),
    )
