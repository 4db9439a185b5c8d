"""Versions of documents that are in the archive already: found, moved, and given new numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select, update

from duidelijk.archive.facts import FORGOTTEN, fact
from duidelijk.archive.rows import put, ruler_in
from duidelijk.archive.schema import overrides, results, rulers, totals
from duidelijk.model import NO_DEPARTMENT, Genre, Record, Ruler
from duidelijk.months import first_day

CAME_IN = results.c.collected, results.c.id
"""The order in which the versions of a document came in."""
_TOGETHER = 5000


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


def among(connection: Connection, documents: Sequence[bytes]) -> set[bytes]:
    """Those of these documents that are there."""
    c, found = results.c, set[bytes]()
    for at in range(0, len(documents), _TOGETHER):
        query = select(c.document).where(c.document.in_(documents[at : at + _TOGETHER])).distinct()
        found.update(bytes(document) for document in connection.execute(query).scalars())
    return found


def names(connection: Connection, column: str) -> set[str]:
    """All names in this column, also of texts that were forgotten."""
    tables = [table for table in (results, totals, overrides) if column in table.c]
    found = (connection.execute(select(table.c[column]).distinct()).scalars() for table in tables)
    return {name for some in found for name in some if name}


def is_there(connection: Connection, like: Known) -> bool:
    """Whether such a version is kept already, measured with the same ruler.

    Without a stated day it has to be the last one that came in: one that comes back is of a new day. One of a
    day that was forgotten isn't there.
    """
    c = results.c
    forgotten = fact(connection, FORGOTTEN)
    if like.day and forgotten and like.day < date.fromisoformat(forgotten):
        return False
    query = select(c.version, c.genre, *rulers.c).join(rulers, rulers.c.id == c.ruler_id)
    query = query.where(c.document == like.document).order_by(*(each.desc() for each in CAME_IN))
    query = query.where(c.month == first_day(like.day)) if like.day else query.limit(1)
    return any(
        bytes(row[c.version]) == like.version and row[c.genre] == like.genre and ruler_in(row) == like.ruler
        for row in connection.execute(query).mappings()
    )


def outdated_genre(connection: Connection, like: Known) -> Genre | None:
    """The genre that such a version is kept with, measured with another ruler; None where there is none."""
    c = results.c
    query = select(c.genre, *rulers.c).join(results, rulers.c.id == c.ruler_id)
    query = query.where(c.document == like.document, c.version == like.version)
    rows = connection.execute(query).mappings()
    return next((row[c.genre] for row in rows if ruler_in(row) != like.ruler), None)


def touched(connection: Connection, like: Known, now: datetime) -> None:
    """Gives the last row of a version that is kept already the department, template and day of now."""
    c = results.c
    where = [c.document == like.document, c.version == like.version]
    if like.day:
        where.append(c.month == first_day(like.day))
    rows = connection.execute(select(c.id).where(*where).order_by(*(each.desc() for each in CAME_IN)))
    new: dict[str, Any] = {"collected": now}
    if like.department != NO_DEPARTMENT:
        new["department"] = like.department
    if like.template:
        new["template"] = like.template
    if like.day:
        new |= {"date": like.day, "dated": True}
    connection.execute(update(results).where(c.id == rows.scalars().first()).values(new))


def rescored(connection: Connection, record: Record, now: datetime) -> int:
    """Gives every row of this version and genre new numbers, where another ruler gave the old; how many."""
    where = (results.c.document == record.document) & (results.c.version == record.version)
    rows = connection.execute(
        select(results, rulers).join(rulers, rulers.c.id == results.c.ruler_id).where(where)
    ).mappings()
    stale = [row for row in rows if ruler_in(row) != record.ruler and row[results.c.genre] == record.genre]
    for row in stale:
        own = {name: row[results.c[name]] for name in ("department", "template", "date", "dated")}
        key = (record.document, record.version, row[results.c.month])
        put(connection, {key: replace(record, **own)}, row[results.c.collected])
    return len(stale)
