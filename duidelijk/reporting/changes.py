"""The change against an earlier period, and whether it is one.

The points are the difference of the two estimates that the report shows. Those are pulled towards the whole,
so they rise a little when all the *other* departments improve. The interval of a department therefore comes
from its own texts alone: its mean, adjusted for genre by comparisons within departments, and the spread of
its own texts. It moves with nobody else, and is stretched to hold the difference that is shown.
"""

from __future__ import annotations

import math

from duidelijk.model import Change, Estimate, Point
from duidelijk.reporting.contrasts import Contrasts, own_variance
from duidelijk.reporting.quantiles import Z95, t95
from duidelijk.reporting.series import Frame

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
        spread * (1 / new.graded[row] + 1 / old.graded[row]) + shift @ differ.covariance @ shift
    )
    return _change(before, now, float(raw), t95(freedom) * error)


def of_whole(before: Point, now: Point) -> Change | None:
    """The change of the organisation; None where one of the two has no estimate, or another ruler."""
    if not _comparable(before, now):
        return None
    old, new = _known(before), _known(now)
    return _change(before, now, new.value - old.value, Z95 * math.hypot(old.deviation, new.deviation))


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
