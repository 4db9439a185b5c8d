"""Sentence → whether it is still one: a finite verb, a subject that agrees, nothing left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, SUBJECTS, finite_verb, helpers, is_finite
from duidelijk.language.infinitives import lemma_of
from duidelijk.language.inflection import VERBS, verb_forms
from duidelijk.language.tabular import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MAY_DOUBLE = frozenset({"u", "dat", "die", "zij", "ze", "het"})
"""Words that may stand twice in a row: *als u u aanmeldt*."""


def is_sound(span: Span) -> bool:
    """Whether its main clause has a finite verb, its subjects agree, and every *te* has its infinitive."""
    words = [t for t in span if not t.is_space]
    if not words or not _has_main_verb(span):
        return False
    return all(_agrees(t) for t in words if t.dep_ in SUBJECTS) and all(map(_is_whole, words))


def _has_main_verb(span: Span) -> bool:
    root = span.root
    loose = any(is_finite(t) and t.dep_ in HELPING and t.head.dep_ in SUBJECTS for t in span)
    return finite_verb(root) is not None or loose or _is_mistaken(root) or _may_be_finite(root)


def _may_be_finite(root: Token) -> bool:
    """*verwacht*: a participle by its tag that is a present tense as well, without a helper."""
    if not root.tag_.startswith("WW|vd") or helpers(root):
        return False
    return root.lower_ == verb_forms(root.lemma_.lower().replace("_", "")).present_3


def _agrees(subject: Token) -> bool:
    """Whether subject and finite verb have the same number, where the tags say which.

    An infinitive as a subject (*een hek plaatsen is verboden*) may be tagged as a noun or as a finite verb.
    """
    verb = finite_verb(subject.head)
    subjects = [t for t in subject.head.children if t.dep_ in SUBJECTS]
    deed = subject.head.dep_ in SUBJECTS or any(t.dep_ == "obj" for t in subject.children)
    if verb is None or deed or len(subjects) > 1 or any(t.dep_ == "conj" for t in subject.children):
        return True
    tag = subject.tag_
    if not tag.startswith(("N|", "VNW|pers")) or subject.lower_ in {"u", "ze", "zij", "men"}:
        return True
    if tag.startswith("N|") and "|mv" in tag:
        return not verb.tag_.endswith("|ev")
    if tag.startswith("N|soort|ev"):
        return not verb.tag_.endswith("|mv") or verb.lower_ in {"zijn", "hebben"}
    return True


def _is_mistaken(token: Token) -> bool:
    """*beslist*, *verhuist*: a finite form that is tagged as the participle that it looks like."""
    if not token.tag_.startswith(("WW|vd|vrij", "ADJ|vrij")) or token.i == token.sent.start:
        return False
    lemma = lemma_of(token.lower_, "WW|pv|tgw|met-t") or ""
    return lemma in lexicon(VERBS).rows and verb_forms(lemma).participle == token.lower_


def _is_whole(token: Token) -> bool:
    """*te* stands before an infinitive, and no word stands twice in a row (*brengt in in de nota*)."""
    after = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    if token.lower_ == "te" and token.tag_.startswith("VZ") and token.dep_ == "mark":
        return after is not None and after.tag_.startswith("WW")
    return after is None or not token.is_alpha or after.lower_ != token.lower_ or token.lower_ in MAY_DOUBLE
