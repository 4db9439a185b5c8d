"""Word list → patterns: the ways in which each term may be written, by the hash of one telling word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from spacy.strings import get_string_id

from duidelijk.language.context import Context, parse
from duidelijk.language.wordforms import possible_forms
from duidelijk.model import Entry, WordList

INFLECTED = frozenset({"NOUN", "VERB", "ADJ", "DET"})
GAP = 15
_FOREIGN: Mapping[str, frozenset[str]] = {
    "VERB": frozenset({"NOUN", "PROPN", "NUM"}),
    "NOUN": frozenset({"VERB", "AUX", "ADV", "NUM"}),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a term: hashes of its forms and lemmas; ``gap`` words may stand before it.

    A lemma doesn't count for a word of a class (UPOS) in ``foreign``: *behoefte* is no form of *behoeven*.
    """

    forms: frozenset[int]
    lemmas: frozenset[int] = frozenset()
    foreign: frozenset[int] = frozenset()
    gap: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One way an entry may be written; the search begins at slot ``anchor``.

    ``particle``: the last word is one, and must be loose; ``te``: an infinitive with *te* must follow.
    """

    entry: Entry
    context: Context
    slots: tuple[Slot, ...]
    anchor: int = 0
    particle: bool = False
    te: bool = False


@cache
def patterns(terms: WordList) -> Mapping[int, tuple[Pattern, ...]]:
    """The patterns of a list by the hash of a form or lemma of their anchor.

    Raises ValueError for a context that can't be read.
    """
    found: dict[int, list[Pattern]] = {}
    for entry in terms.entries:
        for pattern in _patterns(entry):
            slot = pattern.slots[pattern.anchor]
            for key in slot.forms | slot.lemmas:
                found.setdefault(key, []).append(pattern)
    return {key: tuple(listed) for key, listed in found.items()}


def _patterns(entry: Entry) -> Iterator[Pattern]:
    conditions = parse(entry.context)
    particle = next(iter(conditions.words("deel")), "")
    if particle:
        yield from _separable(entry, conditions, particle)
    elif entry.pos == "VERB" and entry.term.endswith(" te"):
        verb = _inflected(entry.term.removesuffix(" te"), entry, conditions)
        yield Pattern(entry, conditions, (verb,), te=True)
    elif entry.pos == "VERB" and " " in entry.term and "~" not in entry.term:
        yield from _verb_phrase(entry, conditions)
    else:
        yield _fixed(entry, conditions)


def _fixed(entry: Entry, conditions: Context) -> Pattern:
    """The words as they stand; ``~`` before one marks it as inflected, ``…`` is a gap."""
    size = int(next(iter(conditions.words("gat")), GAP))
    whole = entry.pos in INFLECTED and "~" not in entry.term
    words = entry.term.split()
    slots, kept, gap = [], [], 0
    for word in words:
        if word == "…":
            gap = size
            continue
        bare = word.removeprefix("~")
        slot = _inflected(bare, entry, conditions) if whole or bare != word else Slot(_hashes({bare}))
        slots.append(replace(slot, gap=gap))
        kept.append(bare)
        gap = 0
    anchor = max(range(len(kept)), key=lambda i: len(kept[i]))
    return Pattern(entry, conditions, tuple(slots), anchor)


def _inflected(word: str, entry: Entry, conditions: Context) -> Slot:
    listed = conditions.words("vormen")
    if listed:
        return Slot(_hashes(listed))
    forms = possible_forms(word, "VERB" if "~" in entry.term else entry.pos)
    if entry.pos == "NOUN" and " " in entry.term:
        forms |= possible_forms(word, "ADJ")
    return Slot(_hashes(forms), _hashes({word}), _hashes(_FOREIGN.get(entry.pos, frozenset())))


def _verb_phrase(entry: Entry, conditions: Context) -> Iterator[Pattern]:
    """*in acht nemen*, *in acht te nemen*, *neemt … in acht*."""
    *words, last = entry.term.split()
    fixed = [Slot(_hashes({word})) for word in words]
    verb = _inflected(last, entry, conditions)
    anchor = len(fixed) - 1
    yield Pattern(entry, conditions, (*fixed, verb), anchor)
    yield Pattern(entry, conditions, (*fixed, Slot(_hashes({"te"})), verb), anchor)
    yield Pattern(entry, conditions, (verb, Slot(fixed[0].forms, gap=GAP), *fixed[1:]), anchor + 1)


def _separable(entry: Entry, conditions: Context, particle: str) -> Iterator[Pattern]:
    """*aanvangt* and *aangevangen*, *vangt … aan*, *aan te vangen*."""
    base = entry.term.removeprefix(particle)
    forms = possible_forms(base, "VERB")
    whole = Slot(_hashes({particle + form for form in forms} | {entry.term}))
    verb = Slot(_hashes(forms), _hashes({base, entry.term}), _hashes(_FOREIGN["VERB"]))
    loose = _hashes({particle})
    yield Pattern(entry, conditions, (whole,))
    yield Pattern(entry, conditions, (verb, Slot(loose, gap=GAP)), particle=True)
    yield Pattern(entry, conditions, (Slot(loose), Slot(_hashes({"te"})), Slot(_hashes({base}))), anchor=2)


def _hashes(words: set[str] | frozenset[str]) -> frozenset[int]:
    return frozenset(get_string_id(word) for word in words)
