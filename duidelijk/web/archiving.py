"""Numbers of a check on their way into the archive, and archives on their way to a report."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from duidelijk import __version__, overriding
from duidelijk.config import settings_for
from duidelijk.errors import ArchiveError
from duidelijk.keeping import forget_old, identity_in, utc_now
from duidelijk.months import first_day
from duidelijk.opening import key_file, opened
from duidelijk.web.desk import Desk
from duidelijk.web.problems import NoArchiveError, NotFoundError

if TYPE_CHECKING:
    from duidelijk.archive import Archive
    from duidelijk.model import Document, Record, Result

NONE = "Deze server heeft geen archief."


def save(desk: Desk, result: Result) -> None:
    """Keeps the numbers of a check; raises NoArchiveError where there is no archive, or ArchiveError."""
    if not desk.recipe.has_archive:
        raise NoArchiveError(f"{NONE} Laat 'opslaan' weg, of vraag de beheerder om een archief.")
    try:
        archive, key = _open(desk)
        archive.save([_record(desk, result, archive, key)], utc_now())
        _tidied(desk, first_day(date.today()))
    except ArchiveError:
        _open.cache_clear()
        raise


def count_override(desk: Desk, document: Document, reason: str) -> None:
    """Counts a text that is published all the same, if there is an archive; trouble there stops no text."""
    if not desk.recipe.has_archive:
        return
    try:
        archive, key = _open(desk)
        overriding.count_override(archive, key, document, reason)
    except ArchiveError:
        _open.cache_clear()


@cache
def _open(desk: Desk) -> tuple[Archive, bytes]:
    """The archive and its key, once for each process: opening takes longer than saving."""
    recipe = desk.recipe
    archive = opened(recipe.config, recipe.archive, create=True)
    return archive, archive.key(key_file(recipe.config, archive, recipe.archive))


@lru_cache(maxsize=1)
def _tidied(desk: Desk, month: date) -> int:
    """What was forgotten this month: once for each process, since nothing gets too old in between."""
    return forget_old(_open(desk)[0], desk.recipe.config, month)


def for_reading(desk: Desk) -> Archive:
    """The archive, opened; raises NotFoundError where there is none."""
    if not desk.recipe.has_archive:
        raise NotFoundError(f"{NONE} Daarom is er ook geen rapport. Vraag de beheerder om een archief.")
    return opened(desk.recipe.config, desk.recipe.archive, create=False)


def _record(desk: Desk, result: Result, archive: Archive, key: bytes) -> Record:
    from duidelijk.archive.records import record_of

    config, source = desk.recipe.config, result.document.source
    return record_of(
        result,
        key=key,
        identity=identity_in(archive, key, config, source),
        program=__version__,
        settings=settings_for(config, source),
        today=date.today(),
        day=None,
        template="",
    )
