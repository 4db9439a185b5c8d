"""*De folder is te downloaden* → *U kunt de folder downloaden*, where it is certain that the reader can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, as_object, finite
from duidelijk.language.clauses import SUBJECTS, is_finite
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.editing import edited
from duidelijk.suggesting.wording import Rewrite, Style, inner

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_PRESENT = frozenset({"is", "zijn", "valt", "vallen", "ben"})
_QUESTIONS = ("VNW|vb",)


def rewrites(seen: tuple[Sentence, Token, Token, Token, Token | None], style: Style) -> Iterator[Rewrite]:
    """The clause with the reader as its subject, at most one."""
    sentence, helper, te, infinitive, particle = seen
    verb = (particle.lower_ if particle is not None else "") + infinitive.lower_
    if verb not in lexicon("grammatica/te-kunnen").rows or helper.lower_ not in _PRESENT:
        return
    subject = _subject(helper, infinitive)
    if subject is None or sentence.span.text.rstrip().endswith("?") or _is_other(infinitive, subject, verb):
        return
    changes = _changes(helper, infinitive, subject, verb, style)
    if changes is None:
        return
    gone = {te.i: "", **({particle.i: ""} if particle is not None else {})}
    rewrite = edited(sentence, {**gone, **changes})
    if rewrite is not None:
        yield rewrite


def _subject(helper: Token, infinitive: Token) -> tuple[Token, ...] | None:
    """The words of what is to be done, where they are one stretch without a clause."""
    heads = (infinitive, helper)
    found = next((t for head in heads for t in head.children if t.dep_ in SUBJECTS), None)
    if found is None:
        found = next((t for t in infinitive.children if t.dep_ == "obj" and t.i == helper.i + 2), None)
    if found is None or found.lower_ in {"u", "je", "jij", "er", "men"}:
        return None
    words = tuple(sorted((t for t in found.subtree if not t.is_punct), key=lambda t: t.i))
    whole = words[-1].i - words[0].i + 1 == len(words)
    return words if whole and not any(t.i in {helper.i, infinitive.i} for t in words) else None


def _is_shared(infinitive: Token) -> bool:
    """Whether another clause has the same subject: *is te bereiken en fluit om tien uur*."""
    joined = [t for t in infinitive.children if t.dep_ == "conj"]
    return any(not any(c.dep_ in SUBJECTS for c in t.children) for t in joined)


def _is_other(infinitive: Token, subject: tuple[Token, ...], verb: str) -> bool:
    """Whether someone else can do it, or more is said of the subject, or the reader would see himself."""
    except_for = lexicon("grammatica/te-kunnen").rows[verb]["behalve"].split()
    sees = verb == "zien" and any(t.lower_ in {"uw", "je"} for t in subject)
    return (
        sees
        or any(t.lower_ in except_for for t in subject)
        or _is_shared(infinitive)
        or any(map(_names_doer, infinitive.subtree))
    )


def _names_doer(token: Token) -> bool:
    """*door u*, *voor bewoners*."""
    for_whom = token.lower_ in {"voor", "door"} and token.dep_ == "case"
    return token.dep_ == "obl:agent" or (for_whom and token.head.tag_.startswith("N|soort|mv"))


def _changes(
    helper: Token, infinitive: Token, subject: tuple[Token, ...], verb: str, style: Style
) -> dict[int, str] | None:
    reader = Subject(style.reader, False)
    relative = subject[0].tag_.startswith("VNW|betr")
    if relative or helper.i > infinitive.i or _opened(subject[0]):
        return _subordinate(helper, infinitive, subject, verb, reader, style)
    inverted = helper.i < subject[0].i
    finds = verb == "vinden" and not any(t.lower_ in {"niet", "nergens"} for t in infinitive.children)
    can = finite("vinden" if finds else "kunnen", reader, past=False, inverted=inverted, have=style.have)
    verb = "" if finds else verb
    if inverted:
        if helper.i + 1 != subject[0].i or helper.i == helper.sent.start:
            return None
        return {helper.i: f"{can} {reader.text}", infinitive.i: verb, **_as_objects(subject)}
    if subject[-1].i + 1 != helper.i or not _opens(subject[0]):
        return None
    first = f"{reader.text} {can} {_object(subject)}"
    return {subject[0].i: first, helper.i: "", infinitive.i: verb}


def _opened(first: Token) -> bool:
    """*dat de folder te downloaden is*: the subject stands right behind a subordinator."""
    previous = first.nbor(-1) if first.i > first.sent.start else None
    return previous is not None and previous.tag_.startswith("VG|onder")


def _opens(first: Token) -> bool:
    previous = first.nbor(-1) if first.i > first.sent.start else None
    return previous is None or previous.is_punct or previous.tag_.startswith("VG|neven")


def _object(subject: tuple[Token, ...]) -> str:
    """The first word of the subject as an object: *wij* → *ons*, *De* → *de*."""
    return (as_object(subject[0]) or "") if len(subject) == 1 else inner(subject[0])


def _as_objects(subject: tuple[Token, ...]) -> dict[int, str]:
    return {subject[0].i: _object(subject)} if len(subject) == 1 else {}


def _subordinate(
    helper: Token, infinitive: Token, subject: tuple[Token, ...], verb: str, reader: Subject, style: Style
) -> dict[int, str] | None:
    """*die u met het blote oog kunt zien*."""
    can = finite("kunnen", reader, past=False, inverted=False, have=style.have)
    asked = subject[0].i > helper.sent.start and subject[0].nbor(-1).lower_ == "of"
    if asked or abs(helper.i - infinitive.i) > 3 or (not is_finite(helper) and helper.lower_ != "zijn"):
        return None
    first = subject[0]
    text = (
        f"{first.text} {reader.text}"
        if first.tag_.startswith("VNW|betr")
        else f"{reader.text} {_object(subject)}"
    )
    return {first.i: text, helper.i: "", infinitive.i: f"{can} {verb}"}
