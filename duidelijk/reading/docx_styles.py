"""What the styles of a .docx say about a paragraph: heading, list, bold, hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from duidelijk.reading.docx_parts import child, parsed, short, switched_on, value

_HEADING = re.compile(r"(?:heading|kop|tussenkop|kopje|subkop|titre|überschrift)\b[^0-9]*([1-9])?")
_TITLES = {"title": 1, "titel": 1, "subtitle": 2, "ondertitel": 2}
_LIST = re.compile(
    r"(?:list (?:bullet|number|continue|paragraph)|lijst(?:alinea|nummering|opsom\.? ?teken|voortzetting)"
    r"|lijst\b|opsomming)[^0-9]*([1-9])?"
)
_CONTENTS = re.compile(r"(?:toc|inhopg|inhoudsopgave)\b|kop(?:van)? ?inhoudsopgave")
_QUOTE = re.compile(r"(?:intense )?quote|(?:duidelijk )?citaat")
_DEEPEST = 20
"""So many styles may be based on each other; Word itself allows fewer."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style with all it inherits; ``heading`` and ``item`` are levels (0 = neither)."""

    heading: int = 0
    item: int = 0
    contents: bool = False
    quote: bool = False
    bold: bool | None = None
    hidden: bool | None = None


PLAIN = Style()


class _Styles(Mapping[str, Style]):
    """Styles by id, each worked out when it is first asked for: most are never used."""

    def __init__(self, found: Mapping[str, Element]) -> None:
        self._found = found
        self._default = next((key for key, one in found.items() if _is_default(one)), None)
        self._known: dict[str, Style] = {}

    def __getitem__(self, key: str) -> Style:
        if key not in self._known:
            self._known[key] = self._made(key)
        return self._known[key]

    def _made(self, key: str) -> Style:
        if key == "":
            return PLAIN if self._default is None else self[self._default]
        if key not in self._found:
            raise KeyError(key)
        return _style(list(_chain(self._found, key)))

    def __contains__(self, key: object) -> bool:
        return key == "" or key in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(("", *self._found))

    def __len__(self) -> int:
        return len(self._found) + 1


@lru_cache(maxsize=4)
def styles(data: bytes | None) -> Mapping[str, Style]:
    """Style id → Style, from the part with the styles; under ``""`` that of a paragraph that names none.

    Kept for the next document: the letters of one organisation share their styles.
    """
    root = None if data is None else parsed(data)
    found = {
        value(one, "styleId") or "": one
        for one in (root if root is not None else ())
        if short(one.tag) == "style"
    }
    return _Styles(found)


def style_of(known: Mapping[str, Style], key: str | None) -> Style:
    """The style with this id; one that isn't described says only what its id says."""
    if not key:
        return known.get("", PLAIN)
    return known[key] if key in known else _named(re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", key).lower())


def _is_default(one: Element) -> bool:
    return value(one, "type") == "paragraph" and value(one, "default") in ("1", "true", "on")


def _chain(found: Mapping[str, Element], key: str) -> Iterator[Element]:
    """The style and those it is based on, nearest first."""
    seen: set[str] = set()
    at = key
    while at in found and at not in seen and len(seen) < _DEEPEST:
        seen.add(at)
        yield found[at]
        at = value(child(found[at], "basedOn")) or ""


def _style(chain: list[Element]) -> Style:
    names = [_named((value(child(one, "name")) or "").lower()) for one in chain]
    outline = next((level for one in chain if (level := outline_level(child(one, "pPr"))) is not None), None)
    numbered = next((level for one in chain if (level := list_level(child(one, "pPr"))) is not None), 0)
    named = next((name.heading for name in names if name.heading), 0)
    return Style(
        heading=named or outline or 0,
        item=max(numbered, next((name.item for name in names if name.item), 0)),
        contents=any(name.contents for name in names),
        quote=any(name.quote for name in names),
        bold=_first(chain, "b"),
        hidden=_first(chain, "vanish"),
    )


def _named(name: str) -> Style:
    """What the name of a style says."""
    if _CONTENTS.match(name):
        return Style(contents=True)
    if (level := _TITLES.get(name)) is not None:
        return Style(heading=level)
    if heading := _HEADING.match(name):
        return Style(heading=int(heading[1] or 2))
    if listed := _LIST.match(name):
        return Style(item=int(listed[1] or 1))
    return Style(quote=bool(_QUOTE.fullmatch(name)))


def _first(chain: list[Element], mark: str) -> bool | None:
    found = (switched_on(child(one, "rPr", mark)) for one in chain)
    return next((state for state in found if state is not None), None)


def outline_level(properties: Element | None) -> int | None:
    """Heading level that a paragraph or style gives itself: 1–9, 0 for body text, None if it says nothing."""
    level = value(child(properties, "outlineLvl"))
    return None if level is None else (int(level) + 1) % 10 if level.isascii() and level.isdigit() else 0


def list_level(properties: Element | None) -> int | None:
    """Level in a list: 1 = outermost, 0 for taken out of a list, None if it says nothing."""
    numbering = child(properties, "numPr")
    if numbering is None:
        return None
    number, level = value(child(numbering, "numId")), value(child(numbering, "ilvl")) or "0"
    if number == "0":
        return 0
    return int(level) + 1 if level.isascii() and level.isdigit() else 1
