"""How good the grade per department is, by simulation: ``python -m benchmarks.department_metric``.

Draws organisations whose true grades are known and asks the report's own functions what it would show. Eight
departments with 2 to 80 texts, three genres in mixes that differ by department, deviation 0.5 between
departments and 1.2 between texts of one genre; and variants of that. Takes almost three minutes, with the
same seed every time. ``--draws N``: another number than 1,000 organisations (some rows take a half or a
quarter of that).

Raw: the mean of a department's texts. Adjusted: that for the genres of the whole (the funnel's figure). Ours:
the estimate of the report. The truth: the grade of the department for the genres that the whole writes.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from benchmarks.departments import (
    COLUMNS,
    NAMES,
    RULER,
    TEXTS,
    Archive,
    Array,
    Organisation,
    Rng,
    World,
    expected,
    month,
    new_mixes,
    organisation,
)
from duidelijk.model import Change, Goal
from duidelijk.reporting import LEAST_TEXTS, build
from duidelijk.reporting.contrasts import contrasts, elsewhere
from duidelijk.reporting.funnel import adjusted
from duidelijk.reporting.periods import month_of, previous
from duidelijk.reporting.pooling import pool
from duidelijk.reporting.tables import Q0, table

SEED = 20261
APRIL = month_of(date(2026, 4, 1))
GOAL = Goal(8.0, date(2027, 12, 31))
ONE_GENRE = World("departments each their own genre; worse ones the harder genres", focus=0.25, pull=1.0)
UNEVEN = World("deviation of texts 0.8, 1.2 or 1.7 by department", spreads=(0.8, 1.2, 1.7))
TASTES = World("departments differ by genre too (deviation 0.4)", taste=0.4)
BOUNDED = World("skewed grades, cut off at 1 and 10", bounded=True)
WORLDS = (
    World("as described above"),
    BOUNDED,
    ONE_GENRE,
    UNEVEN,
    TASTES,
    World("departments hardly differ (0.1)", between=0.1),
    World("departments differ much (1.2)", between=1.2),
    World("four small departments", texts=(3, 5, 6, 8)),
    World("24 departments", texts=TEXTS * 3),
)
SAME = World("", texts=(5, 5, 6, 8, 10, 20, 40, 80))
SIZES = (10, 20, 50)
Rows = dict[str, list[float]]
Later = Callable[[Organisation, Rng], Organisation]


def levels(world: World, draws: int) -> Rows:
    """Errors, hits of the interval and who is lowest, for every draw of a single month."""
    rng, rows = np.random.default_rng(SEED), defaultdict(list)
    for _ in range(draws):
        for name, values in _one_month(organisation(world, rng), rng).items():
            rows[name].extend(np.atleast_1d(values))
    return rows


def _one_month(org: Organisation, rng: Rng) -> dict[str, Array]:
    names = NAMES[: len(org.world.texts)]
    given = table(month(org, org.world.texts, rng), (RULER,), names)
    mix, shares = given.design.sum(axis=0) / given.graded.sum(), given.graded / given.graded.sum()
    found = pool(given, elsewhere(contrasts([], Q0 + 1, 1.0)), mix, shares)
    truth, joint = expected(org) @ mix[COLUMNS], given.design[:, COLUMNS] / given.graded.sum()
    ends = np.array([(each.low, each.high) for each in found.departments])
    inside = (ends[:, 0] <= truth) & (truth <= ends[:, 1])
    few, tiny = given.graded <= 6, given.graded <= 4
    shown = {
        "raw": given.sums / given.graded,
        "adjusted": adjusted(given, found),
        "ours": np.array([each.value for each in found.departments]),
    }
    rows = {"hit": inside, "hit few": inside[few], "width": ends[:, 1] - ends[:, 0]}
    rows["hit whole"] = np.array([found.whole.low <= (expected(org) * joint).sum() <= found.whole.high])
    for name, values in shown.items():
        rows[name] = (values - truth) ** 2
        rows[f"{name} few"] = rows[name][few]
        rows[f"{name} lowest"] = tiny[[values.argmin()]]
    return rows | {"truth lowest": tiny[[truth.argmin()]]}


def claims(world: World, later: Later, draws: int, months: int = 2) -> Iterator[tuple[int, float, Change]]:
    """(department, true change, what the report says of it) for every department that has enough texts.

    Row −1: the whole, with a true change only if every department has the same.
    """
    rng = np.random.default_rng(SEED)
    for _ in range(draws):
        before = organisation(world, rng)
        after = later(before, rng)
        periods, period = {APRIL: month(after, world.texts, rng)}, APRIL
        for _ in range(months - 1):
            period = previous(period)
            periods[period] = month(before, world.texts, rng)
        report = build(Archive(periods), APRIL, organisation="", goal=GOAL, titles={}, instead={})
        truth = (expected(after) - expected(before)).mean(axis=1)
        for each in report.departments:
            if each.last_period:
                row = NAMES.index(each.name)
                yield row, float(truth[row]), each.last_period
        if report.last_period and np.ptp(truth) < 1e-9:
            yield -1, float(truth[0]), report.last_period


def _moved(org: Organisation, points: Array) -> Organisation:
    return replace(org, means=org.means + points[:, None])


def nothing(org: Organisation, rng: Rng) -> Organisation:
    return org


def others(org: Organisation, rng: Rng) -> Organisation:
    """All but two rise by one point."""
    points = np.ones(len(org.means))
    points[rng.choice(len(points), 2, replace=False)] = 0
    return _moved(org, points)


def mixed(org: Organisation, rng: Rng) -> Organisation:
    """Every department writes other genres from now on."""
    return replace(org, mixes=new_mixes(org, rng))


def both(org: Organisation, rng: Rng) -> Organisation:
    return mixed(others(org, rng), rng)


def one_of_each(points: float) -> Later:
    """One department of every size in SIZES changes."""

    def later(org: Organisation, rng: Rng) -> Organisation:
        moved = np.zeros(len(org.means))
        moved[: len(SIZES)] = points
        return _moved(org, moved)

    return later


def _show_levels(draws: int) -> None:
    print("Root mean square error; share of truths in the 95 % interval; lowest department has n ≤ 4")
    print(f"{'':62}{'RMSE':^20}{'RMSE n ≤ 6':^20}{'in interval':^21}{'lowest is tiny, %':^24}")
    heads = ("raw", "adj.", "ours") * 2 + ("all", "n ≤ 6", "whole") + ("raw", "adj.", "ours", "truth")
    print(f"{'':62}" + "".join(f"{head:>6} " for head in heads))
    kinds = ("raw", "adjusted", "ours")
    for world in WORLDS:
        rows = levels(world, draws)
        errors = [np.sqrt(np.mean(rows[kind + few])) for few in ("", " few") for kind in kinds]
        hits = [100 * np.mean(rows[name]) for name in ("hit", "hit few", "hit whole")]
        lowest = [100 * np.mean(rows[f"{kind} lowest"]) for kind in (*kinds, "truth")]
        cells = [f"{v:6.2f} " for v in errors] + [f"{v:6.1f} " for v in hits] + [f"{v:6.0f} " for v in lowest]
        print(f"{world.name:62}" + "".join(cells))


def _show_false(draws: int) -> None:
    print("\nA change is claimed where there is none, % of the departments with enough texts (of the whole)")
    for name, world, later, months in (
        ("nothing changes", SAME, nothing, 2),
        ("two stay the same, all others rise by 1 point", SAME, others, 2),
        ("all write other genres than before", SAME, mixed, 2),
        ("both, and skewed grades", replace(BOUNDED, texts=SAME.texts), both, 2),
        (
            "both, and departments that each had their own genre",
            replace(ONE_GENRE, texts=SAME.texts),
            both,
            2,
        ),
        ("nothing changes; " + UNEVEN.name, replace(UNEVEN, texts=SAME.texts), nothing, 2),
        ("the same, after 13 months", replace(UNEVEN, texts=SAME.texts), nothing, 13),
        ("other genres; " + TASTES.name, replace(TASTES, texts=SAME.texts), mixed, 2),
    ):
        runs = draws // 4 if months > 2 else draws if later in (nothing, others) else draws // 2
        still = [
            (row, change) for row, true, change in claims(world, later, runs, months) if abs(true) < 0.01
        ]
        own = [change.certain for row, change in still if row >= 0]
        whole = [change.certain for row, change in still if row < 0]
        shown = f" ({100 * np.mean(whole):.1f})" if whole else ""
        print(f"{name:75}{100 * np.mean(own):5.1f}{shown}   of {len(own)} changes; n = {LEAST_TEXTS}–80")


def _show_power(draws: int) -> None:
    print("\nA true change is claimed, %          " + "".join(f"n = {size:<6}" for size in SIZES))
    for points in (0.5, 1.0, 1.5):
        seen: dict[int, list[bool]] = defaultdict(list)
        world = World("", texts=(*SIZES, 5, 8, 15, 30, 60))
        for row, true, change in claims(world, one_of_each(points), draws):
            if row in range(len(SIZES)):
                seen[row].append(change.certain and change.points * true > 0)
        print(f"{points:3.1f} points{'':28}" + "".join(f"{100 * np.mean(seen[row]):<10.0f}" for row in seen))


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=1000)
    draws = parser.parse_args().draws
    _show_levels(draws)
    _show_false(draws)
    _show_power(max(1, draws // 2))


if __name__ == "__main__":
    main()
