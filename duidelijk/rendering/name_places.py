"""On which side of its point each name stands, so that no name covers another name or point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

Side = Literal["right", "left", "above", "below", ""]
Spot = tuple[float, float, str]
"""A point in pixels from the top left, and its name."""
_Box = tuple[float, float, float, float]
_SIDES: tuple[Side, ...] = ("right", "left", "above", "below")
_LETTER = 6.6
"""How wide a letter is on average, in pixels at 12 pixels high."""
_OUTSIDE = 70.0
"""How far a name may stick out on the right, in pixels; the chart grows to hold it."""


def places(spots: Sequence[Spot], others: Sequence[Spot], width: float) -> list[Side]:
    """A side for each of ``spots``, the first ones chosen first; empty where there is no room.

    ``others``: points without a name, which names leave free too. ``width``: that of the chart.
    """
    points = [_around(spot) for spot in (*spots, *others)]
    taken: list[_Box] = []
    sides: list[Side] = []
    for spot in spots:
        free = [point for point in points if point != _around(spot)]
        fitting = [side for side in _SIDES if _fits(_box(spot, side), [*free, *taken], width)]
        side = fitting[0] if fitting else ""
        sides.append(side)
        taken += [_box(spot, side)] if side else []
    return sides


def _around(spot: Spot) -> _Box:
    x, y, _ = spot
    return x - 6, y - 6, x + 6, y + 6


def _box(spot: Spot, side: Side) -> _Box:
    x, y, name = spot
    wide = _LETTER * len(name)
    left = {"right": x + 8, "left": x - 8 - wide}.get(side, x - 2)
    middle = y + {"above": -12, "below": 13}.get(side, 0)
    return left, middle - 6, left + wide, middle + 6


def _fits(box: _Box, taken: Sequence[_Box], width: float) -> bool:
    return box[0] >= 0 and box[2] <= width + _OUTSIDE and not any(_meet(box, each) for each in taken)


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
