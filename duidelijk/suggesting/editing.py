"""Words of a sentence that change, go or come → one stretch of new text; all other words stay as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from duidelijk.suggesting.wording import Rewrite, opened

if TYPE_CHECKING:
    from spacy.tokens import Span

    from duidelijk.language.analysis import Sentence

Changes = Mapping[int, str]
"""The new text of a word by its index in the Doc, empty where the word goes."""
_SPACES = re.compile(r"\s+")
_LOOSE = re.compile(r" ([,.;:?!)])")


def edited(sentence: Sentence, changes: Changes, *, sentences: int = 1) -> Rewrite | None:
    """The stretch from the first changed word to the last one; None where nothing changes or is left."""
    doc = sentence.span.doc
    if not changes or all(doc[i].text == text for i, text in changes.items()):
        return None
    start, end = min(changes), max(changes)
    while not (text := text_with(doc[start : end + 1], changes)) and end + 1 < sentence.span.end:
        end += 1
    if not text:
        return None
    opens = all(t.is_punct or t.is_space for t in doc[sentence.span.start : start])
    opens = opens and doc[start].text[0].isupper()
    return Rewrite(doc[start], doc[end], opened(text) if opens else text, sentences=sentences)


def text_with(span: Span, changes: Changes) -> str:
    """The text of these words with the changes."""
    pieces: list[str] = []
    for token in span:
        text = changes.get(token.i, token.text)
        pieces.append(text + token.whitespace_ if text else "")
    return _LOOSE.sub(r"\1", _SPACES.sub(" ", "".join(pieces))).strip()
