"""Measures → the level of a text, an estimate: how it compares with texts that carry a CEFR label."""

from __future__ import annotations

import math
from collections.abc import Mapping

from duidelijk.model import Measures

_LEVELS = ((-1.05, "A1"), (-0.7, "A2"), (0.0, "B1"), (0.8, "B2"), (math.inf, "C1"))
_READING = (
    ("lint", 39.6, 18.0, 2),
    ("lix", 37.0, 13.2, 1),
    ("counted_words_per_sentence", 11.9, 3.2, 1),
    ("length_as_read", 13.5, 3.2, 1),
)
"""Measure, its value between B1 and B2, what it differs between the two, and how heavily it counts.

From 179 Dutch texts with a CEFR label: medians of B1 and B2, and the best cut between them; for the length as
read the one that goes with 11.9 words per sentence.
"""
_UNCLEAR = 5.5
"""Under this score a text is unclear."""
_SHARES: Mapping[int, float] = {1: 0.14, 2: 0.29, 3: 0.53, 4: 0.78}
"""LiNT level → share of adults who have difficulty (Kim & Pander Maat 2025)."""


def level(measures: Measures, score: float) -> str:
    """The level that goes with the measures; a text with a low score isn't called B1 or easier."""
    reading = reading_level(measures)
    if score < _UNCLEAR:
        reading = max(reading, 0.0)
    return next(name for below, name in _LEVELS if reading < below)


def reading_level(measures: Measures) -> float:
    """How hard a text is to read by research: 0 between B1 and B2, −0.5 a typical B1 text, +0.5 a B2 text.

    The mean of LiNT-II (twice), LIX and both sentence lengths, each measured in steps from B1 to B2; those
    that a text doesn't have are left out.
    """
    known = [
        ((value - middle) / step, weight)
        for name, middle, step, weight in _READING
        if (value := getattr(measures, name)) is not None
    ]
    return sum(v * weight for v, weight in known) / sum(weight for _, weight in known) if known else 0.0


def share_struggling(measures: Measures) -> float | None:
    """The share of adults who have difficulty with such a text (0–1), by the level of LiNT."""
    return _SHARES[measures.lint_level] if measures.lint_level else None
