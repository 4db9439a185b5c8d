"""A cut: the sentences that take the place of one, and whether it is worth the trouble."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.outline import Outline, Words
from duidelijk.suggesting.wording import opened, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHARE, _SHORT, _SHORT_SHARE = 0.75, 15, 0.85
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Cut:
    """Whole sentences with their marks; ``safe``: word for word, only marks and capitals differ.

    ``doubt``: how much less sure it is than the best. ``first_words``: the words of the first sentence, where
    it has just these, so that it may be cut again. ``share``: how much of the whole its longest sentence
    may be.
    """

    sentences: tuple[str, ...]
    safe: bool = False
    doubt: float = 0.0
    first_words: Words = ()
    share: float = _SHARE

    @property
    def text(self) -> str:
        """The sentences on one line."""
        return " ".join(self.sentences)


def cut_of(
    outline: Outline,
    first: str,
    second: str,
    *,
    sign: str = ".",
    safe: bool = False,
    doubt: float = 0.0,
    first_words: Words = (),
) -> Cut:
    """Two texts as sentences; the second has the mark of the whole."""
    if not first_words or _begins_high(first_words):
        first = opened(first)
    sign = "" if first.endswith(sign) else sign
    return Cut((first + sign, opened(second) + outline.mark), safe, doubt, first_words)


def _begins_high(words: Words) -> bool:
    """Whether the first letter or figure is as it stands at the start of a sentence."""
    letters = (char for token in words for char in token.text if char.isalnum())
    return not next(letters, "A").islower()


def is_worth(cut: Cut, outline: Outline) -> bool:
    """Whether both are clauses of some length, and the longest really shorter than the whole."""
    sizes = [len(s.split()) for s in cut.sentences]
    whole = len([t for t in outline.words if not t.is_punct])
    longest = max(sizes)
    share = _SHORT_SHARE if longest <= _SHORT else cut.share
    return min(sizes) >= _LEAST and longest <= share * whole + 1


def longest(cut: Cut) -> float:
    """What the best cut has least of: the words of its longest sentence, and doubt."""
    return max(len(s.split()) for s in cut.sentences) * (1 + cut.doubt)


def may_cut(outline: Outline, at: Token) -> bool:
    """Not between brackets or quotation marks, nor within a pair of dashes."""
    return at.i not in outline.aside


def told(words: Words) -> str:
    """The words as they open a sentence of their own."""
    return opened(text_of(words))
