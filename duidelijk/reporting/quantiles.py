"""Quantiles of Student's t and of mixtures of normal distributions, without scipy."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

Z95 = 1.959963984540054
"""97.5 % quantile of the normal distribution: an interval of ± this many deviations holds 95 %."""
_T95 = {1: 12.7062, 2: 4.3027, 3: 3.1824, 4: 2.7764}
"""97.5 % quantiles of Student's t (NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2)."""
_STEPS, _NEAR = 40, 1e-7


def t95(freedom: float) -> float:
    """The 97.5 % quantile of Student's t; over 4 degrees of freedom right to 0.001.

    A table, then the expansion of Abramowitz and Stegun (1964), 26.7.5.
    """
    if freedom < 5:
        return _T95[max(1, int(freedom))]
    z, v = Z95, freedom
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    fourth = (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160
    return z + first / v + second / v**2 + third / v**3 + fourth / v**4


def normal_below(z: Array) -> Array:
    """The standard normal distribution function, to 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26)."""
    x = np.abs(z) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * x)
    series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    tail = series * np.exp(-x * x) / 2
    below: Array = np.where(z < 0, tail, 1 - tail)
    return below


def mixture_quantile(share: float, weights: Array, means: Array, deviations: Array) -> Array:
    """Below which value this share of each mixture lies.

    ``weights``: (K,), sum 1; ``means``, ``deviations``: (K, R), deviations > 0; out: (R,). By Newton's
    method, or halving where that would leave the interval that still holds the answer.
    """
    low, high = (means - 9 * deviations).min(axis=0), (means + 9 * deviations).max(axis=0)
    found: Array = weights @ means
    for _ in range(_STEPS):
        z = (found - means) / deviations
        over = weights @ normal_below(z) - share
        slope = weights @ (np.exp(-z * z / 2) / deviations) / np.sqrt(2 * np.pi)
        low, high = np.where(over < 0, found, low), np.where(over < 0, high, found)
        step = found - over / np.maximum(slope, 1e-300)
        near = np.abs(step - found) < _NEAR
        found = np.where(near | ((step > low) & (step < high)), step, (low + high) / 2)
        if near.all():
            break
    return found
