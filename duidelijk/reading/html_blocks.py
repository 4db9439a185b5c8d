"""Events of a page → blocks: white space as in a browser, kinds by the nearest element that says one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duidelijk.model import BlockKind
from duidelijk.reading.builder import TextBuilder
from duidelijk.reading.headings import BULLETS, bold_heading
from duidelijk.reading.html_tokens import character
from duidelijk.reading.html_tree import BLOCK, HEADINGS, Event
from duidelijk.reading.html_visible import layout_cells
from duidelijk.reading.remarks import remark
from duidelijk.reading.source_map import place_in

_STANDS_OUT = frozenset({"b", "strong", "u"})
_LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
_KINDS: dict[str, BlockKind] = {
    "li": "item", "dd": "item", "td": "cell", "th": "cell", "caption": "cell",
    "label": "cell", "legend": "cell", "figcaption": "paragraph", "footer": "footer",
    "blockquote": "quote", "address": "address",
    "dt": "heading", "summary": "heading", **dict.fromkeys(HEADINGS, "heading"),
}  # fmt: skip
_QUOTES = {"open": "“", "close": "”"}
_WIDE = "\u00a0\u00ad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\x0b\x1c-\x1f\x85"
"""White space and invisible characters that a browser keeps."""
_PIECE = re.compile(
    r"(?P<space>[ \t\n\f\r]+)"
    rf"|(?P<wide>[{_WIDE}]+)"
    r"|(?P<reference>&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{0,31};?))"
    rf"|[{re.escape(''.join(sorted(BULLETS)))}](?= )"
    rf"|(?:[^ \t\n\f\r&{_WIDE}]++(?: [^ \t\n\f\r&{_WIDE}]++)*+|&(?!#?[a-zA-Z0-9]))++|&"
)
_ONLY_WIDE = re.compile(f"[{_WIDE}]+")


class BlockWriter:
    """Writes the blocks of one page into a TextBuilder; ``write`` each event, then ``finish``."""

    def __init__(
        self, source: str, builder: TextBuilder, starts: tuple[int, ...], layout: frozenset[int]
    ) -> None:
        self._source, self._builder, self._starts, self._layout = source, builder, starts, layout
        self._start = -1
        self._waiting: list[tuple[str, int, int]] = []
        self._kinds: list[tuple[int, BlockKind, int]] = []
        self._lists = self._pre = self._bold = 0
        self._level = 0
        self._all_bold = True
        self._bullet: tuple[str, int, int] | None = None
        self._item = False
        self._words: list[str] = []
        self._link: tuple[int, str] | None = None
        self._link_start = -1

    def write(self, index: int, event: Event) -> None:
        """Takes the next event that a reader meets."""
        if event.kind == "text":
            self._text(event.start, event.end)
        elif event.kind == "void":
            if event.name == "br":
                self._break(event.start, event.end)
            elif event.name == "hr":
                self.finish()
        elif event.kind == "open":
            self._open(index, event)
        elif event.kind == "close":
            self._close(event)
        elif found := remark(event.name):
            for rule in found[1]:
                self._builder.switch(rule, found[0], place_in(self._starts, event.start))

    def finish(self) -> None:
        """Ends the block that is being written, if there is one."""
        self._waiting.clear()
        self._show_bullet()
        if self._start < 0:
            return
        self._end_link()
        start, self._start = self._start, -1
        kind, level = self._kind()
        self._words.clear()
        self._item = False
        self._builder.block(kind, start, level)

    def _open(self, index: int, event: Event) -> None:
        name = event.name
        if name in BLOCK:
            self.finish()
        role = event.attributes.get("role", "").lower()
        if role == "heading":
            self._kinds.append((index, "heading", _number(event.attributes.get("aria-level", "2"))))
        elif name in _KINDS and index not in self._layout:
            level = int(name[1]) if name in HEADINGS else 0
            self._kinds.append((index, _KINDS[name], level))
        self._lists += name in _LISTS
        self._pre += name == "pre"
        self._bold += name in _STANDS_OUT
        if name == "a" and (target := event.attributes.get("href", "")):
            self._end_link()
            self._link = index, target
        elif name == "q":
            self._put(_QUOTES["open"], event.start, event.end)

    def _close(self, event: Event) -> None:
        name = event.name
        if name == "q":
            self._put(_QUOTES["close"], event.start, event.end)
        if name in BLOCK:
            self.finish()
        while self._kinds and (self._kinds[-1][0] == event.partner or self._inner_kind(event)):
            self._kinds.pop()
        self._lists -= name in _LISTS
        self._pre -= name == "pre"
        self._bold -= name in _STANDS_OUT
        if self._link and self._link[0] == event.partner:
            self._end_link()
            self._link = None

    def _inner_kind(self, event: Event) -> bool:
        return event.name in BLOCK and self._kinds[-1][0] > event.partner

    def _text(self, start: int, end: int) -> None:
        for piece in _PIECE.finditer(self._source, start, end):
            at, until = piece.span()
            if piece["space"]:
                self._space(piece[0], at, until)
            elif piece["wide"]:
                self._wait(piece[0], at, until)
            elif piece["reference"]:
                self._reference(piece[0], at)
            else:
                self._put(piece[0], at, until)

    def _reference(self, reference: str, at: int) -> None:
        text, length = character(reference)
        if _ONLY_WIDE.fullmatch(text):
            self._wait(text, at, at + length)
        elif text in (" ", "\t", "\n", "\f"):
            self._space(text, at, at + length)
        else:
            self._put(text, at, at + length)
        if length < len(reference):
            self._put(reference[length:], at + length, at + len(reference))

    def _space(self, space: str, start: int, end: int) -> None:
        if not self._pre:
            if not self._waiting or _ONLY_WIDE.fullmatch(self._waiting[-1][0]):
                self._wait(" ", start, end)
            return
        for part in re.finditer(r"\r\n?|\n|[^\r\n]+", space):
            wait = self._break if part[0][0] in "\r\n" else None
            at, until = start + part.start(), start + part.end()
            wait(at, until) if wait else self._wait(part[0], at, until)

    def _wait(self, space: str, start: int, end: int) -> None:
        """White space counts only when words of the block follow; after a typed bullet it makes an item."""
        if self._bullet:
            self._bullet, self._item = None, True
        if self._start >= 0:
            self._waiting.append((space, start, end))

    def _break(self, start: int, end: int) -> None:
        if any(space == "\n" for space, _, _ in self._waiting):
            self.finish()
        elif self._start >= 0:
            self._waiting = [("\n", start, end)]

    def _put(self, text: str, start: int, end: int) -> None:
        broken = any(space == "\n" for space, _, _ in self._waiting)
        if text in BULLETS and (broken or self._start < 0) and not self._bullet:
            self.finish()
            self._bullet = text, start, end
            return
        if broken and self._below_heading():
            self.finish()
        self._show_bullet()
        self._show(text, start, end)

    def _show_bullet(self) -> None:
        """A typed bullet that no white space follows is a sign like any other."""
        if self._bullet:
            bullet, self._bullet = self._bullet, None
            self._show(*bullet)

    def _show(self, text: str, start: int, end: int) -> None:
        if not text:
            return
        if self._start < 0:
            self._builder.separate()
            self._start, self._all_bold = self._builder.length, True
        for space in self._waiting:
            self._add(*space)
        self._waiting.clear()
        if self._link and self._link_start < 0:
            self._link_start = self._builder.length
        self._add(text, start, end)
        self._all_bold = self._all_bold and self._bold > 0

    def _add(self, text: str, start: int, end: int) -> None:
        self._words.append(text)
        self._builder.add(text, start, None if len(text) == end - start else end)

    def _end_link(self) -> None:
        if self._link and self._link_start >= 0:
            self._builder.link(self._link_start, self._link[1])
        self._link_start = -1

    def _kind(self) -> tuple[BlockKind, int]:
        _, kind, level = self._kinds[-1] if self._kinds else (-1, "paragraph", 0)
        if kind == "item":
            return kind, max(self._lists, 1)
        if kind == "heading":
            self._level = level or self._level
            return kind, level or min(self._level + 1, 6)
        if kind == "paragraph" and self._item:
            return "item", 1
        if kind == "paragraph" and self._all_bold and bold_heading("".join(self._words)):
            return "heading", min(self._level + 1, 6)
        return kind, 0

    def _below_heading(self) -> bool:
        """Whether the first line was bold and short and what follows isn't bold."""
        text = not self._kinds or self._kinds[-1][1] in ("paragraph", "item", "quote")
        return text and self._all_bold and not self._bold and bold_heading("".join(self._words))


def _number(level: str) -> int:
    return min(max(int(level), 1), 6) if level.isascii() and level.isdigit() and len(level) < 3 else 2


def written(
    source: str, events: Sequence[Event], indexes: Sequence[int], starts: tuple[int, ...]
) -> TextBuilder:
    """The text and blocks of the events at ``indexes``; ``starts``: where each source line begins."""
    builder = TextBuilder()
    writer = BlockWriter(source, builder, starts, layout_cells(events, indexes))
    for index in indexes:
        writer.write(index, events[index])
    writer.finish()
    return builder
