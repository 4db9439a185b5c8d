"""*Zullen* where the present tense says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, clause_of, is_main
from duidelijk.language.silence import is_cited
from duidelijk.language.verb_groups import pile, verb_group
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_WILL = frozenset({"zal", "zullen", "zult"})
_FIRST_PERSON = frozenset({"wij", "we", "ik"})
_READER = frozenset({"u", "je", "jij", "jullie"})


def future(
    analysis: Analysis,
    *,
    auxiliaries: Lexicon,
    senders: tuple[str, ...] = (),
    likely: tuple[str, ...] = (),
    understanding: tuple[str, ...] = (),
    times: str = "(?!)",
) -> Iterator[Hit]:
    """Every *zal*, *zullen* or *zult* with the sender as subject, or with a time in its clause.

    ``senders``: subjects besides *wij* and *ik*; ``times``: regular expression of what says when. Silent:
    proposals (*Zullen wij … ?*), likelihood (a word of ``likely``; *u zult* with a verb of
    ``understanding``), quotations, and piles of verbs, which another rule speaks about.
    """
    when = re.compile(times, re.IGNORECASE)
    for sentence, verb in analysis.with_form(_WILL):
        if verb.dep_ != "aux" or is_cited(sentence, verb):
            continue
        predicate, subject = verb.head, _subject(verb.head)
        words = [t.lower_ for t in predicate.subtree if clause_of(t) == predicate]
        sender = subject in _FIRST_PERSON or subject in senders
        if not sender and (not when.search(" ".join(words)) or _is_asked(predicate)):
            continue
        guess = not set(likely).isdisjoint(words) or (
            subject in _READER and predicate.lower_ in understanding
        )
        asked = subject in _FIRST_PERSON and sentence.span.text.endswith("?") and is_main(predicate)
        if not guess and not asked and not pile(verb_group(verb, auxiliaries), auxiliaries):
            yield _hit(sentence, verb, "afzender" if sender else "tijd")


def _is_asked(predicate: Token) -> bool:
    """*of het zal regenen*: nobody says that it will."""
    return any(t.lower_ == "of" and t.dep_ == "mark" for t in predicate.lefts)


def _subject(predicate: Token) -> str:
    """The subject in lower case, also where the clause shares that of the clause before: *en zal bellen*."""
    while True:
        found = next((t for t in predicate.children if t.dep_ in SUBJECTS), None)
        if found is not None or predicate.dep_ != "conj":
            return found.lower_ if found is not None else ""
        predicate = predicate.head


def _hit(sentence: Sentence, verb: Token, kind: str) -> Hit:
    start, end = sentence.range(verb, verb)
    return Hit(start, end, {"kind": kind, "verb": verb.lower_}, seen=(sentence, verb))
