"""What every format gets at the end: letter parts, genre, title, and blocks that can be parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from duidelijk.errors import ReadError
from duidelijk.model import GENRES, Block, Document, Genre
from duidelijk.reading.dutch import check_dutch
from duidelijk.reading.letters import is_letter, is_mail, subject_of, with_parts

_LONGEST_BLOCK = 20_000
_CUTS = re.compile(r"(?:(?P<stop>[.!?])|\S)\s+")
_DECISION = re.compile(
    r"(?:ontwerp)?(?:besluit|beschikking|collegebesluit|raadsbesluit|verkeersbesluit)\b", re.IGNORECASE
)


def finished(document: Document, genre: Genre | None, department: str | None) -> Document:
    """The document with its letter parts, title, genre and department.

    Genre: as given, else what the document says, else guessed: the top of an e-mail → mail, a
    salutation → brief, a title that begins with Besluit or Beschikking → besluit, else onbekend.
    Raises ReadError for a text that isn't Dutch, or a genre that doesn't exist.
    """
    if genre is not None and genre not in GENRES:
        raise ReadError(f"Deze soort tekst bestaat niet. Kies uit: {', '.join(GENRES)}.")
    check_dutch(" ".join(document.text[b.start : b.end] for b in document.blocks if b.kind != "address"))
    document = with_parts(replace(document, blocks=tuple(_short_enough(document))))
    title = document.title or _title(document)
    stated = document.genre if document.genre != "onbekend" else None
    return replace(
        document,
        title=title,
        genre=genre or stated or _guessed(document, title),
        department=department or document.department,
    )


def _guessed(document: Document, title: str) -> Genre:
    if is_mail(document):
        return "mail"
    if is_letter(document):
        return "brief"
    return "besluit" if _DECISION.match(title) else "onbekend"


def _title(document: Document) -> str:
    """The subject, else the first heading."""
    if subject := subject_of(document):
        return subject
    first = next((b for b in document.blocks if b.kind == "heading"), None)
    return " ".join(document.text[first.start : first.end].split()) if first else ""


def _short_enough(document: Document) -> Iterator[Block]:
    """The blocks; one of over 20,000 characters is cut between sentences: a whole one takes gigabytes."""
    for block in document.blocks:
        start = block.start
        while block.end - start > _LONGEST_BLOCK:
            cuts = list(_CUTS.finditer(document.text, start, start + _LONGEST_BLOCK))
            last = next((cut for cut in reversed(cuts) if cut["stop"]), cuts[-1] if cuts else None)
            end = last.end() if last else start + _LONGEST_BLOCK
            yield replace(block, start=start, end=end)
            start = end
        yield replace(block, start=start)
