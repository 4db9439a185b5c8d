"""``--format`` of the command: each form is written where it is asked, also when a text can't be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats import READERS, valid_commands
from tests.test_cli import LONG, UNCLEAR, duidelijk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "brieven").mkdir()
    (tmp_path / "brieven" / "een brief.txt").write_text(UNCLEAR, encoding="utf-8")
    (tmp_path / "brieven" / "lang.md").write_text(LONG, encoding="utf-8")
    return tmp_path


def test_a_form_for_another_program_is_written_to_a_file(folder: Path) -> None:
    done = duidelijk(
        "check", str(folder / "brieven"), "--format", "sarif", "--output", "uit.sarif", cwd=folder
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    found = READERS["sarif"]((folder / "uit.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert [each["location"]["uri"] for each in found["artifacts"]] == [
        "brieven/een%20brief.txt",
        "brieven/lang.md",
    ]


def test_a_text_that_cannot_be_read_is_in_the_form_too(folder: Path) -> None:
    done = duidelijk("check", "weg.txt", "--format", "junit", cwd=folder)
    assert done.returncode == 2 and "Dit bestand bestaat niet" in done.stderr
    assert READERS["junit"](done.stdout).get("errors") == "1"


def test_github_gets_commands_and_the_summary_of_the_job(folder: Path) -> None:
    (folder / "samenvatting.md").write_text("Eerst dit.\n", encoding="utf-8")
    done = duidelijk(
        "check", "brieven", "--format", "github", "--fail-on", "fout",
        cwd=folder, GITHUB_STEP_SUMMARY=str(folder / "samenvatting.md"),
    )  # fmt: skip
    assert done.returncode == 1 and valid_commands(done.stdout)[0].level == "error"
    summary = (folder / "samenvatting.md").read_text(encoding="utf-8")
    assert summary.startswith("Eerst dit.\n## Duidelijke taal\n") and "| brieven/lang.md |" in summary


def test_standard_input_has_the_name_that_it_is_given_and_no_summary_stops_it(folder: Path) -> None:
    done = duidelijk(
        "check", "-", "--stdin-name", "nieuws/a.txt", "--format", "github",
        cwd=folder, stdin=UNCLEAR.encode(), GITHUB_STEP_SUMMARY=str(folder),
    )  # fmt: skip
    assert {each.properties["file"] for each in valid_commands(done.stdout)} == {"nieuws/a.txt"}
    assert done.returncode == 0
    assert "De samenvatting voor GitHub kan niet worden geschreven" in done.stderr


def test_a_form_that_does_not_exist_is_said(folder: Path) -> None:
    done = duidelijk("check", "brieven", "--format", "pdf", cwd=folder)
    assert done.returncode == 2 and "sarif" in done.stderr
