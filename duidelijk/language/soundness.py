"""Sentence → whether it is still one: a finite verb, a subject that agrees, nothing left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, finite_verb, helpers
from duidelijk.language.inflection import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def is_sound(span: Span) -> bool:
    """Whether its main clause has a finite verb, its subjects agree, and every *te* has its infinitive."""
    words = [t for t in span if not t.is_space]
    if not words or (finite_verb(span.root) is None and not _may_be_finite(span.root)):
        return False
    return all(_agrees(t) for t in words if t.dep_ in SUBJECTS) and all(map(_is_whole, words))


def _may_be_finite(root: Token) -> bool:
    """*verwacht*: a participle by its tag that is a present tense as well, without a helper."""
    if not root.tag_.startswith("WW|vd") or helpers(root):
        return False
    return root.lower_ == verb_forms(root.lemma_.lower().replace("_", "")).present_3


def _agrees(subject: Token) -> bool:
    """Whether subject and finite verb have the same number, where the tags say which."""
    verb = finite_verb(subject.head)
    if verb is None or any(t.dep_ == "conj" for t in subject.children):
        return True
    tag = subject.tag_
    if not tag.startswith(("N|", "VNW|pers")) or subject.lower_ in {"u", "ze", "zij", "men"}:
        return True
    if tag.startswith("N|") and "|mv" in tag:
        return not verb.tag_.endswith("|ev")
    if tag.startswith("N|soort|ev"):
        return not verb.tag_.endswith("|mv") or verb.lower_ in {"zijn", "hebben"}
    return True


def _is_whole(token: Token) -> bool:
    """*te* stands before an infinitive; two finite verbs never stand side by side without a comma."""
    after = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    if token.lower_ == "te" and token.tag_.startswith("VZ") and token.dep_ == "mark":
        return after is not None and after.tag_.startswith("WW")
    return True
