"""The form of a new verb in the place of a term: finite, with its helper, as an attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.grammar import WORDEN, ZIJN
from duidelijk.language.inflection import VerbForms, verb_forms, with_e
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.new_verbs import NewVerb
from duidelijk.suggesting.term_verbs import TermVerb
from duidelijk.suggesting.verb_circle import HEBBEN, helpers_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = frozenset({"ik", "u", "je", "jij", "jullie"})
_EITHER = frozenset({"stoppen", "starten", "veranderen", "verbeteren", "verminderen", "trouwen", "vergroten"})
"""Verbs whose perfect takes *hebben* with an object and *zijn* without."""
_IMPERATIVE = {"zijn": "wees"}


def finite_form(term: TermVerb, verb: VerbForms, have: str) -> str:
    """The finite form that a verb has in the place of the term's, without its particle."""
    return form_like(term.verb, term.old, verb, have)


def form_like(token: Token, old: VerbForms, verb: VerbForms, have: str) -> str:
    """The finite form of ``verb`` with the tense, number and person that ``token`` has of ``old``."""
    form = token.lower_.removeprefix(old.particle) if token.lower_.startswith(old.particle) else token.lower_
    past = form in {old.past_singular, old.past_plural} and not (
        form in {old.present_3, old.present_plural} and "|tgw" in token.tag_
    )
    plural = form == (old.past_plural if past else old.present_plural) and not (
        past and old.past_plural == old.past_singular and "|ev" in token.tag_
    )
    subject = subject_of(token)
    if orders(token, old, subject) and not past and not _has_person(token):
        return _IMPERATIVE.get(verb.infinitive, verb.present_1)
    person = _person(token, subject)
    inverted = subject is not None and subject.i == token.i + 1
    near = token.doc[token.i + 1].lower_ if token.i + 1 < token.sent.end else ""
    return finite(
        verb, Subject(person, plural), past=past, inverted=inverted or near in {"je", "jij"}, have=have
    )


def orders(token: Token, old: VerbForms, subject: Token | None) -> bool:
    """Whether a form is an imperative: no subject, or *Meld u*, where a question has *meldt u*."""
    if token.lower_ not in {old.present_1, old.joined(old.present_1)}:
        return False
    return subject is None or (subject.lower_ == "u" and old.present_1 != old.present_3)


def _has_person(token: Token) -> bool:
    around = token.doc[max(token.sent.start, token.i - 1) : token.i + 2]
    return any(t.lower_ in {"ik", "je", "jij"} and t.i != token.i for t in around) and not token.is_sent_start


def _person(token: Token, subject: Token | None) -> str:
    if subject is not None:
        return subject.lower_ if subject.lower_ in _PERSONS else ""
    around = token.doc[max(token.sent.start, token.i - 1) : token.i + 2]
    return next((t.lower_ for t in around if t.lower_ in {"ik", "je", "jij", "u"}), "")


def is_imperative(term: TermVerb) -> bool:
    """Whether it tells the reader to do something: *Retourneer het formulier*."""
    return term.kind == "second" and orders(term.verb, term.old, subject_of(term.verb))


def attribute(term: TermVerb, verb: VerbForms) -> str:
    """A participle as an attribute: *teruggestuurd formulier*, *teruggestuurde formulieren*."""
    if not verb.participle:
        return ""
    form = term.verb.lower_
    plain = form == term.old.participle and with_e(form) != form
    return verb.participle if plain else with_e(verb.participle)


def voice(term: TermVerb) -> str:
    """*active*, *passive*, *moved* (a perfect with *zijn*), or *reduced* for a participle alone."""
    helpers = {t.lower_ for t in helpers_of(term.verb)}
    if helpers & HEBBEN:
        return "active"
    if helpers & WORDEN:
        return "passive"
    if not helpers & ZIJN:
        return "reduced"
    moved = term.old.participle in lexicon("grammatica/voltooid-met-zijn").rows
    return "moved" if moved or term.old.auxiliary == "zijn" else "passive"


def auxiliary(new: NewVerb, has_object: bool) -> str:
    """The helper of its perfect: *hebben*, *zijn*, or nothing where both are right."""
    if new.name in _EITHER and not new.behind:
        return "hebben" if has_object and not new.preposition else "zijn"
    return "" if new.verb.auxiliary == "beide" else new.verb.auxiliary


def helper_like(helper: Token, name: str, have: str) -> str:
    """The form of *hebben* or *zijn* in the place of a form of the other."""
    base = "hebben" if helper.lower_ in HEBBEN else "zijn" if helper.lower_ in ZIJN else "worden"
    if helper.lower_ == base and helper.tag_.startswith("WW|inf"):
        return name
    return form_like(helper, verb_forms(base), verb_forms(name), have)
