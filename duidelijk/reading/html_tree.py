"""Tags as written → events that nest as a browser nests them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from duidelijk.reading.html_tokens import Token

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
})  # fmt: skip
FORMATTING = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
})  # fmt: skip
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCK = frozenset({
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "label", "legend", "li", "listing", "main", "menu", "nav", "ol", "p",
    "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul", "xmp",
})  # fmt: skip
_CLOSES_P = BLOCK - {"label", "legend", "caption", "tbody", "td", "tfoot", "th", "thead", "tr"}
_TRANSPARENT = frozenset({"html", "head", "body"})
_SELF_CLOSING = frozenset({"svg", "math"})
_CLOSED_WHOLE = frozenset(
    {"button", "object", "template", "svg", "math", "select", "audio", "video", "canvas"}
)
"""Not blocks, but their end tag closes whatever is open within them."""
_SCOPE = ("table", "td", "th", "caption", "button", "object", "template")
_TABLE = frozenset({
    "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th",
})  # fmt: skip
_ENDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "menu", "dir", *_SCOPE)),
    "dt": (("dt", "dd"), ("dl", *_SCOPE)),
    "dd": (("dt", "dd"), ("dl", *_SCOPE)),
    "a": (("a",), _SCOPE),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("tr", "caption"), ("table",)),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (("thead", "tbody", "tfoot", "caption"), ("table",))),
    **dict.fromkeys(HEADINGS, (HEADINGS, _SCOPE)),
}
"""What an opening tag ends of its own accord: these elements, unless one of those stands in between."""


@dataclass(slots=True)
class Event:
    """Something happens at ``start:end`` of the source; ``partner`` is the index of the other tag."""

    kind: Literal["open", "close", "void", "text", "comment"]
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    partner: int = -1


class _Nesting:
    """The elements that are open now, and the events so far."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._stack: list[tuple[str, int]] = []
        self._places: dict[str, list[int]] = {"": []}

    def nearest(self, *names: str) -> int:
        """Depth of the innermost open element with one of these names (``""``: a block), or -1."""
        return max((places[-1] for n in names if (places := self._places.get(n))), default=-1)

    def open(self, token: Token) -> None:
        """Opens an element."""
        depth = len(self._stack)
        self._stack.append((token.name, len(self.events)))
        self._places.setdefault(token.name, []).append(depth)
        if token.name in BLOCK:
            self._places[""].append(depth)
        self.events.append(Event("open", token.start, token.end, token.name, token.attributes))

    def cut(self, depth: int, start: int, end: int) -> None:
        """Closes the element at ``depth`` and all that is open within it."""
        while len(self._stack) > depth:
            name, index = self._stack.pop()
            if self.events[index].partner < 0:
                self._close(name, index, start, end)

    def lift(self, depth: int, start: int, end: int) -> None:
        """Closes only the element at ``depth``; what is open within it stays open."""
        self._close(*self._stack[depth], start, end)

    def _close(self, name: str, index: int, start: int, end: int) -> None:
        self._places[name].pop()
        if name in BLOCK:
            self._places[""].pop()
        self.events[index].partner = len(self.events)
        self.events.append(Event("close", start, end, name, partner=index))


def nested(found: Iterable[Token]) -> list[Event]:
    """All events; every opened element is closed, a stray end tag is gone."""
    nesting = _Nesting()
    end = 0
    for token in found:
        end = token.end
        if token.kind == "open":
            _open(nesting, token)
        elif token.kind == "close":
            _close(nesting, token)
        else:
            nesting.events.append(Event(token.kind, token.start, token.end, token.name))
    nesting.cut(0, end, end)
    return nesting.events


def _open(nesting: _Nesting, token: Token) -> None:
    name = token.name
    if name in _TRANSPARENT:
        return
    if name in _CLOSES_P and (p := nesting.nearest("p")) > nesting.nearest(*_SCOPE):
        nesting.cut(p, token.start, token.start)
    if name in _ENDS:
        ended, unless = _ENDS[name]
        if (depth := nesting.nearest(*ended)) > nesting.nearest(*unless):
            (nesting.lift if name == "a" else nesting.cut)(depth, token.start, token.start)
    if name in VOID:
        nesting.events.append(Event("void", token.start, token.end, name, token.attributes))
        return
    nesting.open(token)
    if name in _SELF_CLOSING and "" in token.attributes:
        nesting.cut(nesting.nearest(name), token.end, token.end)


def _close(nesting: _Nesting, token: Token) -> None:
    name = token.name
    if name == "br":
        nesting.events.append(Event("void", token.start, token.end, name))
        return
    depth = nesting.nearest(*(HEADINGS if name in HEADINGS else (name,)))
    if depth < 0 or depth < _limit(nesting, name):
        return
    (nesting.lift if name in FORMATTING else nesting.cut)(depth, token.start, token.end)


def _limit(nesting: _Nesting, name: str) -> int:
    """Depth that an end tag with this name can't reach beyond."""
    if name in _TABLE:
        return nesting.nearest("table")
    if name in _CLOSED_WHOLE:
        return 0
    return nesting.nearest(*_SCOPE) if name in BLOCK or name in FORMATTING else nesting.nearest("")
