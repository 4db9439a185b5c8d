"""A reason in front → a sentence before it: *Omdat u …, krijgt u …* → *U … . Daarom krijgt u …*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from duidelijk.language.outline import Outline
from duidelijk.suggesting.clause_order import stated
from duidelijk.suggesting.cutting import Cut, cut_of, may_cut
from duidelijk.suggesting.fronts import is_order
from duidelijk.suggesting.subclause import sub_of
from duidelijk.suggesting.wording import joined, text_of

_LINKS: Mapping[str, str] = {
    "omdat": "daarom", "aangezien": "daarom", "doordat": "daardoor", "hoewel": "toch", "ofschoon": "toch",
}  # fmt: skip
_SAID = frozenset({"daarom", "daardoor", "toch", "dus"})


def cuts(outline: Outline) -> Iterator[Cut]:
    """The clause in front as a statement, and the rest behind *Daarom*, *Daardoor* or *Toch*."""
    clause = outline.opened_by(outline.first)
    main = outline.main
    if (
        clause is None
        or clause.finite is None
        or clause.opener.lower_ not in _LINKS
        or not may_cut(outline, main)
    ):
        return
    sub = sub_of(outline, clause, main.i)
    answer = outline.between(main.i, outline.words[-1].i + 1)
    if sub is None or is_order(outline) or not {t.lower_ for t in answer}.isdisjoint(_SAID):
        return
    text = stated(sub)
    if text:
        yield cut_of(outline, text, joined(_LINKS[clause.opener.lower_], text_of(answer)))
