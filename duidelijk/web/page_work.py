"""What the writer's page asks of a checking process: check, open a file, make the annotated page."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from duidelijk import reading, writing
from duidelijk.errors import ReadError
from duidelijk.model import Document, Edit, Genre
from duidelijk.reading.decoding import decode
from duidelijk.reading.formats import SUFFIXES, format_of
from duidelijk.rendering import editable, page_data
from duidelijk.source_places import source_range
from duidelijk.transferring import transfer
from duidelijk.writing.runs import Unwritable
from duidelijk.writing.words import changes

if TYPE_CHECKING:
    from duidelijk.web.desk import Desk

PLAIN, MARKDOWN = "tekst.txt", "tekst.md"
"""How the text in the editor is read: as plain text, or as Markdown."""
_SHOWN = 60


def checked(desk: Desk, text: str, name: str, genre: Genre | None) -> dict[str, Any]:
    """The findings and the grade of the text in the editor (see ``page_data.data``).

    ``name``: how to read it (Markdown for ``.md``, else plain text). Raises ReadError.
    """
    checker = desk.checker
    document = checker.completed(reading.read_draft(text, name, genre=genre))
    result = checker.check_document(document)
    return page_data.data(result, checker.rulebook.rules, _source(text, document, name))


def annotated(desk: Desk, text: str, name: str, genre: Genre | None) -> str:
    """The page with the text, its marks and their notes, to keep or to send."""
    from duidelijk.rendering.html import render

    checker = desk.checker
    document = checker.completed(reading.read_draft(text, name, genre=genre))
    return render(checker.check_document(document), checker.rulebook.rules)


def opened(desk: Desk, data: bytes, name: str) -> dict[str, Any]:
    """A file as a text for the editor: ``tekst``, ``naam`` (how to read that text), ``soort``, ``titel``.

    A text or Markdown file is shown as it is. Of a Word document or a web page the words, the headings, the
    lists and the links are shown: as plain text where that says it all, else as Markdown. Raises ReadError.
    """
    document = reading.read_bytes(data, name)
    form = format_of(data, name)
    if form in ("text", "markdown"):
        shown, how = decode(data), MARKDOWN if form == "markdown" else PLAIN
    else:
        shown, how = _editable(document)
    automatic = reading.read_draft(shown, how).genre
    return {
        "tekst": shown,
        "naam": how,
        "soort": "" if document.genre in (automatic, "onbekend") else document.genre,
        "titel": document.title,
    }


def rewritten(desk: Desk, data: str, source: str, text: str, name: str) -> dict[str, Any]:
    """The file called ``source`` (``data``: its bytes in base64) with the words of the text in the editor.

    ``bestand``: the new bytes in base64; ``nietVerwerkt``: the passages that it can't have. Raises ReadError.
    """
    old_bytes = _decoded(data)
    old = reading.read_bytes(old_bytes, source)
    moved = transfer(old, reading.read_draft(text, name, genre=old.genre))
    new_bytes, refused = writing.write(writing.opened(old_bytes, old), moved.edits)
    left = [*(each.edit.text for each in refused), *moved.left]
    return {"bestand": b64encode(new_bytes).decode("ascii"), "nietVerwerkt": [_begin(each) for each in left]}


def _decoded(data: str) -> bytes:
    try:
        return b64decode(data, validate=True)
    except ValueError as error:
        raise ReadError("Dit bestand is niet goed aangekomen. Open het opnieuw.") from error


def _begin(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"


def _editable(document: Document) -> tuple[str, str]:
    """The first form that reads back as the same blocks and links; the plain text where none does."""
    wanted = _said(document)
    ways = ((editable.as_text, PLAIN), (editable.as_markdown, MARKDOWN))
    made = [(way(document), how) for way, how in ways]
    exact = (each for each in made if _said(reading.read_draft(*each, genre=document.genre)) == wanted)
    return next(exact, made[0])


def _said(document: Document) -> tuple[list[tuple[str, str]], list[str]]:
    """The words of each block, with whether it is a heading, an item or something else; and the links."""
    kinds = {"heading": "heading", "item": "item"}
    blocks = [
        (kinds.get(block.kind, ""), " ".join(document.text[block.start : block.end].split()))
        for block in document.blocks
        if block.kind not in ("header", "footer")
    ]
    return [each for each in blocks if each[1]], [link.target for link in document.links]


def _source(text: str, document: Document, name: str) -> page_data.Source:
    segments = document.source_map.segments
    writer = writing.opened(text.encode("utf-8"), document)
    plain = writer.sheet is None and SUFFIXES.get(_suffix(name)) != "markdown"
    rewrite = partial(_plainly, document.text) if plain else partial(_rewritten, writer)
    return page_data.Source(text, partial(source_range, segments), rewrite)


def _suffix(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}"


def _rewritten(writer: writing.Writer, edit: Edit) -> Sequence[Edit] | str:
    """The edit in the source, or why it can't be made there."""
    try:
        found = writing.splices(writer, edit)
    except Unwritable as problem:
        return str(problem)
    return list(_apart(Edit(each.start, each.end, each.text) for each in found))


def _plainly(text: str, edit: Edit) -> Sequence[Edit]:
    """The edit of a plain text that has signs which a file can't have."""
    return changes(text, edit)


def _apart(edits: Iterator[Edit]) -> Iterator[Edit]:
    """The edits in text order."""
    yield from sorted(edits, key=lambda each: (each.start, each.end))
