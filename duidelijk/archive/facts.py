"""What the archive knows about itself: names and values."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from duidelijk.archive.schema import facts

FORGOTTEN = "forgotten_before"
"""The day before which texts were forgotten, and only their totals are left."""


def fact(connection: Connection, name: str) -> str | None:
    """What the archive knows under this name."""
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar()


def state(connection: Connection, name: str, value: str) -> None:
    """Lets the archive know this under that name."""
    if connection.execute(update(facts).where(facts.c.name == name).values(value=value)).rowcount == 0:
        connection.execute(insert(facts).values(name=name, value=value))
