"""Lists that are too long, too short, nested, or of mixed items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from duidelijk.language.list_items import form_of, is_labelled, lists_of
from duidelijk.model import Hit

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Passage

_SEMICOLON = re.compile(r";(?=(?:\s+(?:en|of|en/of))?\s*$)")
_MOST_MARKED = 3
_CLASH = (
    (frozenset({"zin", "opdracht"}), frozenset({"woorden"})),
    (frozenset({"opdracht", "zin"}), frozenset({"infinitief"})),
)


def list_form(analysis: Analysis, *, most: int = 7, semicolons: bool = True) -> Iterator[Hit]:
    """What is wrong with a list: ``kind`` is veel, een, diep, puntkomma or vormen.

    veel: more than ``most`` items; the item where a second list could begin is marked. een: a single item.
    diep: a list within the list. puntkomma: items end with one, unless ``semicolons`` are fine. vormen:
    sentences or instructions next to loose words or infinitives; those of the rarer form are marked, of many
    only the first. Silent: a list of links, and terms with their meaning below them.
    """
    for each in lists_of(analysis):
        if _all_links(analysis, each.items):
            continue
        top = each.top
        if len(top) > most:
            yield _hit(top[len(top) // 2], "veel", items=len(top), most=most)
        if len(each.items) == 1 and not each.defines:
            yield _hit(top[0], "een")
        deep = next((p for p in each.items if p.block.level > each.items[0].block.level), None)
        if deep is not None:
            yield _hit(deep, "diep")
        if not semicolons:
            yield from _semicolons(each.items)
        yield from _forms(top)


def _hit(item: Passage, kind: str, **detail: object) -> Hit:
    first = item.sentences[0]
    return Hit(first.start, first.end, {"kind": kind, **detail})


def _all_links(analysis: Analysis, items: Sequence[Passage]) -> bool:
    """Whether every item is the words of a link and nothing else."""
    linked = {(link.start, link.end) for link in analysis.document.links}
    return bool(linked) and all((p.block.start, p.block.end) in linked for p in items)


def _semicolons(items: Sequence[Passage]) -> Iterator[Hit]:
    found = [(p, m) for p in items if (m := _SEMICOLON.search(p.clean.text))]
    marks = tuple(p.clean.range(m.start(), m.end()) for p, m in found)
    if marks and len(items) > 1:
        yield Hit(marks[0][0], marks[-1][1], {"kind": "puntkomma"}, marks=marks)


def _forms(items: Sequence[Passage]) -> Iterator[Hit]:
    if len(items) < 2:
        return
    forms = [(p, form_of(p)) for p in items if not is_labelled(p)]
    for one, other in _CLASH:
        first = [p for p, form in forms if form in one]
        second = [p for p, form in forms if form in other]
        if first and second:
            rarer = min(first, second, key=len)
            yield _marking(rarer if len(rarer) <= _MOST_MARKED else rarer[:1], "vormen")
            return


def _marking(items: Sequence[Passage], kind: str) -> Hit:
    marks = tuple((p.sentences[0].start, p.sentences[0].end) for p in items)
    return Hit(marks[0][0], marks[-1][1], {"kind": kind}, marks=marks)
