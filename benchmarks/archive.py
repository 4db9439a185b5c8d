"""Rows per second, memory and size of the archive, and the time a report takes (no texts are checked).

``python -m benchmarks.archive [--rows 100000] [--archive PLACE]``: in SQLite, in a temporary folder, or in an
empty database of PostgreSQL. About two minutes for 100,000 rows.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from duidelijk.archive import Archive
from duidelijk.config import Config
from duidelijk.model import Grade, Measures, Period, Pipeline, Record, Report, Ruler, Tally, WordList
from duidelijk.rendering.report_html import render
from duidelijk.report import report_on
from duidelijk.rulebook import load

_TOGETHER = 32
_START = date(2025, 9, 1)
_DAYS = 425
_MEASURES = Measures(180, 14, 12.8, 0.1, 61.2, 4.9, 0.04, 0.11, 5.2, 33.0, 38.0, 41.0, 2, 4.1, 5.0, 3.2, 0.5)


def records(number: int, seed: int = 1) -> Iterator[Record]:
    """Made-up numbers of texts over fourteen months and twelve departments, oldest first."""
    dice = random.Random(seed)
    rules = [rule.id for rule in load().rules]
    terms = _terms()
    ruler = Ruler("0.1", "0123456789ab", Pipeline("nl_duidelijk", "1.0"), "standaard")
    for at in range(number):
        spoken = {rule: Tally(dice.randint(1, 5), round(dice.random(), 3)) for rule in dice.sample(rules, 10)}
        listed = {key: dice.randint(1, 2) for key in dice.sample(terms, 8)}
        spoken |= {rule: Tally(9, 0.4) for rule, _ in listed}
        score = min(10, max(1, dice.gauss(6.5, 1.2)))
        yield Record(
            document=at.to_bytes(16, "big"),
            version=dice.randbytes(16),
            department=f"Afdeling {at % 12 + 1}",
            genre=dice.choice(("brief", "web", "besluit")),
            template=f"Sjabloon {at % 40}" if at % 3 else "",
            date=_START + timedelta(days=dice.randrange(_DAYS)),
            dated=True,
            grade=Grade(round(score, 1), score, "B2", 0.3, {"zinnen": -1.0}, ()),
            measures=replace(_MEASURES, words=dice.randint(60, 600)),
            rules=spoken,
            terms=listed,
            ruler=ruler,
        )


def _terms() -> list[tuple[str, str]]:
    """Terms of the lists, each with its rule."""
    found = [
        (rule.id, entry.term)
        for rule in load().rules
        for value in rule.params.values()
        for each in (value if isinstance(value, tuple) else (value,))
        if isinstance(each, WordList)
        for entry in each.entries
    ]
    return sorted(set(found))[::20]


def main() -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--archive")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = sorted(records(given.rows), key=lambda record: record.date)
        _MEASURED["base"] = _memory()
        with Archive(given.archive or "archief.db", Path(folder), create=True) as archive:
            took = _timed("save", lambda: _save(archive, made))
            print(f"  {len(made) / took:,.0f} rows/s")
            if archive.file:
                print(f"  size: {archive.file.stat().st_size / 1e6:.0f} MB")
            for name, work in _questions(archive).items():
                _timed(name, work)


_MEASURED: dict[str, float] = {}


def _timed(name: str, work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    took = time.perf_counter() - started
    print(f"{name}: {took:.2f} s, memory {_memory() - _MEASURED['base']:+.0f} MB")
    return took


def _save(archive: Archive, made: list[Record]) -> None:
    for at in range(0, len(made), _TOGETHER):
        archive.save(made[at : at + _TOGETHER], datetime(2026, 11, 1))


def _questions(archive: Archive) -> dict[str, Callable[[], object]]:
    october = Period("month", date(2026, 10, 1), date(2026, 11, 1))
    year = Period("year", date(2026, 1, 1), date(2027, 1, 1))
    reach = {at.to_bytes(16, "big"): 10.0 for at in range(5000)}
    return {
        "cells of a month": lambda: archive.cells(october),
        "counts of a month": lambda: archive.counts(october, {}),
        "counts of a month, weighed": lambda: archive.counts(october, reach),
        "report on a month, first": lambda: render(_report(archive, october)),
        "report on a month, again": lambda: render(_report(archive, october)),
        "report on a year": lambda: render(_report(archive, year)),
        "info": archive.info,
        "forget four months": lambda: archive.forget_before(date(2026, 1, 1)),
    }


def _report(archive: Archive, period: Period) -> Report:
    return report_on(archive, period, Config())


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
