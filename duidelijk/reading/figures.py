"""Figures from elsewhere, in two CSV files: the grades that residents gave, and readers per text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from duidelijk.errors import ReadError
from duidelijk.model import Rating
from duidelijk.reading.decoding import decode
from duidelijk.reading.guard import read_limited
from duidelijk.reading.naming import about, on_one_line, shown

_MOST_ERRORS = 20
_MOST_SHOWN = 60
_DATES = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})", re.ASCII),
)
_NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,12})?", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+", re.ASCII)
_DATE_FORMS = "Schrijf een datum als 2025, 2025-11, 2025-11-30 of 30-11-2025."
Exact = Literal["day", "month", "year"]
Row = tuple[int, str, str]
"""A line number and its two cells, in the order of the header that was asked for."""


def read_ratings(path: str | Path) -> tuple[Rating, ...]:
    """The residents' grades in a CSV file with the columns ``datum`` and ``cijfer``, oldest first.

    A year counts as the middle of it, a month too. Raises ReadError: all problems, each with its line.
    """
    errors: list[str] = []
    rows = _rows(path, {("datum", "cijfer")}, errors)[1]
    found: dict[date, Rating] = {}
    for line, day, grade in rows:
        when, exact = _date(day)
        problems = _rating_problems(day, grade)
        if when in found:
            problems.append(f"De datum {_shown(day)} staat er al. Houd één cijfer per datum over.")
        errors += [_at(path, line, problem) for problem in problems]
        if when and not problems:
            found[when] = Rating(when, _number(grade), exact)
    _stop(errors)
    return tuple(sorted(found.values(), key=lambda rating: rating.date))


def read_reach(path: str | Path) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Readers per source (page or file) and readers per template, by name; one of the two is empty.

    The CSV file has the columns ``bron`` and ``lezers``, or ``sjabloon`` and ``lezers``. Raises ReadError:
    all problems, each with its line.
    """
    errors: list[str] = []
    kind, rows = _rows(path, {("bron", "lezers"), ("sjabloon", "lezers")}, errors)
    found: dict[str, float] = {}
    for line, name, number in rows:
        problem = _readers_problem(kind, name, number)
        if name in found:
            problem = f"{_shown(name)} staat er al. Tel de lezers op en houd één regel over."
        if problem:
            errors.append(_at(path, line, problem))
        else:
            found[name] = _number(number)
    _stop(errors)
    return ({}, found) if kind == "sjabloon" else (found, {})


def _rating_problems(day: str, grade: str) -> list[str]:
    problems = []
    if _date(day)[0] is None:
        problems.append(f"{_shown(day)} is geen datum. {_DATE_FORMS}")
    if not _NUMBER.fullmatch(grade) or not 1 <= _number(grade) <= 10:
        problems.append(f"{_shown(grade)} is geen cijfer van 1 tot en met 10. Schrijf bijvoorbeeld 6,7.")
    return problems


def _readers_problem(kind: str, name: str, number: str) -> str:
    if not name:
        return f"De naam in de kolom ‘{kind}’ ontbreekt."
    if _THOUSANDS.fullmatch(number):
        return f"{_shown(number)} is niet duidelijk. Schrijf een aantal zonder punt of komma, zoals 12500."
    if not _NUMBER.fullmatch(number):
        return f"{_shown(number)} is geen aantal lezers. Schrijf een getal van 0 of hoger, zoals 12500."
    return ""


def _date(text: str) -> tuple[date | None, Exact]:
    """The day, or the middle of the month or year; None for what is none."""
    for form in _DATES:
        found = form.fullmatch(text)
        if found:
            exact: Exact = "day" if found["day"] else "month" if found["month"] else "year"
            middle = 1 if exact == "year" else 15
            try:
                return date(int(found["year"]), int(found["month"] or 7), int(found["day"] or middle)), exact
            except ValueError:
                return None, "day"
    return None, "day"


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _rows(path: str | Path, headers: set[tuple[str, str]], errors: list[str]) -> tuple[str, list[Row]]:
    """The first name in the header, and the rows; columns may stand in either order."""
    text = _text(path)
    mark = ";" if ";" in text.lstrip().split("\n", 1)[0] else ","
    lines = _cells(path, text, mark, errors)
    number, header = next(lines, (1, []))
    names = tuple(name.lower() for name in header)
    turned = names[::-1] in headers
    if names not in headers and not turned:
        _stop([_at(path, number, _header_problem(headers)), *errors])
    rows = []
    for line, cells in lines:
        if len(cells) != 2:
            errors.append(_at(path, line, _columns_problem(len(cells), mark)))
        else:
            first, second = cells[::-1] if turned else cells
            rows.append((line, first, second))
    if not rows and not errors:
        errors.append(_at(path, number, "Na de eerste regel staat er niets meer. Vul het bestand aan."))
    return names[-1] if turned else names[0], rows


def _text(path: str | Path) -> str:
    try:
        return decode(read_limited(Path(path)))
    except ReadError as error:
        raise about(path, error) from error


def _cells(path: str | Path, text: str, mark: str, errors: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every line that isn't empty; a wrong quote ends it with an error."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    start = 1
    try:
        for cells in lines:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield start, stripped
            start = lines.line_num + 1
    except csv.Error:
        errors.append(_at(path, start, "Er staat een aanhalingsteken verkeerd. Haal het weg."))


def _header_problem(headers: set[tuple[str, str]]) -> str:
    forms = " of ".join(f"‘{first};{second}’" for first, second in sorted(headers))
    return f"De eerste regel moet de namen van de kolommen bevatten: {forms}."


def _columns_problem(number: int, mark: str) -> str:
    if number < 2:
        return "Hier staat één kolom. Het moeten er twee zijn."
    tip = " Schrijf getallen met een punt, of gebruik ‘;’ tussen de kolommen." if mark == "," else ""
    return f"Hier staan {number} kolommen. Het moeten er twee zijn.{tip}"


def _at(path: str | Path, line: int, problem: str) -> str:
    return f"{shown(path)}:{line}: {problem}"


def _shown(cell: str) -> str:
    """A cell between quotes, on one line and not too long."""
    return f"‘{on_one_line(cell if len(cell) <= _MOST_SHOWN else cell[:_MOST_SHOWN] + '…')}’"


def _stop(errors: list[str]) -> None:
    """Raises ReadError with these errors, the first twenty in full."""
    if len(errors) > _MOST_ERRORS:
        left = len(errors) - _MOST_ERRORS
        more = "Er is nog 1 fout." if left == 1 else f"Er zijn nog {left} fouten."
        errors = [*errors[:_MOST_ERRORS], more]
    if errors:
        raise ReadError("\n".join(errors))
