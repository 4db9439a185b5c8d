"""Markdown → Document: the words without the markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from duidelijk.model import BlockKind, Document
from duidelijk.reading.builder import TextBuilder
from duidelijk.reading.front_matter import (
    date_of,
    department_of,
    front_matter,
    genre_of,
    template_of,
    title_of,
)
from duidelijk.reading.headings import bold_heading
from duidelijk.reading.markdown_inline import InlineWriter
from duidelijk.reading.source_map import line_starts

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n?|\n")


def read_markdown(source: str, name: str) -> Document:
    """The document in a Markdown file: CommonMark with tables; code blocks and images are left out.

    Title, genre, department, date and template come from the front matter. Raises ReadError when that isn't
    YAML.
    """
    from markdown_it import MarkdownIt

    length, said = front_matter(source)
    day, misdated = date_of(said)
    source = source.replace("\0", "\ufffd")
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    starts = line_starts(source)
    builder = TextBuilder()
    _Writer(source, length, starts, builder).write(parser.parse(source[length:]))
    return Document(
        source=name,
        title=title_of(said),
        genre=genre_of(said),
        department=department_of(said),
        text=builder.text(),
        blocks=tuple(builder.blocks),
        links=tuple(builder.links),
        source_map=builder.source_map(starts),
        suppressions=builder.suppressions(),
        date=day,
        template=template_of(said),
        misdated=misdated,
    )


class _Writer:
    """Writes the blocks of the text that begins at ``base``."""

    def __init__(self, source: str, base: int, starts: tuple[int, ...], builder: TextBuilder) -> None:
        self._source, self._starts, self._builder = source, starts, builder
        ends = [m.span() for m in _LINE_END.finditer(source, base)]
        self._lines = [base, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(source)]
        self._lists = self._quotes = self._level = 0
        self._cell = False
        self._row, self._row_at = -1, 0

    def write(self, tokens: Sequence[Token]) -> None:
        """Takes the tokens of the whole text."""
        for token in tokens:
            kind = token.type
            if kind == "inline":
                self._inline(token)
            elif kind == "html_block":
                self._html(token)
            elif kind == "heading_open":
                self._level = int(token.tag[1])
            elif kind == "heading_close":
                self._level = 0
            elif kind in ("td_open", "th_open", "td_close", "th_close"):
                self._cell = token.nesting > 0
            elif kind.startswith(("bullet_list", "ordered_list")):
                self._lists += token.nesting
            elif kind.startswith("blockquote"):
                self._quotes += token.nesting

    def _inline(self, token: Token) -> None:
        raw, positions = self._cell_text(token) if self._cell else self._located(token)
        self._builder.separate()
        start = self._builder.length
        InlineWriter(raw, positions, self._builder, self._starts).write(token.children or ())
        self._builder.block(*self._kind(token, start))

    def _kind(self, token: Token, start: int) -> tuple[BlockKind, int, int]:
        if self._level:
            return "heading", start, self._level
        if self._cell:
            return "cell", start, 0
        if self._lists:
            return "item", start, min(self._lists, 6)
        if self._quotes:
            return "quote", start, 0
        return ("heading", start, 2) if _bold_heading(token) else ("paragraph", start, 0)

    def _located(self, token: Token) -> tuple[str, list[int]]:
        """The inline source, and the offset in the file of each of its characters and of its end."""
        first = token.map[0] if token.map else 0
        positions: list[int] = []
        for number, line in enumerate(token.content.split("\n"), first):
            start, end = self._lines[number], self._ends[number]
            words = line.lstrip()
            indent = len(line) - len(words)
            at = _column(self._source[start:end], words) + start
            positions += (max(at - indent + i, start) for i in range(indent))  # a tab may stand for spaces
            positions += range(at, at + len(words))
            positions.append(end)
        return token.content, positions

    def _cell_text(self, token: Token) -> tuple[str, list[int]]:
        """The same for a cell of a table, in which ``\\|`` stands for a bar."""
        row = token.map[0] if token.map else 0
        if row != self._row:
            self._row, self._row_at = row, self._lines[row]
        written = token.content.replace("|", "\\|")
        at = self._source.find(written, self._row_at, self._ends[row])
        at = self._row_at if at < 0 else at
        self._row_at = at + len(written)
        positions = [i for i, char in enumerate(written, at) if not written.startswith("\\|", i - at)]
        return token.content, [*positions, at + len(written)]

    def _html(self, token: Token) -> None:
        from duidelijk.reading.html_blocks import BlockWriter
        from duidelijk.reading.html_tokens import tokens
        from duidelijk.reading.html_tree import nested
        from duidelijk.reading.html_visible import visible

        first, last = token.map or [0, 0]
        start, end = self._lines[first], self._ends[max(last - 1, first)]
        events = nested(tokens(self._source[start:end]))
        for event in events:
            event.start, event.end = event.start + start, event.end + start
        writer = BlockWriter(self._source, self._builder, self._starts, frozenset())
        for index in visible(events, 0, len(events), inside=True):
            writer.write(index, events[index])
        writer.finish()


def _column(line: str, words: str) -> int:
    """Where the words of a block begin on a line: at its end, but for the closing marks of a heading."""
    trimmed = line.rstrip()
    if trimmed.endswith(words.rstrip()):
        return len(trimmed) - len(words.rstrip())
    return max(line.find(words.strip()), 0)


def _bold_heading(token: Token) -> bool:
    """Whether a paragraph is bold from first to last word, and a heading by its words."""
    children = [child for child in token.children or () if child.type != "text" or child.content.strip()]
    if not children or children[0].type != "strong_open" or children[-1].type != "strong_close":
        return False
    once = sum(child.type == "strong_open" for child in children) == 1
    return once and bold_heading("".join(child.content for child in children))
