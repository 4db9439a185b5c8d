"""Web pages between two scans: what was seen last, and numbers that count once more without a new check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, literal, select, update

from duidelijk.archive.facts import fact, state
from duidelijk.archive.rows import ruler_in
from duidelijk.archive.schema import pages, results, rule_counts, rulers, term_counts
from duidelijk.archive.versions import CAME_IN, Known, touched
from duidelijk.months import first_day

_SCAN, _AFTER = "scan:", "after:"


@dataclass(frozen=True, slots=True)
class Visited:
    """A web page as it was last seen; all hashes are 16 bytes, times in UTC without a zone.

    ``page``, ``site``: hashes of its address and of the website. ``document``, ``version``: what the archive
    has of it. ``manner``: hash of the settings it was checked with. ``etag``, ``modified``: what the website
    calls this version; ``lastmod``: what the sitemap said of it. ``fetched``: when the website last
    answered; ``seen``: when it last counted.
    """

    page: bytes
    site: bytes
    document: bytes
    version: bytes
    manner: bytes
    etag: str
    modified: str
    lastmod: str
    fetched: datetime
    seen: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """What the archive has of a version; ``grade``: None for a text that is too short for one."""

    known: Known
    grade: float | None
    words: int


_FIELDS = tuple(each.name for each in fields(Visited))


def visited(connection: Connection, site: bytes) -> dict[bytes, Visited]:
    """The pages of a website by their hash."""
    rows = connection.execute(select(pages).where(pages.c.site == site))
    return {bytes(row.page): _visited(row) for row in rows}


def _visited(row: Row[Any]) -> Visited:
    return Visited(
        bytes(row.page), bytes(row.site), bytes(row.document), bytes(row.version), bytes(row.manner),
        row.etag, row.modified, row.lastmod, row.fetched, row.seen,
    )  # fmt: skip


def remember(connection: Connection, page: Visited) -> None:
    """Keeps what was seen of a page, in the place of what was seen before."""
    values = {name: getattr(page, name) for name in _FIELDS}
    if connection.execute(update(pages).where(pages.c.page == page.page).values(values)).rowcount == 0:
        connection.execute(insert(pages).values(values))


def drop(connection: Connection, gone: Iterable[bytes]) -> None:
    """Forgets these pages; what the archive has of their texts stays."""
    for page in gone:
        connection.execute(delete(pages).where(pages.c.page == page))


def drop_orphans(connection: Connection) -> None:
    """Forgets the pages whose texts were all forgotten."""
    connection.execute(delete(pages).where(pages.c.document.not_in(select(results.c.document))))


def kept(connection: Connection, document: bytes, version: bytes) -> Kept | None:
    """The last row of this version; None where there is none."""
    c = results.c
    query = select(results, rulers).join(rulers, rulers.c.id == c.ruler_id)
    query = query.where(c.document == document, c.version == version)
    row = connection.execute(query.order_by(*(each.desc() for each in CAME_IN)).limit(1)).mappings().first()
    if row is None:
        return None
    ruler = ruler_in(row)
    known = Known(document, version, row[c.department], row[c.genre], row[c.template], row[c.date], ruler)
    return Kept(known, row[c.grade], row[c.words] or 0)


def repeated(connection: Connection, like: Known, now: datetime) -> bool:
    """Lets a version count on ``like.day`` as well, with the numbers it has; whether it was there.

    It has to be there with this genre, measured with this ruler.
    """
    assert like.day
    c = results.c
    query = select(c.id, c.month, c.genre, *rulers.c).join(rulers, rulers.c.id == c.ruler_id)
    query = query.where(c.document == like.document, c.version == like.version)
    rows = connection.execute(query.order_by(*(each.desc() for each in CAME_IN))).mappings()
    same = [row for row in rows if row[c.genre] == like.genre and ruler_in(row) == like.ruler]
    if not same:
        return False
    if all(row[c.month] != first_day(like.day) for row in same):
        _copy(connection, same[0][c.id], like, now)
    touched(connection, like, now)
    return True


def _copy(connection: Connection, old: int, like: Known, now: datetime) -> None:
    """A row for another month with the same numbers; in the place of one by another ruler."""
    assert like.day
    c, month = results.c, first_day(like.day)
    same = (c.document == like.document) & (c.version == like.version) & (c.month == month)
    connection.execute(delete(results).where(same))
    row = connection.execute(select(results).where(c.id == old)).mappings().one()
    values = {**row, "month": month, "date": like.day, "dated": True, "collected": now}
    del values["id"]
    new = connection.execute(insert(results).values(values).returning(c.id)).scalar_one()
    for table in (rule_counts, term_counts):
        names = [each.name for each in table.c if each.name != "result_id"]
        counts = select(literal(new), *(table.c[name] for name in names)).where(table.c.result_id == old)
        connection.execute(insert(table).from_select(["result_id", *names], counts))


def scan_started(
    connection: Connection, site: bytes, now: datetime, since: datetime
) -> tuple[datetime, bytes]:
    """When the scan began that goes on now: one that was broken off after ``since``, or else a new one.

    And the page that a scan with a limit ended with, or nothing.
    """
    name = f"{_SCAN}{site.hex()}"
    known = fact(connection, name) or ""
    last = bytes.fromhex(known.removeprefix(_AFTER)) if known.startswith(_AFTER) else b""
    if known and not last and since <= (started := datetime.fromisoformat(known)) <= now:
        return started, b""
    state(connection, name, now.isoformat())
    return now, last


def scan_ended(connection: Connection, site: bytes, last: bytes) -> None:
    """Remembers that the scan of this website came to its end, with this page, or with all of them."""
    state(connection, f"{_SCAN}{site.hex()}", f"{_AFTER}{last.hex()}" if last else "")
