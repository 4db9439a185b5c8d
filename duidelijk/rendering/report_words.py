"""Wording that all renderings of a report share: months, numbers, differences, lines of the work list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from duidelijk.model import Change, Funnel, FunnelPoint, Goal, Period, Point, Rating, Ruler, Task
from duidelijk.months import MONTHS
from duidelijk.rendering.words import LEAST_GAIN, enumeration, number, printable

TOO_FEW = "te weinig teksten"
NO_TEXTS = "geen teksten"
FIRST = "geen eerdere meting"
PARTLY = "niet te vergelijken: een deel is anders gemeten"
NOT_CERTAIN = "geen aantoonbaar verschil"
_QUARTERS = ("eerste", "tweede", "derde", "vierde")
_RULERS = {
    "rulebook_version": "nieuw regelboek",
    "pipeline": "nieuw taalmodel",
    "program": "nieuwe versie van het programma",
    "profile": "andere strengheid",
    "settings": "andere instelling",
}
LIMITS = {"buitenste": 3.09, "binnenste": 1.96}
"""The limits of the funnel: 99.8 and 95 % of a normal distribution lie within so many deviations."""


def period_name(period: Period) -> str:
    """``oktober 2026``, ``derde kwartaal van 2026`` or ``2026``."""
    if period.kind == "month":
        return f"{MONTHS[period.start.month - 1]} {period.start.year}"
    if period.kind == "quarter":
        return f"{_QUARTERS[(period.start.month - 1) // 3]} kwartaal van {period.start.year}"
    return str(period.start.year)


def moment(period: Period, *, year: bool = False) -> str:
    """The period as it stands behind ``in``: ``oktober``, ``het derde kwartaal``; a year always is a year."""
    article = "het " if period.kind == "quarter" else ""
    name = f"{article}{period_name(period)}"
    return name if year or period.kind == "year" else name.rsplit(" ", 1)[0].removesuffix(" van")


def day(when: date) -> str:
    """``31 december 2027``."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def rated(rating: Rating) -> str:
    """When residents gave it, as exactly as is known: ``30 november 2025``, ``november 2025``, ``2025``."""
    skipped = {"day": 0, "month": 1, "year": 2}[rating.exact]
    return " ".join(day(rating.date).split()[skipped:])


def due(goal: Goal) -> str:
    """When the goal is to be reached: ``eind 2027``, ``begin 2027`` or ``op 1 juli 2027``."""
    ends = {(12, 31): "eind", (1, 1): "begin"}
    part = ends.get((goal.by.month, goal.by.day))
    return f"{part} {goal.by.year}" if part else f"op {day(goal.by)}"


def mark(value: float) -> str:
    """A goal without needless decimals: ``8`` or ``7,5``."""
    return number(value).removesuffix(",0")


def whole(value: float) -> str:
    """A whole number with points: ``12.000``."""
    return f"{value:,.0f}".replace(",", ".")


def share(part: int | None, total: int) -> str:
    """``45 %`` with a space that doesn't break; ``–`` of nothing, and for a part that isn't given."""
    return f"{100 * part / total:.0f}\u00a0%" if total and part is not None else "–"


def signed(points: float) -> str:
    """``+0,6`` or ``−0,6``; with two decimals where one would leave nothing: ``+0,04``."""
    digits = 1 if round(points, 1) else 2
    rounded = round(points, digits)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else ""
    return f"{sign}{number(abs(rounded), digits if rounded else 1)}"


def points_line(points: float) -> str:
    """``0,4 punt`` or ``1,5 punten``."""
    return f"{number(points)} {'punt' if abs(round(points, 1)) <= 1 else 'punten'}"


def texts_line(count: int) -> str:
    """``geen teksten``, ``1 tekst`` or ``1.200 teksten``."""
    return NO_TEXTS if not count else "1 tekst" if count == 1 else f"{whole(count)} teksten"


def readers_line(readers: float) -> str:
    """``1 lezer`` or ``12.000 lezers``."""
    return "1 lezer" if round(readers) == 1 else f"{whole(readers)} lezers"


def some(names: Sequence[str], shown: int = 3) -> str:
    """``a, b, c en 4 andere``; never ``1 andere``."""
    clean = [printable(name) for name in names]
    if len(clean) > shown + 1:
        clean = [*clean[:shown], f"{len(clean) - shown} andere"]
    return enumeration(clean)


def new_ruler(before: Sequence[Ruler], after: Sequence[Ruler]) -> str:
    """What two points were measured with that differs: ``nieuw regelboek``."""
    for field, words in _RULERS.items():
        if {getattr(each, field) for each in before} != {getattr(each, field) for each in after}:
            return words
    return "andere manier van meten"


def few(point: Point) -> str:
    """Why a point has no grade: ``te weinig teksten`` or ``geen teksten``."""
    return TOO_FEW if point.texts else NO_TEXTS


def obstacle(now: Point, then: Point, trend: Sequence[Point]) -> str:
    """Why two points can't be compared: ``te weinig teksten``, ``niet te vergelijken: nieuw regelboek``."""
    if now.estimate is None:
        return few(now)
    if not then.texts:
        earlier = any(point.texts for point in trend if point.period.start < now.period.start)
        return f"{NO_TEXTS} in {moment(then.period, year=True)}" if earlier else FIRST
    if then.estimate is None:
        return f"{TOO_FEW} in {moment(then.period, year=True)}"
    if set(then.rulers) & set(now.rulers):
        return PARTLY
    return f"niet te vergelijken: {new_ruler(then.rulers, now.rulers)}"


def difference(change: Change | None, now: Point, then: Point, trend: Sequence[Point]) -> str:
    """``+0,6 (aantoonbaar)``, ``geen aantoonbaar verschil``, or why there is no difference to show."""
    if change is None:
        return obstacle(now, then, trend)
    if not change.certain:
        return NOT_CERTAIN
    return f"{signed(change.points)} (aantoonbaar)"


def breaks(trend: Sequence[Point]) -> dict[Period, str]:
    """What was new in each period that is measured with another ruler than the one before it."""
    found, before = {}, trend[:1]
    for point in trend:
        if point.broken:
            found[point.period] = new_ruler(before[0].rulers, point.rulers)
        if point.rulers:
            before = (point,)
    return found


def place_in(funnel: Funnel, point: FunnelPoint) -> str:
    """Where a department lies: ``binnen de grenzen`` or ``onder de buitenste grens``."""
    away = point.mean - funnel.center
    for name, z in LIMITS.items():
        if abs(away) > z * funnel.deviation / max(point.graded, 1) ** 0.5:
            return f"{'boven' if away > 0 else 'onder'} de {name} grens"
    return "binnen de grenzen"


def action(task: Task, titles: Mapping[str, str], first: str = "") -> str:
    """What to do: ``Schrijf ‘als’ in plaats van ‘indien’``; with ``first`` (``eerst``) behind the verb."""
    verb, rest = _action(task, titles)
    return " ".join(part for part in (verb, first, rest) if part)


def _action(task: Task, titles: Mapping[str, str]) -> tuple[str, str]:
    name = printable(task.name)
    if task.kind == "template":
        return "Herschrijf", f"het sjabloon ‘{name}’"
    if task.kind == "rule":
        return "Pak", f"‘{printable(titles.get(task.rule, task.name))}’ aan"
    if task.instead:
        return (
            "Schrijf",
            f"{enumeration([f'‘{printable(i)}’' for i in task.instead], 'of')} in plaats van ‘{name}’",
        )
    return "Leg", f"‘{name}’ uit"


def audience(task: Task, weighed: bool) -> str:
    """Whom it helps: ``48 teksten, samen 12.000 lezers``; without reach only the texts."""
    if not weighed:
        return texts_line(task.texts)
    joint = " met " if task.texts == 1 else ", samen "
    return f"{texts_line(task.texts)}{joint}{readers_line(task.readers)}"


def gain(task: Task) -> str:
    """What it brings a text: ``gemiddeld 0,4 punt erbij``; empty when that isn't known or next to nothing."""
    average = task.points / task.texts if task.texts else 0.0
    return f"gemiddeld {points_line(average)} erbij" if average >= LEAST_GAIN else ""
