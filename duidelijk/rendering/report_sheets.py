"""The sheets with figures in the workbook of a report: real numbers and dates, nothing that is calculated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Any

from duidelijk.model import Change, Department, Point, Report, Task
from duidelijk.rendering.report_rows import compared
from duidelijk.rendering.report_words import action, breaks, difference, few, period_name, some
from duidelijk.rendering.words import printable

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_TOP = 3
_WHOLE = "hele organisatie"
_KINDS = {"rule": "regel", "term": "woord", "template": "sjabloon"}
Cell = str | int | float | date | None
Column = tuple[str, int, str]
"""A heading, a width in characters, and the number format (empty: text)."""
GRADE, COUNT, SHARE, DATE, DELTA = "0.0", "#,##0", "0%", "[$-413]d mmmm yyyy", "+0.0;-0.0;0.0"
_DATA: tuple[Column, ...] = (
    *(("Periode", 24, ""), ("Begin", 18, DATE), ("Afdeling", 28, ""), ("Teksten", 10, COUNT)),
    *(("Teksten met cijfer", 12, COUNT), ("Cijfer", 9, GRADE), ("Laag", 9, GRADE), ("Hoog", 9, GRADE)),
    *(("Een 8 of hoger", 12, COUNT), ("Let op", 32, "")),
)
_GRADE_COLUMN = "F"
_TASKS: tuple[Column, ...] = (
    *(("Nr.", 6, COUNT), ("Soort", 14, ""), ("Wat", 48, ""), ("Waar", 36, ""), ("Teksten", 10, COUNT)),
    *(("Keer", 10, COUNT), ("Lezers", 12, COUNT), ("Punten erbij", 12, GRADE), ("Cijfer nu", 10, GRADE)),
)


@dataclass(frozen=True, slots=True)
class Book:
    """The workbook that is being written, its report, and the styles that it has so far."""

    workbook: Workbook
    report: Report
    styles: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def style(self, **properties: Any) -> Format:
        """The cell style with these properties, made once; text begins at the top."""
        found = {"valign": "top", **properties}
        key = tuple(sorted(found.items()))
        if key not in self.styles:
            self.styles[key] = self.workbook.add_format(found)
        return self.styles[key]


_LINE = 15


def finish(sheet: Worksheet, rows: int = 0) -> None:
    """Sets the sheet up for printing on A4, with the first rows, if any, kept in sight and on every page."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P van &N")
    sheet.hide_gridlines(2)
    if rows:
        sheet.freeze_panes(rows, 1)
        sheet.repeat_rows(0, rows - 1)


def _fill(book: Book, sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
    """Writes a heading and rows, each cell as what it is; text is never taken for something else."""
    head = book.style(bold=True, text_wrap=True, bottom=1, bg_color="#e6eef7")
    for place, (name, width, _) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    for number, row in enumerate(rows, 1):
        for place, (value, (_, _, form)) in enumerate(zip(row, columns, strict=True)):
            _write(book, sheet, (number, place), value, form)
        widths = (width for _, width, _ in columns)
        sheet.set_row(number, height(*zip(row, widths, strict=True)))
    sheet.set_row(0, height(*((name, width) for name, width, _ in columns)))
    finish(sheet, rows=1)


def height(*cells: tuple[Cell, float]) -> float:
    """The height in points of a row with these texts in columns of these widths."""
    lines = [ceil(len(value) / width) for value, width in cells if isinstance(value, str)]
    return _LINE * max(1, *lines)


def _write(book: Book, sheet: Worksheet, at: tuple[int, int], value: Cell, form: str) -> None:
    if isinstance(value, str):
        sheet.write_string(*at, printable(value), book.style(text_wrap=True))
    elif isinstance(value, date):
        sheet.write_datetime(*at, value, book.style(num_format=form, align="left"))
    elif value is not None:
        sheet.write_number(*at, value, book.style(num_format=form))


def data(book: Book, sheet: Worksheet) -> Mapping[str, str]:
    """Writes a row per period and department, as one table; gives the cells with the grades of each.

    The whole organisation comes first, under the empty name.
    """
    report = book.report
    rows: list[Sequence[Cell]] = []
    places = {}
    whole = ("", report.trend, report.now)
    for name, trend, now in (whole, *((each.name, each.trend, each.now) for each in report.departments)):
        first = len(rows) + 2
        rows += _points(name or _WHOLE, trend)
        places[name] = f"Data!${_GRADE_COLUMN}${first}:${_GRADE_COLUMN}${len(rows) + 1}"
        if now.period.kind != "month":
            rows += _points(name or _WHOLE, (now,))
    _fill(book, sheet, _DATA, rows)
    if rows:
        names = [{"header": name} for name, _, _ in _DATA]
        table = {"name": "Metingen", "columns": names, "style": "Table Style Light 9"}
        sheet.add_table(0, 0, len(rows), len(_DATA) - 1, table)
    return places


def _points(name: str, trend: Sequence[Point]) -> Iterator[Sequence[Cell]]:
    new = breaks(trend)
    for point in trend:
        grade = point.estimate
        numbers = (grade.value, grade.low, grade.high) if grade else (None, None, None)
        notes = [each for each in (new.get(point.period, ""), "" if grade else few(point)) if each]
        counted = point.texts, point.graded
        when = period_name(point.period), point.period.start
        yield (*when, name, *counted, *numbers, point.at_eight, "; ".join(notes) or None)


def departments(book: Book, sheet: Worksheet, places: Mapping[str, str]) -> None:
    """Writes a row per department, with a small trend drawn from the sheet Data."""
    report = book.report
    changes = [(name, 28, DELTA) for name in compared(report)]
    columns: list[Column] = [
        *(("Afdeling", 28, ""), ("Verloop", 16, ""), ("Cijfer", 18, GRADE), ("Laag", 9, GRADE)),
        *(("Hoog", 9, GRADE), ("Teksten", 10, COUNT), ("Een 8 of hoger", 12, SHARE), *changes),
        *((f"Kost de meeste punten ({place})", 26, "") for place in range(1, _TOP + 1)),
    ]
    _fill(book, sheet, columns, [_department(report, each) for each in report.departments])
    for number, each in enumerate(report.departments, 1):
        if any(point.estimate for point in each.trend):
            sheet.add_sparkline(number, 1, {"range": places[each.name], "markers": True})


def _department(report: Report, each: Department) -> Sequence[Cell]:
    now = each.now
    grade = (
        (now.estimate.value, now.estimate.low, now.estimate.high) if now.estimate else (few(now), None, None)
    )
    share = None if now.at_eight is None else now.at_eight / now.graded
    found = (each.last_period, each.before), (each.last_year, each.earlier)
    changes = [_change(each, change, then) for change, then in found]
    titles = [report.titles.get(count.rule, count.rule) for count in each.rules[:_TOP]]
    top = [*titles, *[None] * (_TOP - len(titles))]
    return (each.name, None, *grade, now.texts, share, *changes[: len(compared(report))], *top)


def _change(each: Department, change: Change | None, then: Point) -> Cell:
    """The points of a certain change; words for all else."""
    return change.points if change and change.certain else difference(change, each.now, then, each.trend)


def tasks(book: Book, sheet: Worksheet) -> None:
    """Writes the work list, most benefit first."""
    rows = [_task(book.report, place, each) for place, each in enumerate(book.report.tasks, 1)]
    _fill(book, sheet, _TASKS, rows)


def _task(report: Report, place: int, task: Task) -> Sequence[Cell]:
    what = action(task, report.titles)
    brings = task.points / task.texts if task.texts and task.points else None
    readers = task.readers if report.weighed else None
    where = some(task.departments, shown=len(task.departments))
    counted = task.texts, task.findings, readers
    return (place, _KINDS[task.kind], what, where, *counted, brings, task.grade)
