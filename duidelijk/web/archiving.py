"""Numbers of a check on their way into the archive, and archives on their way to a report."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from duidelijk import __version__
from duidelijk.config import settings_for
from duidelijk.keeping import VARIABLE, key_file, opened
from duidelijk.web.desk import Desk
from duidelijk.web.problems import BadRequestError, NotFoundError

if TYPE_CHECKING:
    from duidelijk.archive import Archive
    from duidelijk.model import Record, Result

NONE = "Deze server heeft geen archief."


def has_one(desk: Desk) -> bool:
    """Whether the server was told where its archive is."""
    recipe = desk.recipe
    return bool(recipe.archive or os.environ.get(VARIABLE) or recipe.config.archive.url)


def save(desk: Desk, result: Result) -> None:
    """Keeps the numbers of a check; raises BadRequestError where there is no archive, or ArchiveError."""
    if not has_one(desk):
        raise BadRequestError(f"{NONE} Vraag de controle zonder 'opslaan'.")
    recipe = desk.recipe
    with opened(recipe.config, recipe.archive, create=True) as archive:
        key = archive.key(key_file(recipe.config, archive, recipe.archive))
        archive.save([_record(desk, result, archive, key)], datetime.now(UTC).replace(tzinfo=None))


def for_reading(desk: Desk) -> Archive:
    """The archive, opened; raises NotFoundError where there is none."""
    if not has_one(desk):
        raise NotFoundError(f"{NONE} Dus is er ook geen rapport.")
    return opened(desk.recipe.config, desk.recipe.archive, create=False)


def _record(desk: Desk, result: Result, archive: Archive, key: bytes) -> Record:
    from duidelijk.archive.keys import document_hash, identities_of
    from duidelijk.archive.records import record_of

    config, source = desk.recipe.config, result.document.source
    identity, *before = identities_of(source, config.folder, config.archive.name)
    for old in before:
        archive.rename(document_hash(key, old), document_hash(key, identity))
    return record_of(
        result,
        key=key,
        identity=identity,
        program=__version__,
        settings=settings_for(config, source),
        today=date.today(),
        day=None,
        template="",
    )
