"""An empty opening with *dat* → what comes behind it as a main clause: *Uw kind heeft een plek*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.outline import outline_of
from duidelijk.suggesting.clause_order import stated
from duidelijk.suggesting.subclause import sub_of
from duidelijk.suggesting.wording import Rewrite, Style, opened

if TYPE_CHECKING:
    from duidelijk.language.analysis import Sentence

_NAMING = frozenset({"het", "dit", "deze"})


def rewrites(seen: tuple[Sentence, int], style: Style) -> Iterator[Rewrite]:
    """The sentence without the words up to the place where they end, which is that of *dat*."""
    sentence, end = seen
    doc, span = sentence.span.doc, sentence.span
    that = next((t for t in span if t.idx + len(t) == end and t.lower_ == "dat"), None)
    outline = outline_of(sentence) if that is not None else None
    clause = next((c for c in outline.clauses if c.opener == that), None) if outline is not None else None
    if outline is None or clause is None or that is None or that.i + 1 >= span.end:
        return
    last = outline.words[-1]
    sub = sub_of(outline, clause, last.i + 1)
    text = stated(sub) if sub is not None else None
    if text and text.split()[0].lower() not in _NAMING:
        yield Rewrite(doc[span.start], last, opened(text))
