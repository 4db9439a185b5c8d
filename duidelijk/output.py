"""Where the output goes: standard output, a file, or a folder with a page per document."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from duidelijk.errors import OutputError


def check_target(output: str | None, inputs: Sequence[str], *, page_per_document: bool) -> None:
    """Raises OutputError, before any work is done, when the output can't go there.

    ``page_per_document``: the format holds one document, so several of them need a folder.
    """
    if output is None:
        if page_per_document and len(inputs) > 1:
            raise OutputError(
                "Een pagina is voor één tekst. Geef met --output een map op, voor een pagina per tekst."
            )
        return
    path = Path(output)
    if not output:
        raise OutputError("Achter --output staat geen naam. Geef de naam van een bestand of van een map.")
    if any(_same(path, Path(each)) for each in inputs):
        raise OutputError(f"'{output}' is ook de invoer. Kies een andere naam achter --output.")
    if page_per_document and output.endswith(("/", os.sep)) and path.parent.is_dir() and not path.exists():
        path.mkdir()
    if path.is_dir():
        if not page_per_document:
            raise OutputError(f"'{output}' is een map. Geef achter --output de naam van een bestand.")
        _check_pages(path, inputs)
    elif page_per_document and len(inputs) > 1:
        raise OutputError(
            f"Meer teksten passen niet in één bestand. Maak een map en geef die op: --output {path.stem}."
        )
    elif not path.parent.is_dir():
        raise OutputError(f"De map '{path.parent}' bestaat niet. Maak die eerst, of kies een andere map.")


def _check_pages(folder: Path, inputs: Sequence[str]) -> None:
    """Raises OutputError when a page would take the place of a text."""
    inside = {Path(each).name.casefold() for each in inputs if _same(Path(each).parent, folder)}
    for page in _page_names(inputs).values():
        if page.casefold() in inside:
            raise OutputError(
                f"De pagina '{page}' zou over een tekst heen gaan. Kies een andere map achter --output."
            )


def write(output: str | None, content: str | bytes) -> None:
    """Writes to standard output, or to a file: wholly or not at all."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if output is None:
        _print(data)
        return
    try:
        replace_file(Path(output), data)
    except OSError as problem:
        raise _cannot_write(output, _reason(problem)) from None


def _cannot_write(path: str | Path, reason: str) -> OutputError:
    return OutputError(
        f"'{path}' kan niet worden geschreven ({reason}). Kies een andere plek achter --output."
    )


def _reason(problem: OSError) -> str:
    return "geen toestemming" if isinstance(problem, PermissionError) else "misschien is de schijf vol"


def check_new(path: Path) -> None:
    """Raises OutputError, before any work is done, when no new file can be made there."""
    if os.path.lexists(path):
        raise OutputError(f"'{path}' bestaat al. Kies een andere naam met --output.")
    if path.parent.is_dir() and not os.access(path.parent, os.W_OK):
        raise _cannot_write(path, "geen toestemming")


def write_new(path: Path, data: bytes, like: Path | None = None) -> None:
    """Writes a new file, wholly or not at all, and never over one that is there.

    ``like``: a file whose permissions the new one gets.
    """
    try:
        mode = like.stat().st_mode & 0o777 if like else 0o666 & ~_umask()
        temporary = _temporary(path, data, mode)
        try:
            _named(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise OutputError(f"'{path}' bestaat al. Kies een andere naam met --output.") from None
    except OSError as problem:
        raise _cannot_write(path, _reason(problem)) from None


def _named(temporary: Path, path: Path) -> None:
    """Gives the file its name; raises FileExistsError where there is one of that name."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if os.path.lexists(path):
            raise FileExistsError from None
        temporary.replace(path)


def write_bytes(data: bytes) -> None:
    """Writes to standard output."""
    _print(data)


def write_pages(folder: str, pages: Mapping[str, str]) -> None:
    """Writes each page in the folder; two texts of one name get pages of different names."""
    names = _page_names(list(pages))
    for source, text in pages.items():
        write(str(Path(folder) / names[source]), text)


def _page_names(sources: Sequence[str]) -> dict[str, str]:
    """The file name of the page of each text."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for source in sources:
        name, count = Path(source).name, 1
        while (page := f"{name}{'' if count == 1 else f'-{count}'}.html").casefold() in taken:
            count += 1
        taken.add(page.casefold())
        names[source] = page
    return names


def _print(data: bytes) -> None:
    if sys.stdout is None:
        raise OutputError("De standaarduitvoer is dicht. Geef met --output een bestand op.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        raise OutputError("De uitvoer kan niet worden geschreven. Misschien is de schijf vol.") from None


def replace_file(path: Path, data: bytes) -> None:
    """Gives the file these bytes, wholly or not at all; raises OSError."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path = path.resolve()
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    temporary = _temporary(path, data, mode)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def colors() -> bool:
    """Whether standard output is a terminal that shows colours."""
    shown = bool(sys.stdout) and sys.stdout.isatty()
    return shown and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _temporary(path: Path, data: bytes, mode: int) -> Path:
    """A file beside ``path`` with this in it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(mode)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
