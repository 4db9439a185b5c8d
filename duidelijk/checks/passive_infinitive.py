"""*is te downloaden*, *valt niet te verwachten*: what someone can or must do, without that someone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, SUBJECTS, clause_of, is_finite
from duidelijk.language.grammar import ZIJN
from duidelijk.language.silence import is_cited
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_VALLEN = frozenset({"valt", "vallen", "viel", "vielen"})
_STAAN = frozenset({"staat", "staan", "stond", "stonden"})
_COMPLEMENT = frozenset({"xcomp", "ccomp", "csubj", "advcl"})
_NEAR = 4


def passive_infinitive(
    analysis: Analysis,
    *,
    sayings: Lexicon,
    aims: tuple[str, ...] = (),
    predicates: tuple[str, ...] = (),
    getting: tuple[str, ...] = (),
    with_standing: tuple[str, ...] = (),
    choices: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """Every *zijn*, *vallen* or *staan* with *te* + infinitive that says what can or must be done.

    ``sayings``: infinitives of fixed expressions, with a word that must be there too (bij). ``aims``:
    subjects of which the infinitive says what they are (*ons doel is te groeien*), unless that is something
    of ``getting`` (*het plan is te downloaden*). ``predicates``: words around the helper to which the
    infinitive belongs (*is van plan te*, *in staat is te*). ``with_standing``: the only infinitives behind
    *staan*, since *staat te wachten* is something else. ``choices``: how the sentence may begin.
    """
    for sentence, te in analysis.with_form({"te"}):
        infinitive = _after(sentence, te)
        helper = _helper(infinitive, with_standing) if infinitive is not None else None
        if infinitive is None or helper is None or _is_other(infinitive):
            continue
        if _is_aim(infinitive, aims, getting) or _is_held(infinitive, helper, predicates):
            continue
        if not _is_saying(infinitive, sayings) and not is_cited(sentence, te):
            yield _hit(sentence, helper, te, infinitive, choices)


def _after(sentence: Sentence, te: Token) -> Token | None:
    """The infinitive right behind *te*, whose *te* it is."""
    after = te.nbor() if te.i + 1 < sentence.span.end else None
    return after if after is not None and after.tag_.startswith("WW|inf") and te.head == after else None


def _helper(infinitive: Token, with_standing: tuple[str, ...]) -> Token | None:
    """The form of *zijn* that helps or governs the infinitive, or that of *vallen* or *staan*."""
    for child in infinitive.children:
        if child.dep_ in HELPING and child.lower_ in ZIJN:
            return child
    head = infinitive.head
    if infinitive.dep_ not in _COMPLEMENT or not is_finite(head):
        return None
    standing = head.lower_ in _STAAN and infinitive.lower_ in with_standing
    being = head.lower_ in ZIJN and infinitive.dep_ == "xcomp"
    return head if head.lower_ in _VALLEN or standing or being else None


def _is_other(infinitive: Token) -> bool:
    """*om … te*, an infinitive that has an object beside its subject, or *het is fijn te …*."""
    children = list(infinitive.children)
    subject = _subject(infinitive)
    labels = {t.dep_ for t in children}
    opened = any(t.dep_ == "mark" and t.tag_ == "VZ|init" and t.lower_ != "te" for t in children)
    if opened or "xcomp" in labels or (subject is not None and "obj" in labels):
        return True
    before = infinitive.doc[max(infinitive.sent.start, infinitive.i - _NEAR) : infinitive.i]
    described = any(t.tag_.startswith("ADJ|vrij") for t in before)
    return subject is not None and subject.lower_ == "het" and described


def _subject(infinitive: Token) -> Token | None:
    return next((t for t in infinitive.children if t.dep_ in SUBJECTS), None)


def _is_aim(infinitive: Token, aims: tuple[str, ...], getting: tuple[str, ...]) -> bool:
    """*ons doel is te groeien*: the infinitive says what the subject is."""
    subject = _subject(infinitive)
    if subject is None or subject.lemma_.lower() not in aims:
        return False
    return infinitive.lower_ not in getting


def _is_held(infinitive: Token, helper: Token, predicates: tuple[str, ...]) -> bool:
    """*is bereid te*, *in staat is aan de stemming deel te nemen*: the infinitive belongs to that word."""
    first = max(infinitive.sent.start, min(helper.i, infinitive.i) - _NEAR)
    for token in reversed(infinitive.doc[first : infinitive.i]):
        if token.text in {",", ";", ":"}:
            return False
        if token.lower_ in predicates and not is_finite(token):
            return True
    return False


def _is_saying(infinitive: Token, sayings: Lexicon) -> bool:
    row = sayings.rows.get(infinitive.lower_)
    if row is None or not row["bij"]:
        return row is not None
    clause = clause_of(infinitive)
    return any(t.lower_ == row["bij"] and clause_of(t) == clause for t in clause.subtree)


def _hit(sentence: Sentence, helper: Token, te: Token, infinitive: Token, choices: tuple[str, ...]) -> Hit:
    particle = next((t for t in infinitive.lefts if t.dep_ == "compound:prt" and t.i == te.i - 1), None)
    words = [helper, te, infinitive, *([particle] if particle is not None else [])]
    marks = sentence.ranges(words)
    verb = (particle.lower_ if particle is not None else "") + infinitive.lower_
    detail = {"verb": verb, "choices": choices}
    seen = (sentence, helper, te, infinitive, particle)
    return Hit(marks[0][0], marks[-1][1], detail, 0.0, marks, seen=seen)
