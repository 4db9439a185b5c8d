"""Months, quarters and years: what a reader may write, and the periods around them."""

from __future__ import annotations

from datetime import date

import pytest

from duidelijk.errors import DuidelijkError
from duidelijk.reporting.names import alphabetical
from duidelijk.reporting.periods import (
    last_month,
    month_of,
    months_until,
    parse,
    previous,
    within,
    year_before,
)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2026-10", "month", date(2026, 10, 1), date(2026, 11, 1)),
        ("2026-12", "month", date(2026, 12, 1), date(2027, 1, 1)),
        (" 2026-02 ", "month", date(2026, 2, 1), date(2026, 3, 1)),
        ("2026-K3", "quarter", date(2026, 7, 1), date(2026, 10, 1)),
        ("2026-q4", "quarter", date(2026, 10, 1), date(2027, 1, 1)),
        ("2026", "year", date(2026, 1, 1), date(2027, 1, 1)),
    ],
)
def test_a_period_is_read(text: str, kind: str, start: date, end: date) -> None:
    found = parse(text)
    assert (found.kind, found.start, found.end) == (kind, start, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "oktober",
        "2026-13",
        "2026-00",
        "2026-1",
        "2026-K5",
        "2026-K0",
        "26-10",
        "2026-10-14",
        "1926",
        "٢٠٢٦",
        "2026\n-10",
    ],
)
def test_what_is_no_period_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(DuidelijkError) as error:
        parse(text)
    assert str(error.value).count(".") == 1
    assert "2026-K3" in str(error.value)
    assert error.value.exit_code == 2


@pytest.mark.parametrize(
    ("text", "before", "earlier"),
    [
        ("2026-10", "2026-09", "2025-10"),
        ("2026-01", "2025-12", "2025-01"),
        ("2026-K1", "2025-K4", "2025-K1"),
        ("2026", "2025", "2025"),
    ],
)
def test_the_periods_to_compare_with(text: str, before: str, earlier: str) -> None:
    assert previous(parse(text)) == parse(before)
    assert year_before(parse(text)) == parse(earlier)


def test_months_from_the_first_text_on() -> None:
    months = months_until(date(2025, 11, 17), parse("2026-K1"))
    assert [month.start.isoformat()[:7] for month in months] == [
        "2025-11",
        "2025-12",
        "2026-01",
        "2026-02",
        "2026-03",
    ]
    assert months[-1] == last_month(parse("2026-K1")) == month_of(date(2026, 3, 31))


@pytest.mark.parametrize("first", [None, date(2026, 10, 31), date(2027, 5, 1)])
def test_there_is_always_the_last_month(first: date | None) -> None:
    assert months_until(first, parse("2026-10")) == (parse("2026-10"),)


def test_a_month_lies_within_its_quarter() -> None:
    assert within(parse("2026-07"), parse("2026-K3"))
    assert not within(parse("2026-10"), parse("2026-K3"))


def test_names_stand_as_in_a_telephone_book() -> None:
    names = ["Zorg", "Élan", "burgerzaken", "Economie", "ICT", "Belastingen", "1 loket", ""]
    assert alphabetical(names) == (
        "",
        "1 loket",
        "Belastingen",
        "burgerzaken",
        "Economie",
        "Élan",
        "ICT",
        "Zorg",
    )
