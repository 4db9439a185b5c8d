"""A department or the whole through time: a point per period, each from the model of its own period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from duidelijk.model import Cell, Estimate, Period, Point
from duidelijk.reporting.contrasts import Contrasts, contrasts, elsewhere, variance
from duidelijk.reporting.names import alphabetical
from duidelijk.reporting.numbers import Numbers
from duidelijk.reporting.periods import months_until, previous, within, year_before
from duidelijk.reporting.pooling import Pooled, pool
from duidelijk.reporting.tables import Q0, Table, main_rulers, rulers_of, table, yardsticks

LEAST_TEXTS = 5
"""Under this number of graded texts there is no estimate: "te weinig teksten"."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """The numbers of all periods that the report looks at.

    ``months``: from the first text to the end of the period. ``departments``: all names, the rows of every
    table. ``now``: the table of the period itself; its mix of genres and departments holds for all periods.
    """

    period: Period
    months: tuple[Period, ...]
    departments: tuple[str, ...]
    cells: Mapping[Period, tuple[Cell, ...]]
    tables: Mapping[Period, Table]

    @property
    def now(self) -> Table:
        return self.tables[self.period]


def frame(numbers: Numbers, period: Period) -> Frame:
    """What the archive knows of the period, of those it is compared with, and of all months up to it."""
    months = months_until(numbers.first(), period)
    asked = dict.fromkeys([*months, period, previous(period), year_before(period)])
    cells = {each: tuple(cell for cell in numbers.cells(each) if cell.texts) for each in asked}
    everything = [cell for found in cells.values() for cell in found]
    rulers = yardsticks(everything)
    names = alphabetical({cell.department for cell in everything})
    tables = {each: table(found, rulers, names) for each, found in cells.items()}
    return Frame(period, months, names, cells, tables)


def pooled(given: Frame, period: Period) -> Pooled | None:
    """The estimates of a period, for today's mix of genres and departments; None without graded texts."""
    own = given.tables[period]
    if not own.graded.sum():
        return None
    basis = given.now if given.now.graded.sum() else own
    genres, rulers = basis.design[:, :Q0].sum(axis=0), own.design[:, Q0:].sum(axis=0)
    mix = np.concatenate([genres / genres.sum(), rulers / rulers.sum()])
    return pool(own, _prior(given, period), mix, basis.graded / basis.graded.sum())


def all_contrasts(given: Frame) -> Contrasts:
    """The differences between genres and rulers, from all months."""
    return _contrasts(given, [given.tables[month] for month in given.months])


def _prior(given: Frame, period: Period) -> Contrasts:
    """What the other months say of genres and rulers: what is not in this period can be filled in with it."""
    other = [given.tables[month] for month in given.months if not within(month, period)]
    return elsewhere(_contrasts(given, other))


def _contrasts(given: Frame, tables: Sequence[Table]) -> Contrasts:
    spread = float(np.sqrt(variance([given.tables[month] for month in given.months])))
    return contrasts(tables, given.now.design.shape[1], spread)


def line(
    given: Frame, periods: Iterable[Period], found: Mapping[Period, Pooled | None], name: str | None
) -> tuple[Point, ...]:
    """A point per period, of the department with this name, or (None) of the whole."""
    points: list[Point] = []
    known: tuple[object, ...] = ()
    for period in periods:
        point = _point(given, period, found[period], name, known)
        known = point.rulers or known
        points.append(point)
    return tuple(points)


def _point(
    given: Frame, period: Period, found: Pooled | None, name: str | None, known: Sequence[object]
) -> Point:
    cells = [cell for cell in given.cells[period] if name is None or cell.department == name]
    graded = sum(cell.graded for cell in cells)
    rulers = main_rulers(cells) if name is None else rulers_of(cells)
    enough = graded >= LEAST_TEXTS
    return Point(
        period=period,
        texts=sum(cell.texts for cell in cells),
        graded=graded,
        estimate=_estimate(given, found, name) if enough else None,
        at_eight=sum(cell.at_eight for cell in cells) if enough else None,
        broken=bool(known and rulers) and tuple(known) != rulers,
        rulers=rulers,
    )


def _estimate(given: Frame, found: Pooled | None, name: str | None) -> Estimate | None:
    if found is None:
        return None
    return found.whole if name is None else found.departments[given.departments.index(name)]
