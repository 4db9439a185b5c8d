"""``duidelijk gate`` and ``duidelijk baseline`` as a writer and a build server use them."""

from __future__ import annotations

import io
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from duidelijk import Checker, cli
from duidelijk.archive import Archive
from duidelijk.baseline import FILE
from tests.faults import shut, without_privilege
from tests.programs import PROJECT, Ended, run
from tests.test_precommit import CLEAR, UNCLEAR

SCHEMA = json.loads((PROJECT / "docs" / "schema.json").read_text(encoding="utf-8"))
NEW = "\nIndien u vragen heeft, kunt u bellen.\n"
FORMATS = ("json", "html", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle")
Command = Callable[..., Ended]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings, a clear text and an unclear one; it is the current folder."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "duidelijk.toml").write_text(
        '[gate]\nmax_fout = 0\n[archive]\nname = "site"\n', encoding="utf-8"
    )
    (folder / "duidelijk.md").write_text(CLEAR, encoding="utf-8")
    (folder / "onduidelijk.md").write_text(UNCLEAR, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "gegevens"))
    for name in ("DUIDELIJK_ARCHIVE", "DUIDELIJK_REASON", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def command(
    checker: Checker, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Command]:
    """The command in this process, with the pipeline that is loaded already."""
    monkeypatch.setattr("duidelijk.checker.load_pipeline", lambda _: checker._nlp)

    def ended(*arguments: str | Path, stdin: str = "") -> Ended:
        monkeypatch.setattr(sys, "argv", ["duidelijk", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capfd.readouterr()
        code = cli._run()
        return Ended(code, *capfd.readouterr())

    yield ended


# --- What it says


def test_a_stopped_text_says_why_where_and_what_helps_most(site: Path, command: Command) -> None:
    done = command("gate", "onduidelijk.md", "duidelijk.md")
    assert done.code == 1
    first, second, *rest = done.output.splitlines()
    assert first.startswith("onduidelijk.md: Het cijfer is 1,")
    assert second == "onduidelijk.md: Er staan 9 fouten in. Er mag geen fout in staan."
    assert "  3:72    fout  Lange voorzetseluitdrukking [voorzetseluitdrukking]" in rest
    assert "          “ten aanzien van” → “over”" in rest
    assert any(line.startswith("    1. Lange zin (2×): dan een ") for line in rest)
    assert "Bekijk alle meldingen en de uitleg met: duidelijk check." in done.output
    assert "--reason" in done.output and "‘spoedbericht’" in done.output
    assert "duidelijk.md: " not in done.output.replace("onduidelijk.md: ", "")
    assert max(map(len, done.output.splitlines())) <= 80
    assert done.errors == "2 teksten: 1 mag naar buiten en 1 is nog niet duidelijk genoeg.\n"


def test_a_text_that_may_be_published_needs_one_line(site: Path, command: Command) -> None:
    done = command("gate", "duidelijk.md")
    assert (done.code, done.output, done.errors) == (0, "", "De tekst mag naar buiten.\n")


def test_a_short_text_is_not_passed_in_silence(site: Path, command: Command) -> None:
    (site / "kort.txt").write_text("U belt ons.", encoding="utf-8")
    done = command("gate", "kort.txt")
    assert done.code == 0 and "te kort voor een cijfer. Alleen de meldingen tellen." in done.errors
    (site / "kort.txt").write_text("Indien u vragen heeft, belt u ons.", encoding="utf-8")
    assert command("gate", "kort.txt").code == 1


@pytest.mark.parametrize(("text", "code"), [(UNCLEAR, 1), (CLEAR, 0)])
def test_quiet_speaks_by_its_code_alone(site: Path, command: Command, text: str, code: int) -> None:
    (site / "a.md").write_text(text, encoding="utf-8")
    assert command("gate", "a.md", "--quiet") == Ended(code, "", "")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--min-grade", "1", "--max-fout", "9"), 0),
        (("--min-grade", "1", "--max-fout", "8"), 1),
        (("--min-grade", "1"), 1),
        (("--min-grade", "0.5"), 2),
        (("--max-fout", "-1"), 2),
        (("--min-grade", "zeven"), 2),
        (("--format", "pdf"), 2),
        (("--baseline", "weg.json"), 2),
        (("--baseline", ""), 2),
        (("--config", "weg.toml"), 2),
        (("--onzin",), 2),
    ],
)
def test_options_go_before_the_settings_and_mistakes_exit_2(
    site: Path, command: Command, options: tuple[str, ...], code: int
) -> None:
    done = command("gate", "onduidelijk.md", *options)
    assert done.code == code
    assert code != 2 or (
        done.output == "" and done.errors.startswith("duidelijk: ") and done.errors.count("\n") == 1
    )


@pytest.mark.parametrize("name", ["gate", "baseline"])
def test_no_files_at_all_is_a_mistake(site: Path, command: Command, name: str) -> None:
    done = command(name)
    assert (done.code, done.output) == (2, "") and "'BESTANDEN'" in done.errors


def test_a_file_that_cannot_be_read_exits_2_and_the_others_are_judged(site: Path, command: Command) -> None:
    done = command("gate", "weg.md", "onduidelijk.md", "duidelijk.md")
    assert done.code == 2 and "onduidelijk.md: Het cijfer is" in done.output
    assert done.errors.splitlines()[-1] == (
        "3 teksten: 1 mag naar buiten, 1 is nog niet duidelijk genoeg en 1 kon niet worden gelezen."
    )
    assert command("gate", "weg.md", "duidelijk.md", "--reason", "citaat").code == 2


def test_a_folder_stands_for_its_texts_and_a_file_counts_once(site: Path, command: Command) -> None:
    (site / "leeg").mkdir()
    done = command("gate", ".", "onduidelijk.md", site / "onduidelijk.md", "./onduidelijk.md")
    assert done.code == 1 and done.errors.startswith("2 teksten: ")
    assert command("gate", "leeg").code == 2


def test_a_baseline_of_nothing_that_can_be_read_is_none(site: Path, command: Command) -> None:
    done = command("baseline", "niet-hier.md")
    assert (done.code, done.output) == (2, "")
    assert not (site / FILE).exists()


@pytest.mark.parametrize(("name", "code"), [("wonen/a.md", 0), ("a.md", 1)])
def test_standard_input_is_judged_by_the_name_it_is_given(
    site: Path, command: Command, name: str, code: int
) -> None:
    (site / "duidelijk.toml").write_text('[[path]]\nglob = "wonen/**"\nmin_grade = 1\n', encoding="utf-8")
    assert command("gate", "-", "--stdin-name", name, stdin=UNCLEAR).code == code


# --- Every format


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_what_stops_a_text_and_has_the_same_code(
    site: Path, command: Command, form: str
) -> None:
    done = command("gate", "onduidelijk.md", "--format", form)
    assert done.code == 1 and "Het cijfer is" in done.output
    assert command("gate", "onduidelijk.md", "--format", form, "--output", "uit").output == ""
    assert (site / "uit").read_text(encoding="utf-8") == done.output


def test_json_holds_the_verdict(site: Path, command: Command) -> None:
    for options, passed in (((), False), (("--reason", "citaat"), True)):
        data = json.loads(command("gate", ".", "--format", "json", *options).output)
        jsonschema.validate(data, SCHEMA)
        clear, unclear = (document["verdict"] for document in data["documents"])
        assert clear == {"passed": True, "reasons": [], "stopping": [], "override": None, "remarks": []}
        assert (unclear["passed"], unclear["override"]) == (passed, "citaat" if passed else None)
        findings = data["documents"][1]["findings"]
        assert {findings[place]["severity"] for place in unclear["stopping"]} >= {"fout"}


def test_a_page_says_whether_the_text_may_be_published(site: Path, command: Command) -> None:
    said = {
        ("onduidelijk.md",): "Deze tekst is nog niet duidelijk genoeg.",
        ("duidelijk.md",): "Deze tekst mag naar buiten.",
        ("onduidelijk.md", "--reason", "citaat"): "Deze tekst mag toch naar buiten.",
    }
    for arguments, sentence in said.items():
        assert sentence in command("gate", *arguments, "--format", "html").output
    assert command("gate", ".", "--format", "html").code == 2
    (site / "uit").mkdir()
    assert command("gate", ".", "--format", "html", "--output", "uit").code == 1
    assert len(list((site / "uit").iterdir())) == 2


def test_one_run_writes_several_formats(site: Path, command: Command) -> None:
    also = ("junit=a.xml", "gitlab=b.json", "json=c.json")
    done = command("gate", "duidelijk.md", *(part for each in also for part in ("--also", each)))
    assert (done.code, done.output) == (0, "")
    assert ElementTree.parse(site / "a.xml").getroot().tag == "testsuites"
    assert isinstance(json.loads((site / "b.json").read_bytes()), list)
    assert json.loads((site / "c.json").read_bytes())["documents"][0]["verdict"]["passed"]


@pytest.mark.parametrize(
    "wrong", ["junit", "junit=", "pdf=a", "html=a", "=a", "", "junit=weg/a.xml", "junit=duidelijk.md"]
)
def test_another_format_or_file_is_told_before_any_text_is_read(
    site: Path, command: Command, wrong: str
) -> None:
    done = command("gate", "duidelijk.md", "--also", wrong)
    assert (done.code, done.output, done.errors.count("\n")) == (2, "", 1)
    assert (site / "duidelijk.md").read_text(encoding="utf-8") == CLEAR


# --- The baseline


def test_old_findings_pass_new_ones_stop_and_a_new_text_meets_all_limits(
    site: Path, command: Command
) -> None:
    made = command("baseline", ".")
    assert made.code == 0 and made.output.startswith("Vastgelegd: 2 teksten met ")
    assert command("gate", ".").code == 0
    text = site / "onduidelijk.md"
    text.write_text(f"Dit is nieuw.\n\n{UNCLEAR}", encoding="utf-8")
    assert command("gate", ".").code == 0
    text.write_text(UNCLEAR + NEW, encoding="utf-8")
    done = command("gate", ".")
    assert done.code == 1 and "onduidelijk.md: Er is 1 fout bij gekomen: Formeel woord." in done.output
    assert "“Indien” → “Als”" in done.output and "ten aanzien van" not in done.output
    text.write_text(UNCLEAR, encoding="utf-8")
    (site / "nieuw.md").write_text(UNCLEAR, encoding="utf-8")
    assert command("gate", ".").code == 1


def test_a_text_is_known_from_every_folder_and_under_a_new_name(
    site: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "wonen").mkdir()
    (site / "onduidelijk.md").rename(site / "wonen" / "huur.md")
    command("baseline", "wonen")
    assert '"wonen/huur.md"' in (site / FILE).read_text(encoding="utf-8")
    monkeypatch.chdir(site / "wonen")
    assert command("gate", "huur.md").code == 0
    (site / "wonen" / "huur.md").rename(site / "wonen" / "huren.md")
    assert command("gate", "huren.md").code == 0
    command("gate", "huren.md", "--prune")
    assert '"wonen/huren.md"' in (site / FILE).read_text(encoding="utf-8")
    assert '"wonen/huur.md"' not in (site / FILE).read_text(encoding="utf-8")


def test_what_is_solved_is_told_and_taken_out_but_nothing_is_added(site: Path, command: Command) -> None:
    command("baseline", ".")
    before = (site / FILE).read_bytes()
    text = site / "onduidelijk.md"
    text.write_text(UNCLEAR.replace("bescheiden", "stukken") + NEW, encoding="utf-8")
    done = command("gate", ".")
    assert "1 melding uit de basis is opgelost. Werk de basis bij met: duidelijk gate --prune." in done.errors
    assert (site / FILE).read_bytes() == before
    assert command("gate", ".", "--prune").code == 1
    after = (site / FILE).read_bytes()
    of_findings = [{each for each in data.splitlines() if b'", "' in each[:30]} for data in (after, before)]
    assert of_findings[0] < of_findings[1]
    assert command("gate", ".", "--prune").code == 1 and (site / FILE).read_bytes() == after
    text.write_text(UNCLEAR, encoding="utf-8")
    assert command("gate", ".").code == 1, "what was solved may not come back"


def test_recording_again_keeps_other_texts_and_drops_what_is_gone(site: Path, command: Command) -> None:
    command("baseline", ".")
    first = (site / FILE).read_bytes()
    command("baseline", "onduidelijk.md")
    assert (site / FILE).read_bytes() == first, "the same texts give the same bytes"
    (site / "duidelijk.md").unlink()
    command("baseline", "onduidelijk.md")
    assert b'"duidelijk.md"' not in (site / FILE).read_bytes()


def test_recording_goes_on_after_a_file_that_cannot_be_read(site: Path, command: Command) -> None:
    command("baseline", ".")
    (site / "onduidelijk.md").write_bytes(b"")
    done = command("baseline", ".")
    assert done.code == 2 and done.output.startswith("Vastgelegd: 1 tekst ")
    assert b'"onduidelijk.md"' in (site / FILE).read_bytes(), "what was known of it stays"


def test_the_baseline_can_have_another_name(site: Path, command: Command) -> None:
    command("baseline", "onduidelijk.md", "--output", "basis.json")
    assert not (site / FILE).exists()
    assert command("gate", "onduidelijk.md").code == 1
    assert command("gate", "onduidelijk.md", "--baseline", "basis.json").code == 0
    (site / "duidelijk.toml").write_text('[gate]\nbaseline = "basis.json"\n', encoding="utf-8")
    assert command("gate", "onduidelijk.md").code == 0


def test_standard_input_needs_a_name_in_the_baseline(site: Path, command: Command) -> None:
    done = command("baseline", "-")
    assert done.code == 2 and "--stdin-name" in done.errors
    assert command("baseline", "-", "--stdin-name", "onduidelijk.md", stdin=UNCLEAR).code == 0
    assert command("gate", "-", "--stdin-name", "onduidelijk.md", stdin=UNCLEAR).code == 0
    assert command("gate", "onduidelijk.md").code == 0, "it is the file of that name"


@pytest.mark.parametrize("name", ["gate", "baseline"])
def test_a_damaged_baseline_stops_before_any_text_is_read(site: Path, command: Command, name: str) -> None:
    (site / FILE).write_text("<<<<<<< HEAD\n", encoding="utf-8")
    done = command(name, "onduidelijk.md")
    assert (done.code, done.output) == (2, "") and "is beschadigd" in done.errors
    assert (site / FILE).read_text(encoding="utf-8") == "<<<<<<< HEAD\n"


@pytest.mark.skipif(os.name == "nt", reason="permissions as POSIX has them")
@pytest.mark.parametrize("arguments", [("baseline", "."), ("gate", ".", "--prune")], ids=" ".join)
def test_a_baseline_that_may_not_be_written_is_told_and_stays(
    site: Path, command: Command, arguments: tuple[str, ...]
) -> None:
    command("baseline", ".")
    before = (site / FILE).read_bytes()
    (site / "onduidelijk.md").write_text(CLEAR, encoding="utf-8")
    (site / FILE).chmod(0o400)
    done = run(*arguments, cwd=site, prefix=without_privilege())
    assert done.code == 2 and "kan niet worden geschreven (geen toestemming)" in done.errors
    assert (site / FILE).read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="permissions as POSIX has them")
def test_a_folder_that_may_not_be_written_is_told(site: Path) -> None:
    with shut(site):
        done = run("baseline", ".", cwd=site, prefix=without_privilege())
    assert done.code == 2 and "kan niet worden geschreven (geen toestemming)" in done.errors


DYING = """
import os, pathlib, signal, sys
from duidelijk import cli
pathlib.Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
cli.main()
"""


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
def test_killed_while_writing_the_baseline_is_the_old_one(site: Path, command: Command) -> None:
    command("baseline", ".")
    before = (site / FILE).read_bytes()
    (site / "onduidelijk.md").write_text(CLEAR, encoding="utf-8")
    done = run("baseline", ".", cwd=site, program=(sys.executable, "-c", DYING))
    assert done.code == -signal.SIGKILL and (site / FILE).read_bytes() == before
    assert command("gate", ".").code == 0


# --- Published all the same


def counted(place: Path) -> list[tuple[str, str, str, int]]:
    with Archive(str(place), Path("/")) as archive:
        return [(r["department"], r["genre"], r["reason"], r["texts"]) for r in archive.override_rows()]  # type: ignore[misc]


def test_a_reason_lets_a_text_through_and_is_counted_once(site: Path, command: Command) -> None:
    arguments = ("gate", ".", "--reason", "Spoedbericht", "--archive", "archief.db", "--department", "Wonen")
    done = command(*arguments)
    assert done.code == 0 and done.errors == "2 teksten: 1 mag naar buiten en 1 mag toch naar buiten.\n"
    assert "onduidelijk.md: Het cijfer is" in done.output
    assert "Deze tekst mag toch naar buiten. Reden: spoedbericht." in done.output
    assert command(*arguments).code == 0, "a hook may run twice"
    assert counted(site / "archief.db") == [("Wonen", "besluit", "spoedbericht", 1)]
    (site / "onduidelijk.md").write_text(UNCLEAR + NEW, encoding="utf-8")
    command(*arguments)
    assert counted(site / "archief.db") == [("Wonen", "besluit", "spoedbericht", 2)]


def test_a_reason_may_come_from_the_environment(
    site: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIDELIJK_REASON", "citaat")
    assert command("gate", "onduidelijk.md").code == 0


def test_without_an_archive_it_goes_on_and_says_that_it_is_not_counted(site: Path, command: Command) -> None:
    done = command("gate", "onduidelijk.md", "--reason", "citaat")
    assert done.code == 0 and "er is geen archief. Deze reden is dus niet geteld." in done.errors
    assert not list(site.parent.rglob("*.db"))


def test_the_archive_of_the_settings_counts_and_trouble_with_it_stops_no_text(
    site: Path, command: Command
) -> None:
    settings = site / "duidelijk.toml"
    settings.write_text('[archive]\nurl = "archief.db"\n', encoding="utf-8")
    assert command("gate", "onduidelijk.md", "--reason", "citaat").code == 0
    assert counted(site / "archief.db") == [("Zonder afdeling", "besluit", "citaat", 1)]
    settings.write_text('[archive]\nurl = "weg/archief.db"\n', encoding="utf-8")
    done = command("gate", "onduidelijk.md", "--reason", "citaat")
    assert done.code == 0 and "deze reden is niet geteld. De map" in done.errors


def test_another_reason_is_refused_before_any_text_is_read(site: Path, command: Command) -> None:
    done = command("gate", "weg.md", "--reason", "zomaar")
    assert done == Ended(
        2,
        "",
        "duidelijk: Deze reden is niet bekend. Kies uit: ‘spoedbericht’, ‘wettelijke tekst’, ‘citaat’, ‘anders’.\n",
    )


def test_the_archive_holds_no_document_and_no_words(site: Path, command: Command) -> None:
    command("gate", "onduidelijk.md", "--reason", "citaat", "--archive", "archief.db")
    with sqlite3.connect(site / "archief.db") as connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(overrides)")]
        dump = "\n".join(connection.iterdump())
    assert names == ["id", "month", "department", "genre", "reason", "texts"]
    assert "onduidelijk" not in dump and "aanvraag" not in dump


def test_the_account_the_table_and_forgetting_know_them(site: Path, command: Command) -> None:
    gate = ("gate", "onduidelijk.md", "--archive", "a.db", "--department")
    command(*gate, "Wonen", "--reason", "citaat")
    command(*gate, "Zorg", "--reason", "spoedbericht")
    info = command("archive", "info", "--archive", "a.db").output
    assert "Toch naar buiten: 2 teksten (citaat 1, spoedbericht 1)" in info
    head, *rows = command("archive", "export", "--overrides", "--archive", "a.db").output.splitlines()
    assert head == "month,department,genre,reason,texts" and len(rows) == 2
    assert command("archive", "export", "--archive", "a.db").output.count("\n") == 1
    done = command("archive", "forget", "--archive", "a.db", "--department", "Zorg", "--yes")
    assert done.code == 0 and [row[0] for row in counted(site / "a.db")] == ["Wonen"]
