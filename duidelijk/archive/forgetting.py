"""Forgetting: texts go, and the totals of what they were stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from duidelijk.archive.facts import FORGOTTEN, fact, state
from duidelijk.archive.numbers import cells, counts, rulers_by_id
from duidelijk.archive.pages import drop_orphans
from duidelijk.archive.schema import override_marks, overrides, results, total_counts, totals
from duidelijk.model import Cell, Period
from duidelijk.months import LENGTHS, first_day, period_of

_KEYS = {
    totals: ("kind", "start", "department", "genre", "template", "ruler_id"),
    total_counts: ("kind", "start", "department", "rule", "term"),
}

_SAME = tuple(each.name for each in fields(Cell) if each.name != "ruler")
"""What a total has of a cell as it is."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many versions of texts were forgotten, and how many totals."""

    versions: int
    totals: int = 0


def forget_before(connection: Connection, day: date) -> Forgotten:
    """Forgets every version from before ``day``; of each document the last one stays in the totals."""
    c = results.c
    months = set(connection.execute(select(c.month).where(c.date < day)).scalars())
    periods = {period_of(kind, month) for kind in LENGTHS for month in months}
    for period in sorted(periods, key=lambda each: (each.start, each.end)):
        _keep_totals(connection, period, day)
    gone = connection.execute(delete(results).where(c.date < day)).rowcount
    drop_orphans(connection)
    connection.execute(delete(override_marks).where(override_marks.c.month < first_day(day)))
    known = fact(connection, FORGOTTEN)
    if gone and (known is None or date.fromisoformat(known) < day):
        state(connection, FORGOTTEN, day.isoformat())
    return Forgotten(gone)


def forget_department(connection: Connection, department: str) -> Forgotten:
    """Forgets everything of a department, its totals too."""
    gone = connection.execute(delete(results).where(results.c.department == department)).rowcount
    sums = connection.execute(delete(totals).where(totals.c.department == department)).rowcount
    sums += connection.execute(delete(overrides).where(overrides.c.department == department)).rowcount
    connection.execute(delete(total_counts).where(total_counts.c.department == department))
    drop_orphans(connection)
    return Forgotten(gone, sums)


def would_forget(connection: Connection, *, before: date | None, department: str | None) -> int:
    """How many versions of texts that would be."""
    where = results.c.date < before if before else results.c.department == department
    return connection.execute(select(func.count()).select_from(results).where(where)).scalar_one()


def _keep_totals(connection: Connection, period: Period, until: date) -> None:
    ids = {ruler: id for id, ruler in rulers_by_id(connection).items()}
    of = {"kind": period.kind, "start": period.start}
    sums = [
        {**of, "ruler_id": ids[cell.ruler], **{name: getattr(cell, name) for name in _SAME}}
        for cell in cells(connection, period, until=until)
    ]
    _add(connection, totals, sums)
    found: dict[tuple[str, str, str], tuple[int, int, float]] = {}
    for count in counts(connection, period, {}, until=until):
        key = count.department, count.rule, count.term
        texts, findings, points = found.get(key, (0, 0, 0.0))
        found[key] = texts + count.texts, findings + count.findings, points + count.points
    names = ("department", "rule", "term", "texts", "findings", "points")
    rows = [dict(zip(names, (*key, *sums_of), strict=True)) for key, sums_of in found.items()]
    _add(connection, total_counts, [{**of, **row} for row in rows])


def _add(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Adds each row to the one with the same key, or makes it."""
    keys = _KEYS[table]
    known = {
        tuple(row[1:]): row[0]
        for row in connection.execute(
            select(table.c.id, *(table.c[key] for key in keys)).where(
                table.c.start.in_({row["start"] for row in rows})
            )
        )
    }
    fresh, more = [], []
    for row in rows:
        id = known.get(tuple(row[key] for key in keys))
        if id is None:
            fresh.append(row)
        else:
            sums = {f"add_{name}": value for name, value in row.items() if name not in keys}
            more.append({"at": id, **sums})
    if fresh:
        connection.execute(insert(table), fresh)
    if more:
        added = {name[4:]: table.c[name[4:]] + bindparam(name) for name in more[0] if name != "at"}
        connection.execute(update(table).where(table.c.id == bindparam("at")).values(added), more)
