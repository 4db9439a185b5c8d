"""Where a listed term isn't the writer's own word: in a quotation, a proper name or a foreign passage."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from spacy.strings import get_string_id

from duidelijk.language.tabular import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from duidelijk.language.analysis import Sentence

_QUOTATION = re.compile(
    r"“[^“”]{1,400}”|„[^„”“]{1,400}[”“]|«[^«»]{1,400}»|"
    r"(?<!\w)\"(?=\S)[^\"]{1,400}(?<=\S)\"(?!\w)|"
    r"(?<!\w)[‘'](?=\S)(?!(?:s|t|n|k|r|m)\b)(?:[^‘'’]|(?<=\w)['’](?=\w)){1,400}(?<=\S)['’](?!\w)"
)
_MARKS = re.compile("[\"'“‘„«]")
_OPENS = frozenset("\"'“‘„«(-–•*:")
_NEIGHBOURS = 4


@lru_cache(maxsize=4)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of a text that stand between quotation marks."""
    if not _MARKS.search(text):
        return ()
    return tuple(m.span() for m in _QUOTATION.finditer(text))


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands between quotation marks."""
    return any(s <= start and end <= e for s, e in quotations(text))


def is_cited(sentence: Sentence, first: Token, last: Token | None = None) -> bool:
    """Whether these words of a sentence stand between quotation marks."""
    end = first if last is None else last
    return is_quoted(sentence.clean.text, first.idx, end.idx + len(end))


def is_name(doc: Doc, at: int) -> bool:
    """Whether the word at ``at`` has a capital that the start of a sentence doesn't explain."""
    token = doc[at]
    if not token.text[:1].isupper() or token.is_sent_start or at == 0:
        return False
    if doc[at - 1].text[-1:] in _OPENS or doc[at - 1].text in {".", "!", "?", "…"} or doc[at - 1].is_space:
        return False
    return not _all_capitals(doc, at) and not _comes_after_marks(doc, at)


def _comes_after_marks(doc: Doc, at: int) -> bool:
    """Whether nothing but marks stands before it in its sentence: a dash, an arrow, a picture."""
    before = next((n for n in range(at - 1, -1, -1) if any(map(str.isalnum, doc[n].text))), -1)
    return before < doc[at].sent.start


def _all_capitals(doc: Doc, at: int) -> bool:
    return doc[at].is_upper and (doc[at - 1].is_upper or (at + 1 < len(doc) and doc[at + 1].is_upper))


@cache
def _english() -> frozenset[int]:
    """Hashes of the English little words that aren't Dutch words too."""
    rows = lexicon("grammatica/functiewoorden").rows
    languages = {word: row["talen"].split() for word, row in rows.items()}
    little = (word for word, of in languages.items() if "en" in of and "nl" not in of and len(word) > 1)
    return frozenset(map(get_string_id, little))


def is_foreign(doc: Doc, at: int) -> bool:
    """Whether the words around ``at`` are English: two of its little words close by."""
    english = _english()
    near = doc[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
    return sum(token.lower in english for token in near) >= 2


def is_own(sentence: Sentence, token: Token) -> bool:
    """Whether a word is the writer's own: not quoted, not a name, not foreign."""
    return not is_silent(sentence.clean.text, token.doc, token.i, token.i)


def is_silent(text: str, doc: Doc, first: int, last: int, *, named: bool = False) -> bool:
    """Whether the words ``first``–``last`` are quoted, part of a name, or foreign; ``text`` is the Doc's.

    ``named``: they are a name by themselves, so that a capital says nothing.
    """
    end = doc[last].idx + len(doc[last])
    return (
        (not named and is_name(doc, first)) or is_quoted(text, doc[first].idx, end) or is_foreign(doc, first)
    )
