"""The hall: a file, bytes or a text in, a Document out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

from duidelijk.errors import ReadError
from duidelijk.model import PROSE, Block, Document, Genre
from duidelijk.reading import text as plain
from duidelijk.reading.decoding import decode, decode_page, encoding_of
from duidelijk.reading.finding import find_files
from duidelijk.reading.finishing import finished
from duidelijk.reading.formats import SUFFIXES, format_of
from duidelijk.reading.guard import TEXT_LIMIT, WORD_LIMIT, check_size, check_text, read_limited
from duidelijk.reading.naming import about, printable

_EMPTY = "In dit bestand staat geen tekst. Zet er eerst tekst in."
_NO_SENTENCES = (
    "In dit bestand staan geen zinnen, maar alleen koppen, een tabel of een adres. Geef een tekst met zinnen."
)
_EMPTY_PAGE = "Op deze pagina staat geen tekst."
_PAGE_WITHOUT_SENTENCES = "Op deze pagina staan geen zinnen, maar alleen koppen, links of een tabel."
_LEAST_WORDS = 5
"""A cell with so many words and a full stop holds a sentence."""

__all__ = [
    "WORD_LIMIT",
    "file_bytes",
    "find_files",
    "read_bytes",
    "read_draft",
    "read_file",
    "read_fragment",
    "read_page",
    "read_text",
]


def read_file(path: str | Path, *, genre: Genre | None = None, department: str | None = None) -> Document:
    """The Document in a .txt, .md, .html or .docx file; raises ReadError when it can't be read.

    Genre and department: as given, else from the document, else guessed (see finishing.py).
    """
    return read_bytes(file_bytes(path), str(path), genre=genre, department=department)


def file_bytes(path: str | Path) -> bytes:
    """The bytes of an ordinary file; raises ReadError when it can't be read or is too big."""
    try:
        return read_limited(Path(path))
    except ReadError as error:
        raise about(path, error) from error


def read_bytes(
    data: bytes, name: str, *, genre: Genre | None = None, department: str | None = None
) -> Document:
    """The Document in the bytes of a file called ``name``; raises ReadError when it can't be read.

    A name without suffix goes by the content alone.
    """
    try:
        document = finished(_read(data, printable(name)), genre, department)
        if not any(_has_sentences(document, block) for block in document.blocks):
            raise ReadError(_NO_SENTENCES)
    except ReadError as error:
        raise about(name, error) from error
    return document


def read_page(
    data: bytes,
    address: str,
    *,
    charset: str = "",
    genre: Genre | None = None,
    department: str | None = None,
) -> Document:
    """The Document in the bytes of a web page, its source being ``address``; ReadError when it can't be read.

    ``charset``: what the website says the bytes are.
    """
    from duidelijk.reading.html import read_html

    check_size(len(data), TEXT_LIMIT)
    document = read_html(decode_page(data, charset), printable(address))
    if not any(map(str.isalnum, document.text)):
        raise ReadError(_EMPTY_PAGE)
    document = finished(document, genre, department)
    if not any(_has_sentences(document, block) for block in document.blocks):
        raise ReadError(_PAGE_WITHOUT_SENTENCES)
    return document


def _has_sentences(document: Document, block: Block) -> bool:
    if block.kind in PROSE:
        return True
    text = document.text[block.start : block.end].rstrip()
    return block.kind == "cell" and text.endswith((".", "!", "?")) and len(text.split()) >= _LEAST_WORDS


def read_text(
    text: str, *, source: str | None = None, genre: Genre | None = None, department: str | None = None
) -> Document:
    """The Document of a plain text; ``document.text == text``.

    Raises ReadError for a text that isn't Dutch, is over 10 MB, or can't be saved as UTF-8.
    """
    check_text(text)
    return finished(plain.read(text, source or ""), genre, department)


def read_draft(
    text: str, name: str, *, genre: Genre | None = None, department: str | None = None
) -> Document:
    """The Document of a text that is still being written: Markdown by its name, else plain text.

    It may be empty. Raises ReadError for a text that isn't Dutch, is over 10 MB, or can't be saved as UTF-8.
    """
    check_text(text)
    markdown = SUFFIXES.get(PurePath(name).suffix.lower()) == "markdown"
    return finished(_text(text, "markdown" if markdown else "text", name), genre, department)


def read_fragment(
    html: str, *, source: str, genre: Genre | None = None, department: str | None = None
) -> Document:
    """The Document of an HTML page or fragment; one without words gives an empty text.

    Raises ReadError for a text that isn't Dutch, is over 10 MB, or can't be saved as UTF-8.
    """
    from duidelijk.reading.html import read_html

    check_text(html)
    return finished(read_html(html, source), genre, department)


def _read(data: bytes, name: str) -> Document:
    if not data:
        raise ReadError(_EMPTY)
    form = format_of(data, name)
    check_size(len(data), WORD_LIMIT if form == "docx" else TEXT_LIMIT)
    document = _docx(data, name) if form == "docx" else _sourced(data, form, name)
    if not any(map(str.isalnum, document.text)):
        raise ReadError(_EMPTY)
    return document


def _docx(data: bytes, name: str) -> Document:
    from duidelijk.reading.docx import read_docx

    return read_docx(data, name)


def _sourced(data: bytes, form: str, name: str) -> Document:
    """The document, with the source itself in its map."""
    source = decode(data)
    document = _text(source, form, name)
    kept = replace(document.source_map, source=source, encoding=encoding_of(data, source))
    return replace(document, source_map=kept)


def _text(source: str, form: str, name: str) -> Document:
    if form == "html":
        from duidelijk.reading.html import read_html

        return read_html(source, name)
    if form == "markdown":
        from duidelijk.reading.markdown import read_markdown

        return read_markdown(source, name)
    return plain.read(source, name)
