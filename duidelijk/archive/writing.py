"""Records → the archive, a batch in one go: each version of a document once a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, select

from duidelijk.archive.facts import FORGOTTEN, fact
from duidelijk.archive.rows import month_of, put
from duidelijk.archive.schema import (
    results,
)
from duidelijk.model import NO_DEPARTMENT, Record


@dataclass(frozen=True, slots=True)
class Saved:
    """How many texts came in: new documents, new versions, known ones, and ones from before what is kept.

    ``nameless``: those of no known department, among the others.
    """

    new: int = 0
    changed: int = 0
    known: int = 0
    too_old: int = 0
    nameless: int = 0

    def __add__(self, other: Saved) -> Saved:
        return Saved(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def save(connection: Connection, records: Sequence[Record], now: datetime) -> Saved:
    """Keeps the records; of one version twice the latter, of a version without a date the first day.

    A record without department or template gets those that the document had.
    """
    forgotten = fact(connection, FORGOTTEN)
    oldest = date.fromisoformat(forgotten) if forgotten else date.min
    there, names = _there(connection, records)
    kept: dict[tuple[bytes, bytes, date], Record] = {}
    new, changed, old = set(), set(), 0
    for record in records:
        versions = there.get(record.document, {})
        dates = versions.get(record.version, [])
        if dates and not record.dated:
            record = replace(record, date=min(dates))
        record = _named(record, names.get(record.document, ("", "")))
        if record.date < oldest:
            old += 1
            continue
        kept[record.document, record.version, month_of(record.date)] = record
        if not versions:
            new.add(record.document)
        elif not dates:
            changed.add(record.document)
        there.setdefault(record.document, {}).setdefault(record.version, []).append(record.date)
    put(connection, kept, now)
    fresh = len(new) + len(changed - new)
    nameless = sum(record.department == NO_DEPARTMENT for record in kept.values())
    return Saved(len(new), len(changed - new), len(records) - old - fresh, old, nameless)


def _named(record: Record, names: tuple[str, str]) -> Record:
    """The record with this department and template where it has none of its own."""
    department, template = names
    nameless = record.department == NO_DEPARTMENT and department
    return replace(
        record,
        department=department if nameless else record.department,
        template=record.template or template,
    )


def _there(
    connection: Connection, records: Sequence[Record]
) -> tuple[dict[bytes, dict[bytes, list[date]]], dict[bytes, tuple[str, str]]]:
    """What is kept of these documents: dates by document and version, the last department and template."""
    dates: dict[bytes, dict[bytes, list[date]]] = {}
    names: dict[bytes, tuple[str, str]] = {}
    c = results.c
    query = select(c.document, c.version, c.date, c.department, c.template)
    where = c.document.in_({record.document for record in records})
    for row in connection.execute(query.where(where).order_by(c.date, c.collected, c.id)):
        document = bytes(row.document)
        dates.setdefault(document, {}).setdefault(bytes(row.version), []).append(row.date)
        names[document] = row.department, row.template
    return dates, names
