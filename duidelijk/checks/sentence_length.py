"""Sentences with many words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, finite_verb, is_finite
from duidelijk.model import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_LEAST_PART = 4
_SEVERAL, _SHORT = 3, 5


def sentence_length(
    analysis: Analysis, *, least: int = 16, split_words: tuple[str, ...] = ()
) -> Iterator[Hit]:
    """Every sentence of at least ``least`` words, with that number as value.

    What is listed behind a colon counts apart. ``split_words`` may open a second sentence: the one
    nearest to the middle, with a finite verb on both sides, is in the detail. Nothing behind a colon does:
    a list that is cut in two reads no better.
    """
    for sentence in analysis.sentences():
        words = _words(sentence) if len(sentence.units) >= least else 0
        if words < least:
            continue
        detail: dict[str, object] = {"kind": "geheel", "words": words}
        split = _split(sentence, split_words)
        if split is not None:
            detail |= {"kind": "knip", "split": split.text}
        yield Hit(sentence.start, sentence.end, detail, value=words, seen=(sentence, None))


def _words(sentence: Sentence) -> int:
    """The number of words; only those before the colon where a mere list follows it."""
    colon = next((t for t in sentence.span if t.text == ":"), None)
    if colon is None:
        return len(sentence.units)
    before = sum(end < colon.i for _, end in sentence.units)
    return before if _is_list(sentence, colon, len(sentence.units) - before) else len(sentence.units)


def _is_list(sentence: Sentence, colon: Token, words: int) -> bool:
    """Items with commas between: none has a subject, or there are several and they are short."""
    listed = [t for t in sentence.span if t.i > colon.i]
    commas = sum(t.text in {",", ";"} for t in listed)
    short = commas >= _SEVERAL and words <= _SHORT * (commas + 1)
    return commas > 0 and (short or not any(t.dep_ in SUBJECTS for t in listed))


def _split(sentence: Sentence, split_words: tuple[str, ...]) -> Token | None:
    middle = (sentence.span.start + sentence.span.end) / 2
    colon = next((t.i for t in sentence.span if t.text == ":"), sentence.span.end)
    fit = [t for t in sentence.span if t.i < colon and t.lower_ in split_words and _parts(sentence, t)]
    return min(fit, key=lambda t: (abs(t.i - middle), t.i), default=None)


def _parts(sentence: Sentence, at: Token) -> bool:
    """Whether both sides of a word hold a clause."""
    start, end = sentence.span.start, sentence.span.end
    if at.i - start < _LEAST_PART or end - at.i <= _LEAST_PART:
        return False
    sides = sentence.span.doc[start : at.i], sentence.span.doc[at.i : end]
    return all(any(map(is_finite, side)) for side in sides) and _opens_clause(at)


def _opens_clause(word: Token) -> bool:
    """*en* between two clauses, not between two nouns; a relative word or a subordinator always does."""
    if word.dep_ == "cc":
        return finite_verb(word.head) is not None
    return word.tag_.startswith(("VG", "VNW|betr", "BW"))
