"""Brackets that interrupt a sentence, and letters in brackets that a reader may fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.silence import is_quoted
from duidelijk.model import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Passage, Sentence

_PAIR = re.compile(r"(?<![^\s(\"'“‘/])\(([^()]{2,400})\)")
_DASHES = re.compile(r"(?<=\s)[–—-]\s([^()–—;:]{4,200}?)\s[–—-](?=\s|,)")
_OPTIONAL = re.compile(r"[^\W\d_]+\([a-zëé]{1,6}\)[^\W\d_]*|\([a-zë]{2,6}-?\)[^\W\d_]{3,}")
_SHORT = re.compile(r"€|[\w.,/+-]{1,12}")
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b")
_NUMBERED = re.compile(r"\w{1,3}\.?")
_SEVERAL = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Aside:
    """Brackets or dashes in the clean text of a block: where, their words, the sentence they interrupt."""

    start: int
    end: int
    sentence: Sentence
    tokens: tuple[Token, ...]
    words: int


def brackets(
    analysis: Analysis,
    *,
    least: int = 5,
    finite_least: int = 3,
    references: tuple[str, ...] = (),
    choices: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """Brackets or dashes in a sentence with ``least`` words, or with a finite verb; two pairs in one
    sentence; words with letters that may be left out (*kind(eren)*), or with a choice (``choices``:
    *zijn/haar*).

    Silent: what starts with one of ``references`` (*zie*, *artikel*), an address, the full form of an
    abbreviation before it, a sentence of its own, a line without a finite verb around the brackets, and
    quotations.
    A finite verb counts from ``finite_least`` words. Value: the number of words, of the longest pair.
    """
    for passage in analysis.passages:
        text = passage.clean.text
        if "(" in text or _DASHES.search(text):
            yield from _asides(passage, least, finite_least, references)
            yield from (
                _optional(passage, m) for m in _OPTIONAL.finditer(text) if not is_quoted(text, *m.span())
            )
    for sentence, token in analysis.with_form(choices):
        yield Hit(*sentence.range(token, token), {"kind": "keuze", "word": token.text})


def _optional(passage: Passage, found: re.Match[str]) -> Hit:
    kind = "begin" if found[0].startswith("(") else "letters"
    return Hit(*passage.clean.range(*found.span()), {"kind": kind, "word": found[0]})


def _asides(passage: Passage, least: int, finite_least: int, references: tuple[str, ...]) -> Iterator[Hit]:
    groups: dict[int, list[_Aside]] = {}
    for aside in _pairs(passage):
        groups.setdefault(aside.sentence.span.start, []).append(aside)
    for asides in groups.values():
        long = [a for a in asides if _is_long(a, least, finite_least, references)]
        if not _around(asides):
            continue
        several = len(asides) >= _SEVERAL and not all(_is_quiet(a, references) for a in asides)
        if several:
            yield _hit(passage, asides, "meer")
        else:
            yield from (_hit(passage, [aside], _kind(passage, aside)) for aside in long)


def _kind(passage: Passage, aside: _Aside) -> str:
    return "lang" if passage.clean.text[aside.start] == "(" else "streepjes"


def _around(asides: list[_Aside]) -> bool:
    """Whether the sentence has a finite verb outside the brackets: else they interrupt nothing."""
    within = {t.i for aside in asides for t in aside.tokens}
    return any(t.i not in within and is_finite(t) for t in asides[0].sentence.span)


def _hit(passage: Passage, asides: list[_Aside], kind: str) -> Hit:
    marks = tuple(passage.clean.range(a.start, a.end) for a in asides)
    words = max(a.words for a in asides)
    seen = (asides[0].sentence, asides[0].tokens) if kind == "lang" else None
    return Hit(marks[0][0], marks[-1][1], {"kind": kind, "words": words}, float(words), marks, seen)


def _pairs(passage: Passage) -> Iterator[_Aside]:
    """The brackets that interrupt a sentence; not those around one, nor a number or letter of a list."""
    text = passage.clean.text
    for found in (*_PAIR.finditer(text), *_DASHES.finditer(text)):
        start, end = found.span()
        if _NUMBERED.fullmatch(found[1]) or is_quoted(text, start, end):
            continue
        tokens = passage.doc.char_span(start, end, alignment_mode="expand")
        if tokens is None:
            continue
        sentence = passage.sentence_at(tokens.start)
        if sentence is None or tokens.start == sentence.span.start or _is_whole(text, start, end):
            continue
        words = sum(
            1
            for each in passage.sentences
            for first, last in each.units
            if tokens.start <= first and last < tokens.end
        )
        yield _Aside(start, end, sentence, tuple(tokens)[1:-1], words)


def _is_whole(text: str, start: int, end: int) -> bool:
    """A sentence between brackets, behind the end of another."""
    return text[:start].rstrip()[-1:] in ".!?" and text[end - 2] in ".!?"


def _is_long(aside: _Aside, least: int, finite_least: int, references: tuple[str, ...]) -> bool:
    if not aside.tokens or aside.tokens[0].lower_ in references or _spells_out(aside):
        return False
    if _POSTCODE.search(aside.sentence.clean.text, aside.start, aside.end):
        return False
    return aside.words >= least or (aside.words >= finite_least and any(map(is_finite, aside.tokens)))


def _is_quiet(aside: _Aside, references: tuple[str, ...]) -> bool:
    """An abbreviation or its full form, an amount, a number, one short word or a reference."""
    if not aside.tokens or aside.tokens[0].lower_ in references or _spells_out(aside):
        return True
    return aside.words <= 1 and all(_SHORT.fullmatch(t.text) for t in aside.tokens)


def _spells_out(aside: _Aside) -> bool:
    """The full form behind an abbreviation: *CJIB (Centraal Justitieel Incassobureau)*."""
    before = aside.tokens[0].doc[aside.tokens[0].i - 2]
    capitals = sum(map(str.isupper, before.text))
    return capitals > 1 and before.text[:1] == aside.tokens[0].text[:1].upper()
