"""Conjunctions whose plain word asks for another order: *alvorens te betalen* → *voordat u betaalt*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.clauses import SUBJECTS, is_finite, is_verb
from duidelijk.language.frames import Frame, frame_of
from duidelijk.language.inflection import verb_forms
from duidelijk.language.matching import Match
from duidelijk.suggesting.edits import Edits
from duidelijk.suggesting.wording import Rewrite, Style, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_BEFORE = frozenset({"alvorens", "vooraleer"})
_WHEN = frozenset({"op het moment dat", "op het tijdstip dat"})
_BUT = frozenset({"met dien verstande dat", "zij het dat"})
_MAYBE = frozenset({"het zou kunnen dat", "het zou kunnen zijn dat"})
_PRONOUNS = frozenset({"u", "je", "jij", "wij", "we", "ik", "jullie"})
_WHOLE = {"jij": "je"}


def reordered(sentence: Sentence, match: Match, style: Style) -> Iterator[Rewrite]:
    """The sentence with a plain conjunction, at most one."""
    tokens = [sentence.span.doc[i] for i in match.tokens]
    term = match.entry.term
    if term in _BEFORE:
        found = _before(tokens[0], style)
    elif term in _WHEN:
        found = _when(tokens)
    elif term in _BUT:
        found = _as_main(tokens, "maar")
    elif term in _MAYBE and tokens[0].i == sentence.span.start:
        found = _as_main(tokens, "misschien")
    else:
        found = None
    if found is not None:
        yield found


def _before(opener: Token, style: Style) -> Rewrite | None:
    """*alvorens* with a finite verb, or with *te* and the subject of the main clause."""
    doc, sent = opener.doc, opener.sent
    edits = Edits(doc)
    for token in doc[opener.i + 1 : sent.end]:
        if token.lower_ == "te" and token.i + 1 < sent.end and is_verb(doc[token.i + 1]):
            return _with_subject(opener, token, edits, style)
        if is_finite(token):
            edits.change(opener, "voordat")
            return edits.rewrite()
        if token.is_punct:
            return None
    return None


def _with_subject(opener: Token, te: Token, edits: Edits, style: Style) -> Rewrite | None:
    infinitive = te.nbor(1)
    subject = _subject(opener, infinitive)
    if subject is None:
        return None
    particle = te.nbor(-1) if te.nbor(-1).dep_ == "compound:prt" and te.nbor(-1) != opener else None
    verb = verb_forms((particle.lower_ if particle is not None else "") + infinitive.lower_)
    if particle is not None and verb.particle != particle.lower_:
        return None
    plural = subject in {"wij", "we", "jullie"}
    form = finite(verb, Subject(subject, plural), past=False, inverted=False, have=style.have)
    edits.change(opener, f"voordat {subject}")
    edits.drop([te, *([particle] if particle is not None else [])])
    edits.change(infinitive, verb.joined(form))
    after = infinitive.nbor(1) if infinitive.i + 1 < te.sent.end else None
    if after is not None and is_finite(after):
        edits.change(infinitive, verb.joined(form) + ",")
    return edits.rewrite()


def _subject(opener: Token, infinitive: Token) -> str | None:
    """The pronoun that is the subject of the clause around it; *u* of an order to a reader called *u*."""
    head = infinitive.head
    while head.dep_ == "conj" or (
        head.dep_ == "xcomp" and not any(t.dep_ in SUBJECTS for t in head.children)
    ):
        if head.head == head:
            break
        head = head.head
    subjects = [t for t in head.children if t.dep_ in SUBJECTS]
    if subjects:
        name = subjects[0].lower_
        return _WHOLE.get(name, name) if name in _PRONOUNS else None
    words = {t.lower_ for t in opener.doc}
    order = head.tag_.startswith("WW|pv") and (head.is_sent_start or head.nbor(-1).is_punct)
    if not order or words & {"je", "jij", "jou", "jouw"}:
        return None
    return "u" if words & {"u", "uw"} else None


def _when(tokens: list[Token]) -> Rewrite | None:
    """*als* in the present, *toen* in the past."""
    verb = next((t for t in tokens[-1].doc[tokens[-1].i + 1 : tokens[-1].sent.end] if is_finite(t)), None)
    if verb is None:
        return None
    edits = Edits(tokens[0].doc)
    edits.change(tokens[0], "toen" if "|verl|" in verb.tag_ else "als")
    edits.drop(tokens[1:])
    return edits.rewrite()


def _as_main(tokens: list[Token], front: str) -> Rewrite | None:
    """The clause behind *dat* in the order of a main clause: *maar u moet …*, *misschien moet u …*."""
    frame = _clause_of(tokens[-1])
    if frame is None or frame.finite is None or not frame.subject or not frame.middle:
        return None
    if frame.middle[0] != frame.subject:
        return None
    verb, particle = _apart(frame)
    if not verb:
        return None
    rest = [text_of(p) for p in frame.middle[1:]]
    verbs = text_of(t for t in frame.verbs if t != frame.finite)
    after = [text_of(p) for p in frame.after]
    subject = text_of(frame.subject)
    opening = (front, verb, subject) if front == "misschien" else (front, subject, verb)
    text = joined(*opening, *rest, verbs, particle, *after)
    edits = Edits(tokens[0].doc)
    words = tokens[0].doc[tokens[0].i : frame.last.i + 1]
    edits.drop(words)
    edits.change(tokens[0], text)
    return edits.rewrite()


def _clause_of(opener: Token) -> Frame | None:
    for token in (opener.head, *opener.ancestors):
        frame = frame_of(token)
        if frame is not None and frame.kind == "subordinate" and opener in frame.opener:
            return frame
    return None


def _apart(frame: Frame) -> tuple[str, str]:
    """The finite verb of a subordinate clause as a main clause has it, and its particle."""
    token = frame.finite
    assert token is not None
    forms = verb_forms(token.lemma_.lower().replace("_", ""))
    text = token.lower_
    if forms.particle and text.startswith(forms.particle):
        return text.removeprefix(forms.particle), forms.particle
    return text, ""
