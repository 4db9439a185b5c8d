"""The funnel: departments as they are, not pooled, against their numbers of texts."""

from __future__ import annotations

import math

from duidelijk.model import Funnel, FunnelPoint
from duidelijk.reporting.contrasts import variance
from duidelijk.reporting.pooling import Pooled
from duidelijk.reporting.series import LEAST_TEXTS
from duidelijk.reporting.tables import Table

_DIGITS = 6


def funnel(table: Table, found: Pooled | None) -> Funnel | None:
    """The departments with enough texts; None when there are fewer than two.

    A mean is that of the whole plus how far the texts lie from what their genre and ruler would give
    (indirect standardisation). The deviation is that between texts of one department and genre.
    """
    rows = [row for row, graded in enumerate(table.graded) if graded >= LEAST_TEXTS]
    if found is None or len(rows) < 2:
        return None
    center = float(table.sums.sum() / table.graded.sum())
    usual = table.design.sum(axis=0) / table.graded.sum() @ found.effects
    own = table.sums - table.design @ found.effects
    points = tuple(
        FunnelPoint(
            table.departments[row],
            int(table.graded[row]),
            round(float(own[row] / table.graded[row] + usual), _DIGITS),
        )
        for row in rows
    )
    return Funnel(round(center, _DIGITS), round(math.sqrt(variance([table])), _DIGITS), points)
