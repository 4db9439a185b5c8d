"""Text, Markdown and HTML with other words: encoding, line ends, wraps and markup stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Literal

from duidelijk.errors import ReadError
from duidelijk.model import Document
from duidelijk.reading.decoding import decode, encoding_of
from duidelijk.source_places import source_range
from duidelijk.writing.markup import html_levels, markdown_levels
from duidelijk.writing.places import writable
from duidelijk.writing.runs import FORMATTING, Placed, Run, Unwritable
from duidelijk.writing.sheet import Sheet, Splice
from duidelijk.writing.words import BREAK

TextFormat = Literal["text", "markdown", "html"]
_DAMAGED = "in dit bestand staan beschadigde tekens"
_NO_CHARACTER = "een teken hieruit past niet in de tekenset van dit bestand"
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"[\\`*_\[\]<>]")
_FIRST_ITEM = re.compile(r"(?<=:)\n(?=- )")
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class _Source:
    """A decoded file, and what is known about it."""

    text: str
    document: Document
    form: TextFormat
    encoding: str
    runs: tuple[Run, ...]


def sheet(data: bytes, document: Document, form: TextFormat) -> Sheet:
    """The file as it can be written. Raises Unwritable where it can't be encoded again as it was."""
    source, encoding = _decoded(data)
    segments = tuple(writable(document.source_map))
    levels = {"html": html_levels, "markdown": markdown_levels}.get(form)
    depth = list(levels(source, segments)) if levels else [0] * len(segments)
    runs = tuple(Run(s.start, s.end, level) for s, level in zip(segments, depth, strict=True))
    return Sheet(
        runs=runs,
        splice=partial(_splice, _Source(source, document, form, encoding, runs)),
        join=partial(_joined, source, encoding),
        lists=partial(_lists, document, form),
        plain=form == "text",
    )


def _decoded(data: bytes) -> tuple[str, str]:
    """The source, and the encoding to write it in again."""
    try:
        source = decode(data)
    except ReadError:
        raise Unwritable(_DAMAGED) from None
    if encoding := encoding_of(data, source):
        return source, encoding
    raise Unwritable(_DAMAGED)


def _lists(document: Document, form: TextFormat, offset: int) -> bool:
    """A list goes in a paragraph of text or Markdown; not within an item or a quotation."""
    block = next((b for b in document.blocks if b.start <= offset < b.end), None)
    return form != "html" and block is not None and block.kind == "paragraph"


def _splice(source: _Source, placed: Placed) -> Splice:
    """The change in the source: lines stay wrapped, signs of the format are escaped."""
    text, end = source.document.text, placed.end
    new = placed.text
    broken = BREAK.search(new) is not None
    wraps = [] if broken else list(_wraps(source, placed.start, end))
    if wraps and " " not in new and text[end : end + 1] == " " and end < source.runs[placed.run].end:
        end, new = end + 1, f"{new} "
    start, stop = _range(source, Placed(placed.start, end, new, placed.run))
    written = _escaped(source.form, new)
    written = _lines(source, placed.start, written) if broken else _wrapped(written, wraps)
    _check_characters(source, written)
    return Splice(start, stop, written, placed.run)


def _range(source: _Source, placed: Placed) -> tuple[int, int]:
    before = placed.start == source.runs[placed.run].end
    return source_range(source.document.source_map.segments, placed.start, placed.end, before)


def _wraps(source: _Source, start: int, end: int) -> Iterator[str]:
    """The white space in ``start:end`` at which a line ends, as it stands in the source."""
    segments = source.document.source_map.segments
    for space in _SPACE.finditer(source.document.text, start, end):
        first, last = source_range(segments, *space.span())
        if "\n" in space[0] or _LINE_END.search(source.text, first, last):
            yield source.text[first:last]


def _wrapped(new: str, wraps: Sequence[str]) -> str:
    """The words over as many lines as the old ones took, where there are enough words."""
    words = new.split(" ")
    if len(words) <= len(wraps):
        if any(wrap.strip() for wrap in wraps):
            raise Unwritable(FORMATTING)
        return new
    joints = [" "] * (len(words) - 1)
    for i, wrap in enumerate(wraps):
        joints[(i + 1) * len(joints) // (len(wraps) + 1)] = wrap
    return "".join(word + joint for word, joint in zip(words, [*joints, ""], strict=True))


def _lines(source: _Source, start: int, new: str) -> str:
    """New lines as the file ends them; in Markdown a blank line stands above a list."""
    before = source.document.text[start - 1 : start] if start else ""
    if source.form == "markdown":
        new = _FIRST_ITEM.sub("\n\n", before + new)[len(before) :]
    found = _LINE_END.search(source.text)
    return new.replace("\n", found[0] if found else "\n")


def _escaped(form: TextFormat, text: str) -> str:
    if form == "html":
        return escape(text, quote=False)
    if form == "text":
        return text
    parts, breaks = BREAK.split(text), [*BREAK.findall(text), ""]
    signs = ["\n\n" if each.isspace() else "\n- " if each else "" for each in breaks]
    return "".join(_MARKS.sub(r"\\\g<0>", part) + sign for part, sign in zip(parts, signs, strict=True))


def _check_characters(source: _Source, new: str) -> None:
    if source.form == "html":
        return
    try:
        new.encode(source.encoding)
    except UnicodeEncodeError:
        raise Unwritable(_NO_CHARACTER) from None


def _joined(source: str, encoding: str, splices: Sequence[Splice]) -> bytes:
    """The file with all splices; a character that its encoding lacks is written as a reference (HTML)."""
    pieces, at = [], 0
    for each in sorted(splices, key=lambda s: (s.start, s.end)):
        pieces += [source[at : each.start], each.text]
        at = each.end
    whole = "".join([*pieces, source[at:]])
    return whole.encode(encoding, "xmlcharrefreplace")
