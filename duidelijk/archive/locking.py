"""A lock that one program has at a time, and that is let go when that program stops, however it stops."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Engine, text

from duidelijk.archive.engine import file_of, told
from duidelijk.errors import ArchiveError


@contextmanager
def alone(engine: Engine, name: bytes) -> Iterator[bool]:
    """Whether this program has the lock of this name; another one that has it is let alone.

    Beside an archive in a file stands a file that is locked; PostgreSQL has locks of its own.
    """
    with _beside(engine, name) if file_of(engine.url) else _within(engine, name) as mine:
        yield mine


@contextmanager
def _beside(engine: Engine, name: bytes) -> Iterator[bool]:
    file = file_of(engine.url)
    assert file
    place = file.with_name(f"{file.stem}.{name.hex()[:8]}.slot")
    try:
        connection = sqlite3.connect(place, timeout=0, isolation_level=None)
    except sqlite3.Error:
        raise ArchiveError(
            f"Naast het archief kan '{place}' niet worden gemaakt. Mag u daar schrijven?"
        ) from None
    with closing(connection):
        yield _locked(connection)


def _locked(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return False
    return True


@contextmanager
def _within(engine: Engine, name: bytes) -> Iterator[bool]:
    number = int.from_bytes(name[:8], "big", signed=True)
    with engine.connect() as connection:
        with told(engine.url):
            mine = bool(connection.execute(text(f"SELECT pg_try_advisory_lock({number})")).scalar())
            connection.commit()
        try:
            yield mine
        finally:
            if mine:
                with told(engine.url):
                    connection.execute(text(f"SELECT pg_advisory_unlock({number})"))
