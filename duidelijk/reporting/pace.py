"""The line towards the goal: a straight line through the months since the last change of ruler."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np

from duidelijk.model import Estimate, Goal, Pace, Period, Point
from duidelijk.reporting.pooling import on_scale
from duidelijk.reporting.quantiles import Array, t95

LEAST_MONTHS = 4
WIDEST = 4.0
"""An interval of more points says nothing."""
_DAYS = 365.25
_DIGITS = 6


def pace(months: Sequence[Point], goal: Goal) -> Pace:
    """Points per year, and the grade to expect in the month of the goal with its 95 % interval.

    ``months``: at least one, oldest first. A month weighs by its precision; months that lie further from the
    line than their own intervals allow widen the interval (weighted least squares with dispersion at
    least 1; interval for a new month, by Student's t).
    """
    last = max((n for n, point in enumerate(months) if point.broken), default=0)
    since = [point for point in months[last:] if point.texts] or list(months[-1:])
    known = [(point.period, point.estimate) for point in since if point.estimate]
    if len(known) < LEAST_MONTHS:
        return Pace(since[0].period, None, None)
    slope, expected = _line(known, goal)
    if expected.high - expected.low > WIDEST:
        return Pace(since[0].period, None, None)
    return Pace(since[0].period, slope, expected)


def _line(known: Sequence[tuple[Period, Estimate]], goal: Goal) -> tuple[float, Estimate]:
    years = np.array([_years(_middle(period), goal.by) for period, _ in known])
    values = np.array([estimate.value for _, estimate in known])
    spread = np.array([max(estimate.deviation, 1e-6) for _, estimate in known])
    design: Array = np.column_stack([np.ones(len(years)), years])
    covariance = np.linalg.inv(design.T @ (design / spread[:, None] ** 2))
    level, slope = covariance @ (design.T @ (values / spread**2))
    freedom = len(known) - 2
    dispersion = max(1.0, float((((values - level - slope * years) / spread) ** 2).sum()) / freedom)
    deviation = math.sqrt(dispersion * (covariance[0, 0] + float(np.mean(spread**2))))
    margin = t95(freedom) * deviation
    graded = sum(estimate.graded for _, estimate in known)
    value, low, high = (on_scale(v) for v in (level, level - margin, level + margin))
    return round(float(slope), _DIGITS), Estimate(value, low, high, round(deviation, _DIGITS), graded)


def _middle(period: Period) -> date:
    return period.start + (period.end - period.start) / 2


def _years(day: date, goal: date) -> float:
    """Years from the goal, so that the level of the line is the grade on that day."""
    return (day - goal).days / _DAYS
