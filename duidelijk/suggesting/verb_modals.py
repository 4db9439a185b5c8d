"""*is in staat om te betalen* → *kan betalen*, *er is sprake van* → *er is*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite, is_verb
from duidelijk.language.constituents import head_of
from duidelijk.language.te_infinitive import TeInfinitive, te_infinitive
from duidelijk.suggesting.edits import Edits
from duidelijk.suggesting.new_verbs import NewVerb
from duidelijk.suggesting.term_verbs import TermVerb, clause_words
from duidelijk.suggesting.verb_forms_in import finite_form
from duidelijk.suggesting.verb_objects import Phrase, prepositional, reflexive_of
from duidelijk.suggesting.wording import Rewrite, Style, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MODALS = frozenset({"kunnen", "moeten", "mogen", "willen"})
_FARTHEST = 25
_DENYING = frozenset({"niet", "nooit"})
_INDEFINITE = frozenset({"een", "enige", "enkele"})


@dataclass(frozen=True, slots=True, eq=False)
class _Complement:
    """*om de rekening te betalen*: what opens it, if anything, its particle, *te*, and its infinitive."""

    om: Token | None
    first: Token
    particle: Token | None
    te: Token
    infinitive: Token


def with_modal(term: TermVerb, new: NewVerb, style: Style) -> Rewrite | None:
    """The infinitive with *te* behind a term, without *te* and with a modal verb in the term's place."""
    found = _complement(term)
    if found is None or term.kind not in {"second", "final", "infinitive"}:
        return None
    edits = Edits(term.verb.doc)
    if not _reflexive_gone(term, edits) or not _denial_moved(term, found, edits):
        return None
    edits.drop(term.matched)
    if found.om is not None:
        edits.drop([found.om, *_comma_before(found.om)])
    elif found.first.nbor(-1).text == ",":
        edits.drop([found.first.nbor(-1)])
    edits.drop([found.te, *([found.particle] if found.particle is not None else [])])
    verb = (
        found.infinitive.lower_ if found.particle is None else found.particle.lower_ + found.infinitive.lower_
    )
    if term.kind == "second":
        edits.change(term.verb, finite_form(term, new.verb, style.have))
    else:
        edits.drop([term.verb])
        modal = new.name if term.kind == "infinitive" else finite_form(term, new.verb, style.have)
        verb = joined(modal, verb)
    edits.change(found.infinitive, verb)
    return edits.rewrite()


def _comma_before(token: Token) -> list[Token]:
    before = token.nbor(-1)
    return [before] if before.text == "," else []


def _complement(term: TermVerb) -> _Complement | None:
    """The infinitive behind the term with no other verb between."""
    doc, sent = term.verb.doc, term.verb.sent
    start = max(term.verb.i, *(t.i for t in term.matched), term.verb.i) + 1
    for i in range(start, min(sent.end - 1, start + _FARTHEST)):
        token = doc[i]
        if token.lower_ == "te" and is_verb(doc[i + 1]):
            return _found(doc, start, i)
        if is_finite(token) or (token.is_punct and i > start) or token.tag_.startswith("VG|onder"):
            return None
    return None


def _found(doc: Doc, start: int, te: int) -> _Complement | None:
    infinitive = doc[te + 1]
    if not infinitive.lower_.endswith("n"):
        return None
    whole: TeInfinitive | None = te_infinitive(doc, te - 1) if te - 1 > start else None
    particle = doc[whole.particle] if whole is not None and whole.particle is not None else None
    loose = doc[te - 1]
    if particle is None and te > start and loose.dep_ == "compound:prt" and loose.head == infinitive:
        particle = loose
    words = [t for t in doc[start:te] if not t.is_punct]
    om = words[0] if words and words[0].lower_ == "om" else None
    rest = [t for t in words if t != om]
    return _Complement(om, rest[0] if rest else doc[te], particle, doc[te], infinitive)


def _reflexive_gone(term: TermVerb, edits: Edits) -> bool:
    if not term.context.words("zich"):
        return True
    found = reflexive_of(term)
    if found is None:
        return False
    edits.drop([found])
    return True


def _denial_moved(term: TermVerb, found: _Complement, edits: Edits) -> bool:
    """Puts *niet* behind the object of the infinitive: *kunnen uw aanvraag niet behandelen*."""
    last = found.om.i if found.om is not None else found.first.i
    first = term.verb.i if term.kind == "second" else (term.matched or (term.verb,))[0].i - 3
    denials = [t for t in term.verb.doc[max(term.verb.sent.start, first) : last] if t.lower_ in _DENYING]
    if not denials:
        return not any(t.lower_ == "geen" for t in term.verb.doc[max(0, first) : last])
    objects = [t for t in found.infinitive.children if t.dep_ == "obj" and t.i < found.te.i]
    if len(denials) > 1 or not objects:
        return len(denials) == 1
    words = sorted(objects[0].subtree, key=lambda t: t.i)
    if (
        words[0].tag_.startswith("VNW|onbep")
        or words[0].lower_ in _INDEFINITE
        or (words[0] == objects[0] and not objects[0].tag_.startswith("VNW"))
    ):
        return False
    edits.drop(denials)
    edits.put_behind(words[-1], denials[0].lower_)
    return True


def with_presence(term: TermVerb, style: Style) -> Rewrite | None:
    """*er is sprake van klachten* → *er zijn klachten*."""
    phrase = prepositional(term, term.context.words("voorzetsel"))
    if phrase is None or phrase.preposition is None or term.kind not in {"second", "final", "infinitive"}:
        return None
    denial = _denial(term, phrase)
    number = _number(term, phrase.preposition.head)
    after = term.verb.nbor(1).lower_ if term.verb.i + 1 < term.verb.sent.end else ""
    if denial is None or after == "geweest" or (term.kind == "infinitive" and number == "zijn"):
        return None
    edits = Edits(term.verb.doc)
    edits.drop([*term.fixed, phrase.preposition, *([term.fixed[0].nbor(-1)] if denial else [])])
    verb = "zijn" if term.kind == "infinitive" else number
    if term.kind != "second" and phrase.preposition.i > term.verb.i:
        edits.drop(phrase.core)
        edits.change(term.verb, joined(denial, text_of(phrase.core), verb))
    else:
        edits.change(term.verb, verb)
        edits.put_before(phrase.core[0], denial)
    return edits.rewrite()


def _denial(term: TermVerb, phrase: Phrase) -> str | None:
    """*geen*, or nothing; None where the noun can't stand with *er*, or more goes with *sprake*."""
    definite = phrase.core[0].tag_.startswith(("LID|bep", "VNW|bez", "VNW|aanw"))
    if definite or not any(t.lower_ == "er" for t in clause_words(term)):
        return None
    before = term.fixed[0].nbor(-1) if term.fixed[0].i > term.verb.sent.start else term.verb
    if before.lower_ == "geen":
        described = any(t.dep_ in {"det", "nmod:poss"} for t in head_of(phrase.core).lefts)
        return None if described else "geen"
    loose = before.dep_ in {"amod", "det"} and before.head in term.fixed
    return None if loose or before.lower_ in {"niet", "nog", "meer"} else ""


def _number(term: TermVerb, noun: Token) -> str:
    past = term.verb.lower_ in {"was", "waren"}
    plural = "|mv" in noun.tag_ or any(t.dep_ == "conj" for t in noun.children)
    return ("waren" if plural else "was") if past else ("zijn" if plural else "is")
