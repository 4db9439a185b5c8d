"""The grade of every department in a period, by partial pooling; adjusted for genre and ruler.

score = level + genre + ruler + department + text, where departments have deviation τ and texts σ. The level
is free; genres and rulers have the prior that is passed in (from other months, or wide). τ has a half-normal
prior with scale 1: departments seldom differ by more than two points from the whole, on a scale of 1–10.
σ has a prior worth two texts. Both are integrated over a grid, so that the interval knows that they are
uncertain. Gelman 2006, doi:10.1214/06-BA117A (priors for τ); Henderson 1975, doi:10.2307/2529430 (the
equations).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from duidelijk.model import Estimate
from duidelijk.reporting.contrasts import SPREAD, SPREAD_WORTH, Contrasts
from duidelijk.reporting.quantiles import Array, mixture_quantile
from duidelijk.reporting.tables import Table

TAU_SCALE = 1.0
_TAUS = (np.arange(200) + 0.5) * (4 * TAU_SCALE / 200)
_SIGMA_STEPS = np.linspace(-3.5, 3.5, 8)
_LEAST_WEIGHT = 1e-4
_DIGITS = 6
LOWEST, HIGHEST = 1.0, 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Pooled:
    """What the model says: an estimate per department, in the order of the table, and of the whole.

    ``effects``: (Q,) what each genre and ruler adds.
    """

    departments: tuple[Estimate, ...]
    whole: Estimate
    effects: Array


@dataclass(frozen=True, slots=True, eq=False)
class _Posterior:
    """On K points of the grid: ``weights`` (K,), ``shrink`` (K, D), ``noise`` σ² (K,), level and effects."""

    weights: Array
    shrink: Array
    noise: Array
    mean: Array
    covariance: Array


def pool(table: Table, prior: Contrasts, mix: Array, shares: Array) -> Pooled:
    """The estimates for a table with at least one graded text.

    ``mix``: (Q,) the genres and rulers to give the grade for, as shares. ``shares``: (D,) the weight of each
    department in the whole, sum 1.
    """
    active = np.flatnonzero((table.design.sum(axis=0) > 0) | (mix > 0))
    design = np.column_stack([table.graded, table.design[:, active]])
    posterior = _posterior(table, design, prior, active)
    aim = np.concatenate([[1.0], mix[active]])
    estimates = _estimates(table, design, posterior, aim, shares)
    effects = prior.mean.copy()
    effects[active] = (posterior.weights @ posterior.mean)[1:]
    return Pooled(estimates[:-1], estimates[-1], effects)


def grid(table: Table) -> tuple[Array, Array]:
    """τ and σ of every point of the grid, both (K,)."""
    worth = float(table.freedom.sum()) + SPREAD_WORTH
    center = np.sqrt((float(table.within.sum()) + SPREAD_WORTH * SPREAD**2) / worth)
    sigmas = center * np.exp(_SIGMA_STEPS / np.sqrt(2 * worth))
    taus, spreads = np.meshgrid(_TAUS, sigmas, indexing="ij")
    return taus.ravel(), spreads.ravel()


def _posterior(
    table: Table, design: Array, prior: Contrasts, active: np.typing.NDArray[np.intp]
) -> _Posterior:
    taus, sigmas = grid(table)
    noise = sigmas**2
    shrink = taus[:, None] ** 2 / (noise[:, None] + table.graded * taus[:, None] ** 2)
    precision, right, squares = _equations(table, design, shrink, noise, prior, active)
    covariance = np.linalg.inv(precision)
    mean = (covariance @ right[:, :, None])[:, :, 0]
    departments = np.log(noise[:, None] + table.graded * taus[:, None] ** 2) - np.log(noise[:, None])
    log = -0.5 * (
        (table.graded.sum() + SPREAD_WORTH) * np.log(noise)
        + departments.sum(axis=1)
        + np.linalg.slogdet(precision)[1]
        + squares
        - (right * mean).sum(axis=1)
        + SPREAD_WORTH * SPREAD**2 / noise
        + (taus / TAU_SCALE) ** 2
    )
    weights = np.exp(log - log.max())
    kept = weights > _LEAST_WEIGHT
    weights = weights[kept] / weights[kept].sum()
    return _Posterior(weights, shrink[kept], noise[kept], mean[kept], covariance[kept])


def _equations(
    table: Table,
    design: Array,
    shrink: Array,
    noise: Array,
    prior: Contrasts,
    active: np.typing.NDArray[np.intp],
) -> tuple[Array, Array, Array]:
    """Per point of the grid: precision of level and effects (K, P, P), right side (K, P), squares (K,)."""
    size = design.shape[1]
    believed, middle = np.zeros((size, size)), np.concatenate([[0.0], prior.mean[active]])
    believed[1:, 1:] = np.linalg.inv(prior.covariance[np.ix_(active, active)])
    total = np.empty((size, size))
    total[0, 0] = table.graded.sum()
    total[0, 1:] = total[1:, 0] = design[:, 1:].sum(axis=0)
    total[1:, 1:] = table.cross[np.ix_(active, active)]
    sums = np.concatenate([[table.sums.sum()], table.effect_sums[active]])
    outer = (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)
    precision = (total - (shrink @ outer).reshape(-1, size, size)) / noise[:, None, None] + believed
    right = (sums - shrink @ (design * table.sums[:, None])) / noise[:, None] + believed @ middle
    squares = (table.squares - shrink @ table.sums**2) / noise + middle @ believed @ middle
    return precision, right, squares


def _estimates(
    table: Table, design: Array, posterior: _Posterior, aim: Array, shares: Array
) -> tuple[Estimate, ...]:
    """The estimate of each department, then that of the whole."""
    shrink, noise = posterior.shrink, posterior.noise[:, None]
    weighed = shrink * shares
    left = aim - np.concatenate([shrink[:, :, None] * design, (weighed @ design)[:, None, :]], axis=1)
    own = np.column_stack([shrink * table.sums, weighed @ table.sums])
    rest = np.column_stack([shrink, weighed @ shares]) * noise
    means = own + np.einsum("krp,kp->kr", left, posterior.mean)
    variances = rest + np.einsum("krp,kpq,krq->kr", left, posterior.covariance, left, optimize=True)
    graded = [*table.graded, table.graded.sum()]
    return _mixed(posterior.weights, means, np.maximum(variances, 1e-12), [int(n) for n in graded])


def _mixed(weights: Array, means: Array, variances: Array, graded: list[int]) -> tuple[Estimate, ...]:
    deviations = np.sqrt(variances)
    value = weights @ means
    deviation = np.sqrt(weights @ (variances + (means - value) ** 2))
    low = mixture_quantile(0.025, weights, means, deviations)
    high = mixture_quantile(0.975, weights, means, deviations)
    return tuple(
        Estimate(on_scale(v), on_scale(lo), on_scale(hi), round(float(d), _DIGITS), n)
        for v, lo, hi, d, n in zip(value, low, high, deviation, graded, strict=True)
    )


def on_scale(value: float) -> float:
    """A grade between 1 and 10, without the last digits, which the order of adding up leaves to chance."""
    return round(min(HIGHEST, max(LOWEST, float(value))), _DIGITS)
