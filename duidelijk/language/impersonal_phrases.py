"""Word → the words of *het is (niet) mogelijk om* or *het verdient aanbeveling*, by their order and form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.grammar import ZIJN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_FARTHEST = 12
_OPENERS = ("VG|onder", "VNW|betr", "LET")
DENYING = frozenset({"niet", "langer", "meer"})
_DESERVES = frozenset({"verdient", "verdiende"})


def formula(sentence: Sentence, word: Token) -> list[Token]:
    """*het*, the form of *zijn*, *niet* and the word, in text order; nothing unless a clause comes next.

    That is one with *om*, *dat* or *te*, so that *het* stands for it and not for a thing.
    """
    before = list(_before(sentence, word))
    near = [*before, *_verbs_after(sentence, word)]
    het = next((t for t in near if t.lower_ == "het" and t.tag_.startswith("VNW")), None)
    being = next((t for t in near if t.lower_ in ZIJN), None)
    if het is None or being is None or not _opens_clause(sentence, max(word.i, het.i, being.i)):
        return []
    denying = [
        t for t in before if t.lower_ == "niet" or (t.lower_ in DENYING and t.nbor(-1).lower_ == "niet")
    ]
    return sorted({het, being, word, *denying}, key=lambda t: t.i)


def recommendation(sentence: Sentence, word: Token) -> list[Token]:
    """*het verdient aanbeveling* in any order; nothing where one of the three is missing."""
    near = [*_before(sentence, word), *_verbs_after(sentence, word)]
    verb = next((t for t in near if t.lower_ in _DESERVES), None)
    het = next((t for t in near if t.lower_ == "het"), None)
    return sorted({het, verb, word}, key=lambda t: t.i) if verb is not None and het is not None else []


def _before(sentence: Sentence, word: Token) -> Iterator[Token]:
    """The words before it in its clause, nearest first."""
    for at in range(word.i - 1, max(sentence.span.start, word.i - _FARTHEST) - 1, -1):
        token = word.doc[at]
        if token.tag_.startswith(_OPENERS):
            return
        yield token


def _verbs_after(sentence: Sentence, word: Token) -> list[Token]:
    """The two words right behind it: *mogelijk is het*."""
    return list(word.doc[word.i + 1 : min(word.i + 3, sentence.span.end)])


def _opens_clause(sentence: Sentence, last: int) -> bool:
    """Whether *om*, *dat* or *te* + infinitive follows before a comma or a finite verb."""
    doc = sentence.span.doc
    for at in range(last + 1, sentence.span.end):
        token = doc[at]
        if token.lower_ in {"om", "dat"} and token.tag_.startswith(("VZ", "VG")):
            return True
        if token.lower_ == "te" and at + 1 < sentence.span.end and doc[at + 1].tag_.startswith("WW|inf"):
            return True
        if token.is_punct or is_finite(token) or token.tag_.startswith("VG|onder"):
            return False
    return False
