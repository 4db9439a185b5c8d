"""Months, quarters and years: read, stepped back, laid in a row."""

from __future__ import annotations

import re
from datetime import date, timedelta

from duidelijk.errors import PeriodError
from duidelijk.model import Period
from duidelijk.months import period_of

MOST_MONTHS = 36
"""How far back a line goes at most."""
_FORMS = re.compile(r"(?P<year>20\d\d)(?:-(?:(?P<month>0[1-9]|1[0-2])|[QKqk](?P<quarter>[1-4])))?", re.ASCII)


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
        return period_of("month", date(year, int(found["month"]), 1))
    if found["quarter"]:
        return period_of("quarter", date(year, 3 * int(found["quarter"]), 1))
    return period_of("year", date(year, 1, 1))


def month_of(day: date) -> Period:
    """The month that a day is in."""
    return period_of("month", day)


def previous(period: Period) -> Period:
    """The period of the same kind just before this one."""
    return period_of(period.kind, period.start, -1)


def year_before(period: Period) -> Period:
    """The same period a year earlier."""
    return period_of(period.kind, period.start.replace(year=period.start.year - 1))


def last_month(period: Period) -> Period:
    """The last month of a period."""
    return month_of(period.end - timedelta(days=1))


def months_until(first: date | None, period: Period) -> tuple[Period, ...]:
    """The months from that of ``first`` to the last of the period, oldest first: from one up to 36."""
    last = last_month(period).start
    start = min(first or last, last)
    number = 12 * (last.year - start.year) + last.month - start.month
    return tuple(period_of("month", last, -back) for back in range(min(number, MOST_MONTHS - 1), -1, -1))


def within(inner: Period, outer: Period) -> bool:
    """Whether the one lies wholly in the other."""
    return outer.start <= inner.start and inner.end <= outer.end
