"""A table that someone made in Excel or in a text editor → its rows: .xlsx, .csv and .tsv."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from duidelijk.errors import ReadError
from duidelijk.reading.decoding import decode
from duidelijk.reading.guard import check_zip, read_limited

FORMATS = (".tsv", ".csv", ".xlsx")
Row = tuple[int, list[str]]
"""The number of a row as Excel or an editor shows it, and its cells without white space around them."""
_SHEET = "woorden"
_MOST_ROWS, _MOST_COLUMNS = 100_000, 50
_SIGNS = ";\t,"
_SEPARATOR = "sep="


def read_table(path: Path) -> list[Row]:
    """The rows of the file that aren't empty; of a workbook those of sheet *Woorden*, else of the first one.

    Raises ReadError for another kind of file, or one that can't be read.
    """
    kind = path.suffix.lower()
    if kind not in FORMATS:
        raise ReadError(
            "Dit soort bestand kunnen wij niet lezen. Open de lijst in Excel. "
            "Kies ‘Opslaan als’, en dan ‘Excel-werkmap (.xlsx)’."
        )
    data = read_limited(path)
    rows = _workbook(data) if kind == ".xlsx" else _separated(decode(data), kind)
    kept: list[Row] = []
    for number, cells in rows:
        if len(kept) == _MOST_ROWS:
            raise ReadError(
                f"Deze lijst heeft meer dan {_MOST_ROWS // 1000}.000 regels. Verdeel ze over meer lijsten."
            )
        if any(cells):
            kept.append((number, cells))
    return kept


def _separated(text: str, kind: str) -> Iterator[Row]:
    """The rows of a .csv or .tsv: the sign that the first line has most of stands between the cells."""
    if text.startswith(_SEPARATOR):  # a line that Excel understands
        text = "\n" + text.split("\n", 1)[-1]
    first = text.lstrip("\r\n").split("\n", 1)[0]
    sign = "\t" if kind == ".tsv" else max(_SIGNS, key=first.count)
    number = 1
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign, quoting=csv.QUOTE_MINIMAL)
    try:
        for cells in reader:
            yield number, [" ".join(cell.split()) for cell in cells[:_MOST_COLUMNS]]
            number = reader.line_num + 1
    except csv.Error as error:
        raise ReadError(
            f"Regel {reader.line_num} van deze lijst is niet te lezen. "
            "Kijk of er een aanhalingsteken ontbreekt."
        ) from error


def _workbook(data: bytes) -> Iterator[Row]:
    """The rows of a workbook; the value of a formula is the one that was saved."""
    from openpyxl import load_workbook

    check_zip(data, "Excel-bestand")
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        sheet = next((s for s in book.worksheets if s.title.casefold() == _SHEET), book.worksheets[0])
        sheet.reset_dimensions()
        rows = [
            (number, [_said(value) for value in values[:_MOST_COLUMNS]])
            for number, values in enumerate(sheet.iter_rows(max_row=_MOST_ROWS + 2, values_only=True), 1)
        ]
    except Exception as error:  # openpyxl raises whatever a broken part makes it stumble over
        raise ReadError(
            "Dit Excel-bestand is beschadigd. Open het in Excel en sla het opnieuw op."
        ) from error
    yield from rows


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split()) if "\n" not in str(value) else _lines(str(value))


def _lines(cell: str) -> str:
    """A cell of several lines: each is an item of its own."""
    return " | ".join(" ".join(line.split()) for line in cell.splitlines() if line.strip())
