"""The rows of the tables in a report, as Dutch text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duidelijk.model import Department, Funnel, Period, Point, Report, Ruler, Task
from duidelijk.rendering.report_words import (
    action,
    audience,
    breaks,
    difference,
    due,
    few,
    gain,
    mark,
    moment,
    period_name,
    place_in,
    points_line,
    share,
    some,
    texts_line,
    whole,
)
from duidelijk.rendering.words import number, printable

_KINDS = {
    "term": ("woorden", "Eén woord vervangen of uitleggen"),
    "template": ("sjablonen", "Eén sjabloon herschrijven"),
    "rule": ("regels", "Waar elke schrijver op kan letten"),
}
_TOP = 3


@dataclass(frozen=True, slots=True)
class PointRow:
    """A period in the table under the line; ``note``: too few texts, or a new ruler."""

    name: str
    grade: str
    between: str
    texts: str
    clear: str
    note: str


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department in its table; without a grade ``why`` says why. ``changes``: name, words, certain."""

    name: str
    spark: str
    grade: str
    between: str
    why: str
    texts: str
    clear: str
    changes: tuple[tuple[str, str, bool], ...]
    top: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """A department in the table under the funnel."""

    name: str
    texts: str
    grade: str
    place: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A line of the work list: what to do, where, for whom, and what it brings."""

    what: str
    places: str
    audience: str
    gain: str


def between(point: Point) -> str:
    """The limits of a grade: ``6,3–6,5``; ``–`` without one."""
    return f"{number(point.estimate.low)}–{number(point.estimate.high)}" if point.estimate else "–"


def trend_rows(trend: Sequence[Point]) -> list[PointRow]:
    """The periods, oldest first."""
    new = breaks(trend)
    return [_point_row(point, new.get(point.period, "")) for point in trend]


def _point_row(point: Point, new: str) -> PointRow:
    why = "" if point.estimate else few(point)
    return PointRow(
        name=period_name(point.period),
        grade=number(point.estimate.value if point.estimate else None),
        between=between(point),
        texts=whole(point.texts),
        clear=share(point.at_eight, point.graded),
        note="; ".join(part for part in (new, why) if part),
    )


def compared(report: Report) -> list[str]:
    """The headings of the differences: with the last period and, unless that is the same, a year earlier."""
    last = f"Verschil met {moment(report.last)}"
    return [last] if report.last == report.year_ago else [last, "Verschil met een jaar eerder"]


def department_rows(report: Report, sparks: Sequence[str]) -> list[DepartmentRow]:
    """The departments in their order; ``sparks``: the small chart of each."""
    pairs = zip(report.departments, sparks, strict=True)
    return [_department_row(report, department, spark) for department, spark in pairs]


def _department_row(report: Report, department: Department, spark: str) -> DepartmentRow:
    now = department.now
    return DepartmentRow(
        name=printable(department.name),
        spark=spark,
        grade=number(now.estimate.value) if now.estimate else "",
        between=between(now),
        why=few(now),
        texts=whole(now.texts),
        clear=share(now.at_eight, now.graded),
        changes=tuple(_changes(report, department)),
        top=tuple(printable(report.titles.get(each.rule, each.rule)) for each in department.rules[:_TOP]),
    )


def _changes(report: Report, department: Department) -> Iterator[tuple[str, str, bool]]:
    found = (department.last_period, department.before), (department.last_year, department.earlier)
    for name, (change, then) in zip(compared(report), found, strict=False):
        said = difference(change, department.now, then, department.trend)
        yield name, said, bool(change and change.certain)


def funnel_rows(funnel: Funnel) -> list[FunnelRow]:
    """The departments of the funnel, in their order."""
    return [
        FunnelRow(printable(each.department), whole(each.graded), number(each.mean), place_in(funnel, each))
        for each in funnel.points
    ]


def task_rows(report: Report) -> list[tuple[str, str, list[TaskRow]]]:
    """The work list by kind: its anchor, its heading and its lines, most benefit first."""
    kinds = [
        (anchor, heading, [_task_row(report, each) for each in report.tasks if each.kind == kind])
        for kind, (anchor, heading) in _KINDS.items()
    ]
    return [each for each in kinds if each[2]]


def _task_row(report: Report, task: Task) -> TaskRow:
    now = f"nu gemiddeld een {number(task.grade)}" if task.grade is not None else ""
    where = some(task.departments) or "–"
    brings = "; ".join(part for part in (gain(task), now) if part)
    what = action(task, report.titles)
    return TaskRow(what, where, audience(task, report.weighed), brings or "–")


def pace_lines(report: Report) -> Iterator[str]:
    """The goal, the pace and what rewriting brought, in short sentences."""
    goal, pace = report.goal, report.pace
    yield f"Ons doel is een {mark(goal.value)}, {due(goal)}."
    if pace.per_year is not None:
        yield f"Sinds {moment(pace.since, year=True)} {_moves(pace.per_year)}."
    if pace.expected:
        limits = f"tussen {number(pace.expected.low)} en {number(pace.expected.high)}"
        yield f"Blijft dat zo, dan is het cijfer {due(goal)} een {number(pace.expected.value)} ({limits})."
    if report.revised and report.revised_points > 0:
        brought = points_line(report.revised_points / report.revised)
        verb, average = ("is", "") if report.revised == 1 else ("zijn", "gemiddeld ")
        yield f"In deze periode {verb} {texts_line(report.revised)} herschreven: {average}{brought} erbij."


def _moves(per_year: float) -> str:
    if not round(per_year, 1):
        return "blijft het cijfer ongeveer gelijk"
    return f"{'stijgt' if per_year > 0 else 'daalt'} het cijfer met {points_line(abs(per_year))} per jaar"


def ruler_lines(report: Report) -> list[str]:
    """What was measured with, and since when."""
    seen: dict[Ruler, Period] = {}
    points = [*report.trend, *(point for each in report.departments for point in each.trend)]
    for point in sorted(points, key=lambda each: each.period.start):
        for ruler in point.rulers:
            seen.setdefault(ruler, point.period)
    return [f"Vanaf {moment(since, year=True)}: {_ruler(ruler)}." for ruler, since in seen.items()]


def _ruler(ruler: Ruler) -> str:
    pipeline = f"taalmodel {ruler.pipeline.name} {ruler.pipeline.version}"
    own = ", met regels of woorden die uitstaan" if ruler.settings else ""
    parts = f"duidelijk {ruler.program}", f"regelboek {ruler.rulebook_version}", pipeline
    return printable(f"{', '.join(parts)} en strengheid {ruler.profile}{own}")
