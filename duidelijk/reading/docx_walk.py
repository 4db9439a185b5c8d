"""The XML of a Word part → its paragraphs, as a reader sees them when all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from duidelijk.reading.docx_fields import Field, link_target, template_name
from duidelijk.reading.docx_paragraph import Paragraph
from duidelijk.reading.docx_parts import child, short, switched_on, value
from duidelijk.reading.docx_styles import Style, list_level, outline_level, style_of

_PASSED = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "rt"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SYMBOLS = {
    "F0FC": "✓",
    "F0FE": "☒",
    "F0A8": "☐",
    "F06F": "☐",
    "F071": "☐",
    "F0E0": "→",
    "F0B7": "•",
    "F0A7": "•",
}
"""The few characters of Word's symbol fonts that letters use; the others can't be told without the font."""


def paragraphs(
    root: Element, known: Mapping[str, Style], relations: Mapping[str, tuple[str, str]]
) -> list[Paragraph]:
    """The paragraphs of one part in reading order; those of a text box after the one that holds it."""
    walk = _Walk(root, known, relations)
    stack = [(root, iter(root))]
    while stack:
        element, children = stack[-1]
        inner = next(children, None)
        if inner is None:
            stack.pop()
            walk.leave(short(element.tag), element)
        elif walk.enter(short(inner.tag), inner):
            stack.append((inner, _children(inner)))
    return walk.found


def _children(element: Element) -> Iterator[Element]:
    """The children; of two versions of the same thing only the first."""
    if short(element.tag) != "mc:AlternateContent":
        return iter(element)
    choice = child(element, "mc:Choice")
    fallback = child(element, "mc:Fallback")
    return iter([one for one in (choice, fallback) if one is not None][:1])


class _Walk:
    """What is open on the way through one part."""

    def __init__(
        self, root: Element, known: Mapping[str, Style], relations: Mapping[str, tuple[str, str]]
    ) -> None:
        self.found: list[Paragraph] = []
        self._known, self._relations = known, relations
        self._open: list[Paragraph] = []
        self._cells: list[int] = []
        self._last_cell = 0
        self._frame = False
        self._fields: list[Field] = []
        self._covered = 0
        self._links: list[tuple[Paragraph | None, int, str]] = []
        self._joined: Paragraph | None = None
        self._bold = self._hidden = False
        marks = [value(one, "fldCharType") for one in root.iter() if short(one.tag) == "fldChar"]
        self._whole_fields = marks.count("begin") == marks.count("end")

    def enter(self, name: str, element: Element) -> bool:
        """Takes an element; whether its children come next."""
        if name in _PASSED:
            return False
        if name == "p":
            self._paragraph(element)
        elif name == "r":
            self._run(element)
        elif name == "t":
            self._put(element.text or "", element)
        elif name == "tbl":
            self._frame = _single_cell(element)
        elif name == "txbxContent":
            self._cells.append(0)
        elif name == "tr":
            return child(element, "trPr", "del") is None
        elif name == "tc":
            return self._cell(element)
        elif name in ("hyperlink", "fldSimple"):
            return self._linked(name, element)
        elif name == "sdt":
            return not self._placeholder(element)
        else:
            self._sign(name, element)
        return True

    def leave(self, name: str, element: Element) -> None:
        """Closes an element whose children have come."""
        if name == "p":
            last = self._open.pop()
            self._joined = last if last.joins_next else None
            if not self._whole_fields:
                self._fields.clear()
                self._covered = 0
        elif name == "r":
            self._bold = self._hidden = False
        elif name in ("tc", "txbxContent"):
            self._cells.pop()
        elif name in ("hyperlink", "fldSimple"):
            self._end_link(*self._links.pop())

    def _cell(self, element: Element) -> bool:
        if _merged(element):
            return False
        self._last_cell += 1
        self._cells.append(0 if self._frame else self._last_cell)
        self._frame = False
        return True

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        style = style_of(self._known, value(child(properties, "pStyle")))
        listed = list_level(properties)
        new = Paragraph(
            style=style,
            heading=outline_level(properties) or style.heading,
            item=style.item if listed is None else listed and max(listed, style.item),
            cell=self._cells[-1] if self._cells else 0,
            joins_next=child(properties, "rPr", "del") is not None,
        )
        if self._joined:
            new.take(self._joined)
            self._joined = None
        self.found.append(new)
        self._open.append(new)

    def _run(self, element: Element) -> None:
        properties = child(element, "rPr")
        own = child(properties, "rStyle")
        styled = [style_of(self._known, value(own))] if own is not None else []
        styled += [self._open[-1].style] if self._open else []
        bolds = [switched_on(child(properties, "b")), *(style.bold for style in styled)]
        hiddens = [switched_on(child(properties, "vanish")), *(style.hidden for style in styled)]
        underlined = value(child(properties, "u")) not in (None, "none")
        self._bold = underlined or bool(next((state for state in bolds if state is not None), False))
        self._hidden = bool(next((state for state in hiddens if state is not None), False))

    def _put(self, text: str, origin: Element | None = None) -> None:
        if text and self._open and not self._covered and not self._hidden:
            self._open[-1].put(text, self._bold, origin)

    def _sign(self, name: str, element: Element) -> None:
        if name in _SIGNS:
            self._put(_SIGNS[name])
        elif name == "br":
            self._put("\n" if value(element, "type") in (None, "textWrapping") else "\f")
        elif name == "sym":
            self._put(_SYMBOLS.get((value(element, "char") or "").upper(), ""))
        elif name == "instrText" and self._fields and not self._fields[-1].result:
            self._fields[-1].parts.append(element.text or "")
        elif name == "fldChar":
            self._field(value(element, "fldCharType"))

    def _field(self, mark: str | None) -> None:
        if mark == "begin":
            self._fields.append(Field())
            self._covered += 1
        elif mark == "separate" and self._fields:
            opened = self._fields[-1]
            if not opened.result and template_name(opened.words) is None:
                opened.result, opened.start = True, self._here()
                self._covered -= 1
        elif mark == "end" and self._fields:
            closed = self._fields.pop()
            self._covered -= not closed.result
            if (named := template_name(closed.words)) is not None:
                self._put(f"«{named}»")
            elif closed.start and (target := link_target(closed.words)):
                self._end_link(*closed.start, target)

    def _linked(self, name: str, element: Element) -> bool:
        """A hyperlink, or a field in one element: MERGEFIELD shows its name, others their result."""
        target = ""
        if name == "fldSimple":
            words = Field([value(element, "instr") or ""]).words
            if (named := template_name(words)) is not None:
                self._put(f"«{named}»")
                return False
            target = link_target(words) or ""
        elif (anchor := value(element, "anchor")) is not None:
            target = f"#{anchor}"
        if name == "hyperlink" and (key := value(element, "r:id")) in self._relations:
            target = self._relations[key or ""][1] + target
        self._links.append((*self._here(), target))
        return True

    def _here(self) -> tuple[Paragraph | None, int]:
        return (self._open[-1], self._open[-1].length) if self._open else (None, 0)

    def _end_link(self, begun: Paragraph | None, start: int, target: str) -> None:
        """A link counts where it begins and ends in one paragraph and has words."""
        if target and begun and self._open and self._open[-1] is begun and begun.length > start:
            begun.links.append((start, begun.length, target))

    def _placeholder(self, element: Element) -> bool:
        """Shows a control that nobody filled in as a template field, within a line."""
        if not self._open or child(element, "sdtPr", "showingPlcHdr") is None:
            return False
        words = "".join(one.text or "" for one in element.iter() if short(one.tag) == "t").strip(" .[]<>«»")
        self._put(f"«{words or 'veld'}»")
        return True


def _single_cell(table: Element) -> bool:
    """A table of one cell is a frame around text."""
    rows = [one for one in table if short(one.tag) == "tr"]
    return len(rows) == 1 and sum(short(one.tag) == "tc" for one in rows[0]) == 1


def _merged(cell: Element) -> bool:
    """Whether a cell is the covered part of a merged one."""
    properties = child(cell, "tcPr")
    for name in ("vMerge", "hMerge"):
        merge = child(properties, name)
        if merge is not None and value(merge) != "restart":
            return True
    return False
