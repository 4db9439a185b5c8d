"""What stands around a place in a text: the words before it, brackets, the tokens under it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from duidelijk.language.analysis import Passage, Sentence

_FAR = 60
_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")
_LABEL = re.compile(r"[^\W\d_][^.!?:;,]{0,40}:\s*")


def words_before(text: str, at: int, count: int = 1) -> list[str]:
    """The last words (no figures) before a place, in lower case, the nearest one last."""
    return [word.lower() for word in _WORD.findall(text[max(0, at - _FAR) : at])[-count:]]


def is_numbered(text: str, at: int, labels: Collection[str]) -> bool:
    """Whether one of the two words before a place announces another kind of number (*zaaknummer*)."""
    return any(word in labels for word in words_before(text, at, 2))


def in_brackets(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands between brackets."""
    opened = text.rfind("(", 0, start + 1)
    return opened > text.rfind(")", 0, start) and ")" in text[max(start, end - 1) :]


def is_line(text: str, start: int, end: int) -> bool:
    """Whether the text is only this and a label before it (*Datum: 3-4-2025*)."""
    after = text[end:].strip(" .")
    return not after and (start == 0 or _LABEL.fullmatch(text, 0, start) is not None)


def token_from(doc: Doc, start: int) -> int:
    """The index of the first token that begins at or after a character, or the length of the Doc."""
    return bisect_left(doc, start, key=lambda token: token.idx)


def tokens_of(doc: Doc, start: int, end: int) -> tuple[Token, Token]:
    """The first and last token of a stretch of the text of a Doc."""
    first, behind = token_from(doc, start), token_from(doc, end)
    if first == len(doc) or doc[first].idx > start:
        first -= 1
    return doc[max(first, 0)], doc[max(first, behind - 1, 0)]


def sentence_of(passage: Passage, start: int) -> Sentence | None:
    """The sentence in which a character of the passage stands."""
    return passage.sentence_at(tokens_of(passage.doc, start, start + 1)[0].i)
