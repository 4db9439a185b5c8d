"""A pile of helper verbs → one fewer: *zal moeten worden betaald* → *moet worden betaald*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite, is_plural
from duidelijk.language.clauses import SUBJECTS, is_finite
from duidelijk.suggesting.rewording import Rewording
from duidelijk.suggesting.wording import Rewrite, Style, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

Seen = tuple["Sentence", tuple["Token", ...]]
_SHALL = frozenset({"zal", "zult", "zullen"})
_MODALS = frozenset({"moeten", "kunnen", "mogen"})
_MAYBE = frozenset({"eventueel", "misschien", "mogelijk", "wellicht", "mogelijkerwijs"})


def rewrites(seen: Seen, style: Style) -> Iterator[Rewrite]:
    """The sentence with one verb fewer in the group, at most one."""
    sentence, group = seen
    head = next((t for t in group if is_finite(t)), None)
    modals = [t for t in group if t.lower_ in _MODALS and t != head]
    subject = _subject(group)
    if head is None or subject is None:
        return
    edits = Rewording(head.doc)
    wishing = [t for t in group if t.lower_ == "willen" and t != head]
    maybe = [
        t for t in sentence.span if t.lower_ in _MAYBE and t.head in group and head.i < t.i < group[-1].i
    ]
    if head.lower_ in _SHALL and len(modals) == 1:
        _let(edits, head, modals[0], subject, style)
    elif head.lower_ in {"zou", "zouden"} and [t.lower_ for t in modals] == ["kunnen"] and len(maybe) == 1:
        _let(edits, head, modals[0], subject, style)
        edits.put(maybe[0], "misschien")
    elif head.lower_ == "zou" and len(wishing) == 1 and _asks(sentence, head):
        edits.put(head, finite("willen", subject, past=False, inverted=True, have=style.have))
        edits.put(wishing[0], "")
    yield from edits.rewrite()


def _let(edits: Rewording, head: Token, modal: Token, subject: Subject, style: Style) -> None:
    """The modal in the place of *zal* or *zou*."""
    inverted = head.i + 1 < len(head.doc) and head.nbor().lower_ in {"je", "jij"}
    edits.put(head, finite(modal.lower_, subject, past=False, inverted=inverted, have=style.have))
    edits.put(modal, "")


def _asks(sentence: Sentence, head: Token) -> bool:
    opens = head.i == sentence.span.start and head.nbor().lower_ in {"u", "je"}
    return opens and sentence.span.text.strip().endswith("?")


def _subject(group: tuple[Token, ...]) -> Subject | None:
    found = [t for verb in group for t in verb.children if t.dep_ in SUBJECTS]
    if len(found) != 1:
        return None
    words = tuple(sorted(found[0].subtree, key=lambda t: t.i))
    several = is_plural(words) or any(t.lower_ in {"zullen", "zouden"} for t in group)
    return Subject(text_of(words) if len(words) == 1 else "", several)
