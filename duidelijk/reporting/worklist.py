"""The work list: the rules, terms and templates where one change helps readers most."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from duidelijk.model import Cell, Count, Task, TaskKind
from duidelijk.reporting.found import added, grouped, texts_by_template
from duidelijk.reporting.names import folded
from duidelijk.reporting.numbers import Reach
from duidelijk.reporting.series import LEAST_TEXTS

MOST = 5
"""So many tasks of a kind."""
Instead = Mapping[tuple[str, str], tuple[str, ...]]
"""What to write, by rule and term."""


def worklist(
    counts: Sequence[Count],
    cells: Sequence[Cell],
    reach: Reach,
    *,
    titles: Mapping[str, str],
    instead: Instead,
    named: Collection[str],
) -> tuple[Task, ...]:
    """Up to five rules, five terms and five templates, most benefit (points × readers) first.

    The kinds are three views of the same points, so they are never to be added up: a term is part of its
    rule, and a template holds both. ``counts``: weighed. ``named``: the departments that may be named.
    """
    rules = [
        _found(group, "rule", titles.get(group[0].rule, group[0].rule), named)
        for group in _by(counts, term=False)
    ]
    terms = [
        _found(group, "term", group[0].term, named, instead=instead.get((group[0].rule, group[0].term), ()))
        for group in _by(counts, term=True)
    ]
    tasks = [*_best(rules), *_best(terms), *_best(_templates(counts, cells, reach, named))]
    return tuple(sorted(tasks, key=_order))


def _by(counts: Iterable[Count], *, term: bool) -> list[list[Count]]:
    chosen = (count for count in counts if bool(count.term) is term)
    return list(grouped(chosen, lambda count: (count.rule, count.term)).values())


def _best(tasks: Iterable[Task]) -> list[Task]:
    return sorted((task for task in tasks if task.benefit > 0), key=_order)[:MOST]


def _order(task: Task) -> tuple[float, str, str, str]:
    return -task.benefit, task.kind, task.name, task.rule


def _found(counts: Sequence[Count], kind: TaskKind, name: str, named: Collection[str], **more: Any) -> Task:
    """The task about these counts; ``more``: what only this kind has, or has otherwise."""
    total = added(counts, department="", template="")
    own: dict[str, Any] = {"rule": total.rule, "texts": total.texts, "readers": total.readers} | more
    return Task(
        kind=kind,
        name=name,
        departments=_concerned(counts, named),
        findings=total.findings,
        points=total.points,
        benefit=total.reader_points,
        **own,
    )


def _templates(
    counts: Sequence[Count], cells: Sequence[Cell], reach: Reach, named: Collection[str]
) -> list[Task]:
    """A task per template with a name, of departments that may be named."""
    own = [cell for cell in cells if cell.department in named]
    texts = texts_by_template(own)
    rules = (each for each in counts if each.template and not each.term and each.department in named)
    return [
        _found(
            group,
            "template",
            name,
            named,
            rule="",
            texts=texts[name],
            readers=reach.templates.get(name, _most_readers(group, texts[name])),
            grade=_mean_grade(own, name),
        )
        for name, group in grouped(rules, lambda count: count.template).items()
        if name in texts
    ]


def _most_readers(counts: Sequence[Count], texts: int) -> float:
    """The readers of a template: at least those of the texts in which its commonest rule was found."""
    by_rule = grouped(counts, lambda count: count.rule).values()
    return max(float(texts), *(sum(count.readers for count in each) for each in by_rule))


def _mean_grade(cells: Iterable[Cell], template: str) -> float | None:
    own = [cell for cell in cells if cell.template == template]
    graded = sum(cell.graded for cell in own)
    return round(sum(cell.score_sum for cell in own) / graded, 6) if graded >= LEAST_TEXTS else None


def _concerned(counts: Iterable[Count], named: Collection[str]) -> tuple[str, ...]:
    """The departments behind these counts, most readers first; those with few texts aren't named."""
    readers: dict[str, float] = {}
    for count in counts:
        if count.department in named:
            readers[count.department] = readers.get(count.department, 0.0) + count.reader_points
    return tuple(sorted(readers, key=lambda name: (-readers[name], folded(name))))
