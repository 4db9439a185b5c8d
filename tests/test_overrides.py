"""Texts that were published all the same: counted in the archive, shown in the report, never a document."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config as Migrations
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from sqlalchemy import inspect, text

from duidelijk import archive as room
from duidelijk.archive import Archive
from duidelijk.archive.keys import override_mark
from duidelijk.archive.records import override_of
from duidelijk.config import Config
from duidelijk.model import Override, Report
from duidelijk.overriding import count_override
from duidelijk.rendering import report_html, report_json, report_xlsx
from duidelijk.report import report_on
from tests.programs import PROJECT
from tests.records import NOW, OCTOBER, QUARTER, record
from tests.report_sample import report
from tests.results import result

DAY = date(2026, 10, 14)
KEY = b"k" * 32
SCHEMA = PROJECT / "docs" / "schema-report.json"
URGENT = Override("Wonen", "web", "spoedbericht")


@pytest.fixture(params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    place = "archief.db" if request.param == "sqlite" else request.getfixturevalue("postgres_archive_url")
    with Archive(place, tmp_path, create=True) as opened:
        yield opened


def mark(number: int) -> bytes:
    return bytes([number]) * 16


# --- The archive


def test_texts_are_counted_by_month_department_genre_and_reason(archive: Archive) -> None:
    quote = replace(URGENT, reason="citaat")
    for number, each in enumerate([URGENT, URGENT, quote, replace(URGENT, department="Zorg")]):
        assert archive.overridden(each, mark(number), DAY)
    archive.overridden(URGENT, mark(9), date(2026, 11, 1))
    assert archive.overrides(OCTOBER) == [quote, replace(URGENT, texts=2), replace(URGENT, department="Zorg")]
    assert sum(each.texts for each in archive.overrides(QUARTER)) == 5
    assert [row["month"] for row in archive.override_rows()] == ["2026-10", "2026-10", "2026-10", "2026-11"]
    assert archive.info().overrides == {"citaat": 1, "spoedbericht": 4}


def test_the_same_text_counts_once_a_month_for_a_reason(archive: Archive) -> None:
    document = result("Indien u belt.").document
    changed = replace(document, text="Indien u komt.")
    given = [
        (document, "citaat", DAY, True),
        (document, "citaat", DAY, False),
        (replace(document, source="elders.txt"), "citaat", DAY, False),
        (changed, "citaat", DAY, True),
        (document, "spoedbericht", DAY, True),
        (document, "citaat", date(2026, 11, 2), True),
    ]
    for each, reason, day, counted in given:
        assert count_override(archive, KEY, each, reason, today=day) is counted


def test_what_is_counted_has_no_document_and_fits(archive: Archive) -> None:
    document = replace(result("Indien u belt.").document, department="W" * 300)
    assert count_override(archive, KEY, document, "r" * 300, today=DAY)
    assert not count_override(archive, KEY, document, "r" * 300, today=DAY)
    (row,) = archive.override_rows()
    assert set(row) == set(archive.override_columns) and row["reason"] == "r" * 80
    assert override_of(replace(document, department=None), "citaat").department == "Zonder afdeling"
    assert override_mark(KEY, document, "citaat", DAY) != override_mark(b"other" * 6, document, "citaat", DAY)


def test_forgetting_a_time_keeps_the_counts_and_a_department_loses_them(archive: Archive) -> None:
    archive.overridden(URGENT, mark(1), DAY)
    archive.overridden(replace(URGENT, department="Zorg"), mark(2), DAY)
    archive.forget_before(date(2026, 12, 1))
    assert len(archive.overrides(OCTOBER)) == 2
    with archive._engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM override_marks")).scalar() == 0
    assert archive.departments() == {"Wonen", "Zorg"}
    assert archive.forget_department("Zorg").totals == 1
    assert archive.overrides(OCTOBER) == [URGENT]


def test_an_archive_of_before_gets_the_tables_and_keeps_what_it_has(archive: Archive, tmp_path: Path) -> None:
    archive.save([record()], NOW)
    url = archive._engine.url
    with archive._engine.begin() as connection:
        for table in set(inspect(connection).get_table_names()) & {"overrides", "override_marks", "pages"}:
            connection.execute(text(f"DROP TABLE {table}"))
        config = Migrations()
        config.set_main_option(
            "script_location", str(Path(room.__file__).parent / "migrations").replace("%", "%%")
        )
        config.attributes["connection"] = connection
        command.stamp(config, "0001")
    with Archive(url.render_as_string(hide_password=False), tmp_path) as again:
        assert again.overrides(OCTOBER) == [] and sum(cell.texts for cell in again.cells(OCTOBER)) == 1
        assert again.overridden(URGENT, mark(1), DAY)


# --- The report


def with_overrides(*found: Override) -> Report:
    return replace(report(), overrides=found)


MANY = with_overrides(
    replace(URGENT, texts=2), replace(URGENT, department="Zorg"), Override("Zorg", "brief", "citaat", 4)
)


def test_the_report_counts_them_in_its_period(archive: Archive) -> None:
    archive.overridden(URGENT, mark(1), DAY)
    archive.overridden(URGENT, mark(2), date(2026, 9, 1))
    assert report_on(archive, OCTOBER, Config()).overrides == (URGENT,)


def test_the_page_says_how_often_and_why_the_most_frequent_first() -> None:
    page = report_html.render(MANY)
    assert "In oktober 2026 gingen 7 teksten toch naar buiten. Die waren nog niet duidelijk genoeg." in page
    assert page.index(">citaat</th>") < page.index(">spoedbericht</th>")
    assert (
        '<a href="#toch">' in page
        and "Wonen" not in page[page.index('id="toch"') : page.index('id="methode"')]
    )
    assert "ging 1 tekst toch naar buiten. Die was nog niet duidelijk genoeg." in report_html.render(
        with_overrides(URGENT)
    )


def test_without_any_the_page_is_silent() -> None:
    assert "och naar buiten" not in report_html.render(report())
    assert "Toch naar buiten" not in cells(report())


@pytest.mark.parametrize("reason", ["<script>alert(1)</script>", "\u202eciteer", "=1+1"])
def test_a_reason_is_text_and_nothing_else(reason: str) -> None:
    made = with_overrides(replace(URGENT, reason=reason))
    assert reason not in report_html.render(made) or reason == "=1+1"
    workbook = load_workbook(io.BytesIO(report_xlsx.render(made)))
    assert not [c for sheet in workbook for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def cells(made: Report) -> list[object]:
    sheet = load_workbook(io.BytesIO(report_xlsx.render(made)))["Samenvatting"]
    return [cell.value for row in sheet.iter_rows() for cell in row]


def test_the_workbook_has_them_in_its_summary() -> None:
    found = cells(MANY)
    place = found.index("Toch naar buiten")
    assert found[place + 1 : place + 3] == ["7 teksten", "citaat 4; spoedbericht 3"]


def test_json_holds_them_apart() -> None:
    data = json.loads(report_json.render(MANY))
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(data)
    assert data["overrides"][0] == {
        "department": "Wonen",
        "genre": "web",
        "reason": "spoedbericht",
        "texts": 2,
    }
