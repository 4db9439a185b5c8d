"""Numbers of made-up texts for the archive; as a program it saves some: ``python -m tests.records FILE TEXTS``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from duidelijk.archive import Archive
from duidelijk.model import Grade, Period, Pipeline, Record, Ruler, Tally
from tests.results import MEASURES

RULER = Ruler("0.1", "aaa", Pipeline("nl_duidelijk", "1.0"), "standaard")
NEWER = replace(RULER, rulebook_version="bbb")
NOW = datetime(2026, 11, 2, 9, 0)
OCTOBER = Period("month", date(2026, 10, 1), date(2026, 11, 1))
NOVEMBER = Period("month", date(2026, 11, 1), date(2026, 12, 1))
QUARTER = Period("quarter", date(2026, 10, 1), date(2027, 1, 1))
BATCH = 5


def record(
    document: str = "brief",
    version: str = "1",
    *,
    day: date = date(2026, 10, 14),
    dated: bool = True,
    score: float | None = 6.4,
    department: str = "Burgerzaken",
    genre: str = "brief",
    template: str = "",
    rules: dict[str, tuple[int, float]] | None = None,
    terms: dict[tuple[str, str], int] | None = None,
    ruler: Ruler = RULER,
) -> Record:
    """The numbers of one version of a text; ``rules``: findings and points."""
    value = None if score is None else round(score, 1)
    return Record(
        document=document.encode().ljust(16, b"."),
        version=version.encode().ljust(16, b"."),
        department=department,
        genre=genre,  # type: ignore[arg-type]
        template=template,
        date=day,
        dated=dated,
        grade=Grade(value, score, "B2", 0.3, {"zinnen": -1.5}, ()),
        measures=MEASURES,
        rules={id: Tally(*tally) for id, tally in (rules or {"lange-zin": (2, 0.5)}).items()},
        terms=terms or {},
        ruler=ruler,
    )


def many(number: int) -> list[Record]:
    """As many different texts, over the days of October."""
    first = date(2026, 10, 1)
    return [
        record(f"brief {at}", day=first + timedelta(days=at % 31), score=4 + at % 5) for at in range(number)
    ]


def batches(records: list[Record]) -> Iterable[list[Record]]:
    for at in range(0, len(records), BATCH):
        yield records[at : at + BATCH]


def main(place: str, number: str) -> None:
    with Archive(place, Path.cwd(), create=True) as archive:
        for batch in batches(many(int(number))):
            archive.save(batch, NOW)


if __name__ == "__main__":
    main(*sys.argv[1:])
