"""Months, quarters and years: read, stepped back, laid in a row."""

from __future__ import annotations

import re
from datetime import date, timedelta

from duidelijk.errors import PeriodError
from duidelijk.model import Period, PeriodKind

_FORMS = re.compile(r"(?P<year>20\d\d)(?:-(?:(?P<month>0[1-9]|1[0-2])|[QKqk](?P<quarter>[1-4])))?", re.ASCII)
_MONTHS: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "year": 12}


def parse(text: str) -> Period:
    """The period in ``2026-10``, ``2026-K3`` (or ``2026-Q3``) or ``2026``; raises PeriodError."""
    found = _FORMS.fullmatch(text.strip())
    if not found:
        raise PeriodError(
            f"'{text.strip()}' is geen periode: schrijf een maand zoals 2026-10, een kwartaal zoals 2026-K3 "
            "of een jaar zoals 2026."
        )
    year = int(found["year"])
    if found["month"]:
        return _period("month", year, int(found["month"]))
    if found["quarter"]:
        return _period("quarter", year, 3 * int(found["quarter"]) - 2)
    return _period("year", year, 1)


def month_of(day: date) -> Period:
    """The month that a day is in."""
    return _period("month", day.year, day.month)


def previous(period: Period) -> Period:
    """The period of the same kind just before this one."""
    return _period(period.kind, period.start.year, period.start.month - _MONTHS[period.kind])


def year_before(period: Period) -> Period:
    """The same period a year earlier."""
    return _period(period.kind, period.start.year - 1, period.start.month)


def last_month(period: Period) -> Period:
    """The last month of a period."""
    return month_of(period.end - timedelta(days=1))


def months_until(first: date | None, period: Period) -> tuple[Period, ...]:
    """The months from that of ``first`` to the last of the period, oldest first; at least that last one."""
    last = last_month(period)
    start = month_of(first) if first and first < last.start else last
    number = 12 * (last.start.year - start.start.year) + last.start.month - start.start.month
    return tuple(_period("month", start.start.year, start.start.month + n) for n in range(number + 1))


def within(inner: Period, outer: Period) -> bool:
    """Whether the one lies wholly in the other."""
    return outer.start <= inner.start and inner.end <= outer.end


def _period(kind: PeriodKind, year: int, month: int) -> Period:
    """The period that begins in this month; months under 1 and over 12 count on into other years."""
    return Period(kind, _first_day(year, month), _first_day(year, month + _MONTHS[kind]))


def _first_day(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
