"""The funnel: departments as they are, not pooled, against their numbers of texts."""

from __future__ import annotations

import math

import numpy as np

from duidelijk.model import Funnel, FunnelPoint
from duidelijk.reporting.contrasts import variance
from duidelijk.reporting.pooling import Pooled
from duidelijk.reporting.quantiles import Array
from duidelijk.reporting.series import LEAST_TEXTS
from duidelijk.reporting.tables import Table

_DIGITS = 6


def funnel(table: Table, found: Pooled | None) -> Funnel | None:
    """The departments with enough texts; None when there are fewer than two.

    ``deviation``: that between texts of one department and genre.
    """
    rows = np.flatnonzero(table.graded >= LEAST_TEXTS)
    if found is None or len(rows) < 2:
        return None
    center, means = table.sums.sum() / table.graded.sum(), adjusted(table, found)
    points = tuple(
        FunnelPoint(table.departments[row], int(table.graded[row]), round(float(means[row]), _DIGITS))
        for row in rows
    )
    return Funnel(round(float(center), _DIGITS), round(math.sqrt(variance([table])), _DIGITS), points)


def adjusted(table: Table, found: Pooled) -> Array:
    """The mean of each department (D,), as if it wrote the genres of the whole; 0 texts: that of the whole.

    Indirect standardisation: the mean of the whole, plus how far the texts lie from what their genre and
    ruler usually give.
    """
    usual = table.design.sum(axis=0) / table.graded.sum() @ found.effects
    level = table.sums.sum() / table.graded.sum() - usual
    extra = table.sums - table.design @ found.effects - table.graded * level
    means: Array = extra / np.maximum(table.graded, 1) + level + usual
    return means
