"""What makes texts unclear: the rules and the terms that are found most, as charts and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from duidelijk.model import Count, Report
from duidelijk.rendering.charts import bar_chart
from duidelijk.rendering.report_words import whole
from duidelijk.rendering.svg import HALF
from duidelijk.rendering.words import LEAST_GAIN, number, printable

_SHOWN = 8
_PER_DEPARTMENT = 4


@dataclass(frozen=True, slots=True)
class CauseRow:
    """A rule or a term: in how many texts, how often, and what mending it brings such a text."""

    name: str
    texts: str
    findings: str
    points: str


@dataclass(frozen=True, slots=True)
class Causes:
    """The rules, or the terms, as a chart with its table; ``points``: what mending brings is known of one."""

    anchor: str
    title: str
    caption: str
    column: str
    chart: str
    rows: tuple[CauseRow, ...]
    points: bool


def causes(report: Report) -> list[Causes]:
    """The rules and the terms of the whole organisation; without any of a kind that kind is left out."""
    rules = _causes(report, report.rules, "regels", "Regels", "Regel")
    terms = _causes(report, report.terms, "woorden", "Woorden", "Woord")
    return [each for each in (rules, terms) if each.rows]


def _causes(report: Report, counts: Sequence[Count], anchor: str, title: str, column: str) -> Causes:
    shown = sorted(counts[:_SHOWN], key=lambda each: -each.texts)
    bars = [(name_of(report, each), each.texts) for each in shown]
    known = any(_average(each) >= LEAST_GAIN for each in shown)
    chart = ""
    if shown and report.now.texts:
        chart = bar_chart(
            bars, report.now.texts, HALF, f"balken-{anchor}", f"{title} die het vaakst voorkomen"
        )
    caption = f"De cijfers bij de {anchor}"
    rows = tuple(_row(report, each) for each in shown)
    return Causes(anchor, f"{title}: in welk deel van de teksten?", caption, column, chart, rows, known)


def _row(report: Report, count: Count) -> CauseRow:
    brings = _average(count)
    points = number(brings) if brings >= LEAST_GAIN else "–"
    return CauseRow(name_of(report, count), whole(count.texts), whole(count.findings), points)


def _average(count: Count) -> float:
    return count.points / count.texts if count.texts else 0.0


def name_of(report: Report, count: Count) -> str:
    """The term between quotation marks, or the title of the rule."""
    return printable(f"‘{count.term}’" if count.term else report.titles.get(count.rule, count.rule))


def habits(report: Report) -> list[tuple[str, str, str]]:
    """Per department its rules and its terms, each with the number of texts."""
    return [
        (printable(each.name), _list(report, each.rules), _list(report, each.terms))
        for each in report.departments
        if each.rules or each.terms
    ]


def _list(report: Report, counts: Iterable[Count]) -> str:
    shown = list(counts)[:_PER_DEPARTMENT]
    return ", ".join(f"{name_of(report, each)} ({whole(each.texts)})" for each in shown) or "–"
