"""LiNT-II: how hard a text is to understand, 0 (easy) – 100 (hard).

Formula and levels: Kim & Pander Maat (2025), https://github.com/vanboefer/lint_ii, after Pander Maat,
Kleijn & Frissen (2023); fitted on cloze tests with some 2,700 pupils.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from duidelijk.language import lint_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONSTANT, _FREQUENCY, _DEPENDENCY, _DENSITY, _CONCRETE = -4.20782, 17.283729, -1.624415, -2.536780, 16.001231
"""The coefficients for the noun classes of November 2025."""
_LEVELS = (34.0, 46.0, 58.0)
"""Where the levels 2, 3 and 4 begin."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


class Features(NamedTuple):
    """What the formula takes of one sentence; a None is what the sentence doesn't have.

    ``dependency``: the longest distance between a word and its head, in words between them; ``density``:
    content words per finite verb.
    """

    dependency: int | None
    density: float | None


def score(
    frequency: float | None, dependency: float | None, density: float | None, concrete: float | None
) -> float | None:
    """The formula; None without one of its features."""
    if frequency is None or dependency is None or density is None or concrete is None:
        return None
    ease = (
        _CONSTANT
        + _FREQUENCY * frequency
        + _DEPENDENCY * dependency
        + _DENSITY * density
        + _CONCRETE * concrete
    )
    return min(100.0, max(0.0, 100 - ease))


def level(score: float) -> int:
    """The level of a score, 1 (easy) – 4 (hard)."""
    return 1 + bisect_right(_LEVELS, score)


def features(tokens: Sequence[Token]) -> Features:
    """The features of one sentence."""
    finite = sum("WW|pv" in token.tag_ for token in tokens)
    density = sum(map(is_content, tokens)) / finite if finite else None
    return Features(longest_dependency(tokens), density)


def is_content(token: Token) -> bool:
    """Nouns, names, verbs and adjectives, without numerals and copulas; of the adverbs those of manner."""
    if "TW" in token.tag_ or token.dep_ == "cop":
        return False
    return token.pos_ in _CONTENT or is_manner(token)


def is_manner(token: Token) -> bool:
    """Whether an adverb says how something is done."""
    return lint_words.is_manner_adverb(token.lower_)


def counted_word(token: Token) -> str:
    """The form that a content word is looked up by: of a compound its head; empty when it doesn't count."""
    form, lemma = token.lower_, token.lemma_.lower()
    if token.pos_ == "PROPN" or not is_content(token):
        return ""
    if lint_words.has_no_frequency(form) or lint_words.has_no_frequency(lemma):
        return ""
    if token.pos_ != "NOUN" or "|dim|" in token.tag_:
        return form
    known = lint_words.noun_class(form, lemma)
    return (known and known.head) or form


def noun_kind(token: Token) -> str | None:
    """``c`` concrete, ``a`` abstract, ``u`` both; None for another word or a noun that isn't known."""
    if token.pos_ in {"NOUN", "PROPN"}:
        known = lint_words.noun_class(token.lower_, token.lemma_.lower())
        return known and known.kind
    return "c" if "SPEC" in token.tag_ and lint_words.is_unit(token.lower_) else None


def longest_dependency(tokens: Sequence[Token]) -> int | None:
    """The most words between a word and its head; None for a sentence of one word.

    A conjunct hangs on the head of the first one; a subject hangs on each of the verbs that share it.
    """
    if sum(not token.is_punct for token in tokens) < 2:
        return None
    first = tokens[0].i
    labels = [token.dep_ for token in tokens]
    before = list(accumulate((label != "punct" for label in labels), initial=0))
    heads = [token.head.i - first for token in tokens]
    longest = 0
    for at, token in enumerate(tokens):
        if labels[at] == "punct" or token.is_punct:
            continue
        own = at
        while labels[own] == "conj" and heads[own] != own:
            own = heads[own]
        above = [heads[own]]
        if labels[own] == "nsubj":
            above += [other.i - first for other in tokens[own].head.conjuncts]
        longest = max(longest, *(before[max(at, head)] - before[min(at, head)] - 1 for head in above))
    return longest
