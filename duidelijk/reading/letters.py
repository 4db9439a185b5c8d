"""The parts of a letter: address, reference lines, subject, salutation, closing and signature."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from duidelijk.model import Document
from duidelijk.reading import letter_lines as say
from duidelijk.reading.block_lines import BlockLine, block_lines, merged, regrouped, split

_HEAD_LINES, _ADDRESS_LINES, _SIGNATURE_LINES, _SHORT = 40, 6, 9, 70
_LONGEST_SUBJECT = 300
"""A line with more characters is running text, whatever it begins with."""
_CONTACT = re.compile(r"\d|@|www\.|\.nl\b")


def with_parts(document: Document) -> Document:
    """The document with the parts of a letter marked as such; lines of running text stay what they are."""
    lines = list(block_lines(document))
    start = _salutation(lines)
    _mail(lines)
    _head(lines[: start if start is not None else _HEAD_LINES], strict=start is None)
    _closing(lines, start or 0)
    _addresses(lines)
    _contact(lines)
    blocks = tuple(merged(regrouped(lines), document.text))
    return replace(document, blocks=blocks)


def is_letter(document: Document) -> bool:
    """Whether the document has a salutation."""
    return any(block.kind == "salutation" for block in document.blocks)


def is_mail(document: Document) -> bool:
    """Whether the document begins with the lines ``Van:`` and ``Aan:`` of an e-mail."""
    text = document.text
    head = "\n".join(text[b.start : b.end] for b in document.blocks[:6] if b.kind in ("reference", "subject"))
    return bool(re.match(r"(?:van|from):", head, re.I) and re.search(r"^aan:", head, re.I | re.M))


def subject_of(document: Document) -> str:
    """The words of the subject line without its label; empty if there is none."""
    text = document.text
    for block in document.blocks:
        if block.kind == "subject":
            line = text[block.start : block.end]
            return " ".join(line[say.label(line, "subject", colon=False) :].split())
    return ""


def _first_of_block(lines: Sequence[BlockLine], at: int) -> bool:
    return at == 0 or lines[at - 1].index != lines[at].index


def _last_of_block(lines: Sequence[BlockLine], at: int) -> bool:
    return at + 1 == len(lines) or lines[at + 1].index != lines[at].index


def _salutation(lines: list[BlockLine]) -> int | None:
    """Marks the salutation; returns its index."""
    for at, line in enumerate(lines[:_HEAD_LINES]):
        if not line.free or not (_first_of_block(lines, at) or say.is_loose(lines[at - 1].text)):
            continue
        if length := say.salutation(line.text):
            if (
                length == len(line.text)
                and not _last_of_block(lines, at)
                and not line.text.endswith((",", "!"))
            ):
                continue
            split(lines, at, length)
            lines[at].kind = "salutation"
            return at
    return None


def _mail(lines: Sequence[BlockLine]) -> None:
    """Marks ``Van:``, ``Aan:`` and the like at the top of an e-mail."""
    top = [line for line in lines[:8] if line.free and say.label(line.text, "mail", colon=True)]
    if len(top) >= 2 and lines[0] is top[0]:
        for line in top:
            line.kind = "reference"


def _head(lines: Sequence[BlockLine], strict: bool) -> None:
    """Marks what stands above the salutation; ``strict``: there is none, so only what is certain."""
    prose = _prose(lines)
    for at, line in enumerate(lines):
        if not line.free or line.index in prose:
            continue
        if at + 1 < len(lines) and (part := say.whole_label(line.text)) and lines[at + 1].breaks == 0:
            line.kind = lines[at + 1].kind = part
        elif say.label(line.text, "subject", colon=False) and (not strict or at < 12):
            line.kind = "subject" if len(line.text) <= _LONGEST_SUBJECT else None
        elif say.is_date(line.text) or say.label(line.text, "reference", colon=strict):
            line.kind = "reference" if say.is_loose(line.text) else None
        elif not strict and say.is_loose(line.text, _SHORT) and say.begins(line.text, "address"):
            line.kind = "address"
    if not strict:
        for at, line in enumerate(lines):
            if line.free and say.is_postcode(line.text):
                _address(lines, at, _ADDRESS_LINES, across=True)
        _spread(lines)


def _prose(lines: Sequence[BlockLine]) -> frozenset[int]:
    """The blocks of running text: of several lines, not all short and loose."""
    count = Counter(line.index for line in lines)
    return frozenset(line.index for line in lines if count[line.index] > 1 and not say.is_loose(line.text))


def _address(lines: Sequence[BlockLine], at: int, most: int, across: bool) -> None:
    """Marks the address that ends with the postcode at ``at``; ``across``: also over separate paragraphs."""
    lines[at].kind = "address"
    for line, below in zip(reversed(lines[max(at - most, 0) : at]), reversed(lines[: at + 1]), strict=False):
        joined = not below.gap or (across and line.index != below.index and line.block.kind == "paragraph")
        if not line.free or not joined or not say.is_loose(line.text, _SHORT) or line.text.endswith(","):
            break
        line.kind = "address"


def _spread(lines: Sequence[BlockLine]) -> None:
    """Loose lines right below or above a line of an address belong to it."""
    for order in (lines, tuple(reversed(lines))):
        for near, line in itertools.pairwise(order):
            touching = not (line if order is lines else near).gap
            if near.kind == "address" and line.free and touching and say.is_loose(line.text, _SHORT):
                line.kind = "address"


def _addresses(lines: Sequence[BlockLine]) -> None:
    """Marks addresses anywhere: loose lines that touch and end with a postcode."""
    prose = _prose(lines)
    for at, line in enumerate(lines):
        if line.free and say.is_postcode(line.text) and at and not line.gap and line.index not in prose:
            _address(lines, at, _ADDRESS_LINES, across=False)


def _contact(lines: Sequence[BlockLine]) -> None:
    """Marks lines like ``Telefoon: 14 0321`` and ``Bijlage: 2`` anywhere."""
    prose = _prose(lines)
    for line in lines:
        labelled = line.free and say.label(line.text, "reference", colon=True)
        if labelled and say.is_loose(line.text, _SHORT) and line.index not in prose:
            rest = line.text[labelled:]
            if _CONTACT.search(rest) or line.text.lower().startswith("bijlage"):
                line.kind = "reference"


def _closing(lines: list[BlockLine], start: int) -> None:
    """Marks the last closing and the signature below it."""
    for at in range(len(lines) - 1, start, -1):
        if lines[at].free and (length := say.closing(lines[at].text)):
            split(lines, at, length)
            lines[at].kind = "closing"
            _signature(lines, at + 1)
            return


def _signature(lines: Sequence[BlockLine], first: int) -> None:
    for at in range(first, min(first + _SIGNATURE_LINES, len(lines))):
        line = lines[at]
        if (
            not line.free
            or not say.is_loose(line.text, _SHORT)
            or say.label(line.text, "reference", colon=True)
        ):
            return
        if at > first and line.gap and _heads_prose(lines, at):
            return
        line.kind = "signature"


def _heads_prose(lines: Sequence[BlockLine], at: int) -> bool:
    """Whether the line is a heading with running text under it."""
    if at + 1 == len(lines):
        return False
    below = lines[at + 1]
    return lines[at].block.kind == "heading" and (not below.free or not say.is_loose(below.text, _SHORT))
