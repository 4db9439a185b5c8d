"""Opening words → the subordinate clauses of a sentence. UD labels, tags of CGN.

A clause gets its finite verb by order: each finite verb closes the clause that was opened last. That holds
where the parser takes *die* for a pronoun that points, or hangs a clause in the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, SUBJECTS, finite_verb, helpers, is_finite, is_noun, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

SUBORDINATING = ("VG|onder", "VNW|betr", "VNW|vb")
"""Tags of words that may open a clause: subordinators, relative words, question words."""
_ASKING = ("VNW|vb", "BW", "TW")
_COMPARING = frozenset({"als", "dan", "zoals", "evenals"})
_NEVER_ORDERS = frozenset({"is", "was", "kan", "mag", "zal", "zou", "wil", "ben"})
_SPEAKERS = frozenset({"u", "ik", "je", "wij", "we", "ze", "het", "er"})
_ATTRIBUTES = ("ADJ|prenom", "N|", "TW", "WW|vd|prenom", "WW|od|prenom", "SPEC")
_MAIN = frozenset({"ROOT", "parataxis"})


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A subordinate clause: its opening word and its finite verb (None for *om … te*).

    In *Bent u verhuisd, dan …* the verb opens the clause itself.
    """

    opener: Token
    finite: Token | None


def subordinate_clauses(sentence: Sentence, openers: Iterable[Token]) -> list[Clause]:
    """The clauses of a sentence that some of these words open, in text order.

    A clause is known by a verb: *als bewijs* and *meer dan vorig jaar* have none. A question word that opens
    the main clause opens no other. A condition with the verb in front counts too.
    """
    opening = {t.i: t for t in openers if _opens(t)}
    found: list[Clause] = [Clause(t, None) for t in opening.values() if t.lower_ == "om"]
    condition = fronted_verb(sentence)
    if condition is not None:
        found.append(Clause(condition, condition))
    waiting: list[Token] = []
    start = min(opening, default=sentence.span.end)
    for token in sentence.span.doc[start : sentence.span.end]:
        if token.i in opening and token.lower_ != "om":
            waiting.append(token)
        elif waiting and is_finite(token) and not shares_opener(token, waiting[-1]):
            found.append(Clause(waiting.pop(), token))
    found += [Clause(t, t.head) for t in waiting if _is_predicate_by_mistake(t)]
    return sorted(found, key=lambda c: c.opener.i)


def fronted_verb(sentence: Sentence) -> Token | None:
    """The verb that opens a condition (*Bent u verhuisd, dan …*); None for a question or an order."""
    first = sentence.span[0]
    if not is_finite(first) or sentence.span.text.rstrip().endswith("?") or len(sentence.units) < 2:
        return None
    second = sentence.span[1]
    subject = second.tag_.startswith("VNW|pers") and "|obl|" not in second.tag_
    order = first.tag_.endswith("tgw|ev") and first.lower_ not in _NEVER_ORDERS
    if order and not subject:
        return None
    commas = (t for t in sentence.span[2:-2] if t.text == ",")
    return first if any(_resumes_main(t.nbor()) for t in commas) else None


def _resumes_main(word: Token) -> bool:
    """*dan geeft u dat door*, or the verb alone: the main clause behind a fronted one."""
    verb = word.nbor() if word.lower_ == "dan" else word
    return is_finite(verb)


def shares_opener(finite: Token, last: Token | None) -> bool:
    """Whether it is the verb of a second clause without an opener of its own; ``last``: the one before it."""
    predicate = finite.head if finite.dep_ in HELPING else finite
    return predicate.dep_ == "conj" and (last is None or last.i < predicate.head.i)


def _is_predicate_by_mistake(opener: Token) -> bool:
    """*voordat de raad beslist*, *zolang vogels broeden*: a verb that the tagger takes for something else."""
    predicate = opener.head
    if any(t.i > opener.i for t in helpers(predicate)):
        return False
    described = any(t.dep_ in SUBJECTS and opener.i < t.i < predicate.i for t in predicate.lefts)
    return predicate.tag_.startswith("WW|vd") or (described and opener.tag_.startswith(("VG|onder", "BW")))


def _opens(word: Token) -> bool:
    form = word.lower_
    if form == "om":
        return word.dep_ == "mark" and any(t.lower_ == "te" for t in word.head.lefts)
    if form == "dan" and word.i + 1 < word.sent.end and word.nbor().lower_ == "wel":
        return False
    if form == "of":
        return word.dep_ == "mark" and _holds_verb(word) and word.nbor().lower_ != "dat"
    if form in _COMPARING or word.tag_.startswith("VZ"):
        return word.dep_ == "mark" and not _is_loose(word) and (_holds_verb(word) or _ends_in_verb(word))
    if form in {"dat", "die"} and not word.tag_.startswith("VG"):
        return word.dep_ == "mark" or not _points(word)
    return not (word.tag_.startswith(_ASKING) and word.dep_ != "mark" and _asks(word))


def _holds_verb(opener: Token) -> bool:
    return is_verb(opener.head) or bool(helpers(opener.head))


def _is_loose(opener: Token) -> bool:
    """*als volgt*"""
    return is_finite(opener.nbor())


def _ends_in_verb(opener: Token) -> bool:
    """*als uw partner ziek is,*: whatever the labels say, the next finite verb ends a stretch of words."""
    after = opener.doc[opener.i + 2 : opener.sent.end - 1]
    for token in after:
        if token.is_punct or token.tag_.startswith(SUBORDINATING):
            return False
        if is_finite(token):
            follower = token.nbor()
            return follower.is_punct or follower.tag_.startswith(("VG", "VNW|betr", "WW"))
    return False


def _points(word: Token) -> bool:
    """*dat* and *die* that point at something: as the first word, else by tag and by what stands around."""
    before = word.nbor(-1) if word.i > word.sent.start else None
    if before is None or before.lower_ in _SPEAKERS:
        return True
    return "|aanw" in word.tag_ and not is_noun(before) and not _follows_verb(before, word)


def _follows_verb(before: Token, word: Token) -> bool:
    """*een hond gezien die blaft*: right behind a verb, with no noun or verb of its own behind it."""
    if not is_verb(before) or word.i + 1 == word.sent.end or word.nbor().tag_.startswith(_ATTRIBUTES):
        return False
    return any(map(is_finite, word.doc[word.i + 1 : word.sent.end]))


def _asks(word: Token) -> bool:
    """Whether the word opens a main clause (*Wat moet u doen?*), also as the second of two."""
    predicate = word.head
    while not is_verb(predicate) and not helpers(predicate) and predicate.head != predicate:
        predicate = predicate.head
    finite = finite_verb(predicate)
    while predicate.dep_ == "conj" and finite is not None and finite.i == word.i + 1:
        predicate = predicate.head
    return predicate.dep_ in _MAIN
