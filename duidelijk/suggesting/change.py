"""Words of a sentence → what may stand in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Change:
    """The words from token ``first`` to ``last`` and what may replace them (nothing when unsure)."""

    first: int
    last: int
    texts: tuple[str, ...] = ()


def changed(doc: Doc, first: int, last: int, edits: Sequence[Mapping[int, str]]) -> Change:
    """One change for several alternatives: the widest span that any of them touches.

    ``edits``: for each alternative, what the tokens become; an empty text goes with its space.
    """
    touched = {i for each in edits for i in each} | {first, last}
    start, end = min(touched), max(touched)
    return Change(start, end, tuple(_text(doc, start, end, each) for each in edits))


def _text(doc: Doc, first: int, last: int, edits: Mapping[int, str]) -> str:
    pieces: list[str] = []
    for token in doc[first : last + 1]:
        text = edits.get(token.i, token.text)
        if text:
            pieces.append(text + token.whitespace_)
        elif pieces and not pieces[-1].endswith(" ") and token.whitespace_:
            pieces.append(token.whitespace_)
    return "".join(pieces).strip()
