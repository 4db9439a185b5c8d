"""Files and folders as a user names them → the files to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from duidelijk.errors import ReadError
from duidelijk.reading.formats import SUFFIXES

_SKIPPED = (".", "~$")


def find_files(paths: Iterable[str | Path]) -> list[Path]:
    """Every named file, and of every named folder the files that can be read, sorted, in its folders too.

    Hidden files, Word's lock files and linked folders are passed by. Raises ReadError for a folder
    in which nothing can be read; whether a named file can be read shows when it is read.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        files = list(_within(path)) if _is_folder(path) else [path]
        if not files:
            raise ReadError(
                f"{path}: In deze map staan geen bestanden die eindigen op .txt, .md, .html of .docx."
            )
        found.update(dict.fromkeys(files))
    return list(found)


def _within(folder: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith(_SKIPPED))
        for name in sorted(files):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith(_SKIPPED):
                yield Path(here, name)
    yield from (Path(error.filename) for error in closed)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
