"""What a reader makes of a file: a document, its blocks and its places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import Literal

Severity = Literal["tip", "waarschuwing", "fout"]
Genre = Literal["brief", "web", "mail", "besluit", "onbekend"]
BlockKind = Literal[
    "heading", "paragraph", "item", "cell", "address", "reference", "subject",
    "salutation", "closing", "signature", "quote", "header", "footer",
]  # fmt: skip

SEVERITIES: tuple[Severity, ...] = ("tip", "waarschuwing", "fout")
GENRES: tuple[Genre, ...] = ("brief", "web", "mail", "besluit", "onbekend")
BLOCK_KINDS: tuple[BlockKind, ...] = (
    "heading", "paragraph", "item", "cell", "address", "reference", "subject",
    "salutation", "closing", "signature", "quote", "header", "footer",
)  # fmt: skip
PROFILES: tuple[str, ...] = ("standaard", "streng")
PROSE: tuple[BlockKind, ...] = ("paragraph", "item", "quote")
"""Blocks whose sentences count in sentence statistics."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and where it stood in the source; of equal length, or as a whole (an entity)."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The way back from text offsets to the source: sorted segments, and the offset of every source line.

    For text formats ``source`` is the decoded file, in ``encoding`` (``utf-8-sig``: with a byte order mark,
    which isn't in it; empty: in none exactly, some bytes were damaged). It is None for .docx, where each
    paragraph is one line.
    """

    segments: tuple[Segment, ...]
    line_starts: tuple[int, ...] = (0,)
    source: str | None = None
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column in the source, both counted from 1, in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one kind; ``level`` is the depth of a heading or list item (1 = top), else 0."""

    kind: BlockKind
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """The words of a link and what it points to."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Suppression:
    """Silences a rule (``*`` = every rule), or a word, between two offsets.

    ``place`` is where the remark stands in the source, None for one in duidelijk.toml.
    """

    rule: str
    start: int
    end: int
    place: Place | None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its blocks, as a reader found it.

    ``date``, ``template``: the day it is of and the template it was made with, where the file says so.
    ``misdated``: it says a date that can't be read.
    """

    source: str
    title: str
    genre: Genre
    department: str | None
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    source_map: SourceMap
    suppressions: tuple[Suppression, ...] = ()
    date: Date | None = None
    template: str = ""
    misdated: bool = False
