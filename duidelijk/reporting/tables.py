"""Cells of a period → sums per department, in arrays: all that the sums behind the report need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from duidelijk.model import GENRES, Cell, Ruler
from duidelijk.reporting.quantiles import Array

Q0 = len(GENRES)
"""The columns of a design: first the genres, then the rulers."""

LEAST_SHARE = 0.1
"""A ruler of a smaller share of the texts says nothing about the whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The graded texts of a period; D departments, Q effects (genres, then rulers).

    ``graded``, ``sums``: (D,) number and sum of the scores. ``design``: (D, Q) texts per effect.
    ``cross``: (Q, Q) texts with both effects; ``effect_sums``: (Q,) scores per effect. ``squares``: sum of
    all squares. ``within``, ``freedom``: (D,) squares around the mean of each department, genre and ruler,
    and their degrees of freedom.
    """

    departments: tuple[str, ...]
    graded: Array
    sums: Array
    design: Array
    cross: Array
    effect_sums: Array
    squares: float
    within: Array
    freedom: Array


def rulers_of(cells: Iterable[Cell]) -> tuple[Ruler, ...]:
    """The rulers of all texts, each once, in a fixed order."""
    return tuple(sorted({cell.ruler for cell in cells if cell.texts}, key=_ruler_key))


def main_rulers(cells: Sequence[Cell]) -> tuple[Ruler, ...]:
    """The rulers of at least a tenth of the texts: a few texts measured otherwise don't move the whole."""
    least = LEAST_SHARE * sum(cell.texts for cell in cells)
    texts: dict[Ruler, int] = {}
    for cell in cells:
        texts[cell.ruler] = texts.get(cell.ruler, 0) + cell.texts
    every = rulers_of(cells)
    return tuple(ruler for ruler in every if texts[ruler] >= least) or every


def yardsticks(cells: Iterable[Cell]) -> tuple[Ruler, ...]:
    """The rulers whose effect is estimated: those apart from what single departments have off or allowed."""
    return tuple(sorted({_plain(cell.ruler) for cell in cells if cell.texts}, key=_ruler_key))


def table(cells: Sequence[Cell], rulers: Sequence[Ruler], departments: Sequence[str]) -> Table:
    """The sums of these cells, whatever their order.

    ``rulers``, ``departments``: all that may occur, in the order of the columns and rows.
    """
    merged = _merged(cells)
    place = {name: number for number, name in enumerate(departments)}
    column = {ruler: Q0 + number for number, ruler in enumerate(rulers)}
    rows = np.array([place[name] for name, _, _ in merged], dtype=np.intp)
    numbers = np.array(list(merged.values()), dtype=np.float64).reshape(-1, 3)
    cell_design = np.zeros((len(merged), Q0 + len(rulers)))
    for line, (_, genre, ruler) in enumerate(merged):
        cell_design[line, [GENRES.index(genre), column[ruler]]] = 1.0
    graded, sums, squares = numbers.T
    within = np.maximum(0.0, squares - sums**2 / np.maximum(graded, 1))
    return Table(
        departments=tuple(departments),
        graded=_by_row(rows, graded, len(departments)),
        sums=_by_row(rows, sums, len(departments)),
        design=_by_row(rows, cell_design * graded[:, None], len(departments)),
        cross=(cell_design * graded[:, None]).T @ cell_design,
        effect_sums=cell_design.T @ sums,
        squares=float(squares.sum()),
        within=_by_row(rows, np.where(within < 1e-9 * squares, 0.0, within), len(departments)),
        freedom=_by_row(rows, np.maximum(graded - 1, 0), len(departments)),
    )


def _merged(cells: Sequence[Cell]) -> dict[tuple[str, str, Ruler], list[float]]:
    """Graded, sum and squares by department, genre and ruler; templates together."""
    found: dict[tuple[str, str, Ruler], list[float]] = {}
    for cell in sorted(cells, key=lambda c: (c.department, c.genre, _ruler_key(c.ruler), c.template)):
        if cell.graded:
            sums = found.setdefault((cell.department, cell.genre, _plain(cell.ruler)), [0.0, 0.0, 0.0])
            for place, value in enumerate((cell.graded, cell.score_sum, cell.score_squares)):
                sums[place] += value
    return found


def _by_row(rows: np.typing.NDArray[np.intp], values: Array, number: int) -> Array:
    summed = np.zeros((number, *values.shape[1:]))
    np.add.at(summed, rows, values)
    return summed


def _plain(ruler: Ruler) -> Ruler:
    return replace(ruler, settings="")


def _ruler_key(ruler: Ruler) -> tuple[str, ...]:
    pipeline = ruler.pipeline
    book = ruler.program, ruler.rulebook_version, pipeline.name, pipeline.version
    return (*book, ruler.profile, ruler.settings)
