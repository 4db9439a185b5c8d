"""Letters that don't say where a reader can ask something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.letter_body import body, bounds, sentences_of
from duidelijk.model import BlockKind, Hit

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis

_ELSEWHERE: frozenset[BlockKind] = frozenset({"address", "header", "footer", "salutation"})
_DIRECT = ("mailto:", "tel:")
_MARKS = frozenset("0123456789@{[«<")
"""A number, an address or a blank to fill in has one of these."""
_POSTAL, _NONE = 1.0, 2.0


def contact_details(
    analysis: Analysis,
    *,
    reach: str,
    reply: str,
    site: str,
    asking: str,
    postal: str,
    objection: str,
    reader: str,
) -> Iterator[Hit]:
    """The last sentence of a letter in which a reader can't find how to ask something.

    Value: 2, or 1 where there is only a postal address. Regular expressions: ``reach`` is a number or address
    where a reader can ask something; ``reply`` says that the reader may answer; ``site`` is a web address,
    which counts in a paragraph with a word of ``asking``, as a link does. ``postal`` is what a letter with
    only an address says, where ``objection`` isn't spoken of. ``reader``: lines that hold the reader's own
    address.
    """
    sentences = sentences_of(body(analysis))
    if not sentences or _can_ask(analysis, reach, reply, site, asking, reader):
        return
    only = _has_address(analysis, postal, objection)
    kind = f"{'adres' if only else 'geen'}-{analysis.document.genre}"
    yield Hit(sentences[-1].start, sentences[-1].end, {"kind": kind}, value=_POSTAL if only else _NONE)


def _can_ask(analysis: Analysis, reach: str, reply: str, site: str, asking: str, reader: str) -> bool:
    """Whether a line of the letter, or a link in it, tells how to reach the sender."""
    links = analysis.document.links
    if any(link.target.lower().startswith(_DIRECT) for link in links):
        return True
    for start, end, text in _parts(analysis):
        lines = [line for line in text.splitlines() if not re.match(reader, line, re.IGNORECASE)]
        own = "\n".join(lines)
        if not _MARKS.isdisjoint(own) and re.search(reach, own, re.IGNORECASE):
            return True
        if re.search(asking, text, re.IGNORECASE):
            linked = any(start <= link.start < end for link in links)
            if linked or re.search(site, text, re.IGNORECASE):
                return True
        if re.search(reply, text, re.IGNORECASE):
            return True
    return False


def _parts(analysis: Analysis) -> Iterator[tuple[int, int, str]]:
    """Start, end and text of every part that may tell it: reference lines, and all below the salutation.

    A paragraph goes together with the heading above it.
    """
    document = analysis.document
    begin, _ = bounds(analysis)
    heading = -1
    for block in document.blocks:
        if block.kind in _ELSEWHERE or (block.start < begin and block.kind != "reference"):
            continue
        start = heading if heading >= 0 else block.start
        yield start, block.end, document.text[start : block.end]
        heading = block.start if block.kind == "heading" else -1


def _has_address(analysis: Analysis, postal: str, objection: str) -> bool:
    """Whether the body gives a postal address for something else than an objection."""
    document = analysis.document
    begin, end = bounds(analysis)
    before = ""
    for block in document.blocks:
        if not begin <= block.start < end:
            continue
        text = document.text[block.start : block.end]
        named = block.kind == "address" or re.search(postal, text, re.IGNORECASE)
        if named and not re.search(objection, before + text, re.IGNORECASE):
            return True
        before = text
    return False
