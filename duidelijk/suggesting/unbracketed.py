"""Brackets at the end of a sentence → a sentence, a list behind a colon, or words behind a comma."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import finite_verb, is_finite, is_noun
from duidelijk.suggesting.wording import Rewrite, Style, opened

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

Seen = tuple["Sentence", tuple["Token", ...]]
_BEHIND_COMMA = frozenset({"bijvoorbeeld", "zoals", "behalve", "vooral", "inclusief"})
_WHOLE = frozenset({"dat", "dit"})
_FARTHEST = 6


def rewrites(seen: Seen, style: Style) -> Iterator[Rewrite]:
    """The sentence without brackets, at most one; ``seen``: the sentence and the words between them."""
    sentence, words = seen
    doc = words[0].doc
    opening, closing = doc[words[0].i - 1], doc[words[-1].i + 1]
    ends = closing.i + 1 < sentence.span.end and doc[closing.i + 1].text == "."
    last = ends and closing.i + 2 >= sentence.span.end
    before = doc[opening.i - 1]
    if opening.text != "(" or closing.text != ")" or any(t.text in ";:" for t in sentence.span):
        return
    text = doc[words[0].i : words[-1].i + 1].text.rstrip(".")
    if _is_sentence(words):
        yield from _apart(sentence, before, closing, text, words, last)
    elif last and not any(map(is_finite, words)) and _is_list(words):
        yield Rewrite(before, closing, f"{before.text}: {text}", safe=True)
    elif last and _follows(words):
        yield Rewrite(before, closing, f"{before.text}, {text}", safe=True)


def _apart(
    sentence: Sentence, before: Token, closing: Token, text: str, words: tuple[Token, ...], last: bool
) -> Iterator[Rewrite]:
    """*U betaalt bij de balie. Dat kan met pin.* *Dat* may come from the middle of the sentence."""
    doc = before.doc
    end = doc[sentence.span.end - 1]
    if last:
        yield Rewrite(before, closing, f"{before.text}. {opened(text)}", sentences=2)
    elif words[0].lower_ in _WHOLE and end.text == "." and not any(map(is_finite, doc[closing.i : end.i])):
        rest = doc[closing.i + 1 : end.i].text
        yield Rewrite(before, doc[end.i - 1], f"{before.text} {rest}. {opened(text)}", sentences=2)


def _is_sentence(words: tuple[Token, ...]) -> bool:
    """A main clause: subject and verb in front."""
    finite = [n for n, t in enumerate(words) if is_finite(t)]
    first = words[0]
    if (
        len(finite) != 1
        or not 0 < finite[0] < _FARTHEST
        or first.tag_.startswith(("VG", "VNW|betr", "VNW|vb", "VZ", "BW"))
    ):
        return False
    verb = words[finite[0]]
    if verb.lower_ == "wil" and first.lower_ == "dat":
        return False
    before = words[: finite[0]]
    subject = first.tag_.startswith(("VNW|pers", "VNW|aanw")) or any(map(is_noun, before))
    rest = words[finite[0] + 1 :]
    return subject and bool(rest) and (finite_verb(verb) is not None or finite_verb(verb.head) is not None)


def _is_list(words: tuple[Token, ...]) -> bool:
    """*groen, sport en water*"""
    items = sum(t.text == "," or t.lower_ in {"en", "of"} for t in words) + 1
    plain = all(
        is_noun(t) or t.tag_.startswith(("ADJ", "LID", "VNW|bez", "LET", "VG|neven", "SPEC")) for t in words
    )
    return items > 2 and plain and not words[0].is_punct


def _follows(words: tuple[Token, ...]) -> bool:
    """*bijvoorbeeld omdat u ziek bent*, *met uitzondering van …*"""
    exception = [t.lower_ for t in words[:2]] == ["met", "uitzondering"]
    return exception or words[0].lower_ in _BEHIND_COMMA
