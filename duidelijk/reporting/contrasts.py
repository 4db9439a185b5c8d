"""How much genres and rulers differ, from comparisons within a department and a month only.

What a department is like, and what a month was like, drops out of such a comparison. So it can't be misled by
departments that write other genres or that change. Before any text is seen, genres are taken to differ
little: a normal prior, so that a comparison that was never made is uncertain instead of impossible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from duidelijk.reporting.quantiles import Array
from duidelijk.reporting.tables import Q0, Table

GENRE_SPREAD = 1.5
"""Prior deviation of a genre: two genres seldom differ by more than four points."""
RULER_SPREAD = 1.0
"""Prior deviation of a ruler: two rulers seldom differ by more than three points on the same texts."""
SPREAD, SPREAD_WORTH = 1.0, 2.0
"""Prior deviation between texts of one department and genre, and how many texts that prior is worth."""
DRIFT = 0.5
"""How far a genre or ruler may drift from what it was in other months."""
OWN_WORTH = 4.0
"""How many texts the spread of all departments is worth against a department's own (as in Smyth 2004,
doi:10.2202/1544-6115.1027)."""


@dataclass(frozen=True, slots=True, eq=False)
class Contrasts:
    """What each genre and ruler adds to a grade: ``mean`` (Q,), ``covariance`` (Q, Q)."""

    mean: Array
    covariance: Array


def contrasts(tables: Sequence[Table], effects: int, spread: float) -> Contrasts:
    """The contrasts in these tables; ``effects``: Q; ``spread``: deviation between texts."""
    prior = np.full(effects, 1 / RULER_SPREAD**2)
    prior[:Q0] = 1 / GENRE_SPREAD**2
    precision, right = np.diag(prior), np.zeros(effects)
    for each in tables:
        has = each.graded > 0
        scaled = each.design[has] / each.graded[has, None]
        precision += (each.cross - scaled.T @ each.design[has]) / spread**2
        right += (each.effect_sums - scaled.T @ each.sums[has]) / spread**2
    covariance = np.linalg.inv(precision)
    return Contrasts(covariance @ right, covariance)


def elsewhere(found: Contrasts) -> Contrasts:
    """What these contrasts say of a month they were not measured in."""
    return Contrasts(found.mean, found.covariance + DRIFT**2 * np.eye(len(found.mean)))


def variance(tables: Sequence[Table]) -> float:
    """The variance between texts of one department, genre and month."""
    squares = sum(float(each.within.sum()) for each in tables)
    freedom = sum(float(each.freedom.sum()) for each in tables)
    return (squares + SPREAD_WORTH * SPREAD**2) / (freedom + SPREAD_WORTH)


def own_variance(tables: Sequence[Table], row: int) -> tuple[float, float]:
    """The variance between the texts of one department, and its degrees of freedom."""
    squares = sum(float(each.within[row]) for each in tables)
    freedom = sum(float(each.freedom[row]) for each in tables) + OWN_WORTH
    return (squares + OWN_WORTH * variance(tables)) / freedom, freedom
