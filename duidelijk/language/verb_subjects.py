"""Verb → who does it: the reader, the sender or something of the reader's; and is it only background?

What stands beside the verb speaks before labels: the parser may find no subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.asking import SENDER, YOU
from duidelijk.language.clauses import SUBJECTS, clause_of

if TYPE_CHECKING:
    from spacy.tokens import Token

YOUR = frozenset({"uw", "jouw"})
_UNDECIDED = frozenset({"of", "als", "indien", "wanneer", "omdat", "doordat", "toen", "aangezien"})


def is_background(verb: Token) -> bool:
    """Whether a relative word, or a subordinator like *omdat*, opens the clause of a verb."""
    doc, start = verb.doc, verb.sent.start
    for i in range(verb.i - 1, start - 1, -1):
        token = doc[i]
        if token.is_punct:
            return False
        if token.tag_.startswith(("VG|onder", "VNW|betr")) or token.lower_.startswith("waar"):
            return not token.tag_.startswith("VG|onder") or token.lower_ in _UNDECIDED
    return False


def beside(verb: Token) -> list[Token]:
    """The words right before and behind a verb."""
    doc = verb.doc
    return [doc[i] for i in (verb.i - 1, verb.i + 1) if 0 <= i < len(doc)]


def subjects_of(verb: Token) -> list[Token]:
    """The subject by label, of the verb or of what it helps."""
    return [t for v in {verb, clause_of(verb)} for t in v.children if t.dep_ in SUBJECTS]


def is_reader(verb: Token) -> bool:
    """*U krijgt, krijgt u*."""
    near = (t for t in beside(verb) if t.lower_ in YOU)
    return any("obl" not in t.tag_ for t in near) or any(
        t.lower_ in YOU and "obl" not in t.tag_ for t in subjects_of(verb)
    )


def is_sender(verb: Token, nouns: frozenset[str]) -> bool:
    """*Wij verlenen*, *het college besluit*; ``nouns`` speak like *wij*."""
    if any(t.lower_ in SENDER or t.lower_ in nouns for t in beside(verb)):
        return True
    return any(t.lower_ in SENDER or t.lower_ in nouns for t in subjects_of(verb))


def is_readers(verb: Token) -> bool:
    """*Uw aanvraag is*, also where the parser finds no subject."""
    start = verb.sent.start
    if verb.i == start + 2 and verb.doc[start].lower_ in YOUR:
        return True
    return any(t.lower_ in YOUR for s in subjects_of(verb) for t in s.lefts)
