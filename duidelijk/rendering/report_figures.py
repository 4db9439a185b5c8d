"""The figures beside the sentences of the half page: grade, change, clear texts, what to expect."""

from __future__ import annotations

from dataclasses import dataclass

from duidelijk.model import Point, Report
from duidelijk.rendering.report_words import (
    TOO_FEW,
    difference,
    due,
    few,
    mark,
    moment,
    share,
    signed,
    texts_line,
    whole,
)
from duidelijk.rendering.words import number


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure beside the sentences: its label, the figure, and two notes; not ``large``: words instead."""

    label: str
    figure: str
    notes: tuple[str, ...]
    large: bool = True


def key_figures(report: Report) -> tuple[KeyFigure, ...]:
    """The grade now, the change, the share of clear texts, and the grade to expect on the day of the goal."""
    return _grade(report.now), _change(report), _at_goal(report.now), _expected(report)


def _grade(now: Point) -> KeyFigure:
    if now.estimate is None:
        return KeyFigure("Cijfer nu", few(now), (texts_line(now.texts),) if now.texts else (), large=False)
    between = f"bijna zeker tussen {number(now.estimate.low)} en {number(now.estimate.high)}"
    return KeyFigure("Cijfer nu", number(now.estimate.value), (between, texts_line(now.graded)))


def _change(report: Report) -> KeyFigure:
    last, year = report.last_period, report.last_year
    notes = [f"met {moment(report.last, year=True)}"]
    if report.last != report.year_ago:
        said, _, why = difference(year, report.now, report.earlier, report.trend).partition(": ")
        notes.append(f"met een jaar eerder: {said}{f' ({why})' if why else ''}")
    if last and last.certain:
        return KeyFigure("Verschil", signed(last.points), (f"{notes[0]} (aantoonbaar)", *notes[1:]))
    if report.now.estimate is None:
        return KeyFigure("Verschil", "niet te zeggen", (), large=False)
    said = difference(last, report.now, report.before, report.trend)
    if year and year.certain and report.last != report.year_ago:
        return KeyFigure(
            "Verschil", signed(year.points), ("met een jaar eerder (aantoonbaar)", f"{notes[0]}: {said}")
        )
    return KeyFigure("Verschil", said, tuple(notes), large=False)


def _at_goal(now: Point) -> KeyFigure:
    label = "Teksten met een 8 of hoger"
    if not now.graded:
        return KeyFigure(label, "geen cijfers", (), large=False)
    if now.at_eight is None:
        return KeyFigure(label, TOO_FEW, (), large=False)
    of_all = f"{whole(now.at_eight)} van de {texts_line(now.graded)}"
    return KeyFigure(label, share(now.at_eight, now.graded), (of_all,))


def _expected(report: Report) -> KeyFigure:
    goal, expected = report.goal, report.pace.expected
    a_goal = f"doel: gemiddeld een {mark(goal.value)}"
    if goal.by < report.period.end:
        return KeyFigure(f"Doel voor {due(goal).removeprefix('op ')}", mark(goal.value), ())
    label = f"Verwacht {due(goal)}"
    if expected is None:
        return KeyFigure(
            label, "nog niet te zeggen", ("daarvoor zijn meer metingen nodig", a_goal), large=False
        )
    tempo = f"als het tempo sinds {moment(report.pace.since, year=True)} gelijk blijft"
    between = f"tussen {number(expected.low)} en {number(expected.high)}"
    return KeyFigure(label, number(expected.value), (tempo, between, a_goal))
