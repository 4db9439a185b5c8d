"""The light words of a verb, *het*, *er* and *zich*: which go with a new verb, and where."""

from __future__ import annotations

from duidelijk.suggesting.edits import Edits
from duidelijk.suggesting.new_verbs import NewVerb
from duidelijk.suggesting.term_verbs import TermVerb, clause_words
from duidelijk.suggesting.verb_circle import subject_of
from duidelijk.suggesting.verb_forms_in import is_imperative
from duidelijk.suggesting.verb_objects import clauses, objects, reflexive_of
from duidelijk.suggesting.verb_order import Places

_ZICH = {
    "ik": "me", "je": "je", "jij": "je", "jullie": "je", "wij": "ons", "we": "ons", "u": "zich",
}  # fmt: skip


def drop_reflexive(term: TermVerb, new: NewVerb, edits: Edits) -> bool:
    """Takes away the pronoun of a reflexive verb, unless the new one is reflexive too."""
    needed = term.context.words("zich")
    if not needed:
        return True
    found = reflexive_of(term)
    if found is None:
        return "mag" in needed
    if new.light != "zich":
        before = found.doc[found.i - 1] if found.i > found.sent.start else found
        edits.drop([before, found] if before.lower_ == "met" else [found])
    return True


def light_word(term: TermVerb, new: NewVerb) -> str | None:
    """The light word of the alternative as it goes in this clause; None where that isn't certain."""
    if new.light == "zich":
        if term.context.words("zich"):
            return ""
        if is_imperative(term):
            return "u" if _is_formal(term) else None
        subject = subject_of(term.verb)
        return "zich" if subject is None else _ZICH.get(subject.lower_, "zich")
    if new.light == "er":
        return None if any(t.lower_ == "er" for t in clause_words(term)) else "er"
    if not new.light and new.name == "vinden" and new.before and clauses(term) and not objects(term):
        has_it = any(
            t.lower_ in {"het", "dit", "dat"} and t.dep_ in {"obj", "expl"} for t in term.verb.children
        )
        return "" if has_it else "het"
    return new.light


def has_room(term: TermVerb, there: Places) -> bool:
    """Whether the place of a light word is known, and before the other words."""
    if there.light is None:
        return False
    return term.kind == "second" or there.light.i < min(there.slot.i, term.verb.i)


def _is_formal(term: TermVerb) -> bool:
    words = {t.lower_ for t in term.verb.doc}
    return not words & {"je", "jij", "jou", "jouw", "jullie"}
