"""A listed verb and one alternative → the clause with that alternative, in its right form and order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite, is_verb
from duidelijk.language.grammar import WORDEN, ZIJN
from duidelijk.suggesting.edits import Edits
from duidelijk.suggesting.new_verbs import PREPOSITIONS, NewVerb, is_noun
from duidelijk.suggesting.term_verbs import HEBBEN, TermVerb, clause_words, helpers_of, subject_of
from duidelijk.suggesting.verb_checks import fits
from duidelijk.suggesting.verb_company import Company, companied
from duidelijk.suggesting.verb_forms_in import (
    attribute,
    auxiliary,
    finite_form,
    helper_like,
    is_imperative,
    voice,
)
from duidelijk.suggesting.verb_objects import clauses, objects, prepositional, reflexive_of
from duidelijk.suggesting.verb_order import Places, places
from duidelijk.suggesting.wording import Rewrite, Style, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ZICH = {
    "ik": "me", "je": "je", "jij": "je", "jullie": "je", "wij": "ons", "we": "ons", "u": "zich",
}  # fmt: skip
_ONCE = frozenset({"nog", "weer", "ook", "al", "alvast", "even", "goed", "vooral", "helemaal"})
"""What isn't said twice: *staat nog in de kinderschoenen* → *is nog nieuw*."""
_EARLY = frozenset({"liever", "graag"})
_ARTICLES = frozenset({"de", "het", "een"})


def swapped(term: TermVerb, new: NewVerb, style: Style) -> Rewrite | None:
    """The rewrite, or None where right Dutch isn't certain."""
    term = _with_loose(term)
    if not fits(term, new):
        return None
    edits = Edits(term.verb.doc)
    if term.kind in {"attributive", "present", "loose"} or _is_simple(term, new):
        return _in_place(term, new, style, edits)
    where = places(term)
    if where is None or not _reflexive(term, new, edits):
        return None
    before = _negated(term, new, edits)
    company = companied(term, new, where, edits) if before is not None else None
    if company is None or before is None:
        return None
    company = _before_being(term, new, company, edits)
    light = _light(term, new)
    if company is None or light is None or (light and not _has_room(term, company.places)):
        return None
    _arrange(term, new, company, light, before, where, edits)
    return edits.rewrite() if _inflect(term, new, style, edits) else None


def _before_being(term: TermVerb, new: NewVerb, company: Company, edits: Edits) -> Company | None:
    """*zijn* without more takes what follows before it: *die plaatsvindt op 3 mei* → *die op 3 mei is*."""
    if new.name != "zijn" or new.before or term.kind == "second" or company.end:
        return company
    doc, close = term.verb.doc, company.places.close
    words = []
    for token in doc[close.i + 1 : close.sent.end]:
        if token.tag_.startswith("VG|neven"):
            return None
        if token.is_punct or token.tag_.startswith("VG") or is_finite(token):
            break
        words.append(token)
    if any(is_verb(t) or t in term.matched or t.i in edits.changed for t in words):
        return None
    edits.drop(words)
    return replace(company, first=joined(company.first, text_of(words)))


def _with_loose(term: TermVerb) -> TermVerb:
    """With its last preposition among its words where no noun follows that: *zet er een punt achter*."""
    if term.loose is None or prepositional(term, term.context.words("voorzetsel")) is not None:
        return term
    return replace(term, fixed=(*term.fixed, term.loose))


def _is_simple(term: TermVerb, new: NewVerb) -> bool:
    """Whether only the form of the verb changes."""
    alone = not (term.matched or term.context.words("voorzetsel") or term.context.words("zich"))
    return alone and new.is_plain and new.name != "zijn" and not (new.preposition and not new.optional)


def _in_place(term: TermVerb, new: NewVerb, style: Style, edits: Edits) -> Rewrite | None:
    if term.kind in {"attributive", "present"}:
        if term.matched and term.particle is None:
            return None
        ending = "e" if term.verb.lower_.endswith("de") else ""
        form = (
            attribute(term, new.verb) if term.kind == "attributive" else new.verb.present_participle + ending
        )
        edits.change(term.verb, form)
    elif term.kind == "loose":
        if not new.is_plain or new.preposition or term.matched:
            return None
        edits.change(term.verb, finite_form(term, new.verb, style.have))
    elif not _inflect(term, new, style, edits):
        return None
    return edits.rewrite()


def _inflect(term: TermVerb, new: NewVerb, style: Style, edits: Edits) -> bool:
    """Puts the verb in its form, and its helper in the one that goes with it."""
    verb, forms, kind = term.verb, new.verb, term.kind
    if kind in {"second", "loose"}:
        edits.change(verb, finite_form(term, forms, style.have))
    elif kind == "final":
        edits.change(verb, joined(forms.joined(finite_form(term, forms, style.have)), new.behind))
    elif kind == "te":
        assert term.te is not None
        edits.change(term.te, f"{forms.particle} te".strip())
        edits.change(verb, joined(forms.infinitive[len(forms.particle) :], new.behind))
    elif kind in {"infinitive", "nominal"} and not _was_perfect(term):
        edits.change(verb, joined(forms.infinitive, new.behind))
    else:
        return _participle(term, new, style, edits)
    return True


def _was_perfect(term: TermVerb) -> bool:
    """Whether an infinitive stands for a participle: *heeft doen toekomen*, *is komen te overlijden*."""
    helped = any(t.lower_ in HEBBEN | ZIJN for t in helpers_of(term.verb))
    return term.kind == "infinitive" and helped and "~" in term.entry.term


def _participle(term: TermVerb, new: NewVerb, style: Style, edits: Edits) -> bool:
    forms = new.verb
    if forms.infinitive == "worden" and new.before and voice(term) == "moved":
        edits.drop([term.verb])
        return True
    text = joined(forms.infinitive, new.behind) if new.behind else forms.participle
    edits.change(term.verb, text)
    how = voice(term)
    if how in {"passive", "reduced"} and not _was_perfect(term):
        return True
    helper = next((t for t in helpers_of(term.verb) if t.lower_ in HEBBEN | ZIJN), None)
    wanted = auxiliary(new, bool(objects(term)))
    if helper is not None and wanted and (helper.lower_ in HEBBEN) != (wanted == "hebben"):
        edits.change(helper, helper_like(helper, wanted, style.have))
    return helper is not None


def _reflexive(term: TermVerb, new: NewVerb, edits: Edits) -> bool:
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


def _light(term: TermVerb, new: NewVerb) -> str | None:
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


def _has_room(term: TermVerb, there: Places) -> bool:
    """Whether the place of a light word is known, and before the other words."""
    if there.light is None:
        return False
    return term.kind == "second" or there.light.i < min(there.slot.i, term.verb.i)


def _is_formal(term: TermVerb) -> bool:
    words = {t.lower_ for t in term.verb.doc}
    return not words & {"je", "jij", "jou", "jouw", "jullie"}


def _negated(term: TermVerb, new: NewVerb, edits: Edits) -> str | None:
    """The words before the new verb, with what stood before the noun of the term: *geen uitvoering*."""
    loose = [t for t in _loose_dependents(term)]
    for token in loose:
        if token.lower_ == "geen" and not new.before:
            edits.drop([token])
            return "niet"
        if token.lower_ in _ARTICLES or (token.tag_.startswith("VNW|bez") and not _is_bare(new)):
            edits.drop([token])
        elif not (_is_bare(new) and token.i == term.fixed[0].i - 1):
            return None
    return new.before


def _loose_dependents(term: TermVerb) -> list[Token]:
    """The words before the first noun of the term that belong to it but not to the term."""
    taken = {t.i for t in (*term.matched, term.verb)}
    return [
        c for t in term.fixed for c in t.lefts
        if c.i not in taken and c.dep_ in {"det", "amod", "nummod", "nmod:poss"} and not t.tag_.startswith("WW")
    ]  # fmt: skip


def _is_bare(new: NewVerb) -> bool:
    """Whether the alternative has a noun without an article: *last hebben*."""
    return bool(new.before) and " " not in new.before and (is_noun(new.before) or new.before == "recht")


def _arrange(
    term: TermVerb, new: NewVerb, company: Company, light: str, before: str, where: Places, edits: Edits
) -> None:
    """Puts everything but the verb itself in its place."""
    there = company.places
    words = before.split()
    previous = there.slot if there.how == "behind" else there.slot.nbor(-1) if there.slot.i else there.slot
    if words and words[0] == previous.lower_ and words[0] in _ONCE and previous not in term.matched:
        words = words[1:]
    if words and words[0] == "vooral" and previous.dep_ == "advmod":
        words = words[1:]
    if new.before in _EARLY and there.slot != where.slot:
        edits.put_behind(term.verb, new.before)
        words = []
    final = (new.verb.particle, new.behind) if term.kind == "second" else ()
    if light == "er" and words and words[0] in PREPOSITIONS | {"mee"} and _touch(there):
        light, words = "", ["er" + words[0], *words[1:]]
    text = joined(company.first, " ".join(words), company.last, *final)
    edits.drop(t for t in term.matched if t != there.slot)
    if there.how == "instead":
        edits.change(there.slot, text)
    elif there.how == "before":
        edits.put_before(there.slot, text)
    else:
        edits.put_behind(there.slot, text)
    if light and there.light is not None:
        edits.put_behind(there.light, light)
    edits.put_behind(there.close, joined(company.end, new.tail))


def _touch(there: Places) -> bool:
    """Whether the light word would stand right before what goes to the slot."""
    if there.light is None:
        return False
    return there.slot.i - there.light.i == (0 if there.how == "behind" else 1)


def merged(term: TermVerb, new: NewVerb, style: Style) -> Rewrite | None:
    """The alternative in the place of a participle and its helper: *wordt beëindigd* → *stopt*."""
    helper = next((t for t in helpers_of(term.verb) if t.lower_ in WORDEN | ZIJN), None)
    if term.kind != "participle" or helper is None or any(t.lower_ == "door" for t in clause_words(term)):
        return None
    edits, where = Edits(term.verb.doc), places(term)
    if where is None or not _reflexive(term, new, edits):
        return None
    second = term.frame is not None and term.frame.finite == helper and term.frame.kind != "subordinate"
    edits.drop([*term.matched, term.verb])
    _put(where, joined(new.before, *((new.verb.particle, new.behind) if second else ())), edits)
    forms = new.verb
    if helper.lower_ in ZIJN and term.entry.term != term.verb.lower_:
        return _merged_perfect(term, new, helper, style, edits)
    if helper.lower_ in {"worden", "zijn"} and "|inf" in helper.tag_:
        edits.change(helper, joined(forms.infinitive, new.behind))
    else:
        form = helper_like(helper, new.name, style.have)
        edits.change(helper, form if second else joined(forms.joined(form), new.behind))
    return edits.rewrite()


def _merged_perfect(
    term: TermVerb, new: NewVerb, helper: Token, style: Style, edits: Edits
) -> Rewrite | None:
    if new.behind:
        return None
    edits.change(term.verb, new.verb.participle)
    if auxiliary(new, has_object=False) == "hebben":
        edits.change(helper, helper_like(helper, "hebben", style.have))
    return edits.rewrite()


def _put(where: Places, text: str, edits: Edits) -> None:
    if where.how == "instead":
        edits.change(where.slot, text)
    else:
        edits.put_before(where.slot, text)
