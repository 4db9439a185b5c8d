"""Texts that are published all the same, on their way into the archive: where there is one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from duidelijk.opening import is_named, key_file, opened, usual_file

if TYPE_CHECKING:
    from duidelijk.archive import Archive
    from duidelijk.config import Config
    from duidelijk.model import Document, Result


def count_overrides(
    config: Config, overridden: Iterable[tuple[Result, str]], *, archive: str | None = None
) -> int | None:
    """How many of these texts were counted, each with the reason; None where there is no archive.

    ``archive``: the place that was given. Without one, the archive of the environment or the settings counts,
    or the usual one if it is there. Raises ArchiveError when it can't be counted.
    """
    if not (is_named(config, archive) or usual_file().is_file()):
        return None
    with opened(config, archive, create=True) as found:
        key = found.key(key_file(config, found, archive))
        return sum(count_override(found, key, result.document, why) for result, why in overridden)


def count_override(
    archive: Archive, key: bytes, document: Document, reason: str, *, today: date | None = None
) -> bool:
    """Counts one text in an archive that is open; False where this text was counted this month already."""
    from duidelijk.archive.keys import override_mark
    from duidelijk.archive.records import override_of
    from duidelijk.months import first_day

    day = today or date.today()
    each = override_of(document, reason)
    return archive.overridden(each, override_mark(key, document, each.reason, first_day(day)), day)
