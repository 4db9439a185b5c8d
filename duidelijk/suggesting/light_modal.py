"""*hebt de verplichting om te betalen* → *moet betalen*, *heeft het voornemen om …* → *wil …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.frames import Frame, frame_of
from duidelijk.suggesting.wording import Rewrite, Style, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def rewrites(verb: Token, noun: Token | None, modal: str, style: Style) -> Iterator[Rewrite]:
    """The main clause with a modal and the verb of the clause behind the noun."""
    outer = frame_of(verb)
    deed = _deed(verb, noun) if noun is not None else None
    if noun is None or outer is None or deed is None or outer.finite != verb or outer.kind != "main":
        return
    if not outer.subject or verb.sent.text.strip().endswith("?"):
        return
    subject = Subject(text_of(outer.subject), "|mv" in verb.tag_)
    inverted = verb.i + 1 == outer.subject[0].i
    form = finite(modal, subject, past="|verl|" in verb.tag_, inverted=inverted, have=style.have)
    kept = [text_of(p) for p in outer.middle if noun not in p and p[0].i < noun.i]
    verbs = "".join(t.text for t in deed.verbs if t.lower_ != "te")
    middle, after = [text_of(p) for p in deed.middle], [text_of(p) for p in deed.after]
    yield Rewrite(verb, deed.last, joined(form, *kept, *middle, verbs, *after))


def _deed(verb: Token, noun: Token) -> Frame | None:
    """The clause with *om* right behind the plain noun, with one verb."""
    below = (*noun.rights, *verb.rights)
    clause = next((t for t in below if t.tag_.startswith("WW|inf") and t.i > noun.i), None)
    found = frame_of(clause) if clause is not None else None
    if found is None or not found.opener or found.opener[0].lower_ != "om" or found.first.i != noun.i + 1:
        return None
    plain = all(t.lower_ in {"de", "het", "een"} for t in noun.lefts)
    one = sum(t.tag_.startswith("WW") for t in found.verbs) == 1
    joins = any(t.tag_.startswith("VG") for t in found.verbs)
    return found if plain and one and not joins else None
