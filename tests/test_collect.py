"""Texts on their way into the archive: which department, kind, date and template; and what is never kept."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from duidelijk.archive import Archive
from tests.test_cli import EXAMPLES, duidelijk

LETTER = "Geachte mevrouw Zwaluwstra,\n\nIndien u vragen heeft, kunt u ons bellen. U betaalt € 20 leges.\n"
DATED = "Geachte heer Kievit,\n\nU krijgt een vergunning. Wij sturen u die vóór {}.\n"


def kept(folder: Path) -> list[dict]:
    """What is in the archive in this folder."""
    with Archive("archief.db", folder) as archive:
        return list(archive.rows())


def collect(folder: Path, *arguments: str, **how):
    return duidelijk("collect", *arguments, "--archive", "archief.db", cwd=folder, **how)


def letter(folder: Path, name: str = "zwaluwstra.txt", text: str = LETTER) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_given_comes_first(tmp_path: Path) -> None:
    text = "---\nafdeling: Belastingen\ngenre: web\ndatum: 2025-01-01\nsjabloon: Oud\n---\n\nWij bellen u op maandag.\n"
    letter(tmp_path, "a.md", text)
    given = ("--department", "Burgerzaken", "--genre", "brief", "--date", "14-10-2026", "--template", "Nieuw")
    done = collect(tmp_path, "a.md", *given)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Bewaard: 1 tekst (1 nieuw) in '{tmp_path / 'archief.db'}'.\n"
    (row,) = kept(tmp_path)
    names = ("department", "genre", "date", "template")
    assert [row[name] for name in names] == ["Burgerzaken", "brief", "2026-10-14", "Nieuw"]


def test_else_the_document_says_it_and_else_the_settings(tmp_path: Path) -> None:
    front = (
        "---\nafdeling: Belastingen\ndatum: 2026-09-30\nsjabloon: Aanslag\n---\n\nWij bellen u op maandag.\n"
    )
    letter(tmp_path, "brieven/a.md", front)
    letter(tmp_path, "brieven/b.txt")
    page = (
        '<html><head><meta name="duidelijk:afdeling" content="Web"><meta name="duidelijk:datum" content="1 mei 2026">'
        '<meta name="duidelijk:sjabloon" content="Product"></head><body><p>Wij bellen u.</p></body></html>'
    )
    letter(tmp_path, "brieven/c.html", page)
    settings = (
        '[[path]]\nglob = "brieven/**"\ndepartment = "Burgerzaken"\ntemplate = "Paspoort"\ngenre = "brief"\n'
    )
    letter(tmp_path, "duidelijk.toml", settings)
    assert collect(tmp_path, "brieven").returncode == 0
    rows = {row["department"]: row for row in kept(tmp_path)}
    assert {name: row["template"] for name, row in rows.items()} == {
        "Belastingen": "Aanslag", "Burgerzaken": "Paspoort", "Web": "Product",
    }  # fmt: skip
    assert rows["Belastingen"]["date"] == "2026-09-30"
    assert rows["Web"]["date"] == "2026-05-01"
    assert rows["Burgerzaken"]["date"] == date.today().isoformat()
    assert rows["Burgerzaken"]["genre"] == "brief"


def test_nothing_of_the_text_or_the_name_is_kept(tmp_path: Path) -> None:
    letter(tmp_path)
    collect(tmp_path, "zwaluwstra.txt", "--department", "Burgerzaken")
    data = b"".join(path.read_bytes() for path in tmp_path.glob("archief.*")).lower()
    assert b"burgerzaken" in data and b"indien" in data, "a listed term is no secret"
    for word in (b"zwaluwstra", b"mevrouw", b"vragen", b"bellen", b"betaalt", str(tmp_path).encode()):
        assert word not in data


def test_a_second_go_only_does_what_is_new(tmp_path: Path) -> None:
    letter(tmp_path, "a.txt")
    collect(tmp_path, ".", "--department", "Burgerzaken")
    letter(tmp_path, "b.txt", LETTER.replace("Zwaluwstra", "Meeuw"))
    letter(tmp_path, "a.txt", LETTER.replace("Indien", "Als"))
    done = collect(tmp_path, ".", "--department", "Burgerzaken")
    assert done.stdout.startswith("Bewaard: 2 teksten (1 nieuw, 1 veranderd)")
    done = collect(tmp_path, ".", "--department", "Burgerzaken")
    assert done.stdout.startswith("Bewaard: 2 teksten (2 al bekend)")
    assert len(kept(tmp_path)) == 3


def test_again_checks_what_is_known_once_more(tmp_path: Path) -> None:
    letter(tmp_path, "a.txt")
    collect(tmp_path, "a.txt", "--department", "Burgerzaken")
    done = collect(tmp_path, "a.txt", "--department", "Belastingen", "--again")
    assert done.stdout.startswith("Bewaard: 1 tekst (1 al bekend)")
    assert [row["department"] for row in kept(tmp_path)] == ["Belastingen"]


def test_a_text_without_a_department_is_told_and_kept(tmp_path: Path) -> None:
    letter(tmp_path)
    done = collect(tmp_path, "zwaluwstra.txt")
    assert done.returncode == 0
    assert done.stderr.startswith("Let op: bij 1 tekst staat geen afdeling.")
    assert [row["department"] for row in kept(tmp_path)] == ["Zonder afdeling"]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    letter(tmp_path, "goed.txt")
    letter(tmp_path, "leeg.txt", "")
    done = collect(tmp_path, ".", "--department", "Burgerzaken")
    assert done.returncode == 2
    assert "leeg.txt" in done.stderr
    assert len(kept(tmp_path)) == 1


def test_check_saves_as_well(tmp_path: Path) -> None:
    letter(tmp_path)
    done = duidelijk(
        "check", "zwaluwstra.txt", "--save", "--archive", "archief.db", "--department", "A", cwd=tmp_path
    )
    assert done.returncode == 0
    assert "formeel-woord" in done.stdout
    assert done.stderr.startswith("Bewaard: 1 tekst (1 nieuw)")
    assert len(kept(tmp_path)) == 1


def test_check_without_save_makes_no_archive_and_says_so(tmp_path: Path) -> None:
    letter(tmp_path)
    done = duidelijk("check", "zwaluwstra.txt", "--archive", "archief.db", cwd=tmp_path)
    assert (done.returncode, "hoort ook --save" in done.stderr) == (2, True)
    assert not (tmp_path / "archief.db").exists()


def test_a_date_that_cannot_be_is_told(tmp_path: Path) -> None:
    for name, said in (
        ("a.md", "volgende week"),
        ("b.md", "2026-31-12"),
        ("c.md", "2131-01-01"),
        ("d.md", "2026-10-14"),
    ):
        letter(tmp_path, name, f"---\ndatum: {said}\n---\n\n{LETTER}{name}\n")
    done = collect(tmp_path, ".", "--department", "A")
    assert done.stderr == (
        "Let op: de datum in 'a.md', 'b.md', 'c.md' kan niet. Schrijf een datum zoals 2026-10-14 en bewaar de tekst "
        "opnieuw.\n"
    )
    assert collect(tmp_path, ".", "--date", "2026-10-14").stderr == ""


def test_path_rules_hold_by_any_way_to_the_folder(tmp_path: Path) -> None:
    letter(tmp_path, "brieven/a.txt")
    (tmp_path / "elders").mkdir()
    letter(tmp_path, "duidelijk.toml", '[[path]]\nglob = "brieven/**"\ndepartment = "Belastingen"\n')
    duidelijk("collect", "../brieven", "--archive", "../archief.db", cwd=tmp_path / "elders")
    assert [row["department"] for row in kept(tmp_path)] == ["Belastingen"]


def test_a_given_archive_has_its_own_key(tmp_path: Path) -> None:
    letter(tmp_path)
    letter(tmp_path, "duidelijk.toml", '[archive]\nkey_file = "geheim.key"\n')
    collect(tmp_path, "zwaluwstra.txt", "--department", "A")
    assert (tmp_path / "archief.sleutel").exists() and not (tmp_path / "geheim.key").exists()


def test_texts_of_standard_input_without_a_name_are_different_texts(tmp_path: Path) -> None:
    for text in (LETTER, LETTER, LETTER.replace("Indien", "Als")):
        assert collect(tmp_path, "-", "--department", "A", stdin=text.encode()).returncode == 0
    assert len({row["document"] for row in kept(tmp_path)}) == 2


def test_a_name_for_standard_input_makes_versions_of_one_text(tmp_path: Path) -> None:
    for text in (LETTER, LETTER.replace("Indien", "Als")):
        collect(
            tmp_path,
            "-",
            "--stdin-name",
            "https://gemeente.nl/a.txt",
            "--department",
            "A",
            stdin=text.encode(),
        )
    rows = kept(tmp_path)
    assert (len(rows), len({row["document"] for row in rows})) == (2, 1)


def test_the_same_file_by_another_way_is_the_same_text(tmp_path: Path) -> None:
    letter(tmp_path, "brieven/a.txt")
    collect(tmp_path, "brieven/a.txt", "--department", "A")
    collect(tmp_path, str(tmp_path / "brieven" / ".." / "brieven" / "a.txt"), "--department", "A")
    assert len(kept(tmp_path)) == 1


def test_files_of_the_same_name_in_two_folders_are_two_texts(tmp_path: Path) -> None:
    for name in ("a", "b"):
        letter(tmp_path, f"{name}/brief.txt", LETTER.replace("Zwaluwstra", name))
        letter(tmp_path, f"{name}/duidelijk.toml", "[words]\nallow = []\n")
        duidelijk("collect", ".", "--department", "A", "--archive", "../archief.db", cwd=tmp_path / name)
    collect(tmp_path, "a", "b", "--department", "A")
    assert len({row["document"] for row in kept(tmp_path)}) == 2


def test_a_folder_with_a_name_is_the_same_folder_elsewhere(tmp_path: Path) -> None:
    for place in ("hier", "daar"):
        letter(tmp_path, f"{place}/brief.txt")
        letter(tmp_path, f"{place}/duidelijk.toml", '[archive]\nurl = "../archief.db"\nname = "brieven"\n')
        duidelijk("collect", "brief.txt", "--department", "A", cwd=tmp_path / place)
    assert len(kept(tmp_path)) == 1


def test_an_allowed_word_is_another_way_of_measuring(tmp_path: Path) -> None:
    letter(tmp_path, "a.txt")
    collect(tmp_path, "a.txt", "--department", "A", "--date", "2026-10-14")
    letter(tmp_path, "duidelijk.toml", '[words]\nallow = ["indien", "leges"]\n')
    done = collect(tmp_path, "a.txt", "--department", "A", "--date", "2026-11-14")
    assert done.stdout.startswith("Bewaard: 1 tekst")
    old, new = kept(tmp_path)
    assert old["settings"] != new["settings"]
    assert new["terms"] == {}


def test_a_remark_that_silences_a_rule_makes_a_new_version(tmp_path: Path) -> None:
    letter(tmp_path, "a.md", LETTER)
    collect(tmp_path, "a.md", "--department", "A")
    letter(tmp_path, "a.md", f"<!-- duidelijk uit: formeel-woord -->\n\n{LETTER}")
    assert collect(tmp_path, "a.md").stdout.startswith("Bewaard: 1 tekst (1 veranderd)")


def test_rescoring_keeps_the_kind_of_text(tmp_path: Path) -> None:
    letter(tmp_path, "a.txt")
    collect(tmp_path, "a.txt", "--department", "A", "--genre", "besluit")
    letter(tmp_path, "duidelijk.toml", "[rules]\noff = ['jargon']\n")
    duidelijk("rescore", "a.txt", "--archive", "archief.db", cwd=tmp_path)
    (row,) = kept(tmp_path)
    assert (row["genre"], row["settings"] != "") == ("besluit", True)


def test_settings_that_come_later_make_no_second_text(tmp_path: Path) -> None:
    letter(tmp_path)
    collect(tmp_path, "zwaluwstra.txt", "--department", "A")
    letter(tmp_path, "duidelijk.toml", "[words]\nallow = []\n")
    assert collect(tmp_path, "zwaluwstra.txt").stdout.startswith("Bewaard: 1 tekst (1 al bekend)")
    assert len(kept(tmp_path)) == 1


def test_the_archive_may_be_named_in_the_settings_or_the_environment(tmp_path: Path) -> None:
    letter(tmp_path)
    letter(tmp_path, "duidelijk.toml", '[archive]\nurl = "uit-instellingen.db"\nkey_file = "geheim.key"\n')
    duidelijk("collect", "zwaluwstra.txt", "--department", "A", cwd=tmp_path)
    assert {"uit-instellingen.db", "geheim.key"} <= {path.name for path in tmp_path.iterdir()}
    duidelijk(
        "collect", "zwaluwstra.txt", "--department", "A", cwd=tmp_path, DUIDELIJK_ARCHIVE="uit-omgeving.db"
    )
    assert (tmp_path / "uit-omgeving.db").exists()


def test_without_any_setting_it_is_in_the_folder_for_data(tmp_path: Path) -> None:
    letter(tmp_path)
    done = duidelijk(
        "collect", "zwaluwstra.txt", "--department", "A", cwd=tmp_path, XDG_DATA_HOME=str(tmp_path / "data")
    )
    assert done.returncode == 0, done.stderr
    assert "archief.db" in done.stdout


def test_old_texts_are_forgotten_and_their_totals_stay(tmp_path: Path) -> None:
    letter(tmp_path, "oud.txt")
    letter(tmp_path, "nieuw.txt", LETTER.replace("Zwaluwstra", "Meeuw"))
    letter(tmp_path, "duidelijk.toml", "[archive]\nkeep_months = 0\n")
    collect(tmp_path, "oud.txt", "--date", "2023-05-01", "--department", "A")
    letter(tmp_path, "duidelijk.toml", "[archive]\nkeep_months = 24\n")
    done = collect(tmp_path, "nieuw.txt", "--department", "A")
    assert done.stderr == "1 tekst was ouder dan 24 maanden. Die is vergeten. De totalen blijven.\n"
    assert len(kept(tmp_path)) == 1
    done = duidelijk("archive", "info", "--archive", "archief.db", cwd=tmp_path)
    assert "Totalen: 1 maand" in done.stdout


def test_a_new_rule_book_gives_the_same_texts_a_new_grade(tmp_path: Path) -> None:
    letter(tmp_path, "a.txt")
    letter(tmp_path, "b.txt", LETTER.replace("Zwaluwstra", "Meeuw"))
    collect(tmp_path, ".", "--department", "A", "--date", "2026-10-14")
    letter(tmp_path, "b.txt", LETTER.replace("Indien", "Als"))
    letter(tmp_path, "duidelijk.toml", '[rules.lange-zin]\nseverity = {10 = "fout"}\n')
    done = duidelijk("rescore", ".", "--archive", "archief.db", cwd=tmp_path)
    assert done.stdout.startswith("1 tekst kreeg een nieuw cijfer. 1 tekst niet")
    assert len({row["rulebook_version"] for row in kept(tmp_path)}) == 2
    done = duidelijk("rescore", ".", "--archive", "archief.db", cwd=tmp_path)
    assert done.stdout.startswith("0 teksten kregen een nieuw cijfer.")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["collect", "a.txt", "--date", "gisteren"], "Schrijf bijvoorbeeld 2026-10-14."),
        (["collect", "a.txt", "--date", "31-02-2026"], "Schrijf bijvoorbeeld 2026-10-14."),
        (
            ["collect", "a.txt", "--date", "2206-10-14"],
            "De datum 2206-10-14 kan niet. Kies een dag in de jaren 2000",
        ),
        (["rescore", "a.txt", "--archive", "archief.db"], "Er is nog geen archief"),
        (["collect", "a.txt", "--archive", "geen/map/archief.db"], "Maak die eerst."),
        (["archive", "forget", "--archive", "archief.db"], "geef --before of --department"),
        (["archive", "info", "--archive", "archief.db"], "Er is nog geen archief"),
        (["archive", "export", "--archive", "archief.db", "--output", "."], "is een map"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_made(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    letter(tmp_path, "a.txt")
    done = duidelijk(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert not (tmp_path / "archief.db").exists()


def test_forgetting_asks_first(tmp_path: Path) -> None:
    letter(tmp_path)
    collect(tmp_path, "zwaluwstra.txt", "--department", "A", "--date", "2026-10-14")
    forget = ("archive", "forget", "--archive", "archief.db", "--department", "A")
    done = duidelijk(*forget, cwd=tmp_path, stdin=b"n\n")
    assert done.returncode == 130 and "1 versie van een tekst" in done.stderr
    assert len(kept(tmp_path)) == 1
    done = duidelijk(*forget, cwd=tmp_path, stdin=b"ja\n")
    assert done.stdout == "Vergeten: 1 versie. Ook de totalen zijn weg.\n"
    assert kept(tmp_path) == []
    done = duidelijk("archive", "forget", "--archive", "archief.db", "--department", "B", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "duidelijk: De afdeling 'B' staat niet in het archief.\n")


def test_the_numbers_come_out_as_a_table(tmp_path: Path) -> None:
    collect(
        tmp_path, str(EXAMPLES / "wegwerkzaamheden-voor.txt"), "--department", "=1+1", "--date", "2026-10-14"
    )
    done = duidelijk("archive", "export", "--archive", "archief.db", cwd=tmp_path)
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert row["department"] == "'=1+1", "a spreadsheet doesn't take it for a formula"
    assert "lange-zin=" in row["rules"]
    assert float(row["lix"]) > 0
