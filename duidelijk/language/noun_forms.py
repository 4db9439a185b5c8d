"""Dutch nouns: article, plural, whether they can be counted, and what may stand behind them.

The list is `zelfstandige-naamwoorden` in `wordlists/grammatica`; a compound is like its last part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from duidelijk.language.inflection import is_verb
from duidelijk.language.spelling import doubles_before_ending
from duidelijk.language.tabular import lexicon

NOUNS = "grammatica/zelfstandige-naamwoorden"
_SHORTEST = 3
_WITH_S = re.compile(
    r".*[aeiouy].*[^aeiou](?:el|em|en|er|erd|aard)|.*[aeiouy].*[^aeiou]eur|.*(?:e|é|[^aeiou]ie|foon|oir|mail)"
)
_WITH_APOSTROPHE = re.compile(r".*(?<![aeiou])[aiouy]|[^aeiouy]+")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in one form: its article in the singular, both forms, and the prepositions that it takes.

    ``kind``: ``""`` counted, ``beide`` also without an article, ``stof`` without plural and without *een*,
    ``mv`` plural only, ``inf`` an infinitive (*het sturen*). ``plural``: it stands here in the plural.
    """

    article: str
    singular: str
    plural_form: str
    kind: str
    prepositions: frozenset[str]
    plural: bool = False

    @property
    def form(self) -> str:
        """The form in which it stands here."""
        return self.plural_form if self.plural else self.singular

    @property
    def counted(self) -> bool:
        """Whether it has a plural and can stand behind *een*."""
        return self.kind in {"", "beide"}

    def in_number(self, plural: bool) -> Noun | None:
        """The same noun in this number; None where it has no such form."""
        if plural == self.plural:
            return self
        return replace(self, plural=plural) if self.counted else None


def noun(word: str) -> Noun | None:
    """The noun that a word is, in the singular or the plural; None for one that isn't known."""
    return _listed().get(word) or _compound(word) or _infinitive(word)


def plural_of(word: str) -> str:
    """The plural by rule: *besluit* → *besluiten*, *regel* → *regels*, *auto* → *auto's*."""
    if word.endswith("heid"):
        return word[:-4] + "heden"
    if word.endswith("ee"):
        return word + "ën"
    if _WITH_APOSTROPHE.fullmatch(word):
        return word + "'s"
    if _WITH_S.fullmatch(word):
        return word + "s"
    return doubles_before_ending(word) + "en"


def _compound(word: str) -> Noun | None:
    """A word that ends in a listed one: *huurbedrag* is like *bedrag*."""
    listed = _listed()
    for at in range(2, len(word) - _SHORTEST + 1):
        last = listed.get(word[at:])
        if last is not None and len(word[at:]) > _SHORTEST:
            first = word[:at]
            return replace(last, singular=first + last.singular, plural_form=first + last.plural_form)
    return None


def _infinitive(word: str) -> Noun | None:
    return Noun("het", word, "", "inf", frozenset()) if is_verb(word) else None


@cache
def _listed() -> Mapping[str, Noun]:
    """Every listed noun by its singular and its plural."""
    found: dict[str, Noun] = {}
    plurals: dict[str, Noun] = {}
    for word, row in lexicon(NOUNS).rows.items():
        entry = _noun(word, row)
        found[word] = entry
        if entry.counted:
            plurals[entry.plural_form] = replace(entry, plural=True)
    return MappingProxyType(plurals | found)


def _noun(word: str, row: Mapping[str, str]) -> Noun:
    kind = row["soort"]
    only_plural = kind == "mv"
    plural = word if only_plural else row["meervoud"] or plural_of(word)
    return Noun(row["lidwoord"], word, plural, kind, frozenset(row["voorzetsel"].split()), only_plural)
