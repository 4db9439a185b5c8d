"""The bytes of a sitemap → the addresses in it (sitemaps.org/protocol.html)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from xml.parsers import expat

from duidelijk.fetching.replies import Listed

_PIECE = 65536
_ENTRIES = {"url": "pages", "sitemap": "index"}
_MOST = 500_000
"""Entries; by sitemaps.org a sitemap has 50,000 at most."""
_LONGEST, _LONGEST_MOMENT = 4096, 40
_MOMENT = re.compile(r"[0-9T:.+Zz-]+\Z")


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The entries of one sitemap: ``pages``, or in an ``index`` other sitemaps."""

    kind: Literal["pages", "index"]
    entries: tuple[Listed, ...]


def sitemap_in(data: bytes) -> Sitemap:
    """The Sitemap in these bytes; ValueError for other or broken XML, too many entries, or a DOCTYPE.

    A DOCTYPE can hold entities that blow up; a sitemap has none.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    data = data.lstrip(b" \t\r\n")
    try:
        for at in range(0, len(data), _PIECE):
            parser.Parse(data[at : at + _PIECE], False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError) as problem:
        raise ValueError("broken XML") from problem
    if reader.kind is None:
        raise ValueError("not a sitemap")
    return Sitemap(reader.kind, tuple(reader.entries))


def _refuse(*_: object) -> None:
    raise ValueError("a sitemap with a DOCTYPE")


class _Reader:
    """Takes the parser's events and keeps the entries."""

    def __init__(self) -> None:
        self.kind: Literal["pages", "index"] | None = None
        self.entries: list[Listed] = []
        self._depth = 0
        self._entry: dict[str, str] | None = None
        self._words: list[str] | None = None

    def start(self, name: str, _: object) -> None:
        local = name.rpartition(" ")[2]
        self._depth += 1
        if self._depth == 1 and local in ("urlset", "sitemapindex"):
            self.kind = "pages" if local == "urlset" else "index"
        elif self._depth == 2:
            self._entry = {} if self.kind and _ENTRIES.get(local) == self.kind else None
        elif self._depth == 3 and self._entry is not None and local in ("loc", "lastmod"):
            self._words = []

    def words(self, words: str) -> None:
        if self._words is not None:
            self._words.append(words)

    def end(self, name: str) -> None:
        if self._depth == 3 and self._words is not None and self._entry is not None:
            self._entry.setdefault(name.rpartition(" ")[2], "".join(self._words).strip())
            self._words = None
        elif self._depth == 2 and self._entry is not None:
            self._keep(self._entry)
            self._entry = None
        self._depth -= 1

    def _keep(self, entry: dict[str, str]) -> None:
        if len(self.entries) >= _MOST:
            raise ValueError("too many entries")
        moment = entry.get("lastmod", "")
        fits = len(moment) <= _LONGEST_MOMENT and _MOMENT.match(moment)
        self.entries.append(Listed(entry.get("loc", "")[:_LONGEST], moment if fits else ""))
