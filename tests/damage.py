"""SQLite files that are no longer what they were, each damaged in one way."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

SIDECARS = ("-wal", "-shm", "-journal")
LATER = "9999_later"


def settled(database: Path) -> Path:
    """The same database with everything in the one file, so that damage to that file is not hidden by a log."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    left = [path for end in SIDECARS if (path := database.with_name(database.name + end)).exists()]
    assert not left, f"still in use: {left}"
    return database


def zero_header(database: Path) -> None:
    """The first 100 bytes, which say what file it is, are zero."""
    _overwrite(settled(database), 0, bytes(100))


def cut_in_half(database: Path) -> None:
    size = settled(database).stat().st_size
    with database.open("r+b") as file:
        file.truncate(size // 2)


def scramble_page(database: Path, table: str | None = None) -> None:
    """One page is noise (always the same): the middle one, or the root of the table."""
    settled(database)
    with closing(sqlite3.connect(database)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    assert pages > 2, "there is no page in the middle"
    page = root[0] if root else pages // 2 + 1
    _overwrite(database, (page - 1) * size, random.Random(8).randbytes(size))


def make_empty(database: Path) -> None:
    """A file of no bytes: to SQLite that is a new database."""
    _replace(database, b"")


def make_text(database: Path) -> None:
    _replace(database, b"Geachte heer Jansen,\n\nDit is een brief.\n" * 200)


def make_foreign(database: Path) -> None:
    """A sound database, but of another program."""
    _replace(database, b"")
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("PRAGMA application_id = 1196444487")
        connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
        connection.execute("INSERT INTO moz_places (url) VALUES ('https://example.org')")


def make_newer(database: Path) -> None:
    """A database that a later version has brought to a schema this version does not know."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("DELETE FROM alembic_version")
        connection.execute("INSERT INTO alembic_version VALUES (?)", [LATER])
    settled(database)


UNREADABLE: dict[str, Callable[[Path], None]] = {
    "a zeroed header": zero_header,
    "cut in half": cut_in_half,
    "noise in a page": scramble_page,
    "a text file": make_text,
}
READABLE: dict[str, Callable[[Path], None]] = {
    "an empty file": make_empty,
    "another program's database": make_foreign,
    "a newer schema": make_newer,
}
DAMAGE = {**UNREADABLE, **READABLE}


def _overwrite(path: Path, start: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(content)


def _replace(path: Path, content: bytes) -> None:
    for end in SIDECARS:
        path.with_name(path.name + end).unlink(missing_ok=True)
    path.write_bytes(content)
