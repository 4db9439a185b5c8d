"""Finds the terms of a word list in a Doc: by form and by lemma, in several words, with gaps.

A list is compiled once; what is looked up per word is one hash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spacy.attrs import LEMMA, LOWER
from spacy.strings import hash_string

from duidelijk.language import context
from duidelijk.language.context import Context
from duidelijk.language.te_infinitive import te_infinitive
from duidelijk.language.wordforms import possible_forms
from duidelijk.model import Entry, WordList

if TYPE_CHECKING:
    from spacy.tokens import Doc

INFLECTED = frozenset({"NOUN", "VERB", "ADJ", "DET"})
GAP = 15
_AFTER_PARTICLE = frozenset({"PUNCT", "ADP", "SCONJ", "CCONJ", "VERB", "AUX", "SPACE"})


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a term: hashes of its forms and lemmas; ``gap`` words may stand before it."""

    forms: frozenset[int]
    lemmas: frozenset[int]
    gap: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One way an entry may be written.

    ``particle``: its last word is one, and must be loose; ``te``: it governs an infinitive with *te*.
    """

    entry: Entry
    context: Context
    slots: tuple[Slot, ...]
    particle: bool = False
    te: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A term in a Doc: its entry and the indices of its words."""

    entry: Entry
    context: Context
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The patterns of a list by the hash of their first word."""

    patterns: dict[int, tuple[Pattern, ...]]


@cache
def index(terms: WordList) -> Index:
    """The compiled list; raises ValueError for a context that can't be read."""
    found: dict[int, list[Pattern]] = {}
    for entry in terms.entries:
        for pattern in _patterns(entry):
            for key in pattern.slots[0].forms | pattern.slots[0].lemmas:
                found.setdefault(key, []).append(pattern)
    return Index({key: tuple(patterns) for key, patterns in found.items()})


def matches(doc: Doc, terms: WordList) -> list[Match]:
    """The terms in text order, of overlapping ones the longest."""
    patterns = index(terms).patterns
    rows = doc.to_array([LOWER, LEMMA]).tolist()
    found: list[Match] = []
    for i, (lower, lemma) in enumerate(rows):
        if lower in patterns or lemma in patterns:
            candidates = dict.fromkeys((*patterns.get(lower, ()), *patterns.get(lemma, ())))
            found += _at(doc, rows, i, candidates)
    return _longest(found)


def _longest(found: list[Match]) -> list[Match]:
    taken: set[int] = set()
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (-len(m.tokens), -m.entry.weight, m.tokens)):
        if taken.isdisjoint(match.tokens):
            taken.update(match.tokens)
            kept.append(match)
    return sorted(kept, key=lambda m: m.tokens)


def _at(doc: Doc, rows: list[list[int]], i: int, patterns: Iterable[Pattern]) -> Iterator[Match]:
    for pattern in patterns:
        tokens = _tokens(doc, rows, i, pattern)
        if tokens and context.holds(pattern.context, pattern.entry, doc, tokens[0], tokens[-1]):
            yield Match(pattern.entry, pattern.context, tokens)


def _tokens(doc: Doc, rows: list[list[int]], i: int, pattern: Pattern) -> tuple[int, ...]:
    """The indices of the words when the pattern matches from ``i``, else nothing."""
    if not _fits(rows[i], pattern.slots[0]):
        return ()
    tokens = [i]
    for slot in pattern.slots[1:]:
        at = _next(doc, rows, tokens[-1] + 1, slot, pattern.particle)
        if at is None:
            return ()
        tokens.append(at)
    if pattern.te:
        found = te_infinitive(doc, tokens[-1])
        return (*tokens, found.te) if found else ()
    return tuple(tokens)


def _fits(row: list[int], slot: Slot) -> bool:
    return row[0] in slot.forms or row[1] in slot.lemmas


def _next(doc: Doc, rows: list[list[int]], start: int, slot: Slot, loose: bool) -> int | None:
    for at in range(start, min(len(rows), start + slot.gap + 1)):
        if doc[at].is_sent_start:
            return None
        if _fits(rows[at], slot) and (not loose or _is_loose(doc, at)):
            return at
    return None


def _is_loose(doc: Doc, at: int) -> bool:
    """Whether the word at ``at`` can be a particle: nothing stands behind it that it could govern."""
    if doc[at].dep_ == "compound:prt" or at + 1 == len(doc) or doc[at + 1].is_sent_start:
        return True
    return doc[at + 1].pos_ in _AFTER_PARTICLE


def _patterns(entry: Entry) -> Iterator[Pattern]:
    conditions = context.parse(entry.context)
    words = [w for w in entry.term.split() if w != "te" or entry.pos != "VERB"]
    particle = next(iter(conditions.words("deel")), "")
    if entry.pos == "VERB" and entry.term.endswith(" te"):
        yield Pattern(entry, conditions, tuple(_slot(w, entry, conditions, True) for w in words), te=True)
    elif particle:
        yield from _separable(entry, conditions, particle)
    elif entry.pos == "VERB" and len(words) > 1 and "~" not in entry.term:
        *fixed, verb = [_slot(w, entry, conditions, w == words[-1]) for w in words]
        to = Slot(_hashes({"te"}), frozenset())
        yield Pattern(entry, conditions, (*fixed, verb))
        yield Pattern(entry, conditions, (*fixed, to, verb))
        yield Pattern(entry, conditions, (verb, Slot(fixed[0].forms, fixed[0].lemmas, GAP), *fixed[1:]))
    else:
        yield Pattern(entry, conditions, tuple(_slots(entry, conditions)))


def _slots(entry: Entry, conditions: Context) -> Iterator[Slot]:
    gap = 0
    size = int(next(iter(conditions.words("gat")), GAP))
    for word in entry.term.split():
        if word == "…":
            gap = size
            continue
        slot = _slot(word, entry, conditions, entry.pos in INFLECTED and "~" not in entry.term)
        yield Slot(slot.forms, slot.lemmas, gap)
        gap = 0


def _slot(word: str, entry: Entry, conditions: Context, inflected: bool) -> Slot:
    """The slot of one word; ``~`` before it marks an inflected one among fixed words."""
    bare = word.removeprefix("~")
    if not (inflected or word.startswith("~")):
        return Slot(_hashes({bare}), frozenset())
    listed = conditions.words("vormen")
    if listed:
        return Slot(_hashes(listed), frozenset())
    forms = possible_forms(bare, "VERB" if word.startswith("~") else entry.pos)
    if entry.pos == "NOUN" and " " in entry.term:
        forms |= possible_forms(bare, "ADJ")
    return Slot(_hashes(forms), _hashes({bare}))


def _separable(entry: Entry, conditions: Context, particle: str) -> Iterator[Pattern]:
    """*aanvangt* and *aangevangen*, *vangt … aan*, *aan te vangen*."""
    base = entry.term.removeprefix(particle)
    joined = {particle + form for form in possible_forms(base, "VERB")} | {entry.term}
    whole = Slot(_hashes(joined), frozenset())
    verb = Slot(_hashes(possible_forms(base, "VERB")), _hashes({base, entry.term}))
    loose = Slot(_hashes({particle}), frozenset(), GAP)
    infinitive = Slot(_hashes({base}), frozenset())
    yield Pattern(entry, conditions, (whole,))
    yield Pattern(entry, conditions, (verb, loose), particle=True)
    yield Pattern(
        entry, conditions, (Slot(loose.forms, frozenset()), Slot(_hashes({"te"}), frozenset()), infinitive)
    )


def _hashes(words: set[str] | frozenset[str]) -> frozenset[int]:
    return frozenset(hash_string(w) for word in words for w in {word, re.sub("’", "'", word)})
