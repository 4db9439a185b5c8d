"""One guard at the door: nothing too big, too odd or unsafe comes in."""

from __future__ import annotations

import os
import stat
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from duidelijk.errors import ReadError

if TYPE_CHECKING:
    import zipfile

TEXT_LIMIT, WORD_LIMIT = 10_000_000, 50_000_000
"""Most bytes of a text format and of a .docx."""
_ZIP_TOTAL, _ZIP_RATIO, _ZIP_PARTS, _BIG_PART = 100_000_000, 100, 2000, 1_000_000
_PROLOGUE = 4096
_PACKED = frozenset({".docx", ".xlsx"})
_MAKERS = {
    "Word-document": "Word en sla het opnieuw op als .docx",
    "Excel-bestand": "Excel en sla het opnieuw op als .xlsx",
}


def read_limited(path: Path) -> bytes:
    """The bytes of an ordinary file of at most 50 MB; raises ReadError for anything else."""
    try:
        mode = path.stat()
        if stat.S_ISDIR(mode.st_mode):
            os.scandir(path).close()
            raise ReadError("Dit is een map. Geef een bestand.")
        if not stat.S_ISREG(mode.st_mode):
            raise ReadError("Dit is geen gewoon bestand. Geef een bestand met tekst.")
        check_size(mode.st_size, WORD_LIMIT if path.suffix.lower() in _PACKED else TEXT_LIMIT)
        with path.open("rb") as file:
            return file.read(WORD_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise ReadError(_said(error, path)) from error


def check_size(size: int, limit: int) -> None:
    """Raises ReadError when ``size`` is over ``limit`` bytes."""
    if size > limit:
        raise ReadError(f"Dit bestand is groter dan {limit // 1_000_000} MB. Maak er kleinere bestanden van.")


def _said(error: Exception, path: Path) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "Dit bestand bestaat niet. Kijk of de naam en de map kloppen."
    if isinstance(error, PermissionError) and os.path.isdir(path):  # noqa: PTH112 (pathlib may raise here)
        return "U mag niet in deze map kijken. Vraag om toegang, of kies een andere map."
    if isinstance(error, PermissionError):
        return "U mag dit bestand niet lezen. Vraag om toegang, of kopieer het naar een eigen map."
    if isinstance(error, ValueError):
        return "Dit is geen geldige bestandsnaam. Kijk of de naam klopt."
    return "Dit bestand is niet te lezen. Kijk of u het zelf kunt openen."


def check_zip(data: bytes, kind: str = "Word-document") -> zipfile.ZipFile:
    """The archive of a .docx or .xlsx, safe to unpack; raises ReadError when it is broken or a bomb.

    ``kind`` is what the error calls it. Sizes are what the archive itself says; no part with a DOCTYPE.
    """
    import zipfile

    try:
        archive = zipfile.ZipFile(BytesIO(data))
        _check_sizes(archive, kind)
        for part in archive.infolist():
            if part.filename.lower().endswith((".xml", ".rels")):
                _check_part(archive, part, kind)
    except (
        zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError,
    ) as error:  # fmt: skip
        raise ReadError(f"Dit {kind} is beschadigd. {_again(kind)}") from error
    return archive


def _again(kind: str) -> str:
    return f"Open het bestand in {_MAKERS[kind]}."


def _check_sizes(archive: zipfile.ZipFile, kind: str) -> None:
    parts = archive.infolist()
    if len(parts) > _ZIP_PARTS:
        raise ReadError(f"Dit {kind} heeft te veel onderdelen. {_again(kind)}")
    ratio = any(p.file_size > _BIG_PART and p.file_size > _ZIP_RATIO * max(p.compress_size, 1) for p in parts)
    if ratio or sum(p.file_size for p in parts) > _ZIP_TOTAL:
        raise ReadError(f"Dit {kind} wordt veel te groot als het opengaat. {_again(kind)}")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, kind: str) -> None:
    if part.flag_bits & 1:
        raise ReadError(f"Dit {kind} heeft een wachtwoord. Sla het op zonder wachtwoord.")
    with archive.open(part) as file:
        start = file.read(_PROLOGUE)
    if b"<!DOCTYPE" in start.replace(b"\0", b""):
        raise ReadError(f"In dit {kind} staat een DOCTYPE. Dat is niet veilig. {_again(kind)}")


def check_text(text: str) -> None:
    """Raises ReadError for a text that is too big or has half characters (lone surrogates)."""
    if len(text) > TEXT_LIMIT:
        raise ReadError(f"Deze tekst is groter dan {TEXT_LIMIT // 1_000_000} MB. Deel de tekst op.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ReadError("In deze tekst staan tekens die niet bestaan. Sla de tekst op als UTF-8.") from error
