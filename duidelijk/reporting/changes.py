"""The change against an earlier period, and whether it is one.

The points are the difference of the two estimates that the report shows. Those are pulled towards the whole,
so they rise a little when all the *other* departments improve. The interval of a department therefore comes
from its own texts alone: its mean, adjusted for genre by comparisons within departments, and the spread of
its own texts. It moves with nobody else, and is stretched to hold the difference that is shown. Where the mix
of genres moved, it allows for a department that is better at one genre than at another.
"""

from __future__ import annotations

import math

import numpy as np

from duidelijk.model import Change, Estimate, Point
from duidelijk.reporting.contrasts import SPREAD_WORTH, Contrasts, own_variance
from duidelijk.reporting.quantiles import Array, t95
from duidelijk.reporting.series import Frame
from duidelijk.reporting.tables import Q0, Table

TASTE = 0.4
"""Deviation of a department within one genre, besides what it is like and what the genre is like."""
_DIGITS = 6


def of_department(given: Frame, differ: Contrasts, name: str, before: Point, now: Point) -> Change | None:
    """The change of a department; None where one of the two has no estimate, or another ruler.

    ``differ``: the differences between genres and rulers.
    """
    if not _comparable(before, now):
        return None
    row = given.departments.index(name)
    old, new = given.tables[before.period], given.tables[now.period]
    shift = new.design[row] / new.graded[row] - old.design[row] / old.graded[row]
    raw = new.sums[row] / new.graded[row] - old.sums[row] / old.graded[row] - shift @ differ.mean
    spread, freedom = own_variance([given.tables[month] for month in given.months], row)
    error = math.sqrt(
        spread * (1 / new.graded[row] + 1 / old.graded[row])
        + shift @ differ.covariance @ shift
        + _by_taste(old, new)[row]
    )
    return _change(before, now, float(raw), t95(freedom) * error)


def of_whole(given: Frame, before: Point, now: Point) -> Change | None:
    """The change of the organisation; None where one of the two has no estimate, or another ruler.

    Here the interval is that of the difference of the two estimates: there is nobody else to move with.
    """
    if not _comparable(before, now):
        return None
    old, new = given.tables[before.period], given.tables[now.period]
    shares = new.graded / new.graded.sum()
    first, last = _known(before), _known(now)
    error = math.sqrt(first.deviation**2 + last.deviation**2 + float(shares**2 @ _by_taste(old, new)))
    freedom = float(old.freedom.sum() + new.freedom.sum()) + SPREAD_WORTH
    return _change(before, now, last.value - first.value, t95(freedom) * error)


def _by_taste(old: Table, new: Table) -> Array:
    """The variance (D,) that comes from writing other genres than before; 0 where there are no texts."""
    mixes = [each.design[:, :Q0] / np.maximum(each.graded, 1)[:, None] for each in (old, new)]
    moved = ((mixes[1] - mixes[0]) ** 2).sum(axis=1)
    both: Array = np.where((old.graded > 0) & (new.graded > 0), TASTE**2 * moved, 0.0)
    return both


def _comparable(before: Point, now: Point) -> bool:
    return bool(before.estimate and now.estimate and before.rulers == now.rulers)


def _change(before: Point, now: Point, middle: float, margin: float) -> Change:
    points = _known(now).value - _known(before).value
    low, high = (round(v, _DIGITS) for v in (min(points, middle - margin), max(points, middle + margin)))
    return Change(before.period, round(points, _DIGITS), low, high, certain=low > 0 or high < 0)


def _known(point: Point) -> Estimate:
    if point.estimate is None:
        raise ValueError("a point without an estimate can't be compared")
    return point.estimate
