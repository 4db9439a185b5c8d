"""Texts that were published all the same, in words: how many, and why."""

from __future__ import annotations

from collections import Counter

from duidelijk.model import Report
from duidelijk.rendering.report_figures import KeyFigure
from duidelijk.rendering.report_words import moment, texts_line
from duidelijk.rendering.words import printable


def override_rows(report: Report) -> list[tuple[str, int]]:
    """Each reason with its number of texts, the most frequent first."""
    counts: Counter[str] = Counter()
    for each in report.overrides:
        counts[printable(each.reason)] += each.texts
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].casefold()))


def override_line(report: Report) -> str:
    """How many there were; empty for none."""
    number = sum(each.texts for each in report.overrides)
    if not number:
        return ""
    verb, they = ("ging", "Die was") if number == 1 else ("gingen", "Die waren")
    when = moment(report.period, year=True)
    return f"In {when} {verb} {texts_line(number)} toch naar buiten. {they} nog niet duidelijk genoeg."


def override_figures(report: Report) -> list[KeyFigure]:
    """The same as a figure with its reasons: ``4 teksten``, ``spoedbericht 3``; none for no texts."""
    reasons = [f"{reason} {number}" for reason, number in override_rows(report)]
    total = texts_line(sum(each.texts for each in report.overrides))
    return [KeyFigure("Toch naar buiten", total, tuple(reasons), large=False)] if reasons else []
