"""A verb that says little with a noun → the verb of that noun: *neemt een beslissing* → *beslist*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.grammar import WORDEN, ZIJN
from duidelijk.suggesting import light_modal, light_passive
from duidelijk.suggesting.light_nouns import MODALS, Light, Seen, light_of
from duidelijk.suggesting.rewording import Rewording
from duidelijk.suggesting.wording import Rewrite, Style, beside, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFTEN = frozenset(
    {"vaak", "regelmatig", "soms", "veel", "meer", "dagelijks", "steeds", "direct", "onmiddellijk"}
)
_KNOWN = ("LID|bep", "VNW", "N|eigen", "SPEC", "LID|onbep")

_WITH_NOUN = frozenset({"vergezeld", "voorzien", "inclusief"})
"""What may stand further on and needs the noun: *een verzoek ingediend, vergezeld van een verslag*."""


def rewrites(seen: Seen, style: Style) -> Iterator[Rewrite]:
    """The clause with the verb of the noun, at most one."""
    if seen[4]["nieuw"] in MODALS:
        yield from light_modal.rewrites(seen[2][0], seen[3], seen[4]["nieuw"], style)
        return
    found = light_of(seen)
    if found is None:
        return
    subject = found.frame.subject
    if seen[4]["rol"] == "onderwerp" or any(t in found.noun for t in subject):
        yield from light_passive.rewrites(found, seen[4]["rol"] == "onderwerp", style)
    elif not _is_passive(found):
        yield from _active(found, style)


def _active(found: Light, style: Style) -> Iterator[Rewrite]:
    frame, verb = found.frame, found.verb
    if (frame.front and any(t in found.noun for t in frame.front)) or (
        frame.finite is None and frame.kind != "infinitive"
    ):
        return
    if found.forms.auxiliary == "zijn" and verb.tag_.startswith("WW|vd"):
        return
    if any(t.lower_ in _WITH_NOUN for t in verb.sent):
        return
    inside = [t for part in frame.middle for t in part]
    if any(t in found.phrase for t in frame.front) or (found.denied and any(t.dep_ == "cc" for t in inside)):
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
        return forms.te_infinitive.rpartition("te ")[2] if beside(verb, -1) == "te" else forms.infinitive
    if verb.tag_.startswith("WW|vd"):
        return forms.participle
    if verb != frame.finite:
        return ""
    subject = Subject(text_of(frame.subject) or "u", "|mv" in verb.tag_)
    if not frame.subject and frame.kind == "verb-first":
        return forms.present_1
    inverted = bool(frame.subject) and verb.i + 1 == frame.subject[0].i
    form = finite(forms, subject, past="|verl|" in verb.tag_, inverted=inverted, have=style.have)
    return forms.joined(form) if frame.kind == "subordinate" else form


def _drop_particle(found: Light, edits: Rewording, particle: str) -> None:
    """The old particle goes; the new one stands at the end, or before *te*."""
    frame, verb = found.frame, found.verb
    old = next((t for t in frame.verbs if t.tag_.startswith("VZ|fin") or t.dep_ == "compound:prt"), None)
    te = verb.nbor(-1) if beside(verb, -1) == "te" else None
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
    known = bool(found.thing) and found.thing[0].tag_.startswith(_KNOWN)
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
    while found.thing and at > least and doc[at - 1].tag_.startswith(tags) and at - 1 not in edits.texts:
        word = doc[at - 1].lower_
        if word.startswith(("hier", "daar", "er")) or (not known and word in _OFTEN):
            break
        at -= 1
    if at == found.noun[0].i:
        return doc[at], text
    return doc[at], joined(text, doc[at].text)


def _is_passive(found: Light) -> bool:
    """*wordt uitgevoerd*, *is gedaan*"""
    helping = [
        t.lower_ for t in (*found.frame.verbs, found.frame.finite) if t is not None and t != found.verb
    ]
    return found.verb.tag_.startswith("WW|vd") and any(form in WORDEN | ZIJN for form in helping)
