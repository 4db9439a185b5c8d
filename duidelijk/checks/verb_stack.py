"""Piles of helper verbs in one verb group."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_verb
from duidelijk.language.silence import is_cited
from duidelijk.language.verb_groups import pile, verb_group
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence


def verb_stack(analysis: Analysis, *, auxiliaries: Lexicon) -> Iterator[Hit]:
    """Every group of four verbs or more, and three verbs side by side; value: how many.

    ``auxiliaries``: verbs that may form a group with the next, with soort and te (see the list). A group is
    looked for where an infinitive and another verb touch.
    """
    last: tuple[Token, ...] = ()
    for sentence, infinitive in analysis.with_tag("WW|inf|vrij"):
        if infinitive in last or not _touches_verb(sentence, infinitive):
            continue
        group = verb_group(infinitive, auxiliaries)
        size = pile(group, auxiliaries)
        if size and not is_cited(sentence, group[0], group[-1]):
            last = group
            yield _hit(sentence, group, size)


def _touches_verb(sentence: Sentence, infinitive: Token) -> bool:
    doc, at = sentence.span.doc, infinitive.i
    after = at + 1 < sentence.span.end and is_verb(doc[at + 1])
    return after or (at > sentence.span.start and is_verb(doc[at - 1]))


def _hit(sentence: Sentence, group: tuple[Token, ...], size: int) -> Hit:
    marks = sentence.ranges(_with_te(group))
    detail = {"kind": "rij" if size < 4 else "groep", "number": size, "verbs": _quoted(group)}
    return Hit(marks[0][0], marks[-1][1], detail, float(size), marks, (sentence, group))


def _with_te(group: tuple[Token, ...]) -> Iterator[Token]:
    """The verbs, and each *te* right before one of them but the first."""
    yield from group
    yield from (t.nbor(-1) for t in group[1:] if t.nbor(-1).lower_ == "te")


def _quoted(group: tuple[Token, ...]) -> str:
    """*zou … aangepast kunnen worden*"""
    text = group[0].lower_
    for before, verb in pairwise(group):
        te = verb.nbor(-1).lower_ == "te"
        joined = verb.i - before.i == 1 + te
        text += (" " if joined else " … ") + ("te " if te else "") + verb.lower_
    return text
