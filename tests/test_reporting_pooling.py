"""The grade per department: cases of which the answer is known, and a small simulation."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest

from benchmarks.department_metric import SAME, claims, levels, nothing, one_of_each, others
from benchmarks.departments import World
from duidelijk.model import Cell, Department, Estimate, Report
from duidelijk.reporting import pooling
from duidelijk.reporting.contrasts import contrasts, elsewhere
from duidelijk.reporting.pooling import pool
from duidelijk.reporting.quantiles import mixture_quantile, normal_below, t95
from duidelijk.reporting.tables import rulers_of, table
from tests.archives import NEW, OLD, cell, report, spread


def department(given: Report, name: str) -> Department:
    return next(each for each in given.departments if each.name == name)


def estimate(given: Report, name: str) -> Estimate:
    found = department(given, name).now.estimate
    assert found
    return found


def whole(given: Report) -> Estimate:
    assert given.now.estimate
    return given.now.estimate


def pooled(cells: Sequence[Cell]) -> pooling.Pooled:
    """The estimates for one period that stands alone."""
    names = sorted({each.department for each in cells})
    given = table(cells, rulers_of(cells), names)
    mix = given.design.sum(axis=0) / given.graded.sum()
    return pool(given, elsewhere(contrasts([], len(mix), 1.0)), mix, given.graded / given.graded.sum())


def test_departments_that_are_the_same_get_the_same_grade() -> None:
    found = report({"2026-10": [cell(name, spread(6.4, n)) for name, n in (("A", 6), ("B", 20), ("C", 60))]})
    assert [estimate(found, name).value for name in "ABC"] == pytest.approx([6.4] * 3)
    assert whole(found).value == pytest.approx(6.4)


def test_a_small_department_is_pulled_to_the_others_and_a_big_one_keeps_its_mean() -> None:
    means = {"A": 6.0, "B": 6.3, "C": 6.6, "D": 6.1, "klein": 8.0, "groot": 7.5}
    sizes = {"klein": 5, "groot": 400}
    found = report({"2026-10": [cell(n, spread(m, sizes.get(n, 30))) for n, m in means.items()]})
    assert 6.6 < estimate(found, "klein").value < 7.8
    assert estimate(found, "groot").value == pytest.approx(7.5, abs=0.02)
    small, big = estimate(found, "klein"), estimate(found, "groot")
    assert small.high - small.low > 3 * (big.high - big.low)
    assert small.low < small.value < small.high


def test_one_genre_and_equal_numbers_give_the_posterior_of_the_book(monkeypatch: pytest.MonkeyPatch) -> None:
    """At given τ and σ: mean B·ȳ_d + (1 − B)·ȳ, variance σ²B/n + (1 − B)²·(τ² + σ²/n)/D."""
    tau, sigma, n, means = 0.6, 1.1, 8, np.array([5.5, 6.0, 6.2, 7.1])
    monkeypatch.setattr(pooling, "grid", lambda _: (np.array([tau]), np.array([sigma])))
    found = pooled([cell(name, spread(mean, n)) for name, mean in zip("ABCD", means, strict=True)])
    share = tau**2 / (tau**2 + sigma**2 / n)
    values = share * means + (1 - share) * means.mean()
    variance = sigma**2 * share / n + (1 - share) ** 2 * (tau**2 + sigma**2 / n) / 4
    assert [each.value for each in found.departments] == pytest.approx(values, abs=1e-5)
    assert [each.deviation for each in found.departments] == pytest.approx(
        [math.sqrt(variance)] * 4, abs=1e-5
    )
    assert found.departments[0].high == pytest.approx(values[0] + 1.959964 * math.sqrt(variance), abs=1e-4)
    assert found.whole.value == pytest.approx(means.mean(), abs=1e-5)


def test_genres_are_undone_also_where_departments_keep_to_their_own() -> None:
    """Letters are two points harder; A writes mostly letters and B mostly pages, but they write equally well."""
    rows = {"A": (40, 10), "B": (10, 40), "C": (25, 25), "D": (30, 20)}
    cells = [
        part
        for name, (letters, pages) in rows.items()
        for part in (cell(name, spread(5, letters)), cell(name, spread(7, pages), genre="web"))
    ]
    found = report({"2026-10": cells})
    assert [estimate(found, name).value for name in rows] == pytest.approx([5.95] * 4, abs=0.05)
    assert found.funnel
    assert [point.mean for point in found.funnel.points] == pytest.approx([5.95] * 4, abs=0.05)


def test_where_every_department_has_its_own_genre_the_interval_says_so() -> None:
    mixed = [part for n in "AB" for part in (cell(n, spread(5, 10)), cell(n, spread(7, 10), genre="web"))]
    apart = [cell("A", spread(5, 20)), cell("B", spread(7, 20), genre="web")]
    sure, unsure = (estimate(report({"2026-10": cells}), "A") for cells in (mixed, apart))
    assert unsure.high - unsure.low > 1.5 * (sure.high - sure.low)


def test_a_genre_missing_in_a_month_is_filled_in_from_other_months() -> None:
    both = [part for n in "AB" for part in (cell(n, spread(5, 20)), cell(n, spread(7, 20), genre="web"))]
    letters = [cell(n, spread(5, 20)) for n in "AB"]
    found = report({"2026-08": both, "2026-09": letters, "2026-10": both})
    august, september, october = (point.estimate for point in found.trend)
    assert august and september and october
    assert september.value == pytest.approx(6, abs=0.1)
    assert september.high - september.low > october.high - october.low
    assert found.last_period and not found.last_period.certain


@pytest.mark.parametrize("number", [1, 4])
def test_under_five_texts_there_is_no_grade(number: int) -> None:
    found = report({"2026-10": [cell("klein", [8.5] * number), cell("groot", spread(6, 20))]})
    small = department(found, "klein").now
    assert (small.texts, small.graded, small.estimate, small.at_eight) == (number, number, None, None)
    assert whole(found).graded == 20 + number
    assert found.funnel is None


def test_short_texts_count_as_texts_but_not_for_the_grade() -> None:
    now = department(report({"2026-10": [cell("A", spread(6, 4), short=30)]}), "A").now
    assert (now.texts, now.graded, now.estimate) == (34, 4, None)


def test_one_department_has_its_own_mean() -> None:
    found = report({"2026-10": [cell("A", spread(6.2, 12))]})
    assert estimate(found, "A").value == pytest.approx(6.2)
    assert whole(found) == estimate(found, "A")


def test_texts_that_are_all_the_same_still_leave_doubt() -> None:
    found = estimate(report({"2026-10": [cell("A", [7.0] * 6), cell("B", [7.0] * 6)]}), "A")
    assert found.value == pytest.approx(7.0)
    assert 0.05 < found.deviation < 1


def test_a_grade_stays_on_its_scale() -> None:
    found = report({"2026-10": [cell("A", [10.0, 9.9] * 3), cell("B", [1.0, 1.1] * 3)]})
    for name in "AB":
        each = estimate(found, name)
        assert 1 <= each.low <= each.value <= each.high <= 10


def test_the_order_of_the_cells_makes_no_difference() -> None:
    cells = [cell(n, spread(m, 7), genre=g) for n in "ABC" for m, g in ((5.1, "brief"), (6.3, "web"))]
    assert report({"2026-10": cells}) == report({"2026-10": cells[::-1]})


def test_templates_of_a_genre_are_taken_together() -> None:
    apart = [cell("A", [5.0, 6.0, 7.0], template="x"), cell("A", [6.0, 8.0], template="y")]
    together = [cell("A", [5.0, 6.0, 7.0, 6.0, 8.0])]
    assert estimate(report({"2026-10": apart}), "A") == estimate(report({"2026-10": together}), "A")


def test_two_rulers_in_one_month_are_kept_apart() -> None:
    """The new ruler gives everyone a point more; who was measured with it gains nothing by that."""
    cells = [
        part
        for name, (old, new) in {"A": (40, 10), "B": (10, 40)}.items()
        for part in (cell(name, spread(6, old)), cell(name, spread(7, new), ruler=NEW))
    ]
    found = report({"2026-10": cells})
    assert estimate(found, "A").value == pytest.approx(estimate(found, "B").value, abs=0.1)
    assert found.now.rulers == (OLD, NEW)


def test_quantiles_agree_with_the_tables() -> None:
    assert [t95(df) for df in (2, 5, 10, 30, 1e9)] == pytest.approx(
        [4.3027, 2.5706, 2.2281, 2.0423, 1.96], abs=2e-3
    )
    assert normal_below(np.array([-1.959964, 0.0, 1.0])) == pytest.approx([0.025, 0.5, 0.8413447], abs=2e-7)
    two = mixture_quantile(0.5, np.array([0.5, 0.5]), np.array([[0.0], [10.0]]), np.ones((2, 1)))
    assert two == pytest.approx([5.0], abs=0.2)
    weights, means = np.array([0.5, 0.3, 0.2]), np.array([[0.0, 5, 6], [1, 5, 6], [-3, 5, 30]])
    deviations = np.array([[1.0, 1e-6, 0.1], [2, 1e-6, 1], [0.3, 1e-6, 2]])
    for share in (0.025, 0.4, 0.975):
        found = mixture_quantile(share, weights, means, deviations)
        assert weights @ normal_below((found - means) / deviations) == pytest.approx([share] * 3, abs=1e-3)
    odd = np.array([0.9, 0.1]), np.array([[0.0], [9.0]]), np.array([[1.0], [1e-6]])
    assert mixture_quantile(0.45, *odd) == pytest.approx([0.0], abs=1e-5)


def test_the_interval_holds_the_truth_and_the_smallest_isnt_blamed() -> None:
    rows = levels(World(""), 120)
    assert 0.91 < np.mean(rows["hit"]) < 0.98
    assert np.mean(rows["ours"]) < 0.6 * np.mean(rows["adjusted"])
    assert np.mean(rows["ours lowest"]) < np.mean(rows["adjusted lowest"])


@pytest.mark.parametrize("later", [nothing, others])
def test_no_change_is_claimed_where_there_is_none(later: object) -> None:
    still = [change.certain for row, true, change in claims(SAME, later, 40) if row >= 0 and not true]  # type: ignore[arg-type]
    assert np.mean(still) < 0.08


def test_a_real_change_is_found() -> None:
    world = World("", texts=(10, 20, 50, 20, 20))
    seen = [
        change.certain and change.points > 0
        for row, _, change in claims(world, one_of_each(1.5), 20)
        if row in (1, 2)
    ]
    assert np.mean(seen) > 0.9
