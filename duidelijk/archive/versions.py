"""Versions of documents that are in the archive already: found, moved, and given new numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select, update

from duidelijk.archive.rows import month_of, put, ruler_in
from duidelijk.archive.schema import (
    results,
    rulers,
)
from duidelijk.model import NO_DEPARTMENT, Genre, Record, Ruler


@dataclass(frozen=True, slots=True)
class Known:
    """A version of a document before it is checked; ``day``: None where none was stated."""

    document: bytes
    version: bytes
    department: str
    genre: Genre
    template: str
    day: date | None
    ruler: Ruler


def renamed(connection: Connection, old: bytes, new: bytes) -> None:
    """Lets a document be known by this hash from now on, if nothing is known by it yet."""
    if not is_known(connection, new):
        connection.execute(update(results).where(results.c.document == old).values(document=new))


def is_known(connection: Connection, document: bytes) -> bool:
    """Whether any version of it is there."""
    query = select(results.c.id).where(results.c.document == document).limit(1)
    return connection.execute(query).first() is not None


def is_there(connection: Connection, like: Known) -> bool:
    """Whether such a version is kept already, measured with the same ruler."""
    c = results.c
    where = [c.document == like.document, c.version == like.version, c.genre == like.genre]
    if like.day:
        where.append(c.month == month_of(like.day))
    query = select(*rulers.c).join(results, rulers.c.id == c.ruler_id).where(*where)
    return any(ruler_in(row) == like.ruler for row in connection.execute(query).mappings())


def is_outdated(connection: Connection, like: Known) -> bool:
    """Whether such a version is kept, measured with another ruler."""
    c = results.c
    query = select(*rulers.c).join(results, rulers.c.id == c.ruler_id)
    query = query.where(c.document == like.document, c.version == like.version)
    return any(ruler_in(row) != like.ruler for row in connection.execute(query).mappings())


def touched(connection: Connection, like: Known, now: datetime) -> None:
    """Gives the last row of a version that is kept already the department, template and day of now."""
    c = results.c
    where = [c.document == like.document, c.version == like.version]
    if like.day:
        where.append(c.month == month_of(like.day))
    last = connection.execute(select(c.id).where(*where).order_by(c.date.desc())).scalars().first()
    new: dict[str, Any] = {"collected": now}
    if like.department != NO_DEPARTMENT:
        new["department"] = like.department
    if like.template:
        new["template"] = like.template
    if like.day:
        new |= {"date": like.day, "dated": True}
    connection.execute(update(results).where(c.id == last).values(new))


def rescored(connection: Connection, record: Record, now: datetime) -> int:
    """Gives every row of this version new numbers, where it had other rules or another pipeline; how many."""
    where = (results.c.document == record.document) & (results.c.version == record.version)
    rows = connection.execute(
        select(results, rulers).join(rulers, rulers.c.id == results.c.ruler_id).where(where)
    ).mappings()
    stale = [row for row in rows if ruler_in(row) != record.ruler]
    for row in stale:
        own = {name: row[results.c[name]] for name in ("department", "template", "date", "dated")}
        key = (record.document, record.version, row[results.c.month])
        put(connection, {key: replace(record, **own)}, row[results.c.collected])
    return len(stale)
