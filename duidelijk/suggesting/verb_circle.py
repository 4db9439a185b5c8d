"""Verb → what stands around it in its clause: the predicate, its helpers, its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, SUBJECTS
from duidelijk.language.constituents import Part
from duidelijk.language.grammar import WORDEN, ZIJN

if TYPE_CHECKING:
    from spacy.tokens import Token

HEBBEN = frozenset({"hebben", "heb", "hebt", "heeft", "had", "hadden"})


def predicate_of(verb: Token) -> Token:
    """The head of the clause in whose verb group a verb stands, through helpers and bare infinitives."""
    while (verb.dep_ in HELPING or _is_bare(verb)) and verb.head != verb:
        verb = verb.head
    return verb


def _is_bare(verb: Token) -> bool:
    marked = any(t.dep_ == "mark" for t in verb.lefts)
    return verb.dep_ == "xcomp" and verb.tag_.startswith(("WW|inf", "WW|vd")) and not marked


def helpers_of(verb: Token) -> Part:
    """The forms of *hebben*, *zijn* and *worden* that go with a participle."""
    known = HEBBEN | ZIJN | WORDEN
    below = [t for t in verb.children if t.dep_ in HELPING and t.lower_ in known]
    above = [verb.head] if verb.dep_ in {"xcomp", "ccomp", "obj"} and verb.head.lower_ in known else []
    return tuple(below + above)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or that of the verb with which it is joined."""
    here: Token = predicate_of(verb)
    while True:
        for head in (here, verb):
            found = next((t for t in head.children if t.dep_ in SUBJECTS), None)
            if found is not None:
                return found
        if here.dep_ != "conj" or here.head == here:
            return None
        here = predicate_of(here.head)
