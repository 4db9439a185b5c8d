"""Records → the archive, a batch in one go: each version of a document once a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import Connection, select

from duidelijk.archive.facts import FORGOTTEN, fact
from duidelijk.archive.rows import put
from duidelijk.archive.schema import results
from duidelijk.archive.versions import CAME_IN
from duidelijk.model import NO_DEPARTMENT, Record
from duidelijk.months import first_day


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


@dataclass(slots=True)
class _Kept:
    """What is kept of a document: the dates of each version, and of the last one more."""

    dates: dict[bytes, list[date]] = field(default_factory=dict)
    last: bytes = b""
    last_date: date = date.min
    department: str = ""
    template: str = ""


def save(connection: Connection, records: Sequence[Record], now: datetime) -> Saved:
    """Keeps the records; of one version twice the latter.

    A record without a date gets the one that its version had, if that was the last to come in. A record
    without department or template gets those that the document had.
    """
    forgotten = fact(connection, FORGOTTEN)
    oldest = date.fromisoformat(forgotten) if forgotten else date.min
    there = _there(connection, records)
    rows: dict[tuple[bytes, bytes, date], Record] = {}
    new, changed, old = set(), set(), 0
    for each in records:
        kept = there.setdefault(each.document, _Kept())
        record = _completed(each, kept)
        if record.date < oldest:
            old += 1
            continue
        if not kept.dates:
            new.add(record.document)
        elif record.version not in kept.dates:
            changed.add(record.document)
        key = record.document, record.version, first_day(record.date)
        rows.pop(key, None)
        rows[key] = record
        kept.dates.setdefault(record.version, []).append(record.date)
        kept.last, kept.last_date = record.version, record.date
    put(connection, rows, now)
    fresh = len(new) + len(changed - new)
    nameless = sum(record.department == NO_DEPARTMENT for record in rows.values())
    return Saved(len(new), len(changed - new), len(records) - old - fresh, old, nameless)


def _completed(record: Record, kept: _Kept) -> Record:
    """The record with date, department and template of the document, where it has none of its own."""
    same = not record.dated and kept.last == record.version
    nameless = record.department == NO_DEPARTMENT and kept.department
    return replace(
        record,
        date=kept.last_date if same else record.date,
        department=kept.department if nameless else record.department,
        template=record.template or kept.template,
    )


def _there(connection: Connection, records: Sequence[Record]) -> dict[bytes, _Kept]:
    """What is kept of these documents."""
    found: dict[bytes, _Kept] = {}
    c = results.c
    query = select(c.document, c.version, c.date, c.department, c.template)
    where = c.document.in_({record.document for record in records})
    for row in connection.execute(query.where(where).order_by(*CAME_IN)):
        kept = found.setdefault(bytes(row.document), _Kept())
        kept.last, kept.last_date = bytes(row.version), row.date
        kept.dates.setdefault(kept.last, []).append(row.date)
        kept.department, kept.template = row.department, row.template
    return found
