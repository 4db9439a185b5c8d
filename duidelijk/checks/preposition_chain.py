"""Strings of prepositional phrases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_name
from duidelijk.language.silence import is_quoted
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


def preposition_chain(
    analysis: Analysis,
    *,
    least: int = 4,
    route: tuple[str, ...] = (),
    time: tuple[str, ...] = (),
    fixed: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """Every row of at least ``least`` prepositions, each right behind the noun of the one before it.

    Value: how many. A phrase that hangs on the verb ends the row, and so do a word of ``time`` and an hour.
    Silent where one of ``route`` follows *van* (*van Dronten naar Lelystad*). A noun of ``fixed`` with its
    preposition is part of an expression (*op grond van*) and doesn't count, nor does one within a name.
    """
    seen = -1
    last: Sentence | None = None
    for sentence, token in analysis.with_tag(*_PREPOSITIONS):
        if sentence is not last:
            last, seen = sentence, -1
        if token.i <= seen:
            continue
        chain = _chain(sentence, token, route, time, fixed)
        seen = chain[-1][1].i if chain else token.i
        if len(chain) >= least and not _is_fare(chain, route) and not _cited(sentence, chain[0][0]):
            detail = {"number": len(chain), "words": " … ".join(p.lower_ for p, _ in chain)}
            yield Hit(*sentence.range(chain[0][0], chain[-1][1]), detail, float(len(chain)))


def _cited(sentence: Sentence, token: Token) -> bool:
    return is_quoted(sentence.clean.text, token.idx, token.idx + len(token))


def _chain(
    sentence: Sentence, first: Token, route: tuple[str, ...], time: tuple[str, ...], fixed: tuple[str, ...]
) -> list[tuple[Token, Token]]:
    """The prepositions and nouns that follow each other without a word between."""
    found: list[tuple[Token, Token]] = []
    at = first
    while not _opens_clause(at) and (noun := _noun(sentence, at)) is not None:
        if _is_time(at, noun, time) or (found and not _hangs(noun, found)):
            break
        if _is_named(sentence, at, noun) and found:
            found[-1] = found[-1][0], noun
        elif noun.i != at.i + 1 or noun.lower_ not in fixed:
            found.append((at, noun))
        if noun.i + 1 >= sentence.span.end or not noun.nbor(1).tag_.startswith(_PREPOSITIONS):
            break
        at = noun.nbor(1)
    return found


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


def _hangs(noun: Token, chain: list[tuple[Token, Token]]) -> bool:
    """Whether the labels hang it on a noun of the chain, or on the same word as its first noun."""
    head = noun.head
    while head.dep_ in {"flat", "appos", "conj"} and head.head != head:
        head = head.head
    return any(head == other or head.head == other for _, other in chain) or noun.dep_ == "nmod"


def _is_time(preposition: Token, noun: Token, time: tuple[str, ...]) -> bool:
    hour = preposition.lower_ == "om" and any(
        t.tag_.startswith("TW") for t in preposition.doc[preposition.i : noun.i + 1]
    )
    return hour or noun.lower_ in time


def _is_fare(chain: list[tuple[Token, Token]], route: tuple[str, ...]) -> bool:
    """*van Dronten via Swifterbant naar Lelystad*"""
    words = [p.lower_ for p, _ in chain]
    return (
        "van" in words
        and any(word in route for word in words[words.index("van") + 1 :])
        and is_name(chain[0][1])
    )
