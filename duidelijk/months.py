"""Months, quarters and years: their names, and steps from one to another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from duidelijk.model import Period, PeriodKind

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
LENGTHS: Mapping[PeriodKind, int] = {"month": 1, "quarter": 3, "year": 12}
"""In months."""


def first_day(day: date, later: int = 0) -> date:
    """The first day of its month, or of the month so many months later (earlier under 0)."""
    year, month = divmod(day.year * 12 + day.month - 1 + later, 12)
    return date(year, month + 1, 1)


def period_of(kind: PeriodKind, day: date, later: int = 0) -> Period:
    """The month, quarter or year that a day is in, or the one so many of its kind later."""
    length = LENGTHS[kind]
    start = first_day(day, length * later - (day.month - 1) % length)
    return Period(kind, start, first_day(start, length))
