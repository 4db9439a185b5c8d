"""Ordinary words in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.around import tokens_of, words_before
from duidelijk.language.frequency import zipf
from duidelijk.language.silence import is_foreign, is_quoted
from duidelijk.model import Hit, Lexicon, WordList
from duidelijk.suggesting.capitals import in_small_letters

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Passage

Range = tuple[int, int]
_TIP, _PLAIN = 1.0, 2.0
_SHOUTING = re.compile(r"[A-ZÀ-ÖØ-Þ]{2}")
_WORD = re.compile(r"(?<![\w@./#&’'-])[A-ZÀ-ÖØ-Þ]+(?:-[A-ZÀ-ÖØ-Þ]+)*(?![\w@/#&’'-]|\.\w)")
_BETWEEN = re.compile(r"[ ,:;]{1,2}| [–&-] | \d[\d.,:]*\d* ")
_CODE_BEFORE = re.compile(r"[\[{«<]\s?$|\d\s$")
_NEAREST = 2
_ROMAN = re.compile(r"[IVXLCDM]+")
_NAMES = ("N|eigen", "SPEC|")
_NO_NAME = "VNW"
_LONG = 9
_EVERYDAY = 5.0
"""A word so common (Zipf) is no name, whatever its tag: capitals mislead the tagger."""
_NEAR = 3
_LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class _Settings:
    known: frozenset[str]
    naming: tuple[str, ...]
    least_common: float
    least_letters: int


def capitals(
    analysis: Analysis,
    *,
    acronyms: Lexicon,
    abbreviations: WordList,
    naming: tuple[str, ...] = (),
    least_common: float = 3.5,
    least_letters: int = 4,
) -> Iterator[Hit]:
    """Two or more ordinary words in capitals in a row (value 2), or one of ``least_letters`` (value 1).

    An ordinary word is in neither list, is no name, and is as common as ``least_common`` (Zipf) or long.
    Silent: quotations, a heading or line of one word, and up to three words behind a word of ``naming``
    (*druk op ENTER*, *stichting SAMEN*).
    """
    settings = _Settings(_known(acronyms, abbreviations), naming, least_common, least_letters)
    for passage in analysis.passages:
        if not _SHOUTING.search(passage.clean.text):
            continue
        for row in _rows(passage.clean.text):
            ordinary = [at for at in row if _is_ordinary(passage, at, settings)]
            if ordinary and not _is_silent(passage, row, ordinary, settings):
                yield _hit(passage, row, ordinary, settings)


@cache
def _known(acronyms: Lexicon, abbreviations: WordList) -> frozenset[str]:
    rare = frozenset(e.term for e in abbreviations.entries if zipf(e.term.lower()) < _EVERYDAY)
    return rare | acronyms.rows.keys()


def _rows(text: str) -> Iterator[list[Range]]:
    """The words in capitals that follow each other."""
    row: list[Range] = []
    for found in _WORD.finditer(text):
        if not row and _CODE_BEFORE.search(text, max(0, found.start() - _NEAREST), found.start()):
            continue
        if row and not _BETWEEN.fullmatch(text, row[-1][1], found.start()):
            yield row
            row = []
        row.append(found.span())
    if row:
        yield row


def _hit(passage: Passage, row: Sequence[Range], ordinary: list[Range], settings: _Settings) -> Hit:
    """From the first ordinary word of the row to the last; *U* at its ends belongs to it."""
    text, several = passage.clean.text, len(ordinary) > 1
    marked = [at for at in row if at in ordinary or (several and text[slice(*at)] == "U")]
    start, end = marked[0][0], marked[-1][1]
    better = in_small_letters(*tokens_of(passage.doc, start, end), settings.known, settings.least_common)
    detail = {
        "kind": "rij" if several else "woord",
        "alternatives": (better,) if better and not _goes_on(text, row, marked, settings) else (),
        "own_capitals": True,
    }
    return Hit(*passage.clean.range(start, end), detail, _PLAIN if several else _TIP)


def _goes_on(text: str, row: Sequence[Range], marked: Sequence[Range], settings: _Settings) -> bool:
    """Whether words that may be ordinary as well stay in capitals beside the marked ones."""
    outside = (at for at in row if at[1] <= marked[0][0] or at[0] >= marked[-1][1])
    return any(at[1] - at[0] > 1 and text[slice(*at)] not in settings.known for at in outside)


def _is_ordinary(passage: Passage, at: Range, settings: _Settings) -> bool:
    word = passage.clean.text[at[0] : at[1]]
    if len(word) < 2 or word in settings.known or _ROMAN.fullmatch(word):
        return False
    common = zipf(word.lower())
    if tokens_of(passage.doc, *at)[0].tag_.startswith(_NAMES):
        return common >= _EVERYDAY
    return common >= settings.least_common or len(word) >= _LONG


def _is_silent(
    passage: Passage, row: Sequence[Range], ordinary: Sequence[Range], settings: _Settings
) -> bool:
    """One short word, a line of one word, a name, a quotation, or words in another language."""
    text, (start, end) = passage.clean.text, ordinary[0]
    if len(ordinary) == 1 and (end - start < settings.least_letters or _is_alone(passage)):
        return True
    first = tokens_of(passage.doc, start, end)[0]
    naming = len(row) <= _LONGEST_NAME and not first.tag_.startswith(_NO_NAME)
    named = naming and _is_named(text, row[0][0], settings.naming)
    return named or is_quoted(text, start, end) or is_foreign(passage.doc, first.i)


def _is_alone(passage: Passage) -> bool:
    """A line of one word."""
    return sum(len(sentence.units) for sentence in passage.sentences) < 2


def _is_named(text: str, start: int, naming: tuple[str, ...]) -> bool:
    """The name of a button, a form or a club."""
    return any(word in naming for word in words_before(text, start, _NEAR))
