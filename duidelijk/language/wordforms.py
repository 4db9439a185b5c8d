"""The forms under which a listed word may stand in a text.

Deliberately generous: a form that doesn't exist never occurs either. The bare stem of a verb is left out,
because it's often another word (*borg*, *in*); there the lemma decides.
"""

from __future__ import annotations

import re
from functools import cache

from duidelijk.language.inflection import verb_forms

_VOWELS = "aeiou"


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
    if re.search(rf"([{_VOWELS}])\1[^{_VOWELS}]$", word):
        stems.add(word[:-2] + word[-1])
    voiced = {"f": "v", "s": "z"}
    return stems | {stem[:-1] + voiced[stem[-1]] for stem in stems if stem[-1] in voiced}


def _verb(word: str) -> set[str]:
    listed = verb_forms(word)
    forms = {
        word + "d",
        word + "de",
        listed.present_3,
        listed.past_singular,
        listed.past_plural,
        listed.participle,
    }
    if len(word) < 5:
        return forms | {listed.present_1}
    stems = _stems(word)
    for stem in stems:
        forms |= {stem + ending for ending in ("t", "te", "ten", "de", "den") if stem + ending != word}
        forms |= {_participle(stem, end) + e for end in "td" for e in ("", "e")}
    return forms - stems | {stem for stem in stems if stem.endswith("t") and len(stem) > 5}


def _participle(stem: str, ending: str) -> str:
    whole = stem if stem.endswith(ending) else stem + ending
    if re.match(r"(be|ge|ver|ont|her|er)", stem):
        return whole
    return "geë" + whole[1:] if whole[0] == "e" else "ge" + whole


def _stems(infinitive: str) -> set[str]:
    """Possible stems: *betalen* → *betal*, *betaal*; *pakken* → *pak*; *reizen* → *reis*."""
    base = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    if len(base) > 2 and base[-1] == base[-2]:
        return {base[:-1]}
    last = {"v": "f", "z": "s"}.get(base[-1], base[-1])
    return {base[:-1] + last, base[:-1] + base[-2] + last} if base[-2] in _VOWELS else {base[:-1] + last}
