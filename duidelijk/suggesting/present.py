"""*zullen … sturen* → *sturen*: the same sentence in the present tense."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.clauses import SUBJECTS, clause_of, is_finite, is_main
from duidelijk.language.inflection import VerbForms, verb_forms
from duidelijk.suggesting.clause_words import after
from duidelijk.suggesting.editing import edited
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_OBJECTS = frozenset({"obj", "iobj", "xcomp", "ccomp", "obl:arg"})


def rewrites(seen: tuple[Sentence, Token], style: Style) -> Iterator[Rewrite]:
    """The sentence without *zullen*, at most one."""
    sentence, will = seen
    verbs = _infinitives(will)
    late = will.head.dep_ == "conj" and not is_main(will.head)
    if not verbs or (late and not _is_late(will, verbs[0])):
        return
    subject = _subject(will, style)
    changes = (
        _subordinate(will, verbs, subject, style)
        if _is_late(will, verbs[0])
        else _main(will, verbs, subject, style)
    )
    rewrite = edited(sentence, changes) if changes is not None else None
    if rewrite is not None:
        yield rewrite


def _subject(will: Token, style: Style) -> Subject:
    """What *zal* agrees with: only the pronouns need their own form."""
    found = next((t for t in will.head.children if t.dep_ in SUBJECTS), None)
    if found is not None and found.lower_ in {"ik", "u", "je", "jij"}:
        return Subject(found.lower_, False)
    if will.lower_ == "zult":
        return Subject("u", False)
    return Subject("", will.lower_ == "zullen")


def _is_late(will: Token, verb: Token) -> bool:
    """*… zullen opknappen* at the end of a subordinate clause: nothing stands between the verbs."""
    previous = will.nbor(-1) if will.i > will.sent.start else None
    if verb.i < will.i:
        return True
    if previous is None or any(not t.tag_.startswith("WW") for t in will.doc[will.i + 1 : verb.i]):
        return False
    return any(
        t.dep_ == "mark" or t.tag_.startswith(("VG|onder", "VNW|betr")) or t.lower_.startswith("waar")
        for t in will.head.subtree
        if t.i < will.i and clause_of(t) == clause_of(will) and t.lower_ not in {"te", "om"}
    )


def _infinitives(will: Token) -> list[Token]:
    """The infinitive that *zullen* governs and those joined to it; none where that isn't certain."""
    head = will.head
    group = sorted(
        {head, *(t for t in head.children if t.dep_ in {"aux", "aux:pass", "cop", "xcomp"})},
        key=lambda t: t.i,
    )
    bare = [t for t in group if t != will and _looks_bare(t) and not any(c.lower_ == "te" for c in t.lefts)]
    near = [t for t in bare if abs(t.i - will.i) < 30 and not _crosses(will, t)]
    if not near:
        return []
    first = near[0]
    if any(not t.tag_.startswith("WW") for t in head.conjuncts if head.tag_.startswith("WW")):
        return []
    joined = [t for t in head.conjuncts if t.i > head.i and not _has_own_verb(t)]
    return [] if _has_loose(head, [first, *joined]) else [first, *joined]


def _looks_bare(verb: Token) -> bool:
    """An infinitive by its tag or, where the tag may be wrong, by its form; no participle beside *worden*."""
    if any(t.dep_ == "aux:pass" for t in verb.children):
        return False
    return verb.tag_.startswith("WW|inf") or (
        verb.tag_.startswith("WW") and verb.lower_ == verb.lemma_.lower()
    )


def _has_loose(head: Token, known: list[Token]) -> bool:
    """Whether another bare infinitive stands behind *en*: *u bellen en met u praten*."""
    joined = False
    for token in head.doc[head.i + 1 : head.sent.end]:
        if token.text in {",", ";", ":"} or (is_finite(token) and token.lower_ != token.lemma_.lower()):
            return False
        joined = joined or token.tag_.startswith("VG|neven")
        alone = token not in known and token.head not in known and token.nbor(-1).lower_ != "te"
        if joined and alone and token.tag_.startswith("WW") and token.lower_ == token.lemma_.lower():
            return True
    return False


def _crosses(will: Token, verb: Token) -> bool:
    """Whether another finite verb stands between them."""
    first, last = sorted((will.i, verb.i))
    return any(
        is_finite(t) and t != will and t.lower_ != t.lemma_.lower() for t in will.doc[first + 1 : last]
    )


def _has_own_verb(verb: Token) -> bool:
    """Whether it is a clause of its own: it has a subject, or a finite helper."""
    helped = any(t.dep_ in {"aux", "aux:pass", "cop"} and is_finite(t) for t in verb.children)
    subjects = [t for t in verb.children if t.dep_ in SUBJECTS and t.lower_ not in {"u", "je", "hen"}]
    return helped or bool(subjects) or (is_finite(verb) and verb.lower_ != verb.lemma_.lower())


def _forms(verb: Token) -> VerbForms | None:
    """The forms of an infinitive, with the particle that belongs to it."""
    forms = verb_forms(verb.lower_)
    if forms.infinitive != verb.lower_:
        return None
    return forms


def _main(will: Token, verbs: list[Token], subject: Subject, style: Style) -> dict[int, str] | None:
    """The finite verb in the place of *zullen*; behind *en* it goes before its objects."""
    first, *others = verbs
    forms = _forms(first)
    if forms is None or len(others) > 1:
        return None
    following = after(will)
    inverted = following is not None and following.dep_ in SUBJECTS and following.lower_ == subject.text
    verb = finite(forms, subject, past=False, inverted=inverted, have=style.have)
    changes = {will.i: verb, first.i: forms.particle}
    for other in others:
        joined = _joined(first, other, subject, style)
        if joined is None:
            return None
        changes |= joined
    return changes


def _joined(first: Token, other: Token, subject: Subject, style: Style) -> dict[int, str] | None:
    """*en u binnen twee weken informeren* → *en informeren u binnen twee weken*."""
    forms = _forms(other)
    joint = next((t for t in other.children if t.dep_ == "cc" and t.i > first.i), None)
    if forms is None or joint is None or joint.lower_ not in {"en", "of", "maar"}:
        return None
    if any(t.tag_.startswith("WW") for t in other.doc[joint.i + 1 : other.i]) or _shares_object(first, other):
        return None
    verb = finite(forms, subject, past=False, inverted=False, have=style.have)
    if joint.i + 1 == other.i:
        return {other.i: f"{verb} {forms.particle}".strip()}
    late = other.doc[joint.i + 2 : other.i]
    if other.doc[joint.i + 1].tag_.startswith("BW") and any(t.tag_.startswith("VNW|p") for t in late):
        return None
    return {joint.i: f"{joint.text} {verb}", other.i: forms.particle}


def _shares_object(first: Token, other: Token) -> bool:
    """*de stoep openbreken en later herstellen*: the object stands only with the first."""
    own = any(t.dep_ in _OBJECTS | SUBJECTS for t in other.children)
    return not own and any(t.dep_ == "obj" for verb in (first, first.head) for t in verb.children)


def _subordinate(will: Token, verbs: list[Token], subject: Subject, style: Style) -> dict[int, str] | None:
    """*zullen uitleggen* → *uitleggen*, *zal worden gebeld* → *wordt gebeld*."""
    changes = {will.i: ""}
    for verb in verbs:
        forms = _forms(verb)
        if forms is None or (verb != verbs[0] and not subject.plural):
            return None
        changes[verb.i] = forms.joined(finite(forms, subject, past=False, inverted=False, have=style.have))
    return changes
