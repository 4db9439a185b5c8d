"""How clear an organisation writes: numbers of many texts in, one Report out; no SQL, no clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from duidelijk.model import Cell, Count, Department, Goal, Override, Period, Point, Rating, Report
from duidelijk.reporting import changes
from duidelijk.reporting.contrasts import Contrasts
from duidelijk.reporting.found import texts_by_template, totals, weighed
from duidelijk.reporting.funnel import funnel
from duidelijk.reporting.names import alphabetical
from duidelijk.reporting.numbers import Numbers, Reach
from duidelijk.reporting.pace import pace
from duidelijk.reporting.periods import previous, year_before
from duidelijk.reporting.pooling import Pooled
from duidelijk.reporting.series import LEAST_TEXTS, Frame, all_contrasts, frame, line, pooled
from duidelijk.reporting.worklist import worklist

TREND_MONTHS = 13
__all__ = ["LEAST_TEXTS", "TREND_MONTHS", "Numbers", "Reach", "build"]


def build(
    numbers: Numbers,
    period: Period,
    *,
    organisation: str,
    goal: Goal,
    titles: Mapping[str, str],
    instead: Mapping[tuple[str, str], tuple[str, ...]],
    residents: Sequence[Rating] = (),
    reach: Reach | None = None,
    overrides: Sequence[Override] = (),
) -> Report:
    """The report on a period.

    ``titles``: of every rule, by id; ``instead``: what to write, by rule and term. Trends are by month, also
    in the report on a quarter or a year: of the whole since the first text, of a department the last
    thirteen months. The figure in front is that of the period.
    """
    reach = reach or Reach()
    given = frame(numbers, period)
    found = {each: pooled(given, each) for each in given.cells}
    cells = given.cells[period]
    counts = weighed(numbers.counts(period, reach.documents), texts_by_template(cells), reach)
    named = {name for name in given.departments if _texts(cells, name) >= LEAST_TEXTS}
    rules, terms = totals(counts)
    now, last, year = _compared(given, found, None)
    trend = line(given, given.months, found, None)
    return Report(
        organisation=organisation,
        period=period,
        last=previous(period),
        year_ago=year_before(period),
        now=now,
        before=last,
        earlier=year,
        last_period=changes.of_whole(given, last, now),
        last_year=changes.of_whole(given, year, now),
        trend=trend,
        goal=goal,
        pace=pace(trend, goal),
        residents=tuple(sorted(residents, key=lambda rating: (rating.date, rating.grade))),
        departments=_departments(given, found, counts, named),
        funnel=funnel(given.now, found[period]),
        rules=rules,
        terms=terms,
        tasks=worklist(counts, cells, reach, titles=titles, instead=instead, named=named),
        revised=sum(cell.revised for cell in cells),
        revised_points=round(sum(cell.revised_points for cell in cells), 6),
        titles=dict(titles),
        weighed=bool(reach.templates or reach.documents),
        overrides=tuple(overrides),
    )


def _compared(
    given: Frame, found: Mapping[Period, Pooled | None], name: str | None
) -> tuple[Point, Point, Point]:
    """Now, the last period and the same period a year ago."""
    last, year = previous(given.period), year_before(given.period)
    *_, now = line(given, given.months if given.period.kind == "month" else (last, given.period), found, name)
    (before,), (earlier,) = (line(given, (each,), found, name) for each in (last, year))
    return now, before, earlier


def _departments(
    given: Frame,
    found: Mapping[Period, Pooled | None],
    counts: Sequence[Count],
    named: set[str],
) -> tuple[Department, ...]:
    """Every department with texts in the period or in the months of its trend, in alphabetical order."""
    seen = {cell.department for each in (given.period, *_recent(given)) for cell in given.cells[each]}
    differ = all_contrasts(given)
    of_named = [count for count in counts if count.department in named]
    return tuple(_department(given, found, differ, of_named, name) for name in alphabetical(seen))


def _department(
    given: Frame,
    found: Mapping[Period, Pooled | None],
    differ: Contrasts,
    counts: Sequence[Count],
    name: str,
) -> Department:
    now, last, year = _compared(given, found, name)
    rules, terms = totals([count for count in counts if count.department == name], name)
    return Department(
        name=name,
        now=now,
        before=last,
        earlier=year,
        last_period=changes.of_department(given, differ, name, last, now),
        last_year=changes.of_department(given, differ, name, year, now),
        trend=line(given, given.months, found, name)[-TREND_MONTHS:],
        rules=rules,
        terms=terms,
    )


def _recent(given: Frame) -> tuple[Period, ...]:
    return given.months[-TREND_MONTHS:]


def _texts(cells: Sequence[Cell], name: str) -> int:
    return sum(cell.texts for cell in cells if cell.department == name)
