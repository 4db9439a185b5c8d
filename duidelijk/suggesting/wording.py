"""Words of a sentence → new text: capitals, spaces, and which words it takes the place of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES = ("N|eigen", "SPEC")
_LOOSE = re.compile(r" ([,.;:?!)])")


@dataclass(frozen=True, slots=True)
class Style:
    """The writer's own choices; ``have``: *hebt* or *heeft*, behind *u*; ``reader``: *u* or *je*."""

    have: str = "hebt"
    reader: str = "u"


@dataclass(frozen=True, slots=True, eq=False)
class Rewrite:
    """New text for the words from ``first`` to ``last``; ``safe``: word for word, order and meaning kept.

    ``sentences``: how many sentences it makes of the one that it stands in.
    """

    first: Token
    last: Token
    text: str
    safe: bool = False
    sentences: int = 1


def text_of(words: Iterable[Token]) -> str:
    """The words as they stand inside a sentence: without the capital that a first word has for that."""
    tokens = sorted(words, key=lambda t: t.i)
    pieces: list[str] = []
    for at, token in enumerate(tokens):
        text = inner(token)
        gap = at + 1 < len(tokens) and tokens[at + 1].i == token.i + 1 and not token.whitespace_
        pieces.append(text if gap else text + " ")
    return "".join(pieces).strip()


def with_comma(part: tuple[Token, ...]) -> str:
    """A constituent with the comma that stands before it, if any."""
    first = part[0]
    comma = first.i > first.sent.start and first.nbor(-1).text == ","
    return (", " if comma else "") + text_of(part)


def inner(token: Token) -> str:
    """A word as it stands inside a sentence: *De* → *de*, but a name and *WOZ-waarde* as they are."""
    text = token.text
    if not text.istitle() or token.tag_.startswith(_NAMES):
        return text
    if not opens(token) and token.nbor(-1).text != ":":
        return text
    return token.lower_


def opens(token: Token) -> bool:
    """Whether only marks stand before it in the sentence."""
    return token.is_sent_start or all(t.is_punct or t.is_space for t in token.doc[token.sent.start : token.i])


def joined(*pieces: str) -> str:
    """The pieces that hold text, with one space between, and none before a comma or another mark."""
    return _LOOSE.sub(r"\1", " ".join(filter(None, (piece.strip() for piece in pieces))))


def opened(text: str) -> str:
    """With the capital that opens a sentence: *ijs* → *IJs*, *’s morgens* → *’s Morgens*."""
    for at, char in enumerate(text):
        if text[: at + 2] in {"'s", "’s", "'t", "’t"}:
            continue
        if char.isalpha() and not (at and text[at - 1] in "'’"):
            return text[:at] + (
                "IJ" + text[at + 2 :] if text[at:].startswith("ij") else char.upper() + text[at + 1 :]
            )
        if char.isdigit():
            return text
    return text


def spelled(first: Token, text: str) -> str:
    """The text with a capital where ``first``, whose place it takes, opens the sentence, or a colon's."""
    after_colon = first.text.istitle() and beside(first, -1) == ":"
    return opened(text) if opens(first) or after_colon else text


def beside(token: Token, step: int = 1) -> str:
    """The word behind a word in lower case, with -1 the one before it; empty where none stands there."""
    at = token.i + step
    return token.doc[at].lower_ if token.sent.start <= at < token.sent.end else ""
