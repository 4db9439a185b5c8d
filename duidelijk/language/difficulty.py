"""How hard a word is, on one scale: the Zipf value of the word, or of what it is made of; lower = harder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from duidelijk.language.compound_parts import (
    EVERYDAY,
    Part,
    infinitive_of,
    known_forms,
    noun_lemma,
    singular_nouns,
)
from duidelijk.language.compounds import split
from duidelijk.language.frequency import zipf
from duidelijk.language.tabular import classes
from duidelijk.language.unspelling import undiminished

RARE = 3.0
"""Below this Zipf value a word is rare: less than once per million words (Van Heuven et al. 2014)."""
KNOWN = 4.5
"""The least value of a word that every resident knows, though it's seldom written: *kliko*, *dakkapel*."""
_DERIVED = 0.5
"""How much harder a derived word is than what it comes from: *signalering*."""
_PLAIN_PARTICLES = ("mee", "terug", "weg")
"""With these a verb means what it says: *meeverhuizen*."""
_SURE = 4.0
"""From this Zipf on, the parts of a word don't matter."""


_INFLECTED = (
    "WW|od",
    "WW|vd",
    "WW|pv|tgw",
    "WW|pv|verl",
    "ADJ|basis",
    "ADJ|comp",
    "ADJ|sup",
    "N|soort|ev|dim",
)


class Ease(NamedTuple):
    """``zipf``: 0 (never seen) – 8 (everywhere), higher = easier; ``parts``: the lemmas of its parts."""

    zipf: float
    parts: tuple[str, ...]


@lru_cache(maxsize=50_000)
def ease(form: str, lemma: str) -> Ease:
    """How easy a word is, both in small letters: the best of what its form, its lemma and its parts say.

    A form or lemma counts with its Zipf value in wordfreq (from 3.0 on common, Van Heuven et al. 2014), and
    with at least 4.5 when it's in the list of everyday words; a derived word counts with its base, less 0.5.
    A compound is as easy as its head, or as the mean of its other parts if those are harder: *afvalpas* is
    easy, though seldom written. LiNT takes the head alone (Pander Maat et al. 2023); but who knows *heffing*
    doesn't know *forensenheffing*.
    """
    own = max(map(_zipf, {form, lemma, *base_words(lemma)}))
    if own < _SURE:
        own = max([own, *(_zipf(base) - _DERIVED for base in _bases(lemma))])
    parts = (split(lemma), split(form)) if own < _SURE else ()
    *others, head = next((found for found in parts if len(found) > 1), (None,))
    if not others or head is None:
        return Ease(own, (lemma,))
    modifying = [_of_part(part) for part in others]
    through = min(_of_part(head), sum(modifying) / len(modifying))
    return Ease(max(own, through), tuple(part.lemma for part in (*others, head)))


@lru_cache(maxsize=50_000)
def base_words(word: str) -> frozenset[str]:
    """What a form may come from besides itself: a noun, a verb (of a stem or participle), an adjective."""
    forms = (word, word.removesuffix("e"))
    known = {known_forms(kind).get(form, "").lower() for kind in _INFLECTED for form in forms}
    small = undiminished(word.removesuffix("s")) if word.endswith(("je", "jes")) else ()
    nouns = {each for each in small if each in singular_nouns()}
    return frozenset({noun_lemma(word), infinitive_of(word), *known, *nouns} - {""})


def _bases(word: str) -> Iterator[str]:
    """What a word is derived from in a way that every reader sees: *vinder*, *onbereikbaar*, *zuiniger*."""
    if word.startswith("on"):
        yield word[2:]
    if word.endswith("ing"):
        yield word[:-3] + "en"
    if word.endswith("heid"):
        yield word[:-4]
    yield from (word.removeprefix(p) for p in _PLAIN_PARTICLES if word.startswith(p) and word.endswith("en"))
    if word.endswith("baar"):
        yield infinitive_of(word[:-4])
    if word.endswith("er"):
        yield from (word[:-2], infinitive_of(word[:-2]))


def _of_part(part: Part) -> float:
    return max(part.zipf, ease(part.lemma, part.lemma).zipf)


def _zipf(word: str) -> float:
    found = zipf(word)
    return max(found, KNOWN) if found < KNOWN and word in classes(EVERYDAY) else found
