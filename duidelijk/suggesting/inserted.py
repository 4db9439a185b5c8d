"""A clause between commas → a sentence behind the rest: *De gids, die u …, ligt …* → *De gids ligt …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, is_noun
from duidelijk.language.outline import Outline, Words, bare
from duidelijk.suggesting.clause_order import asked
from duidelijk.suggesting.cutting import Cut, cut_of, may_cut
from duidelijk.suggesting.subclause import sub_of
from duidelijk.suggesting.wording import joined, text_of

if TYPE_CHECKING:
    from duidelijk.language.subordination import Clause

_DEFINITE = ("LID|bep", "VNW|bez", "VNW|aanw")
_LONGEST = 3


def cuts(outline: Outline) -> Iterator[Cut]:
    """A cut for each clause with *die* or *dat* behind a noun, with a comma at both ends."""
    for clause in outline.clauses:
        opener = clause.opener
        if opener.lower_ not in {"die", "dat"} or opener.dep_ == "mark" or not may_cut(outline, opener):
            continue
        end = _end(outline, clause)
        before = outline.between(outline.first.i, opener.i)
        noun = _noun(before) if end and opener.nbor(-1).text == "," else ()
        found = _cut(outline, clause, before, noun, end) if noun else None
        if found is not None:
            yield found


def _end(outline: Outline, clause: Clause) -> int:
    """Where the comma behind the clause stands, with the main clause going on behind it; 0 if nowhere."""
    assert clause.finite is not None
    commas = [t.i for t in outline.words if t.text == "," and t.i > clause.finite.i]
    if not commas or any(_is_open(c, clause, commas[0]) for c in outline.clauses):
        return 0
    behind = outline.main.doc[commas[0] + 1]
    goes_on = behind == outline.main or (
        outline.main.i < clause.opener.i and behind.tag_.startswith(("VZ", "BW", "WW", "N|", "LID"))
    )
    return commas[0] if goes_on and len(commas) == 1 else 0


def _is_open(inner: Clause, outer: Clause, comma: int) -> bool:
    """Whether a clause within the clause isn't closed before the comma."""
    return outer.opener.i < inner.opener.i < comma and (inner.finite is None or inner.finite.i > comma)


def _noun(before: Words) -> Words:
    """*de folder*, *uw nieuwe pas*: short, known, and not part of something longer."""
    found = _known(before)
    rest = before[: len(before) - len(found)]
    loose = not rest or not (rest[-1].tag_.startswith(("VZ", "VG")) or is_noun(rest[-1])) or len(rest) == 1
    return found if loose else ()


def _known(before: Words) -> Words:
    for size in range(2, _LONGEST + 1):
        stretch = before[-size:]
        if len(stretch) == size and stretch[0].tag_.startswith(_DEFINITE):
            plain = all(t.tag_.startswith(("ADJ|prenom", "N|")) for t in stretch[1:])
            return stretch if plain and is_noun(stretch[-1]) else ()
    return before[-1:] if before and before[-1].tag_.startswith("N|eigen") and len(before) == 1 else ()


def _cut(outline: Outline, clause: Clause, before: Words, noun: Words, end: int) -> Cut | None:
    sub = sub_of(outline, clause, end)
    if sub is None or sub.second is not None:
        return None
    mine = clause.opener.dep_ in SUBJECTS
    said = asked(sub, relative=mine)
    rest = outline.between(end + 1, outline.words[-1].i + 1)
    if not said or len(bare(rest)) < 2:
        return None
    return cut_of(outline, joined(text_of(before), text_of(rest)), joined(text_of(noun), said), doubt=0.1)
