"""A participle with its helper → one verb in the place of both: *wordt beëindigd* → *stopt*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.grammar import WORDEN, ZIJN
from duidelijk.suggesting.edits import Edits
from duidelijk.suggesting.new_verbs import NewVerb
from duidelijk.suggesting.term_verbs import TermVerb, clause_words
from duidelijk.suggesting.verb_circle import helpers_of
from duidelijk.suggesting.verb_forms_in import auxiliary, helper_like
from duidelijk.suggesting.verb_light import drop_reflexive
from duidelijk.suggesting.verb_order import Places, places
from duidelijk.suggesting.wording import Rewrite, Style, joined

if TYPE_CHECKING:
    from spacy.tokens import Token


def merged(term: TermVerb, new: NewVerb, style: Style) -> Rewrite | None:
    """The alternative in the place of a participle and its helper: *wordt beëindigd* → *stopt*."""
    helper = next((t for t in helpers_of(term.verb) if t.lower_ in WORDEN | ZIJN), None)
    if term.verb.dep_ == "conj" or any(t.dep_ == "conj" for t in term.verb.children):
        return None
    if term.kind != "participle" or helper is None or any(t.lower_ == "door" for t in clause_words(term)):
        return None
    edits, where = Edits(term.verb.doc), places(term)
    if where is None or not drop_reflexive(term, new, edits):
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
