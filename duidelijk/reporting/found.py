"""What makes texts unclear: counts weighed by readers, added up, the costliest first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from duidelijk.model import Cell, Count
from duidelijk.reporting.numbers import Reach

_DIGITS = 6


def texts_by_template(cells: Iterable[Cell]) -> dict[str, int]:
    """The number of texts of every template, the nameless one included."""
    found: dict[str, int] = {}
    for cell in cells:
        found[cell.template] = found.get(cell.template, 0) + cell.texts
    return found


def weighed(counts: Iterable[Count], texts: Mapping[str, int], reach: Reach) -> tuple[Count, ...]:
    """The counts in a fixed order; where the readers of a template are known, each text has its share."""
    ordered = sorted(counts, key=lambda c: (c.rule, c.term, c.department, c.template))
    return tuple(_weighed(count, texts, reach) for count in ordered)


def _weighed(count: Count, texts: Mapping[str, int], reach: Reach) -> Count:
    readers = reach.templates.get(count.template) if count.template else None
    if readers is None:
        return count
    each = readers / max(texts.get(count.template, 0), count.texts, 1)
    return replace(count, readers=each * count.texts, reader_points=each * count.points)


def totals(counts: Iterable[Count], department: str = "") -> tuple[tuple[Count, ...], tuple[Count, ...]]:
    """Rules and terms over all these counts together, templates and departments added up; costliest first."""
    groups = grouped(counts, lambda count: (count.rule, count.term))
    summed = [added(each, department=department, template="") for each in groups.values()]
    summed.sort(key=lambda c: (-c.reader_points, -c.points, -c.findings, c.rule, c.term))
    return tuple(c for c in summed if not c.term), tuple(c for c in summed if c.term)


def grouped(counts: Iterable[Count], key: Callable[[Count], Hashable]) -> dict[Hashable, list[Count]]:
    """The counts by this key, in the order in which keys first occur."""
    groups: dict[Hashable, list[Count]] = {}
    for count in counts:
        groups.setdefault(key(count), []).append(count)
    return groups


def added(counts: Sequence[Count], *, department: str, template: str) -> Count:
    """The sum of counts of one rule or term."""
    return Count(
        department=department,
        template=template,
        rule=counts[0].rule,
        term=counts[0].term,
        texts=sum(c.texts for c in counts),
        findings=sum(c.findings for c in counts),
        points=_sum(c.points for c in counts),
        readers=_sum(c.readers for c in counts),
        reader_points=_sum(c.reader_points for c in counts),
    )


def _sum(values: Iterable[float]) -> float:
    return round(sum(values), _DIGITS)
