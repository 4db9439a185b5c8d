"""A verb that says little with its noun → what goes where with the verb of that noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import clause_of, is_finite
from duidelijk.language.constituents import Part
from duidelijk.language.frames import Frame, frame_of
from duidelijk.language.inflection import VerbForms, verb_forms
from duidelijk.language.tabular import ends_in, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

Row = Mapping[str, str]
Seen = tuple["Sentence", str, tuple["Token", ...], "Token | None", Row]
MODALS = frozenset({"willen", "moeten"})
_LABELS = frozenset({"nmod", "obl", "obl:arg", "obl:agent"})
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_MARKS = frozenset('()[]"“”‘’–:;')
_STAND = frozenset({"voorwerp", "onderwerp"})
_DOERS = frozenset({"lezer", "gemeente", "ieder"})
_ALIKE = 4

_FIXED = frozenset({"aanleiding", "verwachting", "oordeel", "behoren", "gelang", "vermogen"})
"""Nouns that say something else with their preposition: *naar aanleiding van*."""


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """``noun``: the words that go; ``manner``: how it is done; ``thing``: what the new verb gets as object.

    ``phrase``: that object with its preposition; ``swapped``: a preposition that stays and its new form.
    """

    verb: Token
    frame: Frame
    forms: VerbForms
    noun: Part
    manner: str
    denied: bool
    thing: Part
    phrase: Part
    swapped: tuple[Token, str] | None


def light_of(seen: Seen) -> Light | None:
    """What is certain of a hit; None where the new verb would miss an object or say something else."""
    _, _, (verb, *others), noun, row = seen
    frame = _frame(verb)
    state, _, infinitive = _new_verb(row, noun).rpartition(" ")
    words = _noun_words(noun, row) if noun is not None else ((), "", False)
    if frame is None or not infinitive or words is None or (noun is None and row["naamwoord"]):
        return None
    own, manner, denied = words
    if verb.tag_.startswith("WW|vd") and (
        state or (row["rol"] not in _STAND and row["werkwoord"] == "nemen")
    ):
        return None
    parts = () if row["rol"] == "onderwerp" else (t for t in others if not t.tag_.startswith("VZ"))
    own = tuple(sorted({*own, *parts}, key=lambda t: t.i))
    heads = _heads((noun, *others, verb, verb.head), frame)
    thing, phrase = _object(own, heads, noun, row)
    swapped = _swapped(heads, noun, row)
    if infinitive == "gebruiken" and _is_someone(thing):
        return None
    if (manner and state) or not (thing or swapped or _stands_alone(heads, row)):
        return None
    forms = verb_forms("besluiten" if infinitive == "beslissen" and _says_what(heads) else infinitive)
    return Light(verb, frame, forms, own, manner or state, denied, thing, phrase, swapped)


def _is_someone(words: Part) -> bool:
    """*vrijwilligers*: people aren't used, but *de bibliotheek* is."""
    noun = next((t for t in words if t.tag_.startswith("N|")), None)
    known = bool(words) and words[0].lower_ in {"de", "het", "uw", "onze", "ons"}
    people = lexicon("grammatica/handelaars").rows
    return noun is not None and not (known and "|ev" in noun.tag_) and ends_in(noun.lower_, people)


def _heads(words: tuple[Token | None, ...], frame: Frame) -> Part:
    """Those of the words that stand in the clause, each once."""
    own = {t for p in frame.parts for t in p} | {*frame.verbs, frame.predicate, frame.finite}
    return tuple(dict.fromkeys(t for t in words if t is not None and t in own))


def _stands_alone(heads: Part, row: Row) -> bool:
    """Whether the new verb needs nothing more: *beslissen*, or it takes the object of the old one."""
    own = row["naamwoord"] and row["nieuw"] != "*" and row["rol"] not in _STAND
    return row["zonder"] == "ja" or bool(own and any(t.dep_ in _OBJECTS for h in heads for t in h.children))


def _frame(verb: Token) -> Frame | None:
    for predicate in dict.fromkeys((verb, clause_of(verb), verb.head)):
        frame = frame_of(predicate)
        if frame is not None and (verb == frame.finite or verb in frame.verbs):
            return frame
    return None


def _says_what(heads: Part) -> bool:
    """*het besluit nemen om te sluiten*, *dat …*, *daartoe*: then it is *besluiten*."""
    clauses = [t for h in heads for t in h.children if t.dep_ in {"acl", "ccomp", "advcl", "xcomp"}]
    marks = {m.lower_ for t in clauses for m in t.lefts if m.i < t.i} & {"om", "dat"}
    return bool(marks) or any(t.lower_ in {"daartoe", "hiertoe", "ertoe"} for h in heads for t in h.children)


def _new_verb(row: Row, noun: Token | None) -> str:
    """The infinitive of the new verb; of an open row only one that looks like its noun."""
    if row["nieuw"] != "*" or noun is None:
        return "" if row["nieuw"] in MODALS else row["nieuw"]
    listed = lexicon("grammatica/naamwoord-werkwoord").rows
    lemma = noun.lemma_.lower().replace("_", "")
    found = listed.get(noun.lower_) or listed.get(lemma)
    verb = found["werkwoord"] if found else ""
    deed = lexicon("grammatica/daden").rows.get(verb, {}).get("doener", "")
    alike = lemma[:_ALIKE] == verb[:_ALIKE] or verb.startswith(lemma) or deed in _DOERS
    moves = deed in {"zelf", "onbekend"} or (verb and verb_forms(verb).auxiliary == "zijn")
    return verb if alike and not moves and " " not in verb else ""


def _noun_words(noun: Token, row: Row) -> tuple[Part, str, bool] | None:
    """The noun with article and adjectives, the adverbs of those, and whether *geen* stood there.

    None where the noun is a thing of its own: *deze controle*, *twee controles*, *het besluit dat u kent*.
    """
    before = list(noun.lefts)
    if row["rol"] not in _STAND:
        case = noun.doc[noun.i - 1]
        return ((case, noun), "", False) if case.lower_ == row["rol"] and not before[1:] else None
    if noun.tag_.startswith("N|soort|mv") and row["naamwoord"] == "*":
        return None
    plain = [t for t in before if t.lower_ not in {"een", "de", "het", "geen"}]
    manner = [_adverb(t) for t in plain]
    known = any(t.lower_ in {"de", "het"} for t in before)
    described = any(t.dep_ in {"acl:relcl", "appos", "conj"} for t in noun.rights)
    if "" in manner or described or (known and not any(t.dep_ == "nmod" for t in noun.rights)):
        return None
    return (*before, noun), " ".join(manner), any(t.lower_ == "geen" for t in before)


def _adverb(adjective: Token) -> str:
    """*grondig* for *een grondig onderzoek*; empty where the list has none."""
    rows = lexicon("grammatica/bijwoord-uit-bijvoeglijk").rows
    forms = (adjective.lemma_.lower(), adjective.lower_, adjective.lower_[:-1])
    listed = adjective.tag_.startswith("ADJ")
    return next((rows[f]["bijwoord"] for f in forms if listed and f in rows), "")


def _phrases(heads: Part) -> Iterator[tuple[Token, Token]]:
    """Preposition and noun of every phrase that hangs on one of these words."""
    for head in heads:
        for child in head.children:
            case = child.left_edge
            if case.dep_ == "case" and case.head == child and child.dep_ in _LABELS:
                yield case, child


def _object(own: Part, heads: Part, noun: Token | None, row: Row) -> tuple[Part, Part]:
    """What becomes the object, without and with its preposition."""
    wanted = row["voorwerp"].split()
    for case, child in _phrases(heads):
        words = tuple(sorted(child.subtree, key=lambda t: t.i))
        while words and words[-1].is_punct:
            words = words[:-1]
        whole = words[-1].i - words[0].i + 1 == len(words)
        if case.nbor().lower_ in _FIXED:
            continue
        if case.lower_ in wanted and child != noun and whole and not any(t in own for t in words):
            pronoun = words[1].tag_.startswith(("VNW|pers", "VNW|pr")) and words[1].lower_ not in {"u", "ons"}
            clause = any(is_finite(t) or _is_strange(t) for t in words)
            return ((), ()) if pronoun or clause else (words[1:], words)
    return (), ()


def _is_strange(word: Token) -> bool:
    """What a plain object doesn't hold: a question word, *door*, *te*, a mark other than a comma."""
    asks = word.tag_.startswith("VNW|vb") or word.lower_.startswith("waar")
    return asks or word.text in _MARKS or word.lower_ in {"door", "te"}


def _swapped(heads: Part, noun: Token | None, row: Row) -> tuple[Token, str] | None:
    """A preposition that stays, and the form it gets with the new verb."""
    kept = dict((p.split("=") * 2)[:2] for p in row["vast"].split())
    return next(
        ((c, kept[c.lower_]) for c, child in _phrases(heads) if c.lower_ in kept and child != noun), None
    )
