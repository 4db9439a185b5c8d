"""Spelling of Dutch endings: open and closed syllables, 't kofschip, the *ge-* of participles."""

from __future__ import annotations

import re

_VOWELS = "aeiouyëïöüé"
_GROUP = re.compile(f"[{_VOWELS}]+")
_PREFIX = re.compile(
    r"(achter|onder|over|voor|weer|door|aan|her|mis|ont|ver|vol|om)(?=[^aeiou]|[aeiou]+[^aeiou])"
    r"|er(?=ken|var|lang)|(be|ge)(?=[^eiu]|[ëï])"
)
_NO_START = re.compile(
    r"([^aeiouëï])\1|(?!sch|sp|st|sl|sm|sn|sj|[bdfgkptv][lr]|kn|kw|gn|wr|zw|tw|dw|ch|th)[^aeiouëï]{2}"
)
_NATIVE_ENDINGS = re.compile(r"[^aeiou]?[^aeiou]e[lmnr]$")
_TWO_LETTER = ("aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "ou", "au", "ai", "oi", "ae")
_DIAERESIS = {"e": "ë", "i": "ï", "u": "ü"}


def inseparable_prefix(infinitive: str) -> str:
    """The unstressed prefix (*be-*, *ver-*, *onder-* …) of a verb that takes no *ge-*; empty if none."""
    found = _PREFIX.match(infinitive)
    return found[0] if found and _is_verb(infinitive[found.end() :]) else ""


def _is_verb(rest: str) -> bool:
    return not _NO_START.match(rest) and bool(_GROUP.search(rest[:-2]))


def regular_stem(infinitive: str) -> str:
    """The stem as it is written alone: *wonen* → *woon*, *zetten* → *zet*, *beloven* → *beloof*."""
    if infinitive.endswith("eëren"):
        return infinitive[:-5] + "eëer"
    if infinitive.endswith("iëren"):
        return infinitive[:-5] + "ieer"
    if infinitive.endswith("ën"):
        return infinitive[:-2]
    if not infinitive.endswith("en"):
        return infinitive.removesuffix("n")
    raw = infinitive[:-2]
    if re.search(rf"([^{_VOWELS}])\1$", raw):
        return raw[:-1]
    if open_syllable(raw) and not _unstressed(raw):
        raw = raw[:-1] + raw[-2] + raw[-1]
    return raw[:-1] + {"v": "f", "z": "s"}.get(raw[-1], raw[-1])


def open_syllable(raw: str) -> bool:
    """Whether a stem before *-en* ends in one vowel letter and one consonant that doubles the vowel."""
    if not re.search(r"[aeou][^aeiouyëïöüwxj]$", raw):
        return False
    return raw[-3:-1] not in _TWO_LETTER or raw.endswith("uer") or raw[-4:-1] == "qu" + raw[-2]


def _unstressed(raw: str) -> bool:
    if not _NATIVE_ENDINGS.search(raw):
        return False
    before = raw[len(inseparable_prefix(raw + "en")) : -2].replace("qu", "k")
    groups = len(_GROUP.findall(before))
    return groups == 1 if raw.endswith("er") else groups >= 1


def ends_voiceless(infinitive: str) -> bool:
    """'t kofschip: whether the past tense takes *-te*."""
    return bool(re.search(r"(ch|sh|[tkfspxc])$", re.sub(r"en$", "", infinitive)))


def with_ge(stem: str) -> str:
    """The stem of a participle with *ge-*: *geïnformeerd*, *geüpload*, *geëist*, *geijkt*, *geuit*."""
    if re.match(r"ij|ui|eu|oe|a|o|ie", stem):
        return "ge" + stem
    return "ge" + _DIAERESIS.get(stem[0], stem[0]) + stem[1:]


def doubles_before_ending(word: str) -> str:
    """The word as it is written before *-e*: *groot* → *grot*, *dik* → *dikk*, *lief* → *liev*."""
    if word.endswith("ieel"):
        return word[:-4] + "iël"
    if re.search(rf"(aa|ee|oo|uu|ëe)[^{_VOWELS}]$", word):
        return _voiced(word[:-2] + word[-1], word)
    if re.search(rf"(^|[^{_VOWELS}]|qu)[aeiou][^{_VOWELS}wxj]$", word) and not _weak_ending(word):
        return word + word[-1]
    if re.search(r"(ie|ïe|oe|eu|ui|ij|ei|ou|au|l|r)f$|(ie|oe|eu|ui|ij|ei|ou|au)s$", word):
        return _voiced(word, word)
    return word


def _voiced(word: str, whole: str) -> str:
    if re.search(r"^[A-Z].*s$|^(hees|heus|kies|amorf)$", whole):
        return word
    return word[:-1] + {"f": "v", "s": "z"}.get(word[-1], word[-1])


def _weak_ending(word: str) -> bool:
    """*-el*, *-er*, *-en*, *-em*, *-ig* after another syllable; *welkom*."""
    if re.search(r"(snel|wel|fel|hel|gezel|llel|rebel)$", word):
        return False
    return bool(re.search(r"(e[lrnm]|ig|welkom)$", word)) and bool(_GROUP.search(word[:-2]))
