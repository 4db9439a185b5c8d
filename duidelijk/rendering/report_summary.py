"""The half page for mayor and aldermen: three sentences and four figures, written from the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duidelijk.model import NO_DEPARTMENT, Change, Department, Point, Report
from duidelijk.rendering.report_words import (
    FIRST,
    PARTLY,
    TOO_FEW,
    action,
    due,
    mark,
    moment,
    obstacle,
    readers_line,
    some,
    texts_line,
)
from duidelijk.rendering.words import number, printable

QUESTIONS = "Hoe gaat het?", "Wie werd beter of slechter?", "Wat doen wij eerst?"
"""What each of the three sentences answers."""
_WORTH = 0.1
"""One word or template goes before a rule that brings at most ten times as much."""
_BETTER, _SAME, _WORSE, _UNKNOWN = "better", "same", "worse", "unknown"


def sentences(report: Report) -> tuple[str, str, str]:
    """How are we doing, who improved or got worse, and what to do first; one Dutch sentence each."""
    return _how(report), _who(report), _first(report)


def _how(report: Report) -> str:
    now = report.now
    when = f"In {moment(report.period)}"
    if not now.texts:
        return f"{when} zijn er geen teksten gemeten, dus is er geen cijfer."
    if now.estimate is None:
        return f"{when} {_too_few(now)}."
    state, compared = _compared(report)
    joint = ", " if state == _UNKNOWN and not compared else f": {compared}, "
    grade = f"Voor duidelijkheid kregen onze teksten gemiddeld een {number(now.estimate.value)}"
    return f"{grade}{joint}{_towards(report, state)}."


def _too_few(now: Point) -> str:
    few = "te weinig voor een cijfer"
    if now.graded < now.texts:
        graded = "geen enkele tekst" if not now.graded else f"maar {texts_line(now.graded)}"
        return f"{'kon' if now.graded < 2 else 'konden'} {graded} een cijfer krijgen: dat is {few}"
    if now.texts == 1:
        return f"is er maar 1 tekst gemeten: dat is {few}"
    return f"zijn er maar {texts_line(now.texts)} gemeten: dat is {few}"


def _state(change: Change | None) -> str:
    if change is None:
        return _UNKNOWN
    return (_BETTER if change.points > 0 else _WORSE) if change.certain else _SAME


def _compared(report: Report) -> tuple[str, str]:
    """Better, the same, worse or unknown, and how to say so; a certain change with last year is told
    when that with the last period isn't certain."""
    last, year = _state(report.last_period), _state(report.last_year)
    before = moment(report.last)
    how = {_BETTER: "aantoonbaar hoger dan", _WORSE: "aantoonbaar lager dan"}
    if last in how:
        return last, f"{how[last]} in {before}"
    if year in how:
        return year, f"{how[year]} een jaar eerder"
    if last == _SAME:
        return last, f"niet aantoonbaar anders dan in {before}"
    if year == _SAME:
        return year, "niet aantoonbaar anders dan een jaar eerder"
    return _UNKNOWN, _unknown(report)


def _unknown(report: Report) -> str:
    if not _measured_before(report):
        return "dat is de eerste meting"
    why = obstacle(report.now, report.before, report.trend)
    if why == PARTLY:
        return f"niet te vergelijken met {moment(report.last)}, want een deel is anders gemeten"
    cause = f"een {why.split(': ')[1]}" if ": " in why else TOO_FEW if why.startswith(TOO_FEW) else ""
    return f"niet te vergelijken met {moment(report.last)} door {cause}" if cause else ""


def _measured_before(report: Report) -> bool:
    return any(point.texts for point in report.trend if point.period.start < report.period.start)


def _towards(report: Report, state: str) -> str:
    """The goal, and whether it is in sight at this pace."""
    goal = report.goal
    assert report.now.estimate
    a_goal = f"een {mark(goal.value)}"
    if round(report.now.estimate.value, 1) >= goal.value:
        return f"{'maar' if state == _WORSE else 'en'} ons doel van {a_goal} is gehaald"
    if goal.by < report.period.end:
        return f"{'en' if state in (_WORSE, _SAME) else 'maar'} ons doel van {a_goal} is niet gehaald"
    expected = report.pace.expected
    if expected is None:
        return f"{'en' if state != _WORSE else 'terwijl'} ons doel {_is(a_goal, state)}"
    if expected.low >= goal.value:
        return f"{'maar' if state == _WORSE else 'en'} {a_goal} is {due(goal)} haalbaar"
    if expected.high >= goal.value:
        return f"{'maar' if state == _WORSE else 'en'} {a_goal} is {due(goal)} mogelijk, al is dat niet zeker"
    return f"{'en' if state in (_WORSE, _SAME) else 'maar'} zo halen wij {due(goal)} geen {mark(goal.value)}"


def _is(goal: str, state: str) -> str:
    return f"{goal} is" if state == _WORSE else f"is {goal}"


def _who(report: Report) -> str:
    named = [each for each in report.departments if each.name != NO_DEPARTMENT]
    clauses = [*_moved(report, named)]
    if clauses:
        clauses += _nobody_else(named)
        said = ", en ".join([", ".join(clauses[:-1]), clauses[-1]] if len(clauses) > 1 else clauses)
        return f"{said[0].upper()}{said[1:]}."
    compared = [each for each in named if each.last_period or each.last_year]
    if not compared:
        return _nobody(report, named)
    moments = [moment(report.last)] if any(each.last_period for each in compared) else []
    if report.last != report.year_ago and any(each.last_year for each in compared):
        moments.append("een jaar eerder")
    who = f"de afdeling {some([compared[0].name])}" if len(named) == 1 else "geen enkele afdeling"
    certain = "niet aantoonbaar" if len(named) == 1 else "aantoonbaar"
    return f"Bij {who} is het verschil met {' of met '.join(moments)} {certain}."


def _moved(report: Report, named: Sequence[Department]) -> Iterator[str]:
    """A clause for those that improved, and one for those that got worse, since each earlier period."""
    groups: dict[tuple[str, str], list[str]] = {}
    for each in named:
        change, since = _certain(each, moment(report.last))
        if change:
            groups.setdefault((_state(change), since), []).append(each.name)
    for (state, since), names in sorted(
        groups.items(), key=lambda each: (each[0][0], each[0][1][:3] != "in ")
    ):
        who = (
            f"de afdeling {some(names)} schrijft"
            if len(names) == 1
            else f"de afdelingen {some(names)} schrijven"
        )
        how = "duidelijker" if state == _BETTER else "minder duidelijk"
        yield f"{who} aantoonbaar {how} dan {since}"


def _nobody_else(named: Sequence[Department]) -> list[str]:
    """A clause that nobody got worse, or nobody improved, where all that changed went one way."""
    changes = [_certain(each, "")[0] for each in named]
    states = {_state(change) for change in changes if change}
    if len(changes) == 1 or len(states) != 1:
        return []
    how = "minder duidelijk" if states == {_BETTER} else "duidelijker"
    return [f"geen enkele afdeling schrijft aantoonbaar {how}"]


def _certain(department: Department, last: str) -> tuple[Change | None, str]:
    if department.last_period and department.last_period.certain:
        return department.last_period, f"in {last}"
    if department.last_year and department.last_year.certain:
        return department.last_year, "een jaar eerder"
    return None, ""


def _nobody(report: Report, named: Sequence[Department]) -> str:
    """Why no department can be compared with an earlier period."""
    if not report.now.texts:
        return "Zonder teksten kunnen wij afdelingen niet vergelijken."
    if not named:
        return "Bij de teksten staat geen afdeling, dus kunnen wij afdelingen niet vergelijken."
    if all(each.now.estimate is None for each in named):
        return "Elke afdeling heeft te weinig teksten om te zien of zij duidelijker schrijft."
    whys = [obstacle(each.now, each.before, each.trend) for each in named]
    if PARTLY in whys:
        return "Of een afdeling duidelijker schrijft, is nu niet te zeggen: een deel is anders gemeten."
    if new := next((why.split(": ")[1] for why in whys if ": " in why), ""):
        return f"Of een afdeling duidelijker schrijft, is nu niet te zeggen: er is een {new}."
    if FIRST in whys:
        return "Of een afdeling duidelijker schrijft, is pas na een volgende meting te zeggen."
    why = f"in {moment(report.last)} waren er {TOO_FEW}"
    return f"Of een afdeling duidelijker schrijft, is niet te zeggen: {why}."


def _first(report: Report) -> str:
    """The best change of one word or one template; a rule where none of those comes near it."""
    if not report.now.texts:
        return "Verzamel eerst teksten: dan staat hier wat de meeste lezers helpt."
    if not report.tasks:
        return "Er is nu niets dat wij als eerste moeten aanpakken."
    least = _WORTH * report.tasks[0].benefit
    single = (each for each in report.tasks if each.kind != "rule" and each.benefit >= least)
    task = next(single, report.tasks[0])
    brings = f"helpt {readers_line(task.readers)}" if report.weighed else f"helpt in {texts_line(task.texts)}"
    where = f" van {task.departments[0]}" if task.kind == "template" and len(task.departments) == 1 else ""
    now = f" (nu een {number(task.grade)})" if task.grade is not None else ""
    return f"{action(task, report.titles, 'eerst')}{printable(where)}{now}: dat {brings}."
