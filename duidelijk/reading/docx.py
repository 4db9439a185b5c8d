"""A Word document → Document: what a reader sees when all changes are accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from duidelijk.model import GENRES, Document, Genre
from duidelijk.reading.builder import TextBuilder
from duidelijk.reading.days import day_of, day_said
from duidelijk.reading.docx_blocks import Lines
from duidelijk.reading.docx_paragraph import Paragraph
from duidelijk.reading.docx_parts import Package, child, short, value
from duidelijk.reading.docx_styles import Style, styles
from duidelijk.reading.docx_walk import paragraphs

_NO_TITLE = re.compile(r"document\d*|word document|naamloos|sjabloon|microsoft word -.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """The part with the text: its name, its XML, what it refers to, its styles and its paragraphs."""

    name: str
    root: Element
    relations: Mapping[str, tuple[str, str]]
    known: Mapping[str, Style]
    paragraphs: list[Paragraph]


def read_docx(data: bytes, name: str) -> Document:
    """The document in the bytes of a .docx; raises ReadError if it isn't one.

    Order: the body, then each distinct page header, page footer and note once (kinds header, footer and
    footer). Line n of the source map is the nth paragraph in that order, empty ones counted. Title, genre,
    department, date and template: what the properties say; the date is else the day it was last saved.
    """
    package = Package(data)
    body = body_of(package)
    builder = TextBuilder()
    lines = Lines(builder)
    lines.write(body.paragraphs)
    _margins(package, body, lines)
    properties = _properties(package)
    day, misdated = day_said(properties.get("datum", ""))
    title = properties.get("title", "")
    return Document(
        source=name,
        title="" if _NO_TITLE.fullmatch(title) else title,
        genre=_genre(properties.get("soort", ""), properties.get("category", "")),
        department=properties.get("afdeling") or None,
        text=builder.text(),
        blocks=tuple(builder.blocks),
        links=tuple(builder.links),
        source_map=builder.source_map(tuple(lines.starts) or (0,)),
        date=day or day_of(properties.get("modified", "")),
        template=properties.get("sjabloon", ""),
        misdated=misdated,
    )


def body_of(package: Package) -> Body:
    """The part with the text. Raises ReadError if there is none."""
    main = package.main()
    relations = package.relations(main)
    root = package.xml(main)
    assert root is not None
    known = styles(_related(package, relations, "styles"))
    body = child(root, "body")
    found = paragraphs(root if body is None else body, known, relations)
    return Body(main, root, relations, known, found)


def _related(package: Package, relations: Mapping[str, tuple[str, str]], kind: str) -> bytes | None:
    target = next((target for one, target in relations.values() if one == kind), None)
    return package.data(target) if target else None


def _margins(package: Package, body: Body, lines: Lines) -> None:
    """Writes page headers and footers, then notes; the same words only once."""
    relations, known = body.relations, body.known
    seen: set[str] = set()
    targets = list(dict.fromkeys(_references(body.root)))
    for kind in ("header", "footer"):
        for target in (relations[key][1] for one, key in targets if one == kind and key in relations):
            found = _unseen(_part(package, target, known), seen)
            lines.write(found, "header" if kind == "header" else "footer")
    for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        for target in (target for one, target in relations.values() if one == kind):
            lines.write(_notes(package, target, tag, known), "footer")


def _references(root: Element) -> Iterator[tuple[str, str]]:
    """(header or footer, id) of what the sections show; a first page of its own only where it is on."""
    for section in root.iter():
        if short(section.tag) != "sectPr":
            continue
        first = child(section, "titlePg") is not None
        for one in section:
            kind = short(one.tag).removesuffix("Reference")
            if kind in ("header", "footer") and (first or value(one, "type") != "first"):
                yield kind, value(one, "r:id") or ""


def _part(package: Package, target: str, known: Mapping[str, Style]) -> list[Paragraph]:
    root = package.xml(target)
    return [] if root is None else paragraphs(root, known, package.relations(target))


def _unseen(found: list[Paragraph], seen: set[str]) -> list[Paragraph]:
    """The paragraphs whose words weren't there yet; most headers come in two or three versions."""
    kept = []
    for paragraph in found:
        words = "".join(paragraph.pieces).strip()
        if words and words not in seen:
            seen.add(words)
            kept.append(paragraph)
    return kept


def _notes(package: Package, target: str, tag: str, known: Mapping[str, Style]) -> list[Paragraph]:
    """The notes of the writer; the lines that Word draws above notes have a type."""
    root = package.xml(target)
    relations = package.relations(target)
    notes = [one for one in (root if root is not None else ()) if short(one.tag) == tag]
    return [p for one in notes if value(one, "type") is None for p in paragraphs(one, known, relations)]


def _properties(package: Package) -> dict[str, str]:
    """Title and category of the document, and the properties that its maker added, in small letters."""
    found: dict[str, str] = {}
    for kind, target in package.relations("").values():
        root = package.xml(target) if kind in ("core-properties", "custom-properties") else None
        for one in root if root is not None else ():
            key = one.get("name", "") or short(one.tag).partition(":")[2]
            words = " ".join("".join(one.itertext()).split())
            found.setdefault(key.lower().removeprefix("duidelijk:"), words)
    return found


def _genre(*named: str) -> Genre:
    return next((genre for word in named for genre in GENRES if genre == word.lower()), "onbekend")
