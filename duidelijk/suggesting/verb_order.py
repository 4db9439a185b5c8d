"""Where the parts of a verb go in Dutch word order: the end of the middle field, before a group of verbs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from duidelijk.language.clauses import SUBJECTS, is_finite, is_verb
from duidelijk.language.constituents import Part
from duidelijk.language.frames import Frame
from duidelijk.suggesting.term_verbs import TermVerb

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"acl", "acl:relcl", "ccomp", "advcl", "xcomp", "parataxis", "csubj"})
_OPENS = ("LET", "VG", "VNW|betr", "VNW|vb")
_CLAUSE_WORDS = frozenset({"om", "dan", "zonder", "door", "waar"})


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where new words go: beside or in the place of ``slot`` before the verbs, and behind ``close``.

    In a main clause without a verb at its end both are its right edge. ``light``: behind which word *het*,
    *er* and *zich* go; None where that isn't certain.
    """

    slot: Token
    how: Literal["instead", "before", "behind"]
    close: Token
    light: Token | None


def places(term: TermVerb) -> Places | None:
    """The places in the clause of a term; None where they aren't certain."""
    if term.kind == "second":
        return _in_second(term)
    first, last = group_around(term)
    light = light_place(term)
    if term.matched and term.matched[-1].i < term.verb.i:
        return Places(term.matched[0], "instead", last, light)
    return None if first is None else Places(first, "before", last, light)


def _in_second(term: TermVerb) -> Places | None:
    light = light_place(term)
    behind = [t for t in term.matched if t.i > term.verb.i]
    if behind:
        return Places(behind[-1], "instead", behind[-1], light)
    edge = right_edge(term.frame, term.verb) if term.frame is not None else None
    return None if edge is None else Places(edge, "behind", edge, light)


def right_edge(frame: Frame, verb: Token) -> Token | None:
    """The last word of the middle field of a main clause, before clauses; None where it isn't certain."""
    if frame.verbs:
        return None
    edge = frame.middle[-1][-1] if frame.middle else verb
    if frame.middle:
        edge = before_clause(frame.middle[-1])
    clause = frame.after and frame.after[0][0].i == edge.i + 1 and _has_verb(frame.after[0])
    return edge if clause or ends_field(edge) else None


def _has_verb(part: Part) -> bool:
    return any(is_finite(t) or t.lower_ == "te" for t in part)


def before_clause(part: Part) -> Token:
    """The last word of a constituent without the clause at its end: *de afspraak*, *die u hebt gemaakt*."""
    for token in part:
        if token.dep_ in _CLAUSES and token.head in part and token != part[0]:
            below = [t for t in token.subtree if t in part]
            if below and below[-1].i >= part[-1].i - 1 and below[0].i > part[0].i:
                return _no_mark(part[0].doc[below[0].i - 1])
    return part[-1]


def _no_mark(token: Token) -> Token:
    doc = token.doc
    while token.is_punct and token.i > token.sent.start:
        token = doc[token.i - 1]
    return token


def ends_field(edge: Token) -> bool:
    """Whether a mark, a joining word or a clause follows."""
    at = edge.i + 1
    if at >= edge.sent.end:
        return True
    after = edge.doc[at]
    clause = after.lower_ in _CLAUSE_WORDS and any(a.dep_ in _CLAUSES for a in (after, *after.ancestors))
    return after.is_punct or after.tag_.startswith(_OPENS) or clause or after.lower_ == "om"


def group_around(term: TermVerb) -> tuple[Token | None, Token]:
    """The first and last word of the verbs that stand together at the end around this one."""
    verb, doc, sent = term.verb, term.verb.doc, term.verb.sent
    front = (
        term.frame.finite if term.frame is not None and term.frame.kind in {"main", "verb-first"} else None
    )
    skip = {t.i for t in term.matched}
    first = verb
    for i in range(verb.i - 1, sent.start - 1, -1):
        token = doc[i]
        if i in skip or token.lower_ == "te":
            first = token
        elif is_verb(token) and token != front and "|prenom" not in token.tag_:
            if is_finite(token) and term.frame is None:
                return None, verb
            first = token
        else:
            break
    last = verb
    for i in range(verb.i + 1, sent.end):
        token = doc[i]
        if not is_verb(token) or "|prenom" in token.tag_ or _opens_next(token, term):
            break
        last = token
    return first, last


def _opens_next(token: Token, term: TermVerb) -> bool:
    """Whether a finite verb behind the group is that of the main clause: *Om dit te doen moet u …*."""
    if not is_finite(token):
        return False
    return term.frame is None or token.i > term.frame.last.i or term.kind in {"te", "nominal"}


def light_place(term: TermVerb) -> Token | None:
    """The word behind which *het*, *er* and *zich* go: the finite verb, the subject, or the opener."""
    frame = term.frame
    if frame is None:
        return None
    if frame.kind in {"main", "verb-first"}:
        if frame.finite is None:
            return None
        return _behind_subject(frame.finite, frame)
    if frame.kind == "infinitive":
        return frame.opener[-1] if frame.opener else None
    if frame.subject and frame.opener and frame.opener[0] in frame.subject:
        return frame.opener[-1]
    return frame.subject[-1] if frame.subject and frame.middle and frame.middle[0] == frame.subject else None


def _behind_subject(finite: Token, frame: Frame) -> Token | None:
    doc = finite.doc
    after = doc[finite.i + 1] if finite.i + 1 < finite.sent.end else finite
    if frame.subject and frame.subject[0] == after:
        return frame.subject[-1]
    if after.dep_ in SUBJECTS and after.tag_.startswith("VNW"):
        return after
    return finite if frame.kind == "verb-first" or frame.subject == frame.front else None


def covered(tokens: Iterable[Token], within: Iterable[Token]) -> bool:
    """Whether all words are among these."""
    inside = {t.i for t in within}
    return all(t.i in inside for t in tokens)
