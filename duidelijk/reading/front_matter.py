"""The block between ``---`` lines at the top of a Markdown file."""

from __future__ import annotations

import re
from datetime import date

from duidelijk.errors import ReadError
from duidelijk.model import GENRES, Genre
from duidelijk.reading.days import day_said

_BLOCK = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n?|\n)(?P<yaml>(?:[^\r\n]*(?:\r\n?|\n))*?)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)"
)
_KEY = re.compile(r"\s*(?:#.*\s+)*[\w-]+[ \t]*:(?:\s|$)")
_TITLE, _GENRE, _DEPARTMENT = ("title", "titel"), ("genre", "soort"), ("department", "afdeling")
_DATE, _TEMPLATE = ("date", "datum"), ("template", "sjabloon")


def front_matter(source: str) -> tuple[int, dict[str, str]]:
    """Length of the block, and what it says in words; 0 and nothing when there is no such block.

    Raises ReadError for a block that isn't YAML.
    """
    found = _BLOCK.match(source)
    if found is None or not _KEY.match(found["yaml"]):
        return 0, {}
    import yaml

    try:
        said = yaml.load(found["yaml"], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" op regel {mark.line + 2}" if mark else ""
        raise ReadError(
            f"Het blok tussen de streepjes (---) bovenaan klopt{where} niet. "
            "Schrijf elke regel als: titel: Uw titel."
        ) from error
    if not isinstance(said, dict):
        return 0, {}
    return found.end(), {str(k).lower(): v.strip() for k, v in said.items() if isinstance(v, str)}


def title_of(said: dict[str, str]) -> str:
    """The title, or nothing."""
    return _first(said, _TITLE)


def genre_of(said: dict[str, str]) -> Genre:
    """The genre; onbekend when it isn't named, or isn't one of ours."""
    named = _first(said, _GENRE).lower()
    return next((genre for genre in GENRES if genre == named), "onbekend")


def department_of(said: dict[str, str]) -> str | None:
    """The department, if it is named."""
    return _first(said, _DEPARTMENT) or None


def date_of(said: dict[str, str]) -> tuple[date | None, bool]:
    """The day it is of, if that is named, and whether what is named is none."""
    return day_said(_first(said, _DATE))


def template_of(said: dict[str, str]) -> str:
    """The template it was made with, or nothing."""
    return _first(said, _TEMPLATE)


def _first(said: dict[str, str], keys: tuple[str, str]) -> str:
    return next((said[key] for key in keys if said.get(key)), "")
