"""What a scan remembers of a website: its pages as they were last seen, and how far it came."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Engine

from duidelijk.archive import pages
from duidelijk.archive.engine import reading, writing
from duidelijk.archive.locking import alone
from duidelijk.archive.pages import Kept, Visited
from duidelijk.archive.versions import Known

__all__ = ["Kept", "Visited", "Website"]


class Website:
    """One website in an archive; ``site``: its hash. Times are in UTC, without a zone."""

    def __init__(self, engine: Engine, site: bytes) -> None:
        self._engine, self.site = engine, site

    def alone(self) -> AbstractContextManager[bool]:
        """Holds a lock that one program has at a time; False where another has it.

        A program that is killed lets it go.
        """
        return alone(self._engine, self.site)

    def started(self, now: datetime, since: datetime) -> tuple[datetime, bytes]:
        """When the scan began that goes on now: one broken off after ``since``, or else a new one.

        And the page that a scan with a limit ended with, or nothing.
        """
        with writing(self._engine) as connection:
            return pages.scan_started(connection, self.site, now, since)

    def ended(self, last: bytes = b"") -> None:
        """Remembers that the scan came to its end: with this page, or with all of them."""
        with writing(self._engine) as connection:
            pages.scan_ended(connection, self.site, last)

    def visited(self) -> dict[bytes, Visited]:
        """The pages as they were last seen, by their hash."""
        with reading(self._engine) as connection:
            return pages.visited(connection, self.site)

    def remember(self, page: Visited) -> None:
        """Keeps how a page was last seen."""
        with writing(self._engine) as connection:
            pages.remember(connection, page)

    def drop(self, gone: Iterable[bytes]) -> None:
        """Forgets how these pages were seen; the numbers of their texts stay."""
        with writing(self._engine) as connection:
            pages.drop(connection, gone)

    def kept(self, document: bytes, version: bytes) -> Kept | None:
        """What the archive has of this version, last in first; None where it isn't there."""
        with reading(self._engine) as connection:
            return pages.kept(connection, document, version)

    def repeat(self, known: Known, now: datetime) -> bool:
        """Lets a version that is there count on ``known.day`` as well, unchecked; whether it could."""
        with writing(self._engine) as connection:
            return pages.repeated(connection, known, now)
