"""The report as an advisor asks for it: from an archive, for a period, in a form."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from duidelijk.archive import Archive
from duidelijk.listed import instead
from duidelijk.model import NO_DEPARTMENT, Entry, WordList
from duidelijk.rulebook import load
from tests.records import NOW, many, record
from tests.results import rule
from tests.test_cli import PROJECT, duidelijk

SCHEMA = json.loads((PROJECT / "docs" / "schema-report.json").read_text(encoding="utf-8"))
MAKE = PROJECT / "examples" / "maandrapport" / "maak.py"
RUNNING = "Let op: deze periode is nog niet voorbij. De cijfers kunnen nog veranderen.\n"
TERMS = {"rules": {"formeel-woord": (3, 0.9)}, "terms": {("formeel-woord", "indien"): 3}}


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the example makes: a year of eight departments."""
    folder = tmp_path_factory.mktemp("rapport") / "jaar"
    done = subprocess.run([sys.executable, MAKE, folder], capture_output=True, text=True, check=True)
    assert "duidelijk report --month 2026-10" in done.stdout
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an archive in which eight texts of October say *indien*."""
    with Archive("archief.db", tmp_path, create=True) as archive:
        archive.key(tmp_path / "archief.sleutel")
        archive.save([record(f"brief {at}", template="Aanslag", **TERMS) for at in range(8)], NOW)
    (tmp_path / "duidelijk.toml").write_text('[archive]\nurl = "archief.db"\n', encoding="utf-8")
    return tmp_path


def report(folder: Path, *arguments: str):
    return duidelijk("report", *arguments, cwd=folder)


def data(folder: Path, *arguments: str) -> dict:
    done = report(folder, *arguments, "--format", "json")
    assert (done.returncode, done.stderr.replace(RUNNING, "")) == (0, "")
    return json.loads(done.stdout)


def test_the_example_gives_a_whole_page(year: Path) -> None:
    done = report(year, "--month", "2026-10", "--output", "rapport.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    page = (year / "rapport.html").read_text(encoding="utf-8")
    assert "Gemeente Voorbeeldstad" in page
    for name in ("Belastingen", "Juridische zaken", "Sport en cultuur"):
        assert f">{name}</th>" in page
    assert "te weinig teksten" in page
    assert "inwoners over de dienstverlening" in page


def test_the_same_archive_gives_the_same_bytes(year: Path) -> None:
    for form in ("html", "xlsx"):
        for at in (1, 2):
            report(year, "--month", "2026-09", "--format", form, "--output", f"{at}.{form}")
        assert (year / f"1.{form}").read_bytes() == (year / f"2.{form}").read_bytes()


def test_the_example_shows_one_department_that_improves_and_one_with_a_new_rule_book(year: Path) -> None:
    found = {each["name"]: each for each in data(year, "--month", "2026-10")["departments"]}
    assert found["Burgerzaken"]["last_year"]["certain"]
    assert found["Burgerzaken"]["last_year"]["points"] > 0.5
    assert found["Juridische zaken"]["last_year"] is None
    assert any(point["broken"] for point in found["Juridische zaken"]["trend"])
    assert found["Sport en cultuur"]["now"]["estimate"] is None


def test_a_quarter_has_its_own_grade_in_the_table(year: Path) -> None:
    done = report(year, "--quarter", "2026-K3", "--format", "csv")
    rows = [row for row in csv.DictReader(io.StringIO(done.stdout)) if row["meting"] == "cijfer"]
    quarters = [row for row in rows if row["periode"] == "kwartaal"]
    assert [row["afdeling"] for row in quarters][:2] == ["", "Belastingen"]
    assert {(row["begin"], row["einde"]) for row in quarters} == {("2026-07-01", "2026-09-30")}


def test_a_quarter_says_what_it_is_compared_with(year: Path) -> None:
    found = data(year, "--quarter", "2026-K3")
    assert (found["before"]["period"]["start"], found["before"]["texts"]) == ("2026-04-01", 539)
    assert found["earlier"]["period"]["start"] == "2025-07-01"


@pytest.mark.parametrize(
    ("asked", "kind", "start"),
    [
        (("--month", "2026-10"), "month", "2026-10-01"),
        (("--quarter", "2026-K3"), "quarter", "2026-07-01"),
        (("--year", "2026"), "year", "2026-01-01"),
    ],
)
def test_a_report_is_on_a_month_a_quarter_or_a_year(
    year: Path, asked: tuple[str, str], kind: str, start: str
) -> None:
    period = data(year, *asked)["period"]
    assert (period["kind"], period["start"]) == (kind, start)


def test_the_example_follows_the_schema(year: Path) -> None:
    jsonschema.validate(data(year, "--month", "2026-10"), SCHEMA)


def test_the_name_of_the_file_says_what_it_is(year: Path) -> None:
    report(year, "--month", "2026-10", "--output", "rapport.xlsx")
    book = openpyxl.load_workbook(io.BytesIO((year / "rapport.xlsx").read_bytes()))
    assert book.sheetnames == ["Samenvatting", "Afdelingen", "Werklijst", "Data", "Uitleg"]


def test_the_settings_name_the_organisation_and_its_goal(folder: Path) -> None:
    settings = (
        '[archive]\nurl = "archief.db"\n[report]\norganisation = "Gemeente X"\ngoal = 7.5\ngoal_year = 2028\n'
    )
    (folder / "duidelijk.toml").write_text(settings, encoding="utf-8")
    found = data(folder, "--month", "2026-10")
    assert (found["organisation"], found["goal"]) == ("Gemeente X", {"value": 7.5, "by": "2028-12-31"})


def test_the_work_list_says_what_to_write(folder: Path) -> None:
    term = next(task for task in data(folder, "--month", "2026-10")["tasks"] if task["kind"] == "term")
    assert (term["name"], term["instead"], term["texts"], term["findings"]) == ("indien", ["als"], 8, 24)


def test_readers_of_a_template_are_spread_over_its_texts(folder: Path) -> None:
    (folder / "brieven.csv").write_text("sjabloon;lezers\nAanslag;8000\n", encoding="utf-8")
    tasks = data(folder, "--month", "2026-10", "--reach", "brieven.csv")["tasks"]
    assert {task["readers"] for task in tasks} == {8000.0}


def test_readers_of_what_is_not_in_the_archive_are_told_and_do_not_count(folder: Path) -> None:
    (folder / "lezers.csv").write_text("bron;lezers\nhttps://a.nl/b;1250\nweg.html;9\n", encoding="utf-8")
    done = report(folder, "--month", "2026-10", "--reach", "lezers.csv", "--format", "json")
    assert done.stderr == (
        "Let op: niet alles in het bestand met lezers staat in het archief: 'https://a.nl/b', 'weg.html'.\n"
    )
    assert not json.loads(done.stdout)["weighed"]


def test_readers_of_a_file_are_found_by_its_name(tmp_path: Path) -> None:
    text = "Indien u vragen heeft, kunt u ons bellen. Wij helpen u graag met uw vraag over het nieuwe paspoort.\n"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text + name * 2, encoding="utf-8")
    (tmp_path / "duidelijk.toml").write_text('[archive]\nurl = "archief.db"\n', encoding="utf-8")
    duidelijk("collect", ".", "--department", "A", "--date", "2026-10-14", cwd=tmp_path)
    (tmp_path / "paginas.csv").write_text("bron;lezers\na.txt;500\nweg.txt;9\n", encoding="utf-8")
    done = report(tmp_path, "--month", "2026-10", "--reach", "paginas.csv", "--format", "json")
    assert done.stderr.endswith("'weg.txt'.\n")
    found = json.loads(done.stdout)
    assert found["weighed"]
    assert {count["readers"] for count in found["terms"] if count["term"] == "indien"} == {501.0}


def test_residents_give_a_second_line(folder: Path) -> None:
    (folder / "inwoners.csv").write_text("datum;cijfer\n2026;6,7\n", encoding="utf-8")
    found = data(folder, "--month", "2026-10", "--residents", "inwoners.csv")
    assert found["residents"] == [{"date": "2026-07-01", "grade": 6.7, "exact": "year"}]


def test_a_period_without_texts_says_so(folder: Path) -> None:
    found = data(folder, "--month", "2026-03")
    assert found["now"]["texts"] == 0
    assert all(each.endswith(".") for each in found["summary"])


def test_forgotten_texts_stay_in_the_report(folder: Path) -> None:
    before = data(folder, "--month", "2026-10")
    duidelijk("archive", "forget", "--before", "2026-11-01", "--yes", cwd=folder)
    after = data(folder, "--month", "2026-10")
    assert after["departments"] == before["departments"]
    assert after["summary"][0] == before["summary"][0]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--month", "2026-13"], "geen periode"),
        (["--month", "2026"], "Achter --month hoort een maand, zoals 2026-10."),
        (["--quarter", "2026-10"], "Achter --quarter hoort een kwartaal"),
        (["--month", "2026-10", "--year", "2026"], "Geef één periode"),
        (["--month", "2090-10"], "nog niet begonnen"),
        (["--format", "xlsx"], "Geef met --output de naam van een bestand."),
        (["--month", "2026-10", "--output", "geen/map/rapport.html"], "bestaat niet"),
        (["--month", "2026-10", "--residents", "geen.csv"], "geen.csv"),
        (["--month", "2026-10", "--reach", "duidelijk.toml"], "duidelijk.toml:1:"),
        (["--archive", "geen.db"], "Er is nog geen archief"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(folder: Path, arguments: list[str], message: str) -> None:
    done = report(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_term_is_replaced_by_what_its_list_says() -> None:
    known = instead(load().rules)
    assert known["formeel-woord", "indien"] == ("als",)
    assert known["jargon", "zienswijze"] == ()


def test_entries_for_one_term_are_taken_together() -> None:
    entries = [
        Entry("ter [zake]", "X", "", (option,), state, 1, "", "bron")  # type: ignore[arg-type]
        for option, state in (
            ("a", "vervang"),
            ("b", "vervang"),
            ("a", "vervang"),
            ("[datum]", "vervang"),
            ("c", "mag"),
        )
    ]
    listing = replace(rule("lijst", "woorden"), params={"terms": WordList("l", tuple(entries))})
    assert instead([listing]) == {("lijst", "ter zake"): ("a", "b")}


def test_many_texts_without_departments_are_one_line(tmp_path: Path) -> None:
    with Archive("archief.db", tmp_path, create=True) as archive:
        archive.save([replace(each, department=NO_DEPARTMENT) for each in many(10)], NOW)
    found = data(tmp_path, "--month", "2026-10", "--archive", "archief.db")
    assert [each["name"] for each in found["departments"]] == ["Zonder afdeling"]
