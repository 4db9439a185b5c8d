"""Letters that don't say where a reader can ask something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.letter_body import body, bounds, sentences_of, text_of
from duidelijk.model import BlockKind, Hit

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Sentence

_ELSEWHERE: frozenset[BlockKind] = frozenset({"address", "header", "footer", "salutation"})
_DIRECT = ("mailto:", "tel:")
_BLANKS = "{[«<"
_MAIL = re.compile(r"\S+@\S+")
_POSTAL, _NONE = 1.0, 2.0

Part = tuple[int, int, str]
"""Start, end and text."""


def contact_details(
    analysis: Analysis,
    *,
    phone: str,
    mail: str,
    blank: str,
    label: str,
    reply: str,
    site: str,
    asking: str,
    postal: str,
    objection: str,
    reader: str,
) -> Iterator[Hit]:
    """The last sentence of a letter in which a reader can't find how to ask something.

    Value: 2, or 1 where there is only a postal address. Regular expressions: ``phone``, ``mail`` and
    ``blank`` (to fill one of these in) are where a reader can ask something, above the salutation only on a
    line with a ``label`` or among the reference lines; ``reply`` says that the reader may answer; ``site``
    is a web address, which counts in a paragraph with a word of ``asking``, as a link does. ``postal`` is
    what a letter with only an address says, where ``objection`` isn't spoken of. ``reader``: lines that hold
    the reader's own address.
    """
    sentences = sentences_of(body(analysis))
    parts = _parts(analysis, label) if sentences else []
    if not sentences or _has_link(analysis) or _has_number(parts, phone, mail, blank, reader):
        return
    if _has_way(analysis, parts, reply, site, asking):
        return
    only = _has_address(analysis, postal, objection)
    kind = f"{'adres' if only else 'geen'}-{analysis.document.genre}"
    last = _last(sentences)
    yield Hit(last.start, last.end, {"kind": kind}, value=_POSTAL if only else _NONE)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _exactly(pattern: str) -> re.Pattern[str]:
    """Capitals tell an account number from a telephone number."""
    return re.compile(pattern)


def _found(pattern: str, text: str) -> bool:
    return _compiled(pattern).search(text) is not None


def _last(sentences: Sequence[Sentence]) -> Sentence:
    """The last one with a mark at its end, not a name below the letter."""
    ended = (s for s in reversed(sentences) if text_of(s).rstrip().endswith((".", "!", "?")))
    return next(ended, sentences[-1])


def _has_link(analysis: Analysis) -> bool:
    return any(link.target.lower().startswith(_DIRECT) for link in analysis.document.links)


def _has_number(parts: Sequence[Part], phone: str, mail: str, blank: str, reader: str) -> bool:
    """Whether a line of the letter has a number or address; most letters have it near the end."""
    for _, _, text in reversed(parts):
        if _exactly(phone).search(text):
            return True
        if "@" in text:
            lines = [line for line in text.splitlines() if not _compiled(reader).match(line)]
            if _found(mail, "\n".join(lines)):
                return True
        if any(sign in text for sign in _BLANKS) and _found(blank, text):
            return True
    return False


def _has_way(analysis: Analysis, parts: Sequence[Part], reply: str, site: str, asking: str) -> bool:
    """Whether the reader may answer, or is sent to a page to ask something."""
    links = analysis.document.links
    for start, end, text in parts:
        sited = _found(site, _MAIL.sub("", text)) or any(start <= link.start < end for link in links)
        if (sited and _found(asking, text)) or _found(reply, text):
            return True
    return False


def _parts(analysis: Analysis, label: str) -> list[Part]:
    """Every part that may tell it: reference and labelled lines, and all below the salutation.

    A paragraph goes together with the heading above it.
    """
    document = analysis.document
    begin, _ = bounds(analysis)
    heading = -1
    found: list[Part] = []
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.start < begin or block.kind in _ELSEWHERE:
            lines = text.splitlines() if block.kind != "reference" else [text]
            known = [line for line in lines if block.kind == "reference" or _found(label, line)]
            found += [(block.start, block.end, line) for line in known]
            continue
        start = heading if heading >= 0 else block.start
        found.append((start, block.end, document.text[start : block.end]))
        heading = block.start if block.kind == "heading" else -1
    return found


def _has_address(analysis: Analysis, postal: str, objection: str) -> bool:
    """Whether the body gives a postal address for something else than an objection."""
    document = analysis.document
    begin, end = bounds(analysis)
    before = ""
    for block in document.blocks:
        if not begin <= block.start < end:
            continue
        text = document.text[block.start : block.end]
        named = block.kind == "address" or _found(postal, text)
        if named and not _found(objection, before + text):
            return True
        before = text
    return False
