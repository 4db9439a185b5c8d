"""A noun that is the subject of such a verb → its verb in the passive: *vindt plaats* → *wordt gebouwd*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite, is_plural
from duidelijk.language.grammar import WORDEN, ZIJN
from duidelijk.suggesting.rewording import Rewording
from duidelijk.suggesting.wording import Rewrite, Style, beside, joined, text_of

_ONLY = frozenset({"alleen", "uitsluitend", "slechts", "enkel", "vooral", "ook"})
"""What says of which thing it holds: in another place it says it of another thing."""

if TYPE_CHECKING:
    from duidelijk.suggesting.light_nouns import Light


def rewrites(found: Light, happens: bool, style: Style) -> Iterator[Rewrite]:
    """The clause with what it is done to as its subject; ``happens``: *plaatsvinden* and its kin."""
    frame, verb = found.frame, found.verb
    if found.denied or frame.finite is None or frame.kind == "infinitive":
        return
    if any(t.lower_ in _ONLY for part in frame.parts for t in part):
        return
    if not found.thing:
        yield from _impersonal(found)
        return
    subject = Subject(text_of(found.thing), is_plural(found.thing))
    edits = Rewording(frame.predicate.doc)
    if not (_happening if happens else _passive)(found, subject, edits):
        return
    for token in (*found.noun, *found.phrase):
        edits.put(token, "")
    for part in frame.middle:
        if len(part) == 1 and part[0].lower_ == "er" and part[0] not in found.noun:
            edits.put(part[0], "")
    filler = frame.front[0] if frame.front and frame.front[0].lower_ == "er" else None
    spot = filler or found.noun[0]
    edits.put(spot, subject.text)
    if found.manner:
        edits.insert(frame.verbs[0], found.manner)
    if verb.sent.text.strip().endswith("?"):
        return
    yield from edits.rewrite()


def _impersonal(found: Light) -> Iterator[Rewrite]:
    """*Er wordt een besluit genomen over* → *Er wordt beslist over*; *Over uw bezwaar wordt beslist*."""
    frame, helper = found.frame, found.frame.finite
    assert helper is not None
    one = helper.lower_ in {"wordt", "werd", "is", "was"} and found.verb.tag_.startswith("WW|vd")
    if not one or frame.kind != "main" or not (found.swapped or frame.front[0].lower_ == "er"):
        return
    edits = Rewording(frame.predicate.doc)
    for token in found.noun:
        edits.put(token, "")
    if found.swapped is not None:
        edits.put(found.swapped[0], found.swapped[1])
    edits.put(found.verb, joined(found.manner, found.forms.participle))
    yield from edits.rewrite()


def _passive(found: Light, subject: Subject, edits: Rewording) -> bool:
    """*wordt uitgevoerd* → *wordt gecontroleerd*; the finite helper agrees with the new subject."""
    helper = found.frame.finite
    assert helper is not None
    if not found.verb.tag_.startswith("WW|vd"):
        return False
    if helper.lower_ in WORDEN | ZIJN:
        base = "worden" if helper.lower_ in WORDEN else "zijn"
        edits.put(helper, finite(base, subject, past="|verl|" in helper.tag_, inverted=False))
    elif not _modal(found, subject, edits):
        return False
    edits.put(found.verb, found.forms.participle)
    return True


def _happening(found: Light, subject: Subject, edits: Rewording) -> bool:
    """*vindt plaats* → *wordt uitbetaald*, *kan plaatsvinden* → *kan worden uitbetaald*."""
    verb, helper, participle = found.verb, found.frame.finite, found.forms.participle
    if verb == helper:
        _happens(found, subject, edits)
    elif verb.tag_.startswith("WW|inf") and beside(verb, -1) != "te" and _modal(found, subject, edits):
        edits.put(verb, f"worden {participle}")
    elif verb.tag_.startswith("WW|vd") and helper is not None and helper.lemma_.lower() == "hebben":
        edits.put(helper, finite("zijn", subject, past="|verl|" in helper.tag_, inverted=False))
        edits.put(verb, participle)
    else:
        return False
    return True


def _happens(found: Light, subject: Subject, edits: Rewording) -> None:
    """The finite verb as *wordt*, with the participle in the place of *plaats* or at the end."""
    frame, verb, participle = found.frame, found.verb, found.forms.participle
    particle = next((t for t in frame.verbs if t.lower_ == "plaats"), None)
    form = finite("worden", subject, past="|verl|" in verb.tag_, inverted=False)
    edits.put(verb, f"{form} {participle}" if frame.kind == "subordinate" else form)
    if frame.kind == "subordinate":
        return
    if particle is not None:
        edits.put(particle, participle)
    else:
        edits.append(frame.middle[-1][-1] if frame.middle else verb, participle)


def _modal(found: Light, subject: Subject, edits: Rewording) -> bool:
    """A modal in the number of the new subject."""
    helper = found.frame.finite
    lemma = helper.lemma_.lower() if helper is not None else ""
    if helper is None or lemma not in {"kunnen", "moeten", "mogen", "zullen"}:
        return False
    edits.put(helper, finite(lemma, subject, past="|verl|" in helper.tag_, inverted=False))
    return True
