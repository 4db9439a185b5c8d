"""Measures + findings → Grade. Provisional: the weights below are a first estimate, not yet fitted.

The grade is a sum: 10, less what each part takes off. More findings never raise it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from duidelijk.model import Finding, Gain, Grade, Measures, Severity

LEAST_WORDS = 40
"""Under this number of words there is no grade, only a score."""
_WEIGHT: Mapping[Severity, float] = {"fout": 1.0, "waarschuwing": 0.6, "tip": 0.1}
_MOST = {"zinnen": 2.5, "woorden": 2.5, "opbouw": 1.0, "toon": 0.8}
"""What the findings of a category can take off at most; half of it is gone at ``_HALF`` per 100 words."""
_HALF = 2.0
_SMOOTHING_WORDS = 30
"""Added to the length, so that one finding in a short text doesn't ruin its grade."""
_EASE = ((45.0, 3.0), (55.0, 2.3), (65.0, 1.4), (75.0, 0.8), (85.0, 0.4), (100.0, 0.0))
"""Flesch-Douma → points off; bands of Douma 1960."""
_LEVELS = ("A1", "A2", "B1", "B2", "C1")
_FLESCH_LEVEL = ((44.3, 5.0), (53.2, 4.0), (77.2, 3.0), (82.2, 2.0), (84.8, 1.0))
_LENGTH_LEVEL = ((7.8, 1.0), (9.1, 2.0), (10.3, 3.0), (13.5, 4.0), (16.7, 5.0))
"""Medians of Flesch-Douma and of words per sentence over 179 Dutch texts with a CEFR label."""


def grade(measures: Measures, findings: Sequence[Finding], categories: Mapping[str, str]) -> Grade:
    """The grade of a text; ``categories`` gives the category of each rule id.

    ``parts`` says how many points each part takes off (numbers ≤ 0); score = 10 + their sum, at least 1.
    """
    if not measures.sentences:
        return Grade(None, None, None, None, {}, ())
    parts = _parts(measures, findings, categories)
    score = _score(parts)
    enough = measures.words >= LEAST_WORDS
    return Grade(
        value=round(score, 1) if enough else None,
        score=score,
        level=_level(measures) if enough else None,
        share_struggling=None,
        parts=parts,
        gains=_gains(score, measures, findings, categories),
    )


def _score(parts: Mapping[str, float]) -> float:
    return max(1.0, 10.0 + sum(parts.values()))


def _parts(
    measures: Measures, findings: Sequence[Finding], categories: Mapping[str, str]
) -> dict[str, float]:
    load: Counter[str] = Counter()
    for finding in findings:
        load[categories[finding.rule]] += _WEIGHT[finding.severity]  # type: ignore[assignment]
    per_100 = 100 / (measures.words + _SMOOTHING_WORDS)
    parts = {name: -most * _saturated(load[name] * per_100) for name, most in _MOST.items()}
    ease = measures.flesch_douma
    return {"leesgemak": 0.0 if ease is None else -_interpolated(_EASE, ease), **parts}


def _saturated(rate: float) -> float:
    return 1 - math.exp2(-rate / _HALF)


def _gains(
    score: float, measures: Measures, findings: Sequence[Finding], categories: Mapping[str, str]
) -> tuple[Gain, ...]:
    """Per rule, what mending all its findings would add, biggest first."""
    counts = Counter(f.rule for f in findings)
    gains = []
    for rule, count in counts.items():
        rest = [f for f in findings if f.rule != rule]
        gains.append(Gain(rule, count, _score(_parts(measures, rest, categories)) - score))
    return tuple(sorted(gains, key=lambda g: (-g.points, g.rule)))


def _level(measures: Measures) -> str | None:
    """The CEFR level whose median lies nearest, by reading ease and sentence length together."""
    if measures.flesch_douma is None or measures.words_per_sentence is None:
        return None
    ease = _interpolated(_FLESCH_LEVEL, measures.flesch_douma)
    length = _interpolated(_LENGTH_LEVEL, measures.words_per_sentence)
    return _LEVELS[round((ease + length) / 2) - 1]


def _interpolated(points: Sequence[tuple[float, float]], x: float) -> float:
    """Straight lines between the points, flat outside them."""
    if x <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in pairwise(points):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return points[-1][1]
