"""Changes to the words of a sentence → one rewrite from the first to the last of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from duidelijk.suggesting.wording import Rewrite, inner, joined, spelled

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, eq=False)
class Rewording:
    """New text by place of the word; what isn't named stays as it is."""

    doc: Doc
    texts: dict[int, str] = field(default_factory=dict)

    def put(self, token: Token, text: str) -> None:
        """Text in the place of a word; nothing takes it away."""
        self.texts[token.i] = text

    def insert(self, token: Token, text: str) -> None:
        """Text right before a word."""
        self.put(token, joined(text, self.texts.get(token.i, inner(token))))

    def append(self, token: Token, text: str) -> None:
        """Text right behind a word."""
        self.put(token, joined(self.texts.get(token.i, inner(token)), text))

    def rewrite(self) -> Iterator[Rewrite]:
        """The words from the first to the last changed one, if there is text left."""
        if not self.texts:
            return
        doc = self.doc
        first, last = min(self.texts), max(self.texts)
        pieces: list[str] = []
        for i in range(first, last + 1):
            text = self.texts.get(i, inner(doc[i]))
            glued = i > first and not doc[i - 1].whitespace_ and i not in self.texts
            pieces.append(text if glued or not text else " " + text)
        new = joined("".join(pieces))
        if new:
            yield Rewrite(doc[first], doc[last], spelled(doc[first], new))
