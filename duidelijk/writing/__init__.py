"""Edits on a Document and the bytes it was read from → new bytes of the same format."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from duidelijk import reading
from duidelijk.errors import ReadError
from duidelijk.model import Document, Edit, Refusal
from duidelijk.reading.formats import format_of
from duidelijk.writing.runs import Placed, Unwritable, placed
from duidelijk.writing.sheet import Sheet, Splice
from duidelijk.writing.words import BREAK

_OVERLAP = "deze woorden veranderen al door een ander voorstel"
_NO_LIST = "een opsomming kan het programma hier niet maken"
_LAYOUT = "de indeling van de tekst zou dan veranderen"
_Plan = list[tuple[Edit, list[Splice]]]
_ITEM = re.compile(r"(?m)^[ \t]*[-–•*][ \t]+")

__all__ = ["Writer", "edited", "opened", "refusal", "splices", "write"]


@dataclass(frozen=True, slots=True)
class Writer:
    """A file and how to write it; ``problem``: why nothing in it can change, else empty."""

    data: bytes
    document: Document
    sheet: Sheet | None
    problem: str = ""


def opened(data: bytes, document: Document) -> Writer:
    """The file, ready to be written; ``document`` is what ``reading.read_bytes`` makes of ``data``."""
    try:
        return Writer(data, document, _sheet(data, document))
    except Unwritable as problem:
        return Writer(data, document, None, str(problem))


def _sheet(data: bytes, document: Document) -> Sheet:
    form = format_of(data, document.source)
    if form == "docx":
        from duidelijk.writing.docx import sheet as of_word

        return of_word(data, document)
    from duidelijk.writing.sources import sheet as of_text

    return of_text(data, document, form)


def refusal(writer: Writer, edit: Edit) -> str:
    """Why the edit can't be made, as far as that shows without writing; empty where it can."""
    try:
        splices(writer, edit)
    except Unwritable as problem:
        return str(problem)
    return ""


def write(writer: Writer, edits: Sequence[Edit]) -> tuple[bytes, tuple[Refusal, ...]]:
    """The file with these edits, and the edits that it can't have; of two that overlap the first is made.

    The new file is read again: an edit after which it says anything else than the text with that edit is
    refused.
    """
    refused: list[Refusal] = []
    possible: _Plan = []
    taken: list[tuple[int, int]] = []
    for edit in edits:
        try:
            found = splices(writer, edit)
            _take(taken, edit)
            possible.append((edit, found))
        except Unwritable as problem:
            refused.append(Refusal(edit, str(problem)))
    kept = _sound(writer, [], possible)
    made = {edit for edit, _ in kept}
    refused += [Refusal(edit, _LAYOUT) for edit, _ in possible if edit not in made]
    return _joined(writer, kept), tuple(refused)


def _take(taken: list[tuple[int, int]], edit: Edit) -> None:
    """Puts the place of the edit among those that are taken, in order; Unwritable where it overlaps one."""
    here = edit.start, edit.end
    at = bisect_left(taken, here)
    before, after = taken[at - 1 : at] if at else [], taken[at : at + 1]
    if here in after or any(end > edit.start for _, end in before) or any(s < edit.end for s, _ in after):
        raise Unwritable(_OVERLAP)
    taken.insert(at, here)


def splices(writer: Writer, edit: Edit) -> list[Splice]:
    """What the edit changes in the source of the file; raises Unwritable where it can't be made."""
    if writer.sheet is None:
        raise Unwritable(writer.problem)
    found = list(placed(writer.document.text, edit, writer.sheet.runs))
    if any(BREAK.search(each.text) for each in found):
        if not writer.sheet.lists(edit.start):
            raise Unwritable(_NO_LIST)
        found += _after_list(writer, edit, found[-1].run)
    return [writer.sheet.splice(each) for each in found]


def _after_list(writer: Writer, edit: Edit, run: int) -> list[Placed]:
    """What follows in the paragraph begins a new one."""
    text = writer.document.text
    end = next((b.end for b in writer.document.blocks if b.start < edit.end <= b.end), edit.end)
    rest = text[edit.end : end]
    if not rest.strip():
        return []
    space = len(rest) - len(rest.lstrip())
    here = writer.sheet.runs[run] if writer.sheet else None
    if not space or here is None or here.end < edit.end + space:
        raise Unwritable(_NO_LIST)
    return [Placed(edit.end, edit.end + space, "\n\n", run)]


def _sound(writer: Writer, kept: _Plan, tried: _Plan) -> _Plan:
    """As many of the edits as the file can have; a group that spoils it is tried in halves."""
    if not tried or _says_so(writer, _joined(writer, kept + tried), [edit for edit, _ in kept + tried]):
        return kept + tried
    if len(tried) == 1:
        return kept
    half = len(tried) // 2
    return _sound(writer, _sound(writer, kept, tried[:half]), tried[half:])


def _joined(writer: Writer, plan: _Plan) -> bytes:
    if not plan or writer.sheet is None:
        return writer.data
    return writer.sheet.join([splice for _, found in plan for splice in found])


def _says_so(writer: Writer, data: bytes, edits: Sequence[Edit]) -> bool:
    """Whether the new file says what it should, in blocks of the same kinds; white space aside."""
    old = writer.document
    try:
        new = reading.read_bytes(data, old.source, genre=old.genre, department=old.department)
    except ReadError:
        return False
    if any(BREAK.search(edit.text) for edit in edits):
        return _bare(_ITEM.sub("", new.text)) == _bare(_ITEM.sub("", edited(old.text, edits)))
    plain = writer.sheet is not None and writer.sheet.plain
    kinds = plain or [block.kind for block in new.blocks] == [block.kind for block in old.blocks]
    return kinds and _bare(new.text) == _bare(edited(old.text, edits))


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with these edits, which don't overlap."""
    for edit in sorted(edits, key=lambda e: (e.start, e.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _bare(text: str) -> str:
    return " ".join(text.split())
