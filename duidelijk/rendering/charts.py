"""The charts of a report as SVG, drawn by vl-convert from Vega-Lite specs.

Why vl-convert: the Vega project keeps it, it brings everything along (Vega, Vega-Lite, a JavaScript engine
and fonts), it needs no browser and no network, it knows Dutch numbers and months, text stays text, and the
same spec gives the same bytes. The price is 84 MB on disk. Weighed against it: matplotlib (makes text into
outlines unless told otherwise, no Dutch months without a system locale), plotly (needs a browser to make an
image), altair (writes the same specs, which are as short without it), SVG by hand (axes, ticks and labels
are just what goes wrong then). Source: https://github.com/vega/vl-convert.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from duidelijk.model import Department, Funnel, FunnelPoint, Report
from duidelijk.rendering.line_chart import line_spec, row, segments
from duidelijk.rendering.name_places import Spot, places
from duidelijk.rendering.report_words import LIMITS, due, mark, period_name, place_in
from duidelijk.rendering.svg import BLUE, GREEN, INK, SOFT, Frame, Spec, draw, field, label, layer
from duidelijk.rendering.words import number, printable

_NAMED = 12
"""With more departments the funnel names only those outside its limits."""
_OFFSETS: Mapping[str, Spec] = {
    "right": {"align": "left", "dx": 9},
    "left": {"align": "right", "dx": -9},
    "above": {"align": "left", "dx": -2, "dy": -12},
    "below": {"align": "left", "dx": -2, "dy": 13},
}


def line_chart(report: Report, frame: Frame, name: str) -> str:
    """The organisation's grade by period towards its goal, with what residents give the service."""
    values = [f"{period_name(p.period)}: {number(p.estimate.value)}" for p in report.trend if p.estimate]
    goal = f"een {mark(report.goal.value)}"
    title = f"Cijfer voor duidelijkheid, op weg naar {goal}"
    return draw(
        line_spec(report, frame), name, title, f"{'; '.join(values)}. Doel: {goal} {due(report.goal)}."
    )


def sparkline(department: Department, name: str) -> str:
    """A department's grade by period, as small as a word; interrupted where it can't be compared."""
    rows = [row(piece, point) for piece, point in segments(department.trend)]
    values = [f"{period_name(p.period)} {number(p.estimate.value)}" for p in department.trend if p.estimate]
    if not rows:
        return ""
    pieces: Spec = {"detail": {"field": "piece", "type": "nominal"}}
    ends = [str(department.trend[0].period.start), str(department.trend[-1].period.start)]
    hidden: Spec = {"axis": None}
    spec: Spec = {
        "width": 112,
        "height": 30,
        "padding": 4,
        "encoding": {
            "x": field("x", "temporal", scale={"type": "utc", "domain": ends}, **hidden),
            "y": field("y", scale={"zero": False, "domain": _room(rows)}, **hidden),
        },
        "layer": [
            layer(rows, "line", pieces, color=BLUE, strokeWidth=1.8),
            layer(_alone(rows), "point", filled=True, color=BLUE, size=9, opacity=1),
            layer(
                [each for each in rows if each["x"] == ends[1]],
                "point",
                filled=True,
                color=BLUE,
                size=36,
                opacity=1,
            ),
        ],
    }
    return draw(spec, name, f"Verloop van {department.name}", "; ".join(values))


def _alone(rows: Sequence[Spec]) -> list[Spec]:
    """The points without a neighbour to draw a line to."""
    pieces = [each["piece"] for each in rows]
    return [each for each in rows if pieces.count(each["piece"]) == 1]


def _room(rows: Sequence[Spec]) -> list[float]:
    """A range of at least 1.5 points, so that noise doesn't look like a mountain."""
    low, high = min(each["y"] for each in rows), max(each["y"] for each in rows)
    spare = max(0.0, 1.5 - (high - low)) / 2
    return [low - spare, high + spare]


def funnel_chart(funnel: Funnel, frame: Frame, name: str) -> str:
    """Departments by number of texts and grade, with the limits within which chance can bring them."""
    points = "; ".join(f"{p.department}: {number(p.mean)} bij {p.graded} teksten" for p in funnel.points)
    title = "Cijfer van elke afdeling tegen het aantal teksten"
    return draw(_funnel(funnel, frame), name, title, f"{points}. Midden: {number(funnel.center)}.")


def _funnel(funnel: Funnel, frame: Frame) -> Spec:
    most = max((point.graded for point in funnel.points), default=10) * (1.25 if frame.width > 400 else 1.1)
    low, high = _heights(funnel)
    count = {"title": "aantal teksten", "grid": False, "tickCount": frame.ticks, "tickMinStep": 1}
    grade = {"title": "cijfer", "tickMinStep": 1, "tickCount": high - low}
    outer, inner = (_limits(funnel, most, z) for z in LIMITS.values())
    ends = [{"x": 0, "y": funnel.center}, {"x": most, "y": funnel.center}]
    band: Spec = {"y": field("low", title=None), "y2": {"field": "high"}}
    return {
        "width": frame.width,
        "height": frame.height,
        "encoding": {
            "x": field("x", scale={"domain": [0, most], "nice": False}, axis=count),
            "y": field("y", scale={"domain": [low, high], "zero": False}, axis=grade),
        },
        "layer": [
            layer(outer, "area", band, color=BLUE, opacity=0.12, clip=True),
            layer(inner, "area", band, color=BLUE, opacity=0.16, clip=True),
            layer(ends, "line", color=SOFT, strokeDash=[6, 4], strokeWidth=1.5),
            *_dots(funnel, frame, most),
        ],
    }


def _heights(funnel: Funnel) -> tuple[int, int]:
    """The grades to show: all departments, and the limits for ten texts."""
    far = max(LIMITS.values()) * funnel.deviation / 10**0.5
    shown = [point.mean for point in funnel.points] + [funnel.center - far, funnel.center + far]
    return max(1, int(min(shown) - 0.3)), min(10, int(max(shown) + 1.3))


def _limits(funnel: Funnel, most: float, z: float) -> list[Spec]:
    """The band by number of texts, close together where it bends."""
    counts = [1 + (most - 1) * (step / 60) ** 3 for step in range(61)]
    far = [(count, z * funnel.deviation / count**0.5) for count in counts]
    return [{"x": n, "low": funnel.center - each, "high": funnel.center + each} for n, each in far]


def _dots(funnel: Funnel, frame: Frame, most: float) -> list[Spec]:
    outside = [point for point in funnel.points if "buitenste" in place_in(funnel, point)]
    inside = [point for point in funnel.points if point not in outside]
    style: Spec = {"filled": True, "opacity": 1}
    named, bare = ([*outside, *inside], []) if len(funnel.points) <= _NAMED else (outside, inside)
    low, high = _heights(funnel)

    def spot(point: FunnelPoint) -> Spot:
        down = (high - point.mean) / (high - low) * frame.height
        return point.graded / most * frame.width, down, printable(point.department)

    sides = places([spot(each) for each in named], [spot(each) for each in bare], frame.width)
    return [
        layer([_dot(each) for each in inside], "point", color=BLUE, size=60, **style),
        layer([_dot(each) for each in outside], "point", shape="diamond", color=GREEN, size=110, **style),
        *(
            label(
                [_dot(each) for each, at in zip(named, sides, strict=True) if at == side], color=INK, **offset
            )
            for side, offset in _OFFSETS.items()
        ),
    ]


def _dot(point: FunnelPoint) -> Spec:
    return {"x": point.graded, "y": point.mean, "label": printable(point.department)}


def bar_chart(counts: Sequence[tuple[str, int]], total: int, frame: Frame, name: str, title: str) -> str:
    """In how many of the texts each rule or term was found: a bar, its name above it and its share behind."""
    values = [
        {"label": printable(what), "x": texts / total, "said": f"{100 * texts / total:.0f} %", "place": place}
        for place, (what, texts) in enumerate(counts)
    ]
    description = "; ".join(f"{each['label']}: {each['said']}" for each in values)
    return draw(_bars(values, frame), name, title, f"Deel van de teksten. {description}.")


def _bars(values: Sequence[Spec], frame: Frame) -> Spec:
    most = max((each["x"] for each in values), default=1.0)
    long = {"x": field("x", scale={"domain": [0, most * 1.18]}, axis=None)}
    bars = layer(values, "bar", long, height=14, yOffset=7, color=BLUE)
    said = label(values, "said", align="left", dx=6, dy=7, color=INK, fontWeight="bold")
    named = label(values, align="left", dy=-8, color=INK)
    said["encoding"] |= long
    named["encoding"]["x"] = {"value": 0}
    return {
        "width": frame.width,
        "height": {"step": 38},
        "encoding": {"y": field("place", "ordinal", axis=None)},
        "layer": [bars, said, named],
    }
