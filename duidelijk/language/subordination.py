"""Opening words → the subordinate clauses of a sentence. UD labels, tags of CGN.

A clause gets its finite verb by order: each finite verb closes the clause that was opened last. That holds
where the parser takes *die* for a pronoun that points, or hangs a clause in the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, finite_verb, helpers, is_finite, is_noun, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

SUBORDINATING = ("VG|onder", "VNW|betr", "VNW|vb")
"""Tags of words that may open a clause: subordinators, relative words, question words."""
_ASKING = ("VNW|vb", "BW", "TW")
_COMPARING = frozenset({"als", "dan", "zoals", "evenals"})
_MAIN = frozenset({"ROOT", "parataxis"})


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A subordinate clause: its opening word and its finite verb (None for *om … te*)."""

    opener: Token
    finite: Token | None


def subordinate_clauses(sentence: Sentence, openers: Iterable[Token]) -> list[Clause]:
    """The clauses of a sentence that some of these words open, in text order.

    A clause is known by a verb: *als bewijs* and *meer dan vorig jaar* have none. A question word that opens
    the main clause opens no other.
    """
    opening = {t.i: t for t in openers if _opens(t)}
    found: list[Clause] = [Clause(t, None) for t in opening.values() if t.lower_ == "om"]
    waiting: list[Token] = []
    start = min(opening, default=sentence.span.end)
    for token in sentence.span.doc[start : sentence.span.end]:
        if token.i in opening and token.lower_ != "om":
            waiting.append(token)
        elif waiting and is_finite(token) and not shares_opener(token, waiting[-1]):
            found.append(Clause(waiting.pop(), token))
    found += [Clause(t, t.head) for t in waiting if _is_participle_by_mistake(t.head)]
    return sorted(found, key=lambda c: c.opener.i)


def shares_opener(finite: Token, last: Token | None) -> bool:
    """Whether it is the verb of a second clause without an opener of its own; ``last``: the one before it."""
    predicate = finite.head if finite.dep_ in HELPING else finite
    return predicate.dep_ == "conj" and (last is None or last.i < predicate.head.i)


def _is_participle_by_mistake(verb: Token) -> bool:
    """*voordat de raad beslist*, which the tagger may take for a participle."""
    return verb.tag_.startswith("WW|vd") and not helpers(verb)


def _opens(word: Token) -> bool:
    if word.lower_ == "om":
        return word.dep_ == "mark" and any(t.lower_ == "te" for t in word.head.lefts)
    if word.lower_ in _COMPARING or word.tag_.startswith("VZ"):
        return word.dep_ == "mark" and (is_verb(word.head) or bool(helpers(word.head)))
    if word.lower_ in {"dat", "die"} and not word.tag_.startswith("VG"):
        return word.dep_ == "mark" or not _points(word)
    return not (word.tag_.startswith(_ASKING) and word.dep_ != "mark" and _asks(word))


def _points(word: Token) -> bool:
    """*dat* and *die* that point at something: as the first word, else by tag unless a noun is before."""
    before = word.nbor(-1) if word.i > word.sent.start else None
    return before is None or ("|aanw" in word.tag_ and not is_noun(before))


def _asks(word: Token) -> bool:
    """Whether the word opens a main clause (*Wat moet u doen?*), also as the second of two."""
    predicate = word.head
    while not is_verb(predicate) and not helpers(predicate) and predicate.head != predicate:
        predicate = predicate.head
    finite = finite_verb(predicate)
    while predicate.dep_ == "conj" and finite is not None and finite.i == word.i + 1:
        predicate = predicate.head
    return predicate.dep_ in _MAIN
