"""Long texts without headings, and headings that don't help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.letter_body import body, first_words
from duidelijk.model import PROSE, Hit

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Passage

_NUMBERED = re.compile(r"^(?:[\dIVX]{1,4}|[a-z])(?:[.)]\d*)*\s+")
_VAGUE, _GRAVE = 1.0, 2.0


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Running text without a heading in it; ``opening``: no heading of its own stands above it."""

    passages: tuple[Passage, ...]
    words: int
    opening: bool


def subheadings(
    analysis: Analysis,
    *,
    words: int = 150,
    words_in_mail: int = 200,
    stretch: int = 250,
    intro: int = 40,
    longest: int = 10,
    longest_title: int = 14,
    vague: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """Where a heading should come (value 2), and headings that say nothing or too much (value 1).

    A text needs headings from ``words`` words of running text on, and one more in a ``stretch`` of so many
    words. A title above the text is no heading in it. The place is the first paragraph behind ``intro``
    words, or the one nearest to the middle of the stretch. ``vague``: headings that say nothing; ``longest``
    and ``longest_title``: most words of a heading, and of the title of a page.
    """
    genre = analysis.document.genre
    stretches = _stretches(analysis)
    total = sum(each.words for each in stretches)
    if stretches and all(each.opening for each in stretches):
        least = words_in_mail if genre == "mail" else words
        if total >= least:
            yield _missing(_behind(stretches[0].passages, intro), f"geen-{genre}", total)
    else:
        for each in stretches:
            if each.words >= stretch:
                yield _missing(_middle(each.passages), "stuk", each.words)
    yield from _unhelpful(analysis, longest, longest_title, frozenset(vague))


def _stretches(analysis: Analysis) -> list[_Stretch]:
    """The running text between headings; only a title, the first line of all, leaves it an opening."""
    found: list[_Stretch] = []
    current: list[Passage] = []
    titles = 0 if any(block.kind == "salutation" for block in analysis.document.blocks) else 1
    headings = 0
    for passage in body(analysis, ("heading", *PROSE)):
        if passage.block.kind != "heading":
            current.append(passage)
            continue
        if current:
            found.append(_stretch(current, headings <= titles))
            titles = -1
        headings += 1
        current = []
    return [*found, _stretch(current, headings <= titles)] if current else found


def _stretch(passages: Sequence[Passage], opening: bool) -> _Stretch:
    return _Stretch(tuple(passages), sum(map(_words, passages)), opening)


def _words(passage: Passage) -> int:
    return sum(len(sentence.units) for sentence in passage.sentences)


def _missing(paragraph: Passage, kind: str, words: int) -> Hit:
    start, end = first_words(paragraph.sentences[0])
    return Hit(start, end, {"kind": kind, "words": words}, value=_GRAVE)


def _starts(passages: Sequence[Passage]) -> Iterator[tuple[int, Passage]]:
    """The paragraphs but for the first passage, each with the number of words before it."""
    before = 0
    for passage in passages:
        if before and passage.block.kind == "paragraph":
            yield before, passage
        before += _words(passage)


def _behind(passages: Sequence[Passage], intro: int) -> Passage:
    """The first paragraph behind so many words; the first passage where there is none."""
    return next((p for before, p in _starts(passages) if before >= intro), passages[0])


def _middle(passages: Sequence[Passage]) -> Passage:
    """The paragraph that begins nearest to the middle; the first passage where there is no other."""
    half = sum(map(_words, passages)) / 2
    return min(_starts(passages), key=lambda at: abs(at[0] - half), default=(0, passages[0]))[1]


def _unhelpful(analysis: Analysis, longest: int, longest_title: int, vague: frozenset[str]) -> Iterator[Hit]:
    for at, passage in enumerate(body(analysis, ("heading", *PROSE))):
        if passage.block.kind != "heading" or not passage.sentences:
            continue
        first, last = passage.sentences[0], passage.sentences[-1]
        text = _NUMBERED.sub("", passage.clean.text).strip(" .:?!").lower()
        count = _words(passage)
        most = longest_title if at == 0 and passage.block.level == 1 else longest
        if text in vague:
            yield Hit(first.start, last.end, {"kind": "vaag", "heading": passage.clean.text}, value=_VAGUE)
        elif count > most:
            yield Hit(first.start, last.end, {"kind": "lang", "words": count, "most": most}, value=_VAGUE)
