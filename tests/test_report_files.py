"""The report as a workbook, as JSON and as the flat table: real values, fixed names, nothing that runs."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from duidelijk.rendering import report_csv, report_json, report_xlsx
from tests.report_sample import empty, report

DOCS = Path(__file__).parents[1] / "docs"
HOSTILE = "=1+1", "@SUM(A1)", "+31", "-1", "\tx", "https://example.org", "<b>&", "12"


def attacked():
    """The sample with names that a spreadsheet could take for something else."""
    sample = report()
    pairs = zip(sample.departments, HOSTILE, strict=True)
    return replace(
        sample,
        organisation="=cmd()",
        departments=tuple(replace(each, name=name) for each, name in pairs),
        terms=tuple(replace(each, term="=2+2") for each in sample.terms),
        tasks=tuple(replace(each, name="=3+3", departments=("=4+4",)) for each in sample.tasks),
        titles=dict.fromkeys(sample.titles, "=5+5"),
    )


def opened(data: bytes):
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def book():
    return opened(report_xlsx.render(report()))


def heads(sheet) -> list[str]:
    return [cell.value for cell in sheet[1]]


@pytest.mark.parametrize("made", [report, empty, attacked])
@pytest.mark.parametrize("room", [report_xlsx, report_json, report_csv])
def test_the_same_report_gives_the_same_file(room, made) -> None:
    assert room.render(made()) == room.render(made())


def test_the_workbook_has_five_sheets_and_says_what_it_is(book) -> None:
    assert book.sheetnames == ["Samenvatting", "Afdelingen", "Werklijst", "Data", "Uitleg"]
    assert book.properties.title == "Duidelijke taal in oktober 2026"
    assert book.properties.created == datetime(2026, 11, 1)


def test_the_data_are_one_table_with_real_dates_and_numbers(book) -> None:
    sheet = book["Data"]
    (table,) = sheet.tables.values()
    assert (table.displayName, table.ref) == ("Metingen", f"A1:J{1 + 13 * 9}")
    first = dict(zip(heads(sheet), [cell.value for cell in sheet[2]], strict=True))
    assert first["Begin"] == datetime(2025, 10, 1)
    assert first["Afdeling"] == "hele organisatie"
    assert isinstance(first["Cijfer"], float) and isinstance(first["Teksten"], int)
    assert "413" in sheet["B2"].number_format


def test_a_period_with_too_few_texts_has_no_grade_in_the_data(book) -> None:
    rows = [[cell.value for cell in row] for row in book["Data"].iter_rows(min_row=2)]
    found = [row for row in rows if row[2] == "Griffie"]
    assert len(found) == 13
    assert {(row[5], row[6], row[7]) for row in found} == {(None, None, None)}
    assert all("te weinig teksten" in row[9] for row in found)


def test_departments_show_numbers_where_there_are_and_words_where_there_are_none(book) -> None:
    sheet = book["Afdelingen"]
    rows = {row[0].value: [cell.value for cell in row] for row in sheet.iter_rows(min_row=2)}
    place = heads(sheet).index("Verschil met september")
    assert isinstance(rows["Vergunningen"][place], float)
    assert rows["Belastingen"][place] == "geen aantoonbaar verschil"
    assert rows["Griffie"][2] == "te weinig teksten"
    assert list(rows) == sorted(rows)


def test_sheets_print_on_a4_with_their_heading(book) -> None:
    assert {sheet.page_setup.paperSize for sheet in book} == {9}
    assert {book[name].freeze_panes for name in ("Afdelingen", "Werklijst", "Data")} == {"B2"}


def test_no_cell_is_a_formula_or_a_link() -> None:
    cells = [
        cell for sheet in opened(report_xlsx.render(attacked())) for row in sheet.iter_rows() for cell in row
    ]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    kept = {cell.value for cell in cells}
    assert {"=1+1", "https://example.org", "12"} <= kept


@pytest.mark.parametrize("made", [report, empty, attacked])
def test_json_follows_its_schema(made) -> None:
    schema = json.loads((DOCS / "schema-report.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert not list(Draft202012Validator(schema).iter_errors(json.loads(report_json.render(made()))))


def test_every_object_in_the_schema_is_closed() -> None:
    text = (DOCS / "schema-report.json").read_text(encoding="utf-8")
    assert text.count('"required"') == text.count('"additionalProperties": false')


def test_json_holds_the_sentences_and_the_dates() -> None:
    data = json.loads(report_json.render(report()))
    assert data["period"] == {"kind": "month", "start": "2026-10-01", "end": "2026-11-01"}
    assert (
        data["summary"][1]
        == "De afdeling Vergunningen schrijft aantoonbaar duidelijker dan in september, en geen enkele afdeling schrijft aantoonbaar minder duidelijk."
    )
    assert data["departments"][2]["now"]["estimate"] is None


def table(made) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(report_csv.render(made))))


def test_every_column_of_the_flat_table_is_documented() -> None:
    named = re.findall(r"^\| (`[^|]*`) \|", (DOCS / "metingen.md").read_text(encoding="utf-8"), re.MULTILINE)
    documented = [name for cell in named for name in re.findall(r"`(\w+)`", cell)]
    assert list(report_csv.COLUMNS) == list(table(report())[0]) == documented


def test_the_flat_table_has_a_row_per_period_and_per_rule_of_the_whole_and_of_each_department() -> None:
    rows = table(report())
    grades = [row for row in rows if row["meting"] == "cijfer"]
    assert len(grades) == 13 * 9
    assert {row["afdeling"] for row in rows if row["niveau"] == "organisatie"} == {""}
    assert len([row for row in rows if row["meting"] == "regel" and row["niveau"] == "organisatie"]) == 8
    (last,) = [row for row in grades if row["niveau"] == "organisatie" and row["begin"] == "2026-10-01"]
    assert (last["einde"], last["regelboek"]) == ("2026-10-31", "2026.2")
    assert last["cijfer"] == f"{report().now.estimate.value:.4f}"
    assert [row["breuk"] for row in grades[:13]] == ["0"] * 6 + ["1"] + ["0"] * 6


def test_the_flat_table_leaves_a_grade_empty_with_too_few_texts() -> None:
    found = [row for row in table(report()) if row["afdeling"] == "Griffie" and row["meting"] == "cijfer"]
    assert {(row["cijfer"], row["laag"], row["hoog"]) for row in found} == {("", "", "")}


def test_no_cell_of_the_flat_table_begins_as_a_formula() -> None:
    cells = [cell for row in table(attacked()) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert {"'=1+1", "'@SUM(A1)", "'+31", "'-1", "'\tx"} <= set(cells)


def test_the_flat_table_of_nothing_still_has_its_columns() -> None:
    assert [row["teksten"] for row in table(empty())] == ["0"]
