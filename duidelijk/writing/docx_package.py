"""A .docx with one part replaced, and a part with other words in some of its ``w:t``."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from copy import copy
from html import escape
from io import BytesIO

from duidelijk.writing.docx_places import Place

_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_KEEP_SPACE = b' xml:space="preserve"'


def part_names(data: bytes) -> list[str]:
    """The names of all parts, one that is there twice also twice."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def with_texts(part: bytes, places: Sequence[Place], texts: Mapping[int, str]) -> bytes:
    """The part with these words in the ``w:t`` with these numbers; every other byte stays."""
    pieces, at = [], 0
    for number in sorted(texts):
        place = places[number]
        tag = part[place.start : place.inner]
        if b"xml:space" not in tag:
            tag = tag[:-1].rstrip() + _KEEP_SPACE + b">"
        pieces += [part[at : place.start], tag, escape(texts[number], quote=False).encode("utf-8")]
        at = place.end
    return b"".join([*pieces, part[at:]])


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """The archive with ``part`` in the place of the part called ``name``; order and dates stay."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        new.comment = old.comment
        for info in old.infolist():
            content = part if info.filename == name else old.read(info)
            packing = info.compress_type if info.compress_type in _PACKINGS else zipfile.ZIP_DEFLATED
            new.writestr(copy(info), content, compress_type=packing)
    return target.getvalue()
