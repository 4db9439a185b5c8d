"""Entry of a word list → patterns: the ways in which the term may be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache

from spacy.strings import get_string_id

from duidelijk.language.context import Context, parse
from duidelijk.language.frequency import zipf
from duidelijk.language.inflection import verb_forms
from duidelijk.language.wordforms import possible_forms
from duidelijk.model import Entry

INFLECTED = frozenset({"NOUN", "VERB", "ADJ", "DET"})
GAP = 15
_FOREIGN: Mapping[str, frozenset[str]] = {
    "VERB": frozenset({"NOUN", "PROPN", "NUM"}),
    "NOUN": frozenset({"VERB", "AUX", "ADV", "NUM"}),
}


_CLASSES: Mapping[str, frozenset[str]] = {
    "[zijn]": frozenset("mijn uw zijn haar ons onze hun jouw je jullie z'n m'n d'r".split()),
    "[een]": frozenset("een de het deze die dit dat geen elke elk iedere ieder".split()),
}
"""What stands for any word of a kind in a term."""
_CLASS_ZIPF = 9.0
_HELPERS = frozenset(
    "is zijn was waren wordt word worden werd werden heeft hebben had hadden moet moeten moest moesten kan "
    "kunnen kon konden zal zullen zou zouden mag mogen wil willen laat laten gaat gaan blijft blijven "
    "niet".split()
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a term: hashes of its forms and lemmas; ``gap`` words may stand before it.

    A lemma doesn't count for a word of a class (UPOS) in ``foreign``: *behoefte* is no form of *behoeven*.
    ``loose``: it is a particle, with nothing behind it that it could govern. ``helped``: auxiliaries may
    stand before it. ``bare``: a noun with no article, adjective or preposition of its own.
    """

    forms: frozenset[int]
    lemmas: frozenset[int] = frozenset()
    foreign: frozenset[int] = frozenset()
    gap: int = 0
    loose: bool = False
    helped: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One way an entry may be written; the search begins at slot ``anchor``.

    ``te``: an infinitive with *te* must follow.
    """

    entry: Entry
    context: Context
    slots: tuple[Slot, ...]
    anchor: int = 0
    te: bool = False


def anchor_word(entry: Entry, conditions: Context) -> tuple[str, str]:
    """The word of a term at which the search begins, and the particle that may stand before it."""
    words = entry.term.lower().replace("~", "").replace("…", "").split()
    particle = next(iter(conditions.words("deel")), "")
    if entry.pos == "VERB" and entry.term.endswith(" te"):
        return words[0], ""
    if entry.pos == "VERB" and len(words) > 1 and "~" not in entry.term:
        return words[:-1][_anchor(words[:-1])], ""
    if particle:
        return entry.term.removeprefix(particle), particle
    return words[_anchor(words)], ""


def _anchor(words: list[str]) -> int:
    """The place of the rarest of these words, where a search is started most seldom; of two the longest."""
    if len(words) == 1:
        return 0
    return min(range(len(words)), key=lambda i: (_often(words[i]), -len(words[i])))


def _often(word: str) -> float:
    """How often a search would start at a word; most of all where it stands for any word of a class."""
    return _CLASS_ZIPF if word in _CLASSES else zipf(word)


def patterns_of(entry: Entry) -> Iterator[Pattern]:
    """The ways in which an entry may be written; raises ValueError for a context that can't be read."""
    conditions = parse(entry.context)
    particle = next(iter(conditions.words("deel")), "")
    if entry.pos == "VERB" and entry.term.endswith(" te"):
        verb = _inflected(entry.term.removesuffix(" te"), entry, conditions)
        yield Pattern(entry, conditions, (verb,), te=True)
    elif entry.pos == "VERB" and " " in entry.term and "~" not in entry.term:
        yield from _verb_phrase(entry, conditions, particle)
    elif particle:
        yield from _separable(entry, conditions, particle)
    else:
        yield _fixed(entry, conditions)


def _fixed(entry: Entry, conditions: Context) -> Pattern:
    """The words as they stand; ``~`` before one marks it as inflected, ``…`` is a gap."""
    size = int(next(iter(conditions.words("gat")), GAP))
    whole = entry.pos in INFLECTED and "~" not in entry.term
    words = entry.term.lower().split()
    slots, kept, gap = [], [], 0
    for word in words:
        if word == "…":
            gap = size
            continue
        bare = word.removeprefix("~")
        inflected = (whole and bare not in _CLASSES) or bare != word
        slot = _inflected(bare, entry, conditions) if inflected else _word(bare)
        slots.append(replace(slot, gap=gap) if gap else slot)
        kept.append(bare)
        gap = 0
    return Pattern(entry, conditions, tuple(slots), _anchor(kept))


def _inflected(word: str, entry: Entry, conditions: Context) -> Slot:
    listed = conditions.words("vormen")
    if listed:
        return Slot(_hashes(listed))
    forms = possible_forms(word, "VERB" if "~" in entry.term else entry.pos)
    if entry.pos == "NOUN" and " " in entry.term:
        forms |= possible_forms(word, "ADJ")
    return Slot(_hashes(forms), _hashes({word}), _foreign(entry.pos))


def _verb_phrase(entry: Entry, conditions: Context, particle: str) -> Iterator[Pattern]:
    """*in acht nemen*, *in acht te nemen*, *neemt … in acht*; *hakt de knoop door*."""
    *words, last = entry.term.lower().split()
    bare = len(words) == 1 and "lidwoord" not in conditions.flags
    fixed = [replace(_word(word), bare=bare) for word in words]
    base = last.removeprefix(particle)
    simple = replace(entry, term=base)
    finite = _inflected(base, simple, conditions)
    finite = replace(finite, forms=finite.forms | _hashes({verb_forms(base).present_1}))
    whole = _joined(particle, base, last) if particle else finite
    gap = int(next(iter(conditions.words("gat")), 0))
    anchor = _anchor(words)
    loose = [Slot(_hashes({particle}), gap=gap)] if particle else []
    yield Pattern(entry, conditions, (*fixed, replace(whole, gap=gap, helped=True)), anchor)
    yield Pattern(
        entry, conditions, (*fixed, *loose, _word("te"), _word(base) if particle else finite), anchor
    )
    apart = [replace(slot, gap=max(gap, 1), loose=True) for slot in loose]
    first = replace(fixed[0], gap=GAP)
    yield Pattern(entry, conditions, (finite, first, *fixed[1:], *apart), anchor + 1)


def _separable(entry: Entry, conditions: Context, particle: str) -> Iterator[Pattern]:
    """*aanvangt* and *aangevangen*, *vangt … aan*, *aan te vangen*."""
    base = entry.term.removeprefix(particle)
    verb = Slot(_hashes(possible_forms(base, "VERB")), _hashes({base, entry.term}), _foreign("VERB"))
    yield Pattern(entry, conditions, (_joined(particle, base, entry.term),))
    yield Pattern(entry, conditions, (verb, Slot(_hashes({particle}), gap=GAP, loose=True)))
    yield Pattern(entry, conditions, (_word(particle), _word("te"), _word(base)), anchor=2)


def _joined(particle: str, base: str, infinitive: str) -> Slot:
    """The forms in which the particle stands before the verb."""
    return Slot(_hashes({particle + form for form in possible_forms(base, "VERB")} | {infinitive}))


def _word(word: str) -> Slot:
    """A word as it stands, or any word of a class: *[zijn]*."""
    return Slot(_hashes(_CLASSES.get(word, {word})))


@cache
def _foreign(pos: str) -> frozenset[int]:
    return _hashes(_FOREIGN.get(pos, frozenset()))


def _hashes(words: AbstractSet[str]) -> frozenset[int]:
    """The hashes of the words, with either apostrophe."""
    curly = {word.replace("'", "’") for word in words if "'" in word}
    return frozenset(map(get_string_id, {*words, *curly}))


HELPERS = _hashes(_HELPERS)
"""Hashes of the auxiliaries that may stand before the verb of an expression."""
BARRIERS = _hashes(frozenset({"van", "en", "of", "maar", "die", "dat", "als", "om"}))
"""Hashes of words over which an expression doesn't reach."""
