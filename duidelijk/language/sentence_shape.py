"""The shape of a sentence: whether it is one by itself, and what breaks it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.asking import is_question
from duidelijk.language.clauses import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_MARKS = frozenset("(;–—-")
_FULL_STOPS = frozenset({".", "!", "…"})
_DASHES = frozenset("–—-")
_SIGNS = frozenset("%&+=")
_ARTICLES = frozenset({"de", "een"})
_NO_NOUN = ("VG", "LID")
_RELATIVE = frozenset(
    {"die", "dat", "wie", "welke", "waar", "waarin", "waarop", "waarbij", "waarmee", "waarvan"}
)
_LOOSE_WORDS = frozenset({"punct", "cc", "aux", "aux:pass", "cop"})


def is_loose(sentence: Sentence) -> bool:
    """Whether this is no sentence by itself: without a finite verb, or a subordinate clause alone."""
    if is_question(sentence):
        return False
    return not has_verb(sentence) or _is_subordinate(sentence)


def _is_subordinate(sentence: Sentence) -> bool:
    """Whether the whole is one subordinate clause: *Omdat u verhuisd bent.*"""
    first, root = sentence.span[0], sentence.span.root
    if first.dep_ == "mark" and first.head == root:
        return True
    if first.lower_ not in _RELATIVE or first.head != root:
        return False
    verb = next((t for t in (root, *root.children) if is_finite(t)), root)
    before = [t for t in root.children if t.i < verb.i and t.dep_ not in _LOOSE_WORDS]
    return len(before) > 1


def is_verbless(sentence: Sentence) -> bool:
    """Whether it ends like a sentence, but has no finite verb; list items and questions may."""
    ends = sentence.span[-1].text in _FULL_STOPS
    return ends and sentence.block.kind != "item" and not has_verb(sentence)


def has_verb(sentence: Sentence) -> bool:
    """Whether it has a finite verb."""
    return any(map(is_finite, sentence.span))


def is_mark(token: Token) -> bool:
    """Whether it is a mark that breaks up a sentence, or a sign for a word.

    Not: a dash in a range, a mark at a list item, a slash in an address, brackets around a few words.
    """
    text = token.text
    if text[-1] in _SIGNS:
        return True
    if "/" in text:
        return not (token.like_url or any(map(str.isdigit, text)))
    if text not in _MARKS or token.i in (0, len(token.doc) - 1):
        return False
    if text == "(":
        return all(token.doc[i].text != ")" for i in range(token.i + 1, min(token.i + 7, len(token.doc))))
    around = token.doc[token.i - 1], token.doc[token.i + 1]
    return not (text in _DASHES and all(each.text[-1:].isdigit() or each.like_num for each in around))


def is_gap(token: Token) -> bool:
    """Whether an article has no noun behind it: a word is missing, or another phrase stands in between."""
    if not token.tag_.startswith("LID") or token.lower_ not in _ARTICLES:
        return False
    if token.i + 1 == len(token.doc):
        return True
    behind = token.nbor()
    within = token.lower_ == "de" and behind.tag_.startswith("VZ")
    return behind.text in ".,;:!?)" or behind.tag_.startswith(_NO_NOUN) or within


def ends_open(sentence: Sentence) -> bool:
    """Whether a sentence, not a list item, stops at a semicolon."""
    return sentence.block.kind != "item" and sentence.span[-1].text == ";"
