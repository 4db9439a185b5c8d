"""A Report as one self-contained page: printable, accessible, light and dark, without script or network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duidelijk.model import Report
from duidelijk.rendering.charts import funnel_chart, line_chart, sparkline
from duidelijk.rendering.html import environment
from duidelijk.rendering.report_causes import causes, habits
from duidelijk.rendering.report_figures import key_figures
from duidelijk.rendering.report_overrides import override_line, override_rows
from duidelijk.rendering.report_rows import (
    compared,
    department_rows,
    funnel_rows,
    pace_lines,
    ruler_lines,
    task_rows,
    trend_rows,
)
from duidelijk.rendering.report_summary import QUESTIONS, sentences
from duidelijk.rendering.report_words import mark, moment, period_name, rated, texts_line
from duidelijk.rendering.svg import NARROW, WIDE
from duidelijk.rendering.words import number, printable

NOT_RESIDENTS = (
    "Dit cijfer is niet het cijfer van inwoners voor de dienstverlening, en voorspelt dat ook niet."
)
_COLUMNS = {"month": "Maand", "quarter": "Kwartaal", "year": "Jaar"}


def render(report: Report) -> str:
    """The page, in Dutch."""
    values = {**_head(report), **_line(report), **_departments(report), **_work(report)}
    return environment().get_template("report.html.j2").render(values)


def _head(report: Report) -> Mapping[str, Any]:
    goal = mark(report.goal.value)
    return {
        "organisation": printable(report.organisation),
        "period": period_name(report.period),
        "when": moment(report.period, year=True),
        "footer": f"Duidelijke taal in {moment(report.period, year=True)}",
        "contents": [
            ("samenvatting", "Samenvatting"),
            ("weg", f"Op weg naar een {goal}"),
            ("afdelingen", "Per afdeling"),
            ("oorzaken", "Wat maakt teksten onduidelijk?"),
            ("werklijst", "Werklijst"),
            *([("toch", "Toch naar buiten")] if report.overrides else []),
            ("methode", "Zo meten wij"),
        ],
        "summary": list(zip(QUESTIONS, sentences(report), strict=True)),
        "figures": key_figures(report),
    }


def _line(report: Report) -> Mapping[str, Any]:
    drawn = any(point.estimate for point in report.trend)
    frames = (WIDE, "lijn"), (NARROW, "lijn-smal")
    return {
        "goal": mark(report.goal.value),
        "pace": " ".join(pace_lines(report)),
        "line_chart": [line_chart(report, frame, name) for frame, name in frames] if drawn else [],
        "column": _COLUMNS[report.trend[-1].period.kind if report.trend else report.period.kind],
        "broken": any(point.broken for point in report.trend),
        "trend": trend_rows(report.trend),
        "residents": [(rated(each), number(each.grade)) for each in report.residents],
    }


def _departments(report: Report) -> Mapping[str, Any]:
    sparks = [sparkline(each, f"verloop-{place}") for place, each in enumerate(report.departments, 1)]
    funnel = report.funnel if report.funnel and report.funnel.points else None
    frames = (WIDE, "trechter"), (NARROW, "trechter-smal")
    return {
        "compared": compared(report),
        "departments": department_rows(report, sparks),
        "funnel_chart": [funnel_chart(funnel, frame, name) for frame, name in frames] if funnel else [],
        "funnel": funnel_rows(funnel) if funnel else [],
    }


def _work(report: Report) -> Mapping[str, Any]:
    return {
        "all_texts": texts_line(report.now.texts),
        "causes": causes(report),
        "habits": habits(report),
        "tasks": task_rows(report),
        "weighed": report.weighed,
        "overrides": override_rows(report),
        "override_line": override_line(report),
        "not_residents": NOT_RESIDENTS,
        "since": moment(report.pace.since, year=True),
        "rulers": ruler_lines(report),
    }
