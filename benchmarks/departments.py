"""Organisations whose true grades are known, and texts drawn from them, as the archive gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from duidelijk.model import GENRES, Cell, Count, Genre, Period, Pipeline, Ruler

Array = npt.NDArray[np.float64]
Rng = np.random.Generator

TEXTS = (2, 3, 4, 6, 10, 20, 40, 80)
WRITTEN: tuple[Genre, ...] = ("brief", "web", "besluit")
GENRE_MEANS = np.array([6.5, 7.3, 5.4])
COLUMNS = [GENRES.index(genre) for genre in WRITTEN]
RULER = Ruler("1.0", "1", Pipeline("nl_duidelijk", "1"), "standaard")
NAMES = tuple(f"afdeling {number:02}" for number in range(40))
_MANY = 2000


@dataclass(frozen=True, slots=True)
class World:
    """How an organisation is drawn.

    ``between``: deviation of the departments; ``spreads``: of their texts, dealt out at random. ``focus``:
    how evenly departments spread over genres (low: each its own genre); ``pull``: how strongly the worse
    ones write the harder genres; ``taste``: deviation of a department within one genre. ``bounded``: skewed
    to the left, and cut off at 1 and 10.
    """

    name: str
    texts: tuple[int, ...] = TEXTS
    between: float = 0.5
    spreads: tuple[float, ...] = (1.2,)
    focus: float = 1.0
    pull: float = 0.0
    taste: float = 0.0
    bounded: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Organisation:
    """The truth: each department's mean per genre (D, 3), mix of genres (D, 3) and spread (D,)."""

    world: World
    means: Array
    mixes: Array
    spreads: Array


def organisation(world: World, rng: Rng) -> Organisation:
    """An organisation of this world."""
    number = len(world.texts)
    effects = rng.normal(0, world.between, number)
    towards = np.exp(world.pull * effects[:, None] / world.between * (GENRE_MEANS - GENRE_MEANS.mean()))
    return Organisation(
        world,
        GENRE_MEANS + effects[:, None] + rng.normal(0, world.taste, (number, 3)),
        _shares(rng.dirichlet(np.full(3, world.focus), number) * towards + 1e-9),
        rng.permutation(np.resize(world.spreads, number)),
    )


def new_mixes(org: Organisation, rng: Rng) -> Array:
    """Other mixes of genres, of the same kind."""
    return _shares(rng.dirichlet(np.full(3, org.world.focus), len(org.mixes)) + 1e-9)


def expected(org: Organisation) -> Array:
    """The mean score of every department in every genre, (D, 3): what texts without end would give."""
    if not org.world.bounded:
        return org.means
    noise = _skewed(np.random.default_rng(0), _MANY)
    return np.clip(org.means[:, :, None] + org.spreads[:, None, None] * noise, 1, 10).mean(axis=2)


def month(org: Organisation, texts: Sequence[int], rng: Rng) -> list[Cell]:
    """The texts of a month."""
    found = []
    for row, number in enumerate(texts):
        for column, many in enumerate(rng.multinomial(number, org.mixes[row])):
            noise = _skewed(rng, many) if org.world.bounded else rng.standard_normal(many)
            scores = org.means[row, column] + org.spreads[row] * noise
            if many:
                found.append(
                    cell(NAMES[row], WRITTEN[column], np.clip(scores, 1, 10) if org.world.bounded else scores)
                )
    return found


def cell(department: str, genre: Genre, scores: Array, ruler: Ruler = RULER) -> Cell:
    """The cell of texts with these scores."""
    number = len(scores)
    sums = float(scores.sum()), float((scores**2).sum())
    return Cell(department, genre, "", ruler, number, number, *sums, int((scores >= 8).sum()), 0, 0)


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that holds these cells."""

    periods: Mapping[Period, Sequence[Cell]]

    def cells(self, period: Period) -> Sequence[Cell]:
        return self.periods.get(period, ())

    def counts(self, period: Period, reach: Mapping[bytes, float]) -> Sequence[Count]:
        return ()

    def first(self) -> date | None:
        return min((period.start for period, cells in self.periods.items() if cells), default=None)


def _shares(weights: Array) -> Array:
    return weights / weights.sum(axis=1, keepdims=True)


def _skewed(rng: Rng, number: int) -> Array:
    """Noise with mean 0 and deviation 1, and a long tail to the left."""
    return 2 - rng.gamma(4, 0.5, number)
