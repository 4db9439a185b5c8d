"""The archive and the file with its key: where they are, and opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duidelijk.archive import Archive
    from duidelijk.config import Config

VARIABLE = "DUIDELIJK_ARCHIVE"
_USUAL = "archief.db"


def is_named(config: Config, place: str | None) -> bool:
    """Whether anything says where the archive is: a command, the environment or the settings."""
    return bool(place or os.environ.get(VARIABLE) or config.archive.url)


def opened(config: Config, place: str | None, *, create: bool) -> Archive:
    """The archive that is given, or else the one of the environment, the settings, or the usual place."""
    from duidelijk.archive import Archive

    given = place or os.environ.get(VARIABLE)
    if given:
        return Archive(given, Path.cwd(), create=create)
    if config.archive.url:
        return Archive(config.archive.url, config.folder or Path.cwd(), create=create)
    return Archive(_USUAL, _usual_folder(create=create), create=create)


def usual_file() -> Path:
    """Where the archive is when nothing says so; it needn't be there."""
    return _usual_folder(create=False) / _USUAL


def key_file(config: Config, archive: Archive, place: str | None) -> Path:
    """Where the key of this archive is; ``place``: where the archive is, if that was given.

    A file that was given isn't that of the settings, so their key isn't its key.
    """
    if config.archive.key_file and not (place and archive.file):
        return config.archive.key_file
    if archive.file:
        return archive.file.with_suffix(".sleutel")
    return _usual_folder(create=True) / "archief.sleutel"


def _usual_folder(*, create: bool) -> Path:
    from platformdirs import user_data_path

    return user_data_path("duidelijk", appauthor=False, ensure_exists=create)
