"""The command where things go wrong around it: closed streams, a full disk, a stop halfway, odd names."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from duidelijk import output
from duidelijk.complaints import fault, one_line
from duidelijk.errors import OutputError

TEXT = "Geachte heer Jansen,\n\nIndien u vragen heeft, dient u contact met ons op te nemen.\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="dit gaat over Linux en macOS")


def shell(line: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    command = line.replace("duidelijk", f"'{sys.executable}' -m duidelijk.cli", 1)
    command = f"set -o pipefail; {command}"
    return subprocess.run(
        ["bash", "-c", command], cwd=cwd, capture_output=True, env={**os.environ, **env}, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "brief.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@POSIX
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("duidelijk check - <&-", "Er is geen standaardinvoer."),
        ("duidelijk check brief.txt >&-", "De standaarduitvoer is dicht."),
        ("duidelijk check brief.txt >/dev/full", "Misschien is de schijf vol."),
        ("duidelijk rules >/dev/full", "De schijf is vol."),
        ("duidelijk check brief.txt --output /dev/full", "misschien is de schijf vol"),
        ("duidelijk check ''", "Een lege naam kan niet."),
        ("duidelijk check brief.txt --output ''", "Achter --output staat geen naam."),
        ("duidelijk check -brief.txt", "Zet dan ./ voor de naam."),
        ("duidelijk", "Opdrachten:"),
    ],
)
def test_it_is_said_in_one_sentence(folder: Path, line: str, expected: str) -> None:
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("dit systeem heeft geen /dev/full")
    done = shell(line, folder)
    said = done.stderr.decode()
    assert done.returncode == 2 and expected in said
    assert "fout in het programma" not in said and "Traceback" not in said


@POSIX
@pytest.mark.parametrize("line", ["duidelijk check brief.txt | head -1", "duidelijk rules | head -1"])
def test_a_reader_that_stops_early_is_no_fault(folder: Path, line: str) -> None:
    done = shell(line, folder)
    assert (done.returncode, done.stderr) == (0, b"")


@POSIX
def test_the_locale_does_not_matter(folder: Path) -> None:
    plain = shell("duidelijk check brief.txt", folder)
    bare = shell("duidelijk check brief.txt", folder, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert bare.stdout == plain.stdout and "“Indien”" in plain.stdout.decode()


@POSIX
def test_a_stop_by_the_user_is_said_and_leaves_the_old_page(folder: Path) -> None:
    (folder / "uit.html").write_text("oud")
    code = (
        "import signal, os\n"
        "from duidelijk import cli, jobs\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "jobs.Jobs.results = lambda self: os.kill(os.getpid(), signal.SIGINT) or iter(())\n"
        "cli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "brief.txt", "--format", "html", "--output", "uit.html"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.strip()) == (130, "duidelijk: Gestopt.")
    assert (folder / "uit.html").read_text() == "oud"


@POSIX
def test_killed_while_writing_the_old_page_is_whole_and_nothing_shows(folder: Path) -> None:
    (folder / "uit.json").write_text("oud")
    code = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from duidelijk import output\n"
        "Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "output.write('uit.json', 'nieuw')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (folder / "uit.json").read_text() == "oud"
    assert sorted(p.name for p in folder.iterdir() if not p.name.startswith(".")) == ["brief.txt", "uit.json"]


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "doel.html").write_text("oud")
    link = tmp_path / "link.html"
    link.symlink_to("doel.html")
    output.write(str(link), "nieuw")
    assert link.is_symlink() and (tmp_path / "doel.html").read_text() == "nieuw"


def test_a_page_never_takes_the_place_of_a_text(tmp_path: Path) -> None:
    texts = [tmp_path / "brief.txt", tmp_path / "brief.txt.html"]
    for text in texts:
        text.write_text("x")
    with pytest.raises(OutputError, match=r"'brief\.txt\.html' zou over een tekst heen gaan"):
        output.check_target(str(tmp_path), [str(text) for text in texts], page_per_document=True)


@POSIX
@pytest.mark.parametrize(
    "name", ["met spatie.txt", "nieuwe\nregel.txt", "-streep.txt", "🏛️.txt", "\x1b[31mrood.txt"]
)
def test_any_name_can_be_checked_and_is_shown_on_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / f"leeg{name}").touch()
    done = shell("duidelijk check . --format json", tmp_path)
    data = json.loads(done.stdout)
    assert done.returncode == 2 and len(data["documents"]) == 1
    (error,) = data["errors"]
    assert done.stderr.decode() == f"duidelijk: {error['message']}\n" and error["message"].isprintable()
    assert error["source"] == one_line(f"leeg{name}")


@POSIX
def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(TEXT * 20, encoding="utf-8")
    done = shell("duidelijk gate . --min-grade 10", tmp_path)
    assert done.returncode == 1 and done.stdout.decode().startswith("\ufffd.txt: Het cijfer is")


def test_a_fault_of_the_program_quotes_no_letter() -> None:
    try:
        int("mevrouw De Vries")
    except ValueError as problem:
        said = fault(problem, "brief.txt")
    assert "Vries" not in said
    assert said.startswith(
        "brief.txt: Er zit een fout in het programma zelf (ValueError in test_cli_streams.py, regel"
    )


def test_a_fault_in_one_text_does_not_stop_the_others(folder: Path) -> None:
    (folder / "kapot.txt").write_text(TEXT.replace("Jansen", "Geheim"), encoding="utf-8")
    code = (
        "from duidelijk import cli, checker\n"
        "real = checker.count\n"
        "def count(analysis):\n"
        "    assert 'Geheim' not in analysis.document.text, analysis.document.text\n"
        "    return real(analysis)\n"
        "checker.count = count\n"
        "cli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", ".", "--format", "json"],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    data = json.loads(done.stdout)
    assert done.returncode == 2 and [d["source"] for d in data["documents"]] == ["brief.txt"]
    assert "AssertionError" in done.stderr and "Geheim" not in done.stderr and "Indien" not in done.stderr
    assert data["errors"][0]["source"] == "kapot.txt"


def test_a_rule_that_does_not_exist_is_named(tmp_path: Path) -> None:
    page = "# Afval\n\n<!-- duidelijk uit: formeel-wrd -->\n\nIndien u vragen heeft, belt u ons.\n"
    (tmp_path / "a.md").write_text(page, encoding="utf-8")
    shown = shell("duidelijk check a.md", tmp_path).stdout.decode()
    assert "op regel 3 staat 'formeel-wrd' uit, maar die regel bestaat niet" in shown


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        ("duidelijk ch", 1, "plain,check"),
        ("duidelijk explain lange-z", 2, "plain,lange-zin"),
        ("duidelijk check br", 2, "file,br"),
    ],
)
def test_completion_of_commands_rules_and_files(tmp_path: Path, words: str, at: int, expected: str) -> None:
    env = {"_DUIDELIJK_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
    done = shell("duidelijk", tmp_path, **env)
    assert done.stdout.decode().split() == [expected]
