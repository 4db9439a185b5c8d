"""A Report as the flat table ``metingen``, version 1, for Power BI and Excel (docs/metingen.md)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from duidelijk.model import Count, Department, Period, Point, Report
from duidelijk.rendering.csv_cells import cell

VERSION = 1
COLUMNS = (
    *("versie", "organisatie", "periode", "begin", "einde", "niveau", "afdeling", "meting"),
    *("sjabloon", "regel", "term", "teksten", "teksten_met_cijfer", "cijfer", "laag", "hoog"),
    *("teksten_8_of_hoger", "keer", "punten", "lezers", "lezerspunten", "breuk"),
    *("programma", "regelboek", "taalmodel", "profiel"),
)
_KINDS = {"month": "maand", "quarter": "kwartaal", "year": "jaar"}
Row = Mapping[str, object]


def render(report: Report) -> str:
    """The table: comma-separated, a header, decimal points, dates as ISO 8601."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in _rows(report):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _rows(report: Report) -> Iterator[Row]:
    """Of the whole and of each department: a grade per period, then the rules and terms of this period."""
    whole = {"versie": VERSION, "organisatie": report.organisation, "niveau": "organisatie", "afdeling": ""}
    counts = (*report.rules, *report.terms)
    yield from _points(whole, _all(report))
    yield from _counts({**whole, **_period(report.period)}, counts)
    for each in report.departments:
        here = {**whole, "niveau": "afdeling", "afdeling": each.name}
        yield from _points(here, _all(each))
        yield from _counts({**here, **_period(report.period)}, (*each.rules, *each.terms))


def _all(of: Report | Department) -> Iterator[Point]:
    """The months, and the period itself where that isn't one of them."""
    yield from of.trend
    if of.now.period.kind != "month":
        yield of.now


def _period(period: Period) -> Row:
    return {"periode": _KINDS[period.kind], "begin": period.start, "einde": period.end - timedelta(days=1)}


def _points(base: Row, trend: Iterable[Point]) -> Iterator[Row]:
    for point in trend:
        grade = point.estimate
        numbers = {"cijfer": grade.value, "laag": grade.low, "hoog": grade.high} if grade else {}
        yield {
            **base,
            **_period(point.period),
            **numbers,
            "meting": "cijfer",
            "teksten": point.texts,
            "teksten_met_cijfer": point.graded,
            "teksten_8_of_hoger": point.at_eight,
            "breuk": int(point.broken),
            **_rulers(point),
        }


def _rulers(point: Point) -> Row:
    """What was measured with; more than one is joined by a semicolon."""
    names = {
        "programma": [each.program for each in point.rulers],
        "regelboek": [each.rulebook_version for each in point.rulers],
        "taalmodel": [f"{each.pipeline.name} {each.pipeline.version}" for each in point.rulers],
        "profiel": [each.profile for each in point.rulers],
    }
    return {column: "; ".join(dict.fromkeys(found)) for column, found in names.items()}


def _counts(base: Row, counts: Iterable[Count]) -> Iterator[Row]:
    for each in counts:
        yield {
            **base,
            "meting": "term" if each.term else "regel",
            "sjabloon": each.template,
            "regel": each.rule,
            "term": each.term,
            "teksten": each.texts,
            "keer": each.findings,
            "punten": each.points,
            "lezers": each.readers,
            "lezerspunten": each.reader_points,
        }


def _cell(value: object) -> object:
    """The value as it is written: numbers with four decimals."""
    return f"{value:.4f}" if isinstance(value, float) else cell(value)
