"""What stands around each ``w:t``: its formatting, and whether it may be changed at all."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from duidelijk.reading.docx_parts import child, short, value

_WITHIN = frozenset({"r", "t", "smartTag"})
"""What may stand between a paragraph and its words; words in a link, a field or a tracked change stay."""
_SILENT = frozenset({"r", "t", "rPr", "pPr", "proofErr", "lastRenderedPageBreak"})
"""What may stand between two runs that count as one."""
_NO_LOOKS = frozenset({"lang", "noProof", "bCs", "iCs", "szCs", "webHidden"})
_MOVING_MARK = "_GoBack"
"""The bookmark with which Word remembers where the writer was."""


@dataclass(frozen=True, slots=True)
class Words:
    """One ``w:t``: ``look`` is its formatting; two of one ``group`` have nothing between them."""

    element: Element
    look: str
    group: int
    locked: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """What holds within an open element: may words change, whatever (``hard``) or in this paragraph."""

    hard: bool = False
    soft: bool = False
    paragraph: bool = False
    properties: bool = False


def words_of(root: Element) -> list[Words]:
    """Every ``w:t``, in the order in which they stand in the file."""
    walk = _Walk(root)
    stack = [(root, iter(root))]
    while stack:
        element, children = stack[-1]
        inner = next(children, None)
        if inner is None:
            stack.pop()
            walk.leave(short(element.tag), element)
        else:
            walk.enter(short(inner.tag), inner)
            stack.append((inner, iter(inner)))
    return walk.found


class _Walk:
    """What is open on the way through the part."""

    def __init__(self, root: Element) -> None:
        self.found: list[Words] = []
        self._group = self._fields = 0
        self._open = [_Open()]
        self._look = ""
        marks = [value(one, "fldCharType") for one in root.iter() if short(one.tag) == "fldChar"]
        self._whole_fields = marks.count("begin") == marks.count("end")
        self._moving = {value(one, "id") for one in root.iter() if value(one, "name") == _MOVING_MARK}

    def enter(self, name: str, element: Element) -> None:
        """Takes an element."""
        self._open.append(_opened(self._open[-1], name, element))
        self._part(name, element)
        if name == "r":
            self._look = _look(child(element, "rPr"))
        elif name == "fldChar":
            self._fields += {"begin": 1, "end": -1}.get(value(element, "fldCharType") or "", 0)
        elif name == "t":
            here = self._open[-1]
            locked = here.hard or here.soft or not here.paragraph or self._fields > 0
            self.found.append(Words(element, self._look, self._group, locked))

    def leave(self, name: str, element: Element) -> None:
        """Closes an element."""
        self._part(name, element)
        self._open.pop()
        if name == "p" and not self._whole_fields:
            self._fields = 0

    def _part(self, name: str, element: Element) -> None:
        """Begins a new group, unless the element says nothing to a reader."""
        moving = name.startswith("bookmark") and value(element, "id") in self._moving
        if not (name in _SILENT or moving or self._open[-1].properties):
            self._group += 1


def _opened(outer: _Open, name: str, element: Element) -> _Open:
    """What holds within ``element``."""
    return _Open(
        hard=outer.hard or name == "mc:AlternateContent" or (name == "sdt" and _is_bound(element)),
        soft=name != "p" and (outer.soft or (outer.paragraph and name not in _WITHIN)),
        paragraph=outer.paragraph or name == "p",
        properties=outer.properties or name in ("rPr", "pPr"),
    )


def _is_bound(control: Element) -> bool:
    """Whether the words of a content control come from elsewhere, or are locked."""
    lock = value(child(control, "sdtPr", "lock")) or ""
    return child(control, "sdtPr", "dataBinding") is not None or "content" in lock.lower()


def _look(properties: Element | None) -> str:
    """The formatting of a run, without what can't be seen."""
    if properties is None:
        return ""
    seen = (one for one in properties if short(one.tag) not in _NO_LOOKS)
    return "|".join(sorted(filter(None, ("".join(map(_said, one.iter())) for one in seen))))


def _said(element: Element) -> str:
    """An element in words; which font a sign was typed in is no formatting."""
    given = sorted((short(key), found) for key, found in element.attrib.items() if short(key) != "hint")
    name = short(element.tag)
    return "" if name == "rFonts" and not given else f"{name}{given}"
