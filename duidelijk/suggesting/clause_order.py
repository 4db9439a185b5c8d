"""Subordinate clause → the same words in the order of a question or of a main clause.

*als u het formulier opstuurt* → *stuurt u het formulier op*; *omdat de weg dicht is* → *de weg is dicht*.
None wherever the place of a word isn't certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, is_verb
from duidelijk.language.inflection import particle_of, verb_forms
from duidelijk.language.outline import Words
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.subclause import (
    PRONOUNS,
    Sub,
    holds_subject,
    is_article,
    opening,
    shared_subject,
    shares_object,
)
from duidelijk.suggesting.wording import joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

WEAK = frozenset({"u", "je", "jou", "mij", "me", "hem", "het", "ons", "hen", "ze", "zich", "er", "haar"})
_EARLY = frozenset({"dan", "daar", "nu", "hier", "toen"})
_PARTICLES = (
    "aan", "achter", "af", "bij", "deel", "dicht", "door", "in", "klaar", "langs", "los", "mee", "na", "neer",
    "om", "onder", "op", "open", "over", "plaats", "rond", "samen", "tegen", "terug", "thuis", "toe", "uit",
    "vast", "voor", "vrij", "weer", "weg",
)  # fmt: skip
_FIXED = frozenset({"ten", "te", "er"})
_BOTH_WAYS = frozenset({"voorkomen", "overleggen", "doorlopen", "ondergaan"})
_INVERTED = {"bent": "ben", "hebt": "heb", "kunt": "kun", "zult": "zul", "wilt": "wil"}


def asked(sub: Sub, subject: str = "", relative: bool = False) -> str | None:
    """With the verb in front: *stuurt u het formulier op*; ``subject`` for a second clause without its own.

    ``relative``: what stands before the verb is the subject, of both clauses.
    """
    form = split_form(sub.finite)
    if form is None or not sub.words:
        return None
    finite, particle = form
    if sub.words[0].lower_ in {"je", "jij"} or subject in {"je", "jij"}:
        finite = inverted(sub.finite, finite)
    text = joined(finite, subject, _without(sub, sub.words, particle))
    if sub.second is None:
        return text
    shared = "" if relative else shared_subject(sub)
    if (shared or relative) and shares_object(sub):
        return None
    second = asked(sub.second, shared) if shared is not None else _behind_same_helper(sub)
    return second and joined(text, sub.join, second)


def _behind_same_helper(sub: Sub) -> str | None:
    """*lager kan worden of kan stoppen*: the second verb without the helper that both have."""
    second = sub.second
    assert second is not None
    same = (
        second.finite.lower_ == sub.finite.lower_ and second.finite.dep_ in HELPING and len(second.words) > 1
    )
    return text_of(t for t in second.words if t != second.finite) if same else None


def _both_stated(sub: Sub, extra: str) -> str | None:
    """*de weg is smal en er rijden veel fietsers*; *u woont alleen en hebt geen kinderen*."""
    assert sub.second is not None
    shared = shared_subject(sub)
    if shared is None or (shared and shares_object(sub)):
        return None
    first = stated(replace(sub, second=None), extra)
    second = asked(sub.second) if shared else stated(sub.second)
    return joined(first, sub.join, second) if first and second else None


def stated(sub: Sub, extra: str = "") -> str | None:
    """With the verb in second place: *u stuurt het formulier op*; ``extra`` goes behind verb and pronouns."""
    form = split_form(sub.finite)
    size = opening(sub)
    if form is None or size is None:
        return None
    if sub.second is not None:
        return _both_stated(sub, extra)
    finite, particle = form
    front, rest = sub.words[:size], sub.words[size:]
    if rest and rest[0].text == ",":
        return None
    if any(t.tag_.startswith("VZ") for t in front) and all(is_verb(t) for t in rest):
        return None  # *uw woning in de buurt van het plan | is gelegen*: the phrase may not be of the noun
    weak = 0
    while weak < len(rest) and rest[weak].lower_ in WEAK | _EARLY and not is_article(rest[weak]):
        weak += 1
    if extra and _is_subject_at(sub, rest[weak:]):
        return None
    if (
        front[0].lower_ not in PRONOUNS
        and not holds_subject(sub, front)
        and rest
        and rest[0].lower_ in {"je", "jij"}
    ):
        finite = inverted(sub.finite, finite)
    return joined(text_of(front), finite, text_of(rest[:weak]), extra, _without(sub, rest[weak:], particle))


def _is_subject_at(sub: Sub, rest: Sequence[Token]) -> bool:
    return (
        bool(rest)
        and holds_subject(sub, rest[:3])
        and not holds_subject(sub, sub.words[: rest[0].i - sub.words[0].i])
    )


def _without(sub: Sub, words: Words, particle: str) -> str:
    """The words with the particle in the place of the finite verb; *mee kunt doen* → *meedoen*."""
    before = tuple(t for t in words if t.i < sub.finite.i)
    after = tuple(t for t in words if t.i > sub.finite.i)
    if before and after and before[-1].i + 1 == sub.finite.i and after[0].tag_.startswith("WW|inf"):
        part = before[-1].lower_
        if part and particle_of(part + after[0].lower_) == part and before[-1].nbor(-1).lower_ not in _FIXED:
            return joined(text_of(before[:-1]), part + text_of(after))
    return joined(text_of(before), particle, text_of(after))


def split_form(finite: Token) -> tuple[str, str] | None:
    """A finite form at the end of a clause, with its particle apart: *opstuurt* → *stuurt*, *op*."""
    form, lemma = finite.lower_, finite.lemma_.lower().replace("_", "")
    particle = particle_of(lemma)
    if lemma in _BOTH_WAYS:
        return None
    if particle:
        return (
            (form[len(particle) :], particle)
            if form.startswith(particle) and form != particle
            else (form, "")
        )
    return None if _may_be_separable(form, lemma) else (form, "")


def _may_be_separable(form: str, lemma: str) -> bool:
    """An unknown verb that begins like one that falls apart."""
    known = verb_forms(lemma)
    regular = form in {
        known.present_1,
        known.present_3,
        known.present_plural,
        known.past_singular,
        known.past_plural,
    }
    if regular and lemma in _inseparable():
        return False
    return any(
        form.startswith(p) and len(form) - len(p) > 3 and _is_verb_form(form[len(p) :]) for p in _PARTICLES
    )


def _inseparable() -> frozenset[str]:
    return frozenset(lexicon("grammatica/werkwoorden").rows) | frozenset(
        lexicon("grammatica/onregelmatige-werkwoorden").rows
    )


def _is_verb_form(rest: str) -> bool:
    return rest[0] not in "aeiou" and any(c in "aeiouy" for c in rest)


def inverted(token: Token, form: str) -> str:
    """The form before *je*: *kunt* → *kun*, *stuurt* → *stuur*."""
    if form in _INVERTED:
        return _INVERTED[form]
    forms = verb_forms(token.lemma_.lower().replace("_", ""))
    if form == forms.present_3:
        return forms.present_1
    bare_ = "|verl|" not in token.tag_ and form.endswith("t") and not forms.infinitive.endswith("ten")
    return form[:-1] if bare_ and form != forms.present_1 else form
