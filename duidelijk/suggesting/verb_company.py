"""What goes with a verb, made to go with another: prepositions, objects, reflexive pronouns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from duidelijk.suggesting.edits import Edits
from duidelijk.suggesting.new_verbs import NewVerb
from duidelijk.suggesting.term_verbs import TermVerb, clause_words
from duidelijk.suggesting.verb_objects import (
    Phrase,
    clauses,
    direct_object,
    has_te,
    loose_form,
    opener_of,
    other_adverb,
    prepositional,
    stranded,
    with_preposition,
)
from duidelijk.suggesting.verb_order import Places
from duidelijk.suggesting.wording import joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DENIALS = frozenset({"niet", "nooit"})
_FAR = {"er": "het", "hier": "dit", "daar": "dat"}


@dataclass(frozen=True, slots=True, eq=False)
class Company:
    """New places, and the words that move: ``first`` before what goes to the slot, ``last`` behind it,
    ``end`` behind all verbs."""

    places: Places
    first: str = ""
    last: str = ""
    end: str = ""


def companied(term: TermVerb, new: NewVerb, places: Places, edits: Edits) -> Company | None:
    """The changes around the verb; None where they aren't certain."""
    wanted = term.context.words("voorzetsel")
    if not wanted:
        return _with_object(term, new, places, edits) if new.preposition else Company(places)
    phrase = prepositional(term, wanted)
    if phrase is None:
        return _without_phrase(term, new, places, edits)
    if phrase.adverb is not None:
        return _with_adverb(term, new, phrase.adverb, places, edits)
    assert phrase.preposition is not None
    if new.preposition:
        if phrase.preposition.lower_ != new.preposition:
            for token in (phrase.preposition, *_joined_with(phrase)):
                edits.change(token, new.preposition)
        return Company(_before_phrase(term, phrase.preposition, places))
    return None if _joined_with(phrase) else _as_object(term, phrase, places, edits)


def _joined_with(phrase: Phrase) -> list[Token]:
    """The same preposition again before a joined noun: *van Dronten en van Swifterbant*."""
    assert phrase.preposition is not None
    noun, word = phrase.preposition.head, phrase.preposition.lower_
    return [t for t in phrase.core if t.lower_ == word and t.dep_ == "case" and t.head in noun.conjuncts]


def _before_phrase(term: TermVerb, preposition: Token, places: Places) -> Places:
    """The slot before a phrase at the end of a main clause: *doet mee aan het project*."""
    if term.kind == "second" and places.how == "behind" and term.verb.i < preposition.i <= places.slot.i:
        return replace(places, slot=preposition.nbor(-1))
    return places


def _without_phrase(term: TermVerb, new: NewVerb, places: Places, edits: Edits) -> Company | None:
    far = _far_word(term) if term.loose is not None else None
    if far is not None:
        return _with_far(new, far, places, edits)
    if term.loose is not None or stranded(term, term.context.words("voorzetsel")):
        return None
    if new.preposition:
        return (
            Company(places) if new.optional or new.preposition in term.context.words("voorzetsel") else None
        )
    spoken = bool(clauses(term)) and not any(map(has_te, clauses(term)))
    return Company(places) if "los" in term.context.flags or spoken else None


def _far_word(term: TermVerb) -> Token | None:
    """*er*, *hier* or *daar* that goes with a preposition at the end: *zet er een punt achter*."""
    found = [t for t in clause_words(term) if t.lower_ in _FAR and t != term.verb]
    return found[0] if len(found) == 1 else None


def _with_far(new: NewVerb, far: Token, places: Places, edits: Edits) -> Company | None:
    if new.preposition:
        return Company(places, last=loose_form(new.preposition))
    if new.light:
        return None
    edits.change(far, _FAR[far.lower_])
    return Company(places)


def _with_adverb(term: TermVerb, new: NewVerb, adverb: Token, places: Places, edits: Edits) -> Company | None:
    if new.preposition in term.context.words("voorzetsel"):
        return Company(places)
    if not new.preposition and clauses(term):
        edits.drop([adverb])
        return Company(places)
    text = other_adverb(adverb, term.context.words("voorzetsel"), new.preposition)
    if not text:
        return None
    edits.change(adverb, text)
    return Company(places)


def _as_object(term: TermVerb, phrase: Phrase, places: Places, edits: Edits) -> Company | None:
    """*geeft uitvoering aan het besluit* → *voert het besluit uit*: the phrase loses its preposition."""
    assert phrase.preposition is not None
    last = phrase.core[-1]
    edits.drop([phrase.preposition])
    if term.kind == "second":
        if last.i < places.slot.i:
            return Company(places)
        return Company(replace(places, slot=last, how="behind", close=last))
    if last.i < places.close.i:
        return Company(places)
    if phrase.preposition.i != places.close.i + 1:
        return None
    edits.drop(phrase.core)
    return Company(places, first=text_of(phrase.core))


def _with_object(term: TermVerb, new: NewVerb, places: Places, edits: Edits) -> Company | None:
    """*onderschrijft uw standpunt* → *is het eens met uw standpunt*: the object gets a preposition."""
    clause = next((c for c in clauses(term) if c.i > term.verb.i), None)
    if clause is not None:
        return _with_clause(new, clause, places)
    phrase = direct_object(term)
    if phrase is None:
        return Company(places) if new.optional else None
    if len(phrase.core) == 1 and not phrase.clause:
        adverb = with_preposition(phrase.core[0], new.preposition)
        if adverb:
            edits.change(phrase.core[0], adverb)
            return Company(places)
    if phrase.core[0].tag_.startswith("BW") or (term.kind == "second" and _is_subject_like(term, phrase)):
        return None
    return _beside_object(term, new, phrase, places, edits)


def _is_subject_like(term: TermVerb, phrase: Phrase) -> bool:
    """Whether it stands in front, or right behind the verb of an inverted clause, where a subject would."""
    if phrase.core[0].i < term.verb.i:
        return True
    frame = term.frame
    return bool(
        frame and frame.front and frame.subject != frame.front and phrase.core[0].i == term.verb.i + 1
    )


def _with_clause(new: NewVerb, clause: Token, places: Places) -> Company | None:
    """*zorgt ervoor dat …*, *is bedoeld om … te*."""
    if new.name == "zijn" and new.preposition == "om" and has_te(clause):
        return Company(places, last="" if opener_of(clause) == "om" else "om")
    if new.name == "zorgen" and not has_te(clause):
        return Company(places, last="ervoor")
    return None


def _beside_object(
    term: TermVerb, new: NewVerb, phrase: Phrase, places: Places, edits: Edits
) -> Company | None:
    core, doc = phrase.core, edits.doc
    bare = not (new.before or new.verb.particle or new.behind)
    after = doc[core[-1].i + 1] if core[-1].i + 1 < core[-1].sent.end else core[-1]
    if bare and after.lower_ not in _DENIALS:
        edits.put_before(core[0], new.preposition)
        return Company(places)
    text = joined(new.preposition, text_of(phrase.words))
    edits.drop(doc[core[0].i : phrase.words[-1].i + 1])
    return Company(places, first=text) if bare and term.kind != "second" else Company(places, end=text)
