"""Verb + subject → the finite form: *wij sturen*, *u hebt*, *kun je*, *zij zonden*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.inflection import VerbForms, verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

_YOU: Mapping[str, str] = {
    "zijn": "bent", "hebben": "hebt", "kunnen": "kunt", "zullen": "zult", "willen": "wilt", "mogen": "mag",
}  # fmt: skip
_INVERTED: Mapping[str, str] = {
    "zijn": "ben", "hebben": "heb", "kunnen": "kun", "zullen": "zul", "willen": "wil", "mogen": "mag",
}  # fmt: skip
_AS_SUBJECT: Mapping[str, str] = {
    "mij": "ik", "me": "ik", "jou": "jij", "je": "je", "u": "u", "hem": "hij", "haar": "zij", "ons": "wij",
    "jullie": "jullie", "hen": "zij", "hun": "zij", "uzelf": "u", "onszelf": "wij",
}  # fmt: skip
_AS_OBJECT: Mapping[str, str] = {
    "ik": "mij", "jij": "jou", "je": "je", "u": "u", "hij": "hem", "wij": "ons", "we": "ons",
    "jullie": "jullie", "het": "het",
}  # fmt: skip
_INFINITIVES: Mapping[str, str] = {
    "ben": "zijn", "bent": "zijn", "is": "zijn", "heb": "hebben", "hebt": "hebben", "heeft": "hebben",
    "kan": "kunnen", "kun": "kunnen", "kunt": "kunnen", "zal": "zullen", "zul": "zullen", "zult": "zullen",
    "wil": "willen", "wilt": "willen", "mag": "mogen", "hou": "houden", "rij": "rijden", "snij": "snijden",
}  # fmt: skip
_SINGULAR = frozenset({"ik", "hij", "zij", "ze", "het", "men"})
_PLURAL_PRONOUNS = frozenset({"wij", "we", "jullie"})


@dataclass(frozen=True, slots=True)
class Subject:
    """What a verb agrees with: the words, and whether they are plural."""

    text: str
    plural: bool

    @property
    def pronoun(self) -> str:
        """Its only word in lower case."""
        return self.text.lower()


def agent_subject(words: Iterable[Token]) -> Subject | None:
    """Who stands behind *door* as a subject: *ons* → *wij*; None where that isn't certain."""
    tokens = list(words)
    if len(tokens) == 1 and tokens[0].tag_.startswith("VNW"):
        text = _AS_SUBJECT.get(tokens[0].lower_)
        if text is None:
            return None
        return Subject(text, text in _PLURAL_PRONOUNS or tokens[0].lower_ in {"hen", "hun"})
    return Subject("", is_plural(tokens))


def is_plural(words: Iterable[Token]) -> bool:
    """Whether a noun with what belongs to it takes a plural verb."""
    tokens = list(words)
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])
    conjuncts = [t for t in tokens if t.dep_ == "conj"]
    joined = any(t.head == head or any(c.dep_ == "det" for c in t.children) for t in conjuncts)
    either = any(t.dep_ == "cc" and t.lower_ == "of" for t in tokens)
    return "|mv" in head.tag_ or (joined and not either)


def as_object(subject: Token) -> str | None:
    """A subject of one pronoun as an object: *wij* → *ons*; None where that isn't certain (*zij*)."""
    if not subject.tag_.startswith("VNW|pers"):
        return subject.lower_
    return _AS_OBJECT.get(subject.lower_)


def finite(verb: str | VerbForms, subject: Subject, *, past: bool, inverted: bool, have: str = "hebt") -> str:
    """The finite form without its particle; ``inverted``: the subject stands right behind it.

    ``have``: the form of *hebben* behind *u*.
    """
    forms = verb if isinstance(verb, VerbForms) else verb_forms(verb)
    plural = subject.plural or subject.pronoun in _PLURAL_PRONOUNS
    if past:
        return forms.past_plural if plural else forms.past_singular
    base = forms.infinitive[len(forms.particle) :]
    if plural:
        return forms.present_plural
    if subject.pronoun == "u":
        return have if base == "hebben" else _YOU.get(base, forms.present_3)
    if subject.pronoun in {"je", "jij"}:
        return _INVERTED.get(base, forms.present_1) if inverted else _YOU.get(base, forms.present_3)
    return forms.present_1 if subject.pronoun == "ik" else forms.present_3


def for_reader(verb: Token, reader: str, *, inverted: bool, have: str = "hebt") -> str | None:
    """The form of a finite verb with *u* or *je*, in the same tense; None where that isn't certain."""
    form, past = verb.lower_, "|verl" in verb.tag_
    if past and not verb.tag_.endswith("|mv"):
        return form
    forms = verb_forms(infinitive_of(verb))
    for particle in {"", forms.particle}:
        if form in {particle + each for each in _forms_of(forms)}:
            return particle + finite(forms, Subject(reader, False), past=past, inverted=inverted, have=have)
    return None


def infinitive_of(verb: Token) -> str:
    """The infinitive of a finite verb, with its particle."""
    return _INFINITIVES.get(verb.lower_) or verb.lemma_.lower().replace("_", "")


def _forms_of(forms: VerbForms) -> set[str]:
    plain = {forms.present_1, forms.present_3, forms.present_plural[len(forms.particle) :], forms.past_plural}
    base = forms.infinitive[len(forms.particle) :]
    return plain | {form for form, infinitive in _INFINITIVES.items() if infinitive == base}
