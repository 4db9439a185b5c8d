"""What stands with a listed verb: its object, its prepositional phrase, its clauses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.constituents import Part
from duidelijk.suggesting.term_verbs import TermVerb, clause_words
from duidelijk.suggesting.verb_order import before_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADVERBIAL: Mapping[str, str] = {"met": "mee", "tot": "toe"}
_PLACES = ("er", "hier", "daar", "waar")
_PRONOUN: Mapping[str, str] = {"er": "het", "hier": "dit", "daar": "dat"}
_PLACE: Mapping[str, str] = {"dit": "hier", "deze": "hier", "dat": "daar", "die": "daar", "het": "er"}
REFLEXIVE = frozenset({"zich", "u", "me", "mij", "je", "ons"})
_OBJECTS = frozenset({"obj", "iobj"})
_RELATIVE = ("VNW|betr", "VNW|vb")


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A noun with what belongs to it: ``core`` without the clause at its end, and that clause.

    ``preposition`` stands before it; ``adverb`` is the one word that stands for both (*hiervan*).
    """

    core: Part
    clause: Part
    preposition: Token | None = None
    adverb: Token | None = None

    @property
    def words(self) -> Part:
        """All its words but the preposition."""
        return (*self.core, *self.clause)


def objects(term: TermVerb) -> list[Token]:
    """The heads of its objects; the words of the term and a reflexive pronoun are none."""
    taken = {t.i for t in term.matched}
    reflexive = reflexive_of(term) if term.context.words("zich") else None
    found = []
    for head in {term.verb, term.frame.predicate if term.frame else term.verb}:
        for child in head.children:
            free = child.i not in taken and child != reflexive and child.lower_ != "zich"
            if child.dep_ in _OBJECTS and free and not taken & {t.i for t in child.subtree}:
                found.append(child)
    return found


def direct_object(term: TermVerb) -> Phrase | None:
    """Its object as a phrase; None where there is none, or it is a relative or interrogative word."""
    found = sorted(objects(term), key=lambda t: (t.dep_ != "obj", t.i))
    if not found or found[0].tag_.startswith(_RELATIVE):
        return None
    return _phrase(found[0], term)


def _phrase(head: Token, term: TermVerb) -> Phrase | None:
    words = sorted(head.subtree, key=lambda t: t.i)
    while words and words[-1].is_punct:
        words = words[:-1]
    whole = words[-1].i - words[0].i + 1 == len(words)
    if not whole or term.verb in words or any(t in words for t in term.matched):
        return None
    return _split(tuple(words))


def _split(words: Part, preposition: Token | None = None) -> Phrase:
    last = before_clause(words)
    core = tuple(t for t in words if t.i <= last.i)
    return Phrase(core, tuple(t for t in words if t.i > last.i), preposition)


def clauses(term: TermVerb) -> list[Token]:
    """The heads of the clauses that are its object: *dat …*, *of …*, and infinitives with *te*."""
    heads = {term.verb, term.frame.predicate if term.frame else term.verb, *term.fixed}
    found = [c for h in heads for c in h.children if c.dep_ in {"ccomp", "xcomp", "csubj"} and c not in heads]
    return [c for c in found if c not in term.matched and _is_clause(c)]


def _is_clause(head: Token) -> bool:
    return any(t.dep_ in {"mark", "aux", "cop"} or t.tag_.startswith("VNW|vb") for t in head.subtree)


def has_te(clause: Token) -> bool:
    """Whether a clause is an infinitive with *te*."""
    return clause.nbor(-1).lower_ == "te" if clause.tag_.startswith("WW|inf") and clause.i else False


def opener_of(clause: Token) -> str:
    """The word that opens a clause, in lower case: *dat*, *of*, *welke*."""
    words = sorted(clause.subtree, key=lambda t: t.i)
    return next((t.lower_ for t in words if not t.is_punct), "")


def reflexive_of(term: TermVerb) -> Token | None:
    """The pronoun of a reflexive verb: *zich*, or one that can't be its subject."""
    taken = {t.i for t in term.matched}
    words = [t for t in clause_words(term) if t.lower_ in REFLEXIVE and t.i not in taken]
    labelled = [t for t in words if t.dep_.startswith("expl") or t.lower_ == "zich"]
    near = [
        t for t in words if t.i == term.verb.i + 1 and term.verb.is_sent_start and "|pv" in term.verb.tag_
    ]
    owned = [t for t in words if t.dep_ in {"obj", "iobj"} and t.head in term.heads]
    return next(iter([*labelled, *near, *owned]), None)


def prepositional(term: TermVerb, prepositions: Collection[str]) -> Phrase | None:
    """The phrase with one of these prepositions that belongs to the term; None where none surely does."""
    found = [*_adverbs(term, prepositions), *_phrases(term, prepositions)]
    return found[0] if len(found) == 1 else None


def stranded(term: TermVerb, prepositions: Collection[str]) -> bool:
    """Whether one of the prepositions is in the clause, though no phrase with it surely goes with the term.

    One that stands within another noun (*de wijkteams van de gemeente*) is of no account.
    """
    names = {_ADVERBIAL.get(p, p) for p in prepositions} | {*prepositions}
    taken = {t.i for t in term.matched}
    return any(t.lower_ in names and t.i not in taken and not _is_within(t, term) for t in clause_words(term))


def _is_within(token: Token, term: TermVerb) -> bool:
    noun = token.head
    return token.dep_ == "case" and noun.dep_ == "nmod" and noun.head not in term.heads


def _adverbs(term: TermVerb, prepositions: Collection[str]) -> Iterator[Phrase]:
    names = {place + _ADVERBIAL.get(p, p) for p in prepositions for place in _PLACES}
    for token in clause_words(term):
        if token.lower_ in names:
            yield Phrase((), (), adverb=token)


def _phrases(term: TermVerb, prepositions: Collection[str]) -> Iterator[Phrase]:
    taken = {t.i for t in term.matched}
    found = []
    for token in clause_words(term):
        if token.lower_ in prepositions and token.i not in taken and token.head.i > token.i:
            phrase = _governed(token, term)
            if phrase is not None:
                found.append(phrase)
    beside = [p for p in found if _is_beside(p, term)]
    yield from beside[:1] or found


def _governed(token: Token, term: TermVerb) -> Phrase | None:
    noun = token.head
    if token.dep_ not in {"case", "mark"} or noun in term.matched or noun == term.verb:
        return None
    words = tuple(t for t in sorted(noun.subtree, key=lambda t: t.i) if t.i > token.i)
    while words and words[-1].is_punct:
        words = words[:-1]
    whole = bool(words) and words[-1].i - words[0].i + 1 == len(words) and words[0].i == token.i + 1
    if not whole or term.verb in words or any(t in words for t in term.matched):
        return None
    phrase = _split(words, token)
    return phrase if noun.head in term.heads or _is_beside(phrase, term) else None


def _is_beside(phrase: Phrase, term: TermVerb) -> bool:
    """Whether it stands right behind the verb or its words."""
    assert phrase.preposition is not None
    return any(phrase.preposition.i == t.i + 1 for t in (term.verb, *term.matched))


def with_preposition(pronoun: Token, preposition: str) -> str:
    """*dit* + *met* → *hiermee*; empty where it isn't one of these pronouns, or stands before a noun."""
    place = _PLACE.get(pronoun.lower_, "") if pronoun.tag_.startswith("VNW") else ""
    return place + _ADVERBIAL.get(preposition, preposition) if place else ""


def other_adverb(adverb: Token, old: Collection[str], preposition: str) -> str:
    """*hiervan* → *hierover*, or *dit* where no preposition follows; empty where neither is right."""
    names = {_ADVERBIAL.get(p, p) for p in old}
    place = next((p for p in _PLACES if any(adverb.lower_ == p + n for n in names)), "")
    if preposition:
        return place + _ADVERBIAL.get(preposition, preposition) if place else ""
    return _PRONOUN.get(place, "")


def loose_form(preposition: str) -> str:
    """A preposition as it stands apart from *er*: *mee* for *met*."""
    return _ADVERBIAL.get(preposition, preposition)
