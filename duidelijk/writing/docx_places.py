"""Where each ``w:t`` stands in the bytes of a part, so that all bytes around it can stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat

from duidelijk.reading.docx_parts import short

_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_START_TAG = re.compile(rb"<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*>")


@dataclass(frozen=True, slots=True)
class Place:
    """One ``w:t``: the bytes of its start tag, and those of what stands in it."""

    start: int
    inner: int
    end: int


def text_places(data: bytes) -> list[Place] | None:
    """The place of every ``w:t`` in order; one without words has ``inner == end``. None for other encodings.

    The part has been read before: it is sound XML without a DOCTYPE.
    """
    if _ENCODING.match(data) or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None
    found: list[Place] = []
    opened: list[int] = []
    parser = expat.ParserCreate(namespace_separator="}")

    def start(name: str, _: dict[str, str]) -> None:
        if _is_text(name):
            opened.append(parser.CurrentByteIndex)

    def end(name: str) -> None:
        if _is_text(name):
            found.append(_place(data, opened.pop(), parser.CurrentByteIndex))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    return found


def _is_text(name: str) -> bool:
    return short(f"{{{name}" if "}" in name else name) == "t"


def _place(data: bytes, start: int, end: int) -> Place:
    tag = _START_TAG.match(data, start)
    inner = tag.end() if tag and tag.end() <= end else end
    return Place(start, inner, end)
