"""Words of a clause → its constituents: stretches with the same topmost word below the verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import finite_verb, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

Part = tuple["Token", ...]
CLAUSAL = frozenset({"advcl", "ccomp", "csubj", "xcomp", "parataxis"})


def parts_in(tokens: Iterable[Token], predicate: Token, group: list[Token]) -> Iterator[Part]:
    """The constituents: stretches of words with the same topmost word below the verbs, parted by those."""
    part: list[Token] = []
    top = predicate
    for token in tokens:
        here = top_of(token, predicate, group)
        apart = bool(part) and any(t in group for t in token.doc[part[-1].i + 1 : token.i])
        if token.is_punct and part and not apart:
            here = top
        if part and (here != top or apart):
            yield bare(tuple(part))
            part = []
        part, top = [*part, token], here
    yield bare(tuple(part))


def bare(part: Part) -> Part:
    """Without a mark at either end; brackets stay where they are a pair."""
    while part and part[-1].is_punct and not (part[-1].text == ")" and any(t.text == "(" for t in part)):
        part = part[:-1]
    while part and part[0].is_punct and part[0].text != "(":
        part = part[1:]
    return part


def top_of(token: Token, predicate: Token, group: list[Token]) -> Token:
    """The word right below the verbs; a predicate that is a noun takes what describes it with it."""
    while token != predicate and token.head != predicate and token.head not in group and token.head != token:
        token = token.head
    described = token.dep_ in {
        "det",
        "amod",
        "case",
        "nmod",
        "nmod:poss",
        "nummod",
        "flat",
        "fixed",
        "compound",
    }
    return predicate if token.head == predicate and not is_verb(predicate) and described else token


def is_clausal(part: Part, predicate: Token, group: list[Token]) -> bool:
    top = top_of(part[0], predicate, group)
    return (
        top != predicate
        and top.dep_ in CLAUSAL
        and (finite_verb(top) is not None or any(t.lower_ in {"te", "om"} for t in top.lefts))
    )


def holding(word: Token | None, opener: Part, parts: Iterable[Part]) -> Part:
    """The constituent with this word, without what belongs to it further on (*een brief … waarin*)."""
    found = next((part for part in (opener, *parts) if word in part), ())
    if word is None or not found:
        return ()
    below = set(word.subtree)
    lead = tuple(t for t in opener if t in below and t not in found)
    return bare((*lead, *(t for t in found if t in below or t.is_punct)))


def head_of(part: Part) -> Token:
    """The word of a constituent on which the others hang."""
    inside = {t.i for t in part}
    return next((t for t in part if t.head.i not in inside or t.head == t), part[-1])
