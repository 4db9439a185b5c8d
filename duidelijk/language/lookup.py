"""A word list that is opened only where a text needs it: terms by the first letters of their telling word.

Working out the forms of all terms takes longer than checking a letter. A text asks with the first letters of
its own words; only terms that begin so (or have a participle that does) are worked out, and kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from duidelijk.language.context import parse
from duidelijk.language.inflection import irregular_forms, particle_of
from duidelijk.language.patterns import Pattern, anchor_word, patterns_of
from duidelijk.language.spelling import regular_stem
from duidelijk.language.wordforms import SHORT, possible_forms, starts_of
from duidelijk.model import Entry, WordList


class Lookup:
    """The terms of one list, worked out as far as texts have asked for them."""

    def __init__(self, terms: WordList) -> None:
        self._waiting: dict[str, list[int]] = {}
        self._entries = terms.entries
        self._done: set[int] = set()
        self._known: dict[int, list[Pattern]] = {}
        for order, entry in enumerate(terms.entries):
            for start in _starts(entry):
                self._waiting.setdefault(start, []).append(order)

    def patterns(self, starts: AbstractSet[str]) -> Mapping[int, list[Pattern]]:
        """The patterns that words with these starts can match, and some more, by the hash of their anchor."""
        for start in self._waiting.keys() & starts:
            for order in self._waiting.pop(start):
                if order not in self._done:
                    self._done.add(order)
                    self._add(order)
        return self._known

    def _add(self, order: int) -> None:
        for pattern in patterns_of(self._entries[order]):
            slot = pattern.slots[pattern.anchor]
            for key in slot.forms | slot.lemmas:
                self._known.setdefault(key, []).append(pattern)


@cache
def lookup(terms: WordList) -> Lookup:
    """The one Lookup of a list."""
    return Lookup(terms)


def _starts(entry: Entry) -> Collection[str]:
    """The starts under which an entry is kept; most are plain words, which goes quicker."""
    if entry.context or entry.pos == "VERB" or " " in entry.term:
        return set(_starts_of(entry))
    return starts_of(entry.term.removeprefix("~").lower())


def _starts_of(entry: Entry) -> Iterator[str]:
    """The starts under which an entry is kept: of every form that its telling word may have."""
    conditions = parse(entry.context)
    listed = conditions.words("vormen")
    if listed and " " not in entry.term:
        yield from (start for form in listed for start in starts_of(form))
        return
    word, particle = anchor_word(entry, conditions)
    word = word.lower()
    yield from starts_of(word)
    if not particle and entry.pos == "VERB" and (particle := particle_of(word)):
        word = word.removeprefix(particle)
    if particle:
        yield from (*starts_of(particle + word), *starts_of(f"{particle}ge{word}"))
    if entry.pos == "VERB":
        short = possible_forms(word, "VERB") if len(word) <= SHORT else ()
        for form in {regular_stem(word), *irregular_forms(word), *short}:
            yield from (*starts_of(form), *starts_of(particle + form))
