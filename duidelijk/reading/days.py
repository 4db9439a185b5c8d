"""A date in a property of a document → the day."""

from __future__ import annotations

import re
from datetime import date

from duidelijk.months import MONTHS

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
_FIGURES = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})(?!\d)")
_IN_FULL = re.compile(
    rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})(?!\d)", re.IGNORECASE
)


def day_said(said: str) -> tuple[date | None, bool]:
    """The day that a property says, and whether it says something that is none."""
    day = day_of(said)
    return day, bool(said) and day is None


def day_of(said: str) -> date | None:
    """The day in ``2026-10-14``, ``14-10-2026`` or ``14 oktober 2026``, also with a time behind it.

    None for anything else, and for a day that doesn't exist.
    """
    words = " ".join(said.split())
    found = next(filter(None, (form.match(words) for form in (_ISO, _FIGURES, _IN_FULL))), None)
    if found is None:
        return None
    month = found["month"].lower()
    number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
