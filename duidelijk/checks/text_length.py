"""Letters, mails and pages that are too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.letter_body import body, sentences_of
from duidelijk.model import Hit

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis


def text_length(analysis: Analysis, *, letter: int, mail: int, page: int, decision: int) -> Iterator[Hit]:
    """The first sentence of a text with more words than its genre allows. Value: the number of words.

    Counted are the words of running text from salutation to closing: address, table and annex don't count.
    """
    genre = analysis.document.genre
    most = {"brief": letter, "mail": mail, "web": page, "besluit": decision}.get(genre)
    sentences = sentences_of(body(analysis))
    words = sum(len(sentence.units) for sentence in sentences)
    if most is not None and words > most:
        first = sentences[0]
        yield Hit(first.start, first.end, {"kind": genre, "words": words, "most": most}, value=words)
