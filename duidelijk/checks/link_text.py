"""Links whose words don't say where they lead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.model import Hit, Lexicon, Link

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_TARGET = re.compile(r"^(?:https?:)?//(?:www\.)?|/(?=$|[?#])", re.IGNORECASE)
_MAIL = "mailto:"


def link_text(analysis: Analysis, *, vague: Lexicon, longest_address: int = 40) -> Iterator[Hit]:
    """Every link with words of ``vague``, a long address, a hidden mail address or the words of another link.

    ``vague``: text → soort (geheel: the whole text of the link; begin: words may follow). An address is long
    when it has more than ``longest_address`` characters.
    """
    links = _within(analysis)
    text = analysis.document.text
    targets: dict[str, set[str]] = {}
    for link in links:
        targets.setdefault(_words(text, link), set()).add(_target(link))
    for link in links:
        words = _words(text, link)
        kind = _kind(text, link, words, vague, longest_address)
        if kind or len(targets[words]) > 1:
            yield Hit(*_bare(text, link), {"kind": kind or "dubbel", "address": _mail_address(link)})


def _within(analysis: Analysis) -> list[Link]:
    """The links with words, in the blocks that are looked at."""
    starts = [p.block.start for p in analysis.passages]
    found = []
    for link in analysis.document.links:
        at = bisect_right(starts, link.start) - 1
        if at >= 0 and link.end <= analysis.passages[at].block.end and _words(analysis.document.text, link):
            found.append(link)
    return found


def _bare(text: str, link: Link) -> tuple[int, int]:
    """The range of a link without arrows and other signs around its words."""
    shown = text[link.start : link.end]
    first = _EDGES.match(shown)
    start = first.end() if first and shown[: first.end()] else 0
    return link.start + start, link.start + start + len(_EDGES.sub("", shown))


def _words(text: str, link: Link) -> str:
    """The text of a link in small letters, without signs around it."""
    return _EDGES.sub("", " ".join(text[link.start : link.end].lower().split()))


def _target(link: Link) -> str:
    """What a link points to, the same for two ways to write it."""
    return _TARGET.sub("", link.target.strip())


def _mail_address(link: Link) -> str:
    return link.target[len(_MAIL) :].partition("?")[0] if link.target.lower().startswith(_MAIL) else ""


def _kind(text: str, link: Link, words: str, vague: Lexicon, longest: int) -> str:
    shown = text[link.start : link.end].strip()
    if _mail_address(link) and "@" not in shown:
        return "mail"
    if words in vague.rows or words.startswith(_openings(vague)):
        return "vaag"
    return "adres" if len(shown) > longest and _ADDRESS.fullmatch(shown) else ""


@cache
def _openings(vague: Lexicon) -> tuple[str, ...]:
    rows: Mapping[str, Mapping[str, str]] = vague.rows
    return tuple(f"{text} " for text, row in rows.items() if row["soort"] == "begin")
