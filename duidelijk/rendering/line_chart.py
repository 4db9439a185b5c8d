"""The line of the organisation towards its goal, as a Vega-Lite spec."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from duidelijk.model import Point, Report
from duidelijk.rendering.report_words import breaks, due, mark
from duidelijk.rendering.svg import BLUE, BROWN, GREEN, SOFT, Frame, Spec, field, label, layer
from duidelijk.rendering.words import number

_YEAR = timedelta(days=366)
_DASH = [6, 4]


def line_spec(report: Report, frame: Frame) -> Spec:
    """The grade by period with its interval, the goal, what to expect, breaks, and the grade of residents."""
    start, end = _span(report)
    low, high = _range(report)
    month = {"title": None, "format": "%b %Y", "tickCount": frame.ticks, "grid": False, "labelOverlap": True}
    grade = {"title": "cijfer (van 1 tot 10)", "tickMinStep": 1, "tickCount": high - low}
    return {
        "width": frame.width,
        "height": frame.height,
        "encoding": {
            "x": field("x", "temporal", scale={"type": "utc", "domain": [start, end]}, axis=month),
            "y": field("y", scale={"domain": [low, high], "zero": False}, axis=grade),
        },
        "layer": [*_breaks(report, low), *_goal(report, start), *_trend(report), *_residents(report, start)],
    }


def _span(report: Report) -> tuple[str, str]:
    starts = [point.period.start for point in report.trend]
    rated = [each.date for each in report.residents if each.date >= min(starts) - _YEAR]
    return str(min([*starts, *rated])), str(max([*starts, *rated, report.goal.by]))


def _range(report: Report) -> tuple[int, int]:
    shown = [each for p in report.trend if p.estimate for each in (p.estimate.low, p.estimate.high)]
    shown += [report.goal.value, *(each.grade for each in report.residents)]
    if report.pace.expected:
        shown += [report.pace.expected.low, report.pace.expected.high]
    return max(1, int(min(shown) - 0.4)), min(10, int(max(shown) + 1.2))


def segments(trend: Sequence[Point]) -> Iterator[tuple[int, Point]]:
    """The points with a grade, each with the number of its unbroken piece of line."""
    piece = 0
    for point in trend:
        piece += point.broken or point.estimate is None
        if point.estimate:
            yield piece, point


def row(piece: int, point: Point) -> Spec:
    assert point.estimate
    grade = point.estimate
    found = {
        "x": str(point.period.start),
        "y": grade.value,
        "low": grade.low,
        "high": grade.high,
        "piece": piece,
    }
    return {**found, "label": number(grade.value)}


def _trend(report: Report) -> Iterator[Spec]:
    rows = [row(piece, point) for piece, point in segments(report.trend)]
    pieces: Spec = {"detail": {"field": "piece", "type": "nominal"}}
    band = {"y": field("low", title=None), "y2": {"field": "high"}, **pieces}
    yield layer(rows, "area", band, color=BLUE, opacity=0.18)
    yield layer(rows, "line", pieces, color=BLUE, strokeWidth=2.5)
    yield layer(rows, "point", filled=True, color=BLUE, size=45, opacity=1)
    yield label(rows[-1:], dy=20, color=BLUE, fontWeight="bold", fontSize=14)
    low = min((each["low"] for each in rows), default=0.0)
    first = [{**each, "y": low, "label": "duidelijkheid van de teksten"} for each in rows[:1]]
    yield label(first, align="left", dx=4, dy=14, color=BLUE, fontWeight="bold")


def _breaks(report: Report, low: int) -> Iterator[Spec]:
    rows = [{"x": str(period.start), "y": low, "label": why} for period, why in breaks(report.trend).items()]
    yield layer(rows, "rule", {"y": {"value": 0}, "y2": {"value": "height"}}, color=SOFT, strokeDash=[2, 3])
    yield label(rows, align="left", dx=5, dy=-8, color=SOFT)


def _goal(report: Report, start: str) -> Iterator[Spec]:
    goal, expected = report.goal, report.pace.expected
    by = str(goal.by)
    level = [{"x": start, "y": goal.value}, {"x": by, "y": goal.value}]
    yield layer(level, "line", color=GREEN, strokeDash=_DASH, strokeWidth=1.5)
    target = {"x": by, "y": goal.value, "label": f"doel: een {mark(goal.value)} {due(goal)}"}
    yield layer([target], "point", shape="diamond", filled=True, color=GREEN, size=130, opacity=1, clip=False)
    yield label([target], align="right", dy=-15, color=GREEN, fontWeight="bold")
    if expected is None or report.now.estimate is None:
        return
    here = {"x": str(report.period.start), "y": report.now.estimate.value}
    there = {"x": by, "y": expected.value, "low": expected.low, "high": expected.high}
    yield layer([here, there], "line", color=BLUE, strokeDash=_DASH, strokeWidth=1.5)
    bar = {"y": field("low", title=None), "y2": {"field": "high"}}
    yield layer([there], "rule", bar, color=BLUE, strokeWidth=2, clip=False)
    yield layer([there], "point", color=BLUE, filled=False, fill="none", size=70, strokeWidth=2, clip=False)
    said = {**there, "label": f"verwacht: {number(expected.value)}", "y": expected.low}
    yield label([said], align="right", dy=16, color=BLUE)


def _residents(report: Report, start: str) -> Iterator[Spec]:
    rows: list[Spec] = [
        {"x": str(each.date), "y": each.grade, "label": number(each.grade)}
        for each in report.residents
        if str(each.date) >= start
    ]
    top = max((each["y"] for each in rows), default=0.0)
    first = [{**each, "y": top, "label": "inwoners over de dienstverlening"} for each in rows[:1]]
    yield layer(rows, "line", color=BROWN, strokeDash=[2, 3], strokeWidth=1.5)
    yield layer(rows, "point", shape="square", filled=True, color=BROWN, size=60, opacity=1)
    yield label(first, align="left", dx=-4, dy=-29, color=BROWN, fontWeight="bold")
    yield label(rows, dy=-13, color=BROWN, fontWeight="bold")
