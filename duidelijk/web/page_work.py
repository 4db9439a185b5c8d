"""What the writer's page asks of a checking process: check, open a file, make the annotated page."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from duidelijk import reading, writing
from duidelijk.errors import ReadError
from duidelijk.model import GENRES, Document, Edit, Genre
from duidelijk.reading.decoding import decode
from duidelijk.reading.formats import format_of
from duidelijk.rendering import editable, page_data
from duidelijk.rendering.positions import counter
from duidelijk.source_places import source_range
from duidelijk.transferring import own_blocks, transfer
from duidelijk.web.replies import HTML, Reply, as_json
from duidelijk.writing.runs import Unwritable
from duidelijk.writing.words import changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duidelijk.web.desk import Desk

PLAIN, MARKDOWN = "tekst.txt", "tekst.md"
"""How the text in the editor is read: as plain text, or as Markdown."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """The text in the editor, how it is read (``name``), and what kind it is (None: guess)."""

    text: str
    name: str
    genre: Genre | None

    def document(self) -> Document:
        """The text as a document; raises ReadError."""
        return reading.read_draft(self.text, self.name, genre=self.genre)


def checked(desk: Desk, body: bytes) -> Reply:
    """The findings and the grade of a draft (``page_data.data``) as JSON.

    ``body``: JSON with ``tekst``, ``naam`` (``tekst.md`` for Markdown) and ``soort``. Raises ReadError.
    """
    draft = _draft(_fields(body))
    checker = desk.checker
    document = checker.completed(draft.document())
    result = checker.check_document(document)
    return as_json(page_data.data(result, checker.rulebook.rules, _source(draft, document)))


def annotated(desk: Desk, body: bytes) -> Reply:
    """The page with the text of a draft, its marks and their notes, to keep or to send; raises ReadError."""
    from duidelijk.rendering.html import render

    checker = desk.checker
    document = checker.completed(_draft(_fields(body)).document())
    return Reply(render(checker.check_document(document), checker.rulebook.rules).encode(), HTML)


def opened(desk: Desk, data: bytes, name: str) -> Reply:
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
    plainly = document.genre in (reading.read_draft(shown, how).genre, "onbekend")
    genre = "" if plainly else document.genre
    return as_json({"tekst": shown, "naam": how, "soort": genre, "titel": document.title})


def rewritten(desk: Desk, body: bytes) -> Reply:
    """The file that a draft came from, with the words of the draft.

    ``body``: JSON of a draft, with ``origineel`` (the name of the file) and ``bestand`` (its bytes in
    base64). Gives ``bestand``, and ``nietVerwerkt``: the beginning of what it can't have. Raises ReadError.
    """
    fields = _fields(body)
    data = _unpacked(fields.get("bestand"))
    old = reading.read_bytes(data, str(fields.get("origineel", "")))
    draft = _draft(fields)
    moved = transfer(old, reading.read_draft(draft.text, draft.name, genre=old.genre))
    made, refused = writing.write(writing.opened(data, old), moved.edits)
    left = [*(each.edit.text for each in refused), *moved.left]
    return as_json({"bestand": b64encode(made).decode(), "nietVerwerkt": [_beginning(each) for each in left]})


def _fields(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("tekst"), str):
        raise ReadError("Dit verzoek klopt niet. Laad de pagina opnieuw.")
    return found


def _draft(fields: dict[str, Any]) -> Draft:
    name, genre = str(fields.get("naam") or PLAIN), fields.get("soort")
    return Draft(fields["tekst"], name, genre if genre in GENRES else None)


def _unpacked(data: object) -> bytes:
    try:
        return b64decode(str(data), validate=True)
    except ValueError as error:
        raise ReadError("Dit bestand is niet goed aangekomen. Open het opnieuw.") from error


def _beginning(words: str) -> str:
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
        for block in own_blocks(document)
    ]
    links = [document.text[link.start : link.end] for link in document.links]
    return blocks, links


def _source(draft: Draft, document: Document) -> page_data.Source:
    writer = writing.opened(draft.text.encode("utf-8"), document)
    unwritable = writer.sheet is None and draft.text == document.text
    rewrite = partial(changes, document.text) if unwritable else partial(_rewritten, writer)
    return page_data.Source(
        counter(draft.text, "utf-16"), partial(source_range, document.source_map.segments), rewrite
    )


def _rewritten(writer: writing.Writer, edit: Edit) -> Sequence[Edit] | str:
    """The edit in the source, or why it can't be made there."""
    try:
        found = writing.splices(writer, edit)
    except Unwritable as problem:
        return str(problem)
    return sorted((Edit(e.start, e.end, e.text) for e in found), key=lambda e: (e.start, e.end))
