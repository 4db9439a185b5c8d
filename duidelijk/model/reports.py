"""What the report says about many texts: how clear an organisation and its departments write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from duidelijk.model.records import Count, Override, Period, Ruler

TaskKind = Literal["rule", "term", "template"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean grade with its 95 % interval; ``deviation``: its standard error; ``graded``: number of texts."""

    value: float
    low: float
    high: float
    deviation: float
    graded: int


@dataclass(frozen=True, slots=True)
class Point:
    """A department, or the whole, in one period; no estimate or ``at_eight`` under five graded texts.

    ``rulers``: what it was measured with; of the whole only those of a tenth of the texts or more.
    ``broken``: they are other ones than those of the point before it.
    """

    period: Period
    texts: int
    graded: int
    estimate: Estimate | None
    at_eight: int | None
    broken: bool
    rulers: tuple[Ruler, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The difference with an earlier period, with its 95 % interval; ``certain``: that excludes 0."""

    since: Period
    points: float
    low: float
    high: float
    certain: bool


@dataclass(frozen=True, slots=True)
class Department:
    """How a department is doing; ``trend``: the periods up to this one, oldest first.

    ``before``, ``earlier``: the last period and the same one a year ago. A change with one of them is None
    where one of the two has too few texts, or where the ruler changed. ``rules`` and
    ``terms``: what is found most, the one that costs readers most first.
    """

    name: str
    now: Point
    before: Point
    earlier: Point
    last_period: Change | None
    last_year: Change | None
    trend: tuple[Point, ...]
    rules: tuple[Count, ...]
    terms: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """The organisation's own goal: this grade, reached on this day."""

    value: float
    by: date


@dataclass(frozen=True, slots=True)
class Pace:
    """Where the line goes: points per year since ``since``, and the grade to expect on the day of the goal.

    ``expected`` is None where there are too few months to say.
    """

    since: Period
    per_year: float | None
    expected: Estimate | None


@dataclass(frozen=True, slots=True)
class Rating:
    """The grade that residents gave the service, from a survey.

    ``exact``: what is known of the date, which is else the middle of the month or the year.
    """

    date: date
    grade: float
    exact: Literal["day", "month", "year"] = "day"


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """A department in the funnel: its mean, adjusted for genre but not pooled, and its number of texts."""

    department: str
    graded: int
    mean: float


@dataclass(frozen=True, slots=True)
class Funnel:
    """Means against numbers of texts; limits are ``center`` ± z · ``deviation`` / √n (z 1.96 and 3.09).

    ``deviation``: standard deviation between texts. Spiegelhalter 2005, doi:10.1002/sim.1970.
    """

    center: float
    deviation: float
    points: tuple[FunnelPoint, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the work list: a rule, a term or a template to change, and what that brings.

    ``benefit``: points times readers. ``instead``: what to write for a term. ``grade``: mean grade of the
    texts of a template. ``departments``: those that it concerns, most readers first.
    """

    kind: TaskKind
    name: str
    rule: str
    departments: tuple[str, ...]
    texts: int
    findings: int
    readers: float
    points: float
    benefit: float
    instead: tuple[str, ...] = ()
    grade: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """How clear the organisation and its departments wrote in a period.

    ``last``, ``year_ago``: the periods compared with; ``before``, ``earlier``: how it was then.
    ``departments`` in alphabetical order. ``tasks``: the
    work list, most benefit first. ``titles``: of every rule, by id. ``weighed``: reach was known.
    ``overrides``: texts that were published all the same in the period.
    """

    organisation: str
    period: Period
    last: Period
    year_ago: Period
    now: Point
    before: Point
    earlier: Point
    last_period: Change | None
    last_year: Change | None
    trend: tuple[Point, ...]
    goal: Goal
    pace: Pace
    residents: tuple[Rating, ...]
    departments: tuple[Department, ...]
    funnel: Funnel | None
    rules: tuple[Count, ...]
    terms: tuple[Count, ...]
    tasks: tuple[Task, ...]
    revised: int
    revised_points: float
    titles: Mapping[str, str]
    weighed: bool
    overrides: tuple[Override, ...] = ()
