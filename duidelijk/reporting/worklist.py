"""The work list: the rules, terms and templates where one change helps readers most."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from duidelijk.model import Cell, Count, Task
from duidelijk.reporting.found import added, grouped, texts_by_template
from duidelijk.reporting.names import folded
from duidelijk.reporting.numbers import Reach

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
    rules = [_rule(group, titles, named) for group in _by(counts, term=False)]
    terms = [_term(group, instead, named) for group in _by(counts, term=True)]
    tasks = [*_best(rules), *_best(terms), *_best(_templates(counts, cells, reach, named))]
    return tuple(sorted(tasks, key=_order))


def _by(counts: Iterable[Count], *, term: bool) -> list[list[Count]]:
    chosen = (count for count in counts if bool(count.term) is term)
    return list(grouped(chosen, lambda count: (count.rule, count.term)).values())


def _best(tasks: Iterable[Task]) -> list[Task]:
    return sorted((task for task in tasks if task.benefit > 0), key=_order)[:MOST]


def _order(task: Task) -> tuple[float, str, str, str]:
    return -task.benefit, task.kind, task.name, task.rule


def _rule(counts: Sequence[Count], titles: Mapping[str, str], named: Collection[str]) -> Task:
    total = added(counts, department="", template="")
    return Task(
        kind="rule",
        name=titles.get(total.rule, total.rule),
        rule=total.rule,
        departments=_concerned(counts, named),
        texts=total.texts,
        findings=total.findings,
        readers=total.readers,
        points=total.points,
        benefit=total.reader_points,
    )


def _term(counts: Sequence[Count], instead: Instead, named: Collection[str]) -> Task:
    total = added(counts, department="", template="")
    return Task(
        kind="term",
        name=total.term,
        rule=total.rule,
        departments=_concerned(counts, named),
        texts=total.texts,
        findings=total.findings,
        readers=total.readers,
        points=total.points,
        benefit=total.reader_points,
        instead=instead.get((total.rule, total.term), ()),
    )


def _templates(
    counts: Sequence[Count], cells: Sequence[Cell], reach: Reach, named: Collection[str]
) -> list[Task]:
    """A task per template with a name."""
    texts = texts_by_template(cells)
    rules = (count for count in counts if count.template and not count.term)
    return [
        _template(group, texts[group[0].template], cells, reach, named)
        for group in grouped(rules, lambda count: count.template).values()
        if group[0].template in texts
    ]


def _template(
    counts: Sequence[Count], texts: int, cells: Sequence[Cell], reach: Reach, named: Collection[str]
) -> Task:
    name, total = counts[0].template, added(counts, department="", template="")
    return Task(
        kind="template",
        name=name,
        rule="",
        departments=_concerned(counts, named),
        texts=texts,
        findings=total.findings,
        readers=reach.templates.get(name, _most_readers(counts, texts)),
        points=total.points,
        benefit=total.reader_points,
        grade=_mean_grade(cells, name),
    )


def _most_readers(counts: Sequence[Count], texts: int) -> float:
    """The readers of a template: at least those of the texts in which its commonest rule was found."""
    by_rule = grouped(counts, lambda count: count.rule).values()
    return max(float(texts), *(sum(count.readers for count in each) for each in by_rule))


def _mean_grade(cells: Iterable[Cell], template: str) -> float | None:
    own = [cell for cell in cells if cell.template == template]
    graded = sum(cell.graded for cell in own)
    return round(sum(cell.score_sum for cell in own) / graded, 6) if graded else None


def _concerned(counts: Iterable[Count], named: Collection[str]) -> tuple[str, ...]:
    """The departments behind these counts, most readers first; those with few texts aren't named."""
    readers: dict[str, float] = {}
    for count in counts:
        if count.department in named:
            readers[count.department] = readers.get(count.department, 0.0) + count.reader_points
    return tuple(sorted(readers, key=lambda name: (-readers[name], folded(name))))
