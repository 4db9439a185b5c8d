"""The parts of a .docx: XML without entities, and how the parts refer to each other."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from duidelijk.errors import ReadError
from duidelijk.reading.guard import check_zip

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "core:",
}
LARGEST = 30_000_000
"""Most bytes of XML in one part: ten thousand pages or so."""
_AGAIN = "Open het bestand in Word en sla het opnieuw op als .docx."
NO_WORD = f"Dit bestand is geen Word-document, of het is beschadigd. {_AGAIN}"
BROKEN = f"Dit Word-document is beschadigd. {_AGAIN}"
DOCTYPE = f"In dit Word-document staat een DOCTYPE. Dat is niet veilig. {_AGAIN}"
TOO_LARGE = "Dit Word-document is te groot om te lezen. Verdeel de tekst over kleinere bestanden."


class _Safe(TreeBuilder):
    """Builds the tree, but stops at a DOCTYPE: no entity is ever read."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> NoReturn:
        raise ReadError(DOCTYPE)


_PLAIN_START = re.compile(
    rb"(?:\xef\xbb\xbf)?<(?:\?xml(?![^>]*encoding)|\?xml[^>]*encoding=[\"'](?i:utf-8)[\"']|[^?!])"
)


def _parser(data: bytes) -> XMLParser:
    """The parser for these bytes; the quicker one where it's sure that there is no DOCTYPE."""
    sure = _PLAIN_START.match(data) and b"<!DOCTYPE" not in data
    return XMLParser() if sure else XMLParser(target=_Safe())


def parsed(data: bytes) -> Element:
    """The root of the XML in these bytes. Raises ReadError where it is broken or has a DOCTYPE."""
    try:
        parser = _parser(data)
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, RuntimeError, ValueError, LookupError) as error:
        raise ReadError(BROKEN) from error
    return root


@lru_cache(maxsize=4096)
def short(tag: str) -> str:
    """``p`` for Word's own ``{…}p``, ``mc:Choice`` and the like for a few others, else ``?:name``."""
    if not tag.startswith("{"):
        return tag
    space, _, name = tag[1:].partition("}")
    return _SPACES.get(space, "?:") + name


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute of Word (or ``r:…``) with this name."""
    if element is not None:
        for key, found in element.attrib.items():
            if short(key) == name:
                return found
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of a first child … with these short names."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if short(one.tag) == name), None)
    return element


def switched_on(element: Element | None) -> bool | None:
    """What ``<w:b/>`` or ``<w:b w:val="0"/>`` says; None where it isn't there."""
    return None if element is None else value(element) not in ("0", "false", "off")


class Package:
    """The parts of one .docx, read one by one."""

    def __init__(self, data: bytes) -> None:
        self._zip = check_zip(data)
        self._names = frozenset(self._zip.namelist())

    def data(self, name: str) -> bytes | None:
        """The bytes of a part; None if there is no such part. Raises ReadError if it can't be read."""
        if name not in self._names:
            return None
        if self._zip.getinfo(name).file_size > LARGEST:
            raise ReadError(TOO_LARGE)
        try:
            return self._zip.read(name)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise ReadError(BROKEN) from error

    def xml(self, name: str) -> Element | None:
        """The root of a part; None if there is no such part. Raises ReadError if it can't be read."""
        data = self.data(name)
        return None if data is None else parsed(data)

    def main(self) -> str:
        """Name of the part with the text. Raises ReadError if there is none."""
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self._names:
                return target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise ReadError(NO_WORD)

    def relations(self, part: str) -> Mapping[str, tuple[str, str]]:
        """Id → (kind, target) of what a part refers to; a target inside the file is a part name."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return dict(_relations(root, folder)) if root is not None else {}


def _relations(root: Element, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for one in root:
        target = one.get("Target", "")
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield one.get("Id", ""), (one.get("Type", "").rpartition("/")[2], target)
