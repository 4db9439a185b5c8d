"""Words taken away, changed and put between in a sentence → one new text for the words that it covers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from duidelijk.suggesting.wording import Rewrite, inner, opened, opens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SPACES = re.compile(r" {2,}")
_LOOSE = re.compile(r" +([,.;:?!)])")
_LOOSE_ENDS = "aan|achter|bij|door|in|mee|onder|op|over|tegen|toe|uit|van|voor"
_APART = re.compile(rf"\b([Ee]r) ({_LOOSE_ENDS})(?=$|[.,;:?!]| (?:dat|of|om|hoe|wat|wie|welke|waarom)\b)")
_CLAUSE = frozenset({"dat", "of", "om", ".", ",", "?", "!"})
_DOUBLE_COMMA = re.compile(r",(\s*,)+")


@dataclass(slots=True, eq=False)
class Edits:
    """Changes in a Doc that are still being gathered; ``changed`` maps a token to its new text, or to none.

    ``before`` and ``behind`` hold new words beside a token, in the order in which they were added.
    """

    doc: Doc
    changed: dict[int, str] = field(default_factory=dict)
    before: dict[int, list[str]] = field(default_factory=dict)
    behind: dict[int, list[str]] = field(default_factory=dict)

    def change(self, token: Token, text: str) -> None:
        """Puts other words in the place of a token."""
        self.changed[token.i] = text

    def drop(self, tokens: Iterable[Token]) -> None:
        """Takes words away."""
        self.changed.update({token.i: "" for token in tokens})

    def put_before(self, token: Token, text: str) -> None:
        """New words before a token; nothing for an empty text."""
        if text:
            self.before.setdefault(token.i, []).append(text)

    def put_behind(self, token: Token, text: str) -> None:
        """New words behind a token; nothing for an empty text."""
        if text:
            self.behind.setdefault(token.i, []).append(text)

    def rewrite(self) -> Rewrite | None:
        """All of it as one; it is safe where one word changes in its place."""
        places = sorted({*self.changed, *self.before, *self.behind})
        if not places:
            return None
        first, last = self.doc[places[0]], self._last(places[-1])
        text = _tidy("".join(self._piece(token) for token in self.doc[first.i : last.i + 1]))
        single = len(self.changed) == 1 and not self.before and not self.behind
        start = opens(first)
        return Rewrite(first, last, opened(text) if start else text, safe=single and bool(text))

    def _last(self, at: int) -> Token:
        """The last word that is covered; one more where *er* comes to stand before its own preposition."""
        doc, end = self.doc, self.doc[at].sent.end
        alone = (
            at and not self.changed.get(at, "-") and not self.behind.get(at) and doc[at - 1].lower_ == "er"
        )
        own = at + 2 < end and doc[at + 1].lower_ in _LOOSE_ENDS.split("|") and doc[at + 2].lower_ in _CLAUSE
        return doc[at + 1] if alone and own else doc[at]

    def _piece(self, token: Token) -> str:
        moved = bool(self.before.get(token.i)) or opens(token)
        text = self.changed.get(token.i, inner(token) if moved else token.text)
        words = [*self.before.get(token.i, ()), text, *self.behind.get(token.i, ())]
        return " ".join(filter(None, words)) + (token.whitespace_ or ("" if text else " "))


def _tidy(text: str) -> str:
    """Without the double spaces and commas that stay behind; *er mee* in one word."""
    single = _DOUBLE_COMMA.sub(",", _LOOSE.sub(r"\1", _SPACES.sub(" ", text))).strip()
    return _APART.sub(r"\1\2", single)
