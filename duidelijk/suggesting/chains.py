"""Several things that one person does, or that an order asks for → a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.outline import Outline, is_plural_form, main_verbs
from duidelijk.suggesting.cutting import Cut, may_cut
from duidelijk.suggesting.fronts import is_order
from duidelijk.suggesting.main_clauses import SPEAKERS
from duidelijk.suggesting.wording import joined, opened, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIGNS = frozenset({",", "en"})
_LEAST = 2


def cuts(outline: Outline) -> Iterator[Cut]:
    """*U vult het in, zet uw naam erop en stuurt het op* → three sentences."""
    order = outline.main == outline.first and is_order(outline)
    front = outline.between(outline.first.i, outline.main.i)
    speaker = len(front) == 1 and front[0].lower_ in SPEAKERS
    signs = [t for t in outline.words if t.lower_ in _SIGNS and _opens_next(outline, t)]
    verbs = [t for t in main_verbs(outline.words, outline.clauses) if t.i > outline.main.i]
    if len(signs) < _LEAST or signs[-1].lower_ != "en" or not (order or speaker):
        return
    if len(verbs) > len(signs) or not all(may_cut(outline, t) for t in signs):
        return
    places = [outline.first.i, *(t.i for t in signs), outline.words[-1].i + 1]
    pieces = [outline.between(a + (n > 0), b) for n, (a, b) in enumerate(pairwise(places))]
    texts = [joined(text_of(front) if n and speaker else "", text_of(p)) for n, p in enumerate(pieces)]
    if all(len(p) > 1 for p in pieces):
        yield Cut(
            tuple(opened(text) + (".", outline.mark)[n == len(texts) - 1] for n, text in enumerate(texts))
        )


def _opens_next(outline: Outline, sign: Token) -> bool:
    """Whether a verb like the main verb stands right behind the sign, with words of its own."""
    if sign.i <= outline.main.i or sign == outline.words[-1]:
        return False
    verb = sign.nbor()
    alike = is_finite(verb) or (verb.tag_.startswith("WW|inf") and verb.lower_.endswith("en"))
    if verb.i + 1 == len(verb.doc):
        return False
    behind = verb.nbor()
    shared = any(c.finite == verb for c in outline.clauses)
    subject = behind.lower_ in {"wij", "we", "ik", "er", "hij"} or (
        behind.dep_.startswith("nsubj") and not (behind.lower_ == "u" and is_plural_form(verb))
    )
    return (
        alike
        and not shared
        and not subject
        and is_plural_form(verb) == is_plural_form(outline.main)
        and not behind.is_punct
    )
