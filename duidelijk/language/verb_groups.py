"""Verb → the verbs that form one group with it: *zou … aangepast kunnen worden*. UD labels, tags of CGN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, helpers, is_finite, is_verb
from duidelijk.language.grammar import WORDEN, ZIJN
from duidelijk.language.subordination import SUBORDINATING
from duidelijk.model import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_COMPLEMENTS = frozenset({"xcomp", "ccomp"})
_LARGE, _ROW = 4, 3


def verb_group(verb: Token, auxiliaries: Lexicon) -> tuple[Token, ...]:
    """All verbs of the group in which this one stands, in text order; none where they can't be one group.

    That is where two of them are finite, or a helper follows an infinitive that says something itself: then
    the tree has joined two clauses (*om te blijven heeft u …*).
    """
    top = verb
    while top.dep_ in HELPING or _is_governed(top, auxiliaries) or _completes(top):
        top = top.head
    group = tuple(sorted(_below(top, auxiliaries), key=lambda t: t.i))
    followed = any(
        t.tag_.startswith("WW|inf") and not _is_empty(t, auxiliaries) and _helps_after(t, group)
        for t in group
    )
    return () if followed or sum(map(_is_surely_finite, group)) > 1 else group


def _is_surely_finite(verb: Token) -> bool:
    """*zal*, not *dienen*, which may be an infinitive in spite of its tag."""
    return is_finite(verb) and verb.lower_ != _lemma(verb)


def _helps_after(verb: Token, group: tuple[Token, ...]) -> bool:
    """Whether a verb behind this one helps it or its head."""
    return any(t.i > verb.i and t.dep_ in HELPING for t in group)


def _below(verb: Token, auxiliaries: Lexicon) -> Iterator[Token]:
    if is_verb(verb):
        yield verb
    yield from (t for t in helpers(verb) if is_verb(t))
    for child in verb.children:
        if _is_governed(child, auxiliaries) or _completes(child):
            yield from _below(child, auxiliaries)


def _is_governed(verb: Token, auxiliaries: Lexicon) -> bool:
    """Whether it hangs under a verb of the list as an infinitive, with *te* only where the list says so."""
    if verb.dep_ not in _COMPLEMENTS or is_finite(verb) or not is_verb(verb):
        return False
    row = auxiliaries.rows.get(_lemma(verb.head))
    if row is None or any(map(is_finite, helpers(verb))):
        return False
    marks = {t.lower_ for t in verb.lefts if t.dep_ == "mark"}
    return "om" not in marks and ("te" not in marks or row["te"] == "ja")


def _completes(verb: Token) -> bool:
    """*laten weten*: an infinitive that the labels take for a part of the other verb."""
    return verb.dep_ == "compound:prt" and verb.tag_.startswith("WW|inf") and verb.head.i < verb.i


def _lemma(verb: Token) -> str:
    return verb.lemma_.lower().replace("_", "")


def pile(group: tuple[Token, ...], auxiliaries: Lexicon) -> int:
    """How many verbs pile up in a group: all of four or more, or three side by side; 0 where none do.

    *laten weten* counts as one.
    Three are a pile only at the end of a subordinate clause, with two helpers that say next to nothing
    (*dat u dit zou kunnen vergeten*); *heeft moeten wachten* and *moeten worden betaald* are everyday Dutch.
    """
    size = len(group) - sum(map(_completes, group))
    if size >= _LARGE:
        return size
    if size < _ROW or not all(map(_touch, group, group[1:])):
        return 0
    participle = any(t.tag_.startswith("WW|vd") for t in group)
    passive = participle and any(t.lower_ in WORDEN | ZIJN for t in group)
    says_nothing = sum(auxiliaries.rows.get(_lemma(t), {}).get("leeg") == "ja" for t in group)
    return 0 if passive or says_nothing < _ROW - 1 or not _ends_clause(group) else size


def _ends_clause(group: tuple[Token, ...]) -> bool:
    """Whether a word opens a subordinate clause before the group, with no finite verb between."""
    finite = next((t for t in group if is_finite(t)), None)
    if finite is None:
        return False
    for token in reversed(finite.doc[finite.sent.start : group[0].i]):
        if token.tag_.startswith(SUBORDINATING) or token.dep_ == "mark":
            return True
        if is_finite(token) or token.text in {";", ":"}:
            return False
    return False


def _touch(first: Token, second: Token) -> bool:
    """Side by side, or with only *te* between."""
    gap = second.i - first.i
    return gap == 1 or (gap == 2 and first.nbor().lower_ == "te")


def _is_empty(verb: Token, auxiliaries: Lexicon) -> bool:
    row = auxiliaries.rows.get(_lemma(verb))
    return row is not None and row["soort"] != "eigen"
