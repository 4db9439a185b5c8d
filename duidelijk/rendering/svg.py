"""A Vega-Lite spec as an SVG for in a page: with a name, a description and ids of its own, and no noise."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from duidelijk.rendering.words import printable

Spec = dict[str, Any]
INK, SOFT, LINE, PAPER = "#1b1b1b", "#55565a", "#c9cbd1", "#ffffff"
BLUE, BROWN, GREEN = "#0b5394", "#9a3b00", "#4b6a00"
"""The colours of the charts; report.css gives each another one for a dark screen."""
FONT = "Arial, Liberation Sans, Helvetica, sans-serif"
"""Vega measures text with its own Liberation Sans, which is as wide as Arial."""
_CONFIG: Mapping[str, Any] = {
    "font": FONT,
    "background": None,
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": LINE,
        "domainColor": SOFT,
        "tickColor": SOFT,
    },
    "text": {"fontSize": 12, "color": INK},
}
_NOISE = re.compile(r' (?:role="graphics[^"]*"|aria-[a-z]+="[^"]*"|class="[^"]*"|stroke-miterlimit="10")')
_EMPTY = re.compile(
    r'<path d="[^"]*" display="none"/>|<path d="M0,0h[^"]*Z"/>|<path d="M0,0h[^"]*Z" display="none"/>'
)
_SIZE = re.compile(r'<svg [^>]*width="([\d.]+)" height="([\d.]+)"[^>]*>')
_ID = re.compile(r'(?<=\bid=")[^"]+')


@dataclass(frozen=True, slots=True)
class Frame:
    """How wide and high a chart is drawn, in pixels; ``ticks``: about how many marks on the x axis."""

    width: int
    height: int
    ticks: int


WIDE, HALF, NARROW = Frame(700, 300, 9), Frame(330, 300, 5), Frame(290, 260, 4)


def field(name: str, kind: str = "quantitative", **more: Any) -> Spec:
    """An encoding by this column of the values."""
    return {"field": name, "type": kind, **more}


def layer(values: Sequence[Spec], mark: str, encoding: Spec | None = None, **style: Any) -> Spec:
    """Marks of one kind for these values."""
    return {"data": {"values": list(values)}, "mark": {"type": mark, **style}, "encoding": encoding or {}}


def label(values: Sequence[Spec], text: str = "label", **style: Any) -> Spec:
    """This column of the values as text, with a rim of paper, so that it reads well across a line."""
    return layer(values, "text", {"text": field(text, "nominal")}, stroke=PAPER, strokeWidth=3, **style)


def draw(spec: Mapping[str, Any], name: str, title: str, description: str) -> str:
    """The chart as an ``<svg>``; ``name``: what its ids start with, once on a page.

    The width is that of the spec at most: it shrinks with the page. Text stays text.
    """
    from vl_convert import vegalite_to_svg

    made = vegalite_to_svg(
        {"config": _CONFIG, **spec}, vl_version="6.4", format_locale="nl-NL", time_format_locale="nl-NL"
    )
    plain = _EMPTY.sub("", _NOISE.sub("", made))
    plain = plain.replace(
        f'stroke="{PAPER}"', f'stroke="{PAPER}" paint-order="stroke" stroke-linejoin="round"'
    )
    body = _numbered(plain, name)
    return _SIZE.sub(lambda size: _opening(size, name, title, description), body, count=1)


def _numbered(svg: str, name: str) -> str:
    """The chart with ids of its own: Vega keeps counting from one chart to the next."""
    for place, found in enumerate(_ID.findall(svg), 1):
        svg = svg.replace(f'id="{found}"', f'id="{name}-{place}"').replace(f"#{found})", f"#{name}-{place})")
    return svg


def _opening(size: re.Match[str], name: str, title: str, description: str) -> str:
    from markupsafe import escape

    width, height = size.groups()
    return (
        f'<svg viewBox="0 0 {width} {height}" style="max-width:{width}px"'
        f' role="img" aria-labelledby="{name}-naam" aria-describedby="{name}-uitleg">'
        f'<title id="{name}-naam">{escape(printable(title))}</title>'
        f'<desc id="{name}-uitleg">{escape(printable(description))}</desc>'
    )
