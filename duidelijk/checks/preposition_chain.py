"""Strings of prepositional phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.analysis import by_sentence
from duidelijk.language.clauses import is_finite, is_name
from duidelijk.language.silence import is_cited
from duidelijk.model import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_MODIFIERS = (
    "LID",
    "ADJ|prenom",
    "VNW|bez",
    "VNW|aanw|det",
    "VNW|onbep",
    "TW",
    "WW|vd|prenom",
    "WW|od|prenom",
    "BW",
)
_NOUNS = ("N|", "SPEC", "WW|inf|nom")
_PREPOSITIONS = ("VZ|init", "VZ|versm")
_LONGEST, _FARTHEST = 8, 15
_Phrase = tuple["Token", "Token"]


@dataclass(frozen=True, slots=True)
class _Words:
    """What the rule says of words: see ``preposition_chain``."""

    route: frozenset[str]
    time: frozenset[str]
    fixed: frozenset[str]
    toward: frozenset[str]
    selected: frozenset[str]
    loose: frozenset[str]
    places: frozenset[str]


def preposition_chain(
    analysis: Analysis,
    *,
    least: int = 4,
    route: tuple[str, ...] = (),
    time: tuple[str, ...] = (),
    fixed: tuple[str, ...] = (),
    toward: tuple[str, ...] = (),
    selected: tuple[str, ...] = (),
    loose: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """Every row of at least ``least`` prepositions, each right behind the noun of the one before it.

    Value: how many. A word of ``time`` and an hour end the row, and so does a phrase that hangs on the verb;
    but labels are often wrong here, so one such phrase may be in it, unless its preposition is in ``loose``
    or its noun closes the row and is in ``places``. A preposition of ``toward`` needs a noun that goes with
    it: a pair of ``selected`` (*onderzoek naar*). Silent where one of ``route`` follows *van* (*van Dronten
    naar Lelystad*). A noun of ``fixed`` with its preposition is part of an expression (*op grond van*) and
    doesn't count, nor does one within a name.
    """
    words = _Words(*map(frozenset, (route, time, fixed, toward, selected, loose, places)))
    for sentence, prepositions in by_sentence(analysis.with_tag(*_PREPOSITIONS)):
        for chain in _chains(sentence, prepositions, words) if len(prepositions) >= least else ():
            fare = len(chain) < least or _is_fare(chain, words.route)
            if not fare and not is_cited(sentence, chain[0][0]):
                detail = {"number": len(chain), "words": " … ".join(p.lower_ for p, _ in chain)}
                deed = next((n for _, n in chain if n.tag_.startswith("WW|inf")), None)
                seen = (sentence, "infinitief", deed) if deed is not None else None
                yield Hit(*sentence.range(chain[0][0], chain[-1][1]), detail, float(len(chain)), seen=seen)


def _chains(sentence: Sentence, prepositions: Iterable[Token], words: _Words) -> Iterator[list[_Phrase]]:
    """The chains of a sentence; a preposition stands in one of them."""
    seen = -1
    for token in prepositions:
        if token.i > seen and (chain := _chain(sentence, token, words)):
            seen = chain[-1][1].i
            yield chain


def _chain(sentence: Sentence, first: Token, words: _Words) -> list[_Phrase]:
    """The prepositions and nouns that follow each other without a word between."""
    found: list[_Phrase] = []
    doubted: Token | None = None
    at = first
    while not _opens_clause(at) and (noun := _noun(sentence, at)) is not None:
        if _is_time(at, noun, words.time) or (found and _leads_away(at, found[-1][1], words)):
            break
        if found and not _hangs(noun, found) and not _before_verb(sentence, at):
            if doubted is not None or not _may_hang(at, noun, found, words):
                break
            doubted = noun
        if _is_named(sentence, at, noun) and found:
            found[-1] = found[-1][0], noun
        elif noun.i != at.i + 1 or noun.lower_ not in words.fixed:
            found.append((at, noun))
        if noun.i + 1 >= sentence.span.end or not noun.nbor(1).tag_.startswith(_PREPOSITIONS):
            break
        at = noun.nbor(1)
    closing_place = found and doubted == found[-1][1] and doubted.lower_ in words.places
    return found[:-1] if closing_place else found


def _leads_away(preposition: Token, before: Token, words: _Words) -> bool:
    """*over het plan naar de raad*, unlike *het onderzoek naar de oorzaak*."""
    return (
        preposition.lower_ in words.toward
        and not before.tag_.startswith("WW|inf")
        and not _goes_with(preposition, before, words)
    )


def _goes_with(preposition: Token, noun: Token, words: _Words) -> bool:
    """*onderzoek naar*, also as the last part of a compound: *buurtonderzoek naar*."""
    forms = {noun.lower_, noun.lemma_.lower()}
    return any(
        f"{form[at:]} {preposition.lower_}" in words.selected for form in forms for at in range(len(form) - 2)
    )


def _may_hang(preposition: Token, noun: Token, found: list[_Phrase], words: _Words) -> bool:
    """Whether the labels may be wrong about this phrase: the one before it hangs on a noun."""
    first = found[0][1]
    if len(found) == 1 and first.dep_ != "nmod":
        return False
    if any(_goes_with(preposition, before, words) for _, before in found):
        return True
    beside = first.dep_ != "nmod" and noun.head == first.head
    return preposition.lower_ not in words.loose and not beside


def _before_verb(sentence: Sentence, preposition: Token) -> bool:
    """Whether all before it is one part of the sentence: no verb, comma or new clause yet."""
    before = sentence.span.doc[sentence.span.start : preposition.i]
    front = not any(is_finite(t) or t.is_punct or t.tag_.startswith("VG") for t in before)
    return front and any(map(is_finite, sentence.span.doc[preposition.i : sentence.span.end]))


def _opens_clause(preposition: Token) -> bool:
    """*om het geluid te meten*"""
    after = preposition.doc[preposition.i + 1 : min(preposition.i + _FARTHEST, preposition.sent.end)]
    return preposition.lower_ in {"om", "door", "zonder"} and any(t.lower_ == "te" for t in after)


def _is_named(sentence: Sentence, preposition: Token, noun: Token) -> bool:
    """*de Rijksdienst voor Ondernemend Nederland*: capitals on both sides."""
    before = preposition.nbor(-1) if preposition.i > sentence.span.start else preposition
    capital = before.text[:1].isupper() and before.i > sentence.span.start
    return capital and preposition.nbor(1).text[:1].isupper() and noun.text[:1].isupper()


def _noun(sentence: Sentence, preposition: Token) -> Token | None:
    """The last of the nouns right behind a preposition, with what may stand before it."""
    doc, end = sentence.span.doc, min(sentence.span.end, preposition.i + _LONGEST)
    found: Token | None = None
    for i in range(preposition.i + 1, end):
        deed = doc[i].tag_.startswith("WW|inf") and doc[i - 1].lower_ in {"het", "een"}
        if doc[i].tag_.startswith(_NOUNS) or deed:
            found = doc[i]
        elif found is not None or not doc[i].tag_.startswith(_MODIFIERS):
            break
    return found


def _hangs(noun: Token, chain: list[_Phrase]) -> bool:
    """Whether the labels hang it on a noun of the chain, or on the same word as its first noun."""
    head = noun.head
    while head.dep_ in {"flat", "appos", "conj"} and head.head != head:
        head = head.head
    return any(head == other or head.head == other for _, other in chain) or noun.dep_ == "nmod"


def _is_time(preposition: Token, noun: Token, time: frozenset[str]) -> bool:
    hour = preposition.lower_ == "om" and any(
        t.tag_.startswith("TW") for t in preposition.doc[preposition.i : noun.i + 1]
    )
    return hour or noun.lower_ in time


def _is_fare(chain: list[_Phrase], route: frozenset[str]) -> bool:
    """*van Dronten via Swifterbant naar Lelystad*"""
    words = [p.lower_ for p, _ in chain]
    return (
        "van" in words
        and any(word in route for word in words[words.index("van") + 1 :])
        and is_name(chain[0][1])
    )
