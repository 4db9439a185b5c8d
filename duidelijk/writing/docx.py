"""A Word document with other words: only the text of runs changes, every other byte of every part stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from duidelijk.errors import ReadError
from duidelijk.model import Document, Segment
from duidelijk.reading.docx import Body, body_of
from duidelijk.reading.docx_parts import Package
from duidelijk.source_places import source_range
from duidelijk.writing.docx_package import part_names, with_part, with_texts
from duidelijk.writing.docx_places import text_places
from duidelijk.writing.docx_words import Words, words_of
from duidelijk.writing.runs import Placed, Run, Unwritable
from duidelijk.writing.sheet import Sheet, Splice

_SIGNED = "dit document is digitaal ondertekend"
_ODD = "dit document zit anders in elkaar dan het programma kent"
_SIGNATURES = "_xmlsignatures/"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of the ``w:t`` with this number, ``start:end`` in the source; all its words begin at ``base``."""

    number: int
    base: int
    start: int
    end: int
    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run in the text, and the pieces of which it is made."""

    run: Run
    pieces: tuple[_Piece, ...]


def sheet(data: bytes, document: Document) -> Sheet:
    """The file as it can be written. Raises Unwritable for one that can't."""
    try:
        package = Package(data)
        body = body_of(package)
        part = package.data(body.name)
    except ReadError:
        raise Unwritable(_ODD) from None
    names = part_names(data)
    if any(name.startswith(_SIGNATURES) for name in names):
        raise Unwritable(_SIGNED)
    words, places = words_of(body.root), text_places(part or b"")
    if part is None or places is None or len(places) != len(words) or names.count(body.name) != 1:
        raise Unwritable(_ODD)
    stretches = tuple(_stretches(document.source_map.segments, list(_pieces(body, words))))
    return Sheet(
        runs=tuple(each.run for each in stretches),
        splice=partial(_splice, document, stretches),
        join=lambda splices: with_part(
            data, body.name, with_texts(part, places, _texts(words, stretches, splices))
        ),
        lists=lambda _: False,
    )


def _pieces(body: Body, words: Sequence[Words]) -> Iterator[_Piece]:
    """All words that may change, in the order of the source."""
    numbers = {id(each.element): number for number, each in enumerate(words)}
    at = 0
    for paragraph in body.paragraphs:
        own = [(start, numbers[id(element)]) for start, element in paragraph.origins]
        usual = _usual_look([words[number] for _, number in own])
        for start, number in own:
            each = words[number]
            if not each.locked:
                length = len(each.element.text or "")
                yield _Piece(
                    number, at + start, at + start, at + start + length, int(each.look != usual), each
                )
        at += paragraph.length + 1


def _usual_look(words: Sequence[Words]) -> str:
    """The formatting of most characters of a paragraph."""
    counted: Counter[str] = Counter()
    for each in words:
        counted[each.look] += len(each.element.text or "")
    return max(counted, key=lambda look: counted[look], default="")


def _stretches(segments: Sequence[Segment], pieces: Sequence[_Piece]) -> Iterator[_Stretch]:
    """Pieces of one formatting that touch, within one block."""
    last: _Stretch | None = None
    for start, piece in _in_text(segments, pieces):
        end = start + piece.end - piece.start
        if last and last.run.end == start and _touch(last.pieces[-1], piece):
            run = replace(last.run, end=end)
            last = _Stretch(run, (*last.pieces, piece))
            continue
        if last:
            yield last
        apart = last is not None and last.pieces[-1].words.group != piece.words.group
        last = _Stretch(Run(start, end, piece.level, apart), (piece,))
    if last:
        yield last


def _touch(one: _Piece, other: _Piece) -> bool:
    together = one.words.group == other.words.group and one.words.look == other.words.look
    return together and other.number - one.number <= 1 and one.end == other.start


def _in_text(segments: Sequence[Segment], pieces: Sequence[_Piece]) -> Iterator[tuple[int, _Piece]]:
    """The parts of pieces that are in the text, each with its offset there."""
    at = 0
    for piece in pieces:
        while at < len(segments) and segments[at].source_end <= piece.start:
            at += 1
        here = at
        while here < len(segments) and segments[here].source_start < piece.end:
            segment = segments[here]
            first, last = max(piece.start, segment.source_start), min(piece.end, segment.source_end)
            yield segment.start + first - segment.source_start, replace(piece, start=first, end=last)
            here += 1


def _splice(document: Document, stretches: Sequence[_Stretch], placed: Placed) -> Splice:
    before = placed.start == stretches[placed.run].run.end
    start, end = source_range(document.source_map.segments, placed.start, placed.end, before)
    return Splice(start, end, placed.text, placed.run)


def _texts(
    words: Sequence[Words], stretches: Sequence[_Stretch], splices: Sequence[Splice]
) -> dict[int, str]:
    """The new words of each ``w:t`` that changes, by its number."""
    texts: dict[int, str] = {}
    for splice in sorted(splices, key=lambda s: (s.start, s.end), reverse=True):
        text = splice.text
        for piece in _pieces_of(stretches[splice.run], splice):
            old = texts.get(piece.number, words[piece.number].element.text or "")
            start, end = max(splice.start, piece.start) - piece.base, min(splice.end, piece.end) - piece.base
            texts[piece.number] = old[:start] + text + old[end:]
            text = ""
    return texts


def _pieces_of(stretch: _Stretch, splice: Splice) -> list[_Piece]:
    """The pieces that lose words, the one that gets the new ones first."""
    if splice.start == splice.end:
        return [p for p in stretch.pieces if p.start <= splice.start <= p.end][:1]
    return [p for p in stretch.pieces if p.start < splice.end and splice.start < p.end]
