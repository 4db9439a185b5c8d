"""*hebt de verplichting om te betalen* → *moet betalen*; *heeft het voornemen om te bouwen* → *wil bouwen*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite, is_plural
from duidelijk.language.frames import frame_of
from duidelijk.suggesting.wording import Rewrite, Style, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def rewrites(verb: Token, noun: Token | None, modal: str, style: Style) -> Iterator[Rewrite]:
    """The main clause with a modal and the verb of the clause behind the noun."""
    outer = frame_of(verb)
    if noun is None or outer is None or outer.finite != verb or outer.kind != "main" or not outer.subject:
        return
    clause = next(
        (t for t in (*noun.rights, *verb.rights) if t.tag_.startswith("WW|inf") and t.i > noun.i), None
    )
    inner = frame_of(clause) if clause is not None else None
    if inner is None or inner.kind != "infinitive" or not inner.opener or inner.opener[0].lower_ != "om":
        return
    before = [t for t in noun.lefts if t.lower_ not in {"de", "het", "een"}]
    between = verb.doc[noun.i + 1 : inner.first.i]
    if (
        before
        or len(between)
        or verb.sent.text.strip().endswith("?")
        or any(t.tag_.startswith("VG") for t in inner.verbs)
    ):
        return
    subject = Subject(text_of(outer.subject), is_plural(outer.subject))
    inverted = verb.i + 1 == outer.subject[0].i
    form = finite(modal, subject, past="|verl|" in verb.tag_, inverted=inverted, have=style.have)
    kept = [text_of(p) for p in outer.middle if noun not in p and p[0].i < noun.i]
    verbs = "".join(t.text for t in inner.verbs if t.lower_ != "te")
    deed = [text_of(p) for p in inner.middle]
    after = [text_of(p) for p in inner.after]
    if len([t for t in inner.verbs if t.tag_.startswith("WW")]) == 1:
        yield Rewrite(verb, inner.last, joined(form, *kept, *deed, verbs, *after))
