"""``duidelijk words``: what an advisor sees, and what is left on disk."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from tests.test_cli import duidelijk
from tests.test_own_words import HEADER, csv, workbook

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_explain_tells_list_alternatives_and_how_common_a_word_is(tmp_path: Path) -> None:
    done = duidelijk("words", "explain", "geretourneerd", cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == ""
    assert "[formeel-woord]" in done.stdout and "Schrijf liever: ‘terugsturen’" in done.stdout
    assert "op een schaal van 0 tot 8" in done.stdout


def test_explain_tells_the_explanation_and_the_field_of_jargon(tmp_path: Path) -> None:
    done = duidelijk("words", "explain", "last", "onder", "dwangsom", cwd=tmp_path)
    assert "[jargon]: mag blijven, als de tekst het uitlegt" in done.stdout
    assert "Uitleg: Bij een last onder dwangsom" in done.stdout and "Vakgebied: recht." in done.stdout


def test_explain_takes_a_compound_apart(tmp_path: Path) -> None:
    done = duidelijk("words", "explain", "parkeervergunningaanvraagformulier", cwd=tmp_path)
    assert "staat op geen lijst" in done.stdout
    assert "Delen: parkeer + vergunning + aanvraag + formulier" in done.stdout


def test_explain_without_a_word_says_what_to_give(tmp_path: Path) -> None:
    done = duidelijk("words", "explain", " ", cwd=tmp_path)
    assert done.returncode == 2 and "Geef een woord" in done.stderr


def test_check_counts_the_words_of_a_list(tmp_path: Path) -> None:
    workbook(tmp_path / "w.xlsx", HEADER, ("zorgloket", "balie"), ("perceel", "", "", "mag"))
    done = duidelijk("words", "check", "w.xlsx", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout == "w.xlsx: 2 woorden, alles klopt (vervang: 1, leg uit: 0, mag: 1).\n"


def test_check_remarks_on_an_alternative_that_is_hard_itself(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;alternatief\nzorgloket;rijwiel\ndakkapel;erker\n")
    done = duidelijk("words", "check", "w.csv", cwd=tmp_path)
    assert done.returncode == 0
    assert (
        "w.csv:2: het alternatief ‘rijwiel’ is zelf een woord dat wij melden (formeel-woord)." in done.stdout
    )
    assert "w.csv:3: het alternatief ‘erker’ is een zeldzaam woord." in done.stdout


REMARKS = [
    ("geretourneerd;teruggestuurd", "‘geretourneerd’ is een vorm van ‘retourneren’"),
    ("zorgloket, wijkloket;balie", "Zet elk woord op een eigen regel"),
    ("zorgloket;balie, wijkteam", "In ‘balie, wijkteam’ lijkt meer dan één alternatief te staan"),
    ("zorgloket;zorgloket", "het alternatief ‘zorgloket’ is het woord zelf"),
    ("afkoppelen;losmaken", "Vul bij ‘context’ in: altijd"),
    ("bij de Pont;balie", "Is het een naamwoord? Vul dan ‘naamwoord’ in bij ‘woordsoort’"),
]


@pytest.mark.parametrize(("row", "said"), REMARKS)
def test_check_remarks_on_what_will_not_work_as_meant(tmp_path: Path, row: str, said: str) -> None:
    csv(tmp_path / "w.csv", f"woord;alternatief\n{row}\n")
    done = duidelijk("words", "check", "w.csv", cwd=tmp_path)
    assert done.returncode == 0 and said in done.stdout


def test_check_is_silent_about_a_good_list(tmp_path: Path) -> None:
    rows = "zorgloket;balie\nsociaal wijkteam;wijkteam\ntelefonisch contact opnemen;bellen\nBOD;\n"
    csv(tmp_path / "w.csv", "woord;alternatief\n" + rows.replace("BOD;", "BOD;Buurt Op Dreef"))
    assert "Let op" not in duidelijk("words", "check", "w.csv", cwd=tmp_path).stdout


def test_check_without_files_takes_the_lists_of_the_settings(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;alternatief\nzorgloket;balie\n")
    (tmp_path / "duidelijk.toml").write_text('[words]\nlists = ["w.csv"]\n', encoding="utf-8")
    assert duidelijk("words", "check", cwd=tmp_path).stdout.startswith("w.csv: 1 woord, alles klopt")


def test_check_tells_mistakes_and_ends_with_2(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;status\nzorgloket;misschien\n")
    done = duidelijk("words", "check", "w.csv", cwd=tmp_path)
    assert done.returncode == 2 and done.stdout == ""
    assert "w.csv:2: ‘misschien’ kan niet bij ‘status’" in done.stderr


def test_check_without_any_list_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "duidelijk.toml").write_text("", encoding="utf-8")
    done = duidelijk("words", "check", cwd=tmp_path)
    assert done.returncode == 2 and "Geef een bestand" in done.stderr


def test_import_writes_the_list_and_names_it_in_the_settings(tmp_path: Path) -> None:
    (tmp_path / "duidelijk.toml").write_text(
        '# onze instellingen\n[rules]\noff = ["lengte"]\n', encoding="utf-8"
    )
    workbook(tmp_path / "onze woorden.xlsx", HEADER, ("zorgloket", "balie"))
    done = duidelijk("words", "import", "onze woorden.xlsx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    settings = (tmp_path / "duidelijk.toml").read_text(encoding="utf-8")
    assert settings.startswith("# onze instellingen\n")
    assert tomllib.loads(settings) == {"rules": {"off": ["lengte"]}, "words": {"lists": ["onze woorden.tsv"]}}
    assert "zorgloket\tbalie" in (tmp_path / "onze woorden.tsv").read_text(encoding="utf-8")
    (tmp_path / "brief.txt").write_text("Het zorgloket is open.\n", encoding="utf-8")
    assert "[jargon]" in duidelijk("check", "brief.txt", cwd=tmp_path).stdout


def test_import_does_not_write_over_a_list(tmp_path: Path) -> None:
    (tmp_path / "duidelijk.toml").write_text("", encoding="utf-8")
    old = csv(tmp_path / "w.tsv", "woord\talternatief\noud\tnieuw\n")
    workbook(tmp_path / "w.xlsx", HEADER, ("zorgloket", "balie"))
    done = duidelijk("words", "import", "w.xlsx", cwd=tmp_path)
    assert done.returncode == 2 and "--replace" in done.stderr
    assert "oud" in old.read_text(encoding="utf-8")
    assert duidelijk("words", "import", "w.xlsx", "--replace", cwd=tmp_path).returncode == 0
    assert duidelijk("words", "import", "w.xlsx", "--replace", cwd=tmp_path).returncode == 0
    settings = tomllib.loads((tmp_path / "duidelijk.toml").read_text(encoding="utf-8"))
    assert settings["words"]["lists"] == ["w.tsv"]


def test_import_keeps_remarks_and_never_writes_over_its_own_input(tmp_path: Path) -> None:
    (tmp_path / "duidelijk.toml").write_text("", encoding="utf-8")
    csv(tmp_path / "w.csv", "woord;alternatief;opmerking;datum\nzorgloket;balie;van Anna;3 mei\n")
    assert duidelijk("words", "import", "w.csv", cwd=tmp_path).returncode == 0
    text = (tmp_path / "w.tsv").read_text(encoding="utf-8")
    assert "van Anna; 3 mei" in text
    done = duidelijk("words", "import", "w.tsv", "--replace", cwd=tmp_path)
    assert done.returncode == 2 and "is al een lijst" in done.stderr
    assert (tmp_path / "w.tsv").read_text(encoding="utf-8") == text


def test_imported_list_takes_the_place_of_the_one_it_came_from(tmp_path: Path) -> None:
    (tmp_path / "duidelijk.toml").write_text('[words]\nlists = ["w.csv", "b.csv"]\n', encoding="utf-8")
    csv(tmp_path / "w.csv", "woord;alternatief\nzorgloket;balie\n")
    csv(tmp_path / "b.csv", "woord;alternatief\npandkaart;kaart\n")
    assert duidelijk("words", "import", "w.csv", cwd=tmp_path).returncode == 0
    settings = tomllib.loads((tmp_path / "duidelijk.toml").read_text(encoding="utf-8"))
    assert settings["words"]["lists"] == ["w.tsv", "b.csv"]


def test_import_of_a_wrong_list_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "duidelijk.toml").write_text("", encoding="utf-8")
    csv(tmp_path / "w.csv", "woord;status\nzorgloket;misschien\n")
    assert duidelijk("words", "import", "w.csv", cwd=tmp_path).returncode == 2
    assert {path.name for path in tmp_path.iterdir()} == {"duidelijk.toml", "w.csv"}


@pytest.mark.skipif(ROOT, reason="als root mag alles")
def test_list_without_permission_is_told(tmp_path: Path) -> None:
    path = csv(tmp_path / "w.csv", "woord;alternatief\na;b\n")
    path.chmod(0)
    done = duidelijk("words", "check", "w.csv", cwd=tmp_path)
    assert done.returncode == 2 and "U mag dit bestand niet lezen" in done.stderr


def test_help_is_dutch(tmp_path: Path) -> None:
    done = duidelijk("words", "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert "Opdrachten" in done.stdout and "import" in done.stdout and "Toon deze uitleg" in done.stdout
