"""The words of one Markdown block, each with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from duidelijk.reading.builder import TextBuilder
from duidelijk.reading.remarks import remark
from duidelijk.reading.source_map import place_in

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAK = re.compile(r"\\?\n|[ ]*\n")
_DESTINATION = re.compile(
    r"\(\s*(?:<[^<>\n]*>|(?:\\.|[^\\\s()]|\((?:\\.|[^\\\s()]|\([^\s()]*\))*\))*)"
    r"(?:\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)"
    r"|\[(?:\\.|[^\[\]\\])*\]"
)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class InlineWriter:
    """Writes the inline tokens of a block; character i of ``raw`` stands at ``positions[i]``."""

    def __init__(
        self, raw: str, positions: Sequence[int], builder: TextBuilder, starts: tuple[int, ...]
    ) -> None:
        self._raw, self._positions, self._builder, self._starts = raw, positions, builder, starts
        self._at = 0
        self._links: list[tuple[int, str, str]] = []

    def write(self, tokens: Sequence[Token]) -> None:
        """Writes all words; markup, images and tags are left out."""
        for token in tokens:
            kind = token.type
            if kind == "text":
                self._words(token.content)
            elif kind == "text_special":
                self._as_a_whole(token.content, token.markup)
            elif kind == "code_inline":
                self._code(token)
            elif kind in ("softbreak", "hardbreak"):
                self._line_end()
            elif kind == "html_inline":
                self._tag(token.content)
            elif kind == "image":
                self._find("![")
                self._find(token.content)
                self._skip_destination()
            elif kind == "link_open":
                self._links.append((self._builder.length, str(token.attrGet("href") or ""), token.info))
            elif kind == "link_close":
                self._end_link()
            elif token.markup:
                self._find(token.markup)

    def _find(self, text: str) -> int:
        """Moves past ``text``; returns where it stood, -1 when it isn't there."""
        start = self._raw.find(text, self._at)
        if start >= 0:
            self._at = start + len(text)
        return start

    def _words(self, text: str) -> None:
        start = self._find(text)
        if start < 0:
            self._builder.add(text, self._positions[self._at], self._positions[self._at])
            return
        self._copy(start, start + len(text), text)

    def _copy(self, start: int, end: int, text: str) -> None:
        """Adds ``text`` for ``start:end``, in stretches that lie together in the source."""
        places, first = self._positions, start
        for at in range(start + 1, end + 1):
            if at == end or places[at] != places[at - 1] + 1:
                self._builder.add(text[first - start : at - start], places[first])
                first = at

    def _as_a_whole(self, text: str, written: str) -> None:
        start = self._find(written)
        if start < 0:
            self._words(text)
            return
        self._builder.add(text, self._positions[start], self._positions[self._at - 1] + 1)

    def _code(self, token: Token) -> None:
        self._find(token.markup)
        start = self._raw.replace("\n", " ").find(token.content, self._at)
        if start >= 0:
            self._at = start + len(token.content)
            self._copy(start, self._at, token.content)
        self._find(token.markup)

    def _line_end(self) -> None:
        if found := _BREAK.search(self._raw, self._at):
            newline = found.end() - 1
            self._builder.add("\n", self._positions[newline], self._positions[newline + 1])
            self._at = found.end()

    def _tag(self, tag: str) -> None:
        start = self._find(tag)
        if start >= 0 and _LINE_BREAK.fullmatch(tag):
            self._builder.add("\n", self._positions[start], self._positions[self._at])
        elif start >= 0 and tag.startswith("<!--") and (found := remark(tag[4:-3])):
            for rule in found[1]:
                self._builder.switch(rule, found[0], place_in(self._starts, self._positions[start]))

    def _end_link(self) -> None:
        start, target, info = self._links.pop()
        self._builder.link(start, target)
        if info == "auto":
            self._find(">")
        else:
            self._skip_destination()

    def _skip_destination(self) -> None:
        self._find("]")
        if found := _DESTINATION.match(self._raw, self._at):
            self._at = found.end()
