"""A listed verb and one alternative → the clause with that alternative, in its right form and order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite, is_verb
from duidelijk.language.grammar import ZIJN
from duidelijk.suggesting.edits import Edits
from duidelijk.suggesting.new_verbs import PREPOSITIONS, NewVerb, is_noun
from duidelijk.suggesting.term_verbs import TermVerb
from duidelijk.suggesting.verb_checks import fits
from duidelijk.suggesting.verb_circle import HEBBEN, helpers_of
from duidelijk.suggesting.verb_company import Company, companied
from duidelijk.suggesting.verb_forms_in import (
    attribute,
    auxiliary,
    finite_form,
    helper_like,
    voice,
)
from duidelijk.suggesting.verb_light import drop_reflexive, has_room, light_word
from duidelijk.suggesting.verb_objects import objects, prepositional
from duidelijk.suggesting.verb_order import Places, places
from duidelijk.suggesting.wording import Rewrite, Style, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

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
    if where is None or not drop_reflexive(term, new, edits):
        return None
    before = _negated(term, new, edits)
    company = companied(term, new, where, edits) if before is not None else None
    if company is None or before is None:
        return None
    company = _before_being(term, new, company, edits)
    light = light_word(term, new)
    if company is None or light is None or (light and not has_room(term, company.places)):
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


def _negated(term: TermVerb, new: NewVerb, edits: Edits) -> str | None:
    """The words before the new verb, with what stood before the noun of the term: *geen uitvoering*."""
    for token in _loose_dependents(term):
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
    kinds = {"det", "amod", "nummod", "nmod:poss"}
    nouns = [t for t in term.fixed if not t.tag_.startswith("WW")]
    return [c for noun in nouns for c in noun.lefts if c.i not in taken and c.dep_ in kinds]


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
