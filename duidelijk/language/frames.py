"""Clause → its fields in Dutch word order. UD labels, tags of CGN.

A main clause is ``front finite middle verbs after`` (*Morgen | stuurt | de gemeente u een brief | op | .*), a
subordinate one ``opener middle verbs after``, with the finite verb among ``verbs``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from duidelijk.language.clauses import SUBJECTS, finite_verb, helpers, is_finite, is_verb
from duidelijk.language.constituents import CLAUSAL, Part, bare, holding, is_clausal, parts_in, top_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["main", "verb-first", "subordinate", "infinitive"]
_APART = frozenset({"parataxis", "discourse", "vocative", "list"})
OBLIGING = frozenset({"dienen", "hoeven", "behoren", "horen"})
"""Verbs with *te* that help another verb: *dient te betalen*."""
_RELATIVE = ("VNW|betr", "VNW|vb", "VNW|onbep|adv-pron", "VNW|aanw|adv-pron")


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One clause; ``first`` to ``last`` are its words without the marks around it.

    ``opener``: what opens a subordinate clause (*omdat*, *die*, *met wie*); ``middle`` and ``after`` hold
    whole constituents in text order; ``verbs``: the group at the end, with *te*, particle and *en*.
    """

    predicate: Token
    kind: Kind
    opener: Part
    front: Part
    finite: Token | None
    middle: tuple[Part, ...]
    verbs: Part
    after: tuple[Part, ...]
    subject: Part
    first: Token
    last: Token

    @property
    def parts(self) -> tuple[Part, ...]:
        """The constituents in front, middle and after, in text order."""
        front = (self.front,) if self.front else ()
        return (*front, *self.middle, *self.after)


def frame_of(predicate: Token) -> Frame | None:
    """The fields of the clause of a predicate; None where its words don't stand in one stretch."""
    own = sorted(_own(predicate), key=lambda t: t.i)
    group = _group(predicate)
    own = _trimmed(own, group)
    if not own or not _whole(own):
        return None
    finite = next((t for t in group if is_finite(t)), None)
    opener = _opener(own, predicate, group)
    inside = own[len(opener) :]
    kind = _kind(finite, opener, inside)
    tail = _tail([t for t in group if kind in {"subordinate", "infinitive"} or t != finite], finite, kind)
    if tail is None or not inside:
        return None
    return _fields(predicate, kind, finite, opener, inside, tail, group)


def _fields(
    predicate: Token,
    kind: Kind,
    finite: Token | None,
    opener: Part,
    inside: list[Token],
    tail: Part,
    group: list[Token],
) -> Frame | None:
    front: Part = ()
    start = inside[0].i
    if kind in {"main", "verb-first"}:
        assert finite is not None
        front = tuple(t for t in inside if t.i < finite.i)
        start = finite.i + 1
    rest = [t for t in inside if t.i >= start and t not in tail]
    parts = [part for part in parts_in(rest, predicate, group) if part]
    if tail:
        middle = [p for p in parts if p[-1].i < tail[0].i]
        after = [p for p in parts if p[0].i > tail[-1].i]
        if len(middle) + len(after) != len(parts):
            return None
    else:
        cut = next((n for n, p in enumerate(parts) if is_clausal(p, predicate, group)), len(parts))
        middle, after = parts[:cut], parts[cut:]
    told = next((t for v in (predicate, *group) for t in v.children if t.dep_ in SUBJECTS), None)
    subject = holding(told, opener, (bare(front), *parts))
    return Frame(
        predicate, kind, opener, bare(front), finite, tuple(middle), tail, tuple(after), subject,
        (opener or tuple(inside))[0], inside[-1],
    )  # fmt: skip


def _kind(finite: Token | None, opener: Part, inside: list[Token]) -> Kind:
    if finite is None:
        return "infinitive"
    if opener:
        return "subordinate"
    return "verb-first" if inside and inside[0] == finite else "main"


def _own(predicate: Token) -> Iterator[Token]:
    """The words of the clause: all below its predicate but joined clauses and what joins them."""
    yield predicate
    for child in predicate.children:
        if child.dep_ in _APART or (child.dep_ == "conj" and _is_joined(child)):
            continue
        if child.dep_ == "cc" and child.i < predicate.i:
            continue
        yield from child.subtree


def _is_joined(conj: Token) -> bool:
    """Whether it is a clause of its own, not a second participle or infinitive behind the same helper."""
    if finite_verb(conj) is not None or any(t.dep_ in SUBJECTS for t in conj.children):
        return True
    return is_verb(conj) and not all(t.dep_ in {"cc", "punct"} for t in conj.children)


def _trimmed(own: list[Token], group: list[Token]) -> list[Token]:
    """Without the marks and joining words around it."""
    while own and (own[0].is_punct or own[0].dep_ == "cc" or own[0].is_space):
        own = own[1:]
    own = list(bare(tuple(t for t in own if not t.is_space)))
    return own if own and all(t in own for t in group) else []


def _whole(own: list[Token]) -> bool:
    inside = {t.i for t in own}
    doc = own[0].doc
    return all(i in inside or doc[i].is_punct for i in range(own[0].i, own[-1].i + 1))


def _group(predicate: Token) -> list[Token]:
    """The verbs of the clause with *te* and particles, in text order."""
    verbs: list[Token] = [predicate] if is_verb(predicate) else []
    verbs += helpers(predicate)
    verbs += [t for t in predicate.children if t.dep_ == "xcomp" and _is_bare(t)]
    for verb in list(verbs):
        verbs += helpers(verb) if verb != predicate else []
    loose = [t for v in {*verbs, predicate} for t in v.children if _is_loose(t)]
    second = [
        t for v in verbs for c in v.children if c.dep_ == "conj" and not _is_joined(c) for t in c.subtree
    ]
    return sorted({*verbs, *loose, *second}, key=lambda t: t.i)


def _is_bare(verb: Token) -> bool:
    """What completes the verb before it without a clause of its own: *wil … betalen*, *dient te betalen*."""
    marks = {t.lower_ for t in verb.children if t.dep_ == "mark"}
    if "om" in marks or verb.i < verb.head.i:
        return False
    if "te" in marks:
        return verb.head.lemma_.lower() in OBLIGING
    return verb.tag_.startswith("WW|inf")


def _is_loose(token: Token) -> bool:
    """*te*, or a particle; *op de hoogte* is a constituent, whatever its label."""
    particle = token.dep_ == "compound:prt" and not any(t.dep_ in {"case", "fixed"} for t in token.children)
    return particle or (token.dep_ == "mark" and token.lower_ == "te")


def _opener(own: list[Token], predicate: Token, group: list[Token]) -> Part:
    """The words that open a subordinate clause or *om … te*: a subordinator or a relative word."""
    first = own[0]
    if first != predicate and _opens_other(top_of(first, predicate, group)):
        return ()
    if first.tag_.startswith("VG|onder") or (first.dep_ == "mark" and first not in group):
        second = own[1] if len(own) > 1 and own[1].dep_ in {"mark", "fixed"} and own[1] not in group else None
        return (first,) if second is None else (first, second)
    if first.tag_.startswith(_RELATIVE) or first.lower_.startswith("waar"):
        relative = predicate.dep_ == "acl:relcl" or (first.i + 1 < first.sent.end and not is_finite(own[1]))
        return (first,) if relative else ()
    if first.tag_.startswith("VZ") and len(own) > 1 and own[1].tag_.startswith("VNW|betr"):
        return (first, own[1])
    return ()


def _opens_other(top: Token) -> bool:
    """Whether the first words are a clause within this one (*Als u verhuist, …*)."""
    return top.dep_ in CLAUSAL and top.dep_ != "parataxis"


def _tail(group: list[Token], finite: Token | None, kind: Kind) -> Part | None:
    """The verbs at the end; None where something stands between them."""
    if not group:
        return ()
    if group[-1].i - group[0].i + 1 != len(group):
        return None
    late = finite is None or kind in {"subordinate", "infinitive"} or group[0].i > finite.i
    return tuple(group) if late else None
