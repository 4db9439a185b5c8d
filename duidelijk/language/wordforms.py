"""The forms under which a listed word may stand in a text.

Generous for nouns and adjectives: a form that doesn't exist never occurs either. The bare stem of a verb is
left out, because it's often a noun (*borg*, *monitor*); there the lemma decides. Only the short verbs of
expressions (*neem*, *doe*) keep theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from duidelijk.language.inflection import verb_forms, with_e

_VOWELS = "aeiou"
SHORT = 5
_START, _LONG_START, _LONG = 3, 4, 7
_PLAIN = str.maketrans("ëïöü", "eiou")


@cache
def possible_forms(word: str, pos: str) -> frozenset[str]:
    """Lower-case forms of a word of this class (UPOS), the word itself among them."""
    makers = {"NOUN": _noun, "VERB": _verb, "ADJ": _adjective, "DET": _adjective}
    return frozenset({word, *makers[pos](word)} - {""}) if pos in makers else frozenset({word})


def _noun(word: str) -> set[str]:
    if word.endswith("heid"):
        return {word[:-4] + "heden"}
    return {word + "s", word + "'s", word + "n", *(stem + "en" for stem in _open(word)), word + "ën"}


def _adjective(word: str) -> set[str]:
    return {stem + ending for stem in _open(word) for ending in ("e", "er", "ere")} | {word + "s"}


def _open(word: str) -> set[str]:
    """Spellings of a stem before an ending with a vowel: *brief* → *briev*, *kosteloos* → *kosteloz*."""
    stems = {word, word + word[-1]}
    if len(word) > 2 and word[-3] == word[-2] and word[-2] in _VOWELS and word[-1] not in _VOWELS:
        stems.add(word[:-2] + word[-1])
    voiced = {"f": "v", "s": "z"}
    return stems | {stem[:-1] + voiced[stem[-1]] for stem in stems if stem[-1] in voiced}


def _verb(word: str) -> set[str]:
    verb = verb_forms(word)
    finite = {verb.present_3, verb.past_singular, verb.past_plural}
    if len(word) <= SHORT:
        finite.add(verb.present_1)
    return {verb.participle, with_e(verb.participle or word), *map(verb.joined, finite)}


def starts_in(words: AbstractSet[str]) -> frozenset[str]:
    """The starts with which a text asks, of its forms and lemmas; of a participle also without *ge-*."""
    found: set[str] = set()
    for word in words:
        lower = word.lower()
        found.update((lower[:_START], lower[:_LONG_START]))
        if lower.startswith("ge"):
            rest = lower[2:6].translate(_PLAIN)
            found.update((rest[:_START], rest))
    return frozenset(found)


def starts_of(word: str) -> tuple[str, ...]:
    """The start of a word and, of a short one, that of its form with one vowel: *boom*, *bomen*."""
    if len(word) >= _LONG and not word.startswith("ge"):
        return (word[:_LONG_START],)
    plain = word.removeprefix("ge") if len(word) > _LONG_START else word
    return tuple(start for each in {word, plain} for start in _short_starts(each))


def _short_starts(word: str) -> Iterator[str]:
    yield word[:_LONG_START] if len(word) >= _LONG else word[:_START]
    if len(word) < _LONG and word[1:2] == word[2:3] and word[1:2] in _VOWELS:
        yield (word[:1] + word[2:])[:_START]
