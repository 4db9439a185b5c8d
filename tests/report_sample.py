"""A believable Report of a municipality with eight departments, built by hand: no archive, no statistics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import sin

from duidelijk.model import (
    Change,
    Count,
    Department,
    Estimate,
    Funnel,
    FunnelPoint,
    Goal,
    Pace,
    Period,
    Pipeline,
    Point,
    Rating,
    Report,
    Ruler,
    Task,
)

OLD = Ruler("0.1", "2026.1", Pipeline("nl_duidelijk", "1.0"), "standaard")
NEW = replace(OLD, rulebook_version="2026.2")
SPREAD = 1.3
"""Standard deviation between texts."""
TITLES = {
    "formeel-woord": "Formeel woord",
    "lijdende-vorm": "Lijdende vorm",
    "lange-zin": "Lange zin",
    "naamwoordstijl": "Naamwoordstijl",
    "vaktaal": "Vaktaal zonder uitleg",
    "tangconstructie": "Tangconstructie",
    "kernboodschap": "Kernboodschap staat niet vooraan",
    "contactgegevens": "Contactgegevens ontbreken",
}
DEPARTMENTS = {
    # name: texts a month, grade in October 2025, points a year
    "Belastingen": (96, 5.9, 0.3),
    "Burgerzaken": (118, 6.6, 0.4),
    "Griffie": (2, 5.8, 0.0),
    "Jeugd en onderwijs": (34, 6.3, 0.2),
    "Openbare ruimte": (41, 6.5, 0.3),
    "Sociaal domein": (63, 5.7, 0.5),
    "Sport en cultuur": (4, 7.1, 0.0),
    "Vergunningen": (72, 5.2, 1.6),
}


def month(number: int) -> Period:
    """The month that lies so many months after October 2025."""
    return Period("month", _first(number), _first(number + 1))


def _first(number: int) -> date:
    years, months = divmod(9 + number, 12)
    return date(2025 + years, months + 1, 1)


def estimate(value: float, graded: int) -> Estimate:
    deviation = SPREAD / graded**0.5
    return Estimate(value, value - 1.96 * deviation, value + 1.96 * deviation, deviation, graded)


def point(number: int, texts: int, value: float) -> Point:
    """A department's month; from April 2026 on another rule book is used."""
    graded = texts - texts // 25
    ruler = OLD if number < 6 else NEW
    found = estimate(value, graded) if graded >= 5 else None
    at_eight = round(graded * max(0.02, 0.5 + (value - 8) / 4))
    return Point(month(number), texts, graded, found, at_eight, number == 6, (ruler,))


def change(now: Point, then: Point) -> Change | None:
    if not (now.estimate and then.estimate) or now.rulers != then.rulers:
        return None
    points = now.estimate.value - then.estimate.value
    far = 1.96 * (now.estimate.deviation**2 + then.estimate.deviation**2) ** 0.5
    return Change(then.period, points, points - far, points + far, abs(points) > far)


def moved(points: float, certain: bool = True, since: Period | None = None) -> Change:
    """A change of so many points since September 2026, or since another period."""
    far = abs(points) / 2 if certain else abs(points) * 2
    return Change(since or month(11), points, points - far, points + far, certain)


def trend(name: str) -> tuple[Point, ...]:
    texts, start, rise = DEPARTMENTS[name]
    phase = len(name)
    points = []
    for number in range(13):
        dip = -0.25 if number >= 6 else 0.0
        leap = 0.5 if name == "Vergunningen" and number == 12 else 0.0
        value = start + rise * number / 12 + dip + leap + 0.12 * sin(phase + 2.1 * number)
        points.append(point(number, max(1, round(texts * (1 + 0.25 * sin(phase * number)))), value))
    return tuple(points)


def whole(trends: list[tuple[Point, ...]]) -> Iterator[Point]:
    for points in zip(*trends, strict=True):
        known = [p for p in points if p.estimate]
        graded = sum(p.graded for p in points)
        value = sum(p.estimate.value * p.graded for p in known) / sum(p.graded for p in known)
        first = points[0]
        yield Point(
            first.period,
            sum(p.texts for p in points),
            graded,
            estimate(value, graded),
            sum(p.at_eight for p in points),
            first.broken,
            first.rulers,
        )


def count(department: str, rule: str, term: str, texts: int, findings: int, points: float) -> Count:
    readers = texts * 250.0
    return Count(department, "", rule, term, texts, findings, points, readers, points * 250)


def counts(department: str, texts: int) -> tuple[tuple[Count, ...], tuple[Count, ...]]:
    """The rules and the terms that are found most in so many texts; none in a department without texts."""
    shares = (0.61, 0.55, 0.47, 0.38, 0.29, 0.2, 0.16, 0.09)
    rules = [
        count(department, rule, "", n, round(n * 2.2), n * (0.5 - 0.05 * place))
        for place, (rule, part) in enumerate(zip(TITLES, shares, strict=True))
        if (n := round(texts * part))
    ]
    words = (
        ("formeel-woord", "indien", 0.31),
        ("formeel-woord", "betreffende", 0.24),
        ("vaktaal", "zienswijze", 0.17),
        ("formeel-woord", "derhalve", 0.12),
        ("formeel-woord", "te allen tijde", 0.08),
    )
    terms = [
        count(department, rule, term, n, round(n * 1.4), n * 0.12)
        for rule, term, part in words
        if (n := round(texts * part))
    ]
    return tuple(rules), tuple(terms)


def department(name: str) -> Department:
    points = trend(name)
    rules, terms = counts(name, points[-1].texts)
    return Department(
        name,
        points[-1],
        points[-2],
        points[0],
        change(points[-1], points[-2]),
        change(points[-1], points[0]),
        points,
        rules,
        terms,
    )


def _task(kind, name, rule, departments, texts, readers, average, **more) -> Task:
    points = texts * average
    return Task(
        kind, name, rule, departments, texts, round(texts * 1.6), readers, points, average * readers, **more
    )


TASKS = (
    _task(
        "template", "Aanslag gemeentelijke belastingen", "", ("Belastingen",), 12, 31_400.0, 2.1, grade=5.4
    ),
    _task("term", "indien", "formeel-woord", ("Belastingen", "Sociaal domein", "Burgerzaken", "Vergunningen", "Openbare ruimte"),
          133, 42_000.0, 0.2, instead=("als",)),
    _task("rule", "Lijdende vorm", "lijdende-vorm", ("Belastingen", "Vergunningen"), 240, 18_300.0, 0.4),
    _task("term", "zienswijze", "vaktaal", ("Vergunningen",), 48, 12_000.0, 0.3),
    _task("term", "betreffende", "formeel-woord", ("Sociaal domein", "Burgerzaken"), 97, 9_150.0, 0.1, instead=("over", "voor")),
    _task("rule", "Lange zin", "lange-zin", ("Sociaal domein",), 202, 7_020.0, 0.3),
    _task("template", "Ontvangstbevestiging aanvraag", "", ("Vergunningen", "Burgerzaken"), 36, 2_300.0, 1.3, grade=6.2),
    _task("term", "derhalve", "formeel-woord", ("Griffie",), 1, 300.0, 0.0, instead=("daarom",)),
)  # fmt: skip


def empty() -> Report:
    """October 2026 without a text, and nothing before it."""
    return replace(
        report(),
        now=point(12, 0, 0.0),
        before=point(11, 0, 0.0),
        earlier=point(0, 0, 0.0),
        last_period=None,
        last_year=None,
        trend=(point(12, 0, 0.0),),
        pace=Pace(month(12), None, None),
        residents=(),
        departments=(),
        funnel=None,
        rules=(),
        terms=(),
        tasks=(),
        revised=0,
        revised_points=0.0,
        weighed=False,
    )


def report() -> Report:
    """October 2026: one department certainly better, two too small, another rule book since April."""
    departments = tuple(department(name) for name in DEPARTMENTS)
    points = tuple(whole([each.trend for each in departments]))
    now = points[-1]
    rules, terms = counts("", now.texts)
    seen = [
        FunnelPoint(each.name, each.now.graded, each.trend[-1].estimate.value)
        for each in departments
        if each.now.estimate
    ]
    return Report(
        organisation="Gemeente Voorbeeldstad",
        period=now.period,
        last=month(11),
        year_ago=month(0),
        now=now,
        before=points[-2],
        earlier=points[0],
        last_period=change(now, points[-2]),
        last_year=change(now, points[0]),
        trend=points,
        goal=Goal(8.0, date(2027, 12, 31)),
        pace=Pace(month(6), 0.8, Estimate(7.3, 6.8, 7.8, 0.26, now.graded)),
        residents=(Rating(date(2025, 11, 15), 6.7, "month"), Rating(date(2026, 9, 15), 6.8)),
        departments=departments,
        funnel=Funnel(now.estimate.value, SPREAD, (*seen, FunnelPoint("Griffie", 2, 5.1))),
        rules=rules,
        terms=terms,
        tasks=TASKS,
        revised=34,
        revised_points=28.9,
        titles=TITLES,
        weighed=True,
    )
