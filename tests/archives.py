"""An archive by hand, for tests of the report: cells with known scores, rulers and months."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from duidelijk.model import Cell, Count, Genre, Goal, Period, Pipeline, Report, Ruler
from duidelijk.reporting import build
from duidelijk.reporting.periods import parse

OLD = Ruler("0.8", "aaaa", Pipeline("nl_duidelijk", "1"), "standaard")
NEW = Ruler("0.9", "bbbb", Pipeline("nl_duidelijk", "1"), "standaard")
GOAL = Goal(8.0, date(2027, 12, 31))
OCTOBER = parse("2026-10")


def cell(
    department: str,
    scores: Sequence[float],
    *,
    genre: Genre = "brief",
    template: str = "",
    ruler: Ruler = OLD,
    short: int = 0,
) -> Cell:
    """The cell of texts with these scores, and some that were too short for a grade."""
    return Cell(
        department=department,
        genre=genre,
        template=template,
        ruler=ruler,
        texts=len(scores) + short,
        graded=len(scores),
        score_sum=float(sum(scores)),
        score_squares=float(sum(score**2 for score in scores)),
        at_eight=sum(score >= 8 for score in scores),
        words=100 * len(scores),
        sentences=10 * len(scores),
    )


def spread(mean: float, number: int, deviation: float = 1.0) -> list[float]:
    """Scores around a mean: half of them ``deviation`` lower, half of them higher."""
    return [mean - deviation, mean + deviation] * (number // 2) + [mean] * (number % 2)


def count(department: str, rule: str, term: str = "", **given: Any) -> Count:
    """A count of one finding in one text with one reader, unless told otherwise."""
    known = {"template": "", "texts": 1, "findings": 1, "points": 0.5, "readers": 1.0, "reader_points": 0.5}
    return Count(department=department, rule=rule, term=term, **(known | given))


@dataclass(frozen=True)
class Shelf:
    """An archive with these cells and counts; remembers the reach it was asked for."""

    periods: Mapping[Period, Sequence[Cell]]
    counted: Sequence[Count] = ()
    asked: list[Mapping[bytes, float]] = field(default_factory=list)

    def cells(self, period: Period) -> Sequence[Cell]:
        """Of a month as given; of a quarter or year those of its months."""
        if period in self.periods:
            return self.periods[period]
        inside = [p for p in self.periods if period.start <= p.start and p.end <= period.end]
        return [each for p in inside for each in self.periods[p]]

    def counts(self, period: Period, reach: Mapping[bytes, float]) -> Sequence[Count]:
        self.asked.append(reach)
        return self.counted

    def first(self) -> date | None:
        return min((period.start for period, cells in self.periods.items() if cells), default=None)


def report(
    periods: Mapping[str, Iterable[Cell]],
    period: str = "2026-10",
    *,
    counted: Sequence[Count] = (),
    **given: Any,
) -> Report:
    """The report on these months ("2026-10") of cells."""
    shelf = Shelf({parse(name): list(cells) for name, cells in periods.items()}, counted)
    known = {"organisation": "Dronten", "goal": GOAL, "titles": {}, "instead": {}}
    return build(shelf, parse(period), **(known | given))


__all__ = ["GOAL", "NEW", "OCTOBER", "OLD", "Shelf", "cell", "count", "report", "spread"]
