"""*De regelgeving verandert* → *de regels veranderen*: the verb of a subject that gets another number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, finite_verb, is_finite
from duidelijk.language.clauses import is_verb as is_verb_form
from duidelijk.language.inflection import is_verb, verb_forms
from duidelijk.suggesting.phrases import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST = 8


def verb_in_number(phrase: Phrase, plural: bool) -> dict[int, str]:
    """The finite verb in this number, when the phrase is its subject and of no other verb; else nothing."""
    if phrase.head.dep_ not in SUBJECTS or any(True for _ in phrase.head.conjuncts):
        return {}
    predicate = phrase.head.head
    verb = finite_verb(predicate)
    if verb is None or _shares_subject(predicate):
        return {}
    near = min(abs(verb.i - phrase.last), abs(verb.i - phrase.start)) <= _FARTHEST
    form = _form(verb, plural) if near else ""
    return {verb.i: form} if form else {}


def _shares_subject(predicate: Token) -> bool:
    """*verandert en wordt strenger*: another verb has the same subject."""
    finite = (t for t in predicate.sent if is_finite(t) and t.i > predicate.sent.start)
    if any(t.nbor(-1).tag_.startswith("VG|neven") for t in finite):
        return True
    joined = [t for t in predicate.children if t.dep_ == "conj" and (is_verb_form(t) or finite_verb(t))]
    return any(not any(child.dep_ in SUBJECTS for child in verb.children) for verb in joined)


def _form(verb: Token, plural: bool) -> str:
    """The form in this number; empty for one that isn't in the lists."""
    infinitive, form = verb.lemma_.lower().replace("_", ""), verb.lower_
    if not is_verb(infinitive):
        return ""
    forms = verb_forms(infinitive)
    present, past = (forms.present_3, forms.present_plural), (forms.past_singular, forms.past_plural)
    for one, many in (present, past):
        if form == (one if plural else many):
            return many if plural else one
    return ""
