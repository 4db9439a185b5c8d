"""A verb that says little with a noun → the verb of that noun: *neemt een beslissing over* → *beslist over*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite, is_plural
from duidelijk.language.clauses import clause_of, is_finite, is_noun
from duidelijk.language.frames import Frame, Part, frame_of
from duidelijk.language.grammar import WORDEN, ZIJN
from duidelijk.language.inflection import VerbForms, verb_forms
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.rewording import Rewording
from duidelijk.suggesting.wording import Rewrite, Style, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

Row = Mapping[str, str]
Seen = tuple["Sentence", str, tuple["Token", ...], "Token | None", Row]
_LABELS = frozenset({"nmod", "obl", "obl:arg", "obl:agent"})
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_MARKS = frozenset('()[]"“”‘’–:;')
_STAND = {"voorwerp", "onderwerp"}
_ALIKE = 4
_MODALS = frozenset({"willen", "moeten"})


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """``noun``: the words of the noun that go, ``manner`` how they are done, ``thing`` what the verb gets as object.

    ``phrase``: the words of the preposition that becomes the object; ``swapped``: a preposition and its new form.
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


def rewrites(seen: Seen, style: Style) -> Iterator[Rewrite]:
    """The clause with the verb of the noun, at most one."""
    from duidelijk.suggesting import light_modal, light_passive

    if seen[4]["nieuw"] in _MODALS:
        yield from light_modal.rewrites(seen[2][0], seen[3], seen[4]["nieuw"], style)
        return
    found = _light(seen)
    if found is None:
        return
    subject = found.frame.subject
    if seen[4]["rol"] == "onderwerp" or any(t in found.noun for t in subject):
        yield from light_passive.rewrites(found, seen[4]["rol"] == "onderwerp", style)
    elif not is_passive(found):
        yield from _active(found, style)


def _light(seen: Seen) -> Light | None:
    _, _, found, noun, row = seen
    verb, *others = found
    frame = _frame(verb)
    infinitive = _new_verb(row, noun)
    if frame is None or not infinitive or (noun is None and row["naamwoord"]):
        return None
    words = _noun_words(noun, row, frame) if noun is not None else ((), "", False)
    if words is None:
        return None
    own, manner, denied = words
    state, _, infinitive = infinitive.rpartition(" ")
    if state and (manner or verb.tag_.startswith("WW|vd")):
        return None
    manner = manner or state
    parts = () if row["rol"] == "onderwerp" else (t for t in others if not t.tag_.startswith("VZ"))
    own = tuple(sorted({*own, *parts}, key=lambda t: t.i))
    if row["rol"] not in _STAND and verb.tag_.startswith("WW|vd") and row["werkwoord"] == "nemen":
        return None
    heads = (
        *dict.fromkeys(t for t in (noun, *others, verb, verb.head) if t is not None and t in _clause(frame)),
    )
    thing, phrase = _object(own, heads, noun, row)
    swapped = _swapped(heads, noun, row)
    direct = (
        row["naamwoord"]
        and row["rol"] not in _STAND
        and any(t.dep_ in _OBJECTS for h in heads for t in h.children)
    )
    if not thing and not (swapped or row["zonder"] == "ja" or (direct and row["nieuw"] != "*")):
        return None
    forms = verb_forms("besluiten" if infinitive == "beslissen" and _says_what(heads) else infinitive)
    return Light(verb, frame, forms, own, manner, denied, thing, phrase, swapped)


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
        return "" if row["nieuw"] in _MODALS else row["nieuw"]
    listed = lexicon("grammatica/naamwoord-werkwoord").rows
    lemma = noun.lemma_.lower().replace("_", "")
    found = listed.get(noun.lower_) or listed.get(lemma)
    verb = found["werkwoord"] if found else ""
    deed = lexicon("grammatica/daden").rows.get(verb, {}).get("doener", "")
    alike = (
        lemma[:_ALIKE] == verb[:_ALIKE] or verb.startswith(lemma) or deed in {"lezer", "gemeente", "ieder"}
    )
    moves = deed in {"zelf", "onbekend"} or (verb and verb_forms(verb).auxiliary == "zijn")
    return verb if alike and not moves and " " not in verb else ""


def _noun_words(noun: Token, row: Row, frame: Frame) -> tuple[Part, str, bool] | None:
    """The noun with article and adjectives, the adverbs of those, and whether *geen* stood there.

    None where the noun is a thing of its own: *deze controle*, *twee controles*, *het besluit dat u kent*.
    """
    before = [t for t in noun.lefts]
    if row["rol"] not in _STAND:
        case = noun.doc[noun.i - 1]
        return ((case, noun), "", False) if case.lower_ == row["rol"] and not before[1:] else None
    if noun.tag_.startswith("N|soort|mv") and row["naamwoord"] == "*":
        return None
    manner, denied = [], False
    adverbs = lexicon("grammatica/bijwoord-uit-bijvoeglijk").rows
    for token in before:
        form, lemma = token.lower_, token.lemma_.lower()
        if token.tag_.startswith("ADJ") and (form in adverbs or lemma in adverbs or form[:-1] in adverbs):
            key = next(f for f in (lemma, form, form[:-1]) if f in adverbs)
            manner.append(adverbs[key]["bijwoord"])
        elif form == "geen":
            denied = True
        elif form not in {"een", "de", "het"}:
            return None
    known = any(t.lower_ in {"de", "het"} for t in before)
    described = any(t.dep_ in {"acl:relcl", "appos", "conj"} for t in noun.rights)
    if described or (known and not any(t.dep_ == "nmod" for t in noun.rights)):
        return None
    return (*before, noun), " ".join(manner), denied


def _clause(frame: Frame) -> set[Token]:
    return {t for p in frame.parts for t in p} | {
        *frame.verbs,
        frame.predicate,
        *((frame.finite,) if frame.finite else ()),
    }


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
        if case.lower_ in wanted and child != noun and whole and not any(t in own for t in words):
            pronoun = words[1].tag_.startswith(("VNW|pers", "VNW|pr")) and words[1].lower_ not in {"u", "ons"}
            clause = any(is_finite(t) or t.text in _MARKS or t.tag_.startswith("VNW|vb") for t in words)
            return ((), ()) if pronoun or clause else (words[1:], words)
    return (), ()


def _swapped(heads: Part, noun: Token | None, row: Row) -> tuple[Token, str] | None:
    """A preposition that stays, and the form it gets with the new verb."""
    kept = dict((p.split("=") * 2)[:2] for p in row["vast"].split())
    return next(
        ((c, kept[c.lower_]) for c, child in _phrases(heads) if c.lower_ in kept and child != noun), None
    )


def _active(found: Light, style: Style) -> Iterator[Rewrite]:
    frame, verb = found.frame, found.verb
    if (frame.front and any(t in found.noun for t in frame.front)) or (
        frame.finite is None and frame.kind != "infinitive"
    ):
        return
    if found.forms.auxiliary == "zijn" and verb.tag_.startswith("WW|vd"):
        return
    edits = Rewording(frame.predicate.doc)
    text = _verb_text(found, style)
    if not text:
        return
    particle = found.forms.particle if verb == frame.finite and frame.kind != "subordinate" else ""
    edits.put(verb, text)
    _put_object(found, edits)
    _drop_particle(found, edits, particle)
    yield from edits.rewrite()


def _verb_text(found: Light, style: Style) -> str:
    """The new verb in the form of the old one."""
    frame, verb, forms = found.frame, found.verb, found.forms
    if verb.tag_.startswith("WW|inf"):
        return forms.te_infinitive.rpartition("te ")[2] if verb.nbor(-1).lower_ == "te" else forms.infinitive
    if verb.tag_.startswith("WW|vd"):
        return forms.participle
    if verb != frame.finite:
        return ""
    subject = (
        Subject(text_of(frame.subject), is_plural(frame.subject)) if frame.subject else Subject("u", False)
    )
    if not frame.subject and frame.kind == "verb-first":
        return forms.present_1
    inverted = bool(frame.subject) and verb.i + 1 == frame.subject[0].i
    form = finite(forms, subject, past="|verl|" in verb.tag_, inverted=inverted, have=style.have)
    return forms.joined(form) if frame.kind == "subordinate" else form


def _drop_particle(found: Light, edits: Rewording, particle: str) -> None:
    """The old particle goes; the new one stands at the end, or before *te*."""
    frame, verb = found.frame, found.verb
    old = next((t for t in frame.verbs if t.tag_.startswith("VZ|fin") or t.dep_ == "compound:prt"), None)
    te = verb.nbor(-1) if verb.i and verb.nbor(-1).lower_ == "te" else None
    if te is not None and found.forms.particle:
        particle = found.forms.particle
        edits.put(te, f"{particle} te")
        particle = ""
    if old is not None:
        edits.put(old, particle)
    elif particle and found.swapped is not None and found.noun and found.swapped[0].i == found.noun[-1].i + 1:
        edits.append(found.noun[-1], particle)
    elif particle:
        edits.append(frame.middle[-1][-1] if frame.middle else verb, particle)


def _put_object(found: Light, edits: Rewording) -> None:
    """The object and the adverbs in the place of the noun, or before the verbs."""
    for token in (*found.noun, *found.phrase):
        edits.put(token, "")
    if found.swapped is not None:
        edits.put(found.swapped[0], found.swapped[1])
    known = bool(found.thing) and found.thing[0].tag_.startswith(
        ("LID|bep", "VNW", "N|eigen", "SPEC", "LID|onbep")
    )
    thing = text_of(found.thing)
    denial = "niet" if found.denied else ""
    if found.denied and found.thing and not known:
        thing, denial = "geen " + thing, ""
    text = joined(thing, denial, found.manner)
    frame = found.frame
    in_middle = any(found.noun[0] in p for p in frame.middle) if found.noun else False
    if in_middle:
        edits.put(*_before_adverbs(found, edits, text, known))
    elif kept := next((t for t in frame.verbs if t not in found.noun), None):
        edits.insert(kept, text)
    else:
        edits.append(frame.middle[-1][-1], text)


def _before_adverbs(found: Light, edits: Rewording, text: str, known: bool) -> tuple[Token, str]:
    """Where the object goes: a known one before *al* and *niet*, each before an adverb like *optimaal*."""
    doc, at = found.verb.doc, found.noun[0].i
    tags = ("ADJ|vrij", "BW") if known and found.thing[0].lower_ != "een" else ("ADJ|vrij",)
    least = found.frame.middle[0][0].i
    while (
        found.thing and at > least and doc[at - 1].tag_.startswith(tags) and doc[at - 1].i not in edits.texts
    ):
        at -= 1
    if at == found.noun[0].i:
        return doc[at], text
    return doc[at], joined(text, doc[at].text)


def is_passive(found: Light) -> bool:
    """*wordt uitgevoerd*, *is gedaan*"""
    helping = [
        t.lower_ for t in (*found.frame.verbs, found.frame.finite) if t is not None and t != found.verb
    ]
    return found.verb.tag_.startswith("WW|vd") and any(form in WORDEN | ZIJN for form in helping)


def is_thing(words: Part) -> bool:
    """Whether it can be a subject: it ends in or holds a noun."""
    return any(map(is_noun, words))
