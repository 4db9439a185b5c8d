"""The report: points, changes, the line to the goal, the funnel, what is found and the work list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from duidelijk.model import Cell, Change, Department, Estimate, Goal, Pace, Period, Point, Rating, Report
from duidelijk.reporting import Reach, build
from duidelijk.reporting.pace import pace
from duidelijk.reporting.periods import months_until, parse
from tests.archives import GOAL, NEW, OCTOBER, OLD, Shelf, cell, count, report, spread

STEADY = [cell("B", spread(6, 20)), cell("C", spread(6.4, 20)), cell("D", spread(5.8, 20))]
"""Departments that stay as they are."""


def department(given: Report, name: str) -> Department:
    return next(each for each in given.departments if each.name == name)


def change(given: Report, name: str) -> Change:
    found = department(given, name).last_period
    assert found
    return found


def points(values: Sequence[float], deviation: float = 0.1, first: date = date(2026, 1, 1)) -> list[Point]:
    """Months in a row with these grades."""
    last = parse(
        f"{first.year + (first.month + len(values) - 2) // 12}-{(first.month + len(values) - 2) % 12 + 1:02}"
    )
    known = [Estimate(v, v - 2 * deviation, v + 2 * deviation, deviation, 50) for v in values]
    return [
        Point(month, 50, 50, each, 10, False, (OLD,))
        for month, each in zip(months_until(first, last), known, strict=True)
    ]


def test_an_empty_archive_gives_a_report_without_figures() -> None:
    found = report({})
    assert found.now == Point(OCTOBER, 0, 0, None, None, False, ())
    assert found.trend == (found.now,)
    assert (found.departments, found.tasks, found.rules, found.funnel) == ((), (), (), None)
    assert (found.last_period, found.last_year) == (None, None)
    assert (found.pace.since, found.pace.per_year, found.pace.expected) == (OCTOBER, None, None)


def test_a_month_without_texts_between_others() -> None:
    found = report({"2026-08": STEADY, "2026-10": STEADY})
    assert [point.texts for point in found.trend] == [60, 0, 60]
    assert found.trend[1].estimate is None
    assert found.last_period is None
    assert not found.now.broken


def test_texts_without_a_grade_only() -> None:
    found = report({"2026-10": [cell("A", [], short=8)]})
    assert (found.now.texts, found.now.graded, found.now.estimate) == (8, 0, None)
    assert department(found, "A").now.texts == 8


def test_what_is_passed_on() -> None:
    ratings = (Rating(date(2025, 6, 1), 6.9), Rating(date(2024, 6, 1), 6.7))
    revised = [Cell("A", "brief", "", OLD, 6, 6, 36.0, 220.0, 0, 600, 60, revised=2, revised_points=1.5)]
    found = report({"2026-10": revised}, residents=ratings, titles={"lange-zin": "Lange zin"})
    assert [rating.grade for rating in found.residents] == [6.7, 6.9]
    assert (found.organisation, found.goal, found.period) == ("Dronten", GOAL, OCTOBER)
    assert (found.last, found.year_ago) == (parse("2026-09"), parse("2025-10"))
    assert (found.revised, found.revised_points) == (2, 1.5)
    assert found.titles == {"lange-zin": "Lange zin"}
    assert not found.weighed


def test_departments_stand_in_alphabetical_order_whatever_their_grade() -> None:
    names = ["Zorg", "Élan & Co <b>", "belastingen", "Economie", "😀", "=1+1"]
    found = report({"2026-10": [cell(name, spread(5 + n / 2, 8)) for n, name in enumerate(names)]})
    shown = [each.name for each in found.departments]
    assert shown == ["=1+1", "belastingen", "Economie", "Élan & Co <b>", "Zorg", "😀"]
    assert found.funnel
    assert [point.department for point in found.funnel.points] == shown


def test_the_whole_is_the_mean_of_the_departments_by_their_texts() -> None:
    found = report({"2026-10": [cell("A", spread(5, 10)), cell("B", spread(7, 30))]})
    values = {each.name: each.now.estimate for each in found.departments}
    assert values["A"] and values["B"] and found.now.estimate
    assert found.now.estimate.value == pytest.approx(
        0.25 * values["A"].value + 0.75 * values["B"].value, abs=1e-5
    )


def test_a_real_change_is_claimed_and_the_others_stay() -> None:
    found = report(
        {"2026-09": [cell("A", spread(5.5, 40)), *STEADY], "2026-10": [cell("A", spread(7, 40)), *STEADY]}
    )
    better = change(found, "A")
    assert better.certain
    assert 0 < better.low < better.points < better.high
    assert not any(change(found, name).certain for name in "BCD")


def test_a_change_is_the_difference_of_the_grades_that_are_shown() -> None:
    found = report(
        {"2026-09": [cell("A", spread(5.5, 12)), *STEADY], "2026-10": [cell("A", spread(7, 6)), *STEADY]}
    )
    before, now = (point.estimate for point in department(found, "A").trend)
    assert before and now
    assert change(found, "A").points == pytest.approx(now.value - before.value, abs=2e-6)
    assert change(found, "A").low <= change(found, "A").points <= change(found, "A").high


def test_other_genres_are_no_change() -> None:
    rest = [part for n in "BCD" for part in (cell(n, spread(5, 20)), cell(n, spread(7, 20), genre="web"))]
    letters = [cell("A", spread(5, 30)), cell("A", spread(7, 6), genre="web")]
    pages = [cell("A", spread(5, 6)), cell("A", spread(7, 30), genre="web")]
    found = change(report({"2026-09": [*letters, *rest], "2026-10": [*pages, *rest]}), "A")
    assert not found.certain
    assert found.points == pytest.approx(0, abs=0.1)


def test_that_the_others_improve_is_no_change_of_ones_own() -> None:
    others = ([cell(name, spread(mean, 30)) for name in "BCDEF"] for mean in (5, 7))
    before, after = ([cell("A", spread(6, 5)), *each] for each in others)
    found = change(report({"2026-09": before, "2026-10": after}), "A")
    assert found.points > 0
    assert not found.certain


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ([], [cell("A", spread(6, 9))]),
        ([cell("A", spread(6, 9))], []),
        ([cell("A", spread(6, 4))], [cell("A", spread(6, 9))]),
        ([cell("A", spread(6, 9))], [cell("A", spread(6, 4))]),
        ([cell("A", spread(6, 9))], [cell("A", spread(6, 9), ruler=NEW)]),
        ([cell("A", spread(6, 9))], [cell("A", spread(6, 9)), cell("A", [6.0], ruler=NEW)]),
    ],
    ids=["new", "gone", "few before", "few now", "other ruler", "one text with another ruler"],
)
def test_what_cant_be_compared_has_no_change(before: list[Cell], now: list[Cell]) -> None:
    found = report({"2026-09": [*before, *STEADY], "2026-10": [*now, *STEADY]})
    assert department(found, "A").last_period is None
    assert change(found, "B").points == pytest.approx(0, abs=0.2)


def test_the_same_month_a_year_before() -> None:
    found = report(
        {"2025-10": [cell("A", spread(5, 40)), *STEADY], "2026-10": [cell("A", spread(7, 40)), *STEADY]}
    )
    year = department(found, "A").last_year
    assert year and year.certain and year.since == parse("2025-10")
    assert department(found, "A").last_period is None
    assert found.last_year and found.last_year.since == parse("2025-10")


def test_a_break_stands_where_the_ruler_changed() -> None:
    new = [cell(name, spread(7, 20), ruler=NEW) for name in "BCD"]
    found = report({"2026-06": STEADY, "2026-08": [*STEADY, *new], "2026-09": new, "2026-10": new})
    assert [point.broken for point in found.trend] == [False, False, True, True, False]
    assert found.trend[2].rulers == (OLD, NEW)
    assert found.pace.since == parse("2026-09")
    assert found.last_period and not found.last_period.certain


def test_a_break_after_months_without_texts() -> None:
    found = report({"2026-07": STEADY, "2026-10": [cell("B", spread(7, 20), ruler=NEW)]})
    assert found.now.broken and found.trend[-1] == found.now
    assert department(found, "B").now.broken
    assert not department(found, "C").now.broken


def test_who_stopped_writing_stays_for_a_year() -> None:
    periods = {
        "2025-10": [cell("oud", spread(6, 9))],
        "2025-09": [cell("ouder", spread(6, 9))],
        "2026-10": STEADY,
    }
    assert [each.name for each in report(periods).departments] == ["B", "C", "D", "oud"]


def test_trends_are_by_month_of_a_department_thirteen_of_the_whole_all() -> None:
    names = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)]
    found = report(dict.fromkeys(names[:22], STEADY))
    assert len(found.trend) == 22
    trend = department(found, "B").trend
    assert (len(trend), trend[0].period, trend[-1]) == (13, parse("2025-10"), department(found, "B").now)


@pytest.mark.parametrize(
    ("period", "texts", "months"), [("2026-K3", 180, 9), ("2026", 540, 12), ("2025", 0, 1)]
)
def test_a_quarter_or_year_has_its_own_figure_and_trends_by_month(
    period: str, texts: int, months: int
) -> None:
    found = report({f"2026-{month:02}": STEADY for month in range(1, 10)}, period)
    assert found.now.texts == texts
    assert found.now.period == parse(period)
    assert len(found.trend) == months
    assert {point.period.kind for point in found.trend} == {"month"}


def test_a_straight_line_is_followed_to_the_goal() -> None:
    found = pace(points([6 + n / 12 for n in range(12)]), Goal(8, date(2027, 12, 16)))
    assert found.since == parse("2026-01")
    assert found.per_year == pytest.approx(1.0, abs=0.02)
    assert found.expected
    assert found.expected.value == pytest.approx(6 + 23 / 12, abs=0.03)
    assert found.expected.low < found.expected.value < found.expected.high
    assert found.expected.graded == 600


def test_months_off_the_line_widen_the_interval_and_a_far_goal_too() -> None:
    straight, jumpy = [6.0] * 8, [6.0, 6.6, 5.5, 6.2, 5.7, 6.6, 5.4, 6.0]

    def width(values: list[float], by: date) -> float:
        found = pace(points(values), Goal(8, by)).expected
        assert found
        return found.high - found.low

    near, far = date(2026, 12, 31), date(2028, 12, 31)
    assert width(jumpy, near) > 2 * width(straight, near)
    assert width(straight, far) > 2 * width(straight, near)


def test_what_is_expected_stays_on_the_scale() -> None:
    expected = pace(points([5, 6, 7, 8, 9]), Goal(8, date(2029, 1, 1))).expected
    assert expected and expected.value == expected.high == 10


def test_three_months_are_too_few_for_a_line() -> None:
    assert pace(points([6, 6.5, 7]), GOAL).expected is None
    assert pace(points([6, 6.5, 7]), GOAL).per_year is None
    assert pace(points([6, 6.5, 7, 7.5]), GOAL).expected


@pytest.mark.parametrize(("texts", "broken"), [(3, False), (30, True)])
def test_only_many_texts_measured_otherwise_break_the_line_of_the_whole(texts: int, broken: bool) -> None:
    own = replace(OLD, settings="woorden die mogen")
    before = [cell("A", [6.0, 7.0] * 30), cell("B", [6.5] * 10)]
    found = report({"2026-09": before, "2026-10": [*before, cell("C", [7.0] * texts, ruler=own)]})
    assert found.now.broken == broken
    assert (found.last_period is None) == broken


def test_a_line_that_can_go_anywhere_gives_nothing_to_expect() -> None:
    far = Goal(8, date(2040, 12, 31))
    assert pace(points([6, 7, 6, 7]), far) == Pace(parse("2026-01"), None, None)


def test_the_line_starts_after_the_break() -> None:
    before, after = points([5.0] * 6), points([7.0] * 5, first=date(2026, 7, 1))
    broken = Point(after[0].period, 50, 50, after[0].estimate, 10, True, (NEW,))
    found = pace([*before, broken, *after[1:]], GOAL)
    assert found.since == parse("2026-07")
    assert found.expected and found.expected.value == pytest.approx(7.0)


def test_a_precise_month_weighs_more() -> None:
    sure, unsure = points([6.0] * 4, 0.05), points([8.0], 1.0, first=date(2026, 5, 1))
    found = pace([*sure, *unsure], Goal(8, date(2026, 5, 16))).expected
    assert found and found.value < 6.2


def test_the_funnel_shows_means_as_they_are() -> None:
    cells = [
        cell("A", spread(5, 8)),
        cell("B", spread(6, 50)),
        cell("C", spread(7, 20)),
        cell("D", [9.0] * 4),
    ]
    funnel = report({"2026-10": cells}).funnel
    assert funnel
    assert [(p.department, p.graded) for p in funnel.points] == [("A", 8), ("B", 50), ("C", 20)]
    assert [p.mean for p in funnel.points] == pytest.approx([5, 6, 7], abs=1e-5)
    assert funnel.center == pytest.approx((40 + 300 + 140 + 36) / 82)
    assert funnel.deviation == pytest.approx(1.0, abs=0.1)


COUNTED = [
    count("B", "lange-zin", points=4, texts=9, findings=20, readers=9, reader_points=4),
    count("C", "lange-zin", points=1, texts=2, findings=3, readers=2, reader_points=1),
    count("C", "lange-zin", template="Aanslag", points=2, texts=4, findings=8, readers=4, reader_points=2),
    count("C", "formeel", template="Aanslag", points=3, texts=5, findings=9, readers=5, reader_points=3),
    count("C", "formeel", "teneinde", template="Aanslag", points=1, texts=5, readers=5, reader_points=1),
    count("B", "formeel", "indien", points=0.5, reader_points=0.5),
    count("klein", "formeel", "indien", points=9, readers=1, reader_points=9),
    count("B", "dubbel", points=0, reader_points=0),
]
LISTED = [
    *STEADY,
    cell("C", spread(5, 6), template="Aanslag"),
    cell("klein", [6.0, 7.0]),
]


def test_what_is_found_is_added_up_the_costliest_first() -> None:
    found = report({"2026-10": LISTED}, counted=COUNTED)
    assert [(c.rule, c.points, c.findings) for c in found.rules] == [
        ("lange-zin", 7, 31),
        ("formeel", 3, 9),
        ("dubbel", 0, 1),
    ]
    assert [(c.term, c.texts, c.points) for c in found.terms] == [("indien", 2, 9.5), ("teneinde", 5, 1)]
    own = department(found, "C")
    assert [(c.department, c.template, c.rule, c.points) for c in own.rules] == [
        ("C", "", "lange-zin", 3),
        ("C", "", "formeel", 3),
    ]
    assert [c.term for c in own.terms] == ["teneinde"]


def test_nothing_is_said_of_a_department_with_few_texts() -> None:
    found = report({"2026-10": LISTED}, counted=COUNTED)
    small = department(found, "klein")
    assert (small.rules, small.terms, small.now.at_eight, small.now.estimate) == ((), (), None, None)
    assert all("klein" not in task.departments for task in found.tasks)
    assert found.funnel and "klein" not in [point.department for point in found.funnel.points]


def test_the_work_list_is_in_order_of_benefit() -> None:
    instead = {("formeel", "teneinde"): ("om",), ("formeel", "indien"): ("als",)}
    found = report({"2026-10": LISTED}, counted=COUNTED, instead=instead, titles={"lange-zin": "Lange zin"})
    assert [(t.kind, t.name, t.benefit, t.instead) for t in found.tasks] == [
        ("term", "indien", 9.5, ("als",)),
        ("rule", "Lange zin", 7, ()),
        ("template", "Aanslag", 5, ()),
        ("rule", "formeel", 3, ()),
        ("term", "teneinde", 1, ("om",)),
    ]
    rule, template = found.tasks[1:3]
    assert (rule.rule, rule.departments, rule.texts, rule.grade) == ("lange-zin", ("B", "C"), 15, None)
    assert (template.rule, template.departments, template.texts, template.findings) == ("", ("C",), 6, 17)
    assert template.grade == pytest.approx(5)


def test_the_work_list_has_five_of_a_kind_at_most() -> None:
    many = [
        each
        for n in range(12)
        for each in (
            count("B", f"r{n}", points=n, reader_points=n),
            count("B", f"r{n}", f"t{n}", reader_points=n),
        )
    ]
    tasks = report({"2026-10": STEADY}, counted=many).tasks
    assert [task.name for task in tasks if task.kind == "rule"] == ["r11", "r10", "r9", "r8", "r7"]
    assert [task.name for task in tasks if task.kind == "term"] == ["t11", "t10", "t9", "t8", "t7"]


def test_readers_of_a_template_are_spread_over_its_texts() -> None:
    found = report(
        {"2026-10": LISTED}, counted=COUNTED, reach=Reach(templates={"Aanslag": 60_000, "anders": 5})
    )
    template = found.tasks[0]
    assert (template.kind, template.name, template.readers) == ("template", "Aanslag", 60_000)
    assert template.benefit == pytest.approx(10_000 * (2 + 3))
    rule = next(task for task in found.tasks if task.rule == "lange-zin")
    assert (rule.readers, rule.benefit) == (40_011, 20_005)
    assert rule.departments == ("C", "B")
    assert found.weighed


def test_readers_of_a_document_are_asked_of_the_archive() -> None:
    shelf = Shelf({OCTOBER: STEADY})
    reach = Reach(documents={b"hash": 500.0})
    found = build(shelf, OCTOBER, organisation="", goal=GOAL, titles={}, instead={}, reach=reach)
    assert shelf.asked == [{b"hash": 500.0}]
    assert found.weighed


def test_the_same_numbers_give_the_same_report() -> None:
    months: dict[str, list[Cell]] = {"2026-09": LISTED, "2026-10": LISTED}
    assert report(months, counted=COUNTED) == report(months, counted=COUNTED[::-1])


def test_each_period_is_asked_for_once() -> None:
    asked: list[Period] = []

    class Counting(Shelf):
        def cells(self, period: Period) -> Sequence[Cell]:
            asked.append(period)
            return super().cells(period)

    shelf = Counting({parse(f"2026-{month:02}"): STEADY for month in range(1, 11)})
    build(shelf, OCTOBER, organisation="", goal=GOAL, titles={}, instead={})
    assert len(asked) == len(set(asked)) == 11
