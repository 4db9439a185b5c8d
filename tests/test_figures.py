"""Residents' grades and numbers of readers, from CSV files as spreadsheets write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duidelijk.errors import ReadError
from duidelijk.model import Rating
from duidelijk.reading.figures import read_ratings, read_reach

BASELINE = (Rating(date(2024, 7, 1), 6.7, "year"), Rating(date(2025, 11, 30), 6.9))


def saved(folder: Path, content: str | bytes) -> Path:
    path = folder / "cijfers.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "content",
    [
        "datum;cijfer\n2024;6,7\n2025-11-30;6,9\n",
        "datum,cijfer\n2024,6.7\n2025-11-30,6.9\n",
        'datum,cijfer\n2024,"6,7"\n30-11-2025,"6,9"\n',
        "cijfer;datum\n6,9;30-11-2025\n6.7;2024",
        "\ufeffDatum;Cijfer\r\n2024;6,7\r\n\r\n ;\r\n30-11-2025; 6,9 \r\n",
        "datum;cijfer\r2024;6,7\r2025-11-30;6,9\r",
        '"datum";"cijfer"\n"2024";"6.70"\n"2025-11-30";6.9\n',
    ],
)
def test_ratings_are_read_however_a_spreadsheet_saves_them(tmp_path: Path, content: str) -> None:
    assert read_ratings(saved(tmp_path, content)) == BASELINE


def test_a_grade_of_a_month_is_of_the_middle_of_it(tmp_path: Path) -> None:
    found = read_ratings(saved(tmp_path, "datum;cijfer\n2025-11;6,7\n"))
    assert found == (Rating(date(2025, 11, 15), 6.7, "month"),)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("vorig jaar;6,7", "‘vorig jaar’ is geen datum."),
        ("2025-13;6,7", "‘2025-13’ is geen datum."),
        ("31-02-2025;6,7", "‘31-02-2025’ is geen datum."),
        ("0000;6,7", "‘0000’ is geen datum."),
        ("२०२५;6,7", "is geen datum."),
        (";6,7", "‘’ is geen datum."),
        ("2025;zeven", "‘zeven’ is geen cijfer van 1 tot en met 10."),
        ("2025;0,9", "‘0,9’ is geen cijfer"),
        ("2025;10,1", "‘10,1’ is geen cijfer"),
        ("2025;-7", "‘-7’ is geen cijfer"),
        ("2025;nan", "‘nan’ is geen cijfer"),
        ("2025;", "‘’ is geen cijfer"),
        ("2025;6;7", "Hier staan 3 kolommen. Het moeten er twee zijn."),
        ("2025", "Hier staat één kolom. Het moeten er twee zijn."),
        ("2024;7", "De datum ‘2024’ staat er al."),
        ("01-07-2024;7", "De datum ‘01-07-2024’ staat er al."),
        ('2025;"6,7', "Er staat een aanhalingsteken verkeerd."),
        (f"{'x' * 500};7", "xxx…’ is geen datum."),
        ("a\u200bb;7", "‘a\ufffdb’ is geen datum."),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = saved(tmp_path, "datum;cijfer\n2024;6,7\n" + line + "\n")
    with pytest.raises(ReadError) as error:
        read_ratings(path)
    assert str(error.value).startswith(f"{path}:3: ")
    assert said in str(error.value)
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", ":1: De eerste regel moet de namen van de kolommen bevatten: ‘datum;cijfer’."),
        ("2024;6,7\n", ":1: De eerste regel moet"),
        ("datum;cijfer;bron\n2024;6,7;x\n", ":1: De eerste regel moet"),
        ("datum;datum\n", ":1: De eerste regel moet"),
        ("datum;cijfer\n", ":1: Na de eerste regel staat er niets meer."),
        ("datum,cijfer\n2024,6,7\n", "Schrijf getallen met een punt"),
        (b"datum;cijfer\n2024;\xff\xfe\x00\x00\x01\x02\x03", "cijfers.csv: "),
        ("datum;cijfer\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: str | bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said.replace("(", r"\(")):
        read_ratings(saved(tmp_path, content))


def test_all_problems_are_told_at_once_but_no_endless_list(tmp_path: Path) -> None:
    two = saved(tmp_path, "datum;cijfer\nx;7\n2024;y\nz;99\n")
    with pytest.raises(ReadError) as error:
        read_ratings(two)
    assert [line.split(": ")[0].rpartition(":")[2] for line in str(error.value).splitlines()] == list("2344")
    with pytest.raises(ReadError) as error:
        read_ratings(saved(tmp_path, "datum;cijfer\n" + "x;7\n" * 21))
    assert len(str(error.value).splitlines()) == 21
    assert str(error.value).endswith("\nEr is nog 1 fout.")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="weg\\.csv: "):
        read_ratings(tmp_path / "weg.csv")


def test_readers_per_page_or_per_template(tmp_path: Path) -> None:
    pages = saved(tmp_path, "bron;lezers\nhttps://example.nl/paspoort?a=1,2;12500\nbrieven/één.docx;0\n")
    assert read_reach(pages) == ({"https://example.nl/paspoort?a=1,2": 12500, "brieven/één.docx": 0}, {})
    templates = saved(tmp_path, "Sjabloon,Lezers\nAanslag,60000\n")
    assert read_reach(templates) == ({}, {"Aanslag": 60000})


def test_readers_in_windows_1252(tmp_path: Path) -> None:
    assert read_reach(saved(tmp_path, "sjabloon;lezers\nCafé;5\n".encode("cp1252"))) == ({}, {"Café": 5})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("pagina;-1", "‘-1’ is geen aantal lezers."),
        ("pagina;veel", "‘veel’ is geen aantal lezers."),
        ("pagina;1e9", "‘1e9’ is geen aantal lezers."),
        (f"pagina;{'9' * 400}", "is geen aantal lezers."),
        (
            "pagina;12.500",
            "‘12.500’ is niet duidelijk. Schrijf een aantal zonder punt of komma, zoals 12500.",
        ),
        ("pagina;1.250.000", "‘1.250.000’ is niet duidelijk."),
        (";5", "De naam in de kolom ‘bron’ ontbreekt."),
        ("a;5", "‘a’ staat er al. Tel de lezers op en houd één regel over."),
    ],
)
def test_wrong_readers_are_named(tmp_path: Path, line: str, said: str) -> None:
    path = saved(tmp_path, f"bron;lezers\na;1\n{line}\n")
    with pytest.raises(ReadError) as error:
        read_reach(path)
    assert str(error.value).startswith(f"{path}:3: ")
    assert said in str(error.value)
