"""How many texts were published all the same, and why: counts per month, never a document or a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from duidelijk.archive.schema import override_marks, overrides
from duidelijk.model import Override, Period
from duidelijk.months import first_day

COLUMNS = ("month", "department", "genre", "reason", "texts")
"""The names in a row, in order."""


def count(connection: Connection, each: Override, mark: bytes, day: date) -> bool:
    """Adds this one to the count of the month of ``day``; False where its mark was counted already."""
    if connection.execute(select(override_marks.c.mark).where(override_marks.c.mark == mark)).first():
        return False
    month = first_day(day)
    connection.execute(insert(override_marks).values(mark=mark, month=month))
    c = overrides.c
    key = {"month": month, "department": each.department, "genre": each.genre, "reason": each.reason}
    where = [c[name] == value for name, value in key.items()]
    added = connection.execute(update(overrides).where(*where).values(texts=c.texts + each.texts))
    if not added.rowcount:
        connection.execute(insert(overrides).values(**key, texts=each.texts))
    return True


def of_period(connection: Connection, period: Period) -> Iterator[Override]:
    """The counts of a period, by department, genre and reason."""
    c = overrides.c
    keys = (c.department, c.genre, c.reason)
    within = (c.month >= period.start) & (c.month < period.end)
    query = select(*keys, func.sum(c.texts)).where(within).group_by(*keys).order_by(*keys)
    yield from (Override(*row) for row in connection.execute(query))


def rows(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every count as flat data, oldest month first."""
    c = overrides.c
    query = select(*(c[name] for name in COLUMNS)).order_by(c.month, c.department, c.genre, c.reason)
    for row in connection.execute(query).mappings():
        yield {**row, "month": row["month"].strftime("%Y-%m")}


def by_reason(connection: Connection) -> dict[str, int]:
    """How many texts there were for each reason."""
    c = overrides.c
    query = select(c.reason, func.sum(c.texts)).group_by(c.reason).order_by(c.reason)
    return {reason: int(number) for reason, number in connection.execute(query)}
