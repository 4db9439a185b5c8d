"""Measures + findings → Grade: a sum of parts that explains itself.

Every part has features that are 0 at their best and grow as a text gets harder. The weights are ≥ 0 and were
fitted on pairs of texts, before and after an expert editor (training/grade.py; what they are worth:
docs/cijfer.md). So a finding less, or an easier measure, never lowers the grade.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from duidelijk.leveling import level, reading_level, share_struggling
from duidelijk.model import Finding, Gain, Genre, Grade, Measures, Rule, Severity

LEAST_WORDS = 40
"""Under this number of words there is no grade, only a score."""
MOST_GAINS = 3
Remeasure = Callable[[Sequence[Finding]], Measures]
"""Gives the measures as they are once these findings have been mended."""
Features = Mapping[tuple[str, str], float]
"""(part, feature) → value ≥ 0."""

PARTS = ("leesgemak", "woorden", "zinnen", "stijl", "opbouw", "toon")
_STYLE = frozenset(
    {
        "passive",
        "impersonal",
        "passive-infinitive",
        "nominal-style",
        "future",
        "verb-stack",
        "double-negation",
    }
)
"""Checks whose findings are about style, though their rules stand with the sentences."""
_SEVERITY: Mapping[Severity, float] = {"fout": 1.0, "waarschuwing": 0.6, "tip": 0.3}
_LEGAL: Mapping[str, float] = {
    "wetsartikel": 0.0,
    "lengte": 0.0,
    "haakjes": 0.5,
    "jargon": 0.5,
    "lange-alinea": 0.5,
}
"""In a decision, which must hold legal parts, these rules count for less."""

WEIGHTS: Features = {
    ("leesgemak", "niveau"): 1.000,
    ("woorden", "gewoonheid"): 1.048,
    ("woorden", "meldingen"): 0.441,
    ("zinnen", "lengte"): 0.083,
    ("zinnen", "komma’s"): 0.184,
    ("zinnen", "leestekens"): 0.356,
    ("zinnen", "losse stukken"): 0.150,
    ("zinnen", "gaten"): 1.200,
    ("zinnen", "meldingen"): 0.150,
    ("stijl", "abstracte woorden"): 0.072,
    ("stijl", "lijdende vormen"): 0.094,
    ("stijl", "wij en u"): 0.307,
    ("stijl", "meldingen"): 0.288,
    ("opbouw", "meldingen"): 0.463,
    ("opbouw", "geheel"): 0.500,
    ("toon", "meldingen"): 0.173,
}
"""Made by training/grade.py."""
_POINTS = 0.64
"""Points of the grade per unit, so that texts as an editor delivers them have an 8 on average."""
_FREE: Mapping[str, float] = {"leesgemak": 0.6, "woorden": 0.9, "zinnen": 0.8, "stijl": 1.0}
"""What a part may have without taking points off: about what texts for beginners have."""
_BEND = 0.3
_LOW, _LOWEST = 4.0, 1.0
"""Under ``_LOW`` the grade falls ever slower, and never reaches ``_LOWEST``."""

_EASY_ENOUGH, _SHORT_ENOUGH, _CONCRETE_ENOUGH, _PERSONAL_ENOUGH = 6.0, 8.0, 2.0, 5.0
_EASIEST = -1.6


def grade(
    measures: Measures,
    findings: Sequence[Finding],
    rules: Mapping[str, Rule],
    *,
    genre: Genre = "onbekend",
    remeasure: Remeasure | None = None,
) -> Grade:
    """The grade of a text with these measures and findings; ``rules`` by id.

    ``remeasure``: for the gains; without it the measures are taken as they are.
    """
    if not measures.counted_words:
        return Grade(None, None, None, None, {}, ())
    parts = points(features(measures, findings, rules, genre))
    score = _total(parts)
    enough = measures.words >= LEAST_WORDS
    return Grade(
        value=round(score, 1) if enough else None,
        score=score,
        level=level(measures, score) if enough else None,
        share_struggling=share_struggling(measures) if enough else None,
        parts=parts,
        gains=_gains(
            score,
            findings,
            lambda rest, mended: _score(
                remeasure(mended) if remeasure else measures, measures, rest, rules, genre
            ),
        ),
    )


def _score(
    changed: Measures,
    measures: Measures,
    findings: Sequence[Finding],
    rules: Mapping[str, Rule],
    genre: Genre,
) -> float:
    """The score of a text that has been mended; what mending does to the measures can only help."""
    options = (features(each, findings, rules, genre) for each in (changed, measures))
    return max(_total(points(each)) for each in options)


def _total(parts: Mapping[str, float]) -> float:
    """The score: without the last digits, which adding up in parts leaves to chance."""
    return max(_LOWEST, round(10 + sum(parts.values()), 9))


def features(
    measures: Measures, findings: Sequence[Finding], rules: Mapping[str, Rule], genre: Genre
) -> dict[tuple[str, str], float]:
    """What the grade looks at: every feature is 0 at its best and higher in a harder text."""
    load, whole = _load(findings, rules, genre)
    per_100 = 100 / measures.counted_words
    found = {(part, "meldingen"): load[part] * per_100 for part in PARTS if part != "leesgemak"}
    legal = 0.5 if genre == "besluit" else 1.0
    return found | {
        ("leesgemak", "niveau"): max(0.0, reading_level(measures) - _EASIEST),
        ("woorden", "gewoonheid"): _under(_EASY_ENOUGH, measures.word_frequency),
        ("zinnen", "lengte"): max(0.0, (measures.length_as_read or 0.0) - _SHORT_ENOUGH),
        ("zinnen", "komma’s"): measures.commas_per_100_words or 0.0,
        ("zinnen", "leestekens"): legal * (measures.marks_per_100_words or 0.0),
        ("zinnen", "losse stukken"): measures.loose_per_100_words or 0.0,
        ("zinnen", "gaten"): measures.gaps_per_100_words or 0.0,
        ("stijl", "abstracte woorden"): max(0.0, (measures.abstract_per_100_words or 0.0) - _CONCRETE_ENOUGH),
        ("stijl", "lijdende vormen"): measures.passives_per_100_words or 0.0,
        ("stijl", "wij en u"): _under(_PERSONAL_ENOUGH, measures.personal_per_100_words),
        ("opbouw", "geheel"): whole,
    }


def _load(
    findings: Sequence[Finding], rules: Mapping[str, Rule], genre: Genre
) -> tuple[Mapping[str, float], float]:
    """The weighted number of findings per part, and of those about the text as a whole."""
    load: Counter[str] = Counter()
    whole = 0.0
    for finding in findings:
        rule = rules[finding.rule]
        heavy = _SEVERITY[finding.severity] * (_LEGAL.get(rule.id, 1.0) if genre == "besluit" else 1.0)
        if rule.checklist:
            whole += heavy
        else:
            load["stijl" if rule.check in _STYLE else rule.category] += heavy  # type: ignore[assignment]
    return load, whole


def points(found: Features, weights: Features = WEIGHTS) -> dict[str, float]:
    """The points that each part takes off (≤ 0); the score is 10 + their sum."""
    off = dict.fromkeys(PARTS, 0.0)
    for key, value in found.items():
        off[key[0]] += weights[key] * value
    off = {part: _POINTS * _beyond(value, _FREE.get(part)) for part, value in off.items()}
    total = sum(off.values())
    share = _softened(total) / total if total else 1.0
    return {part: 0.0 - share * value for part, value in off.items()}


def _beyond(value: float, free: float | None) -> float:
    """How far it is beyond what's free; a bend instead of a corner, so that every step counts."""
    if free is None:
        return value
    over = value - free
    return max(over, 0.0) + _BEND * math.log1p(math.exp(-abs(over) / _BEND))


def _softened(points: float) -> float:
    """Points off → the same, until the grade would come near its lowest."""
    room = _LOW - _LOWEST
    over = points - (10 - _LOW)
    return points if over <= 0 else (10 - _LOW) + room * -math.expm1(-over / room)


def _under(enough: float, value: float | None) -> float:
    return 0.0 if value is None else max(0.0, enough - value)


def _gains(
    score: float,
    findings: Sequence[Finding],
    rescored: Callable[[Sequence[Finding], Sequence[Finding]], float],
) -> tuple[Gain, ...]:
    """The rules whose mending raises the score most, each with the score after it and the ones before."""
    counts = Counter(finding.rule for finding in findings)
    gains: list[Gain] = []

    def after(chosen: set[str]) -> float:
        rest = [f for f in findings if f.rule not in chosen]
        return rescored(rest, [f for f in findings if f.rule in chosen])

    single = {rule: after({rule}) for rule in counts}
    best = sorted(counts, key=lambda rule: (-single[rule], rule))[:MOST_GAINS]
    for number, rule in enumerate(best, 1):
        reached = max(score, after(set(best[:number])))
        gains.append(Gain(rule, counts[rule], reached - score, reached))
        score = reached
    return tuple(gains)
