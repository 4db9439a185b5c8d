"""An alternative for a noun, as the lists have it → what stands before its noun, the noun, and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from duidelijk.language.adjective_forms import inflected, is_adjective
from duidelijk.language.inflection import is_verb
from duidelijk.language.noun_forms import Noun, noun

_ARTICLES = frozenset({"een", "het", "de", "één"})
_AMOUNTS = frozenset({"veel", "meer", "minder", "weinig", "te", "alle", "genoeg"})
_ADVERBS = frozenset({"heel", "erg", "zeer", "te", "steeds", "echt", "niet"})
_OPENERS = frozenset(
    "van voor met bij in op over naar tussen uit zonder door via tijdens aan na rond boven naast volgens om "
    "die dat of waar wie als".split()
)
_PRONOUNS = frozenset({"iemand", "iets", "degene"})
_COMMON = frozenset({"eerste", "uiterste"})
_CLAUSE = re.compile(r" (?:die|dat|waar\w*|wie|wat|om|of|hoe|als)\b")
_SUBJECT_INSIDE = re.compile(r" (?:die|waar\w*|om|voor wie|aan wie) ?(?:u|wij|we|niemand|te|\w+en te)\b| om ")
_JOINED = re.compile(r"(?:, [\w-]+)* (en|of) [\w-]+(?: aan .*)?")


@dataclass(frozen=True, slots=True)
class Alternative:
    """``adjectives`` + ``noun`` + ``tail``; ``own_article``: with its own *een* or *het* in front.

    ``noun`` is None for *iemand …* and *iets …*, whose word is in ``pronoun``.
    """

    own_article: str
    adjectives: tuple[str, ...]
    noun: Noun | None
    tail: str
    pronoun: str = ""

    @property
    def superlative(self) -> bool:
        """Whether it only goes with *de*, *het* and the like: *belangrijkste doel*."""
        return any(word.endswith("ste") and word not in _COMMON for word in self.adjectives)

    @property
    def amount(self) -> bool:
        """Whether it begins with *veel*, *meer*, *te* …, and so takes no article."""
        return bool(self.adjectives) and self.adjectives[0] in _AMOUNTS

    @property
    def joined(self) -> str:
        """*en* or *of* where it names two things."""
        found = _JOINED.fullmatch(self.tail)
        return found[1] if found else ""

    @property
    def clausal(self) -> bool:
        """Whether a clause follows the noun: *bedrag dat u kunt betalen*."""
        return not self.joined and _CLAUSE.search(self.tail) is not None

    @property
    def open_ended(self) -> bool:
        """Whether more about the noun can follow: *café of restaurant*, *stuk grond*."""
        first = self.tail.split()[:1]
        return bool(self.joined) or (not self.clausal and bool(first) and first[0] not in _OPENERS)

    @property
    def heavy(self) -> bool:
        """Whether no adjective can stand before it: *aantal huizen dat nodig is*."""
        first = self.tail.split()[:1]
        return self.clausal or bool(first and first[0] not in _OPENERS and noun(first[0]) is not None)

    @property
    def fits_plural(self) -> bool:
        """Whether what follows the noun stays as it is when that is in the plural."""
        if self.joined:
            return False
        return not self.clausal or _SUBJECT_INSIDE.match(self.tail) is not None

    def text(self, found: Noun, ending: bool) -> str:
        """The words with this form of the noun; ``ending``: adjectives end in *-e*."""
        fixed = not ending or found.kind == "inf"
        words = [
            word if fixed or word.endswith("e") or self._is_adverb(i) else inflected(word)
            for i, word in enumerate(self.adjectives)
        ]
        return " ".join((*words, found.form)) + self.tail

    def _is_adverb(self, i: int) -> bool:
        word = self.adjectives[i]
        return word in _AMOUNTS or (word in _ADVERBS and i + 1 < len(self.adjectives))


@cache
def parsed(text: str) -> Alternative | None:
    """The parts of an alternative; None for one that can't stand where a noun stands (*wat ontbreekt*)."""
    words = text.split()
    own = words.pop(0) if words[0] in _ARTICLES and len(words) > 1 else ""
    if words[0] in _PRONOUNS:
        return Alternative(own, (), None, text[len(own) :].strip()[len(words[0]) :], words[0])
    at = 0
    while at + 1 < len(words) and (is_adjective(words[at]) or words[at] in _ADVERBS | _AMOUNTS):
        if (
            noun(words[at]) is not None
            and noun(words[at + 1].strip(",")) is None
            and words[at] not in _ADVERBS
        ):
            break
        at += 1
    bare = words[at].rstrip(",")
    found = _named(own, bare)
    rest = " ".join(words[at + 1 :])
    if found is None or _is_action(rest):
        return None
    tail = "," * (bare != words[at]) + (f" {rest}" if rest else "")
    return Alternative(own, tuple(words[:at]), found, tail)


def _is_action(rest: str) -> bool:
    """Whether a noun is the object of what follows: *geld terug*, *personeel zoeken*."""
    words = rest.split()
    if not words or words[0] in _OPENERS or words[0].startswith("waar"):
        return False
    return words[-1] in {"terug", "zien"} or is_verb(words[-1])


def _named(own: str, word: str) -> Noun | None:
    """The noun; with *het* before a form in *-en* the infinitive: *het delen van kennis*."""
    found = noun(word)
    if found is None or not found.plural or own != "het":
        return found
    return replace(found, kind="inf", article="het", singular=word, plural=False)
