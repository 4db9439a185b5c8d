"""Controleert teksten van gemeenten op duidelijke taal: check_text(), check_file(), fix_file(), Checker."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duidelijk.checker import Checker
    from duidelijk.model import Fixed, Genre, Result

__version__ = "0.1.0"
__all__ = ["Checker", "__version__", "check_file", "check_text", "fix_file"]


def check_text(
    text: str, *, source: str | None = None, genre: Genre | None = None, department: str | None = None
) -> Result:
    """The Result for a plain text; ``result.document.text == text``. See Checker.check_text."""
    return _checker().check_text(text, source=source, genre=genre, department=department)


def check_file(path: str | Path, *, genre: Genre | None = None, department: str | None = None) -> Result:
    """The Result for a .txt, .md, .html or .docx file. See Checker.check_file."""
    return _checker().check_file(path, genre=genre, department=department)


def fix_file(
    path: str | Path, *, safe: bool = True, genre: Genre | None = None, department: str | None = None
) -> Fixed:
    """The same kind of file with its suggestions followed; nothing is written. See Checker.fix_file."""
    return _checker().fix_file(path, safe=safe, genre=genre, department=department)


@cache
def _checker() -> Checker:
    from duidelijk.checker import Checker

    return Checker()


def __getattr__(name: str) -> object:
    if name == "Checker":
        from duidelijk.checker import Checker

        return Checker
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
