"""The archive: remembers the numbers of texts, in SQLite or PostgreSQL, and never a text."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from duidelijk.archive import facts, forgetting, numbers, overrides, versions, writing
from duidelijk.archive.engine import engine_for, file_of, name_of, reading, url_of
from duidelijk.archive.engine import writing as changing
from duidelijk.archive.exporting import COLUMNS, info, rows
from duidelijk.archive.forgetting import Forgotten
from duidelijk.archive.keys import fingerprint, key_of
from duidelijk.archive.versions import Known
from duidelijk.archive.website import Website
from duidelijk.archive.writing import Saved
from duidelijk.errors import ArchiveError
from duidelijk.model import Cell, Count, Genre, Holdings, Override, Period, Record

__all__ = ["Archive", "Forgotten", "Known", "Saved", "Website"]

_KEY = "key"


class Archive:
    """An open archive; close it, or use it in a ``with``.

    ``place``: a file, or the URL of a database; ``folder``: where a file's name is seen from. ``create``:
    make it where there is none. Raises ArchiveError, as every method does when the database is in trouble.
    """

    columns = COLUMNS
    """The names in a row of ``rows``, in order."""
    override_columns = overrides.COLUMNS
    """The names in a row of ``override_rows``, in order."""

    def __init__(self, place: str, folder: Path, *, create: bool = False) -> None:
        url = url_of(place, folder)
        file = file_of(url)
        if file and create and not os.path.isdir(file.parent):  # noqa: PTH112 (see engine)
            raise ArchiveError(f"De map '{file.parent}' bestaat niet. Maak die eerst.")
        self._engine = engine_for(url, create=create)
        self.name = name_of(url)
        self.file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets the database go."""
        self._engine.dispose()

    def key(self, file: Path) -> bytes:
        """The key that the hashes of this archive are made with; a new archive gets one.

        Raises ArchiveError for one that is missing, or belongs to another archive.
        """
        with reading(self._engine) as connection:
            known = facts.fact(connection, _KEY)
        key = key_of(file, create=known is None)
        if known is None:
            with changing(self._engine) as connection:
                known = facts.fact(connection, _KEY)
                if known is None:
                    facts.state(connection, _KEY, known := fingerprint(key))
        if known != fingerprint(key):
            raise ArchiveError(
                f"De sleutel past niet bij het archief {self.name}. Zet de goede sleutel terug. Of zeg met "
                "key_file in duidelijk.toml waar die staat."
            )
        return key

    def save(self, records: Sequence[Record], now: datetime) -> Saved:
        """Keeps the records, all of them or none; ``now``: in UTC, without a zone.

        A version of a document counts once a month: the same one takes the place of the one before.
        """
        with changing(self._engine) as connection:
            return writing.save(connection, records, now)

    def rescored(self, record: Record, now: datetime) -> int:
        """Gives a version new numbers wherever other rules or another pipeline measured it; how many rows."""
        with changing(self._engine) as connection:
            return versions.rescored(connection, record, now)

    def rename(self, old: bytes, new: bytes) -> None:
        """Lets a document be known by hash ``new``, if there are versions by ``old`` and none by ``new``."""
        with reading(self._engine) as connection:
            known = versions.is_known(connection, old)
        if known:
            with changing(self._engine) as connection:
                versions.renamed(connection, old, new)

    def has(self, known: Known) -> bool:
        """Whether this version is there already, measured in the same way."""
        with reading(self._engine) as connection:
            return versions.is_there(connection, known)

    def outdated_genre(self, known: Known) -> Genre | None:
        """The genre of this version where it's there, measured in another way; else None."""
        with reading(self._engine) as connection:
            return versions.outdated_genre(connection, known)

    def touch(self, known: Known, now: datetime) -> None:
        """Gives a version that is there already the department, template and day of now."""
        with changing(self._engine) as connection:
            versions.touched(connection, known, now)

    def website(self, site: bytes) -> Website:
        """What a scan remembers of the website with this hash."""
        return Website(self._engine, site)

    def overridden(self, each: Override, mark: bytes, day: date) -> bool:
        """Counts a text that was published all the same on this day; False where its mark was counted."""
        with changing(self._engine) as connection:
            return overrides.count(connection, each, mark, day)

    def overrides(self, period: Period) -> list[Override]:
        """How many texts were published all the same in a period, by department, genre and reason."""
        with reading(self._engine) as connection:
            return list(overrides.of_period(connection, period))

    def override_rows(self) -> Iterator[dict[str, object]]:
        """The same per month as flat rows, oldest first."""
        with reading(self._engine) as connection:
            yield from overrides.rows(connection)

    def cells(self, period: Period) -> list[Cell]:
        """The sums of the texts in a period, of each document the latest version."""
        with reading(self._engine) as connection:
            return list(numbers.cells(connection, period))

    def counts(self, period: Period, reach: Mapping[bytes, float]) -> list[Count]:
        """What was found in those texts; ``reach``: readers by document hash, else one reader."""
        with reading(self._engine) as connection:
            return list(numbers.counts(connection, period, reach))

    def among(self, documents: Sequence[bytes]) -> set[bytes]:
        """Those of these document hashes that the archive knows."""
        with reading(self._engine) as connection:
            return versions.among(connection, documents)

    def templates(self) -> set[str]:
        """The names of all templates."""
        with reading(self._engine) as connection:
            return versions.names(connection, "template")

    def departments(self) -> set[str]:
        """The names of all departments."""
        with reading(self._engine) as connection:
            return versions.names(connection, "department")

    def first(self) -> date | None:
        """The day of the oldest text; None in an empty archive."""
        with reading(self._engine) as connection:
            return numbers.first(connection)

    def info(self) -> Holdings:
        """What is in it; raises ArchiveError for a damaged one."""
        with reading(self._engine) as connection:
            return info(connection)

    def rows(self) -> Iterator[dict[str, object]]:
        """Every version of every document as a flat row, oldest first; hashes in hexadecimal."""
        with reading(self._engine) as connection:
            yield from rows(connection)

    def forgettable(self, *, before: date | None = None, department: str | None = None) -> int:
        """How many versions would be forgotten."""
        with reading(self._engine) as connection:
            return forgetting.would_forget(connection, before=before, department=department)

    def forget_before(self, day: date) -> Forgotten:
        """Forgets the texts from before this day; their totals stay."""
        with changing(self._engine) as connection:
            gone = forgetting.forget_before(connection, day)
        self._wipe(gone)
        return gone

    def forget_department(self, department: str) -> Forgotten:
        """Forgets everything about a department, totals too."""
        with changing(self._engine) as connection:
            gone = forgetting.forget_department(connection, department)
        self._wipe(gone)
        return gone

    def _wipe(self, gone: Forgotten) -> None:
        """Writes the change through to the file, so that nothing stays behind in the log beside it."""
        if (gone.versions or gone.totals) and self.file:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql("BEGIN")
